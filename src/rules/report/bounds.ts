// What a condition leaves open for one quantity: an interval, or a few named values. Enough to see that two conditions cannot
// both hold, or that one says nothing beyond another; what does not fit this form is passed over, never guessed.
import { compare, one, whole, type Rational } from '#rules/exact/rational.ts';
import { toDayNumber } from '#rules/exact/plain-date.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { ComparisonNode, ComparisonOperator, Expression } from '#rules/language/syntax.ts';

type End = { readonly value: Rational; readonly open: boolean };

/** `low` and `high` null: without an end. */
export type Interval = { readonly kind: 'interval'; readonly low: End | null; readonly high: End | null };
export type Values = { readonly kind: 'values'; readonly of: ReadonlySet<string> };
export type Bounds = Interval | Values;

/** `about` is the quantity in canonical printing: 上年(营业收入); `natural` is what the dictionary says of it anyway. */
export type Constraint = { readonly about: string; readonly bounds: Bounds; readonly natural: Interval | null };

const interval = (low: End | null, high: End | null): Interval => ({ kind: 'interval', low, high });

const mirrored = { '≥': '≤', '>': '<', '≤': '≥', '<': '>', '=': '=', '≠': '≠' } as const satisfies Record<
  ComparisonOperator,
  ComparisonOperator
>;

const intervalOf = (operator: ComparisonOperator, value: Rational): Interval | null => {
  switch (operator) {
    case '≥':
      return interval({ value, open: false }, null);
    case '>':
      return interval({ value, open: true }, null);
    case '≤':
      return interval(null, { value, open: false });
    case '<':
      return interval(null, { value, open: true });
    case '=':
      return interval({ value, open: false }, { value, open: false });
    case '≠':
      return null;
  }
};

/** A literal on the number line: money in fen, a date as its day, an ordered choice as its rank. */
const pointOf = (literal: Expression, other: Expression): Rational | null => {
  if (literal.kind === 'number') return literal.value;
  if (literal.kind === 'date') return whole(toDayNumber(literal.value));
  if (literal.kind !== 'text' || other.type.kind !== 'ordered') return null;
  const rank = other.type.values.indexOf(literal.value);
  return rank < 0 ? null : whole(rank);
};

/** The bounds that the fact itself has: a share is at most 100 %, a rank at least 1. */
const naturalOf = (e: Expression): Interval | null => {
  if (e.kind !== 'fact' && e.kind !== 'year') return null;
  const { min, max, type } = e.fact;
  const least = type.kind === 'rank' ? (min ?? one) : min;
  return interval(
    least === null ? null : { value: least, open: false },
    max === null ? null : { value: max, open: false },
  );
};

const ofComparison = ({ operator, left, right }: ComparisonNode): Constraint | null => {
  const [quantity, literal, turned] =
    pointOf(right, left) !== null || right.kind === 'text' || right.kind === 'boolean'
      ? ([left, right, operator] as const)
      : ([right, left, mirrored[operator]] as const);
  const value = pointOf(literal, quantity);
  const about = printChinese(quantity);
  if (value !== null) {
    const bounds = intervalOf(turned, value);
    return bounds === null ? null : { about, bounds, natural: naturalOf(quantity) };
  }
  if (turned !== '=') return null;
  if (literal.kind === 'boolean') return flag(about, literal.value);
  // A value of a tree may lie inside the one named: only a plain choice is exactly that value.
  if (literal.kind !== 'text' || quantity.type.kind !== 'choice') return null;
  return { about, bounds: { kind: 'values', of: new Set([literal.value]) }, natural: null };
};

const flag = (about: string, value: boolean): Constraint => ({
  about,
  bounds: { kind: 'values', of: new Set([value ? '是' : '否']) },
  natural: null,
});

const ofMembership = (e: Expression & { readonly kind: 'membership' }): Constraint | null =>
  e.negated || e.set.kind !== 'listed' || e.left.type.kind !== 'choice'
    ? null
    : { about: printChinese(e.left), bounds: { kind: 'values', of: new Set(e.set.members) }, natural: null };

/** What an expression demands of single quantities: each of these is necessary, and together they may say less than it does. */
export const constraintsOf = (e: Expression): readonly Constraint[] => {
  const single = onlyConstraint(e);
  if (single !== null) return [single];
  return e.kind === 'and' ? e.of.flatMap(constraintsOf) : [];
};

/** The constraint that says exactly what the expression says; null when it says anything else. */
export const onlyConstraint = (e: Expression): Constraint | null => {
  switch (e.kind) {
    case 'comparison':
      return ofComparison(e);
    case 'membership':
      return ofMembership(e);
    case 'fact':
    case 'holds':
      return e.type.kind === 'boolean' ? flag(printChinese(e), true) : null;
    case 'not': {
      const inner = onlyConstraint(e.of);
      return inner === null ? null : opposite(inner);
    }
    default:
      return null;
  }
};

/** What holds when the constraint does not; null when that is no single interval. */
export const opposite = ({ about, bounds, natural }: Constraint): Constraint | null => {
  if (bounds.kind === 'values') {
    const [only] = bounds.of;
    return bounds.of.size === 1 && (only === '是' || only === '否') ? flag(about, only === '否') : null;
  }
  const { low, high } = bounds;
  if (low !== null && high === null)
    return { about, natural, bounds: interval(null, { value: low.value, open: !low.open }) };
  if (high !== null && low === null)
    return { about, natural, bounds: interval({ value: high.value, open: !high.open }, null) };
  return null;
};

const tighterLow = (a: End | null, b: End | null): End | null => {
  if (a === null || b === null) return a ?? b;
  const order = compare(a.value, b.value);
  return order > 0 || (order === 0 && a.open) ? a : b;
};
const tighterHigh = (a: End | null, b: End | null): End | null => {
  if (a === null || b === null) return a ?? b;
  const order = compare(a.value, b.value);
  return order < 0 || (order === 0 && a.open) ? a : b;
};

const sameEnd = (a: End | null, b: End | null): boolean =>
  a === b || (a !== null && b !== null && compare(a.value, b.value) === 0 && a.open === b.open);

/** What both leave open. Bounds of different forms do not meet: the first stands. */
export const meet = (a: Bounds, b: Bounds): Bounds => {
  if (a.kind === 'values' && b.kind === 'values')
    return { kind: 'values', of: new Set([...a.of].filter((value) => b.of.has(value))) };
  if (a.kind === 'interval' && b.kind === 'interval')
    return interval(tighterLow(a.low, b.low), tighterHigh(a.high, b.high));
  return a;
};

export const isEmpty = (bounds: Bounds): boolean => {
  if (bounds.kind === 'values') return bounds.of.size === 0;
  const { low, high } = bounds;
  if (low === null || high === null) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && (low.open || high.open));
};

/** True when everything in `inner` is in `outer`. */
export const isWithin = (inner: Bounds, outer: Bounds): boolean => {
  if (inner.kind === 'values' && outer.kind === 'values') return [...inner.of].every((value) => outer.of.has(value));
  if (inner.kind !== 'interval' || outer.kind !== 'interval') return false;
  return (
    sameEnd(tighterLow(inner.low, outer.low), inner.low) && sameEnd(tighterHigh(inner.high, outer.high), inner.high)
  );
};
