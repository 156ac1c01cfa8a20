// What tests of legal time are written in: the national calendar as the pack has it, instants by Beijing time, plain rules and clocks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarVersion, DayRule } from '#casework/time/clock-rule.ts';
import { readInstant, type Instant } from '#casework/time/instant.ts';
import type { Exclusion, Pause } from '#casework/time/interruption.ts';
import type { Clock } from '#casework/time/run-clock.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import { printProblem } from '#rules/problem.ts';
import type { WorkCalendar } from '#rules/packs/rulebook.ts';

export const day = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new Error(`not a date: ${text}`);
  return date;
};

/** 2026-04-27 is ten in the morning of that day in Beijing; 2026-04-27 17:30 is that minute. */
export const at = (text: string): Instant => {
  const [date, time = '10:00'] = text.split(' ');
  const instant = readInstant(`${date}T${time}+08:00`);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
};

/** The calendar of packs/national with the documents that it cites; its other files have nothing to do with time. */
const loadNational = (): WorkCalendar => {
  const files = ['pack.yaml', 'documents.yaml', 'calendars/cn.yaml'].map((name) => ({
    path: `national/${name}`,
    text: readFileSync(join(import.meta.dirname, '../../packs/national', name), 'utf8'),
  }));
  const { rulebook, problems } = compilePacks(files, '');
  const calendar = rulebook?.calendars.get('cn');
  if (calendar === undefined) throw new Error(problems.map(printProblem).join('\n'));
  return calendar;
};

export const national: CalendarVersion = {
  id: 'cn@2025-11-04',
  knownSince: day('2025-11-04'),
  source: '国务院办公厅关于2026年部分节假日安排的通知',
  calendar: loadNational(),
};

export const ruleOf = (length: number, unit: DayRule['unit'], more: Partial<DayRule> = {}): DayRule => ({
  name: '审查时限',
  owner: 'bureau',
  length,
  unit,
  start: '受理',
  silence: { effect: 'escalate' },
  extensionAtMost: null,
  endsAt: 'midnight',
  clause: '办事指南第五条',
  ...more,
});

/** A limit that no pause of a test reaches. */
const ample = ruleOf(2, 'year', { name: '补正期限', owner: 'firm', silence: { effect: 'deemed-withdrawn' } });

export const pauseOf = (from: string, to: string | null, limit: DayRule = ample): Pause => ({
  kind: 'correction',
  from: at(from),
  to: to === null ? null : at(to),
  limit,
});

/** Told to the firm the moment it begins, unless a test says otherwise. */
export const exclusionOf = (
  kind: Exclusion['kind'],
  from: string,
  to: string | null,
  more: Partial<Exclusion> = {},
): Exclusion => ({ kind, from: at(from), to: to === null ? null : at(to), limit: ample, told: at(from), ...more });

export const clockOf = (
  rule: Clock['rule'],
  start: string,
  more: Partial<Omit<Clock, 'rule' | 'start'>> = {},
): Clock => ({
  id: 'clock-1',
  rule,
  start: at(start),
  stopped: null,
  interruptions: [],
  extension: null,
  notBefore: null,
  ...more,
});
