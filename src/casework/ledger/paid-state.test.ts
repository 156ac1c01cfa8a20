import { describe, expect, it } from 'vitest';
import { paidState, paidStates, type PartMoney, type PartPlace, type PaidState } from './paid-state.ts';
import { emptyBalances, post, type Balances } from './posting.ts';
import { amountsFor, keys, rows } from './table-rows.ts';
import type { TransferName } from './transfers.ts';

const run = (start: Balances, names: readonly TransferName[], more: Readonly<Record<string, string>> = {}): Balances =>
  names.reduce((balances, name) => {
    const made = post(balances, name, { ...keys, ...more }, amountsFor(name));
    if (!made.ok) throw new Error(`${name}: ${made.refusal.code}`);
    return made.balances;
  }, start);

const { tenant, fund, year, funder, part, order } = keys;
const place: PartPlace = { keys: { tenant, fund, year, funder, part }, orders: [order] };
const one: PartMoney = { place, approved: 100n, recovered: 0n, passedDown: null };

describe('how far a case is paid', () => {
  const after = (name: TransferName): PaidState => paidState(run(emptyBalances, [...rows[name].after, name]), [one]);

  it('I16 is 已拨付 only when the bank has confirmed all of it', () => {
    expect((['T07-asked', 'T09', 'T11', 'T14', 'T15', 'T16'] as const).map(after)).toEqual(Array(6).fill('unpaid'));
    expect([after('T13'), after('T13-pending'), after('T18')]).toEqual(['paid', 'paid', 'paid']);
    expect(paidStates[after('T13')]).toBe('已拨付');
    expect(paidState(emptyBalances, [])).toBe('unpaid');
  });

  it('I16 is 部分拨付 while one part is paid and another is not', () => {
    const balances = run(emptyBalances, rows['T15'].after);
    const other: PartMoney = { ...one, place: { keys: { ...place.keys, part: 'p2' }, orders: ['o2'] } };
    expect(paidState(balances, [one, other])).toBe('partly-paid');
    expect(paidState(balances, [{ ...one, approved: 101n }])).toBe('partly-paid');
  });

  it('I16 stays 部分拨付 while anything of a part is under way, whatever has arrived', () => {
    const paid = run(emptyBalances, rows['T15'].after);
    for (const next of [
      ['T01', 'T07-asked'],
      ['T01', 'T07-asked', 'T09'],
      ['T01', 'T07-asked', 'T09', 'T11'],
      ['T01', 'T07-asked', 'T09', 'T11', 'T14'],
    ] as const)
      expect(paidState(run(run(paid, ['T05']), next), [one])).toBe('partly-paid');
  });

  it('I16 a part that was passed down is 已下达 until the district’s own order succeeds', () => {
    const district = { fund: keys.districtFund, budgetLine: keys.districtLine, order: 'o9' };
    const passedDown: PartPlace = { keys: { ...place.keys, fund: keys.districtFund }, orders: ['o9'] };
    const down = run(emptyBalances, [...rows['T21-committed'].after, 'T21-committed', 'T05']);
    const listed = run(down, ['T05', 'T07-asked', 'T09', 'T11'], district);
    expect([down, listed].map((balances) => paidState(balances, [{ ...one, passedDown }]))).toEqual([
      'passed-down',
      'passed-down',
    ]);
    expect(paidState(run(listed, ['T13'], district), [{ ...one, passedDown }])).toBe('paid');
  });

  it('I16 a recovery does not undo a payment', () => {
    const back = run(emptyBalances, [...rows['T26'].after, 'T26']);
    expect(paidState(back, [one])).toBe('unpaid');
    expect(paidState(back, [{ ...one, recovered: 100n }])).toBe('paid');
  });
});
