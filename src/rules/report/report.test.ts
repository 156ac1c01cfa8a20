// What the report says of the packs that come with the program, at dates whose documents say what must stand there.
import { describe, expect, it } from 'vitest';
import { changesBetween, expiringWithin } from './changes.ts';
import { leaningOn } from './evidence.ts';
import { openPoints } from './open-points.ts';
import { readinessOfGate, readinessOfItem } from './readiness.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

const date = (text: string): PlainDate => text as PlainDate; // every date below exists

const files = {
  'town/pack.yaml': 'id: town\nname: 小城\n',
  'town/documents.yaml': [
    '- { id: d1, title: 小城办法, number: 小城1号, issuer: 小城, issued: 2020-01-01, from: 2020-01-01, to: 2026-12-31, evidence: primary }',
    '- { id: d2, title: 转述, number: unknown, issuer: unknown, issued: unknown, to: unknown, evidence: secondary }',
  ].join('\n'),
  'town/facts/all.yaml':
    'enterprise:\n  - { name: 收入, key: income, type: money, period: year, change: effort }\n  - { name: 级别, key: rung, type: ordered, values: [无级, 一级], change: effort }\n',
  'town/ladder/all.yaml': [
    'clauses: [ { key: c, document: d1, evidence: primary, says: 规定 }, { key: s, document: d2, evidence: secondary, says: 转述 } ]',
    'levels: [无级, 一级]',
    'gates:',
    '  - { id: town/gate, name: 一级认定, to: 一级, clause: s, new: { from: 2020-01-01, to: 2026-03-31 }, require: { test: 上年(收入) ≥ 1万元 } }',
  ].join('\n'),
  'town/items/all.yaml': [
    'clauses: [ { key: c, document: d1, evidence: primary, says: 规定 } ]',
    'items:',
    '  - { id: town/award, name: 奖励, kind: award, subject: enterprise, theme: 奖励, versions: [ { from: 2020-01-01, to: 2025-12-31, eligible: { test: 上年(收入) ≥ 1万元, clause: c }, benefit: { amount: 1万元, clause: c }, unsettled: [是否免申即享] }, { from: 2026-01-01, eligible: { test: 上年(收入) ≥ 2万元, clause: c }, benefit: { amount: unknown, clause: c } } ] }',
    '  - { id: town/listed, name: 只有名称, kind: service, subject: enterprise, theme: 服务, versions: [ { from: unknown, to: unknown, eligible: { unpublished: 对象和条件, clause: c }, benefit: { amount: unknown, clause: c } } ], procedure: { kind: service, window: always } }',
  ].join('\n'),
};

const compiled = compilePacks(
  Object.entries(files).map(([path, text]) => ({ path, text })),
  'sha256:report',
);

const book = (): Rulebook => {
  expect(compiled.problems).toEqual([]);
  if (compiled.rulebook === null) throw new Error('the pack above compiles');
  return compiled.rulebook;
};

describe('changes between two dates', () => {
  const between = (from: string, to: string): readonly string[] =>
    changesBetween(book(), date(from), date(to)).map(({ id, change }) => `${id} ${change}`);

  it('tells a version that takes over, and nothing on two days of one version', () => {
    expect(between('2025-12-31', '2026-01-01')).toEqual(['town/award replaced']);
    expect(between('2025-12-30', '2025-12-31')).toEqual([]);
  });

  it('tells what begins and what ends, gates and documents too', () => {
    expect(between('2019-12-31', '2020-01-01')).toEqual(['town/award begins', 'town/gate begins', 'd1 begins']);
    expect(between('2026-03-31', '2026-04-01')).toEqual(['town/gate ends']);
    expect(between('2026-12-31', '2027-01-01')).toEqual(['d1 ends']);
  });
});

describe('what ends soon', () => {
  it('counts the days from the date, the last day included, the nearest first', () => {
    const soon = (days: number): readonly string[] =>
      expiringWithin(book(), date('2026-03-30'), days).map(({ id, to }) => `${id} ${to}`);
    expect(soon(0)).toEqual([]);
    expect(soon(1)).toEqual(['town/gate 2026-03-31']);
    expect(soon(276)).toEqual(['town/gate 2026-03-31', 'd1 2026-12-31']);
    expect(soon(275)).toEqual(['town/gate 2026-03-31']);
  });
});

describe('what rests on weaker evidence', () => {
  it('names the rules with the clauses of that grade', () => {
    expect(leaningOn(book(), 'secondary')).toEqual([
      { id: 'town/gate', name: '一级认定', grade: 'secondary', clauses: [{ key: 's', document: 'd2', says: '转述' }] },
    ]);
    expect(leaningOn(book(), 'seed')).toEqual([]);
  });
});

describe('open points', () => {
  it('lists each with the rule or document it belongs to', () => {
    expect(openPoints(book()).map(({ of, kind, point }) => `${of} ${kind} ${point}`)).toEqual([
      'town/award unsettled 是否免申即享',
      'town/award number 标准',
      'town/award procedure 办理方式',
      'town/award window 申报窗口',
      'town/listed unpublished 对象和条件',
      'town/listed number 标准',
      'town/listed term 有效期',
      'town/listed term 施行日期',
      'd2 register 文号',
      'd2 register 发文机关',
      'd2 register 发文日期',
      'd2 register 有效期',
    ]);
  });
});

describe('readiness', () => {
  it('is computable where some firm can be found eligible, and catalogue where only the name is known', () => {
    const [award, listed] = [...book().items.values()];
    expect(award === undefined ? null : readinessOfItem(award)).toBe('computable');
    expect(listed === undefined ? null : readinessOfItem(listed)).toBe('catalogue');
    expect([...book().gates.values()].map(readinessOfGate)).toEqual(['computable']);
  });
});
