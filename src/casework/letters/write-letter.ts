// Makes a letter from its template, or says what the letter lacks: none is printed with a gap.
import { yearOf } from '#rules/exact/plain-date.ts';
import type { LetterData, LetterHead } from './letter-data.ts';
import { letterNames, type Letter, type LetterKind } from './letter.ts';
import { refuseLetter, type LetterRefusal } from './letter-refusals.ts';
import type { Named, Template } from './template.ts';
import { acceptance, acceptanceRefused, correction, extension } from './templates-course.ts';
import { award, recovery, rejection } from './templates-decision.ts';

const templates: { readonly [K in LetterKind]: Template<K> } = {
  acceptance,
  correction,
  'acceptance-refused': acceptanceRefused,
  rejection,
  award,
  extension,
  recovery,
};

const headTexts = ({ issuer, mark, to, matter, annexes, note, case: id }: LetterHead): readonly Named[] => [
  ['发文机关', issuer],
  ['机关代字', mark],
  ['主送机关', to.name],
  ['事项名称', matter],
  ['办件编号', id],
  ...annexes.map((each) => ['附件', each] as const),
  ...(note === null ? [] : [['附注', note] as const]),
];

/** Line breaks, controls, halves of a character: what no printed line and no XML can hold. */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u;

const flawOfText = ([field, text]: Named): LetterRefusal | null => {
  if (unprintable.test(text)) return refuseLetter('text-broken', field);
  return text.trim() === '' ? refuseLetter('text-missing', field) : null;
};

const flawOfHead = (head: LetterHead): LetterRefusal | null =>
  Number.isSafeInteger(head.serial) && head.serial >= 1 ? null : refuseLetter('number-wrong', '发文顺序号');

const provisionalNote = '注明“暂定”的日期所涉年度的放假安排尚未公布，公布后重新计算并另行告知。';

export type Written = { readonly ok: true; readonly letter: Letter } | LetterRefusal;

/**
 * The letter of a kind.
 *
 * @returns  the letter, or the first place that is missing, cannot be printed or contradicts another
 * @source   casework: returns, refusals, decisions and notices; legal time: the word 暂定
 */
export const writeLetter = <K extends LetterKind>(kind: K, head: LetterHead, data: LetterData[K]): Written => {
  const template: Template<K> = templates[kind];
  const ends = template.ends(data);
  const flaw =
    [...headTexts(head), ...template.texts(data)].map(flawOfText).find((each) => each !== null) ??
    flawOfHead(head) ??
    template.flaw(data, head) ??
    (ends.every(({ date }) => date > head.date) ? null : refuseLetter('end-past', '期限届满日'));
  if (flaw !== null) return flaw;
  const { issuer, mark, serial, to, date, annexes, note } = head;
  const provisional = ends.some((end) => end.provisional) ? [provisionalNote] : [];
  return {
    ok: true,
    letter: {
      kind,
      issuer,
      number: `${mark}〔${yearOf(date)}〕${serial}号`,
      title: letterNames[kind],
      to: to.name,
      paragraphs: [...template.body(data, head), ...provisional],
      annexes,
      signedBy: issuer,
      date,
      note,
    },
  };
};
