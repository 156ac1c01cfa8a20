// The filing window as seen from a date.
import type { WindowShown } from './result.ts';
import { dateOf, daysBetween, yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Window } from '#rules/packs/rulebook.ts';

const span = (from: PlainDate, to: PlainDate, on: PlainDate): WindowShown => {
  if (on < from) return { state: 'upcoming', from, to, daysLeft: daysBetween(on, from) };
  if (on > to) return { state: 'closed', from, to };
  return { state: 'open', from, to, daysLeft: daysBetween(on, to) };
};

/** The day of that year; 02-29 is the last of February. */
const inYear = (year: number, monthAndDay: string): PlainDate =>
  dateOf(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3, 5)));

/** The yearly window that is open on this date, or the next one to open. */
const yearly = (fromDay: string, toDay: string, on: PlainDate): WindowShown => {
  const wraps = toDay < fromDay;
  const spanOf = (year: number): readonly [PlainDate, PlainDate] => [
    inYear(year, fromDay),
    inYear(wraps ? year + 1 : year, toDay),
  ];
  const year = yearOf(on);
  const [from, to] = [year - 1, year].map(spanOf).find(([, end]) => on <= end) ?? spanOf(year + 1);
  return span(from, to, on);
};

/** open and upcoming windows carry the days that are left; a window that is not published is unknown. */
export const showWindow = (window: Window | null, on: PlainDate): WindowShown => {
  if (window === null) return { state: 'unknown' };
  switch (window.kind) {
    case 'unknown':
    case 'always':
      return { state: window.kind };
    case 'yearly':
      return yearly(window.from, window.to, on);
    case 'dates':
      return span(window.from, window.to, on);
  }
};
