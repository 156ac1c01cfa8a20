// Posting: legs on balances, whole or not at all. The three laws of every posting are here: I1, I2 and I3.
import { accounts, bookOf, codeOf, type AccountCode, type AccountId } from './accounts.ts';
import { hasKeys, legsOf, type Amounts, type Keys, type Leg, type LegsRefusal } from './legs.ts';
import type { AmountName } from './transfer.ts';
import { mayPostTogether, transferOf, type TransferName } from './transfers.ts';

/** Every account that is not zero, in its book's unit. An account that is not here is zero. */
export type Balances = ReadonlyMap<AccountId, bigint>;

export const emptyBalances: Balances = new Map();

export type PostingRefusal =
  | { readonly code: 'below-zero'; readonly account: AccountId; readonly available: bigint; readonly asked: bigint }
  | { readonly code: 'not-positive'; readonly amount: AmountName; readonly asked: bigint }
  | { readonly code: 'wrong-book'; readonly debit: AccountId; readonly credit: AccountId }
  | LegsRefusal
  | { readonly code: 'not-together'; readonly transfers: readonly TransferName[] }
  | { readonly code: 'nothing-to-post' };

/** One transfer of a posting: which keys and amounts it takes. */
export type Entry = { readonly transfer: TransferName; readonly keys: Keys; readonly amounts: Amounts };

export type Posted =
  | { readonly ok: true; readonly balances: Balances; readonly legs: readonly Leg[] }
  | { readonly ok: false; readonly refusal: PostingRefusal };

export const balanceOf = (balances: Balances, id: AccountId): bigint => balances.get(id) ?? 0n;

/** The balance of an account moves up on its normal side and down on the other. */
const moved = (id: AccountId, side: 'D' | 'C', amount: bigint): bigint =>
  accounts[codeOf(id)].side === side ? amount : -amount;

/** Moves the legs on balances of the caller's own; after a refusal they are half moved and of no use. */
const move = (balances: Map<AccountId, bigint>, legs: readonly Leg[]): PostingRefusal | null => {
  for (const { debit, credit, amount, takes } of legs) {
    if (amount <= 0n) return { code: 'not-positive', amount: takes, asked: amount };
    if (bookOf(debit) !== bookOf(credit)) return { code: 'wrong-book', debit, credit };
    for (const [id, side] of [
      [debit, 'D'],
      [credit, 'C'],
    ] as const) {
      const available = balanceOf(balances, id);
      const after = available + moved(id, side, amount);
      if (after < 0n) return { code: 'below-zero', account: id, available, asked: amount };
      if (after === 0n) balances.delete(id);
      else balances.set(id, after);
    }
  }
  return legs.length === 0 ? { code: 'nothing-to-post' } : null;
};

/**
 * Posts raw legs, as the database holds them: all or none. Each leg is checked where it stands, so that the database may
 * check row by row and say the same.
 *
 * @problem wrong-book    debit and credit lie in different books, or in one book under different keys
 * @problem not-positive  an amount is zero or less
 * @problem below-zero    an account would hold less than nothing
 */
export const postLegs = (before: Balances, legs: readonly Leg[]): Posted => {
  const balances = new Map(before);
  const refusal = move(balances, legs);
  return refusal === null ? { ok: true, balances, legs } : { ok: false, refusal };
};

/**
 * The balances that many events make from nothing, one after another; as many steps as there are legs.
 *
 * @returns the balances, or the first event that cannot stand and why
 */
export const postAll = <T extends { readonly legs: readonly Leg[] }>(
  events: Iterable<T>,
):
  | { readonly ok: true; readonly balances: Balances }
  | { readonly ok: false; readonly event: T; readonly refusal: PostingRefusal } => {
  const balances = new Map<AccountId, bigint>();
  for (const event of events) {
    const refusal = move(balances, event.legs);
    if (refusal !== null) return { ok: false, event, refusal };
  }
  return { ok: true, balances };
};

/**
 * The legs of one event, before any balance is looked at.
 *
 * @problem not-together  these transfers are no one event
 * @problem missing-key, missing-amount  see legsOf
 */
export const legsOfEvent = (
  entries: readonly Entry[],
): { readonly ok: true; readonly legs: readonly Leg[] } | { readonly ok: false; readonly refusal: PostingRefusal } => {
  if (!mayPostTogether(entries.map(({ transfer }) => transferOf(transfer).id)))
    return { ok: false, refusal: { code: 'not-together', transfers: entries.map(({ transfer }) => transfer) } };
  const legs: Leg[] = [];
  for (const { transfer, keys, amounts } of entries) {
    const resolved = legsOf(transfer, keys, amounts);
    if (!resolved.ok) return resolved;
    legs.push(...resolved.legs);
  }
  return { ok: true, legs };
};

/**
 * Posts the transfers of one event, whole or not at all.
 *
 * @param balances  what every account holds; not changed
 * @param entries   transfers of one row of the table, or of rows that the table posts together
 * @returns         the balances after it and the legs as they are stored, or why it was refused
 * @source money: transfers; invariants I1 to I3
 */
export const postTogether = (balances: Balances, entries: readonly Entry[]): Posted => {
  const found = legsOfEvent(entries);
  return found.ok ? postLegs(balances, found.legs) : found;
};

/** Posts one transfer. */
export const post = (balances: Balances, transfer: TransferName, keys: Keys, amounts: Amounts): Posted =>
  postTogether(balances, [{ transfer, keys, amounts }]);

/** What does not hold: a balance below zero, or a book in which debits and credits differ. */
export type Violation =
  | { readonly kind: 'below-zero'; readonly account: AccountId; readonly balance: bigint }
  | { readonly kind: 'identity'; readonly book: string; readonly debits: bigint; readonly credits: bigint };

/**
 * Checks every identity of the chart: per book and key, the accounts of the debit side add up to those of the credit
 * side. For the pool this is net capital: P20 + P21 − P14 − P15 = P10 + P11 + P12 + P13 − P22 − P23.
 *
 * @source money: chart of accounts; invariants I2 and I3
 */
export const identities = (balances: Balances): readonly Violation[] => {
  const sums = new Map<string, { readonly D: bigint; readonly C: bigint }>();
  const negative: Violation[] = [];
  for (const [id, balance] of balances) {
    const book = bookOf(id);
    const sum = sums.get(book) ?? { D: 0n, C: 0n };
    const { side } = accounts[codeOf(id)];
    sums.set(book, { ...sum, [side]: sum[side] + balance });
    if (balance < 0n) negative.push({ kind: 'below-zero', account: id, balance });
  }
  const unequal = [...sums].filter(([, { D, C }]) => D !== C);
  return [
    ...negative,
    ...unequal.map(([book, { D, C }]) => ({ kind: 'identity', book, debits: D, credits: C }) as const),
  ];
};

/**
 * The sum of the accounts of these codes whose key has these values; what the reports and the other limits ask.
 *
 * @returns units of the book, 0 when no account fits
 */
export const sumOf = (balances: Balances, codes: readonly AccountCode[], keys: Keys): bigint => {
  let sum = 0n;
  for (const [id, balance] of balances) if (codes.includes(codeOf(id)) && hasKeys(id, keys)) sum += balance;
  return sum;
};
