// Legal time against the published holiday notices of 2024 to 2026, against hand-worked deadlines, and against an independent library.
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  countWorkingDays,
  countWorkingDaysOfMonth,
  deadlineInDays,
  deadlineInMonths,
  isWorkingDay,
  moveToWorkingDay,
  workingDaysBetween,
} from './work-calendar.ts';
import { addDays, dateOf, fromDayNumber, readDate, toDayNumber, type PlainDate } from '#rules/exact/plain-date.ts';
import type { WorkCalendar } from '#rules/packs/rulebook.ts';

const day = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new Error(`not a date: ${text}`);
  return date;
};

/** `10-01..10-07` and single days of one year. */
const days = (year: number, spans: string): Set<PlainDate> => {
  const all = new Set<PlainDate>();
  for (const span of spans.split(' ')) {
    const [first = '', last = first] = span.split('..');
    for (let date = day(`${year}-${first}`); date <= day(`${year}-${last}`); date = addDays(date, 1)) all.add(date);
  }
  return all;
};

const year = (of: number, off: string, worked: string) =>
  [of, { off: days(of, off), worked: days(of, worked), clause: null }] as const;

// 国办 notices of 2023-10-25, 2024-11-12 and 2025-11-04
const calendar: WorkCalendar = {
  id: 'cn',
  years: new Map([
    year(
      2024,
      '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
      '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
    ),
    year(
      2025,
      '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
      '01-26 02-08 04-27 09-28 10-11',
    ),
    year(
      2026,
      '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
      '01-04 02-14 02-28 05-09 09-20 10-10',
    ),
  ]),
};

const anyKnownDay = fc
  .integer({ min: toDayNumber(day('2024-01-01')), max: toDayNumber(day('2026-06-30')) })
  .map(fromDayNumber);

describe('working days of the published years', () => {
  it.each([
    [2024, 251, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2025, 248, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, 248, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('%i has %i, month by month', (of, total, months) => {
    expect(countWorkingDays(calendar, of)).toBe(total);
    expect(months.map((_, index) => countWorkingDaysOfMonth(calendar, of, index + 1))).toEqual(months);
  });

  it('agree with an independent calendar on every day', () => {
    for (let date = day('2024-01-01'); date <= day('2026-12-31'); date = addDays(date, 1)) {
      expect([date, isWorkingDay(calendar, date)]).toEqual([date, isWorkday(date)]);
    }
  });

  it('are not known for a year that is not in the calendar', () => {
    expect(isWorkingDay(calendar, day('2027-01-04'))).toBeNull();
    expect(countWorkingDays(calendar, 2027)).toBeNull();
    expect(countWorkingDaysOfMonth(calendar, 2023, 5)).toBeNull();
  });
});

describe('a deadline in working days', () => {
  it.each([
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-09-23', 5, '2026-10-08'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-18', 2, '2026-09-21'],
    ['2026-02-11', 7, '2026-02-27'],
    ['2026-04-27', 10, '2026-05-13'],
  ])('from %s, %i working days, ends on %s', (from, count, last) => {
    expect(addWorkingDays(calendar, day(from), count)).toEqual({ date: last, provisional: false });
  });

  it('does not count the start day, and ends on it when there is nothing to count', () => {
    expect(addWorkingDays(calendar, day('2026-10-01'), 0)).toEqual({ date: '2026-10-01', provisional: false });
  });

  it('is provisional when it passes into a year whose calendar is not published', () => {
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false });
    // 2027-01-01 is a Friday: counted as a working day because nothing else is known
    expect(addWorkingDays(calendar, day('2026-12-30'), 3)).toEqual({ date: '2027-01-04', provisional: true });
  });

  it('refuses a count that is not a whole number', () => {
    expect(() => addWorkingDays(calendar, day('2026-01-05'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, day('2026-01-05'), 1.5)).toThrow(RangeError);
  });

  it('always ends on a working day, and counting back gives the same number', () => {
    fc.assert(
      fc.property(anyKnownDay, fc.integer({ min: 1, max: 120 }), (from, count) => {
        const end = addWorkingDays(calendar, from, count);
        expect(end.provisional).toBe(false);
        expect(isWorkday(end.date)).toBe(true);
        expect(workingDaysBetween(calendar, from, end.date)).toEqual({ days: count, provisional: false });
      }),
    );
  });

  it('can be reached in two steps', () => {
    fc.assert(
      fc.property(anyKnownDay, fc.nat(40), fc.nat(40), (from, a, b) => {
        const once = addWorkingDays(calendar, from, a + b);
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, from, a).date, b);
        expect(twice.date).toBe(once.date);
      }),
    );
  });
});

describe('a deadline in days or months', () => {
  it.each([
    ['2025-11-30', 3, '2026-02-28', false], // a worked Saturday
    ['2026-07-03', 3, '2026-10-08', false], // 10-03 is a holiday
    ['2026-11-28', 3, '2027-02-28', true],
    ['2024-11-30', 3, '2025-02-28', false],
  ])('from %s, %i months, ends on %s', (from, months, last, provisional) => {
    expect(deadlineInMonths(calendar, day(from), months)).toEqual({ date: last, provisional });
  });

  it('does not count the first day', () => {
    expect(deadlineInDays(calendar, day('2026-03-02'), 15)).toEqual({ date: '2026-03-17', provisional: false });
  });

  it('moves a last day off to the next working day', () => {
    expect(deadlineInDays(calendar, day('2026-09-16'), 15)).toEqual({ date: '2026-10-08', provisional: false });
    expect(moveToWorkingDay(calendar, day('2026-03-08'))).toEqual({ date: '2026-03-09', provisional: false });
  });

  it('stays on a day of an unpublished year, provisionally', () => {
    expect(deadlineInDays(calendar, day('2026-12-31'), 2)).toEqual({ date: '2027-01-02', provisional: true });
  });
});

describe('working days between two dates', () => {
  it('leave the first day out and take the last day in', () => {
    expect(workingDaysBetween(calendar, day('2026-09-30'), day('2026-10-15'))).toEqual({ days: 7, provisional: false });
    expect(workingDaysBetween(calendar, day('2026-10-15'), day('2026-09-30'))).toEqual({ days: 0, provisional: false });
  });

  it('are provisional across an unpublished year end', () => {
    expect(workingDaysBetween(calendar, day('2026-12-31'), dateOf(2027, 1, 3))).toEqual({ days: 1, provisional: true });
  });
});
