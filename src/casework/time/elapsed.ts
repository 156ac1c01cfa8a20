// Whose time has passed: every day since the start belongs to the owner of the clock, to the firm or to a procedure outside.
import type { CalendarVersion, ClockUnit, Party } from './clock-rule.ts';
import { beijingDay, type Instant } from './instant.ts';
import type { Still } from './interruption.ts';
import { workingDaysBetween } from '#rules/calendar/work-calendar.ts';
import { daysBetween } from '#rules/exact/plain-date.ts';

/** Working days for a limit in 工作日, days for 日, 月 and 年, milliseconds for 小时. */
export type Elapsed = { readonly unit: 'workday' | 'day' | 'millisecond' } & { readonly [P in Party]: number };

type Measure = (from: Instant, to: Instant) => number;

const measureOf = (unit: Elapsed['unit'], { calendar }: CalendarVersion): Measure => {
  switch (unit) {
    case 'workday':
      return (from, to) => workingDaysBetween(calendar, beijingDay(from), beijingDay(to)).days;
    case 'day':
      return (from, to) => daysBetween(beijingDay(from), beijingDay(to));
    case 'millisecond':
      return (from, to) => to - from;
  }
};

const elapsedUnits = {
  workday: 'workday',
  day: 'day',
  month: 'day',
  year: 'day',
  hour: 'millisecond',
} as const satisfies Record<ClockUnit, Elapsed['unit']>;

/**
 * The time from `start` to `until`, split by whose it is. A day is given whole to whoever had it at its first instant, so the
 * three parts add up to all days after the start day up to and with the day of `until`.
 *
 * @param stills  in order, without overlap
 * @param owner   whose time it is while the clock runs
 */
export const splitElapsed = (
  span: { readonly start: Instant; readonly until: Instant; readonly unit: ClockUnit; readonly owner: Party },
  stills: readonly Still[],
  version: CalendarVersion,
): Elapsed => {
  const unit = elapsedUnits[span.unit];
  const measure = measureOf(unit, version);
  const until = Math.max(span.start, span.until);
  const passed: Record<Party, number> = { bureau: 0, firm: 0, outside: 0 };
  let at = span.start;
  for (const still of stills) {
    const [from, to] = [Math.min(still.from, until), Math.min(still.to, until)];
    passed[span.owner] += measure(at, from);
    passed[still.party] += measure(from, to);
    at = to;
  }
  passed[span.owner] += measure(at, until);
  return { unit, ...passed };
};
