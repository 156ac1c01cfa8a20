import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  fromDayNumber,
  monthsBetween,
  readDate,
  toDayNumber,
  weekdayOf,
  type PlainDate,
} from './plain-date.ts';

const date = (text: string): PlainDate => {
  const read = readDate(text);
  if (read === null) throw new Error(text);
  return read;
};

/** JavaScript's own calendar as the oracle. */
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const day = 86_400_000;
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });

describe('plain dates', () => {
  it('count days as the calendar does, forth and back', () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const text = fromDayNumber(days);
        expect(text).toBe(iso(days * day));
        expect(toDayNumber(text)).toBe(days);
        expect(weekdayOf(text)).toBe(new Date(days * day).getUTCDay());
      }),
    );
  });

  it('add days and measure them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -20_000, max: 20_000 }), (start, step) => {
        const from = fromDayNumber(start);
        expect(daysBetween(from, addDays(from, step))).toBe(step);
      }),
    );
  });

  it('clamp a month or a year to its last day', () => {
    expect(addMonths(date('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(date('2023-01-31'), 1)).toBe('2023-02-28');
    expect(addMonths(date('2024-03-31'), -1)).toBe('2024-02-29');
    expect(addYears(date('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addMonths(date('2024-12-15'), 1)).toBe('2025-01-15');
  });

  it('count only full months', () => {
    expect(monthsBetween(date('2024-01-15'), date('2024-02-14'))).toBe(0);
    expect(monthsBetween(date('2024-01-15'), date('2024-02-15'))).toBe(1);
    expect(monthsBetween(date('2024-01-31'), date('2024-02-29'))).toBe(1);
    expect(monthsBetween(date('2024-02-15'), date('2024-01-15'))).toBe(-1);
  });

  it('count the full months that adding months gives back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, until] = [fromDayNumber(a), fromDayNumber(b)];
        const months = monthsBetween(from, until);
        expect(addMonths(from, months) <= until && addMonths(from, months + 1) > until).toBe(true);
      }),
    );
  });

  it('stop at the first and the last day of all, so that text still compares in date order', () => {
    expect([addDays(date('9999-12-31'), 1), addDays(date('0001-01-01'), -1)]).toEqual(['9999-12-31', '0001-01-01']);
    expect([addYears(date('2024-06-01'), 9000), addYears(date('2024-06-01'), -3000)]).toEqual([
      '9999-12-31',
      '0001-01-01',
    ]);
    expect([addYears(date('2024-06-15'), 7975), addMonths(date('0001-02-15'), -1)]).toEqual([
      '9999-06-15',
      '0001-01-15',
    ]);
  });

  it('refuse days that do not exist', () => {
    for (const text of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '2024-1-1',
      '20240101',
      '0000-01-01',
      '',
    ]) {
      expect(readDate(text), text).toBeNull();
    }
    expect(readDate('2024-02-29')).toBe('2024-02-29');
  });
});
