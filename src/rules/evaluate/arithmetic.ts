// Exact arithmetic on outcomes. A range goes through as a range; an unknown makes the result unknown.
import {
  because,
  point,
  range,
  unite,
  unknownFrom,
  whyOf,
  type NumberOutcome,
  type Outcome,
  type Unknown,
  type Why,
} from './outcome.ts';
import {
  add,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  signOf,
  subtract,
  type Rational,
} from '#rules/exact/rational.ts';
import type { ArithmeticOperator } from '#rules/language/syntax.ts';

const whyOfBoth = (a: Outcome, b: Outcome): Why | null => {
  const parts = [whyOf(a), whyOf(b)].filter((why) => why !== null);
  return parts.length === 0 ? null : unite(parts);
};

const hull = (values: readonly Rational[], why: Why | null): NumberOutcome => {
  const [first, ...rest] = values;
  if (!first) throw new Error('a hull needs at least one value');
  return range(rest.reduce(minimum, first), rest.reduce(maximum, first), why);
};

/** Names what stands below the line; printed only where it is zero. */
type Divisor = () => string;

const byZero = (divisor: Divisor): Unknown => {
  const at = divisor();
  return because('division-by-zero', at, `分母为零：${at}`);
};

const quotient = (a: NumberOutcome, b: NumberOutcome, divisor: Divisor): Outcome => {
  if (compare(b.low, b.high) === 0 && b.low.n === 0n) return byZero(divisor);
  // A divisor that may be zero leaves the quotient open.
  if (signOf(b.low) !== signOf(b.high) || b.low.n === 0n)
    return unknownFrom([whyOfBoth(a, b) ?? { missing: [], reasons: [] }]);
  const corners = [a.low, a.high].flatMap((n) => [b.low, b.high].map((d) => divide(n, d)));
  return hull(
    corners.filter((value) => value !== null),
    whyOfBoth(a, b),
  );
};

const noDivisor: Divisor = () => '除数';

/**
 * a ∘ b, exactly.
 *
 * @param divisor  names the divisor, for the reason when it is zero
 */
export const calculate = (
  operator: ArithmeticOperator,
  a: Outcome,
  b: Outcome,
  divisor: Divisor = noDivisor,
): Outcome => {
  const open = whyOfBoth(a, b);
  // An unknown beside a range: both keep the result open.
  if (open !== null && (a.is === 'unknown' || b.is === 'unknown')) return unknownFrom([open]);
  // 无 stays 无: there is nothing to calculate with, and every comparison with it is false.
  if (a.is !== 'number' || b.is !== 'number') return { is: 'none' };
  if (a.why === null && b.why === null) {
    const exact = operator === '÷' ? divide(a.low, b.low) : exactly(operator, a.low, b.low);
    return exact === null ? byZero(divisor) : point(exact);
  }
  switch (operator) {
    case '+':
      return range(add(a.low, b.low), add(a.high, b.high), whyOfBoth(a, b));
    case '-':
      return range(subtract(a.low, b.high), subtract(a.high, b.low), whyOfBoth(a, b));
    case '×':
      return hull(
        [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => multiply(x, y))),
        whyOfBoth(a, b),
      );
    case '÷':
      return quotient(a, b, divisor);
  }
};

const exactly = (operator: '+' | '-' | '×', a: Rational, b: Rational): Rational =>
  operator === '+' ? add(a, b) : operator === '-' ? subtract(a, b) : multiply(a, b);

/** The smallest or greatest of several; unknown as soon as one is. */
export const extreme = (word: '最小' | '最大', parts: readonly Outcome[]): Outcome => {
  const whys = parts.map(whyOf).filter((why) => why !== null);
  if (parts.some((part) => part.is === 'unknown')) return unknownFrom(whys);
  const numbers = parts.filter((part) => part.is === 'number');
  if (numbers.length < parts.length || numbers.length === 0) return { is: 'none' };
  const choose = word === '最小' ? minimum : maximum;
  return range(
    numbers.map((part) => part.low).reduce(choose),
    numbers.map((part) => part.high).reduce(choose),
    whys.length === 0 ? null : unite(whys),
  );
};

/** The sum of several numbers; unknown as soon as one is. */
export const sum = (parts: readonly Outcome[]): Outcome =>
  parts.reduce((total, part) => calculate('+', total, part), point({ n: 0n, d: 1n }));
