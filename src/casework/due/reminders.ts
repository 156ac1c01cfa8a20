// When a firm is reminded: twice where a case was returned to it, each month where money waits to be claimed.
import { phaseRow } from '#casework/cases/procedures/procedures.ts';
import { isEnding } from '#casework/cases/procedures/shape.ts';
import type { CaseState } from '#casework/cases/state.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { beijingDay, firstInstantOf, type Instant } from '#casework/time/instant.ts';
import { pauseEnds } from '#casework/time/pause-ends.ts';
import { addMonths } from '#rules/exact/plain-date.ts';
import { endOf, type CaseLimit } from './case-limits.ts';

/** True where the case was returned to the firm: the side roads that are the firm's turn. */
const isReturned = (state: CaseState): boolean => {
  const row = phaseRow(state.procedure, state.phase);
  return !isEnding(row) && row.comesBack === true && 'side' in row.clock && row.clock.side === 'firm';
};

const ofReturn = (state: CaseState, { runs, start }: CaseLimit, version: CalendarVersion, now: Instant) => {
  if (runs.by === 'date' || runs.clock.rule.unit === 'hour') return [];
  const { reminders } = pauseEnds({ kind: 'correction', from: start, to: null, limit: runs.clock.rule }, version);
  return reminders.flatMap((day, index) => (index < state.reminders || now < firstInstantOf(day) ? [] : [index + 1]));
};

/** The months that are full, once; a month that nobody looked is not caught up with: the firm wants one letter, not five. */
const ofMonth = (limit: CaseLimit, version: CalendarVersion, now: Instant): readonly number[] => {
  const first = beijingDay(limit.start);
  let months = 0;
  while (firstInstantOf(addMonths(first, months + 1)) <= now) months++;
  return months === 0 || now >= endOf(limit, version, now) ? [] : [months];
};

/**
 * The reminders that are due on this limit now, by their number in the stay.
 *
 * @source casework: silence, two reminders; 待领, a reminder each month
 */
export const remindersDue = (
  state: CaseState,
  limit: CaseLimit,
  version: CalendarVersion,
  now: Instant,
): readonly number[] => {
  if (isReturned(state)) return ofReturn(state, limit, version, now);
  return state.procedure === 'confirm' && state.phase === 'unclaimed' ? ofMonth(limit, version, now) : [];
};
