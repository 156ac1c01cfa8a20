// Prints the end of a time limit as a letter says it.
import type { Due } from './due.ts';
import { beijingTime, firstInstantOf } from './instant.ts';
import { addDays, type PlainDate } from '#rules/exact/plain-date.ts';

/** 2026年5月22日 */
export const printDay = (day: PlainDate): string => {
  const [year, month, ofMonth] = day.split('-').map(Number);
  return `${year}年${month}月${ofMonth}日`;
};

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/**
 * 2026年5月22日; with the time where it does not end at 24:00: 2026年5月22日17时30分; a provisional date never without the word 暂定.
 *
 * @source  casework: legal time, beyond the known calendar
 */
export const printDueDate = (due: Due): string => {
  const { hour, minute } = beijingTime(due.endsAt);
  const wholeDay = due.endsAt === firstInstantOf(addDays(due.date, 1));
  const time = wholeDay ? '' : `${twoDigits(hour)}时${twoDigits(minute)}分`;
  return `${printDay(due.date)}${time}${due.provisional ? '（暂定）' : ''}`;
};
