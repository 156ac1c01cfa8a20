import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByShares, splitByWeight, type Share } from './split.ts';

const amounts = (total: bigint, shares: readonly Share[]): readonly bigint[] => {
  const split = splitByShares(total, shares);
  if (!split.ok) throw new Error(split.refusal.code);
  return split.portions.map(({ amount }) => amount);
};

describe('splitting to the fen', () => {
  it('I20 gives 1,000,000.01 to bank 20 %, city 40 %, province 40 % as 200,000.00, 400,000.01, 400,000.00', () => {
    // 20,000,000.2 + 40,000,000.4 + 40,000,000.4 fen: one fen left, city and province tie, city stands first.
    expect(
      amounts(100_000_001n, [
        { party: '银行', bp: 2000 },
        { party: '市', bp: 4000 },
        { party: '省', bp: 4000 },
      ]),
    ).toEqual([20_000_000n, 40_000_001n, 40_000_000n]);
  });

  it('I20 gives 333,333.33 over 3334, 3333, 3333 bp as 111,133.33, 111,100.00, 111,100.00', () => {
    // 11,113,333.2222 + 11,109,999.8889 + 11,109,999.8889 fen: two fen left, for the second and the third.
    expect(
      amounts(33_333_333n, [
        { party: '甲', bp: 3334 },
        { party: '乙', bp: 3333 },
        { party: '丙', bp: 3333 },
      ]),
    ).toEqual([11_113_333n, 11_110_000n, 11_110_000n]);
  });

  it('I20 refuses shares that do not add to the whole, or are no share', () => {
    const shares = (...bps: readonly number[]): readonly Share[] => bps.map((bp, at) => ({ party: `p${at}`, bp }));
    expect(splitByShares(1n, shares(5000, 4999))).toEqual({
      ok: false,
      refusal: { code: 'shares-not-whole', sum: 9999 },
    });
    expect(splitByShares(1n, shares(5000, 5001))).toEqual({
      ok: false,
      refusal: { code: 'shares-not-whole', sum: 10_001 },
    });
    expect(splitByShares(1n, [])).toEqual({ ok: false, refusal: { code: 'shares-not-whole', sum: 0 } });
    for (const bp of [0, -1, 0.5, Number.NaN])
      expect(splitByShares(1n, shares(bp, 10_000))).toEqual({
        ok: false,
        refusal: { code: 'bad-share', party: 'p0', bp },
      });
  });

  it('I5 loses and makes no fen, and moves no portion by a whole fen from its exact share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (total, drawn) => {
        const sum = drawn.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);
        const portions = splitByWeight(
          total,
          drawn.map((weight, at) => ({ id: `${at}`, weight })),
        );
        expect(portions.reduce((all, { amount }) => all + amount, 0n)).toBe(total);
        for (const [at, { amount }] of portions.entries()) {
          const off = amount * sum - total * (drawn[at] ?? 0n);
          expect(off > -sum && off < sum).toBe(true);
        }
      }),
    );
  });

  it('cannot share among nobody', () => {
    expect(() => splitByWeight(1n, [])).toThrow(RangeError);
    expect(() => splitByWeight(1n, [{ id: 'a', weight: 0n }])).toThrow(RangeError);
    expect(() =>
      splitByWeight(1n, [
        { id: 'a', weight: 2n },
        { id: 'b', weight: -1n },
      ]),
    ).toThrow(RangeError);
  });
});
