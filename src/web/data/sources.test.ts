import { describe, expect, it } from 'vitest';
import { sourceFinder } from './sources.ts';

const facts = [
  { name: '研发费用', key: 'rdExpense', path: '研发费用', en: 'R&D expense' },
  { name: '境内研发费用', key: 'domesticRdExpense', path: '境内研发费用', en: 'domestic R&D expense' },
  { name: '营业收入', key: 'revenue', path: '营业收入', en: 'revenue' },
];
const find = sourceFinder(
  [
    { fact: 'rdExpense', year: 2022, from: '年报' },
    { fact: '研发费用', year: '2023', from: '年报' },
    { fact: '营业收入', from: '审计报告' },
  ],
  facts,
);

describe('where a value is from', () => {
  it('is found in a condition that is written in English', () => {
    expect(
      find('(last year’s R&D expense divided by last year’s revenue) is at least 3%').map(({ from }) => from),
    ).toEqual(['年报（2022）、年报（2023）', '审计报告']);
    expect(find('last year’s domestic R&D expense is at least CNY 1 million')).toEqual([]);
  });

  it('is found by the facts that the condition names, by name or key', () => {
    expect(find('上年(研发费用) ÷ 上年(营业收入) ≥ 3%')).toEqual([
      { fact: '研发费用', from: '年报（2022）、年报（2023）' },
      { fact: '营业收入', from: '审计报告' },
    ]);
  });

  it('does not see a short name inside a longer one', () => {
    expect(find('上年(境内研发费用) ≥ 100万元')).toEqual([]);
  });

  it('is nothing for a junction', () => {
    expect(find(null)).toEqual([]);
  });
});
