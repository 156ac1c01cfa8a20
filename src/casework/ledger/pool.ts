// The risk pool on top of `post`: registration under its limit, compensation by frozen shares and under its caps.
import { compare, floor, multiply, rational, whole } from '#rules/exact/rational.ts';
import { daysBetween, type PlainDate } from '#rules/exact/plain-date.ts';
import type { AccountCode } from './accounts.ts';
import type { CapName, LoanReport, PoolBook, PoolLoan, PoolTerms } from './pool-terms.ts';
import { post, postTogether, sumOf, type Entry, type PostingRefusal } from './posting.ts';
import { checkShares, splitByShares, type Portion, type SharesRefusal } from './split.ts';

export type PoolRefusal =
  | PostingRefusal
  | SharesRefusal
  /** The pool and the bank must be two of the parties that share. */
  | { readonly code: 'party-without-share'; readonly party: string }
  | { readonly code: 'already-registered' }
  | { readonly code: 'no-such-loan' }
  | { readonly code: 'window-over'; readonly days: number }
  | { readonly code: 'over-limit'; readonly limit: bigint; readonly exposure: bigint }
  | { readonly code: 'bank-suspended'; readonly bank: string }
  | { readonly code: 'claim-used'; readonly claim: string }
  | { readonly code: 'over-cap'; readonly cap: CapName; readonly left: bigint }
  | { readonly code: 'over-cash'; readonly left: bigint };

export type PoolResult =
  | { readonly ok: true; readonly book: PoolBook }
  | { readonly ok: false; readonly refusal: PoolRefusal };

const refuse = (refusal: PoolRefusal): PoolResult => ({ ok: false, refusal });

const keysOf = ({ tenant, pool }: PoolBook): { readonly tenant: string; readonly pool: string } => ({ tenant, pool });

const sum = (book: PoolBook, ...codes: readonly AccountCode[]): bigint => sumOf(book.balances, codes, keysOf(book));

/** Capital and income less losses and fees: P20 + P21 − P14 − P15, in fen; below zero when more was lost than put in. */
export const netCapital = (book: PoolBook): bigint => sum(book, 'P20', 'P21') - sum(book, 'P14', 'P15');

/**
 * The most principal that may be outstanding: leverage times cash that is not owed to anyone, or times net capital less
 * what was compensated and may not come back. Never below zero.
 *
 * @source money: rules by business, Risk pool; invariant I21
 */
export const exposureLimit = (book: PoolBook, terms: PoolTerms): bigint => {
  const base =
    terms.leverageBase === 'cash' ? sum(book, 'P10') - sum(book, 'P22') : netCapital(book) - sum(book, 'P12');
  return base <= 0n ? 0n : floor(multiply(terms.leverage, whole(base)));
};

/** Whether claimed ÷ registered principal of a bank is above the stop-loss of the terms. */
const isSuspended = (book: PoolBook, bank: string, terms: PoolTerms): boolean => {
  if (terms.stopLoss === null) return false;
  let registered = 0n;
  let claimed = 0n;
  for (const { loan, bank: lender } of book.loans.values()) {
    if (lender !== bank) continue;
    registered += sumOf(book.balances, ['Q10'], { ...keysOf(book), loan });
    claimed += sumOf(book.balances, ['Q13'], { ...keysOf(book), loan });
  }
  return registered > 0n && compare(rational(claimed, registered), terms.stopLoss) > 0;
};

const termsFault = ({ shares, poolParty, bankParty }: PoolTerms): PoolRefusal | null => {
  const without = [poolParty, bankParty].find((party) => !shares.some((share) => share.party === party));
  return without === undefined ? checkShares(shares) : { code: 'party-without-share', party: without };
};

/**
 * Registers a loan and freezes the terms for it (T62). Old loans stay covered when the limit is passed later; only new
 * ones are refused.
 *
 * @problem over-limit      with it more principal would be outstanding than the pool can stand for (I21)
 * @problem window-over     it was reported too late after disbursement
 * @problem bank-suspended  the bank's claims are above the stop-loss
 * @problem already-registered
 */
export const registerLoan = (book: PoolBook, terms: PoolTerms, report: LoanReport, today: PlainDate): PoolResult => {
  const { loan, bank, firm, principal, disbursedOn } = report;
  const wrong = termsFault(terms);
  if (wrong !== null) return refuse(wrong);
  if (book.loans.has(loan)) return refuse({ code: 'already-registered' });
  const days = daysBetween(disbursedOn, today);
  if (days > terms.windowDays) return refuse({ code: 'window-over', days });
  if (isSuspended(book, bank, terms)) return refuse({ code: 'bank-suspended', bank });
  const limit = exposureLimit(book, terms);
  const exposure = sum(book, 'Q11') + principal;
  if (exposure > limit) return refuse({ code: 'over-limit', limit, exposure });
  const posted = post(book.balances, 'T62', { ...keysOf(book), loan }, { amount: principal });
  if (!posted.ok) return posted;
  const frozen: PoolLoan = { loan, bank, firm, terms };
  return { ok: true, book: { ...book, balances: posted.balances, loans: new Map([...book.loans, [loan, frozen]]) } };
};

const capped = (book: PoolBook, cap: CapName, { loan, firm, bank }: PoolLoan, year: string): bigint => {
  const counts: Readonly<Record<CapName, (other: PoolLoan | undefined, when: string) => boolean>> = {
    loan: (other) => other?.loan === loan,
    firm: (other) => other?.firm === firm,
    'bank-year': (other, when) => other?.bank === bank && when === year,
    'pool-year': (_other, when) => when === year,
  };
  return book.compensations
    .filter((each) => counts[cap](book.loans.get(each.loan), each.year))
    .reduce((total, { own }) => total + own, 0n);
};

const capFault = (book: PoolBook, loan: PoolLoan, year: string, own: bigint): PoolRefusal | null => {
  for (const cap of ['loan', 'firm', 'bank-year', 'pool-year'] as const) {
    const limit = loan.terms.caps[cap];
    if (limit === null) continue;
    const left = limit - capped(book, cap, loan, year);
    if (own > left) return { code: 'over-cap', cap, left: left > 0n ? left : 0n };
  }
  return null;
};

/** A loss as approved for compensation. */
export type LossClaim = { readonly claim: string; readonly loan: string; readonly year: string; readonly loss: bigint };

const claimEntries = (
  book: PoolBook,
  { terms, bank, loan }: PoolLoan,
  claim: string,
  portions: readonly Portion[],
): readonly Entry[] =>
  portions.flatMap(({ id, amount }): readonly Entry[] => {
    const keys = { ...keysOf(book), loan, claim, payee: bank };
    if (amount === 0n) return [];
    if (id === terms.poolParty) return [{ transfer: 'T65-own', keys, amounts: { amount } }];
    return terms.advancedFor.includes(id)
      ? [{ transfer: 'T65-other', keys: { ...keys, party: id }, amounts: { amount } }]
      : [];
  });

/**
 * Approves a compensation: the loss is split by the shares frozen at registration, the pool bears its own and advances
 * those of the parties that the terms name; the bank bears its own (T65).
 *
 * @param loss  on the basis of the terms, in fen
 * @problem over-cap   the pool's own share is more than a cap leaves: per loan, firm, bank and year, pool and year
 * @problem over-cash  the pool has not that much cash that is not owed already
 * @source money: invariants I20 and I22
 */
export const compensate = (book: PoolBook, { claim, loan: number, year, loss }: LossClaim): PoolResult => {
  const loan = book.loans.get(number);
  if (loan === undefined) return refuse({ code: 'no-such-loan' });
  if (book.compensations.some((each) => each.claim === claim)) return refuse({ code: 'claim-used', claim });
  const split = splitByShares(loss, loan.terms.shares);
  if (!split.ok) return split;
  const own = split.portions.find(({ id }) => id === loan.terms.poolParty)?.amount ?? 0n;
  const fault = capFault(book, loan, year, own);
  if (fault !== null) return refuse(fault);
  const entries = claimEntries(book, loan, claim, split.portions);
  const payable = entries.reduce((total, { amounts }) => total + (amounts.amount ?? 0n), 0n);
  const left = sum(book, 'P10') - sum(book, 'P22');
  if (payable > left) return refuse({ code: 'over-cash', left: left > 0n ? left : 0n });
  const posted = postTogether(book.balances, entries);
  if (!posted.ok) return posted;
  const compensations = [...book.compensations, { claim, loan: number, year, loss, own }];
  return { ok: true, book: { ...book, balances: posted.balances, compensations } };
};
