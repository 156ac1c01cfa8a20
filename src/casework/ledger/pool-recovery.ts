// What the bank recovers after a compensation: costs first, then by the frozen shares or to the pool first.
import { accountOf, type Keys } from './legs.ts';
import type { PoolBook, PoolLoan } from './pool-terms.ts';
import type { PoolResult } from './pool.ts';
import { balanceOf, postTogether, sumOf, type Entry } from './posting.ts';
import { splitByWeight, type Portion } from './split.ts';

/** Money that a bank recovered on a loan and paid in. */
export type Recovery = {
  readonly claim: string;
  readonly loan: string;
  /** All of it, in fen; received by T68 already. */
  readonly amount: bigint;
  /** Costs of recovery that come off first, and who bore them. */
  readonly costs: bigint;
  readonly costsTo: string;
};

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What the pool has lost on a loan and not got back: carried (P12) or written off (P14). */
const poolLoss = (book: PoolBook, loan: string): { readonly carried: bigint; readonly writtenOff: bigint } => {
  const keys: Keys = { tenant: book.tenant, pool: book.pool, loan };
  return {
    carried: balanceOf(book.balances, accountOf('P12', keys)),
    writtenOff: balanceOf(book.balances, accountOf('P14', keys)),
  };
};

/** What all parties together have lost on a loan and not got back. */
const lossLeft = ({ compensations, recoveries }: PoolBook, loan: string): bigint => {
  const lost = compensations.reduce((sum, each) => sum + (each.loan === loan ? each.loss : 0n), 0n);
  return recoveries.reduce((left, each) => left - (each.loan === loan ? each.shared : 0n), lost);
};

/**
 * Splits what is shared by the frozen shares. The pool gets back at most what it lost: a fen that rounding would give it
 * on top goes to the bank.
 */
const portionsOf = ({ terms }: PoolLoan, amount: bigint, lost: bigint): readonly Portion[] => {
  const first = terms.recoveryOrder === 'pool-first' ? least(amount, lost) : 0n;
  const parties = terms.shares.filter(
    ({ party }) => terms.recoveryOrder === 'proportional' || party !== terms.poolParty,
  );
  const rest = splitByWeight(
    amount - first,
    parties.map(({ party, bp }) => ({ id: party, weight: BigInt(bp) })),
  );
  const pool = first + (rest.find(({ id }) => id === terms.poolParty)?.amount ?? 0n);
  const over = pool > lost ? pool - lost : 0n;
  return [
    { id: terms.poolParty, amount: pool - over },
    ...rest
      .filter(({ id }) => id !== terms.poolParty)
      .map(({ id, amount: portion }) => ({ id, amount: id === terms.bankParty ? portion + over : portion })),
  ];
};

/**
 * Shares a recovery: costs, then pool, others and bank by the order and shares frozen with the loan (T69), what was
 * written off included (T70). What others get stays payable to them; anything above what was lost is the bank's, which
 * settles it with the borrower.
 *
 * @problem no-such-loan  the loan was never registered here
 * @problem below-zero    less was received for the loan than is to be shared
 * @source money: rules by business, Risk pool; invariant I20
 */
export const shareRecovery = (book: PoolBook, recovery: Recovery): PoolResult => {
  const loan = book.loans.get(recovery.loan);
  if (loan === undefined) return { ok: false, refusal: { code: 'no-such-loan' } };
  const keys = { tenant: book.tenant, pool: book.pool, loan: recovery.loan, claim: recovery.claim };
  const { carried, writtenOff } = poolLoss(book, recovery.loan);
  const costs = least(recovery.costs, recovery.amount);
  const part = least(recovery.amount - costs, lossLeft(book, recovery.loan));
  const own = (amount: bigint): readonly Entry[] => [
    { transfer: 'T69-pool', keys, amounts: { amount: least(amount, carried) } },
    { transfer: 'T70-later', keys, amounts: { amount: amount - least(amount, carried) } },
  ];
  const owed = (payee: string, amount: bigint): Entry => ({
    transfer: 'T69-party',
    keys: { ...keys, payee: payee === loan.terms.bankParty ? loan.bank : payee },
    amounts: { amount },
  });
  const entries = [
    owed(recovery.costsTo, costs),
    ...portionsOf(loan, part, carried + writtenOff).flatMap(({ id, amount }) =>
      id === loan.terms.poolParty ? own(amount) : [owed(id, amount)],
    ),
    owed(loan.terms.bankParty, recovery.amount - costs - part),
  ].filter(({ amounts }) => amounts.amount !== 0n);
  const posted = postTogether(book.balances, entries);
  if (!posted.ok) return posted;
  const recoveries = [...book.recoveries, { loan: recovery.loan, shared: part }];
  return { ok: true, book: { ...book, balances: posted.balances, recoveries } };
};

/** What is received for a loan and not yet shared, in fen. */
export const unshared = ({ tenant, pool, balances }: PoolBook, loan: string): bigint =>
  sumOf(balances, ['P23'], { tenant, pool, loan });
