// A new calendar version recomputes the open clocks. Closed clocks keep the version they used, and nobody becomes overdue backwards.
import type { CalendarVersion } from './clock-rule.ts';
import { endOfDay, endOfHours, firstDayLeft, type Due } from './due.ts';
import { beijingDay, type Instant } from './instant.ts';
import { runClock, type Clock } from './run-clock.ts';

/** A clock with the calendar version that its last action used. */
export type DatedClock = { readonly clock: Clock; readonly version: CalendarVersion };

export type DeadlineRevised = {
  readonly kind: 'deadline-revised';
  /** Id of the clock. */
  readonly clock: string;
  readonly from: Due;
  readonly to: Due;
  /** Id of the new calendar version. */
  readonly calendar: string;
  /**
   * Set where the new calendar alone would have been harder. not-yet-due: it would end before now, so it ends with the first
   * working day that is left, hours with today. already-overdue: it was overdue and would be so for longer, so the end stays.
   */
  readonly spared: 'not-yet-due' | 'already-overdue' | null;
};

type Target = Pick<DeadlineRevised, 'to' | 'spared'>;

/** The end of the first working day that is left; for hours the end of today, but no later than it was. */
const lastChance = ({ rule }: Clock, from: Due, next: CalendarVersion, now: Instant): Due => {
  if (rule.unit === 'hour') return endOfHours(Math.min(from.endsAt, endOfDay(beijingDay(now), 'midnight')));
  const first = firstDayLeft(next.calendar, now, rule.endsAt);
  return { ...first, endsAt: endOfDay(first.date, rule.endsAt) };
};

const targetOf = (clock: Clock, from: Due, to: Due, next: CalendarVersion, now: Instant): Target => {
  if (to.endsAt >= from.endsAt || (from.endsAt > now && to.endsAt > now)) return { to, spared: null };
  return from.endsAt <= now
    ? { to: from, spared: 'already-overdue' }
    : { to: lastChance(clock, from, next, now), spared: 'not-yet-due' };
};

const revisionOf = ({ clock, version }: DatedClock, next: CalendarVersion, now: Instant): DeadlineRevised | null => {
  if (clock.stopped !== null) return null;
  const from = runClock(clock, version, now).due;
  const target = targetOf(clock, from, runClock(clock, next, now).due, next, now);
  const same = target.to.endsAt === from.endsAt && target.to.provisional === from.provisional && target.spared === null;
  return same ? null : { kind: 'deadline-revised', clock: clock.id, from, ...target, calendar: next.id };
};

/**
 * What a new calendar version changes, as events to append and to tell both sides: dates that move, and dates that are no
 * longer 暂定. A clock that is not in the answer has the same end by both versions, or is closed.
 *
 * @source  casework: legal time, calendars are versions
 */
export const recompute = (
  clocks: readonly DatedClock[],
  next: CalendarVersion,
  now: Instant,
): readonly DeadlineRevised[] => clocks.map((each) => revisionOf(each, next, now)).filter((each) => each !== null);

/** The clock after its revision: read by the new version it ends where the revision says, and no later revision takes that back. */
export const applyRevision = (clock: Clock, { spared, to }: DeadlineRevised): Clock =>
  spared === null ? clock : { ...clock, notBefore: to.endsAt };
