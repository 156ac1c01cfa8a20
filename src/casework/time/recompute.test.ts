import { describe, expect, it } from 'vitest';
import type { CalendarVersion } from './clock-rule.ts';
import { applyRevision, recompute } from './recompute.ts';
import { runClock, type Clock } from './run-clock.ts';
import type { WorkCalendar } from '#rules/packs/rulebook.ts';
import { at, clockOf, day, national, pauseOf, ruleOf } from '#test/support/legal-time.ts';

const withYear = (year: number, off: readonly string[], worked: readonly string[]): CalendarVersion => {
  const known: WorkCalendar['years'] = national.calendar.years;
  const days = { off: new Set(off.map(day)), worked: new Set(worked.map(day)), clause: null };
  return {
    id: 'next',
    knownSince: day('2026-05-08'),
    source: '修改后的放假安排（虚构）',
    calendar: { id: 'cn', years: new Map([...known, [year, days]]) },
  };
};

/** As published, but 05-04 and 05-05 are worked and the Saturday 05-09 is not. */
const shorterHoliday = withYear(2026, ['2026-05-01'], []);
const revise = (clock: Clock, next: CalendarVersion, now: string) =>
  recompute([{ clock, version: national }], next, at(now));

describe('a newly published year', () => {
  const clock = clockOf(ruleOf(3, 'workday'), '2026-12-30');

  it('moves an open deadline and names both dates and the calendar', () => {
    // 12-31, 01-04, 01-05: 2027-01-01 was counted before, because nothing was known
    expect(revise(clock, withYear(2027, ['2027-01-01'], []), '2026-12-30 12:00')).toEqual([
      {
        kind: 'deadline-revised',
        clock: 'clock-1',
        from: { date: '2027-01-04', provisional: true, endsAt: at('2027-01-05 00:00') },
        to: { date: '2027-01-05', provisional: false, endsAt: at('2027-01-06 00:00') },
        calendar: 'next',
        spared: null,
      },
    ]);
  });

  it('that confirms a provisional date is told as well', () => {
    expect(revise(clock, withYear(2027, ['2027-01-01'], ['2027-01-03']), '2026-12-30 12:00')).toMatchObject([
      { from: { date: '2027-01-04', provisional: true }, to: { date: '2027-01-04', provisional: false }, spared: null },
    ]);
  });

  it('leaves alone what is closed, what runs by hours and what it does not touch', () => {
    const next = withYear(2027, ['2027-01-01'], []);
    expect(revise({ ...clock, stopped: at('2026-12-31') }, next, '2026-12-31 12:00')).toEqual([]);
    expect(revise(clockOf({ ...ruleOf(72, 'day'), unit: 'hour' }, '2026-12-30'), next, '2026-12-30 12:00')).toEqual([]);
    expect(revise(clockOf(ruleOf(1, 'workday'), '2026-12-30'), next, '2026-12-30 12:00')).toEqual([]);
  });

  it('revises each clock by the version that it went by', () => {
    const next = withYear(2027, ['2027-01-01'], []);
    const clocks = [
      { clock, version: national },
      { clock: { ...clock, id: 'clock-2' }, version: next },
    ];
    expect(recompute(clocks, next, at('2026-12-30 12:00')).map((each) => each.clock)).toEqual(['clock-1']);
  });
});

describe('a calendar that makes a deadline shorter', () => {
  // Due 05-13 as published; with 05-04 and 05-05 worked and 05-09 off it is 05-12: 28, 29, 30, 4, 5, 6, 7, 8, 11, 12
  const clock = clockOf(ruleOf(10, 'workday'), '2026-04-27');
  const after = (revised: Clock, now: string) => {
    const [revision] = revise(revised, shorterHoliday, now);
    if (revision === undefined) throw new Error('no revision');
    return runClock(applyRevision(revised, revision), shorterHoliday, at(now));
  };

  it('moves it forward while there is time', () => {
    expect(revise(clock, shorterHoliday, '2026-05-08')).toMatchObject([{ to: { date: '2026-05-12' }, spared: null }]);
    expect(after(clock, '2026-05-08').state).toEqual({ kind: 'running' });
  });

  it('makes nobody overdue backwards: it ends with the first working day that is left, marked', () => {
    expect(revise(clock, shorterHoliday, '2026-05-13')).toMatchObject([
      { from: { date: '2026-05-13' }, to: { date: '2026-05-13', provisional: false }, spared: 'not-yet-due' },
    ]);
    expect(after(clock, '2026-05-13').state).toEqual({ kind: 'running' });
    // Due on the worked Saturday 05-09; by the new calendar it was 05-07, and neither 05-09 nor 05-10 is worked
    const saturday = clockOf(ruleOf(4, 'workday'), '2026-04-30');
    expect(revise(saturday, shorterHoliday, '2026-05-09')).toMatchObject([
      { from: { date: '2026-05-09' }, to: { date: '2026-05-11' }, spared: 'not-yet-due' },
    ]);
    expect(after(saturday, '2026-05-09')).toMatchObject({ due: { date: '2026-05-11' }, state: { kind: 'running' } });
  });

  it('leaves a counter that has closed for the day its next working day', () => {
    const counter = ruleOf(10, 'workday', { endsAt: { counterClosesAtMinute: 17 * 60 + 30 } });
    // Due 05-13 17:30 as published; with 05-04, 05-05 and 05-09 worked it would be 05-11
    const longer = withYear(2026, ['2026-05-01'], ['2026-05-09']);
    expect(revise(clockOf(counter, '2026-04-27'), longer, '2026-05-12 17:00')).toMatchObject([
      { to: { date: '2026-05-12' }, spared: 'not-yet-due' },
    ]);
    expect(revise(clockOf(counter, '2026-04-27'), longer, '2026-05-12 18:00')).toMatchObject([
      { to: { date: '2026-05-13' }, spared: 'not-yet-due' },
    ]);
    expect(revise(clockOf(counter, '2026-04-27'), longer, '2026-05-12 17:30')).toMatchObject([
      { to: { date: '2026-05-13' }, spared: 'not-yet-due' },
    ]);
  });

  it('spares at the very instant of the new end, and not at that of the old', () => {
    expect(revise(clock, shorterHoliday, '2026-05-13 00:00')).toMatchObject([
      { to: { date: '2026-05-13' }, spared: 'not-yet-due' },
    ]);
    expect(revise(clock, shorterHoliday, '2026-05-14 00:00')).toMatchObject([{ spared: 'already-overdue' }]);
  });

  it('reaches hours only through the limit of a return, and gives them the rest of today', () => {
    const limit = ruleOf(2, 'workday', { owner: 'firm' });
    const hours = clockOf({ ...ruleOf(24, 'day'), unit: 'hour' }, '2026-04-30 10:00', {
      interruptions: [pauseOf('2026-04-30 12:00', null, limit)],
    });
    // Two of 24 hours had run. As published the return ends with 05-07; with 05-04 and 05-05 worked it ended with 05-05
    expect(revise(hours, shorterHoliday, '2026-05-07 09:00')).toMatchObject([
      {
        from: { endsAt: at('2026-05-08 07:00') },
        to: { date: '2026-05-07', endsAt: at('2026-05-08 00:00') },
        spared: 'not-yet-due',
      },
    ]);
    expect(after(hours, '2026-05-07 09:00').state).toEqual({ kind: 'running' });
    // One hour before the end as published there is no more than that hour to give
    const soon = { ...hours, interruptions: [pauseOf('2026-05-01 09:00', null, limit)] };
    expect(revise(soon, shorterHoliday, '2026-05-07 09:00')).toMatchObject([
      { from: { endsAt: at('2026-05-07 10:00') }, to: { endsAt: at('2026-05-07 10:00') }, spared: 'not-yet-due' },
    ]);
  });

  it('does not make an old breach older', () => {
    expect(revise(clock, shorterHoliday, '2026-05-20')).toMatchObject([
      { from: { date: '2026-05-13' }, to: { date: '2026-05-13' }, spared: 'already-overdue' },
    ]);
    expect(after(clock, '2026-05-20').state).toEqual({ kind: 'breached', on: '2026-05-14', owner: 'bureau' });
  });

  it('keeps its promise through a later return', () => {
    const [revision] = revise(clock, shorterHoliday, '2026-05-13');
    if (revision === undefined) throw new Error('no revision');
    const returned = { ...applyRevision(clock, revision), interruptions: [pauseOf('2026-05-13 11:00', '2026-05-18')] };
    expect(runClock(returned, shorterHoliday, at('2026-05-18 11:00'))).toMatchObject({
      due: { date: '2026-05-18' },
      state: { kind: 'running' },
    });
  });
});
