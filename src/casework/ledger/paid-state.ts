// How far a case is paid, read from the ledger alone: the phase on the screen must say the same (I16).
import type { Keys } from './legs.ts';
import { sumOf, type Balances } from './posting.ts';

/** Where the ledger keeps one part. */
export type PartPlace = {
  readonly keys: {
    readonly tenant: string;
    readonly fund: string;
    readonly year: string;
    readonly funder: string;
    readonly part: string;
  };
  /** Numbers of all orders for the part. */
  readonly orders: readonly string[];
};

export type PartMoney = {
  readonly place: PartPlace;
  /** Integer fen, > 0. */
  readonly approved: bigint;
  /** What was recovered of it and is available again: it was paid, whatever came back. */
  readonly recovered: bigint;
  /** The part in the district's treasury, when the quota was passed down. */
  readonly passedDown: PartPlace | null;
};

/** `paid`: nothing is under way any more and all of it arrived. */
export type PaidState = 'paid' | 'partly-paid' | 'passed-down' | 'unpaid';

/** What a case's phase must be called for each state. */
export const paidStates = {
  paid: '已拨付',
  'partly-paid': '部分拨付',
  'passed-down': '已下达',
  unpaid: '未拨付',
} as const satisfies Readonly<Record<PaidState, string>>;

const paidOf = (balances: Balances, { keys }: PartPlace): bigint => sumOf(balances, ['F50', 'F51'], keys);

const underWay = (balances: Balances, { keys, orders }: PartPlace): bigint => {
  const { part: _part, ...book } = keys;
  const inOrders = orders.reduce((sum, order): bigint => {
    const orderKeys: Keys = { ...book, order };
    return sum + sumOf(balances, ['F40', 'F41'], orderKeys);
  }, 0n);
  return sumOf(balances, ['F20', 'F30'], keys) + inOrders;
};

const isPaid = (balances: Balances, { place, approved, recovered, passedDown }: PartMoney): boolean => {
  const here = passedDown ?? place;
  return underWay(balances, here) === 0n && paidOf(balances, here) + recovered === approved;
};

/**
 * The state of a case's payment, from its parts.
 *
 * @param parts  all parts of the case; without one nothing is paid
 * @returns      `paid` iff all parts are; `partly-paid` iff some are or some money of a part arrived; `passed-down` while
 *               quota lies with a district and nothing was paid
 * @source money: invariant I16
 */
export const paidState = (balances: Balances, parts: readonly PartMoney[]): PaidState => {
  if (parts.length > 0 && parts.every((part) => isPaid(balances, part))) return 'paid';
  const some = parts.some(({ place, passedDown, recovered }) => recovered + paidOf(balances, passedDown ?? place) > 0n);
  if (some) return 'partly-paid';
  return parts.some(({ passedDown }) => passedDown !== null) ? 'passed-down' : 'unpaid';
};
