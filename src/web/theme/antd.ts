// Ant Design's tokens, in the same colours as tokens.css.
import { theme, type ThemeConfig } from 'antd';

const font =
  "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC Variable', sans-serif";

/** Ant Design measures in pixels: `scale` is how much larger than usual the reader has set the browser's type. */
const shared = (scale: number) => ({
  fontFamily: font,
  fontSize: 16 * scale,
  borderRadius: 8,
  controlHeight: 44 * scale,
});

export const lightTheme = (scale: number): ThemeConfig => ({
  token: {
    ...shared(scale),
    colorPrimary: '#0b5cad',
    colorInfo: '#0b5cad',
    colorLink: '#0b5cad',
    colorError: '#b3261e',
    colorText: '#17222c',
    colorTextPlaceholder: '#5d6b77',
    colorBorder: '#8d9ba7',
  },
});

export const darkTheme = (scale: number): ThemeConfig => ({
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared(scale),
    colorPrimary: '#2f7fc9',
    colorInfo: '#76b7f2',
    colorLink: '#76b7f2',
    colorError: '#f2928b',
    colorBgContainer: '#151d25',
    colorText: '#e3eaf0',
    colorTextPlaceholder: '#93a3b0',
    colorBorder: '#5a6a78',
  },
});
