// A walk over every state that a case can come into, through the real fold: what the tests enumerate.
import { actionKinds, actionRows } from './actions.ts';
import type { ActionKind } from './payloads.ts';
import type { ProcedureKind } from './procedures/shape.ts';
import { phaseRow } from './procedures/procedures.ts';
import { isEnding } from './procedures/shape.ts';
import type { CaseState } from './state.ts';
import { runningStage } from './stage-home.ts';
import { returnsAt } from './returns.ts';
import { step } from './step.ts';
import { candidates, opened, type Openings } from './toy-office.ts';
import { isOffered } from './ways.ts';

/** What became of the order of a part. One that came to nothing is like none: the part waits for another. */
const standingOf = (state: CaseState, part: string): string => {
  const status = state.orders.findLast((order) => order.part === part)?.status ?? 'failed';
  return ['failed', 'bounced', 'cancelled'].includes(status) ? 'none' : status;
};

/** Reminders count only where silence asks for them; a silence only where the city may take over from a county. */
const counted = (state: CaseState): readonly (number | boolean)[] => {
  const row = phaseRow(state.procedure, state.phase);
  const asksForReminders = !isEnding(row) && row.silence.then === 'move' && row.silence.guard === 'two-reminders';
  const overdue = runningStage(state) === 'county' && state.silences.some(({ stage }) => stage === state.stage);
  return [asksForReminders ? Math.min(state.reminders, 2) : 0, overdue];
};

/** What tells two states apart as far as the rules go; amounts, names and moments are left out. */
const keyOf = (state: CaseState): string =>
  JSON.stringify([
    [state.phase, state.stage, state.furthest > (state.stage ?? 0) ? state.furthest : 0, state.back],
    state.holds.map(({ kind }) => kind),
    [returnsAt(state).count, ...counted(state)],
    [state.confirmed, state.appealed, state.heard],
    [state.draws.some(({ stage }) => stage === state.stage), state.scores.length, state.opinions.length],
    [state.visits.length > 0, state.baseFen !== null, state.notice?.stage === state.stage],
    state.parts.map(({ part, paid }) => [paid, standingOf(state, part)]),
    state.account === null ? 0 : state.account.verifiedBy === null ? 1 : 2,
    [[...state.partners.values()], state.deal, state.consents.length > 0],
    [...state.promises.values()].map(({ kept }) => kept),
    [state.owedFen > 0n, state.collectedFen > 0n, state.recoveries.length > 0],
  ]);

/** Kinds that lead somewhere or prepare it; the rest (更正, 口径, 委托 …) leave a case where it is. */
const walking = actionKinds.filter(
  (kind) => actionRows[kind].reach === 'phase' || ['silence', 'remind', 'release-hold'].includes(kind),
);

/** Elsewhere it only brings a hold, which the test of holds puts on every state. */
const leavesOpen = ['subject-changed'] as const;

const kindsIn = (state: CaseState): readonly ActionKind[] =>
  [
    ...walking,
    ...(phaseRow(state.procedure, state.phase).on['subject-changed'] === undefined ? [] : leavesOpen),
  ].filter(
    (kind) =>
      isOffered(state, kind) &&
      (kind !== 'object' || state.objections.size < 1) &&
      (kind !== 'open-recovery' || state.recoveries.length < 1),
  );

export type Seen = { readonly state: CaseState; readonly next: readonly string[] };

/**
 * Every state that can be reached from an opening, by key, with the keys that follow it.
 * Rare detours are cut so that the walk ends soon: at most one objection and one recovery, and no hold but those that actions bring.
 */
export const walk = (procedure: ProcedureKind, given: Openings = {}): ReadonlyMap<string, Seen> => {
  const start = opened(procedure, given);
  const seen = new Map<string, Seen>();
  const waiting = [{ key: keyOf(start), state: start }];
  const met = new Set(waiting.map(({ key }) => key));
  // The list grows while it is walked: breadth first, so that every state is met by a shortest road.
  for (const { key, state } of waiting) {
    const next = candidates(state, kindsIn(state)).flatMap((each) => {
      const result = step(state, each);
      return result.ok ? [{ key: keyOf(result.state), state: result.state }] : [];
    });
    seen.set(key, { state, next: [...new Set(next.map((each) => each.key))] });
    for (const each of next) {
      if (met.has(each.key)) continue;
      met.add(each.key);
      waiting.push(each);
    }
  }
  return seen;
};

/** The keys from which an end can be reached. */
export const endingKeys = (seen: ReadonlyMap<string, Seen>): ReadonlySet<string> => {
  const ends = new Set(
    [...seen].filter(([, { state }]) => isEnding(phaseRow(state.procedure, state.phase))).map(([key]) => key),
  );
  for (let before = -1; before !== ends.size;) {
    before = ends.size;
    for (const [key, { next }] of seen) if (next.some((each) => ends.has(each))) ends.add(key);
  }
  return ends;
};
