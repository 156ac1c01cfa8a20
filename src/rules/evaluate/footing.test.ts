// What an entry rests on beside its own clauses: the grades of derivations and parameters, and given values that contradict them.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, itemOf, villageClauses, villageWith } from '#test/support/toy-book.ts';
import { evaluateGate } from './gate.ts';
import { evaluateItem } from './item.ts';
import type { GateResult, ItemResult } from './result.ts';

const on = toyDay('2024-06-01');

const facts = `
enterprise:
  - { name: 船队规模, key: fleetSize, type: ordered, values: [ 小, 大 ], derived: true }
  - { name: 人均, key: perHead, type: number, unit: 人, derived: 船员 ÷ 100 }
  - { name: 成色, key: fineness, type: ratio, period: year, derived: 渔获收入 ÷ 100万元 }
  - { name: 总账, key: total, type: money, derived: 船员 × 起补额 }
  - { name: 资格, key: standing, type: choice, values: [ 甲, 乙 ], derived: true }
`;

const talk = villageClauses;

const derivations = `${talk}derivations:
  - fact: 船队规模
    clause: b
    first: [ { when: 船员 ≥ 10, value: 大 }, { value: 小 } ]
  - fact: 资格
    first:
      - { when: { all: [ 领头, { test: 守规矩, clause: d } ] }, value: 甲, clause: a }
      - { when: 船员 ≥ 10, value: 甲, clause: a }
      - { value: 乙, clause: d }
`;

const parameters = `${talk}parameters:
  - name: 起补额
    type: money
    values: [ { from: 2020-01-01, value: 1万元, clause: b }, { from: 2024-01-01, value: 2万元, clause: a }, { from: 2025-01-01, value: 3万元, clause: d } ]
`;

const ladder = `${talk}levels: [ 新手, 船长 ]
gates:
  - { id: harbour/gate, name: 门槛, to: 船长, new: { from: 2020-01-01 }, clause: a, require: { id: big, test: 船队规模 = 大 } }
`;

const bookWith = (version: string) =>
  villageWith(itemOf(version, 'enterprise'), {
    'harbour/facts/more.yaml': facts,
    'harbour/derivations/all.yaml': derivations,
    'harbour/parameters/all.yaml': parameters,
    'harbour/ladder/all.yaml': ladder,
  });

const entry = (eligible: string, firm: string, benefit = 'none', day = on): ItemResult => {
  const book = bookWith(`- from: 2020-01-01\n  clause: a\n  eligible: ${eligible}\n  benefit: ${benefit}`);
  const item = book.items.get('harbour/x');
  const [result] = item ? evaluateItem(book, item, given(book, firm), day) : [];
  if (!result) throw new Error('no result');
  return result;
};

const evidence = (eligible: string, firm: string, benefit = 'none', day = on): string =>
  `${entry(eligible, firm, benefit, day).verdict} ${entry(eligible, firm, benefit, day).evidence}`;

describe('evidence', () => {
  it('is at most that of a derivation the verdict rests on, and not of one that a given value replaces', () => {
    expect(evidence('{ test: 船队规模 = 大 }', '{ 船员: 12 }')).toBe('eligible seed');
    expect(evidence('{ test: 船队规模 = 大 }', '{ 船员: 2 }')).toBe('ineligible seed');
    expect(evidence('{ test: 船队规模 = 大 }', '{ 船队规模: 大 }')).toBe('eligible primary');
    expect(evidence('{ test: 人均 ≥ 0.1人 }', '{ 船员: 12 }')).toBe('eligible primary');
  });

  it('is at most that of a parameter, by the value of the day', () => {
    const test = '{ test: 上年(渔获收入) ≥ 起补额 }';
    const firm = '{ 渔获收入: { 2022: 5万元, 2023: 5万元, 2024: 5万元 } }';
    expect(evidence(test, firm, 'none', toyDay('2023-12-31'))).toBe('eligible seed');
    expect(evidence(test, firm)).toBe('eligible primary');
    // The newest value is only talk: it decides nothing.
    expect(entry(test, firm, 'none', toyDay('2025-01-01'))).toMatchObject({
      verdict: 'undetermined',
      reasons: [{ code: 'evidence', at: '起补额' }],
    });
  });

  it('follows a derivation to the parameters that it reads', () => {
    expect(evidence('{ test: 总账 ≥ 2万元 }', '{ 船员: 2 }', 'none', toyDay('2023-12-31'))).toBe('eligible seed');
    expect(evidence('{ test: 总账 ≥ 2万元 }', '{ 船员: 2 }')).toBe('eligible primary');
  });

  it('of a table is that of the rows which may be the one and the guards before them', () => {
    expect(evidence('{ test: 资格 = 甲 }', '{ 领头: 否, 船员: 10 }')).toBe('eligible primary');
    // The last row is only talk.
    expect(entry('{ test: 资格 = 甲 }', '{ 领头: 否, 船员: 2 }')).toMatchObject({
      verdict: 'undetermined',
      reasons: [{ code: 'evidence', at: '资格' }],
    });
  });

  it('reaches the amount', () => {
    const amount = (day: string) =>
      entry('{ test: 船员 ≥ 1 }', '{ 船员: 2 }', '{ amount: 起补额 }', toyDay(day)).amount?.evidence;
    expect([amount('2023-12-31'), amount('2024-01-01')]).toEqual(['seed', 'primary']);
    expect(entry('{ test: 船员 ≥ 1 }', '{ 船员: 2 }', '{ amount: 起补额 }', toyDay('2023-12-31')).evidence).toBe(
      'seed',
    );
    const guarded = '{ first: [ { when: 船队规模 = 大, amount: 2万元 }, { amount: 1万元 } ] }';
    expect(entry('{ test: 船员 ≥ 1 }', '{ 船员: 12 }', guarded).amount?.evidence).toBe('seed');
  });

  it('is the same whether the fact is read once or twice', () => {
    const twice = '{ all: [ { id: one, test: 船队规模 = 大 }, { id: two, test: 船队规模 ≠ 小 } ] }';
    const parts = entry(twice, '{ 船员: 12 }').conditions?.of?.map((part) => part.evidence);
    expect(parts).toEqual(['seed', 'seed']);
  });
});

describe('a given value that the other facts contradict', () => {
  const notes = (eligible: string, firm: string): readonly string[] => entry(eligible, firm).unsettled;

  it('decides, and the entry says so', () => {
    const result = entry('{ test: 船队规模 = 小 }', '{ 船队规模: 小, 船员: 12 }');
    expect(result.verdict).toBe('eligible');
    expect(result.unsettled).toEqual(['船队规模给出的是小，按其他资料推导是大；以给出的为准']);
  });

  it('is not noted where it agrees, where something is not known, and where it is not read', () => {
    expect(notes('{ test: 船队规模 = 小 }', '{ 船队规模: 小, 船员: 2 }')).toEqual([]);
    expect(notes('{ test: 船队规模 = 小 }', '{ 船队规模: 小 }')).toEqual([]);
    expect(notes('{ test: 船员 ≥ 2 }', '{ 船队规模: 小, 船员: 12 }')).toEqual([]);
  });

  it('agrees as far as it was written: figures are published rounded', () => {
    const test = '{ test: 上年(成色) ≥ 10% }';
    const firm = (share: string): string => `{ 成色: { 2023: ${share} }, 渔获收入: { 2023: 532134元 } }`;
    // 53.2134 %
    for (const share of ['53.2134%', '53.21%', '53.22%', '53%', '54%']) expect(notes(test, firm(share))).toEqual([]);
    expect(notes(test, firm('55%'))).toEqual(['2023年成色给出的是55%，按其他资料推导是53.2134%；以给出的为准']);
    expect(notes(test, firm('53.23%'))).toHaveLength(1);
    const total = (money: string): string => `{ 总账: ${money}, 船员: 6 }`;
    expect(notes('{ test: 总账 ≥ 1万元 }', total('12万元'))).toEqual([]);
    expect(notes('{ test: 总账 ≥ 1万元 }', total('12.5万元'))).toEqual([
      '总账给出的是12.5万元，按其他资料推导是12万元；以给出的为准',
    ]);
  });

  it('is noted at a gate too', () => {
    const book = bookWith('- from: 2020-01-01\n  clause: a\n  benefit: none');
    const gate = book.gates.get('harbour/gate');
    const result: GateResult | null = gate
      ? evaluateGate(book, gate, 'new', given(book, '{ 船队规模: 大, 船员: 2 }'), on)
      : null;
    expect([result?.verdict, result?.unsettled]).toEqual([
      'eligible',
      ['船队规模给出的是大，按其他资料推导是小；以给出的为准'],
    ]);
  });
});
