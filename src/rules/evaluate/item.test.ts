// An item's entry: which version a date picks, what a date that is not known leaves open, and what the entry then misses.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, itemOf, villageClauses, villageWith } from '#test/support/toy-book.ts';
import { evaluateItem } from './item.ts';
import type { ItemResult } from './result.ts';

const on = toyDay('2024-06-01');
const yuan = (n: number): bigint => BigInt(n) * 100n;

const parameters = `${villageClauses}parameters:
  - name: 起补额
    type: money
    clause: a
    values: [ { from: 2020-01-01, value: 1万元 }, { from: 2022-07-01, value: 2万元 }, { from: 2025-01-01, value: unknown } ]
`;

/** How many times the least sum the boat cost. */
const times = `project:
  - { name: 造船倍数, key: hullTimes, type: ratio, derived: 项目.造船款 ÷ 起补额 }
  - { name: 满会日, key: monthAfterLeaving, type: date, derived: 退会日期 + 1个月 }
`;

const entryOf = (version: string, facts: string, subject = 'project', day = on): ItemResult => {
  const book = villageWith(itemOf(version, subject), {
    'harbour/parameters/p.yaml': parameters,
    'harbour/facts/times.yaml': times,
  });
  const item = book.items.get('harbour/x');
  const [result] = item ? evaluateItem(book, item, given(book, facts), day) : [];
  if (!result) throw new Error('no result');
  return result;
};

const codes = (result: ItemResult): readonly string[] => result.reasons.map(({ code }) => code);

describe('who is addressed and what they must reach', () => {
  const version = `
- from: 2024-01-01
  clause: a
  applies: { id: for, test: 守规矩 }
  eligible: { id: crew, test: 船员 ≥ 3 }
  benefit: none`;
  const entry = (facts: string): ItemResult => entryOf(version, facts, 'enterprise');

  it('miss together what is still open, and nothing once one of them is false', () => {
    expect(entry('{}')).toMatchObject({ verdict: 'undetermined', applies: null, missing: ['守规矩', '船员'] });
    expect(entry('{ 守规矩: 是 }')).toMatchObject({ verdict: 'undetermined', applies: true, missing: ['船员'] });
    expect(entry('{ 船员: 2 }')).toMatchObject({
      verdict: 'ineligible',
      applies: null,
      missing: [],
      failing: ['crew'],
    });
    expect(entry('{ 守规矩: 否 }')).toMatchObject({
      verdict: 'ineligible',
      applies: false,
      missing: [],
      failing: ['for'],
    });
    expect(entry('{ 守规矩: 是, 船员: 3 }')).toMatchObject({
      verdict: 'eligible',
      applies: true,
      missing: [],
      amount: null,
    });
  });
});

describe('the date that picks the version', () => {
  const dated = (first: string, second: string): string => `
- from: 2022-01-01
  to: unknown
  by: 项目.下水日期
  clause: a
  unsettled: [ 旧事 ]
  ${first}
- from: 2024-01-01
  by: 项目.下水日期
  clause: a
  unsettled: [ 新事 ]
  ${second}`;
  const amounts = dated('benefit: { amount: 1万元 }', 'benefit: { amount: 2万元 }');

  it('is shown with the version', () => {
    const result = entryOf(amounts, '{ 项目: { 下水日期: 2023-12-31 } }');
    expect(result.version).toEqual({ from: '2022-01-01', to: 'unknown', by: '项目.下水日期', date: '2023-12-31' });
    expect(result.unsettled).toEqual(['旧事', '有效期待核']);
  });

  /** The first version held on every earlier day, the second goes on: some version covers any date. */
  const always = (text: string): string => text.replace('from: 2022-01-01', 'from: unknown');

  it('while unknown leaves no version certain: the notes of all are shown', () => {
    const result = entryOf(always(amounts), '{ 项目: {} }');
    expect([result.verdict, result.version, result.unsettled]).toEqual([
      'eligible',
      null,
      ['旧事', '有效期待核', '新事'],
    ]);
    expect(result.amount).toMatchObject({
      low: yuan(10_000),
      high: yuan(20_000),
      missing: ['项目.下水日期'],
      clause: { key: 'a' },
    });
    expect(result.amount?.steps).toEqual(['1万元', '或者：2万元']);
  });

  it('while unknown may also fall before the first version: nothing is promised yet', () => {
    expect(entryOf(amounts, '{ 项目: {} }')).toMatchObject({
      verdict: 'undetermined',
      applies: null,
      missing: ['项目.下水日期'],
      reasons: [],
      failing: [],
      amount: { low: 0n, high: yuan(20_000), missing: ['项目.下水日期'] },
    });
    expect(entryOf(amounts, '{ 项目: { 下水日期: 2021-12-31 } }').verdict).toBe('ineligible');
    expect(entryOf(amounts, '{ 项目: { 下水日期: 2022-01-01 } }').verdict).toBe('eligible');
  });

  it('while unknown may also fall into a gap, after the last end, or before the day the first was seen in force', () => {
    const gap = always(amounts).replace('to: unknown', 'to: 2023-12-30');
    const ended = always(amounts).replace('from: 2024-01-01', 'from: 2024-01-01\n  to: 2025-12-31');
    const seen = always(amounts).replace('from: unknown', 'from: unknown\n  seen: 2022-01-01');
    for (const [text, outside] of [
      [gap, '2023-12-31'],
      [ended, '2026-01-01'],
      [seen, '2021-12-31'],
    ] as const) {
      expect(entryOf(text, '{ 项目: {} }')).toMatchObject({ verdict: 'undetermined', missing: ['项目.下水日期'] });
      expect(entryOf(text, `{ 项目: { 下水日期: ${outside} } }`).verdict).not.toBe('eligible');
    }
  });

  it('while unknown takes nothing from what no version allows', () => {
    const crew = 'eligible: { id: crew, test: 船员 ≥ 3 }\n  benefit: { amount: 1万元 }';
    const result = entryOf(dated(crew, crew), '{ 船员: 2, 项目: {} }');
    expect(result).toMatchObject({ verdict: 'ineligible', missing: [], reasons: [], failing: ['crew'], amount: null });
    const addressed = crew.replace('eligible', 'applies');
    expect(entryOf(dated(addressed, addressed), '{ 船员: 2, 项目: {} }').applies).toBe(false);
  });

  it('is missing too where every version is undetermined: they may differ once the rest is known', () => {
    const text = dated(
      'eligible: { test: 项目.造船款 ≥ 5万元 }\n  benefit: { amount: 1万元 }',
      'eligible: { test: 项目.已领月数 ≥ 5 }\n  benefit: { amount: 2万元 }',
    );
    const open = entryOf(text, '{ 项目: {} }');
    expect([open.verdict, open.missing]).toEqual(['undetermined', ['项目.下水日期', '项目.造船款', '项目.已领月数']]);
    const split = entryOf(text, '{ 项目: { 造船款: 5万元, 已领月数: 0 } }');
    expect([split.verdict, split.missing]).toEqual(['undetermined', ['项目.下水日期']]);
    expect(entryOf(text, '{ 项目: { 造船款: 1万元, 已领月数: 0 } }')).toMatchObject({
      verdict: 'ineligible',
      missing: [],
    });
  });

  it('known to be none falls to no version', () => {
    const none = amounts.replaceAll('项目.下水日期', '退会日期');
    const result = entryOf(none, '{ 退会日期: 无, 项目: {} }');
    expect([result.verdict, result.applies, codes(result), result.missing, result.reasons[0]?.text]).toEqual([
      'ineligible',
      false,
      ['not-in-force'],
      [],
      '没有适用的版本：退会日期为「无」',
    ]);
  });

  it('may turn out to be none as long as it is unknown, whatever the versions cover', () => {
    const none = always(amounts).replaceAll('项目.下水日期', '退会日期');
    expect(entryOf(none, '{ 项目: {} }')).toMatchObject({ verdict: 'undetermined', missing: ['退会日期'] });
    expect(entryOf(none, '{ 退会日期: 2020-01-01, 项目: {} }').verdict).toBe('eligible');
    const derived = always(amounts).replaceAll('项目.下水日期', '项目.满会日');
    expect(entryOf(derived, '{ 项目: {} }')).toMatchObject({ verdict: 'undetermined', missing: ['退会日期'] });
    expect(entryOf(derived, '{ 退会日期: 无, 项目: {} }').verdict).toBe('ineligible');
  });

  it('may be derived, and is then missed by what it is derived from', () => {
    const derived = amounts.replaceAll('项目.下水日期', '项目.满月日');
    expect(entryOf(derived, '{ 项目: { 下水日期: 2023-11-30 } }').amount?.low).toBe(yuan(10_000));
    expect(entryOf(derived, '{ 项目: { 下水日期: 2023-12-01 } }').amount?.low).toBe(yuan(20_000));
    expect(entryOf(derived, '{ 项目: {} }').amount?.missing).toEqual(['项目.下水日期']);
  });

  it('that one version gives something by and another does not leaves from nothing', () => {
    const result = entryOf(always(dated('benefit: none', 'benefit: { amount: 2万元 }')), '{ 项目: {} }');
    expect([result.verdict, result.amount?.low, result.amount?.high]).toEqual(['eligible', 0n, yuan(20_000)]);
  });
});

describe('a version that may not have begun', () => {
  const version =
    '- from: unknown\n  seen: 2024-03-01\n  clause: a\n  eligible: { id: floor, test: 船员 ≥ 3 }\n  benefit: { amount: 1万元 }';

  it('gives nothing for certain before it was seen', () => {
    const before = entryOf(version, '{ 船员: 3 }', 'enterprise', toyDay('2024-02-29'));
    expect([before.verdict, before.applies, codes(before), before.amount?.low, before.amount?.high]).toEqual([
      'undetermined',
      null,
      ['unpublished'],
      0n,
      yuan(10_000),
    ]);
    expect(before.conditions).toMatchObject({
      op: 'first',
      verdict: 'undetermined',
      of: [{ id: 'floor', verdict: 'eligible' }],
    });
    expect(entryOf(version, '{ 船员: 2 }', 'enterprise', toyDay('2024-02-29'))).toMatchObject({
      verdict: 'ineligible',
      failing: ['floor'],
    });
    expect(entryOf(version, '{ 船员: 3 }', 'enterprise', toyDay('2024-03-01')).verdict).toBe('eligible');
  });
});

describe('dated parameters', () => {
  const version = `
- from: 2022-01-01
  to: 2022-12-31
  by: 项目.下水日期
  clause: a
  eligible: { id: floor, test: 项目.造船款 ≥ 起补额 }
  benefit: { amount: 起补额 }
- from: 2023-01-01
  to: 2023-12-31
  by: 项目.下水日期
  clause: a
  eligible: { id: floor, test: 项目.造船款 ≥ 起补额 }
  benefit: { amount: 起补额 }`;
  const at = (date: string, hull: string): ItemResult => entryOf(version, `{ 项目: { ${date}造船款: ${hull} } }`);

  it('have the value of the day that picks the version, not of the filing day', () => {
    expect(at('下水日期: 2022-06-30, ', '1万元').amount?.low).toBe(yuan(10_000));
    expect(at('下水日期: 2022-07-01, ', '1万元')).toMatchObject({ verdict: 'ineligible' });
    expect(at('下水日期: 2022-07-01, ', '2万元').amount?.low).toBe(yuan(20_000));
  });

  it('may have any value of the version’s term while that day is unknown', () => {
    expect(at('', '2万元').conditions).toMatchObject({
      text: '适用版本未定',
      of: [
        { id: 'floor', verdict: 'eligible', values: { right: '1万元–2万元' } },
        { id: 'floor', verdict: 'eligible', values: { right: '2万元' } },
      ],
    });
    expect(at('', '1.5万元').conditions).toMatchObject({
      of: [
        { verdict: 'undetermined', missing: ['项目.下水日期'] },
        { verdict: 'ineligible', missing: [] },
      ],
    });
    expect(at('', '1.5万元')).toMatchObject({ verdict: 'undetermined', missing: ['项目.下水日期'] });
    expect(at('', '0.5万元')).toMatchObject({ verdict: 'ineligible', missing: [] });
  });

  it('that are not published for a part of the term stay open for both reasons', () => {
    const open =
      '- from: 2024-01-01\n  by: 项目.下水日期\n  clause: a\n  eligible: { test: 项目.造船款 ≥ 起补额 }\n  benefit: none';
    const result = entryOf(open, '{ 项目: { 造船款: 9万元 } }');
    expect([result.verdict, result.missing, codes(result)]).toEqual([
      'undetermined',
      ['项目.下水日期'],
      ['unpublished'],
    ]);
    const later = entryOf(open.replace('2024-01-01', '2025-01-01'), '{ 项目: { 造船款: 9万元 } }');
    expect(later.conditions).toMatchObject({
      missing: ['项目.下水日期'],
      of: [{ missing: [], reasons: [{ code: 'unpublished' }] }],
    });
  });

  it('reach derived facts too', () => {
    const through = version.replaceAll('test: 项目.造船款 ≥ 起补额', 'test: 项目.造船倍数 ≥ 100%');
    const of = (date: string, hull: string): ItemResult => entryOf(through, `{ 项目: { ${date}造船款: ${hull} } }`);
    expect(of('下水日期: 2022-06-30, ', '1万元').verdict).toBe('eligible');
    expect(of('下水日期: 2022-07-01, ', '1万元').verdict).toBe('ineligible');
    expect(of('', '2万元').conditions?.of?.map(({ verdict }) => verdict)).toEqual(['eligible', 'eligible']);
    expect(of('', '1万元')).toMatchObject({ verdict: 'undetermined', missing: ['项目.下水日期'] });
  });
});
