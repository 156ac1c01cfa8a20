import { describe, expect, it } from 'vitest';
import { versionKnownOn } from './clock-rule.ts';
import { readLength } from './read-length.ts';
import { day, national } from '#test/support/legal-time.ts';

describe('calendar versions', () => {
  const next = { ...national, id: 'cn@2026-11-01', knownSince: day('2026-11-01') };
  const amended = { ...next, id: 'cn@2026-11-01b' };

  it('an action uses the newest that was known on its day, in whatever order they are kept', () => {
    const known = (on: string) => versionKnownOn([next, national], day(on))?.id ?? null;
    expect(known('2025-11-03')).toBeNull();
    expect(known('2025-11-04')).toBe('cn@2025-11-04');
    expect(known('2026-10-31')).toBe('cn@2025-11-04');
    expect(known('2026-11-01')).toBe('cn@2026-11-01');
  });

  it('of two that became known on one day the later entry stands', () => {
    expect(versionKnownOn([national, next, amended], day('2026-12-01'))?.id).toBe('cn@2026-11-01b');
  });
});

describe('the length of a time limit', () => {
  it.each([
    ['5个工作日', 5, 'workday'],
    ['30日', 30, 'day'],
    ['2个月', 2, 'month'],
    ['1年', 1, 'year'],
    ['24小时', 24, 'hour'],
  ] as const)('%s is read with its unit', (text, length, unit) => {
    expect(readLength(text)).toEqual({ length, unit });
  });

  it('that is not stated, or not in a unit of law, is no length', () => {
    for (const text of ['unknown', '0日', '5', '5天左右', '五个工作日', '1.5年', ''])
      expect(readLength(text)).toBeNull();
  });
});
