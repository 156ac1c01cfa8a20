// A letter in the official form: what stands in each of its places, in the order in which they are printed.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { canonical } from '#casework/log/canonical.ts';
import { digestText, type Digest } from '#casework/log/chain.ts';

/** Kinds of letters, with the title that is printed. */
export const letterNames = {
  acceptance: '受理通知书',
  correction: '一次性告知补正通知书',
  'acceptance-refused': '不予受理通知书',
  rejection: '不予支持决定书',
  award: '审定结果告知书',
  extension: '延期通知书',
  recovery: '追回决定书',
} as const satisfies Record<string, string>;

export type LetterKind = keyof typeof letterNames;

/** @source GB/T 9704—2012 党政机关公文格式 */
export type Letter = {
  readonly kind: LetterKind;
  /** 发文机关 */
  readonly issuer: string;
  /** 发文字号: 柳工信补〔2026〕12号 */
  readonly number: string;
  /** 标题 */
  readonly title: string;
  /** 主送机关 */
  readonly to: string;
  /** 正文 */
  readonly paragraphs: readonly string[];
  /** 附件, without their numbers */
  readonly annexes: readonly string[];
  /** 落款 */
  readonly signedBy: string;
  /** 成文日期 */
  readonly date: PlainDate;
  /** 附注; null where there is none */
  readonly note: string | null;
};

/** The one text of a letter: two letters with one text say the same, in the same places. */
export const letterText = (letter: Letter): string => canonical(letter);

/** The hash of a letter's text, 64 hex digits. */
export const letterHash = (letter: Letter, digest: Digest): string => digestText(digest, letterText(letter));
