// Exact rationals over BigInt: every number that decides is one of these, never a float.

/** A reduced-or-not fraction; `d` is always > 0. Money is in fen, ratios are plain (3 % is 3/100). */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** A whole number as a rational. */
export const whole = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The same value in lowest terms with a positive denominator. `d` must not be zero. */
export const rational = (n: bigint, d: bigint): Rational => {
  if (d === 1n) return { n, d };
  const g = gcd(n, d);
  const sign = d < 0n ? -1n : 1n;
  return g === 1n && sign === 1n ? { n, d } : { n: (sign * n) / g, d: (sign * d) / g };
};

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);

/** The quotient, or null when the divisor is zero. */
export const divide = (a: Rational, b: Rational): Rational | null =>
  b.n === 0n ? null : rational(a.n * b.d, a.d * b.n);

/** −1, 0 or 1. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};

export const minimum = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const signOf = (a: Rational): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);

/** a to the power of k, k a whole number >= 0. */
export const power = (a: Rational, k: number): Rational => rational(a.n ** BigInt(k), a.d ** BigInt(k));

/** The greatest whole number not above a. */
export const floor = (a: Rational): bigint => {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
};

/** The smallest whole number not below a. */
export const ceiling = (a: Rational): bigint => -floor(negate(a));

/** The nearest whole number, halves away from zero (四舍五入). */
export const halfUp = (a: Rational): bigint => {
  const magnitude = a.n < 0n ? negate(a) : a;
  const rounded = floor(add(magnitude, { n: 1n, d: 2n }));
  return a.n < 0n ? -rounded : rounded;
};

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal such as `-1175301034.32`; null when the text is not one. */
export const fromDecimal = (text: string): Rational | null => {
  const match = decimal.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const n = BigInt(`${match[2]}${fraction}`);
  return rational(match[1] === '-' ? -n : n, 10n ** BigInt(fraction.length));
};

/**
 * Prints a decimal with at most `places` digits after the point, trailing zeros dropped.
 * A value that needs more digits is cut toward zero and marked with `…`, so that a shown number is never a rounded one.
 */
export const toDecimal = (a: Rational, places = 6): string => {
  const sign = a.n < 0n ? '-' : '';
  const magnitude = a.n < 0n ? -a.n : a.n;
  const head = magnitude / a.d;
  let rest = magnitude % a.d;
  let digits = '';
  for (let i = 0; i < places && rest !== 0n; i++) {
    rest *= 10n;
    digits += (rest / a.d).toString();
    rest %= a.d;
  }
  const exact = rest === 0n;
  const body = digits === '' ? head.toString() : `${head}.${exact ? digits.replace(/0+$/, '') : digits}`;
  return `${sign}${body.replace(/\.$/, '')}${exact ? '' : '…'}`;
};
