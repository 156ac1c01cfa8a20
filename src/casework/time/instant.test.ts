// Instants against the platform's own date arithmetic, which shares no code with ours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitInstant } from './admit-instant.ts';
import { beijingDay, beijingTime, firstInstantOf, printInstant, readInstant } from './instant.ts';
import { at, day } from '#test/support/legal-time.ts';

describe('the day in Beijing', () => {
  it('begins at 16:00 UTC of the day before', () => {
    expect(firstInstantOf(day('2026-05-22'))).toBe(Date.UTC(2026, 4, 21, 16));
    expect(beijingDay(Date.UTC(2026, 4, 21, 15, 59, 59, 999))).toBe('2026-05-21');
    expect(beijingDay(Date.UTC(2026, 4, 21, 16))).toBe('2026-05-22');
    expect(beijingTime(Date.UTC(2026, 4, 22, 9, 30, 59))).toEqual({ hour: 17, minute: 30 });
  });

  it('is the one that an independent clock shows for Asia/Shanghai', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(beijingDay(instant)).toBe(shanghai.format(instant));
        expect(firstInstantOf(beijingDay(instant))).toBeLessThanOrEqual(instant);
      }),
    );
  });
});

describe('an instant as text', () => {
  it('reads as the platform reads it, in any zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(readInstant(new Date(instant).toISOString())).toBe(instant);
      }),
    );
    for (const text of ['2026-05-22T17:30:00+08:00', '2026-05-22T17:30+08:00', '2026-05-22T04:00:00.5-05:30'])
      expect(readInstant(text)).toBe(Date.parse(text));
  });

  it('is printed by Beijing time, and the platform and we read the same instant back', () => {
    expect(printInstant(Date.UTC(2026, 4, 22, 16, 5, 7, 9))).toBe('2026-05-23T00:05:07.009+08:00');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(Date.parse(printInstant(instant))).toBe(instant);
        expect(readInstant(printInstant(instant))).toBe(instant);
      }),
    );
  });

  it('is refused without a zone, and when there is no such point in time', () => {
    for (const text of ['2026-05-22', '2026-05-22T17:30:00', '2026-02-30T10:00:00Z', '2026-05-22T24:00:00Z', '昨天'])
      expect(readInstant(text)).toBeNull();
  });
});

describe('the only clock', () => {
  it('admits the first action, the same instant again and a later one', () => {
    expect(admitInstant(null, at('2026-05-22'))).toEqual({ ok: true, at: at('2026-05-22') });
    expect(admitInstant(at('2026-05-22'), at('2026-05-22')).ok).toBe(true);
    expect(admitInstant(at('2026-05-22'), at('2026-05-23')).ok).toBe(true);
  });

  it('that runs backwards stops every action and says by how much', () => {
    expect(admitInstant(at('2026-05-22 10:00'), at('2026-05-22 09:58'))).toMatchObject({
      ok: false,
      code: 'clock-backwards',
      behindMs: 120_000,
    });
  });
});
