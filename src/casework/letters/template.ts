// What a template of a letter is, and the sentences that several of them print.
import { unitWords, type ClockUnit } from '#casework/time/clock-rule.ts';
import type { Due } from '#casework/time/due.ts';
import { printDueDate } from '#casework/time/print-due.ts';
import type { LetterData, LetterHead, Limit } from './letter-data.ts';
import type { LetterKind } from './letter.ts';
import type { LetterRefusal } from './letter-refusals.ts';

/** A text with the place that it is for. */
export type Named = readonly [field: string, text: string];

export type Template<K extends LetterKind> = {
  /** What has to be there and is printed as it is. */
  readonly texts: (data: LetterData[K]) => readonly Named[];
  /** The ends of limits that the letter tells; each lies after its date. */
  readonly ends: (data: LetterData[K]) => readonly Due[];
  /** What else is wrong with the data. */
  readonly flaw: (data: LetterData[K], head: LetterHead) => LetterRefusal | null;
  readonly body: (data: LetterData[K], head: LetterHead) => readonly string[];
};

export const noFlaw = (): null => null;
export const noEnds = (): readonly Due[] => [];

export const you = ({ to }: LetterHead): string => (to.is === 'organisation' ? '你单位' : '你');

/** “设备补助”（办件编号：c-1） */
export const theCase = (head: LetterHead): string => `“${head.matter}”（办件编号：${head.case}）`;

/** A sentence that somebody wrote, with one full stop at its end. */
export const ended = (text: string): string => (/[。！？；]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`);

export const labelled = (label: string, text: string): string => `${label}：${ended(text)}`;

export const printLength = (length: number, unit: ClockUnit): string => `${length}${unitWords[unit]}`;

export const limitTexts = ({ rule }: Limit): readonly Named[] => [
  ['期限名称', rule.name],
  ['期限的起算', rule.start],
  ['期限的依据', rule.clause],
];

/** 补正期限为10个工作日（依据：…），自收到补正通知起计算，当日不计入，至2026年5月22日届满。 */
export const limitSentence = ({ rule, due }: Limit): string => {
  const firstDay = rule.unit === 'hour' ? '' : '，当日不计入';
  return `${rule.name}为${printLength(rule.length, rule.unit)}（依据：${rule.clause}），自${rule.start}起计算${firstDay}，至${printDueDate(due)}届满。`;
};

export const groundsTexts = ({ reason, clause, remedy }: LetterData['rejection']): readonly Named[] => [
  ['理由', reason],
  ['依据', clause],
  ['救济途径', remedy],
];
