// From a bank's result to the postings that it makes: what the ledger has of an order, and what it must come to have.
import type { Outcome } from './match-results.ts';
import type { TransferName } from './transfers.ts';

/** How far the ledger has followed an order: in flight, or one of the results. */
export type LedgerStage = 'in-flight' | Outcome;

/** What the part is paid as; a payment before acceptance and an advance to a bank have accounts of their own. */
export type PaidAs = 'final' | 'pending' | 'advance';

const success = { final: 'T13', pending: 'T13-pending', advance: 'T13-advance' } as const satisfies Readonly<
  Record<PaidAs, TransferName>
>;
const sameYear = { final: 'T15', pending: 'T15-pending', advance: null } as const satisfies Readonly<
  Record<PaidAs, TransferName | null>
>;
const laterYear = { final: 'T17', pending: 'T17-pending', advance: null } as const satisfies Readonly<
  Record<PaidAs, TransferName | null>
>;

export type ResultTransfers =
  | { readonly ok: true; readonly transfers: readonly TransferName[] }
  /** The table has no way from here to there: what was posted must be set right by a person, with a document. */
  | { readonly ok: false; readonly code: 'no-transfer'; readonly from: LedgerStage; readonly to: Outcome };

const steps = (from: LedgerStage, to: Outcome, as: PaidAs, later: boolean): readonly TransferName[] | null => {
  const bounce = later ? laterYear[as] : sameYear[as];
  if (from === to) return [];
  if (from === 'in-flight' && to === 'success') return [success[as]];
  if (from === 'in-flight' && to === 'failed') return later ? ['T14', 'T17-returned'] : ['T14'];
  if (to !== 'bounced' || from === 'failed' || bounce === null) return null;
  return from === 'success' ? [bounce] : [success[as], bounce];
};

/**
 * The transfers that bring the ledger to a result, each a posting of its own. The same result again makes none.
 *
 * @param later  the money came back in a later year than the part's: its authority is gone, the part queues
 * @problem no-transfer  the ledger says failed and the bank now says paid, or an advance came back as a bounce
 * @source money: transfers T13 to T17
 */
export const transfersFor = (from: LedgerStage, to: Outcome, as: PaidAs, later: boolean): ResultTransfers => {
  const transfers = steps(from, to, as, later);
  return transfers === null ? { ok: false, code: 'no-transfer', from, to } : { ok: true, transfers };
};
