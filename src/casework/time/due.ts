// Counts a time limit out: a day counts iff it is a day of the unit and the clock was running at its first instant.
import type { CalendarVersion, ClockRule, DayEnd, DayRule, DayUnit } from './clock-rule.ts';
import { beijingDay, firstInstantOf, hourMs, minuteMs, type Instant } from './instant.ts';
import {
  addWorkingDays,
  isWorkingDay,
  moveToWorkingDay,
  workingDaysBetween,
  type Deadline,
} from '#rules/calendar/work-calendar.ts';
import { addDays, addMonths, addYears, daysBetween, type PlainDate } from '#rules/exact/plain-date.ts';
import type { WorkCalendar } from '#rules/packs/rulebook.ts';

/** The last day, and the instant at which it is over: what comes at that instant is late. */
export type Due = Deadline & { readonly endsAt: Instant };

/** A time in which the clock stands still: after `from`, up to and with `to`. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** What is counted: from when, how long, and what holds the end back. */
export type Run = {
  readonly rule: ClockRule;
  readonly start: Instant;
  /** In the rule's unit, an extension included. */
  readonly length: number;
  /** The end does not lie before this instant. */
  readonly notBefore: Instant | null;
  /** In order, none overlapping another, none before the start. */
  readonly stills: readonly Span[];
};

/** The instant at which a last day is over. */
export const endOfDay = (day: PlainDate, endsAt: DayEnd): Instant =>
  endsAt === 'midnight'
    ? firstInstantOf(addDays(day, 1))
    : firstInstantOf(day) + endsAt.counterClosesAtMinute * minuteMs;

/** The day that this instant ends: 24:00 belongs to it. */
const dayEndedBy = (end: Instant): PlainDate => beijingDay(end - 1);

/** The first working day that is not over at this instant. */
export const firstDayLeft = (calendar: WorkCalendar, at: Instant, endsAt: DayEnd): Deadline => {
  const first = moveToWorkingDay(calendar, beijingDay(at));
  return endOfDay(first.date, endsAt) > at ? first : moveToWorkingDay(calendar, addDays(first.date, 1));
};

type Count = {
  readonly add: (from: PlainDate, length: number) => Deadline;
  readonly between: (from: PlainDate, to: PlainDate) => { readonly days: number; readonly provisional: boolean };
};

const countWorkingDays = (calendar: WorkCalendar): Count => ({
  add: (from, length) => addWorkingDays(calendar, from, length),
  between: (from, to) => workingDaysBetween(calendar, from, to),
});

const countAllDays: Count = {
  add: (from, length) => ({ date: addDays(from, length), provisional: false }),
  between: (from, to) => ({ days: daysBetween(from, to), provisional: false }),
};

// Months and years become the number of days that they have from this start, and are then counted like days. A pause thereby
// gives back exactly the full days it took; counting the rest in months again would give or take days by where the pause fell.
const daysIn: Record<DayUnit, (start: PlainDate, length: number) => number> = {
  workday: (_, length) => length,
  day: (_, length) => length,
  month: (start, length) => daysBetween(start, addMonths(start, length)),
  year: (start, length) => daysBetween(start, addYears(start, length)),
};

/** The day on which so many days have been counted, leaving out every day at whose first instant the clock stood still. */
const countOut = (count: Count, start: PlainDate, length: number, stills: readonly Span[]): Deadline => {
  let [at, left, provisional] = [start, length, false];
  for (const still of stills) {
    const from = beijingDay(still.from);
    const end = count.add(at, left);
    if (end.date <= from) return { date: end.date, provisional: provisional || end.provisional };
    const before = count.between(at, from);
    left -= before.days;
    provisional ||= before.provisional;
    at = beijingDay(still.to);
  }
  const end = count.add(at, left);
  return { date: end.date, provisional: provisional || end.provisional };
};

const heldBack = (calendar: WorkCalendar, counted: Deadline, endsAt: DayEnd, notBefore: Instant | null): Deadline => {
  if (notBefore === null || notBefore <= endOfDay(counted.date, endsAt)) return counted;
  const date = dayEndedBy(notBefore);
  return { date, provisional: counted.provisional || isWorkingDay(calendar, date) === null };
};

/**
 * A limit cannot run out while its clock stands still: a return on the last day would else be a breach by whoever waits.
 * It then ends with the day on which the clock runs again, as a limit of no days ends with the day of its event.
 */
const endWhileRunning = (calendar: WorkCalendar, counted: Deadline, endsAt: DayEnd, stills: readonly Span[]): Due => {
  let last = counted;
  for (const { from, to } of stills) {
    const end = endOfDay(last.date, endsAt);
    if (from < end && end <= to) {
      const next = firstDayLeft(calendar, to, endsAt);
      last = { date: next.date, provisional: last.provisional || next.provisional };
    }
  }
  return { ...last, endsAt: endOfDay(last.date, endsAt) };
};

const dueByDays = (rule: DayRule, run: Run, calendar: WorkCalendar): Due => {
  const start = beijingDay(run.start);
  const count = rule.unit === 'workday' ? countWorkingDays(calendar) : countAllDays;
  const counted = countOut(count, start, daysIn[rule.unit](start, run.length), run.stills);
  const moved = moveToWorkingDay(calendar, counted.date);
  const last = { date: moved.date, provisional: counted.provisional || moved.provisional };
  return endWhileRunning(calendar, heldBack(calendar, last, rule.endsAt, run.notBefore), rule.endsAt, run.stills);
};

/** A limit of running hours that ends at this instant; it depends on no calendar. */
export const endOfHours = (endsAt: Instant): Due => ({ date: dayEndedBy(endsAt), provisional: false, endsAt });

const dueByHours = ({ start, length, notBefore, stills }: Run): Due => {
  let endsAt = start + length * hourMs;
  for (const { from, to } of stills) if (from < endsAt) endsAt += to - from;
  if (notBefore === null || notBefore <= endsAt) return endOfHours(endsAt);
  // Held back into a time in which the clock stands still, it keeps what was left when that began.
  const still = stills.find(({ from, to }) => from < notBefore && notBefore <= to);
  return endOfHours(still === undefined ? notBefore : still.to + (notBefore - still.from));
};

/**
 * The end of a time limit by one calendar version.
 *
 * 工作日: the day of the start event, days off and days at whose first instant the clock stood still do not count.
 * 日, 月, 年: likewise without days off; a last day that is not a working day moves to the next one. 小时: running time.
 *
 * @returns  Beijing day and instant; provisional when the count touched a year whose calendar is not known
 * @source   casework: legal time; 民法典 art. 201 to 203
 */
export const dueOf = (run: Run, version: CalendarVersion): Due => {
  if (!Number.isInteger(run.length) || run.length < 1)
    throw new RangeError(`a time limit is a whole number >= 1, not ${run.length}`);
  return run.rule.unit === 'hour' ? dueByHours(run) : dueByDays(run.rule, run, version.calendar);
};
