// A new calendar in a city: the deadlines that it moves are written down, beside the case's actions, with both dates.
import { marksOf } from '#casework/due/marks.ts';
import { revisions } from '#casework/due/revisions.ts';
import type { DueTerms } from '#casework/due/terms.ts';
import { fold } from '#casework/cases/fold.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { fromCanonical } from '#casework/log/canonical.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import type { DeadlineRevised } from '#casework/time/recompute.ts';
import type { StoreActor } from './actor.ts';
import { readActions } from './cases.ts';
import { append, nowIn, readChain } from './log.ts';
import { onOpenCases } from './open-cases.ts';
import type { Store, Tx } from './open.ts';

/** Not the case's own chain: that one holds what people did, and its fold would not know this. */
const chainOf = (id: string): string => `deadlines/${id}`;

/** What new calendars have changed for a case, the newest last. */
export const readRevisions = async (tx: Tx, id: string): Promise<readonly DeadlineRevised[]> =>
  (await readChain(tx, chainOf(id))).map(({ body }) => fromCanonical(body) as unknown as DeadlineRevised); // written below

export type RevisedCase = { readonly case: string; readonly revisions: readonly DeadlineRevised[] };

export type RevisionTerms = {
  readonly termsOf: (state: CaseState) => DueTerms;
  /** The calendar that the cases went by, and the new one. */
  readonly from: CalendarVersion;
  readonly to: CalendarVersion;
};

const revise = async (
  tx: Tx,
  actor: StoreActor,
  id: string,
  { termsOf, from, to }: RevisionTerms,
): Promise<RevisedCase> => {
  const actions = await readActions(tx, id);
  const folded = fold(actions);
  // A log that does not stand is told by the tick; nothing is promised on it.
  if (!folded.ok) return { case: id, revisions: [] };
  const { state } = folded;
  const known = await readRevisions(tx, id);
  const marks = marksOf(state, actions, known);
  const isKnown = (each: DeadlineRevised): boolean =>
    known.some(({ clock, calendar }) => clock === each.clock && calendar === each.calendar);
  const fresh = revisions(state, marks, termsOf(state), { from, to }, await nowIn(tx)).filter((each) => !isKnown(each));
  for (const each of fresh) await append(tx, actor, { chain: chainOf(id), kind: each.kind, body: each });
  return { case: id, revisions: fresh };
};

/**
 * Writes what a new calendar changes for every open case. Done twice it writes nothing more.
 *
 * @param actor  of the role `clock`
 * @returns      the cases with a change, for the notices to both sides
 */
export const reviseDeadlines = async (
  store: Store,
  actor: StoreActor,
  terms: RevisionTerms,
): Promise<readonly RevisedCase[]> =>
  (await onOpenCases(store, actor, (tx, id) => revise(tx, actor, id, terms))).filter(
    (each) => each.revisions.length > 0,
  );
