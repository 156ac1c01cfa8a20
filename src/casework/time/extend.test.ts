import { describe, expect, it } from 'vitest';
import { extend } from './extend.ts';
import type { Extension } from './run-clock.ts';
import { at, clockOf, national, pauseOf, ruleOf } from '#test/support/legal-time.ts';

const rule = ruleOf(10, 'workday', { extensionAtMost: 10 });
const clock = clockOf(rule, '2026-04-27');
const asked = (on: string, more: Partial<Extension> = {}): Extension => ({
  length: 5,
  approver: '分管副局长王某',
  reason: '需要函询外省',
  at: at(on),
  ...more,
});

const codeOf = (of: typeof clock, extension: Extension): string => {
  const extended = extend(of, extension, national);
  return extended.ok ? 'extended' : extended.code;
};

describe('an extension', () => {
  it('adds its length to the limit, and names the end before and after for the notice', () => {
    // 05-13, then 14, 15, 18, 19, 20
    const extended = extend(clock, asked('2026-05-12'), national);
    expect(extended).toMatchObject({ ok: true, from: { date: '2026-05-13' }, to: { date: '2026-05-20' } });
  });

  it('in months is counted from the start, so that the day number stays', () => {
    const months = clockOf(ruleOf(1, 'month', { extensionAtMost: 1 }), '2026-01-31');
    expect(extend(months, asked('2026-02-20', { length: 1 }), national)).toMatchObject({
      from: { date: '2026-02-28' },
      to: { date: '2026-03-31' },
    });
  });

  it('is possible while the clock stands still', () => {
    const paused = { ...clock, interruptions: [pauseOf('2026-05-12', null)] };
    expect(codeOf(paused, asked('2026-06-01'))).toBe('extended');
  });

  it('is refused a second time', () => {
    const extended = extend(clock, asked('2026-05-12'), national);
    expect(codeOf(extended.ok ? extended.clock : clock, asked('2026-05-13'))).toBe('already-extended');
  });

  it('comes before the end or not at all', () => {
    expect(codeOf(clock, asked('2026-05-13 23:59'))).toBe('extended');
    expect(codeOf(clock, asked('2026-05-14 00:00'))).toBe('after-end');
    expect(codeOf({ ...clock, stopped: at('2026-05-06') }, asked('2026-05-07'))).toBe('after-end');
  });

  it('is refused where the clause allows none or less', () => {
    expect(codeOf(clockOf(ruleOf(10, 'workday'), '2026-04-27'), asked('2026-05-12'))).toBe('not-allowed');
    expect(codeOf(clock, asked('2026-05-12', { length: 10 }))).toBe('extended');
    expect(codeOf(clock, asked('2026-05-12', { length: 11 }))).toBe('too-long');
  });

  it('names who approved it', () => {
    expect(codeOf(clock, asked('2026-05-12', { approver: ' ' }))).toBe('no-approver');
  });

  it('says in Chinese why it is refused', () => {
    expect(extend(clock, asked('2026-05-14'), national)).toMatchObject({
      ok: false,
      message: '时限已经届满或者事项已经办结，不能再延长',
    });
  });

  it('is a whole number of the unit', () => {
    expect(() => extend(clock, asked('2026-05-12', { length: 0 }), national)).toThrow(RangeError);
  });
});
