import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planParts, type Instalment } from './parts.ts';
import { splitByShares, type Share } from './split.ts';

const cityAndDistrict: readonly Share[] = [
  { party: '市', bp: 5000 },
  { party: '区', bp: 5000 },
];
const half: readonly Instalment[] = [
  { party: '首期', bp: 5000, year: '2026' },
  { party: '尾款', bp: 5000, year: '2027' },
];

/** Shares that add to 10 000, cut at random places. */
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 4 })
  .map((places) => [0, ...places.toSorted((a, b) => a - b), 10_000])
  .map((places) => places.slice(1).map((to, at): Share => ({ party: `p${at}`, bp: to - (places[at] ?? 0) })));

describe('the parts of a case', () => {
  it('I5 are instalment × funder × year, and 100.01 halved twice loses nothing', () => {
    // 10,001 fen: city 5,001 and district 5,000 (tie: the city stands first); 5,001 is 2,501 and 2,500.
    expect(planParts(10_001n, cityAndDistrict, half)).toEqual({
      ok: true,
      parts: [
        { instalment: '首期', funder: '市', year: '2026', amount: 2501n },
        { instalment: '尾款', funder: '市', year: '2027', amount: 2500n },
        { instalment: '首期', funder: '区', year: '2026', amount: 2500n },
        { instalment: '尾款', funder: '区', year: '2027', amount: 2500n },
      ],
    });
  });

  it('make no part of nothing', () => {
    expect(planParts(1n, cityAndDistrict, half)).toMatchObject({
      parts: [{ funder: '市', instalment: '首期', amount: 1n }],
    });
    expect(planParts(0n, cityAndDistrict, half)).toEqual({ ok: true, parts: [] });
  });

  it('are not planned under shares that do not add up', () => {
    const short = { ok: false, refusal: { code: 'shares-not-whole', sum: 5000 } };
    expect(planParts(100n, cityAndDistrict.slice(1), half)).toEqual(short);
    expect(planParts(100n, cityAndDistrict, half.slice(1))).toEqual(short);
  });

  it('I5 add up to the approved amount, and each funder’s to its exact share', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), cuts, cuts, (approved, funders, shares) => {
        const planned = planParts(
          approved,
          funders,
          shares.map((share) => ({ ...share, year: '2026' })),
        );
        const split = splitByShares(approved, funders);
        if (!planned.ok || !split.ok) throw new Error('refused');
        for (const { id, amount } of split.portions) {
          const own = planned.parts.filter(({ funder }) => funder === id);
          expect(own.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
        }
      }),
    );
  });
});
