// 公示: so many full days in the clause's own unit, from the day after posting. What the clause leaves open is not guessed.
import type { CalendarVersion } from './clock-rule.ts';
import { endOfDay, type Due } from './due.ts';
import { beijingDay, type Instant } from './instant.ts';
import { addWorkingDays, deadlineInDays, type Deadline } from '#rules/calendar/work-calendar.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';

export type NoticeLength = {
  /** null when the clause does not say how long. */
  readonly days: number | null;
  /** null when the clause says 日 or 天 in a way that leaves the unit open, or says nothing. */
  readonly unit: 'workday' | 'day' | null;
};

export type Notice = {
  readonly posted: Instant;
  readonly length: NoticeLength;
  readonly lines: readonly string[];
  /** Lines that were posted again with another name or amount. */
  readonly corrections: readonly { readonly line: string; readonly posted: Instant }[];
};

export type NoticeEnds =
  | {
      readonly kind: 'settled';
      /** The list as it was posted; each line passes when its own last day is over. */
      readonly lines: ReadonlyMap<string, Due>;
      /** When the last line passes. */
      readonly whole: Due;
    }
  | { readonly kind: 'unsettled'; readonly code: 'length-missing' | 'unit-missing'; readonly message: string };

const counted = (posted: PlainDate, days: number, unit: 'workday' | 'day', { calendar }: CalendarVersion): Deadline =>
  unit === 'workday' ? addWorkingDays(calendar, posted, days) : deadlineInDays(calendar, posted, days);

/**
 * When each line of a public notice has stood its full days. A correction starts the count of its own line again and of no other.
 *
 * @returns  unsettled where the clause names no length or no unit
 * @source   casework: legal time, 公示
 */
export const noticeEnds = (notice: Notice, version: CalendarVersion): NoticeEnds => {
  const { days, unit } = notice.length;
  if (days === null) return { kind: 'unsettled', code: 'length-missing', message: '条款没有写公示几天，待核' };
  if (unit === null)
    return { kind: 'unsettled', code: 'unit-missing', message: '条款没有写公示期按工作日还是按自然日计算，待核' };
  const stray = notice.corrections.find(({ line }) => !notice.lines.includes(line));
  if (stray !== undefined) throw new RangeError(`a correction of a line that is not on the list: ${stray.line}`);
  const endFrom = (posted: Instant): Due => {
    const last = counted(beijingDay(posted), days, unit, version);
    return { ...last, endsAt: endOfDay(last.date, 'midnight') };
  };
  const postedLast = (line: string): Instant =>
    Math.max(notice.posted, ...notice.corrections.filter((each) => each.line === line).map(({ posted }) => posted));
  const lines = new Map(notice.lines.map((line) => [line, endFrom(postedLast(line))]));
  const whole = [...lines.values()].reduce((a, b) => (b.endsAt > a.endsAt ? b : a), endFrom(notice.posted));
  return { kind: 'settled', lines, whole };
};
