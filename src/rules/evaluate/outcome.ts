// What an expression comes to: a known value, a range that the known rows leave open, or unknown with the facts and reasons why.
import type { Reason } from './result.ts';
import type { Row } from '#rules/facts/enterprise.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { compare, type Rational } from '#rules/exact/rational.ts';

/** `missing` are fact paths, a series with its year (研发费用@2024). */
export type Why = { readonly missing: readonly string[]; readonly reasons: readonly Reason[] };

export type Unknown = { readonly is: 'unknown' } & Why;
/** Every number lies in low..high; they are equal unless rows of a list are undecided, and then `why` says which. */
export type NumberOutcome = {
  readonly is: 'number';
  readonly low: Rational;
  readonly high: Rational;
  readonly why: Why | null;
};
/** A compound growth rate, kept as last ÷ first over so many years: its root is not rational. */
export type CompoundOutcome = { readonly is: 'compound'; readonly quotient: Rational; readonly years: number };
export type TruthOutcome = { readonly is: 'boolean'; readonly value: boolean };

export type Outcome =
  | Unknown
  | NumberOutcome
  | CompoundOutcome
  | TruthOutcome
  | { readonly is: 'date'; readonly value: PlainDate }
  | { readonly is: 'duration'; readonly count: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'set'; readonly value: readonly string[] }
  | { readonly is: 'rows'; readonly value: readonly Row[] }
  | { readonly is: 'none' };

/** True, false or unknown. */
export type Truth = TruthOutcome | Unknown;

export const yes: TruthOutcome = { is: 'boolean', value: true };
export const no: TruthOutcome = { is: 'boolean', value: false };
export const truth = (value: boolean): TruthOutcome => (value ? yes : no);

export const point = (value: Rational): NumberOutcome => ({ is: 'number', low: value, high: value, why: null });

/** A range, or a point when both ends are the same (nothing is open then, so nothing is missing). */
export const range = (low: Rational, high: Rational, why: Why | null): NumberOutcome =>
  compare(low, high) === 0 ? point(low) : { is: 'number', low, high, why };

const none: readonly string[] = [];
const noReasons: readonly Reason[] = [];

export const missingFact = (...paths: readonly string[]): Unknown => ({
  is: 'unknown',
  missing: paths,
  reasons: noReasons,
});
export const because = (code: Reason['code'], at: string, text: string): Unknown => ({
  is: 'unknown',
  missing: none,
  reasons: [{ code, at, text }],
});

const sameReason = (a: Reason, b: Reason): boolean => a.code === b.code && a.at === b.at && a.text === b.text;

/** The union of several whys, in order, each fact and reason once. */
export const unite = (parts: readonly Why[]): Why => {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const reasons: Reason[] = [];
  for (const part of parts) {
    for (const reason of part.reasons) if (!reasons.some((known) => sameReason(known, reason))) reasons.push(reason);
  }
  return { missing: [...new Set(parts.flatMap((part) => part.missing))], reasons };
};

export const unknownFrom = (parts: readonly Why[]): Unknown => {
  const why = unite(parts);
  return { is: 'unknown', missing: why.missing, reasons: why.reasons };
};

/** Why this outcome is not one known value; null when it is. */
export const whyOf = (outcome: Outcome): Why | null =>
  outcome.is === 'unknown' ? outcome : outcome.is === 'number' ? outcome.why : null;

/** Kleene's and: one false decides; else any unknown leaves it open. */
export const conjunction = (parts: readonly Truth[]): Truth => {
  const open: Unknown[] = [];
  for (const part of parts) {
    if (part.is === 'unknown') open.push(part);
    else if (!part.value) return no;
  }
  return open.length === 0 ? yes : unknownFrom(open);
};

/** Kleene's or: one true decides. */
export const disjunction = (parts: readonly Truth[]): Truth => {
  const open: Unknown[] = [];
  for (const part of parts) {
    if (part.is === 'unknown') open.push(part);
    else if (part.value) return yes;
  }
  return open.length === 0 ? no : unknownFrom(open);
};

export const negation = (part: Truth): Truth => (part.is === 'unknown' ? part : truth(!part.value));

/** The same known value on both sides. Ranges are never the same: each row may fall either way. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean => {
  if (a.is === 'number' && b.is === 'number')
    return a.why === null && b.why === null && compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0;
  if (a.is === 'compound' && b.is === 'compound') return a.years === b.years && compare(a.quotient, b.quotient) === 0;
  if (a.is === 'boolean' && b.is === 'boolean') return a.value === b.value;
  if (a.is === 'text' && b.is === 'text') return a.value === b.value;
  if (a.is === 'date' && b.is === 'date') return a.value === b.value;
  if (a.is === 'set' && b.is === 'set')
    return a.value.length === b.value.length && a.value.every((v) => b.value.includes(v));
  return a.is === 'none' && b.is === 'none';
};
