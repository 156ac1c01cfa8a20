// Clocks of cases against hand-worked dates of the published calendars.
import { describe, expect, it } from 'vitest';
import { runClock, type Clock } from './run-clock.ts';
import { at, clockOf, exclusionOf, national, pauseOf, ruleOf } from '#test/support/legal-time.ts';

const read = (clock: Clock, now: string) => runClock(clock, national, at(now));
const dueOn = (clock: Clock, now = '2026-01-01') => {
  const { date, provisional } = read(clock, now).due;
  return [date, provisional];
};

describe('a limit without interruption', () => {
  it.each([
    ['2026-09-18', 2, 'workday', '2026-09-21', false],
    ['2026-02-11', 7, 'workday', '2026-02-27', false],
    ['2026-04-27', 10, 'workday', '2026-05-13', false],
    ['2025-11-30', 3, 'month', '2026-02-28', false], // a worked Saturday
    ['2026-07-03', 3, 'month', '2026-10-08', false], // 10-03 is a holiday
    ['2026-11-28', 3, 'month', '2027-02-28', true],
    ['2026-03-02', 15, 'day', '2026-03-17', false],
    ['2026-09-16', 15, 'day', '2026-10-08', false],
    ['2024-02-29', 1, 'year', '2025-02-28', false],
    ['2024-03-08', 2, 'year', '2026-03-09', false], // 2026-03-08 is a Sunday
  ] as const)('from %s, %i %s, ends on %s', (start, length, unit, date, provisional) => {
    expect(dueOn(clockOf(ruleOf(length, unit), start))).toEqual([date, provisional]);
  });

  it('does not depend on the hour of acceptance', () => {
    const rule = ruleOf(2, 'workday');
    expect(dueOn(clockOf(rule, '2026-09-18 00:00'))).toEqual(['2026-09-21', false]);
    expect(dueOn(clockOf(rule, '2026-09-18 23:59'))).toEqual(['2026-09-21', false]);
  });

  it('is a whole number of at least one', () => {
    expect(() => read(clockOf(ruleOf(0, 'day'), '2026-03-02'), '2026-03-02')).toThrow(RangeError);
    expect(() => read(clockOf(ruleOf(1.5, 'workday'), '2026-03-02'), '2026-03-02')).toThrow(RangeError);
  });
});

describe('a return for correction', () => {
  const tenDays = (from: string, to: string | null) =>
    clockOf(ruleOf(10, 'workday'), '2026-04-27', { interruptions: [pauseOf(from, to)] });

  it('counts the day of return and not the day of resubmission', () => {
    // 04-28, 04-29 | 05-13, 14, 15, 18, 19, 20, 21, 22
    expect(dueOn(tenDays('2026-04-29', '2026-05-12'))).toEqual(['2026-05-22', false]);
  });

  it('answered the same day costs nothing', () => {
    expect(dueOn(tenDays('2026-04-29 09:00', '2026-04-29 23:59'))).toEqual(['2026-05-13', false]);
  });

  it('over days off alone costs nothing in working days', () => {
    expect(dueOn(tenDays('2026-04-30 17:00', '2026-05-05 12:00'))).toEqual(['2026-05-13', false]);
  });

  it('moves a limit in days by the full days that it lasted', () => {
    const clock = clockOf(ruleOf(15, 'day'), '2026-03-02', {
      interruptions: [pauseOf('2026-03-05', '2026-03-10')],
    });
    // 03-17 and the five days from 03-06 to 03-10: 03-22 is a Sunday
    expect(dueOn(clock)).toEqual(['2026-03-23', false]);
  });

  it('moves a limit in months and years by the full days that it lasted', () => {
    const interruptions = [pauseOf('2026-03-16', '2026-03-20')];
    // 04-15 and four days is Sunday 04-19
    expect(dueOn(clockOf(ruleOf(1, 'month'), '2026-03-15', { interruptions }))).toEqual(['2026-04-20', false]);
    // 2026-12-15 and four days is Saturday 12-19
    expect(dueOn(clockOf(ruleOf(1, 'year'), '2025-12-15', { interruptions }))).toEqual(['2026-12-21', false]);
  });

  it('that lasts past 31 January takes its days from the limit once, whatever month it falls in', () => {
    const from = (start: string, to: string) =>
      dueOn(clockOf(ruleOf(1, 'month'), '2026-01-31', { interruptions: [pauseOf(start, to)] }));
    // 02-28 is the month's last day; two days later is Monday 03-02
    expect(from('2026-02-02', '2026-02-04')).toEqual(['2026-03-02', false]);
    expect(from('2026-02-25', '2026-02-27')).toEqual(['2026-03-02', false]);
  });

  it('is shown as standing still from its instant, with the earliest end that is possible', () => {
    const open = tenDays('2026-04-29 10:00', null);
    expect(read(open, '2026-04-29 09:59').state).toEqual({ kind: 'running' });
    expect(read(open, '2026-04-29 10:00').state).toEqual({ kind: 'paused', by: 'correction', since: at('2026-04-29') });
    expect(dueOn(open, '2026-05-12')).toEqual(['2026-05-22', false]);
    expect(dueOn(open, '2026-05-13')).toEqual(['2026-05-25', false]);
    expect(read(tenDays('2026-04-29', '2026-05-12 11:00'), '2026-05-12 11:00').state).toEqual({ kind: 'running' });
  });

  it('on the last day is no breach: the limit ends with the day on which the clock runs again', () => {
    const open = tenDays('2026-05-13', null);
    expect(read(open, '2026-05-18')).toMatchObject({ due: { date: '2026-05-18' }, state: { kind: 'paused' } });
    // 05-23 is a Saturday
    const back = tenDays('2026-05-13', '2026-05-23');
    expect(read(back, '2026-05-25')).toMatchObject({ due: { date: '2026-05-25' }, state: { kind: 'running' } });
    expect(read(back, '2026-05-26').state).toEqual({ kind: 'breached', on: '2026-05-26', owner: 'bureau' });
  });

  it('that lasts to 24:00 of the last day ends the limit with the next day, and one at 24:00 comes too late', () => {
    expect(dueOn(tenDays('2026-05-13', '2026-05-14 00:00'))).toEqual(['2026-05-14', false]);
    expect(dueOn(tenDays('2026-05-14 00:00', '2026-05-20'))).toEqual(['2026-05-13', false]);
  });

  it('after the end does not mend the breach', () => {
    const late = tenDays('2026-05-14', null);
    expect(read(late, '2026-05-20')).toMatchObject({
      due: { date: '2026-05-13' },
      state: { kind: 'breached', on: '2026-05-14', owner: 'bureau' },
    });
  });

  it('ends by itself with its limit, and the next working day counts again', () => {
    const limit = ruleOf(5, 'workday', { owner: 'firm', silence: { effect: 'deemed-withdrawn' } });
    const clock = clockOf(ruleOf(10, 'workday'), '2026-03-02', {
      interruptions: [pauseOf('2026-03-04', null, limit)],
    });
    // The limit runs 03-05 … 03-11. Counted: 03-03, 03-04 | 03-12, 13, 16, 17, 18, 19, 20, 23
    expect(dueOn(clock, '2026-04-30')).toEqual(['2026-03-23', false]);
    expect(read(clock, '2026-03-11 23:59').state.kind).toBe('paused');
    expect(read(clock, '2026-03-12 00:00').state.kind).toBe('running');
  });
});

describe('procedures that do not count', () => {
  const review = clockOf(ruleOf(10, 'workday'), '2026-03-02', {
    interruptions: [exclusionOf('panel', '2026-03-04', '2026-03-10'), pauseOf('2026-03-12', '2026-03-16')],
  });

  it('stop the clock as a return does, and several add up', () => {
    // 03-03, 03-04 | 03-11, 03-12 | 03-17, 18, 19, 20, 23, 24
    expect(dueOn(review)).toEqual(['2026-03-24', false]);
  });

  it('do not count only from when the firm was told', () => {
    const told = (instant: number | null) =>
      dueOn(
        clockOf(ruleOf(10, 'workday'), '2026-03-02', {
          interruptions: [exclusionOf('site', '2026-03-04', '2026-03-10', { told: instant })],
        }),
      );
    expect(told(at('2026-03-03'))).toEqual(['2026-03-20', false]);
    expect(told(at('2026-03-09'))).toEqual(['2026-03-17', false]);
    expect(told(at('2026-03-11'))).toEqual(['2026-03-16', false]);
    expect(told(null)).toEqual(['2026-03-16', false]);
  });

  it('that overlap a return are not counted out twice', () => {
    const both = clockOf(ruleOf(10, 'workday'), '2026-03-02', {
      interruptions: [pauseOf('2026-03-05', '2026-03-11'), exclusionOf('audit', '2026-03-03', '2026-03-09')],
    });
    // 03-03 | 03-12, 13, 16, 17, 18, 19, 20, 23, 24
    expect(dueOn(both)).toEqual(['2026-03-24', false]);
    expect(read(both, '2026-03-07').state).toEqual({ kind: 'paused', by: 'audit', since: at('2026-03-03') });
    expect(read(both, '2026-03-12').elapsed).toEqual({ unit: 'workday', bureau: 2, firm: 2, outside: 4 });
  });

  it('split the time by whose it was', () => {
    expect(read(review, '2026-03-18').elapsed).toEqual({ unit: 'workday', bureau: 6, firm: 2, outside: 4 });
    expect(read(review, '2026-03-05').elapsed).toEqual({ unit: 'workday', bureau: 2, firm: 0, outside: 1 });
    expect(read({ ...review, rule: ruleOf(2, 'month') }, '2026-03-18').elapsed).toEqual({
      unit: 'day',
      bureau: 6,
      firm: 4,
      outside: 6,
    });
  });
});

describe('the end of a limit', () => {
  const threeDays = ruleOf(3, 'workday');

  it('is 24:00 in Beijing of the last day: one minute before is in time, 24:00 is not', () => {
    const closed = (stopped: string) =>
      read(clockOf(threeDays, '2026-03-02', { stopped: at(stopped) }), '2026-04-01').state;
    expect(closed('2026-03-05 23:59')).toEqual({ kind: 'met', at: at('2026-03-05 23:59') });
    expect(closed('2026-03-06 00:00')).toEqual({ kind: 'breached', on: '2026-03-06', owner: 'bureau' });
  });

  it('is the closing time at a counter where the pack says so', () => {
    const counter = clockOf(ruleOf(3, 'workday', { endsAt: { counterClosesAtMinute: 17 * 60 + 30 } }), '2026-03-02');
    expect(read(counter, '2026-03-05 17:29').state.kind).toBe('running');
    expect(read(counter, '2026-03-05 17:30').state).toEqual({ kind: 'breached', on: '2026-03-05', owner: 'bureau' });
  });

  it('at a counter that closed while the file was with the firm is the closing time of the next working day', () => {
    const counter = ruleOf(3, 'workday', { endsAt: { counterClosesAtMinute: 17 * 60 + 30 } });
    // 03-06 is a Friday
    const clock = clockOf(counter, '2026-03-03', { interruptions: [pauseOf('2026-03-06 16:00', '2026-03-06 18:00')] });
    expect(dueOn(clock)).toEqual(['2026-03-09', false]);
    const sooner = clockOf(counter, '2026-03-03', { interruptions: [pauseOf('2026-03-06 16:00', '2026-03-06 17:00')] });
    expect(dueOn(sooner)).toEqual(['2026-03-06', false]);
    const atClosing = clockOf(counter, '2026-03-03', {
      interruptions: [pauseOf('2026-03-06 16:00', '2026-03-06 17:30')],
    });
    expect(dueOn(atClosing)).toEqual(['2026-03-09', false]);
    const afterClosing = clockOf(counter, '2026-03-03', { interruptions: [pauseOf('2026-03-06 18:00', '2026-03-10')] });
    expect(dueOn(afterClosing)).toEqual(['2026-03-06', false]);
  });

  it('stays met or broken once closed, however much later it is read', () => {
    const clock = clockOf(threeDays, '2026-03-02', { stopped: at('2026-03-04') });
    expect(read(clock, '2026-12-01')).toEqual(read(clock, '2026-03-04'));
  });

  it('is never before the end that a revision has set', () => {
    const held = (notBefore: string) => dueOn(clockOf(threeDays, '2026-03-02', { notBefore: at(notBefore) }));
    expect(held('2026-03-10 00:00')).toEqual(['2026-03-09', false]);
    expect(held('2026-03-06 00:00')).toEqual(['2026-03-05', false]);
    expect(held('2026-03-04 00:00')).toEqual(['2026-03-05', false]);
    expect(held('2027-01-05 00:00')).toEqual(['2027-01-04', true]);
  });

  it('beyond the known calendar is provisional, also when only the days before a pause passed through it', () => {
    expect(dueOn(clockOf(ruleOf(10, 'workday'), '2026-12-25'))).toEqual(['2027-01-08', true]);
    expect(dueOn(clockOf(ruleOf(2, 'workday'), '2026-12-25'))).toEqual(['2026-12-29', false]);
    const before = clockOf(ruleOf(3, 'workday'), '2023-12-28', {
      interruptions: [pauseOf('2024-01-02', '2024-01-04')],
    });
    expect(dueOn(before)).toEqual(['2024-01-05', true]);
    const after = clockOf(ruleOf(2, 'workday'), '2026-12-25', { interruptions: [pauseOf('2026-12-29', '2027-01-05')] });
    expect(dueOn(after)).toEqual(['2027-01-05', true]);
  });

  it('of a limit that the firm has to keep is the firm’s, and so is its time', () => {
    const firms = clockOf(ruleOf(3, 'workday', { owner: 'firm' }), '2026-03-02');
    expect(read(firms, '2026-03-06')).toMatchObject({
      state: { kind: 'breached', on: '2026-03-06', owner: 'firm' },
      elapsed: { bureau: 0, firm: 4, outside: 0 },
    });
  });

  it('is known before the limit has begun, and no time has passed yet', () => {
    expect(read(clockOf(ruleOf(3, 'day'), '2026-03-02'), '2026-02-20')).toMatchObject({
      due: { date: '2026-03-05' },
      elapsed: { bureau: 0, firm: 0, outside: 0 },
    });
  });

  it('names the calendar version that was used', () => {
    expect(read(clockOf(threeDays, '2026-03-02'), '2026-03-02').calendar).toBe('cn@2025-11-04');
  });
});

describe('a limit in hours', () => {
  const hours = { ...ruleOf(24, 'day'), unit: 'hour' as const };

  it('runs by the minute, days off included', () => {
    expect(read(clockOf(hours, '2026-03-06 15:20'), '2026-03-06 16:00')).toMatchObject({
      due: { date: '2026-03-07', provisional: false, endsAt: at('2026-03-07 15:20') },
      state: { kind: 'running' },
    });
    expect(read(clockOf(hours, '2026-03-06 15:20'), '2026-03-07 15:20').state).toEqual({
      kind: 'breached',
      on: '2026-03-07',
      owner: 'bureau',
    });
  });

  it('stands still to the minute, and an interruption after the end changes nothing', () => {
    const interruptions = [
      pauseOf('2026-03-06 16:20', '2026-03-06 18:50'),
      exclusionOf('hearing', '2026-03-07 10:00', '2026-03-07 11:00'),
      pauseOf('2026-03-07 19:00', '2026-03-08 19:00'),
    ];
    const reading = read(clockOf(hours, '2026-03-06 15:20', { interruptions }), '2026-03-07 12:00');
    expect(reading.due.endsAt).toBe(at('2026-03-07 18:50'));
    expect(reading.elapsed).toEqual({
      unit: 'millisecond',
      bureau: (17 * 60 + 10) * 60_000,
      firm: 150 * 60_000,
      outside: 60 * 60_000,
    });
  });

  it('is over at its very end: a return at that instant comes too late', () => {
    const clock = clockOf(hours, '2026-03-06 15:20', {
      interruptions: [pauseOf('2026-03-07 15:20', '2026-03-08 09:00')],
    });
    expect(read(clock, '2026-03-07 16:00')).toMatchObject({
      due: { endsAt: at('2026-03-07 15:20') },
      state: { kind: 'breached' },
    });
  });

  it('held back by a revision ends then, or keeps what was left when the clock stood still', () => {
    const held = (notBefore: string, from: string, to: string) =>
      read(
        clockOf(hours, '2026-03-06 15:20', { notBefore: at(notBefore), interruptions: [pauseOf(from, to)] }),
        '2026-03-06 16:00',
      ).due.endsAt;
    expect(held('2026-03-08 00:00', '2026-03-09 10:00', '2026-03-09 12:00')).toBe(at('2026-03-08 00:00'));
    expect(held('2026-03-07 10:00', '2026-03-07 16:00', '2026-03-07 17:00')).toBe(at('2026-03-07 15:20'));
    expect(held('2026-03-08 00:00', '2026-03-07 20:00', '2026-03-08 06:00')).toBe(at('2026-03-08 10:00'));
  });

  it('that ends at 24:00 belongs to the day it ends', () => {
    expect(read(clockOf(hours, '2026-03-06 00:00'), '2026-03-06 00:00').due.date).toBe('2026-03-06');
  });
});
