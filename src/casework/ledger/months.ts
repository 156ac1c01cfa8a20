// Months of a personal allowance, on top of `post`: one month is due once per person and group, whoever employs her.
import { accountOf } from './legs.ts';
import { balanceOf, post, type Balances, type Posted } from './posting.ts';

/** A person in one group of allowances that exclude each other. */
export type Entitled = { readonly tenant: string; readonly person: string; readonly allowance: string };

export type MonthResult =
  | Posted
  /** The month is due or paid already (I12). */
  | { readonly ok: false; readonly refusal: { readonly code: 'month-taken'; readonly month: string } }
  | { readonly ok: false; readonly refusal: { readonly code: 'not-a-month'; readonly month: string } };

const shape = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The term that the clause gives, in months (T50). */
export const grantTerm = (balances: Balances, who: Entitled, months: bigint): Posted =>
  post(balances, 'T50', who, { amount: months });

/** Months that were used elsewhere: another employer, district or city (T51). */
export const deductMonths = (balances: Balances, who: Entitled, months: bigint): Posted =>
  post(balances, 'T51', who, { amount: months });

/**
 * One month comes into a run (T52).
 *
 * @param month  `2026-03`
 * @problem month-taken  it is due or paid already, for this or for another employer
 * @problem not-a-month  the text is no month
 * @problem below-zero   the term is used up
 * @source money: invariant I12
 */
export const dueMonth = (balances: Balances, who: Entitled, month: string): MonthResult => {
  if (!shape.test(month)) return { ok: false, refusal: { code: 'not-a-month', month } };
  const keys = { ...who, month };
  const taken = balanceOf(balances, accountOf('M13', keys)) + balanceOf(balances, accountOf('M14', keys));
  if (taken > 0n) return { ok: false, refusal: { code: 'month-taken', month } };
  return post(balances, 'T52', keys, { amount: 1n });
};

/** The month's money arrived (T53). */
export const payMonth = (balances: Balances, who: Entitled, month: string): Posted =>
  post(balances, 'T53', { ...who, month }, { amount: 1n });

/** The month's money came back; the month is due again (T54). */
export const returnMonth = (balances: Balances, who: Entitled, month: string): Posted =>
  post(balances, 'T54', { ...who, month }, { amount: 1n });

/** Months that nobody can claim any more (T55). */
export const forfeitMonths = (balances: Balances, who: Entitled, months: bigint): Posted =>
  post(balances, 'T55', who, { amount: months });

/** Months added to the term (T56). */
export const extendTerm = (balances: Balances, who: Entitled, months: bigint): Posted =>
  post(balances, 'T56', who, { amount: months });
