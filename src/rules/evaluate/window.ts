// The filing window as seen from a date.
import type { WindowShown } from './result.ts';
import { daysBetween, readDate, yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Window } from '#rules/packs/rulebook.ts';

const span = (from: PlainDate, to: PlainDate, on: PlainDate): WindowShown => {
  if (on < from) return { state: 'upcoming', from, to, daysLeft: daysBetween(on, from) };
  if (on > to) return { state: 'closed', from, to };
  return { state: 'open', from, to, daysLeft: daysBetween(on, to) };
};

const inYear = (year: number, monthAndDay: string): PlainDate | null => readDate(`${String(year).padStart(4, '0')}-${monthAndDay}`);

/** The yearly window that is open on this date, or the next one to open. */
const yearly = (fromDay: string, toDay: string, on: PlainDate): WindowShown => {
  const wraps = toDay < fromDay;
  for (const year of [yearOf(on) - 1, yearOf(on), yearOf(on) + 1]) {
    const from = inYear(year, fromDay);
    const to = inYear(wraps ? year + 1 : year, toDay);
    if (from !== null && to !== null && on <= to) return span(from, to, on);
  }
  return { state: 'unknown' };
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
