import { describe, expect, it } from 'vitest';
import type { Elapsed } from './elapsed.ts';
import { printClockState, printElapsed, printSilence } from './print-clock.ts';
import { printDueDate } from './print-due.ts';
import { runClock } from './run-clock.ts';
import { at, clockOf, exclusionOf, national, ruleOf } from '#test/support/legal-time.ts';

const dueOf = (rule: Parameters<typeof clockOf>[0], start: string) =>
  runClock(clockOf(rule, start), national, at(start)).due;

describe('the end of a limit in a letter', () => {
  it('is a date without leading zeros', () => {
    expect(printDueDate(dueOf(ruleOf(2, 'workday'), '2026-04-30'))).toBe('2026年5月7日');
    expect(printDueDate(dueOf(ruleOf(10, 'workday'), '2026-05-11'))).toBe('2026年5月25日');
  });

  it('never stands without 暂定 when it is provisional', () => {
    expect(printDueDate(dueOf(ruleOf(3, 'month'), '2026-11-28'))).toBe('2027年2月28日（暂定）');
    const counter = { counterClosesAtMinute: 17 * 60 };
    expect(printDueDate(dueOf(ruleOf(3, 'month', { endsAt: counter }), '2026-11-28'))).toBe(
      '2027年2月28日17时00分（暂定）',
    );
  });

  it('has the time where it does not end at midnight', () => {
    const counter = { counterClosesAtMinute: 17 * 60 + 5 };
    expect(printDueDate(dueOf(ruleOf(2, 'workday', { endsAt: counter }), '2026-04-30'))).toBe('2026年5月7日17时05分');
    expect(printDueDate(dueOf({ ...ruleOf(24, 'day'), unit: 'hour' }, '2026-03-06 09:07'))).toBe(
      '2026年3月7日09时07分',
    );
    expect(printDueDate(dueOf({ ...ruleOf(24, 'day'), unit: 'hour' }, '2026-03-06 00:00'))).toBe('2026年3月6日');
  });
});

describe('where a clock stands', () => {
  const clock = clockOf(ruleOf(3, 'workday'), '2026-03-02');
  const said = (of: typeof clock, now: string) => printClockState(runClock(of, national, at(now)).state);

  it('is said in words that officials use', () => {
    expect(said(clock, '2026-03-03')).toBe('办理中');
    expect(said({ ...clock, interruptions: [exclusionOf('panel', '2026-03-04', null)] }, '2026-03-09')).toBe(
      '暂停计时（专家评审，2026年3月4日起）',
    );
    expect(said({ ...clock, stopped: at('2026-03-05') }, '2026-03-09')).toBe('按期办结');
    expect(said(clock, '2026-03-09')).toBe('逾期（承办部门，2026年3月6日起）');
  });

  it('says whose time has passed, and leaves out who had none', () => {
    const elapsed = (unit: Elapsed['unit'], bureau: number, firm: number, outside: number) =>
      printElapsed({ unit, bureau, firm, outside });
    expect(elapsed('workday', 6, 2, 4)).toBe('承办部门6个工作日、企业2个工作日、第三方或法定程序4个工作日');
    expect(elapsed('day', 0, 12, 0)).toBe('企业12日');
    expect(elapsed('millisecond', 61_000 * 60, 0, 0)).toBe('承办部门1小时1分');
    expect(elapsed('workday', 0, 0, 0)).toBe('尚未计时');
  });

  it('says what silence does, and names the clause where silence is consent', () => {
    expect(printSilence({ effect: 'deemed-withdrawn' })).toBe('逾期未补正，视为撤回，材料保留');
    expect(printSilence({ effect: 'deemed-accepted', clause: '办法第八条' })).toBe(
      '逾期未答复，依据办法第八条视为同意',
    );
  });
});
