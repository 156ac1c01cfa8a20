// What a combination is made of: entries that could be taken, and the bonds that stacking rules put between them.
import type { AmountRange } from '#rules/evaluate/result.ts';
import type { Subject } from '#rules/facts/enterprise.ts';
import type { Measure } from '#rules/packs/rulebook.ts';

/** Fen; null is without an upper bound. */
export type Amount = bigint | null;

export type Candidate = {
  /** id, or id@subject as the entry names it. Unique. */
  readonly key: string;
  readonly item: string;
  /** As shown in reasons: 智能化技术改造设备补助（三号车间）. */
  readonly name: string;
  readonly subject: Subject | null;
  readonly range: AmountRange;
  /** null: the entry has no amount (a title, a service). */
  readonly measure: Measure | null;
  /** False for a competitive (择优) entry, which is never promised. */
  readonly promised: boolean;
};

/**
 * One stacking rule on one scope (this project, this household, this year). `members` are positions in the list of candidates.
 *
 * - `one-of`: at most one may be taken (choose-one; once).
 * - `highest`: all may be taken, only the highest is paid, less what was `received` (highest; top-up).
 * - `cap`: all may be taken, together they are paid at most `room` (sum-up-to; per-year-cap).
 * - `after`: the member may be taken only beside one of `needs`.
 */
export type Bond = { readonly rule: string; readonly members: readonly number[] } & (
  | { readonly kind: 'one-of' }
  | { readonly kind: 'highest'; readonly scope: string; readonly received: bigint }
  | { readonly kind: 'cap'; readonly room: AmountRange }
  | { readonly kind: 'after'; readonly member: number; readonly needs: readonly number[]; readonly prior: string }
);

export type Stacked = {
  readonly candidates: readonly Candidate[];
  readonly bonds: readonly Bond[];
  /** Candidates that may not be taken at all, with the reason. */
  readonly barred: ReadonlyMap<number, string>;
  /** What had to be assumed, one sentence each. */
  readonly assumes: readonly string[];
};

/** True when the entry has a positive amount: such an entry is worth leaving out when it adds nothing. */
export const isValued = (candidate: Candidate): boolean => candidate.range.high === null || candidate.range.high > 0n;

/** Code-unit order, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const lesser = (a: Amount, b: Amount): Amount => (a === null ? b : b === null ? a : a < b ? a : b);
export const greater = (a: Amount, b: Amount): Amount => (a === null || b === null ? null : a > b ? a : b);
/** a − b, not below zero. Unbounded less unbounded is zero: nothing is sure to remain. */
export const less = (a: Amount, b: Amount): Amount => (b === null ? 0n : a === null ? null : a > b ? a - b : 0n);
export const plus = (a: Amount, b: Amount): Amount => (a === null || b === null ? null : a + b);
/** −1, 0 or 1; unbounded is above every number. */
export const compareAmounts = (a: Amount, b: Amount): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

export const nothing: AmountRange = { low: 0n, high: 0n };

export const addRanges = (a: AmountRange, b: AmountRange): AmountRange => ({
  low: a.low + b.low,
  high: plus(a.high, b.high),
});
