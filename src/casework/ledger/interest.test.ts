import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { rational } from '#rules/exact/rational.ts';
import { drawSubsidy, principalDays, subsidyToDate } from './interest.ts';

const date = (text: string): PlainDate => {
  const read = readDate(text);
  if (read === null) throw new Error(text);
  return read;
};

const principal = 1_234_567_890n;
const onePoint = rational(1n, 100n);

describe('interest subsidy', () => {
  it('I23 pays 31,550.06 for 92 days and 30,864.20 for the next 90 on 12,345,678.90 at one point, act/360', () => {
    // 1,234,567,890 × 92 ÷ 36,000 = 3,155,006.83 fen. 1,234,567,890 × 182 ÷ 36,000 = 6,241,426.55 fen;
    // 6,241,426 − 3,155,006 = 3,086,420 fen.
    const first = drawSubsidy(principal * 92n, 360, [{ funder: '市', points: onePoint, drawn: 0n }], []);
    expect(first).toEqual([{ funder: '市', toDate: 3_155_006n, due: 3_155_006n, over: 0n, cutBy: [] }]);
    const second = drawSubsidy(principal * 182n, 360, [{ funder: '市', points: onePoint, drawn: 3_155_006n }], []);
    expect(second).toEqual([{ funder: '市', toDate: 6_241_426n, due: 3_086_420n, over: 0n, cutBy: [] }]);
    // By itself the second period is 1,234,567,890 × 90 ÷ 36,000 = 3,086,419.73: one fen less.
    expect(subsidyToDate(principal * 90n, onePoint, 360)).toBe(3_086_419n);
  });

  it('counts the first day and not the last, and a repayment from its day on', () => {
    // 1,000.00 for January (31 days) and 400.00 for February 2026 (28 days).
    const fenDays = principalDays([
      { principal: 100_000n, from: date('2026-01-01'), until: date('2026-02-01') },
      { principal: 40_000n, from: date('2026-02-01'), until: date('2026-03-01') },
      { principal: 40_000n, from: date('2026-03-01'), until: date('2026-02-01') },
    ]);
    expect(fenDays).toBe(3_100_000n + 1_120_000n);
    // 4,220,000 × 2 % ÷ 365 = 231.23
    expect(subsidyToDate(fenDays, rational(2n, 100n), 365)).toBe(231n);
  });

  it('I23 adds up to the floor of the whole, however the quarters fall', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        lengths,
        fc.constantFrom(360 as const, 365 as const),
        (p, quarters, basis) => {
          let drawn = 0n;
          let until = date('2026-01-01');
          for (const days of quarters) {
            until = addDays(until, days);
            const fenDays = principalDays([{ principal: p, from: date('2026-01-01'), until }]);
            for (const { due, over } of drawSubsidy(fenDays, basis, [{ funder: '市', points: onePoint, drawn }], [])) {
              expect(over).toBe(0n);
              drawn += due;
            }
          }
          const days = quarters.reduce((a, b) => a + b, 0);
          expect(drawn).toBe((p * BigInt(days)) / (100n * BigInt(basis)));
        },
      ),
    );
  });

  it('computes province and city apart and cuts both in the order of the pack', () => {
    const sources = [
      { funder: '省', points: onePoint, drawn: 0n },
      { funder: '市', points: rational(1n, 200n), drawn: 0n },
    ];
    // 3,600,000 fen-days × 10 = 36,000,000 ÷ 36,000 = 1,000 fen for the province, 500 for the city.
    const caps = [
      { name: '省级上限', limit: 900n, cut: ['省'] },
      { name: '合计上限', limit: 1200n, cut: ['市', '省'] },
    ];
    expect(drawSubsidy(36_000_000n, 360, sources, caps)).toEqual([
      { funder: '省', toDate: 900n, due: 900n, over: 0n, cutBy: ['省级上限'] },
      { funder: '市', toDate: 300n, due: 300n, over: 0n, cutBy: ['合计上限'] },
    ]);
    // The total bites through the city into the province.
    expect(drawSubsidy(36_000_000n, 360, sources, [{ name: '合计', limit: 700n, cut: ['市', '省'] }])).toMatchObject([
      { toDate: 700n, cutBy: ['合计'] },
      { toDate: 0n, cutBy: ['合计'] },
    ]);
  });

  it('says what the bank returns when more was drawn than is due', () => {
    const draw = drawSubsidy(36_000n, 360, [{ funder: '市', points: onePoint, drawn: 5n }], []);
    expect(draw).toEqual([{ funder: '市', toDate: 1n, due: 0n, over: 4n, cutBy: [] }]);
  });
});
