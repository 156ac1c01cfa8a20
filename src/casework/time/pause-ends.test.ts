import { describe, expect, it } from 'vitest';
import { pauseEnds } from './pause-ends.ts';
import type { DayRule } from './clock-rule.ts';
import { national, pauseOf, ruleOf } from '#test/support/legal-time.ts';

const limitOf = (length: number, unit: DayRule['unit'], more: Partial<DayRule> = {}) =>
  ruleOf(length, unit, { name: '补正期限', owner: 'firm', silence: { effect: 'deemed-withdrawn' }, ...more });

const ends = (from: string, limit: DayRule, to: string | null = null) => pauseEnds(pauseOf(from, to, limit), national);

describe('a return for correction that nobody answers', () => {
  it('is reminded of at half time and on the working day before the last, then counts as withdrawn', () => {
    // 04-30 is the first working day, 05-12 the seventh, 05-21 the fourteenth, 05-22 the fifteenth
    expect(ends('2026-04-29', limitOf(15, 'workday'))).toMatchObject({
      due: { date: '2026-05-22', provisional: false },
      reminders: ['2026-05-12', '2026-05-21'],
      silent: { on: '2026-05-23', silence: { effect: 'deemed-withdrawn' } },
    });
  });

  it('is reminded of on working days also where the limit counts every day', () => {
    // 22 working days from 03-03 to 04-01: the eleventh is 03-17, the last but one 03-31
    expect(ends('2026-03-02', limitOf(30, 'day'))).toMatchObject({
      due: { date: '2026-04-01' },
      reminders: ['2026-03-17', '2026-03-31'],
      silent: { on: '2026-04-02' },
    });
  });

  it('within one or two days is reminded of on the first of them', () => {
    expect(ends('2026-04-30', limitOf(1, 'workday')).reminders).toEqual(['2026-05-06', '2026-05-06']);
    expect(ends('2026-04-30', limitOf(2, 'workday')).reminders).toEqual(['2026-05-06', '2026-05-06']);
    expect(ends('2026-04-30', limitOf(3, 'workday')).reminders).toEqual(['2026-05-06', '2026-05-07']);
  });

  it('is never reminded of after its last day, also where the year is not published', () => {
    // 2027-01-08 is a Friday; whether the Saturday is worked is not known
    expect(ends('2027-01-08', limitOf(1, 'day'))).toMatchObject({
      due: { date: '2027-01-09', provisional: true },
      reminders: ['2027-01-09', '2027-01-09'],
    });
  });

  it('takes effect on the last day itself where a counter closes', () => {
    const counter = limitOf(5, 'workday', { endsAt: { counterClosesAtMinute: 17 * 60 } });
    expect(ends('2026-03-02', counter)).toMatchObject({ due: { date: '2026-03-09' }, silent: { on: '2026-03-09' } });
  });

  it('answered on the last day has no such effect, and answered after it changes nothing', () => {
    const limit = limitOf(5, 'workday');
    expect(ends('2026-03-02', limit, '2026-03-09 23:59').silent).toBeNull();
    expect(ends('2026-03-02', limit, '2026-03-10 00:00').silent).toMatchObject({ on: '2026-03-10' });
  });
});
