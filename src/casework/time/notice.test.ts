import { describe, expect, it } from 'vitest';
import { noticeEnds, type Notice } from './notice.ts';
import { at, national } from '#test/support/legal-time.ts';

const posted = (
  on: string,
  days: number | null,
  unit: 'workday' | 'day' | null,
  more: Partial<Notice> = {},
): Notice => ({
  posted: at(on),
  length: { days, unit },
  lines: ['甲公司', '乙公司'],
  corrections: [],
  ...more,
});

const lastDays = (notice: Notice) => {
  const ends = noticeEnds(notice, national);
  if (ends.kind === 'unsettled') return ends.code;
  return { ...Object.fromEntries([...ends.lines].map(([line, { date }]) => [line, date])), whole: ends.whole.date };
};

describe('a public notice', () => {
  it.each([
    ['2026-09-23', 5, 'workday', '2026-10-08'],
    ['2026-04-30', 5, 'workday', '2026-05-11'],
    ['2026-03-02', 7, 'day', '2026-03-09'],
    ['2026-03-01', 7, 'day', '2026-03-09'], // 03-08 is a Sunday
  ] as const)('posted %s for %i in %s stands until %s', (on, days, unit, last) => {
    expect(lastDays(posted(on, days, unit))).toEqual({ 甲公司: last, 乙公司: last, whole: last });
  });

  it('passes only when its last day is over', () => {
    expect(noticeEnds(posted('2026-09-23', 5, 'workday'), national)).toMatchObject({
      whole: { date: '2026-10-08', provisional: false, endsAt: at('2026-10-09 00:00') },
    });
  });

  it('posted again for one line starts that line again and no other', () => {
    const corrections = [
      { line: '乙公司', posted: at('2026-03-06') },
      { line: '乙公司', posted: at('2026-03-05') },
    ];
    expect(lastDays(posted('2026-03-02', 5, 'workday', { corrections }))).toEqual({
      甲公司: '2026-03-09',
      乙公司: '2026-03-13',
      whole: '2026-03-13',
    });
  });

  it('into a year that is not published is provisional', () => {
    expect(noticeEnds(posted('2026-12-28', 5, 'workday'), national)).toMatchObject({
      whole: { date: '2027-01-04', provisional: true },
    });
  });

  it('whose clause names no unit or no length is unsettled, not guessed', () => {
    expect(lastDays(posted('2026-03-02', 5, null))).toBe('unit-missing');
    expect(lastDays(posted('2026-03-02', null, 'workday'))).toBe('length-missing');
  });

  it('cannot be corrected in a line that it does not have', () => {
    const corrections = [{ line: '丙公司', posted: at('2026-03-05') }];
    expect(() => noticeEnds(posted('2026-03-02', 5, 'workday', { corrections }), national)).toThrow(RangeError);
  });
});
