// What a time limit says, as its clause says it: how long, in which unit, from which event, what silence does, what its end is.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { WorkCalendar } from '#rules/packs/rulebook.ts';

/** Whose time it is. */
export const parties = { bureau: '承办部门', firm: '企业', outside: '第三方或法定程序' } as const;
export type Party = keyof typeof parties;

/** As packs and letters write them. Hours run by the minute and know no days off; all others are counted in days. */
export const unitWords = { workday: '个工作日', day: '日', month: '个月', year: '年', hour: '小时' } as const;
export type ClockUnit = keyof typeof unitWords;
export type DayUnit = Exclude<ClockUnit, 'hour'>;

/** What follows when the one who is waited for stays silent. Silence never grants money and is never 满意. */
export const silenceEffects = {
  escalate: '逾期未办，报上一级并标红',
  'taken-by-city': '县区逾期未推荐，市级可以直接受理并注明',
  'deemed-withdrawn': '逾期未补正，视为撤回，材料保留',
  'next-in-line': '逾期未答复，转下一家',
  unknown: '没有收到结果，按结果不明处理',
} as const;

/** 视为同意 and the like only where a cited clause says so, so it cannot be written without the clause. */
export type Silence =
  | { readonly effect: keyof typeof silenceEffects }
  | { readonly effect: 'deemed-accepted'; readonly clause: string };

/** 24:00 Beijing time online; at a counter its closing time, in minutes after midnight. */
export type DayEnd = 'midnight' | { readonly counterClosesAtMinute: number };

type AnyRule = {
  /** In Chinese, as letters print it: 受理时限, 补正期限. */
  readonly name: string;
  /** Who has to act before the end. */
  readonly owner: Party;
  /** A whole number, at least 1. */
  readonly length: number;
  /** The event that starts it, in Chinese: 受理, 收到补正通知. */
  readonly start: string;
  readonly silence: Silence;
  /** The most that one extension may add, in the rule's own unit; null when the clause allows none. */
  readonly extensionAtMost: number | null;
  /** The clause that it rests on. */
  readonly clause: string;
};

export type DayRule = AnyRule & { readonly unit: DayUnit; readonly endsAt: DayEnd };
export type HourRule = AnyRule & { readonly unit: 'hour' };
export type ClockRule = DayRule | HourRule;

/** Which days are worked, since when that is known, and who said so. An action keeps the version that it used. */
export type CalendarVersion = {
  readonly id: string;
  readonly knownSince: PlainDate;
  readonly source: string;
  readonly calendar: WorkCalendar;
};

/** The newest version that was known on a day; null before the first. Of two of the same day the later in the list stands. */
export const versionKnownOn = (versions: readonly CalendarVersion[], day: PlainDate): CalendarVersion | null =>
  versions
    .filter(({ knownSince }) => knownSince <= day)
    .reduce<CalendarVersion | null>(
      (newest, each) => (newest === null || each.knownSince >= newest.knownSince ? each : newest),
      null,
    );
