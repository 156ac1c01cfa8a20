// What benefits leave open, and how rows of a table differ: measures, rounding, clauses, grades, discretion.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, itemOf, villageWith } from '#test/support/toy-book.ts';
import { evaluateItem } from './item.ts';
import type { AmountResult } from './result.ts';

const yuan = (n: number): bigint => BigInt(n) * 100n;

/** The amount of a benefit for a project with these facts; `others` are facts of the enterprise. */
const amount = (benefit: string, facts: string, others = ''): AmountResult => {
  const book = villageWith(itemOf(`- from: 2024-01-01\n  clause: a\n  benefit: ${benefit}`));
  const item = book.items.get('harbour/x');
  const [result] = item
    ? evaluateItem(book, item, given(book, `{ ${others}项目: ${facts} }`), toyDay('2024-06-01'))
    : [];
  if (!result?.amount) throw new Error('no amount');
  return result.amount;
};
const range = (benefit: string, facts: string, others = ''): readonly unknown[] => {
  const { low, high, missing } = amount(benefit, facts, others);
  return [low, high, missing];
};

describe('floor and cap', () => {
  it('that are not known leave the honest range', () => {
    expect(range('{ amount: 3万元, floor: 造船补贴, cap: 9万元 }'.replace('造船补贴', '项目.造船款'), '{}')).toEqual([
      yuan(30_000),
      yuan(90_000),
      ['项目.造船款'],
    ]);
    expect(range('{ amount: 3万元, floor: unknown, cap: 9万元 }', '{}')).toEqual([yuan(30_000), yuan(90_000), []]);
    expect(range('{ amount: 3万元, floor: unknown }', '{}')).toEqual([yuan(30_000), null, []]);
    expect(range('{ amount: 3万元, cap: 项目.造船款 }', '{}')).toEqual([0n, yuan(30_000), ['项目.造船款']]);
    expect(range('{ amount: 3万元, floor: 1万元, cap: unknown }', '{}')).toEqual([yuan(10_000), yuan(30_000), []]);
  });

  it('that come out below zero take nothing away', () => {
    expect(range('{ amount: 3万元, cap: 项目.造船款 - 5万元 }', '{ 造船款: 1万元 }')).toEqual([0n, 0n, []]);
    expect(range('{ up-to: 项目.造船款 - 5万元 }', '{ 造船款: 1万元 }')).toEqual([0n, 0n, []]);
  });

  it('leave nothing missing where both ends meet', () => {
    expect(
      range('{ rate: 20%, of: 合计(网.价钱 当 完好 = 是), floor: 1万元 }', '{}', '网: [ { 价钱: 100元 } ], '),
    ).toEqual([yuan(10_000), yuan(10_000), []]);
    expect(
      range(
        '{ rate: 20%, of: 合计(网.价钱 当 完好 = 是), cap: 10元 }',
        '{}',
        '网: [ { 价钱: 100元, 完好: 是 }, { 价钱: 100元 } ], ',
      ),
    ).toEqual([1000n, 1000n, []]);
  });

  it('are said to be taken only where the sum is surely above the cap', () => {
    expect(amount('{ case-by-case: 是, cap: 10万元 }', '{}').steps).toEqual(['一事一议', '不超过 10万元']);
    expect(amount('{ between: [10%, 20%], of: 项目.造船款, cap: 1万元 }', '{ 造船款: 8万元 }').steps.at(-1)).toBe(
      '不超过 1万元',
    );
    expect(amount('{ between: [10%, 20%], of: 项目.造船款, cap: 1万元 }', '{ 造船款: 20万元 }').steps.at(-1)).toBe(
      '不超过 1万元，取 1万元',
    );
  });
});

describe('rounding', () => {
  it('goes for both ends of a range', () => {
    const range22 = '{ between: [10%, 20%], of: 项目.造船款, round: { to: 元, mode: MODE } }';
    expect(range(range22.replace('MODE', 'down'), '{ 造船款: 16.50元 }')).toEqual([100n, 300n, []]);
    expect(range(range22.replace('MODE', 'half-up'), '{ 造船款: 16.50元 }')).toEqual([200n, 300n, []]);
    expect(amount(range22.replace('MODE', 'half-up'), '{ 造船款: 16.50元 }').steps.at(-1)).toBe('舍入到 2元–3元');
  });

  it('up never passes the cap', () => {
    const benefit = '{ rate: 20%, of: 项目.造船款, cap: 10.6元, round: { to: 元, mode: half-up } }';
    expect(range(benefit, '{ 造船款: 53元 }')).toEqual([1000n, 1000n, []]);
    expect(range(benefit, '{ 造船款: 52元 }')).toEqual([1000n, 1000n, []]);
  });

  it('of a row is its own', () => {
    const rows =
      '{ first: [ { when: 守规矩, rate: 20%, of: 项目.造船款, round: { to: 元, mode: half-up } }, { rate: 20%, of: 项目.造船款 } ] }';
    expect(range(rows, '{ 造船款: 7.50元 }', '守规矩: 是, ')).toEqual([200n, 200n, []]);
    expect(range(rows, '{ 造船款: 7.50元 }', '守规矩: 否, ')).toEqual([150n, 150n, []]);
    expect(range(rows, '{ 造船款: 7.50元 }')).toEqual([150n, 200n, ['守规矩']]);
  });
});

describe('rows', () => {
  it('that come to the same leave nothing missing', () => {
    expect(
      range('{ first: [ { when: 守规矩, amount: 3万元 }, { rate: 10%, of: 项目.造船款 } ] }', '{ 造船款: 30万元 }'),
    ).toEqual([yuan(30_000), yuan(30_000), []]);
  });

  it('that are still open stand one after another', () => {
    expect(
      amount('{ first: [ { when: 守规矩, amount: 3万元 }, { rate: 10%, of: 项目.造船款 } ] }', '{ 造船款: 10万元 }')
        .steps,
    ).toEqual(['3万元', '或者：10万元 × 10% = 1万元']);
  });

  it('have measures of their own', () => {
    const rows =
      '{ first: [ { when: 守规矩, amount: 3万元 }, { when: 领头, amount: 9万元, measure: tax }, { amount: 90万元, measure: credit } ] }';
    const of = (others: string): readonly unknown[] => {
      const { measure, low, high } = amount(rows, '{}', others);
      return [measure, low, high];
    };
    expect(of('守规矩: 是, ')).toEqual(['cash', yuan(30_000), yuan(30_000)]);
    expect(of('守规矩: 否, 领头: 是, ')).toEqual(['tax', yuan(90_000), yuan(90_000)]);
    expect(of('守规矩: 否, 领头: 否, ')).toEqual(['credit', yuan(900_000), yuan(900_000)]);
    // What may be credit is no cash: from nothing up to what the cash row gives.
    expect(of('领头: 否, ')).toEqual(['cash', 0n, yuan(30_000)]);
    expect(of('守规矩: 否, ')).toEqual(['tax', 0n, yuan(90_000)]);
    expect(amount(rows, '{}', '领头: 否, ').steps).toEqual(['3万元', '或者：90万元', '也可能给的是授信，不计在内']);
  });

  it('of another measure, or of none, are not raised by a floor', () => {
    const rows = '{ first: [ { when: 守规矩, amount: 3万元 }, { none: 是 } ], floor: 1万元, cap: 2万元 }';
    expect(range(rows, '{}', '守规矩: 否, ')).toEqual([0n, 0n, []]);
    expect(range(rows, '{}')).toEqual([0n, yuan(20_000), ['守规矩']]);
    const mixed = '{ first: [ { when: 守规矩, amount: 3万元 }, { amount: 9万元, measure: credit } ], floor: 1万元 }';
    expect(range(mixed, '{}')).toEqual([0n, yuan(30_000), ['守规矩']]);
  });

  it('that give nothing leave from nothing', () => {
    const rows = '{ first: [ { when: 守规矩, amount: 3万元 }, { none: 是 } ] }';
    expect(range(rows, '{}', '守规矩: 否, ')).toEqual([0n, 0n, []]);
    expect(range(rows, '{}')).toEqual([0n, yuan(30_000), ['守规矩']]);
  });

  it('have clauses and grades of their own, and rest on the guards that were decided', () => {
    const rows = '{ first: [ { when: { test: 守规矩, clause: b }, amount: 3万元 }, { amount: 1万元, clause: b } ] }';
    const of = (others: string): readonly unknown[] => {
      const { evidence, clause } = amount(rows, '{}', others);
      return [evidence, clause?.key];
    };
    expect(of('守规矩: 是, ')).toEqual(['seed', 'a']);
    expect(of('守规矩: 否, ')).toEqual(['seed', 'b']);
    expect(
      amount('{ first: [ { when: 守规矩, amount: 3万元 }, { amount: 1万元, clause: d } ] }', '{}', '守规矩: 否, '),
    ).toMatchObject({ low: 0n, high: null, evidence: 'draft' });
    expect(
      amount('{ first: [ { when: 守规矩, amount: 3万元 }, { amount: 1万元, clause: d } ] }', '{}', '守规矩: 是, '),
    ).toMatchObject({ low: yuan(30_000), evidence: 'primary' });
  });

  it('leave discretion only where the row that pays does', () => {
    const rows = '{ first: [ { when: 守规矩, amount: 3万元 }, { up-to: 9万元 } ] }';
    expect([
      amount(rows, '{}', '守规矩: 是, ').discretion,
      amount(rows, '{}', '守规矩: 否, ').discretion,
      amount(rows, '{}').discretion,
    ]).toEqual([false, true, true]);
  });
});

describe('forms with numbers that are not known', () => {
  it('between: misses the rates too', () => {
    expect(range('{ between: [ 项目.造船款 ÷ 100万元, 20% ], of: 项目.造船款 }', '{}')).toEqual([
      0n,
      null,
      ['项目.造船款'],
    ]);
    expect(range('{ between: [ 上年(渔获收入) ÷ 100万元, 20% ], of: 项目.造船款 }', '{ 造船款: 50万元 }')).toEqual([
      0n,
      yuan(100_000),
      ['渔获收入@2023'],
    ]);
  });

  it('progressive: a slice whose rate is not known leaves the sum open', () => {
    const sliced = '{ progressive: { 0元: 100%, 10万元: 上年(渔获收入) ÷ 100万元 }, of: 项目.造船款 }';
    expect(range(sliced, '{ 造船款: 20万元 }')).toEqual([0n, null, ['渔获收入@2023']]);
    expect(range(sliced, '{ 造船款: 20万元 }', '渔获收入: { 2023: 50万元 }, ')).toEqual([
      yuan(150_000),
      yuan(150_000),
      [],
    ]);
  });

  it('progressive over a range: both ends by their own slices', () => {
    const sliced = '{ progressive: { 0元: 100%, 500元: 50% }, of: 合计(网.价钱 当 完好 = 是) }';
    expect(range(sliced, '{}', '网: [ { 价钱: 400元, 完好: 是 }, { 价钱: 400元 } ], ')).toEqual([
      yuan(400),
      yuan(650),
      ['网.完好'],
    ]);
  });

  it('monthly: an unknown sum for a known rest has no bound, an unknown rest is bounded by the months that are not surely gone', () => {
    expect(range('{ monthly: unknown, months: 36个月, less: [ 项目.已领月数 ] }', '{ 已领月数: 10 }')).toEqual([
      0n,
      null,
      [],
    ]);
    expect(range('{ monthly: 2000元, months: unknown, less: [ 项目.已领月数 ] }', '{ 已领月数: 10 }')).toEqual([
      0n,
      null,
      [],
    ]);
    expect(range('{ monthly: 2000元, months: 36个月, less: [ 项目.已领月数, 船员 ] }', '{ 已领月数: 10 }')).toEqual([
      0n,
      yuan(52_000),
      ['船员'],
    ]);
  });

  it('a rate that is not published of nothing is at most the cap', () => {
    expect(range('{ rate: unknown, of: 项目.造船款, floor: 1万元, cap: 5万元 }', '{ 造船款: 50万元 }')).toEqual([
      yuan(10_000),
      yuan(50_000),
      [],
    ]);
  });
});
