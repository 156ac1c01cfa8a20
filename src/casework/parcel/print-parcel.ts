// The parcel as a person reads it, line by line.
import { parties, unitWords, type Party } from '#casework/time/clock-rule.ts';
import { beijingDay, readInstant } from '#casework/time/instant.ts';
import { printClockState } from '#casework/time/print-clock.ts';
import { printDay, printDueDate } from '#casework/time/print-due.ts';
import type { ClockReading } from '#casework/time/run-clock.ts';
import type { Expected } from './expected.ts';
import type { Parcel, ParcelClock } from './parcel.ts';

const dayOf = (text: string): string => {
  const at = readInstant(text);
  return at === null ? text : printDay(beijingDay(at));
};

const used = ({ elapsed }: ClockReading, side: Party | null): string => {
  const amount = elapsed[side ?? 'bureau'];
  return elapsed.unit === 'millisecond' ? '' : `已用${amount}${unitWords[elapsed.unit]}，`;
};

const clockLine = (clock: ParcelClock, side: Party | null): string => {
  switch (clock.kind) {
    case 'running':
      return `时限${clock.limit}，${used(clock.reading, side)}${printDueDate(clock.reading.due)}到期，${printClockState(clock.reading.state)}`;
    case 'unsettled':
      return `${clock.name}待核`;
    case 'none':
      return clock.reason;
  }
};

/** 在哪一步、谁的时间、到哪天、谁能放行; the lines of a notice or of a page. */
export const printParcel = (parcel: Parcel): readonly string[] => {
  if (parcel.is === 'ended') return [`${parcel.phase}（${dayOf(parcel.since)}）`, parcel.remedy];
  const { phase, stage, owner, side, since, clock, silence } = parcel;
  const where = stage === null ? phase : `${phase}，${stage.name}（第 ${stage.number} / ${stage.of} 个环节）`;
  return [
    `${where}，${dayOf(since)}起等待${owner}办理`,
    ...(side === null ? [] : [`现在是${parties[side]}的时间`]),
    clockLine(clock, side),
    ...parcel.holds.map(
      (hold) => `冻结：${hold.name}，${dayOf(hold.since)}起，${hold.reason}；可由${hold.releasedBy.join('、')}解除`,
    ),
    silence,
  ];
};

/** Without enough closed cases nothing is promised. */
export const printExpected = (expected: Expected | null): string =>
  expected === null
    ? '预计办结时间：暂无数据'
    : `同一事项已办结 ${expected.cases} 件：一半在 ${expected.p50} 天内办结，九成在 ${expected.p90} 天内办结`;
