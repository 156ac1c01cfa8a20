import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showGrowth, showGrowthGap } from './growth-shown.ts';
import type { CompoundOutcome } from './outcome.ts';

const growthOf = (last: bigint, first: bigint, years: number): CompoundOutcome => ({
  is: 'compound',
  quotient: { n: last, d: first },
  years,
});

/** Hundredths of a per cent of a shown growth, and whether something was cut off. */
const readBack = (text: string): { readonly steps: bigint; readonly cut: boolean; readonly negative: boolean } => {
  const match = /^(-?)(\d+)(?:\.(\d+))?(…?)%$/.exec(text);
  if (!match) throw new Error(text);
  const [, sign = '', head = '', tail = '', cut = ''] = match;
  return { steps: BigInt(head + tail.padEnd(2, '0')), cut: cut !== '', negative: sign === '-' };
};

/** The sign of last ÷ first − ((10000 + k) ÷ 10000)^years, in whole numbers. */
const orderAt = (last: bigint, first: bigint, years: number, k: bigint): number => {
  const difference = last * 10_000n ** BigInt(years) - first * (10_000n + k) ** BigInt(years);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

describe('compound growth as shown', () => {
  it('is cut toward zero and never rounded, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.bigInt({ min: 1n, max: 10n ** 18n }),
        fc.constantFrom(1, 2, 3, 5),
        (last, first, years) => {
          const { steps, cut, negative } = readBack(showGrowth(growthOf(last, first, years)));
          const [inner, outer] = negative ? [-steps, -steps - 1n] : [steps, steps + 1n];
          const order = orderAt(last, first, years, inner);
          expect(order === 0).toBe(!cut);
          expect(cut && order !== (negative ? -1 : 1)).toBe(false);
          // The next hundredth would be too much. Nothing is below −100 %.
          const beyond = outer < -10_000n || orderAt(last, first, years, outer) === (negative ? 1 : -1);
          expect(beyond).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('has no even root of a negative quotient, and odd ones', () => {
    expect(showGrowth(growthOf(-4n, 4n, 2))).toBe('低于 -100%');
    expect(showGrowth(growthOf(-8n, 1n, 3))).toBe('-300%');
    expect(showGrowth(growthOf(-4n, 4n, 1))).toBe('-200%');
    expect(showGrowthGap(growthOf(-4n, 4n, 2), { n: 1n, d: 20n })).toBeNull();
  });

  it('has a gap on the side that it lies on', () => {
    expect(showGrowthGap(growthOf(121n, 100n, 2), { n: 1n, d: 10n })).toEqual({ sign: 0, text: '0个百分点' });
    expect(showGrowthGap(growthOf(12_100_001n, 10_000_000n, 2), { n: 1n, d: 10n })).toEqual({
      sign: 1,
      text: '0.00…个百分点',
    });
    expect(showGrowthGap(growthOf(12_099_999n, 10_000_000n, 2), { n: 1n, d: 10n })).toEqual({
      sign: -1,
      text: '0.00…个百分点',
    });
    // 44 % over two years is 20 % a year: 14.875 points above 5.125 %.
    expect(showGrowthGap(growthOf(144n, 100n, 2), { n: 41n, d: 800n })).toEqual({ sign: 1, text: '14.87…个百分点' });
  });
});
