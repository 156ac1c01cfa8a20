// Every comparison of money and ratios against plain BigInt arithmetic written for this test alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { on, wholeFirm } from '#test/support/drawn-firms.ts';
import { contextOf, drawnTest } from '#test/support/drawn-rules.ts';
import { truthOf } from './expression.ts';
import type { Enterprise, Value } from '#rules/facts/enterprise.ts';
import type { Expression } from '#rules/language/syntax.ts';

/** A fraction whose denominator may have any sign; null where there is no value. */
type Fraction = readonly [n: bigint, d: bigint] | null;

const lastYear = Number(on.slice(0, 4)) - 1;
const read = (value: Value | undefined): Fraction => (value?.is === 'number' ? [value.value.n, value.value.d] : null);
const inYear = (firm: Enterprise, path: string, year: number): Fraction => read(firm.facts.yearly.get(path)?.get(year));

const plus = (a: Fraction, b: Fraction, sign: 1n | -1n = 1n): Fraction =>
  a && b && [a[0] * b[1] + sign * b[0] * a[1], a[1] * b[1]];
const over = (a: Fraction, b: Fraction): Fraction => (a && b && b[0] !== 0n ? [a[0] * b[1], a[1] * b[0]] : null);
/** −, 0 or + of a − b: cross-multiplied, the signs of both denominators turned over. */
const order = (a: NonNullable<Fraction>, b: NonNullable<Fraction>): bigint => {
  const sign = (a[1] < 0n ? -1n : 1n) * (b[1] < 0n ? -1n : 1n);
  return sign * (a[0] * b[1] - b[0] * a[1]);
};

const growth = (firm: Enterprise, path: string, year: number): Fraction => {
  const [before, after] = [inYear(firm, path, year - 1), inYear(firm, path, year)];
  return before && before[0] > 0n ? over(plus(after, before, -1n), before) : null;
};

const extremeOf = (word: string, parts: readonly Fraction[]): Fraction => {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return known.reduce((best, next) => {
    const above = order(next, best) > 0n;
    return (word === '最大') === above ? next : best;
  });
};

const oracle = (firm: Enterprise, node: Expression): Fraction => {
  switch (node.kind) {
    case 'number':
      return [node.value.n, node.value.d];
    case 'fact':
      return read(firm.facts.single.get(node.fact.path));
    case 'year':
      return inYear(firm, node.fact.path, lastYear - node.back);
    case 'window': {
      const sum = plus(inYear(firm, node.fact.path, lastYear), inYear(firm, node.fact.path, lastYear - 1));
      return node.take === '合计' ? sum : over(sum, [2n, 1n]);
    }
    case 'growth':
      return node.years === 1
        ? growth(firm, node.fact.path, lastYear)
        : over(plus(growth(firm, node.fact.path, lastYear), growth(firm, node.fact.path, lastYear - 1)), [2n, 1n]);
    case 'arithmetic': {
      const [a, b] = [oracle(firm, node.left), oracle(firm, node.right)];
      return node.operator === '÷' ? over(a, b) : plus(a, b, node.operator === '-' ? -1n : 1n);
    }
    case 'extreme':
      return extremeOf(
        node.word,
        node.of.map((part) => oracle(firm, part)),
      );
    case 'aggregate': {
      const rows = firm.facts.single.get('船只');
      const red = rows?.is === 'rows' ? rows.value.filter((row) => isRed(row.get('颜色'))) : [];
      return red.reduce<Fraction>((sum, row) => plus(sum, read(row.get('重量'))), [0n, 1n]);
    }
    default:
      throw new Error(`the oracle does not know ${node.kind}`);
  }
};

const holds = (operator: string, sign: bigint): boolean =>
  ({ '≥': sign >= 0n, '>': sign > 0n, '≤': sign <= 0n, '<': sign < 0n, '=': sign === 0n, '≠': sign !== 0n })[
    operator
  ] ?? false;

const isRed = (value: Value | undefined): boolean => value?.is === 'text' && value.value === '红';

const numeric = drawnTest.filter(
  (test) => test.kind === 'comparison' && ['money', 'ratio', 'integer'].includes(test.left.type.kind),
);

describe('exactness', () => {
  it('gives the verdict of BigInt arithmetic with zero and negative bases and numbers beyond 2^53', () => {
    let decided = 0;
    fc.assert(
      fc.property(numeric, wholeFirm, (test, firm) => {
        if (test.kind !== 'comparison') throw new Error('only comparisons are drawn');
        const [left, right] = [oracle(firm, test.left), oracle(firm, test.right)];
        const expected = left === null || right === null ? 'unknown' : holds(test.operator, order(left, right));
        const result = truthOf(contextOf(firm), test);
        expect(result.is === 'unknown' ? 'unknown' : result.value).toBe(expected);
        if (expected !== 'unknown') decided++;
      }),
      { numRuns: 4000 },
    );
    expect(decided).toBeGreaterThan(2000);
  });
});
