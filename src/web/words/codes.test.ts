import { describe, expect, it } from 'vitest';
import { codeWords } from './codes.ts';

const { some, spoken, window: windowText } = codeWords.zh;
const factLabel = (fact: string): string => codeWords.zh.fact(fact, (path) => path);

describe('a fact in words', () => {
  it.each([
    ['主导产品国内市场占有率', '主导产品国内市场占有率'],
    ['研发费用@2024', '2024 年研发费用'],
    ['项目.开工日期', '项目的开工日期'],
    ['项目', '有没有项目'],
  ])('%s is %s', (fact, label) => {
    expect(factLabel(fact)).toBe(label);
  });
});

describe('a window in words', () => {
  it.each([
    [{ state: 'unknown' }, '申报时间待核'],
    [{ state: 'always' }, '常年可办'],
    [{ state: 'open', from: '2024-03-15', to: '2024-04-15', daysLeft: 14 }, '正在申报，还有 14 天'],
    [{ state: 'upcoming', from: '2024-03-15', to: '2024-04-15' }, '2024-03-15 开始申报'],
    [{ state: 'closed', from: '2024-03-15', to: '2024-04-15' }, '2024-04-15 已截止'],
  ] as const)('%o is %s', (window, text) => {
    expect(windowText(window)).toBe(text);
  });
});

describe('the first few of a list', () => {
  it('says how many there are when not all are shown', () => {
    expect(some(['甲', '乙', '丙'], 3)).toBe('甲、乙、丙');
    expect(some(['甲', '乙', '丙', '丁'], 3)).toBe('甲、乙、丙 等 4 项');
  });
});

describe('a condition in the words of a person', () => {
  it.each([
    ['上年(营业收入) ≥ 5000万元', '上年营业收入 ≥ 5000万元'],
    ['上年(研发费用) ÷ 上年(营业收入) ≥ 3%', '上年研发费用 ÷ 上年营业收入 ≥ 3%'],
    ['项目.新设备购置额 ≥ 500万元', '项目新设备购置额 ≥ 500万元'],
    ['任一(称号 当 名称 = 小巨人 且 认定日期 ≤ 申报日)', '至少有一项称号：名称 = 小巨人 且 认定日期 ≤ 申报日'],
    ['持有(小巨人)', '持有「小巨人」称号'],
    ['待补 主营业务收入@2023、研发费用@2022', '待补 2023 年主营业务收入、2022 年研发费用'],
    ['近两年合计(研发费用) ≥ 1200万元', '近两年合计(研发费用) ≥ 1200万元'],
    ['任一(称号 当 名称 = 甲) 且 任一(称号 当 名称 = 乙)', '任一(称号 当 名称 = 甲) 且 任一(称号 当 名称 = 乙)'],
  ])('%s is %s', (text, said) => {
    expect(spoken(text)).toBe(said);
  });
});
