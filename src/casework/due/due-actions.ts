// What the clock has to do on a case by itself: two reminders where a case was returned, and the end of a limit.
import type { Payloads } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { waitingFor } from '#casework/cases/waiting.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import type { Instant } from '#casework/time/instant.ts';
import { caseLimits, endOf, type CaseLimit } from './case-limits.ts';
import { fromIso, toIso } from '#casework/time/iso.ts';
import type { Marks } from './marks.ts';
import { remindersDue } from './reminders.ts';
import type { DueTerms } from './terms.ts';

type Due<K extends 'remind' | 'silence'> = {
  /** Made of what it is about, so that the same thing done twice is refused as repeated. */
  readonly id: string;
  readonly kind: K;
  readonly payload: Payloads[K];
};
export type DueAction = Due<'remind'> | Due<'silence'>;

const idOf = (state: CaseState, limit: CaseLimit, ...what: readonly string[]): string =>
  [
    'clock',
    state.id,
    state.phase,
    state.stage ?? '-',
    ...(limit.organisation === null ? [] : [limit.organisation]),
    toIso(limit.start),
    ...what,
  ].join('/');

const reminders = (state: CaseState, limit: CaseLimit, version: CalendarVersion, now: Instant): readonly DueAction[] =>
  remindersDue(state, limit, version, now).map((count) => ({
    // Without the end: a new calendar moves it, and the firm has been reminded all the same.
    id: idOf(state, limit, `remind-${count}`),
    kind: 'remind',
    payload: { of: `${limit.limit}，第${count}次提醒` },
  }));

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
  return [{ id: idOf(state, limit, payload.endedAt, 'silence'), kind: 'silence', payload }];
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
  return (
    caseLimits(state, marks, terms)
      .flatMap((limit) => [...reminders(state, limit, version, at), ...silence(state, limit, version, at)])
      // Ids are given by whoever acts: one that somebody took for another action is no proof that the clock has been here.
      .filter(({ id, kind }) => state.done.get(id) !== kind)
  );
};
