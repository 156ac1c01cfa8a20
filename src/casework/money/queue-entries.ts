// A case that waits for a budget, and leaves the queue with one: T06, and T07 with what had queued.
import type { CaseState } from '#casework/cases/state.ts';
import type { Entry } from '#casework/ledger/posting.ts';
import { keysOf, unusableName, type MoneyTerms } from './money-terms.ts';
import type { Entries } from './part-moves.ts';

/**
 * What queues: the parts that the pack makes of the approved amount, for the case has none before the list is fixed.
 *
 * @problem plan-differs      they do not add up to the approved amount
 * @problem reserved-already  money was set aside when the case was accepted
 */
export const queueEntries = (state: CaseState, terms: MoneyTerms): Entries => {
  const { planned, reserve } = terms;
  if (reserve === 'acceptance') return { ok: false, refusal: { code: 'reserved-already' } };
  const name = unusableName(state, planned, terms);
  if (name !== null) return { ok: false, refusal: { code: 'name-unusable', name } };
  const plannedFen = planned.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  if (plannedFen !== state.approvedFen)
    return { ok: false, refusal: { code: 'plan-differs', plannedFen, approvedFen: state.approvedFen } };
  return {
    ok: true,
    entries: planned.map((part) => ({
      transfer: 'T06',
      keys: keysOf(state, part, terms),
      amounts: { amount: part.amountFen },
    })),
  };
};

/**
 * The entries of a list on which a queued case stands: what had queued for each part leaves the queue with it.
 *
 * @problem queued-part-missing  a part that queues is not on the list and would queue for ever
 */
export const fromQueue = (state: CaseState, entries: readonly Entry[], terms: MoneyTerms): Entries => {
  const queued = new Map(terms.planned.map((part) => [keysOf(state, part, terms).part, part]));
  const listed = new Set(entries.map(({ keys }) => keys.part));
  const missing = [...queued].find(([key]) => !listed.has(key));
  if (missing !== undefined) return { ok: false, refusal: { code: 'queued-part-missing', part: missing[1].part } };
  return {
    ok: true,
    entries: entries.map((entry) => {
      const had = queued.get(entry.keys.part ?? '');
      if (had === undefined) return entry;
      return { ...entry, transfer: 'T07-queued', amounts: { ...entry.amounts, demand: had.amountFen } };
    }),
  };
};
