// Compiles calendars of legal working days: weekdays that are off, weekend days that are worked.
import { addDays, readDate, weekdayOf, yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report } from './bench.ts';
import type { WorkCalendar } from './rulebook.ts';
import type { CalendarShape, CalendarYearShape } from './shapes/calendars.ts';
import { below, clauseRequired, type Site } from './site.ts';

const isWeekend = (date: PlainDate): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;

/** The days of 2024-01-01 or 2024-02-10..2024-02-17; empty with the problem reported when it is neither. */
const daysOf = (site: Site, scalar: NotedScalar, year: number): readonly PlainDate[] => {
  const [first = '', last = first, ...rest] = scalar.text.split('..');
  const [from, to] = [readDate(first), readDate(last)];
  if (from === null || to === null || rest.length > 0 || from > to) {
    report(site.bench, scalar.place, 'bad-date', '不是有效的日期或区间', {
      found: scalar.text,
      expected: '2024-01-01 或 2024-02-10..2024-02-17',
    });
    return [];
  }
  if (yearOf(from) !== year || yearOf(to) !== year) {
    report(site.bench, scalar.place, 'date-outside-year', `日期不在 ${year} 年`, { found: scalar.text });
    return [];
  }
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

const checkWorked = (
  site: Site,
  worked: NotedScalar,
  year: number,
  off: ReadonlySet<PlainDate>,
): readonly PlainDate[] => {
  const days = daysOf(site, worked, year);
  for (const day of days) {
    if (off.has(day)) report(site.bench, worked.place, 'off-and-worked', '同一天既放假又上班', { found: day });
    if (!isWeekend(day)) report(site.bench, worked.place, 'not-a-weekend', '调休上班的日子应是周末', { found: day });
  }
  return days;
};

const yearIn = (outer: Site, key: NotedScalar, shape: CalendarYearShape): WorkCalendar['years'] => {
  const site = below(outer, shape);
  if (!/^\d{4}$/.test(key.text)) {
    report(site.bench, key.place, 'bad-date', '不是年份', { found: key.text, expected: '形如 2024' });
    return new Map();
  }
  const year = Number(key.text);
  const clause = clauseRequired(site, key.place, '工作日安排');
  const off = new Set(shape.off.flatMap((scalar) => daysOf(site, scalar, year)));
  const worked = new Set((shape.worked ?? []).flatMap((scalar) => checkWorked(site, scalar, year, off)));
  // Weekends are off anyway; only weekdays need to be known.
  return new Map([[year, { off: new Set([...off].filter((day) => !isWeekend(day))), worked, clause }]]);
};

/** Compiles one calendar. A year that is not there is unknown. */
export const compileCalendar = (outer: Site, shape: CalendarShape): WorkCalendar => {
  const site = below(outer, shape);
  return { id: shape.id.text, years: new Map(shape.years.flatMap(({ key, value }) => [...yearIn(site, key, value)])) };
};
