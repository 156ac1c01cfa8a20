// A small pack with one of each oddity built in, and the same pack without them: the report must tell the first and be silent on the second.
import { describe, expect, it } from 'vitest';
import { consistencyFindings } from './consistency.ts';
import type { FindingKind } from './finding.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { compilePacks } from '#rules/packs/compile.ts';

const on = '2026-06-01' as PlainDate; // a date that exists

const base = {
  'town/pack.yaml': 'id: town\nname: 小城\ndivision: "999900"\n',
  'town/documents.yaml':
    '- { id: d1, title: 小城办法, number: 小城1号, issuer: 小城, issued: 2020-01-01, from: 2020-01-01, evidence: primary }\n',
  'town/trees/divisions.yaml': 'tree: 行政区划\nnodes: { 大省: { 小城: { 小城东区: {}, 小城西区: {} } } }\n',
  'town/sets.yaml': '- { name: 全城, of: 行政区划, in: [小城] }\n',
  'town/facts/all.yaml': [
    'enterprise:',
    '  - { name: 注册地, key: place, type: tree, of: 行政区划, change: choice }',
    '  - { name: 收入, key: income, type: money, period: year, min: 0元, change: effort }',
    '  - { name: 占比, key: share, type: ratio, min: 0%, max: 100%, change: effort }',
    '  - { name: 等级, key: grade, type: ordered, values: [丙, 乙, 甲], change: effort }',
    '  - { name: 合格, key: fit, type: boolean, change: declare }',
  ].join('\n'),
};

const item = (id: string, body: string, more = ''): string =>
  `- id: town/${id}\n  name: 事项${id}\n  kind: award\n  subject: enterprise\n  theme: 奖励\n  clauses: [ { key: c, document: d1, evidence: primary, says: 规定 } ]\n  versions:\n${body}\n  competition: none\n${more}`;

const version = (
  applies: string,
  eligible: string,
  benefit = '{ amount: 1万元 }',
  from = '2020-01-01',
  to = '',
): string =>
  `    - { from: ${from}, ${to === '' ? '' : `to: ${to}, `}applies: ${applies}, eligible: ${eligible}, benefit: ${benefit} }`;

const all = '{ test: 注册地 属于 全城 }';
/** Reads every fact, so that only what a test adds is odd. */
const readsAll = item('plain', version(all, '{ all: [上年(收入) ≥ 100万元, 占比 ≥ 10%, 等级 不低于 乙, 合格] }'));

const findings = (items: string, files: Readonly<Record<string, string>> = {}) => {
  const texts = { ...base, 'town/items/all.yaml': items, ...files };
  const { rulebook, problems } = compilePacks(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    'sha256:report',
  );
  expect(problems).toEqual([]);
  return rulebook === null ? [] : consistencyFindings(rulebook, on);
};

const told = (items: string, files?: Readonly<Record<string, string>>): readonly (readonly [FindingKind, string])[] =>
  findings(items, files).map(({ kind, of }) => [kind, of]);

describe('the consistency report', () => {
  it('is silent on a pack without oddities', () => {
    expect(findings(readsAll)).toEqual([]);
  });

  it('tells demands that cannot hold together, across applies and eligible', () => {
    const odd = item('x', version('{ test: 等级 = 丙 }', '{ all: [上年(收入) ≥ 2元, 等级 不低于 乙] }'));
    expect(told(`${readsAll}${odd}`)).toEqual([['contradiction', 'town/x']]);
  });

  it('tells a demand that the fact can never meet, and one that it always meets', () => {
    const odd = item('x', version(all, '{ all: [占比 > 100%, 上年(收入) ≥ 0元] }'));
    expect(told(`${readsAll}${odd}`)).toEqual([
      ['contradiction', 'town/x'],
      ['never-binds', 'town/x'],
    ]);
  });

  it('tells the weaker of two thresholds under 且, and the stronger of two under 或', () => {
    const both = item('x', version(all, '{ all: [上年(收入) ≥ 100万元, 上年(收入) > 50万元] }'));
    expect(findings(`${readsAll}${both}`).map(({ text }) => text)).toEqual([
      '「上年(收入) > 50万元」不起作用：「上年(收入) ≥ 100万元」已经要求了',
    ]);
    const either = item('y', version(all, '{ any: [上年(收入) ≥ 100万元, 上年(收入) > 50万元] }'));
    expect(findings(`${readsAll}${either}`).map(({ text }) => text)).toEqual([
      '「上年(收入) ≥ 100万元」不起作用：满足它的都满足「上年(收入) > 50万元」，两者是“或”',
    ]);
  });

  it('keeps two thresholds that both matter', () => {
    const range = item('x', version(all, '{ all: [上年(收入) ≥ 100万元, 上年(收入) < 200万元] }'));
    expect(told(`${readsAll}${range}`)).toEqual([]);
  });

  it('tells rows that no firm reaches', () => {
    const later = item(
      'x',
      version(
        all,
        '{ test: 合格 }',
        '{ first: [ { when: 上年(收入) ≥ 100万元, amount: 3万元 }, { when: 上年(收入) ≥ 200万元, amount: 4万元 }, { amount: 1万元 } ] }',
      ),
    );
    expect(told(`${readsAll}${later}`)).toEqual([['dead-branch', 'town/x']]);
    const within = item(
      'y',
      version(
        all,
        '{ test: 上年(收入) ≥ 100万元 }',
        '{ first: [ { when: 上年(收入) ≥ 50万元, amount: 3万元 }, { amount: 1万元 } ] }',
      ),
    );
    expect(told(`${readsAll}${within}`)).toEqual([['dead-branch', 'town/y']]);
  });

  it('tells a cap that the conditions keep out of reach, and keeps one that some firm touches', () => {
    const benefit = (cap: string): string => `{ rate: 20%, of: 上年(收入), cap: ${cap} }`;
    const capped = (cap: string): string => item('x', version(all, '{ test: 上年(收入) ≤ 300万元 }', benefit(cap)));
    expect(told(`${readsAll}${capped('60万元')}`)).toEqual([['never-binds', 'town/x']]);
    expect(told(`${readsAll}${capped('59万元')}`)).toEqual([]);
  });

  it('tells days that no version covers', () => {
    const gap = item(
      'x',
      `${version(all, '{ test: 合格 }', '{ amount: 1万元 }', '2020-01-01', '2021-12-31')}\n${version(all, '{ test: 合格 }', '{ amount: 2万元 }', '2023-01-01')}`,
    );
    expect(findings(`${readsAll}${gap}`).map(({ text }) => text)).toEqual([
      '「事项x」在 2022-01-01 至 2022-12-31 之间没有规定',
    ]);
  });

  it('tells one fact under two names, and a fact that nothing reads', () => {
    const files = {
      'town/facts/more.yaml':
        'enterprise:\n  - { name: 收入金额, key: incomeSum, type: money, period: year, change: effort }\n  - { name: 收入总额, key: incomeAll, type: money, period: year, change: effort }\n',
    };
    expect(told(readsAll, files)).toEqual([
      ['two-names', '收入金额'],
      ['two-names', '收入总额'],
      ['two-names', '收入总额'],
      ['unread-fact', '收入金额'],
      ['unread-fact', '收入总额'],
    ]);
  });

  it('tells an item that must follow another which it excludes', () => {
    const stacking =
      '- { id: town/after, name: 先后, scope: enterprise, rule: { after: town/plain } }\n- { id: town/one, name: 择一, scope: enterprise, rule: choose-one }\n';
    const cited = `clauses: [ { key: c, document: d1, evidence: primary, says: 规定 } ]\nrules:\n${stacking.replaceAll(/^/gm, '  ').trimEnd()}\n`;
    const first = readsAll.replace('competition: none\n', 'competition: none\n  stacking: [town/one]\n');
    const odd = item('x', version(all, '{ test: 合格 }'), '  stacking: [town/after, town/one]\n');
    expect(findings(`${first}${odd}`, { 'town/stacking.yaml': cited }).map(({ text }) => text)).toEqual([
      '须在「事项plain」之后，又与它互斥（择一）',
    ]);
    const against = item('x', version(all, '{ not: { test: 合格 } }'), '  stacking: [town/after]\n');
    expect(told(`${first}${against}`, { 'town/stacking.yaml': cited })).toEqual([['contradiction', 'town/x']]);
  });

  it('tells a district rule beside the city rule of the same kind', () => {
    const district = item('x', version('{ test: 注册地 属于 小城东区 }', '{ test: 合格 }'));
    expect(findings(`${readsAll}${district}`).map(({ text }) => text)).toEqual([
      '「事项x」（小城东区）与「事项plain」（全城）同类：能否叠加没有写明',
    ]);
  });
});
