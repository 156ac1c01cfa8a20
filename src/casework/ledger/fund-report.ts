// The fund's page in the columns that officials know (资金台账). Every report adds up to the authority it is about (I30).
import type { AccountCode } from './accounts.ts';
import { rational, type Rational } from '#rules/exact/rational.ts';
import type { Keys } from './legs.ts';
import { sumOf, type Balances } from './posting.ts';

/** The columns that divide the authority: every fen of 预算 stands in exactly one of them. */
export const fundColumns = {
  available: { name: '可用', code: 'F11' },
  frozen: { name: '冻结', code: 'F12' },
  reserved: { name: '预留', code: 'F20' },
  committed: { name: '承诺', code: 'F30' },
  inFlight: { name: '在途', code: 'F40' },
  returned: { name: '退回', code: 'F41' },
  paid: { name: '已付', code: 'F50' },
  pending: { name: '待验收', code: 'F51' },
  advanced: { name: '预拨', code: 'F55' },
  passedDown: { name: '已下达下级', code: 'F60' },
  lapsed: { name: '收回', code: 'F70' },
  carriedOut: { name: '结转', code: 'F71' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly code: AccountCode }>>;

export type FundColumn = keyof typeof fundColumns;

export type FundReport = {
  /** 预算, in fen. */
  readonly authority: bigint;
  readonly columns: Readonly<Record<FundColumn, bigint>>;
  /** 执行率: paid, with what waits for acceptance, of the authority; null without authority. */
  readonly execution: Rational | null;
};

/**
 * The report of a fund, or of one of its years or sources.
 *
 * @param about  which authority: any of tenant, fund, year, funder
 * @source money: columns officials know; invariant I30
 */
export const fundReport = (
  balances: Balances,
  about: Pick<Keys, 'tenant' | 'fund' | 'year' | 'funder'>,
): FundReport => {
  const column = (name: FundColumn): bigint => sumOf(balances, [fundColumns[name].code], about);
  const authority = sumOf(balances, ['F10'], about);
  const columns = {
    available: column('available'),
    frozen: column('frozen'),
    reserved: column('reserved'),
    committed: column('committed'),
    inFlight: column('inFlight'),
    returned: column('returned'),
    paid: column('paid'),
    pending: column('pending'),
    advanced: column('advanced'),
    passedDown: column('passedDown'),
    lapsed: column('lapsed'),
    carriedOut: column('carriedOut'),
  };
  return {
    authority,
    columns,
    execution: authority === 0n ? null : rational(columns.paid + columns.pending, authority),
  };
};
