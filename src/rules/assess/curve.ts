// A number as a function of one fact: a quotient of polynomials with exact coefficients, and the whole steps at which two cross.
import { add, divide, floor, multiply, negate, rational, whole, zero, type Rational } from '#rules/exact/rational.ts';

/** Coefficients, the constant first. */
type Polynomial = readonly Rational[];
export type Curve = { readonly above: Polynomial; readonly below: Polynomial };

const one: Polynomial = [whole(1)];

export const constant = (value: Rational): Curve => ({ above: [value], below: one });
/** The fact itself. */
export const itself: Curve = { above: [zero, whole(1)], below: one };

const trimmed = (polynomial: Polynomial): Polynomial => {
  const last = polynomial.findLastIndex((coefficient) => coefficient.n !== 0n);
  return polynomial.slice(0, Math.max(last + 1, 1));
};

const isOne = (polynomial: Polynomial): boolean =>
  polynomial.length === 1 && polynomial[0]?.n === 1n && polynomial[0].d === 1n;

const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  trimmed(Array.from({ length: Math.max(a.length, b.length) }, (_, k) => add(a[k] ?? zero, b[k] ?? zero)));

const times = (a: Polynomial, b: Polynomial): Polynomial => {
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  const product: Rational[] = Array.from({ length: a.length + b.length - 1 }, () => zero);
  a.forEach((x, i) => b.forEach((y, j) => (product[i + j] = add(product[i + j] ?? zero, multiply(x, y)))));
  return trimmed(product);
};

const opposite = (a: Polynomial): Polynomial => a.map(negate);

export const calculateCurves = (operator: '+' | '-' | '×' | '÷', a: Curve, b: Curve): Curve => {
  switch (operator) {
    case '+':
    case '-': {
      const other = operator === '+' ? b.above : opposite(b.above);
      if (isOne(a.below) && isOne(b.below)) return { above: plus(a.above, other), below: one };
      return { above: plus(times(a.above, b.below), times(other, a.below)), below: times(a.below, b.below) };
    }
    case '×':
      return { above: times(a.above, b.above), below: times(a.below, b.below) };
    case '÷':
      return { above: times(a.above, b.below), below: times(a.below, b.above) };
  }
};

const root = (value: bigint): bigint => {
  if (value < 2n) return value;
  let at = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (at + value / at) >> 1n;
    if (next >= at) return at;
    at = next;
  }
};

/** Whole numbers of steps next to the real zeros; null when the degree is above two. */
const aroundZeros = (polynomial: Polynomial): readonly bigint[] | null => {
  const [c = zero, b = zero, a = zero] = polynomial;
  if (polynomial.length > 3) return null;
  if (polynomial.length < 2) return [];
  if (polynomial.length === 2) {
    const zeroAt = divide(negate(c), b) ?? zero;
    const at = floor(zeroAt);
    return zeroAt.d === 1n ? [at - 1n, at, at + 1n] : [at, at + 1n];
  }
  const scale = a.d * b.d * c.d;
  const [x, y, z] = [a, b, c].map((each) => (each.n * scale) / each.d);
  const inside = (y ?? 0n) * (y ?? 0n) - 4n * (x ?? 0n) * (z ?? 0n);
  if (inside < 0n || x === undefined || y === undefined) return [];
  // The integer root is below the true one by less than one, so each zero lies within one step of these.
  return [root(inside), -root(inside)].flatMap((part) => {
    const near = floor(rational(part - y, 2n * x));
    return [near - 2n, near - 1n, near, near + 1n, near + 2n, near + 3n];
  });
};

const inSteps = (polynomial: Polynomial, step: Rational): Polynomial => {
  let scale = whole(1);
  return polynomial.map((coefficient) => {
    const scaled = multiply(coefficient, scale);
    scale = multiply(scale, step);
    return scaled;
  });
};

/**
 * The values at which a comparison of two curves can turn: those on, just below and just above each crossing, and each place
 * where a divisor changes its sign.
 *
 * @param step  the smallest change of the fact (one fen, one person, 0.000001)
 * @returns     whole multiples of the step; null when the curves are too bent to be solved
 */
export const crossings = (a: Curve, b: Curve, step: Rational): readonly bigint[] | null => {
  const difference = plus(times(a.above, b.below), opposite(times(b.above, a.below)));
  const found: bigint[] = [];
  for (const polynomial of [difference, a.below, b.below]) {
    if (polynomial.length < 2) continue;
    const near = aroundZeros(inSteps(polynomial, step));
    if (near === null) return null;
    found.push(...near);
  }
  return found;
};
