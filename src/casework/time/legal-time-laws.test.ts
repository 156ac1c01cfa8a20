// What holds for every clock, against a day-by-day count that shares nothing with the code but the law.
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interruption } from './interruption.ts';
import { applyRevision, recompute } from './recompute.ts';
import { runClock, type Clock } from './run-clock.ts';
import { addWorkingDays } from '#rules/calendar/work-calendar.ts';
import { at, clockOf, day, exclusionOf, national, pauseOf, ruleOf } from '#test/support/legal-time.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;
const textOf = (instant: number): string => new Date(instant + 8 * hour).toISOString().slice(0, 10);
const midnightAfter = (instant: number): number => (Math.floor((instant + 8 * hour) / dayMs) + 1) * dayMs - 8 * hour;

/** 2024-01-01 to 2025-12-31 in minutes, so that no count leaves the published years. */
const anyStart = fc.integer({ min: 0, max: 730 * 24 * 60 }).map((minutes) => at('2024-01-01 00:00') + minutes * 60_000);

const anySpans = (start: number) =>
  fc
    .array(
      fc.record({
        after: fc.integer({ min: -2 * 24, max: 40 * 24 }),
        hours: fc.integer({ min: 1, max: 15 * 24 }),
        limit: fc.integer({ min: 1, max: 20 }),
        firm: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((spans) =>
      spans.map(({ after, hours, limit, firm }): Interruption => {
        const from = start + after * hour;
        const span = { from, to: from + hours * hour, limit: ruleOf(limit, 'workday', { owner: 'firm' }) };
        return firm
          ? { ...pauseOf('2024-01-01', null), ...span }
          : { ...exclusionOf('panel', '2024-01-01', null), ...span, told: from };
      }),
    );

const anyClock = fc
  .record({ start: anyStart, length: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('workday', 'day') })
  .chain(({ start, length, unit }) =>
    anySpans(start).map((interruptions): Clock => ({
      ...clockOf(ruleOf(length, unit), '2024-01-01'),
      start,
      interruptions,
    })),
  );

/** 24:00 of the last working day of an interruption's own limit. */
const limitEnd = ({ from, limit }: Interruption): number => {
  let first = midnightAfter(from);
  for (let left = limit.length; left > 0; first += dayMs) if (isWorkday(textOf(first))) left -= 1;
  return first;
};

/** A day counts iff it is a day of the unit and the clock was running at its first instant; the end lies on a working day, running. */
const countByDays = ({ rule, start, interruptions }: Clock): string => {
  const standing = (instant: number): boolean =>
    interruptions.some((each) => {
      const within = Math.max(each.from, start) < instant && instant <= (each.to ?? 0);
      return within && instant < limitEnd(each);
    });
  let left = rule.length;
  for (let first = midnightAfter(start); ; first += dayMs) {
    const date = textOf(first);
    if (left > 0 && (rule.unit === 'day' || isWorkday(date)) && !standing(first)) left -= 1;
    if (left === 0 && isWorkday(date) && !standing(first + dayMs)) return date;
  }
};

const later = Date.UTC(2026, 11, 31);

describe('every clock', () => {
  it('ends where a count of its days one by one ends', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        expect(runClock(clock, national, later).due).toMatchObject({ date: countByDays(clock), provisional: false });
      }),
      { numRuns: 500 },
    );
  });

  it('ends no earlier for another interruption', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        const { due } = runClock(clock, national, later);
        const fewer = runClock({ ...clock, interruptions: clock.interruptions.slice(1) }, national, later);
        expect(due.endsAt).toBeGreaterThanOrEqual(fewer.due.endsAt);
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing by a return that is answered the same day', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(60), fc.nat(23), fc.nat(23), (clock, days, a, b) => {
        const first = midnightAfter(clock.start) + days * dayMs;
        const sameDay = {
          ...pauseOf('2024-01-01', null),
          from: first + Math.min(a, b) * hour,
          to: first + Math.max(a, b) * hour,
        };
        const alone = { ...clock, interruptions: [] };
        expect(runClock({ ...alone, interruptions: [sameDay] }, national, later).due).toEqual(
          runClock(alone, national, later).due,
        );
      }),
    );
  });

  it('gives every day that has passed to exactly one party', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(120 * 24), (clock, hours) => {
        const now = clock.start + hours * hour;
        let days = 0;
        for (let first = midnightAfter(clock.start); first <= now; first += dayMs)
          if (clock.rule.unit === 'day' || isWorkday(textOf(first))) days += 1;
        const { bureau, firm, outside } = runClock(clock, national, now).elapsed;
        expect(Math.min(bureau, firm, outside)).toBeGreaterThanOrEqual(0);
        expect(bureau + firm + outside).toBe(days);
      }),
      { numRuns: 300 },
    );
  });

  it('that is not overdue has used at most its limit of its owner, and one that is overdue all of it', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(120 * 24), (clock, hours) => {
        const reading = runClock(
          { ...clock, rule: ruleOf(clock.rule.length, 'workday') },
          national,
          clock.start + hours * hour,
        );
        const { bureau } = reading.elapsed;
        const { length } = clock.rule;
        expect(reading.state.kind === 'breached' ? bureau >= length : bureau <= length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is not revised by the calendar that it already goes by', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(120 * 24), (clock, hours) => {
        const again = { ...national, id: 'again' };
        expect(recompute([{ clock, version: national }], again, clock.start + hours * hour)).toEqual([]);
      }),
    );
  });

  it('is not made overdue by a new calendar, and ends as its revision says', () => {
    const anyDays = fc.uniqueArray(
      fc.integer({ min: 0, max: 800 }).map((days) => textOf(at('2024-01-01') + days * dayMs)),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(
        anyClock,
        fc.boolean(),
        fc.boolean(),
        fc.nat(90 * 24),
        anyDays,
        (counted, byHours, lasting, hours, days) => {
          const rule = byHours ? { ...counted.rule, unit: 'hour' as const } : counted.rule;
          const interruptions = counted.interruptions.map((each) => ({ ...each, to: lasting ? null : each.to }));
          const clock = { ...counted, rule, interruptions };
          const now = clock.start + hours * hour;
          const toggle = (set: ReadonlySet<string>) =>
            new Set(
              [...[...set].filter((each) => !days.includes(each)), ...days.filter((each) => !set.has(each))].map(day),
            );
          const years = [...national.calendar.years].map(([year, { off, worked, clause }]) => {
            return [
              year,
              {
                off: toggle(off),
                worked: toggle(worked),
                clause,
              },
            ] as const;
          });
          const next = { ...national, id: 'next', calendar: { id: 'cn', years: new Map(years) } };
          const before = runClock(clock, national, now);
          const [revision] = recompute([{ clock, version: national }], next, now);
          const after = runClock(revision === undefined ? clock : applyRevision(clock, revision), next, now);
          expect(after.due).toEqual(revision?.to ?? before.due);
          const wasOverdue = before.state.kind === 'breached';
          expect(after.state.kind === 'breached').toBe(wasOverdue && after.due.endsAt <= now);
          expect(wasOverdue ? after.due.endsAt >= before.due.endsAt : after.due.endsAt > now).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('working days counted out', () => {
  it('from every day of the published years, for lengths at random, agree with an independent calendar', () => {
    const lengths = fc.sample(fc.integer({ min: 1, max: 90 }), { seed: 20_260_101, numRuns: 1096 });
    let checked = 0;
    for (const [index, length] of lengths.entries()) {
      const from = at('2024-01-01') + index * dayMs;
      let date = from;
      for (let left = length; left > 0;) if (isWorkday(textOf((date += dayMs)))) left -= 1;
      if (textOf(date) > '2026-12-31') continue;
      expect(addWorkingDays(national.calendar, day(textOf(from)), length)).toEqual({
        date: textOf(date),
        provisional: false,
      });
      checked += 1;
    }
    expect(checked).toBeGreaterThan(1000);
  });
});
