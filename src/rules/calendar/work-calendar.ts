// Working days and deadlines. A year that the calendar does not hold is unknown: counting through it is provisional, never silently wrong.
import {
  addDays,
  addMonths,
  dateOf,
  daysInMonth,
  toDayNumber,
  weekdayOf,
  yearOf,
  type PlainDate,
} from '#rules/exact/plain-date.ts';
import type { WorkCalendar } from '#rules/packs/rulebook.ts';

/** A date that was counted out. `provisional`: the count touched a year whose calendar is not known (printed with 暂定). */
export type Deadline = { readonly date: PlainDate; readonly provisional: boolean };

const isWeekend = (date: PlainDate): boolean => [0, 6].includes(weekdayOf(date));

/** True for a working day, worked weekends (调休) included; null when the year is not in the calendar. */
export const isWorkingDay = (calendar: WorkCalendar, date: PlainDate): boolean | null => {
  const year = calendar.years.get(yearOf(date));
  if (year === undefined) return null;
  return isWeekend(date) ? year.worked.has(date) : !year.off.has(date);
};

const requireWhole = (count: number): void => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`a deadline counts a whole number >= 0, not ${count}`);
};

/**
 * The last day of so many working days. The start day does not count; a count of 0 ends on the start day.
 * In a year that is not in the calendar Monday to Friday are counted and the result is provisional.
 *
 * @source casework: legal time, 工作日
 */
export const addWorkingDays = (calendar: WorkCalendar, from: PlainDate, count: number): Deadline => {
  requireWhole(count);
  let date = from;
  let left = count;
  let provisional = false;
  while (left > 0) {
    date = addDays(date, 1);
    const known = isWorkingDay(calendar, date);
    if (known === null) provisional = true;
    if (known ?? !isWeekend(date)) left -= 1;
  }
  return { date, provisional };
};

/** Moves a last day that is not a working day to the next working day; a day of an unknown year stays where it is, provisional. */
export const moveToWorkingDay = (calendar: WorkCalendar, last: PlainDate): Deadline => {
  let date = last;
  for (;;) {
    const known = isWorkingDay(calendar, date);
    if (known !== false) return { date, provisional: known === null };
    date = addDays(date, 1);
  }
};

/**
 * The last day of so many calendar days: the first day does not count, a last day off moves to the next working day.
 *
 * @source 民法典 art. 201, 203
 */
export const deadlineInDays = (calendar: WorkCalendar, from: PlainDate, count: number): Deadline => {
  requireWhole(count);
  return moveToWorkingDay(calendar, addDays(from, count));
};

/**
 * The last day of so many months: the same day number, or the month's last day; a last day off moves to the next working day.
 *
 * @source 民法典 art. 201, 202, 203
 */
export const deadlineInMonths = (calendar: WorkCalendar, from: PlainDate, count: number): Deadline => {
  requireWhole(count);
  return moveToWorkingDay(calendar, addMonths(from, count));
};

/** Working days after `from` up to and with `to`; 0 when `to` is not later. Provisional when the span touches an unknown year. */
export const workingDaysBetween = (
  calendar: WorkCalendar,
  from: PlainDate,
  to: PlainDate,
): { readonly days: number; readonly provisional: boolean } => {
  let days = 0;
  let provisional = false;
  for (let left = toDayNumber(to) - toDayNumber(from), date = from; left > 0; left--) {
    date = addDays(date, 1);
    const known = isWorkingDay(calendar, date);
    if (known === null) provisional = true;
    if (known ?? !isWeekend(date)) days += 1;
  }
  return { days, provisional };
};

/** Working days of a month (1 to 12); null when the year is not in the calendar. */
export const countWorkingDaysOfMonth = (calendar: WorkCalendar, year: number, month: number): number | null => {
  if (!calendar.years.has(year)) return null;
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => dateOf(year, month, index + 1));
  return days.filter((day) => isWorkingDay(calendar, day) === true).length;
};

/** Working days of a year; null when the year is not in the calendar. */
export const countWorkingDays = (calendar: WorkCalendar, year: number): number | null => {
  let sum = 0;
  for (let month = 1; month <= 12; month++) {
    const count = countWorkingDaysOfMonth(calendar, year, month);
    if (count === null) return null;
    sum += count;
  }
  return sum;
};
