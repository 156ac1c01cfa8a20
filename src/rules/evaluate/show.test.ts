import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { point, range, missingFact, type Outcome } from './outcome.ts';
import { showClause, showDistance, showOutcome } from './show.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import { rational, whole } from '#rules/exact/rational.ts';
import type { Clause } from '#rules/packs/rulebook.ts';

const money: ValueType = { kind: 'money' };
const ratio: ValueType = { kind: 'ratio' };
const people: ValueType = { kind: 'integer', unit: '人' };
const text: ValueType = { kind: 'text' };

describe('an outcome as shown', () => {
  it.each<readonly [Outcome, ValueType, string | null]>([
    [point(whole(50_000_000)), money, '50万元'],
    [point(rational(1n, 8n)), ratio, '12.5%'],
    [point(whole(3)), people, '3人'],
    [point(whole(6)), { kind: 'integer', unit: '月' }, '6个月'],
    [point(whole(2)), { kind: 'rank' }, '第2名'],
    [range(whole(1), whole(3), { missing: ['a'], reasons: [] }), people, '1人–3人'],
    [range(whole(0), whole(100), { missing: ['a'], reasons: [] }), money, '0元–1元'],
    [missingFact('a'), money, null],
    [{ is: 'boolean', value: true }, { kind: 'boolean' }, '是'],
    [{ is: 'boolean', value: false }, { kind: 'boolean' }, '否'],
    [{ is: 'none' }, { kind: 'rank' }, '无'],
    [{ is: 'text', value: '月牙' }, text, '月牙'],
    [{ is: 'set', value: ['甲', '乙'] }, { kind: 'set', values: ['甲', '乙'] }, '甲、乙'],
    [{ is: 'set', value: [] }, { kind: 'set', values: ['甲'] }, '无'],
    [{ is: 'date', value: toyDay('2024-02-29') }, { kind: 'date' }, '2024-02-29'],
    [{ is: 'rows', value: [new Map(), new Map()] }, { kind: 'list', fields: new Map() }, '2 行'],
    [{ is: 'compound', quotient: rational(121n, 100n), years: 2 }, ratio, '10%'],
  ])('%# is %s', (outcome, type, expected) => {
    expect(showOutcome(outcome, type)).toBe(expected);
  });
});

describe('a distance', () => {
  it.each<readonly [bigint, bigint, ValueType, string]>([
    [60_000_000n, 1n, money, '60万元'],
    [1n, 200n, ratio, '0.5个百分点'],
    [1n, 3n, ratio, '33.3333…个百分点'],
    [2n, 1n, { kind: 'number', unit: '年' }, '2年'],
    [3n, 2n, { kind: 'number', unit: null }, '1.5'],
    [1n, 1n, { kind: 'rank' }, '1名'],
  ])('%s/%s', (n, d, type, expected) => {
    expect(showDistance(rational(n, d), type)).toBe(expected);
  });
});

describe('a clause', () => {
  it('is shown with its document', () => {
    const clause: Clause = {
      key: 'a',
      document: {
        id: 'r',
        title: '村规',
        number: null,
        issuer: '村',
        issued: '2024-01-01',
        from: null,
        to: null,
        seen: null,
        evidence: 'primary',
        successor: null,
        note: null,
      },
      at: '第一条',
      evidence: 'seed',
      says: '如此',
    };
    expect(showClause(clause)).toEqual({
      key: 'a',
      document: 'r',
      title: '村规',
      number: null,
      issuer: '村',
      issued: '2024-01-01',
      at: '第一条',
      evidence: 'seed',
      says: '如此',
    });
    expect(showClause(null)).toBeNull();
  });
});
