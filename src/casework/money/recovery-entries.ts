// What a recovery case does to the ledger: decided T24, received T25, written off T28, the decision cancelled T29.
import type { CaseState } from '#casework/cases/state.ts';
import type { Entry } from '#casework/ledger/posting.ts';
import type { TransferName } from '#casework/ledger/transfers.ts';
import type { MoneyTerms, RecoveryKind } from './money-terms.ts';
import type { Entries } from './part-moves.ts';

/** Fen of each kind. */
export type ByKind = { readonly [K in RecoveryKind]: bigint };

const kinds = ['principal', 'interest'] as const satisfies readonly RecoveryKind[];

const entriesOf = (
  transfer: TransferName,
  amounts: ByKind,
  state: CaseState,
  { tenant }: MoneyTerms,
): readonly Entry[] =>
  kinds
    .filter((kind) => amounts[kind] > 0n)
    .map((kind) => ({ transfer, keys: { tenant, recovery: state.id, kind }, amounts: { amount: amounts[kind] } }));

const minus = (a: ByKind, b: ByKind): ByKind => ({
  principal: a.principal - b.principal,
  interest: a.interest - b.interest,
});

/** A received sum by kind: what goes first is filled first. */
const shared = (sum: bigint, owed: ByKind, first: RecoveryKind): ByKind => {
  const filled = sum < owed[first] ? sum : owed[first];
  return first === 'principal'
    ? { principal: filled, interest: sum - filled }
    : { principal: sum - filled, interest: filled };
};

/** What is owed and what came in, by kind; null when the principal of the decision is not known. */
export const recoveryOf = (
  { owedFen, collectedFen }: CaseState,
  { principalFen, recoverFirst }: MoneyTerms,
): { readonly owed: ByKind; readonly collected: ByKind } | null => {
  if (owedFen === 0n) return { owed: { principal: 0n, interest: 0n }, collected: { principal: 0n, interest: 0n } };
  if (principalFen === null || principalFen > owedFen) return null;
  const owed: ByKind = { principal: principalFen, interest: owedFen - principalFen };
  return { owed, collected: shared(collectedFen, owed, recoverFirst) };
};

const unknown: Entries = { ok: false, refusal: { code: 'principal-unknown' } };

/** What is owed by the decision, principal and interest apart, fen (T24). @source money: transfers T24 */
export const decidedEntries = (
  state: CaseState,
  { principalFen, interestFen }: { readonly principalFen: bigint; readonly interestFen: bigint },
  terms: MoneyTerms,
): Entries => ({
  ok: true,
  entries: entriesOf('T24', { principal: principalFen, interest: interestFen }, state, terms),
});

/**
 * What came in with this action, by kind (T25).
 *
 * @problem principal-unknown  the sum cannot be shared between principal and interest
 */
export const collectedEntries = (before: CaseState, after: CaseState, terms: MoneyTerms): Entries => {
  const [had, has] = [recoveryOf(before, terms), recoveryOf(after, terms)];
  if (had === null || has === null) return unknown;
  return { ok: true, entries: entriesOf('T25', minus(has.collected, had.collected), after, terms) };
};

/**
 * What is still due falls to the city (T28).
 *
 * @problem principal-unknown  what is left cannot be told by kind
 */
export const writtenOffEntries = (state: CaseState, terms: MoneyTerms): Entries => {
  const found = recoveryOf(state, terms);
  if (found === null) return unknown;
  return { ok: true, entries: entriesOf('T28', minus(found.owed, found.collected), state, terms) };
};

/**
 * Nothing before the decision; after it, what is still due falls away and what came in is to be given back (T29).
 *
 * @problem principal-unknown  what came in cannot be told by kind
 */
export const cancelledEntries = (state: CaseState, terms: MoneyTerms): Entries => {
  const found = recoveryOf(state, terms);
  if (found === null) return unknown;
  return {
    ok: true,
    entries: [
      ...entriesOf('T29-due', minus(found.owed, found.collected), state, terms),
      ...entriesOf('T29-received', found.collected, state, terms),
    ],
  };
};
