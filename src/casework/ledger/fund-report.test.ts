import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '#rules/exact/rational.ts';
import { fundColumns, fundReport } from './fund-report.ts';
import { emptyBalances, post, type Balances } from './posting.ts';
import { amountsFor, keys, rows } from './table-rows.ts';
import { transferNames, type TransferName } from './transfers.ts';

const run = (start: Balances, names: readonly TransferName[]): Balances =>
  names.reduce((balances, name) => {
    const made = post(balances, name, keys, amountsFor(name));
    if (!made.ok) throw new Error(`${name}: ${made.refusal.code}`);
    return made.balances;
  }, start);

const { tenant, fund } = keys;

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
