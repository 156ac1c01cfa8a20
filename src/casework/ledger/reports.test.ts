import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '#rules/exact/rational.ts';
import { fundColumns, fundReport } from './fund-report.ts';
import { paidState, paidStates, type PartMoney, type PartPlace, type PaidState } from './paid-state.ts';
import { emptyBalances, post, type Balances } from './posting.ts';
import { amountsFor, keys, rows } from './table-rows.ts';
import { isAwarded, type TitleAward } from './title-award.ts';
import { transferNames, type TransferName } from './transfers.ts';

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

describe('the report of a fund', () => {
  it('I30 adds up to the authority after any transfer', () => {
    const drawn = fc.array(fc.constantFrom(...transferNames.filter((name) => name < 'T40')), { maxLength: 12 });
    fc.assert(
      fc.property(drawn, fc.constantFrom('2026', '2027'), (names, about) => {
        const balances = names.reduce<Balances>((all, name) => run(all, [...rows[name].after, name]), emptyBalances);
        const { authority, columns } = fundReport(balances, { tenant, year: about });
        expect(Object.values(columns).reduce((sum, each) => sum + each, 0n)).toBe(authority);
      }),
    );
  });

  it('shows each column under its name, and what has been carried out', () => {
    const balances = run(emptyBalances, ['T01', ...rows['T18'].after, 'T04-freeze']);
    const report = fundReport(balances, { tenant, fund });
    expect(report.authority).toBe(200n);
    expect(report.columns).toMatchObject({ available: 0n, frozen: 100n, pending: 100n, paid: 0n });
    expect(report.execution).toEqual(rational(1n, 2n));
    expect(fundReport(balances, { tenant, fund, year: '2030' }).execution).toBeNull();
    expect(Object.values(fundColumns).map(({ name }) => name)).toContain('已下达下级');
  });
});

describe('the award of a title', () => {
  const award: TitleAward = { firm: '甲', predecessors: ['旧甲'], title: '金星', event: '2025年第一批', item: '奖补' };

  it('I9 is paid once to a firm, its predecessors and its successors', () => {
    for (const asked of [
      award,
      { ...award, firm: '旧甲', predecessors: [] },
      { ...award, firm: '新甲', predecessors: ['甲'] },
      { ...award, firm: '分立', predecessors: ['旧甲'] },
    ])
      expect(isAwarded([award], asked), asked.firm).toBe(true);
  });

  it('is another award for another firm, title, recognition or item', () => {
    for (const asked of [
      { ...award, firm: '乙', predecessors: [] },
      { ...award, title: '银星' },
      { ...award, event: '2028年复核' },
      { ...award, item: '另一事项' },
    ])
      expect(isAwarded([award], asked)).toBe(false);
    expect(isAwarded([], award)).toBe(false);
  });
});
