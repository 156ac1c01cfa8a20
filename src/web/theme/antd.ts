// Ant Design's tokens, in the same colours as tokens.css.
import { theme, type ThemeConfig } from 'antd';

const font =
  "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC Variable', sans-serif";

const shared = { fontFamily: font, fontSize: 16, borderRadius: 8, controlHeight: 44, wireframe: false };

export const lightTheme: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#0b5cad',
    colorInfo: '#0b5cad',
    colorLink: '#0b5cad',
    colorError: '#b3261e',
    colorText: '#17222c',
    colorTextPlaceholder: '#5d6b77',
    colorBorder: '#8d9ba7',
  },
};

export const darkTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#2f7fc9',
    colorInfo: '#76b7f2',
    colorLink: '#76b7f2',
    colorError: '#f2928b',
    colorBgContainer: '#151d25',
    colorText: '#e3eaf0',
    colorTextPlaceholder: '#93a3b0',
    colorBorder: '#5a6a78',
  },
};
