// A return for correction ends by itself: two reminders, then the limit, then what the rule says about silence.
import type { CalendarVersion, Silence } from './clock-rule.ts';
import type { Due } from './due.ts';
import { beijingDay } from './instant.ts';
import { limitOf, type Pause } from './interruption.ts';
import { addWorkingDays, workingDaysBetween } from '#rules/calendar/work-calendar.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';

export type PauseEnd = {
  readonly due: Due;
  /** Both after the day of the return and by the last day; one and the same day where the limit leaves no other. */
  readonly reminders: readonly [PlainDate, PlainDate];
  /** The day on which silence has its effect, and which; null when the firm has answered in time. */
  readonly silent: { readonly on: PlainDate; readonly silence: Silence } | null;
};

/**
 * When a pause ends if nobody answers.
 *
 * The first reminder falls when half the working days of the limit have passed, the second on the last working day before the
 * last day, so that a day is left to act on it.
 *
 * @source  casework: silence, two reminders, then 视为撤回; the days of the reminders are the product's own
 */
export const pauseEnds = (pause: Pause, version: CalendarVersion): PauseEnd => {
  const due = limitOf(pause, version);
  const returned = beijingDay(pause.from);
  const { days } = workingDaysBetween(version.calendar, returned, due.date);
  const afterDays = (count: number): PlainDate => {
    const { date } = addWorkingDays(version.calendar, returned, Math.max(1, count));
    // A last day on a weekend of an unpublished year has no working day before it.
    return date < due.date ? date : due.date;
  };
  const answered = pause.to !== null && pause.to < due.endsAt;
  return {
    due,
    reminders: [afterDays(Math.floor(days / 2)), afterDays(days - 1)],
    silent: answered ? null : { on: beijingDay(due.endsAt), silence: pause.limit.silence },
  };
};
