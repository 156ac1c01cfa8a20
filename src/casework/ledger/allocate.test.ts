import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type AllocationMethod, type Request } from './allocate.ts';

const asks = (...rows: readonly (readonly [string, bigint, number])[]): readonly Request[] =>
  rows.map(([id, asked, place]) => ({ id, asked, place }));

describe('allocating a budget', () => {
  it('pro rata gives 1,000,000.00 over 700,000.00, 500,000.00, 333,333.33 as 456,521.74, 326,086.96, 217,391.30', () => {
    // Asked 153,333,333 fen of 100,000,000: 45,652,174.01 + 32,608,695.72 + 21,739,130.26; the floors leave one fen,
    // for the remainder .72.
    const requests = asks(['a', 70_000_000n, 1], ['b', 50_000_000n, 2], ['c', 33_333_333n, 3]);
    expect(allocate('pro-rata', requests, 100_000_000n)).toEqual({
      kind: 'allocated',
      allotments: [
        { id: 'a', amount: 45_652_174n, outcome: 'granted' },
        { id: 'b', amount: 32_608_696n, outcome: 'granted' },
        { id: 'c', amount: 21_739_130n, outcome: 'granted' },
      ],
      left: 0n,
    });
  });

  it('pro rata grants everything where the budget reaches, and nothing of nothing', () => {
    const requests = asks(['a', 70n, 1], ['b', 30n, 1]);
    expect(allocate('pro-rata', requests, 120n)).toEqual(allocate('full', requests, 120n));
    expect(allocate('pro-rata', requests, 0n)).toEqual({
      kind: 'allocated',
      allotments: [
        { id: 'a', amount: 0n, outcome: 'left-out' },
        { id: 'b', amount: 0n, outcome: 'left-out' },
      ],
      left: 0n,
    });
  });

  it('in full says what is missing instead of paying some', () => {
    const requests = asks(['a', 70n, 1], ['b', 40n, 2]);
    expect(allocate('full', requests, 100n)).toEqual({ kind: 'insufficient', missing: 10n });
    expect(allocate('full', requests, 110n)).toMatchObject({ kind: 'allocated', left: 0n });
  });

  it('cut-off takes nobody before one that ranks higher, even if the smaller would fit', () => {
    const requests = asks(['third', 10n, 3], ['first', 60n, 1], ['second', 50n, 2]);
    expect(allocate('cut-off', requests, 100n)).toEqual({
      kind: 'allocated',
      allotments: [
        { id: 'third', amount: 0n, outcome: 'left-out' },
        { id: 'first', amount: 60n, outcome: 'granted' },
        { id: 'second', amount: 0n, outcome: 'left-out' },
      ],
      left: 40n,
    });
  });

  it('cut-off hands a tie at the line to a meeting, not to an id', () => {
    const requests = asks(['a', 60n, 1], ['b', 30n, 2], ['c', 30n, 2], ['d', 5n, 3]);
    expect(allocate('cut-off', requests, 100n)).toEqual({
      kind: 'meeting',
      tied: ['b', 'c'],
      allotments: [
        { id: 'a', amount: 60n, outcome: 'granted' },
        { id: 'd', amount: 0n, outcome: 'left-out' },
      ],
      left: 40n,
    });
    // Equals that all fit are no tie at the line; nor are equals of which none fits.
    expect(allocate('cut-off', requests, 120n)).toMatchObject({ kind: 'allocated', left: 0n });
    expect(allocate('cut-off', requests, 90n)).toMatchObject({ kind: 'meeting', left: 30n });
    expect(allocate('cut-off', requests, 89n)).toMatchObject({ kind: 'allocated', left: 29n });
  });

  it('a queue keeps the places of those who wait', () => {
    const requests = asks(['a', 60n, 1], ['b', 50n, 2], ['c', 40n, 3]);
    expect(allocate('queue', requests, 100n)).toMatchObject({
      kind: 'allocated',
      allotments: [
        { id: 'a', outcome: 'granted' },
        { id: 'b', outcome: 'waiting' },
        { id: 'c', outcome: 'waiting' },
      ],
    });
  });

  it('never gives more than there is or than was asked, whatever the rule', () => {
    const methods = fc.constantFrom<AllocationMethod>('full', 'cut-off', 'pro-rata', 'queue');
    const drawn = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 1000n }), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(methods, drawn, fc.bigInt({ min: 0n, max: 5000n }), (method, rows, available) => {
        const requests = rows.map(([asked, place], at) => ({ id: `${at}`, asked, place }));
        const result = allocate(method, requests, available);
        expect(result.kind !== 'insufficient' || method === 'full').toBe(true);
        if (result.kind === 'insufficient') return;
        const given = result.allotments.reduce((sum, { amount }) => sum + amount, 0n);
        expect(given + result.left).toBe(available);
        expect(result.left >= 0n).toBe(true);
        for (const { id, amount, outcome } of result.allotments) {
          expect(amount >= 0n && amount <= (requests[Number(id)]?.asked ?? -1n)).toBe(true);
          expect(outcome === 'granted').toBe(amount > 0n);
        }
        const tied = result.kind === 'meeting' ? result.tied.length : 0;
        expect(result.allotments.length + tied).toBe(requests.length);
        expect(tied).not.toBe(1);
      }),
    );
  });
});
