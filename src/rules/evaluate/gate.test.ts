// Gates: the rule of a mode on a day, the notices laid over it, and days on which no rule is, or may not be, in force.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, villageClauses, villageWith } from '#test/support/toy-book.ts';
import { evaluateGate, isInForce } from './gate.ts';
import type { ConditionResult, GateResult } from './result.ts';
import type { Mode, Rulebook } from '#rules/packs/rulebook.ts';

const scores = `${villageClauses}scores:
  - id: harbour/score
    name: 评分
    clause: a
    indicators: [ { id: crew-points, max: 5, of: 船员, at-least: { 3: 5 } } ]
`;

const gates = `levels: [ 新手, 熟手, 船长 ]
${villageClauses}gates:
  - id: harbour/skilled-2022
    name: 熟手标准（2022）
    to: 熟手
    new: { from: 2022-01-01, to: 2023-12-31 }
    review: { from: 2022-01-01 }
    clause: a
    unsettled: [ 名额 ]
    require:
      all:
        - { id: years, test: 入会年限 ≥ 2年 }
        - { id: crew, test: 船员 ≥ 3 }
        - { id: catch, test: 上年(渔获收入) ≥ 10万元, only-for: new }
        - { id: catch, test: 上年(渔获收入) ≥ 5万元, only-for: review }
        - { id: route, first: [ { when: { id: leads, test: 领头 }, test: 船员 ≥ 1 }, { id: many, test: 船员 ≥ 5 } ] }
        - { id: never, not: { id: rude, test: 守规矩 = 否 } }
  - id: harbour/skilled-2024
    name: 熟手标准（2024）
    to: 熟手
    new: { from: 2024-07-01 }
    review: { from: 2025-01-01 }
    clause: a
    require: { id: crew, test: 船员 ≥ 4 }
  - id: harbour/captain
    name: 船长标准
    to: 船长
    new: { from: unknown, seen: 2023-06-01, to: unknown }
    clause: a
    require: { all: [ { id: crew, test: 船员 ≥ 9 }, { id: points, score: harbour/score, at-least: 5 } ] }
`;

const bookWith = (overlays = ''): Rulebook =>
  villageWith(null, {
    'harbour/ladder/gates.yaml': gates + (overlays === '' ? '' : `overlays:\n${overlays}`),
    'harbour/scores/s.yaml': scores,
  });

const good = '{ 入会年限: 2, 船员: 5, 渔获收入: { 2022: 10万元, 2023: 10万元, 2024: 10万元 }, 领头: 是, 守规矩: 是 }';
const weak = '{ 入会年限: 1, 船员: 5, 渔获收入: { 2022: 10万元, 2023: 10万元, 2024: 10万元 }, 领头: 是, 守规矩: 是 }';

type Asked = {
  readonly overlays?: string;
  readonly id?: string;
  readonly mode?: Mode;
  readonly on?: string;
  readonly facts?: string;
};

const gate = ({
  overlays = '',
  id = 'harbour/skilled-2022',
  mode = 'new',
  on = '2023-06-01',
  facts = good,
}: Asked): GateResult => {
  const book = bookWith(overlays);
  const found = book.gates.get(id);
  if (!found) throw new Error(id);
  return evaluateGate(book, found, mode, given(book, facts), toyDay(on));
};

const partOf = (result: GateResult, id: string): ConditionResult | undefined =>
  result.conditions?.of?.find((part) => part.id === id && part.op !== 'not-tested');
const texts = (result: GateResult): readonly string[] => result.reasons.map(({ text }) => text);

describe('a gate', () => {
  it('gives verdict, failing ids, notes and trace', () => {
    expect(gate({})).toMatchObject({
      applies: true,
      verdict: 'eligible',
      failing: [],
      missing: [],
      unsettled: ['名额'],
      score: null,
    });
    expect(gate({ facts: weak })).toMatchObject({ verdict: 'ineligible', failing: ['years'] });
  });

  it('tests in each mode what is for it', () => {
    const few = good.replace('2022: 10万元', '2022: 7万元');
    expect(gate({ facts: few }).failing).toEqual(['catch']);
    expect(gate({ facts: few, mode: 'review' }).verdict).toBe('eligible');
    expect(gate({ mode: 'review' }).conditions?.of?.map(({ op }) => op)).toEqual([
      'test',
      'test',
      'not-tested',
      'test',
      'first',
      'not',
    ]);
  });

  it('shows the score that it reads', () => {
    expect(gate({ id: 'harbour/captain', facts: '{ 船员: 9 }' }).score).toMatchObject({
      id: 'harbour/score',
      low: 5,
      high: 5,
    });
  });
});

describe('a day without a rule', () => {
  const dead = (on: string, id?: string, mode?: Mode): readonly unknown[] => {
    const result = gate({ on, ...(id ? { id } : {}), ...(mode ? { mode } : {}) });
    return [
      result.applies,
      result.verdict,
      result.conditions,
      ...result.reasons.map(({ code }) => code),
      ...texts(result),
    ];
  };

  it('before the first, between two, or after the last of a level and mode, does not apply', () => {
    expect(dead('2021-12-31')).toEqual([false, 'ineligible', null, 'not-in-force', '未生效：2022-01-01 起施行']);
    expect(dead('2024-03-01')).toEqual([
      false,
      'ineligible',
      null,
      'not-in-force',
      '空档：2023-12-31 之后、2024-07-01 之前没有规定',
    ]);
    expect(dead('2024-03-01', 'harbour/skilled-2024')).toEqual([
      false,
      'ineligible',
      null,
      'not-in-force',
      '空档：2023-12-31 之后、2024-07-01 之前没有规定',
    ]);
  });

  it('while another of the level is in force, is told of this one alone', () => {
    expect(dead('2024-07-01')).toEqual([false, 'ineligible', null, 'not-in-force', '已失效：有效期到 2023-12-31']);
    expect(dead('2023-06-01', 'harbour/skilled-2024')).toEqual([
      false,
      'ineligible',
      null,
      'not-in-force',
      '未生效：2024-07-01 起施行',
    ]);
  });

  it('of a mode that the gate does not have, does not apply', () => {
    expect(dead('2024-06-01', 'harbour/captain', 'review')).toEqual([
      false,
      'ineligible',
      null,
      'not-in-force',
      '没有这种办理方式',
    ]);
  });

  it('ends an open review rule the day before the next one begins', () => {
    expect([
      gate({ mode: 'review', on: '2024-12-31' }).applies,
      gate({ mode: 'review', on: '2025-01-01' }).applies,
    ]).toEqual([true, false]);
  });
});

describe('a rule that may not have begun', () => {
  const captain = (facts: string, on: string): GateResult => gate({ id: 'harbour/captain', facts, on });

  it('lets nobody pass for certain, and still fails whom it fails', () => {
    const passed = captain('{ 船员: 9 }', '2023-05-31');
    expect([passed.applies, passed.verdict, passed.missing, passed.reasons.map(({ code }) => code)]).toEqual([
      true,
      'undetermined',
      [],
      ['unpublished'],
    ]);
    expect(captain('{ 船员: 8 }', '2023-05-31')).toMatchObject({ verdict: 'ineligible', failing: ['crew'] });
    expect(captain('{}', '2023-05-31')).toMatchObject({ verdict: 'undetermined', missing: ['船员'] });
  });

  it('is in force from the day it was seen, and stays so with a note', () => {
    expect(captain('{ 船员: 9 }', '2023-06-01')).toMatchObject({ verdict: 'eligible', unsettled: ['有效期待核'] });
    const book = bookWith();
    const found = book.gates.get('harbour/captain');
    expect(
      found && [isInForce(found, 'new', toyDay('2000-01-01')), isInForce(found, 'review', toyDay('2024-01-01'))],
    ).toEqual([true, false]);
  });
});

describe('a notice', () => {
  const overlay = (change: string, term = 'from: 2023-05-01, to: 2023-12-31', mode = 'mode: new, '): string =>
    `  - { id: harbour/notice, gate: harbour/skilled-2022, ${mode}${term}, clause: b, ${change} }\n`;

  it('waives a condition for its days and its mode', () => {
    const waive = overlay('waive: years');
    const waived = gate({ overlays: waive, facts: weak });
    expect([waived.verdict, partOf(waived, 'years')]).toMatchObject([
      'eligible',
      { op: 'waived', verdict: 'eligible', text: '入会年限 ≥ 2年', evidence: 'seed', clause: { key: 'b' } },
    ]);
    expect(gate({ overlays: waive, facts: weak, on: '2023-04-30' }).verdict).toBe('ineligible');
    expect(gate({ overlays: waive, facts: weak, on: '2023-05-01' }).verdict).toBe('eligible');
    expect(gate({ overlays: waive, facts: weak, on: '2023-12-31' }).verdict).toBe('eligible');
    expect(gate({ overlays: waive, facts: weak, mode: 'review' }).verdict).toBe('ineligible');
    expect(gate({ overlays: waive, facts: weak, mode: 'review', on: '2024-02-01' }).verdict).toBe('ineligible');
  });

  it('without a mode holds in both', () => {
    const both = overlay('waive: years', undefined, '');
    expect([
      gate({ overlays: both, facts: weak }).verdict,
      gate({ overlays: both, facts: weak, mode: 'review' }).verdict,
    ]).toEqual(['eligible', 'eligible']);
  });

  it('waives of two conditions with one id only the one that its mode tests', () => {
    const few = good.replace('2022: 10万元', '2022: 1万元');
    const result = gate({ overlays: overlay('waive: catch'), facts: few });
    expect([result.verdict, result.conditions?.of?.map(({ op }) => op)]).toEqual([
      'eligible',
      ['test', 'test', 'waived', 'not-tested', 'first', 'not'],
    ]);
  });

  it('replaces a condition, which keeps the id', () => {
    const replaced = overlay('replace: crew, by: { test: 船员 ≥ 6 }');
    expect(gate({ overlays: replaced }).failing).toEqual(['crew']);
    expect(partOf(gate({ overlays: replaced }), 'crew')).toMatchObject({ text: '船员 ≥ 6', clause: { key: 'b' } });
    expect(gate({ overlays: replaced, facts: good.replace('船员: 5', '船员: 6') }).verdict).toBe('eligible');
  });

  it('adds a condition', () => {
    const added = overlay('add: { id: newcomer, test: 船员 ≥ 6 }');
    expect(gate({ overlays: added })).toMatchObject({ verdict: 'ineligible', failing: ['newcomer'] });
    const alone = `  - { id: harbour/notice, gate: harbour/skilled-2024, from: 2024-07-01, to: 2024-12-31, clause: b, add: { id: newcomer, test: 守规矩 } }\n`;
    const result = gate({
      overlays: alone,
      id: 'harbour/skilled-2024',
      on: '2024-08-01',
      facts: '{ 船员: 4, 守规矩: 否 }',
    });
    expect(result).toMatchObject({ verdict: 'ineligible', failing: ['newcomer'], conditions: { op: 'all' } });
  });

  it('reaches inside a first, a not and a guard', () => {
    const follower = good.replace('领头: 是', '领头: 否').replace('船员: 5', '船员: 4');
    expect(gate({ facts: follower }).failing).toEqual(['many']);
    expect(gate({ facts: follower, overlays: overlay('waive: many') }).verdict).toBe('eligible');
    expect(gate({ facts: follower, overlays: overlay('waive: leads') }).verdict).toBe('eligible');
    expect(gate({ facts: good, overlays: overlay('replace: rude, by: 守规矩') }).failing).toEqual(['never']);
  });

  it('goes over another while it is in force', () => {
    const two = `${overlay('replace: crew, by: { test: 船员 ≥ 6 }')}  - { id: harbour/later, gate: harbour/skilled-2022, mode: new, from: 2023-09-01, to: 2023-12-31, clause: a, replace: crew, by: { test: 船员 ≥ 4 }, over: harbour/notice }\n`;
    expect(gate({ overlays: two, on: '2023-08-31' }).verdict).toBe('ineligible');
    expect(gate({ overlays: two, on: '2023-09-01' }).verdict).toBe('eligible');
  });

  it('whose clause is only a draft waives nothing for certain', () => {
    const draft = overlay('waive: years').replace('clause: b', 'clause: d');
    const open = gate({ overlays: draft, facts: weak });
    expect([open.verdict, open.missing, open.reasons.map(({ code }) => code)]).toEqual([
      'undetermined',
      [],
      ['evidence'],
    ]);
    expect(gate({ overlays: draft }).verdict).toBe('eligible');
  });
});
