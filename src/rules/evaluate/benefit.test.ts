import { describe, expect, it } from 'vitest';
import { given, itemOf, villageWith } from '#test/support/toy-book.ts';
import { toyDay } from '#test/support/drawn-firms.ts';
import { evaluateItem } from './item.ts';
import type { AmountResult, ItemResult } from './result.ts';

const on = toyDay('2024-06-01');

const entry = (version: string, facts: string, subject = 'project'): ItemResult => {
  const book = villageWith(itemOf(version, subject));
  const item = book.items.get('harbour/x');
  if (!item) throw new Error('no item');
  const [result] = evaluateItem(book, item, given(book, facts), on);
  if (!result) throw new Error('no result');
  return result;
};

/** The amount of a benefit for a project with these facts; the condition always holds. */
const amount = (benefit: string, facts: string): AmountResult => {
  const result = entry(`- from: 2024-01-01\n  clause: a\n  benefit: ${benefit}`, `{ 项目: ${facts} }`);
  if (result.amount === null) throw new Error('no amount');
  return result.amount;
};
const range = (benefit: string, facts: string): readonly [bigint, bigint | null] => {
  const { low, high } = amount(benefit, facts);
  return [low, high];
};

const yuan = (n: number): bigint => BigInt(n) * 100n;

describe('a rate benefit', () => {
  const capped = '{ rate: 20%, of: 项目.造船款, cap: 20万元 }';

  it('multiplies exactly and says so', () => {
    const result = amount(capped, '{ 造船款: 50万元 }');
    expect([result.low, result.high]).toEqual([yuan(100_000), yuan(100_000)]);
    expect(result.steps).toEqual(['50万元 × 20% = 10万元', '不超过 20万元']);
  });

  it('stops at its cap', () => {
    expect(range(capped, '{ 造船款: 100万元 }')).toEqual([yuan(200_000), yuan(200_000)]);
    const result = amount(capped, '{ 造船款: 100.01万元 }');
    expect([result.low, result.high]).toEqual([yuan(200_000), yuan(200_000)]);
    expect(result.steps.at(-1)).toBe('不超过 20万元，取 20万元');
  });

  it('is cut to the fen, and by the rule where there is one', () => {
    // 20 % of 3.33 yuan is 66.6 fen.
    expect(range('{ rate: 20%, of: 项目.造船款 }', '{ 造船款: 3.33元 }')).toEqual([66n, 66n]);
    expect(range('{ rate: 20%, of: 项目.造船款, round: { to: 元, mode: half-up } }', '{ 造船款: 7.50元 }')).toEqual([
      200n,
      200n,
    ]);
    expect(range('{ rate: 20%, of: 项目.造船款, round: { to: 元, mode: down } }', '{ 造船款: 9.99元 }')).toEqual([
      100n,
      100n,
    ]);
  });

  it('ranges from the floor to the cap while the base is unknown', () => {
    expect(range(capped, '{}')).toEqual([0n, yuan(200_000)]);
    expect(range('{ rate: 20%, of: 项目.造船款, floor: 1万元, cap: 20万元 }', '{}')).toEqual([
      yuan(10_000),
      yuan(200_000),
    ]);
    expect(range('{ rate: 20%, of: 项目.造船款 }', '{}')).toEqual([0n, null]);
    expect(amount(capped, '{}').missing).toEqual(['项目.造船款']);
  });

  it('ranges from the floor to the cap while the rate is not published', () => {
    expect(range('{ rate: unknown, of: 项目.造船款, cap: 20万元 }', '{ 造船款: 50万元 }')).toEqual([0n, yuan(200_000)]);
  });

  it('ranges from the floor to the uncapped value while the cap is not published', () => {
    expect(range('{ rate: 20%, of: 项目.造船款, cap: unknown }', '{ 造船款: 50万元 }')).toEqual([0n, yuan(100_000)]);
  });

  it('never takes money away', () => {
    expect(range('{ rate: 20%, of: 项目.造船款 }', '{ 造船款: -5万元 }')).toEqual([0n, 0n]);
  });
});

describe('the other forms', () => {
  it('monthly: what is left of the months times the monthly sum', () => {
    const monthly = '{ monthly: 2000元, months: 36个月, less: [ 项目.已领月数 ] }';
    expect(range(monthly, '{ 已领月数: 0 }')).toEqual([yuan(72_000), yuan(72_000)]);
    expect(range(monthly, '{ 已领月数: 10 }')).toEqual([yuan(52_000), yuan(52_000)]);
    expect(range(monthly, '{ 已领月数: 36 }')).toEqual([0n, 0n]);
    expect(range(monthly, '{ 已领月数: 40 }')).toEqual([0n, 0n]);
    expect(range(monthly, '{}')).toEqual([0n, yuan(72_000)]);
    expect(amount(monthly, '{ 已领月数: 10 }').steps.join()).toContain('剩余 26个月');
  });

  it('monthly: known months are taken off, unknown ones leave from none to all of the rest', () => {
    const monthly = '{ monthly: 2000元, months: 36个月, less: [ 项目.已领月数, 船员 ] }';
    const open = amount(monthly, '{ 已领月数: 10 }');
    expect([open.low, open.high, open.missing]).toEqual([0n, yuan(52_000), ['船员']]);
    expect(open.steps).toEqual([
      '每月 2,000元，最长 36个月，已用 10个月 + 未知，剩余 0个月–26个月',
      '2,000元 × 0个月–26个月 = 0元–5.2万元',
    ]);
    const nothingLeft = amount(monthly, '{ 已领月数: 36 }');
    expect([nothingLeft.low, nothingLeft.high, nothingLeft.missing]).toEqual([0n, 0n, []]);
  });

  it('progressive: each slice at its own rate', () => {
    const sliced = '{ progressive: { 0元: 100%, 500万元: 50% }, of: 项目.造船款 }';
    expect(range(sliced, '{ 造船款: 500万元 }')).toEqual([yuan(5_000_000), yuan(5_000_000)]);
    expect(range(sliced, '{ 造船款: 800万元 }')).toEqual([yuan(6_500_000), yuan(6_500_000)]);
    expect(range(sliced, '{ 造船款: 0元 }')).toEqual([0n, 0n]);
    expect(range(sliced, '{}')).toEqual([0n, null]);
  });

  it('between: someone else decides within the two rates', () => {
    expect(range('{ between: [10%, 20%], of: 项目.造船款, measure: price }', '{ 造船款: 50万元 }')).toEqual([
      yuan(50_000),
      yuan(100_000),
    ]);
  });

  it('up-to: discretion from nothing to the cap, and no bound where the cap is not published', () => {
    expect(range('{ up-to: 50万元 }', '{}')).toEqual([0n, yuan(500_000)]);
    expect(range('{ up-to: unknown }', '{}')).toEqual([0n, null]);
  });

  it('case-by-case has no bound, none has no amount', () => {
    expect(range('{ case-by-case: 是 }', '{}')).toEqual([0n, null]);
    expect(entry('- from: 2024-01-01\n  clause: a\n  benefit: { none: 是 }', '{ 项目: {} }').amount).toBeNull();
  });

  it('first: the first true row, or the hull of those that can still be reached', () => {
    const first = '{ first: [ { when: 项目.造船款 ≥ 100万元, amount: 9万元 }, { amount: 2万元 } ] }';
    expect(range(first, '{ 造船款: 100万元 }')).toEqual([yuan(90_000), yuan(90_000)]);
    expect(range(first, '{ 造船款: 99万元 }')).toEqual([yuan(20_000), yuan(20_000)]);
    expect(range(first, '{}')).toEqual([yuan(20_000), yuan(90_000)]);
    expect(amount(first, '{}').missing).toEqual(['项目.造船款']);
  });

  it('by a clause that is only a draft, is not known at all', () => {
    expect(range('{ amount: 9万元, clause: d }', '{}')).toEqual([0n, null]);
  });
});

describe('an entry', () => {
  const version =
    '- from: 2024-01-01\n  clause: a\n  eligible: { id: floor, test: 项目.造船款 ≥ 5万元 }\n  benefit: { amount: 3万元 }';

  it('that is undetermined may come to nothing', () => {
    const result = entry(version, '{ 项目: {} }');
    expect([result.verdict, result.amount?.low, result.amount?.high]).toEqual(['undetermined', 0n, yuan(30_000)]);
    expect(result.missing).toEqual(['项目.造船款']);
  });

  it('that is ineligible has no amount and names what fails', () => {
    const result = entry(version, '{ 项目: { 造船款: 49999.99元 } }');
    expect([result.verdict, result.amount, result.failing]).toEqual(['ineligible', null, ['floor']]);
  });

  it('without a subject does not apply; where it is not known whether there is one, the subject is missing', () => {
    const none = entry(version, '{ 项目: [] }');
    expect([none.subject, none.applies, none.verdict]).toEqual([null, false, 'ineligible']);
    const unknown = entry(version, '{ 船员: 3 }');
    expect([unknown.verdict, unknown.missing]).toEqual(['undetermined', ['项目']]);
  });

  it('is one per subject', () => {
    const book = villageWith(itemOf(version));
    const item = book.items.get('harbour/x');
    const results = item
      ? evaluateItem(
          book,
          item,
          given(book, '{ 项目: [ { 名称: 大船, 造船款: 9万元 }, { 名称: 小船, 造船款: 1万元 } ] }'),
          on,
        )
      : [];
    expect(results.map((each) => [each.subject, each.verdict])).toEqual([
      ['项目:大船', 'eligible'],
      ['项目:小船', 'ineligible'],
    ]);
  });

  it('rests on the weakest evidence that it needs', () => {
    const mixed =
      '- from: 2024-01-01\n  clause: a\n  eligible: { test: 项目.造船款 ≥ 5万元, clause: b }\n  benefit: { amount: 3万元 }';
    expect(entry(mixed, '{ 项目: { 造船款: 9万元 } }').evidence).toBe('seed');
  });
});

describe('versions by date', () => {
  const dated = `
- from: 2022-01-01
  to: 2022-12-31
  by: 项目.下水日期
  clause: a
  benefit: { amount: 1万元 }
- from: 2024-01-01
  by: 项目.下水日期
  clause: a
  benefit: { amount: 2万元 }`;
  const at = (date: string): ItemResult => entry(dated, `{ 项目: { 下水日期: ${date} } }`);

  it('are picked by the date that the item names', () => {
    expect(at('2022-01-01').amount?.low).toBe(yuan(10_000));
    expect(at('2022-12-31').amount?.low).toBe(yuan(10_000));
    expect(at('2024-01-01').amount?.low).toBe(yuan(20_000));
  });

  it('leave a day before, between or after them without a rule', () => {
    const reasons = (date: string): string =>
      at(date)
        .reasons.map((reason) => `${reason.code} ${reason.text.slice(0, 3)}`)
        .join();
    expect([at('2021-12-31').applies, reasons('2021-12-31')]).toEqual([false, 'not-in-force 未生效']);
    expect([at('2023-06-01').applies, reasons('2023-06-01').slice(0, 15)]).toEqual([false, 'not-in-force 空档']);
    const ended = entry(
      '- from: 2022-01-01\n  to: 2022-12-31\n  clause: a\n  benefit: { amount: 1万元 }',
      '{ 项目: {} }',
    );
    expect([ended.applies, ended.reasons[0]?.text]).toEqual([false, '已失效：有效期到 2022-12-31']);
  });

  it('are all judged while the date is unknown: one verdict stands, the amounts make a range', () => {
    const always = dated.replace('from: 2022-01-01', 'from: unknown').replace('to: 2022-12-31', 'to: 2023-12-31');
    const result = entry(always, '{ 项目: {} }');
    expect([result.verdict, result.amount?.low, result.amount?.high]).toEqual(['eligible', yuan(10_000), yuan(20_000)]);
    expect(result.amount?.missing).toEqual(['项目.下水日期']);
  });

  it('leave the verdict open when they disagree', () => {
    const split = dated.replace(
      'benefit: { amount: 2万元 }',
      'eligible: { id: floor, test: 项目.造船款 ≥ 5万元 }\n  benefit: { amount: 2万元 }',
    );
    const result = entry(split, '{ 项目: { 造船款: 1万元 } }');
    expect([result.verdict, result.missing]).toEqual(['undetermined', ['项目.下水日期']]);
  });

  it('stay in force while their end is not known, with a note', () => {
    const open = entry(
      '- from: 2022-01-01\n  to: unknown\n  seen: 2023-01-01\n  clause: a\n  benefit: { amount: 1万元 }',
      '{ 项目: {} }',
    );
    expect([open.verdict, open.unsettled]).toEqual(['eligible', ['有效期待核']]);
  });
});
