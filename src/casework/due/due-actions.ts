// What the clock has to do on a case by itself: two reminders where a case was returned, and the end of a limit.
import { phaseRow } from '#casework/cases/procedures/procedures.ts';
import { isEnding } from '#casework/cases/procedures/shape.ts';
import type { Payloads } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { waitingFor } from '#casework/cases/waiting.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { firstInstantOf, type Instant } from '#casework/time/instant.ts';
import { pauseEnds } from '#casework/time/pause-ends.ts';
import { caseLimits, endOf, type CaseLimit } from './case-limits.ts';
import { fromIso, toIso } from './iso.ts';
import type { Marks } from './marks.ts';
import type { DueTerms } from './terms.ts';

type Due<K extends 'remind' | 'silence'> = {
  /** Made of what it is about, so that the same thing done twice is refused as repeated. */
  readonly id: string;
  readonly kind: K;
  readonly payload: Payloads[K];
};
export type DueAction = Due<'remind'> | Due<'silence'>;

const idOf = (state: CaseState, limit: CaseLimit, end: Instant, what: string): string =>
  [
    'clock',
    state.id,
    state.phase,
    state.stage ?? '-',
    ...(limit.organisation === null ? [] : [limit.organisation]),
    toIso(limit.start),
    toIso(end),
    what,
  ].join('/');

/** True where the case was returned to the firm: the side roads that are the firm's turn. */
const isReturned = (state: CaseState): boolean => {
  const row = phaseRow(state.procedure, state.phase);
  return !isEnding(row) && row.comesBack === true && 'side' in row.clock && row.clock.side === 'firm';
};

const reminders = (
  state: CaseState,
  limit: CaseLimit,
  version: CalendarVersion,
  now: Instant,
): readonly DueAction[] => {
  if (!isReturned(state) || limit.runs.by === 'date' || limit.runs.clock.rule.unit === 'hour') return [];
  const pause = { kind: 'correction', from: limit.start, to: null, limit: limit.runs.clock.rule } as const;
  const end = endOf(limit, version, now);
  return pauseEnds(pause, version).reminders.flatMap((day, index) => {
    if (index < state.reminders || now < firstInstantOf(day)) return [];
    const id = idOf(state, limit, end, `remind-${index + 1}`);
    return [{ id, kind: 'remind', payload: { of: `${limit.limit}，第${index + 1}次提醒` } }];
  });
};

/** Silence of this stay was reported already, whatever a newer calendar says of its end. */
const isReported = (state: CaseState, { start, organisation }: CaseLimit): boolean =>
  organisation === null &&
  state.procedure !== 'match' &&
  state.silences.some(
    ({ phase, stage, endedAt }) => phase === state.phase && stage === state.stage && fromIso(endedAt) > start,
  );

const silence = (state: CaseState, limit: CaseLimit, version: CalendarVersion, now: Instant): readonly DueAction[] => {
  const end = endOf(limit, version, now);
  const since = state.intervals.at(-1)?.from;
  // What ended before the stretch at hand began cannot be said of it: the red list has it.
  if (now < end || since === undefined || end <= fromIso(since) || isReported(state, limit)) return [];
  const payload = { endedAt: toIso(end), organisation: limit.organisation };
  return [{ id: idOf(state, limit, end, 'silence'), kind: 'silence', payload }];
};

/**
 * The actions that the role `clock` has to take on a case now, in order. None moves money, and none says that anybody is
 * content. Where a hold stops the case, and where the source states no length, there are none.
 *
 * @param version  the calendar that is known
 * @param now      2026-09-23T01:00:00.000Z
 * @source casework: silence; legal time
 */
export const dueActions = (
  state: CaseState,
  marks: Marks,
  terms: DueTerms,
  version: CalendarVersion,
  now: string,
): readonly DueAction[] => {
  const waiting = waitingFor(state);
  if (waiting.is === 'ended' || waiting.on === 'hold' || 'none' in waiting.clock) return [];
  const at = fromIso(now);
  return caseLimits(state, marks, terms)
    .flatMap((limit) => [...reminders(state, limit, version, at), ...silence(state, limit, version, at)])
    .filter(({ id }) => !state.done.has(id));
};
