// Looks through benefits: rows never reached, and caps and floors that no case can touch.
import { rowScopes } from './conditions.ts';
import type { Finding } from './finding.ts';
import { othersOn, type Said } from './said.ts';
import { add, compare, divide, multiply, subtract, type Rational } from '#rules/exact/rational.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Benefit, BenefitNumber } from '#rules/packs/rulebook.ts';

/** The number that an expression of literals comes to; null for any other. */
const constantOf = (e: BenefitNumber | null): Rational | null => {
  if (e === null || e === 'unknown') return null;
  if (e.kind === 'number') return e.value;
  if (e.kind !== 'arithmetic') return null;
  const [left, right] = [constantOf(e.left), constantOf(e.right)];
  if (left === null || right === null) return null;
  switch (e.operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '×':
      return multiply(left, right);
    case '÷':
      return divide(left, right);
  }
};

type Base = { readonly low: Rational | null; readonly high: Rational | null; readonly texts: readonly string[] };

/** What the conditions leave open for the base that a rate is taken of. */
const baseOf = (of: Expression, scope: readonly Said[]): Base | null => {
  const about = printChinese(of);
  const known = othersOn(scope, {
    constraint: { about, bounds: { kind: 'interval', low: null, high: null }, natural: null },
    text: '',
    leaf: null,
    onlyFor: null,
  });
  if (known === null || known.bounds.kind !== 'interval') return null;
  return { low: known.bounds.low?.value ?? null, high: known.bounds.high?.value ?? null, texts: known.texts };
};

const limitFindings = (of: string, benefit: Benefit, scope: readonly Said[]): readonly Finding[] => {
  if (benefit.kind !== 'rate') return [];
  const [rate, cap, floor] = [constantOf(benefit.rate), constantOf(benefit.cap), constantOf(benefit.floor)];
  const base = baseOf(benefit.of, scope);
  if (rate === null || base === null) return [];
  const because = base.texts.map((text) => `「${text}」`).join('、');
  const say = (word: string): Finding => ({
    kind: 'never-binds',
    of,
    place: benefit.place,
    text: `${word}碰不到：条件已限定${because}，按比例算不到这个数（只在金额未知时起作用）`,
  });
  const touches = (edge: Rational | null, limit: Rational | null, sign: 1 | -1): boolean =>
    edge === null || limit === null || compare(multiply(rate, edge), limit) === sign;
  return [...(touches(base.high, cap, 1) ? [] : [say('上限')]), ...(touches(base.low, floor, -1) ? [] : [say('下限')])];
};

/** The findings of a benefit, given all that holds for a firm that gets it. */
export const benefitFindings = (of: string, benefit: Benefit, scope: readonly Said[]): readonly Finding[] => {
  if (benefit.kind !== 'first') return limitFindings(of, benefit, scope);
  const rows = benefit.rows.map(({ when, then }) => ({ when, place: then.place, then }));
  return rowScopes(of, rows, scope).flatMap(({ scope: inner, dead }, index) => {
    const then = rows[index]?.then;
    if (dead !== null) return [dead];
    return then === undefined ? [] : benefitFindings(of, then, inner);
  });
};
