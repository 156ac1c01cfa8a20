import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  fromDecimal,
  halfUp,
  multiply,
  power,
  rational,
  subtract,
  toDecimal,
  whole,
} from './rational.ts';

const part = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const divisor = fc.bigInt({ min: 1n, max: 10n ** 12n });
const fraction = fc.tuple(part, divisor).map(([n, d]) => rational(n, d));

describe('exact rationals', () => {
  it('are kept in lowest terms with a positive denominator', () => {
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(rational(0n, 7n)).toEqual({ n: 0n, d: 1n });
  });

  it('agree with cross-multiplication for every sum, difference, product and quotient', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const same = (r: { n: bigint; d: bigint }, n: bigint, d: bigint): boolean => r.n * d === n * r.d && r.d > 0n;
        expect(same(add(a, b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(subtract(a, b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(multiply(a, b), a.n * b.n, a.d * b.d)).toBe(true);
        const quotient = divide(a, b);
        expect(quotient === null).toBe(b.n === 0n);
        expect(quotient === null || same(quotient, a.n * b.d, a.d * b.n)).toBe(true);
      }),
    );
  });

  it('compare as their difference has its sign', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const difference = a.n * b.d - b.n * a.d;
        expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  it('round down, up and half away from zero around the true value', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(floor(a) * a.d <= a.n && (floor(a) + 1n) * a.d > a.n).toBe(true);
        expect(ceiling(a) * a.d >= a.n && (ceiling(a) - 1n) * a.d < a.n).toBe(true);
        const off = halfUp(a) * a.d - a.n;
        expect(2n * (off < 0n ? -off : off) <= a.d).toBe(true);
      }),
    );
    expect([halfUp({ n: 5n, d: 2n }), halfUp({ n: -5n, d: 2n }), halfUp({ n: 7n, d: 3n })]).toEqual([3n, -3n, 2n]);
  });

  it('floor one cent exactly where a float is one cent short', () => {
    // 35 % of 7.00 yuan is 245 fen; 0.35 * 700 is 244.99999999999997 as a double.
    expect(floor(multiply({ n: 7n, d: 20n }, whole(700)))).toBe(245n);
    expect(Math.floor(0.35 * 700)).toBe(244);
  });

  it('read and print decimals without loss', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (n) => {
        const value = rational(n, 1_000_000n);
        const read = fromDecimal(toDecimal(value));
        expect(read !== null && compare(read, value) === 0).toBe(true);
      }),
    );
  });

  it('mark a quotient that does not end instead of rounding it', () => {
    expect(toDecimal({ n: 1n, d: 3n }, 4)).toBe('0.3333…');
    expect(toDecimal({ n: -1n, d: 8n }, 4)).toBe('-0.125');
    expect(toDecimal({ n: 1n, d: 20_000n }, 4)).toBe('0.0000…');
  });

  it('refuse what is not a plain decimal', () => {
    for (const text of ['', '1e5', '.5', '5.', '1,000', '0x10', '１', 'NaN'])
      expect(fromDecimal(text), text).toBeNull();
  });

  it('raise to whole powers', () => {
    expect(power({ n: 21n, d: 20n }, 2)).toEqual({ n: 441n, d: 400n });
    expect(power({ n: 3n, d: 2n }, 0)).toEqual({ n: 1n, d: 1n });
  });
});
