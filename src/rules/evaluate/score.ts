// Score tables: every indicator comes to a point or a range, and a test on the total is decided when the whole range is on one side.
import { compareOutcomes, pointOf } from './compare.ts';
import { decides, onFooting, valueOfFact, weaker, type Context } from './context.ts';
import { evaluate } from './expression.ts';
import {
  because,
  unite,
  unknownFrom,
  truth,
  whyOf,
  type NumberOutcome,
  type Outcome,
  type Truth,
  type Why,
} from './outcome.ts';
import {
  add,
  compare,
  floor,
  divide,
  maximum,
  minimum,
  multiply,
  whole,
  zero,
  type Rational,
} from '#rules/exact/rational.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { Grade, Indicator, IndicatorRule, ScoreBlock, ScoreCondition, ScoreTable } from '#rules/packs/rulebook.ts';

/** What was measured, for the trace. */
export type Measured = { readonly outcome: Outcome; readonly type: ValueType };
/** Points between low and high; `why` says what leaves them open, and is null when they are equal. */
export type PointsOutcome = Reachable & { readonly value: Measured | null };
export type IndicatorOutcome = PointsOutcome & { readonly indicator: Indicator; readonly grade: Grade };
export type ScoreOutcome = { readonly table: ScoreTable; readonly indicators: readonly IndicatorOutcome[] };

const exactly = (points: Rational, value: Measured | null = null): PointsOutcome => ({
  low: points,
  high: points,
  why: null,
  value,
});

/** Points that these facts and reasons leave open; nothing is open when both ends are the same. */
const between = (low: Rational, high: Rational, why: Why | null, value: Measured | null): PointsOutcome =>
  compare(low, high) === 0 ? exactly(low, value) : { low, high, why, value };

const pickedByReviewer = (at: string): Why => because('unpublished', at, '由评审在区间内打分');

type Reachable = { readonly low: Rational; readonly high: Rational; readonly why: Why | null };

const hull = (rows: readonly Reachable[], guards: readonly Why[], value: Measured | null): PointsOutcome => {
  const low = rows.map((row) => row.low).reduce(minimum);
  const high = rows.map((row) => row.high).reduce(maximum);
  const whys = [...guards, ...rows.map((row) => row.why).filter((why) => why !== null)];
  return between(low, high, whys.length === 0 ? null : unite(whys), value);
};

const bands = (context: Context, at: Indicator, rule: Extract<IndicatorRule, { kind: 'bands' }>): PointsOutcome => {
  const measured = evaluate(context, rule.of);
  const value: Measured = { outcome: measured, type: rule.of.type };
  if (measured.is === 'unknown') return between(zero, at.max, measured, value);
  const reachable: Reachable[] = [];
  const guards: Why[] = [];
  for (const row of rule.rows) {
    const reached = compareOutcomes(
      rule.better === 'high' ? '≥' : '≤',
      measured,
      evaluate(context, row.threshold),
      rule.of.type,
    );
    if (reached.is === 'boolean' && !reached.value) continue;
    const open = compare(row.points.low, row.points.high) === 0 ? null : pickedByReviewer(at.id);
    reachable.push({ ...row.points, why: open });
    if (reached.is === 'boolean') return hull(reachable, guards, value);
    guards.push(reached);
  }
  return hull([...reachable, { low: zero, high: zero, why: null }], guards, value);
};

const perStep = (context: Context, at: Indicator, rule: Extract<IndicatorRule, { kind: 'per' }>): PointsOutcome => {
  const [measured, width] = [evaluate(context, rule.of), evaluate(context, rule.step)];
  const value: Measured = { outcome: measured, type: rule.of.type };
  const step = pointOf(width);
  if (measured.is === 'unknown' || step === null)
    return between(zero, at.max, unite([measured, width].map(whyOf).filter((why) => why !== null)), value);
  if (measured.is !== 'number') return exactly(zero, value);
  const pointsFor = (amount: Rational): Rational => {
    const steps = divide(amount, step);
    const full = steps === null || floor(steps) < 0n ? 0n : floor(steps);
    return minimum(at.max, multiply(whole(full), rule.points));
  };
  return between(pointsFor(measured.low), pointsFor(measured.high), measured.why, value);
};

const counted = (context: Context, at: Indicator, rule: Extract<IndicatorRule, { kind: 'count' }>): PointsOutcome => {
  const truths = rule.of.map((condition) => context.decide(context, condition));
  const open = truths.filter((each) => each.is === 'unknown');
  const sure = truths.length - open.length - truths.filter((each) => each.is === 'boolean' && !each.value).length;
  const pointsFor = (count: number): Rational => minimum(at.max, multiply(whole(count), rule.points));
  return between(pointsFor(sure), pointsFor(sure + open.length), unite(open), null);
};

const firstRow = (context: Context, at: Indicator, rule: Extract<IndicatorRule, { kind: 'first' }>): PointsOutcome => {
  const reachable: Reachable[] = [];
  const guards: Why[] = [];
  for (const row of rule.rows) {
    const when = row.when === null ? truth(true) : context.decide(context, row.when);
    if (when.is === 'boolean' && !when.value) continue;
    reachable.push(
      row.points === null
        ? { low: zero, high: at.max, why: because('unpublished', at.id, `${at.name}的分值未公开`) }
        : { ...row.points, why: compare(row.points.low, row.points.high) === 0 ? null : pickedByReviewer(at.id) },
    );
    if (when.is === 'boolean') break;
    guards.push(when);
  }
  return reachable.length === 0 ? exactly(zero) : hull(reachable, guards, null);
};

const best = (context: Context, at: Indicator, rule: Extract<IndicatorRule, { kind: 'best' }>): PointsOutcome => {
  const parts = rule.of.map((part) => points(context, at, part));
  const low = parts.map((part) => part.low).reduce(maximum);
  const high = parts.map((part) => part.high).reduce(maximum);
  // Only a way that could still beat the sure points keeps the result open.
  const open = parts.filter((part) => part.why !== null && compare(part.high, low) > 0).map((part) => part.why);
  const value = parts.find((part) => compare(part.low, low) === 0)?.value ?? null;
  return between(low, high, unite(open.filter((why) => why !== null)), value);
};

const judged = (context: Context, rule: Extract<IndicatorRule, { kind: 'judged' }>): PointsOutcome => {
  const outcome = valueOfFact(context, rule.fact);
  const value: Measured = { outcome, type: rule.fact.type };
  const known = outcome.is === 'none' ? zero : pointOf(outcome);
  return known === null
    ? between(rule.points.reduce(minimum), rule.points.reduce(maximum), whyOf(outcome), value)
    : exactly(known, value);
};

const points = (context: Context, at: Indicator, rule: IndicatorRule): PointsOutcome => {
  switch (rule.kind) {
    case 'bands':
      return bands(context, at, rule);
    case 'per':
      return perStep(context, at, rule);
    case 'count':
      return counted(context, at, rule);
    case 'first':
      return firstRow(context, at, rule);
    case 'best':
      return best(context, at, rule);
    case 'judged':
      return judged(context, rule);
    case 'unknown':
      return { low: zero, high: at.max, why: because('unpublished', at.id, `${at.name}的评分办法未公开`), value: null };
  }
};

/** One indicator's points for this firm. An indicator whose clause is below the accepted grade is 0…max. */
export const evaluateIndicator = (context: Context, indicator: Indicator): IndicatorOutcome => {
  const grade = indicator.clause?.evidence ?? 'primary';
  if (decides(grade, context.accept)) {
    const found = onFooting(context, (own) => points(own, indicator, indicator.rule));
    return { ...found.value, indicator, grade: weaker(grade, found.grade) };
  }
  const why = because('evidence', indicator.id, '依据等级不足，不参与判定');
  return { low: zero, high: indicator.max, why, value: null, indicator, grade };
};

/** Every indicator of a table; remembered for the firm and date at hand. */
export const evaluateScore = (context: Context, table: ScoreTable): ScoreOutcome => {
  const known = context.memory.scores.get(table.id);
  if (known) return known;
  const outcome = { table, indicators: table.indicators.map((indicator) => evaluateIndicator(context, indicator)) };
  context.memory.scores.set(table.id, outcome);
  return outcome;
};

export type PartOutcome = NumberOutcome & { readonly grade: Grade };

/** The sum over a set of indicators. */
const sumOf = (indicators: readonly IndicatorOutcome[]): PartOutcome => {
  const open = indicators.map((each) => each.why).filter((why) => why !== null);
  return {
    is: 'number',
    low: indicators.map((each) => each.low).reduce(add, zero),
    high: indicators.map((each) => each.high).reduce(add, zero),
    why: open.length === 0 ? null : unite(open),
    grade: indicators.map((each) => each.grade).reduce(weaker, 'primary'),
  };
};

/** A block's sum, cut off at its mark: where it is certain to come to the mark, what is open in it does not matter. */
const blockOf = ({ indicators }: ScoreOutcome, { of, max }: ScoreBlock): PartOutcome => {
  const sum = sumOf(indicators.filter(({ indicator }) => of.includes(indicator.id)));
  if (max === null || compare(sum.high, max) <= 0) return sum;
  const low = minimum(sum.low, max);
  return { ...sum, low, high: max, why: compare(low, max) === 0 ? null : sum.why };
};

const totalOf = (score: ScoreOutcome): PartOutcome => {
  const blocks = [...score.table.blocks.values()];
  const placed = new Set(blocks.flatMap(({ of }) => of));
  const others = sumOf(score.indicators.filter(({ indicator }) => !placed.has(indicator.id)));
  const parts = [others, ...blocks.map((block) => blockOf(score, block))];
  const open = parts.map((part) => part.why).filter((why) => why !== null);
  return {
    is: 'number',
    low: parts.map((part) => part.low).reduce(add, zero),
    high: parts.map((part) => part.high).reduce(add, zero),
    why: open.length === 0 ? null : unite(open),
    grade: parts.map((part) => part.grade).reduce(weaker, 'primary'),
  };
};

/** The part of a table that a gate tests: the total, one block, or one indicator. */
export const partOf = (score: ScoreOutcome, part: ScoreCondition['part']): PartOutcome => {
  if (part.kind === 'total') return totalOf(score);
  if (part.kind === 'block') return blockOf(score, score.table.blocks.get(part.name) ?? { of: [], max: null });
  return sumOf(score.indicators.filter(({ indicator }) => indicator.id === part.name));
};

/** Whether the part reaches the mark, or passes it where the mark itself is not enough: decided when its whole range is on one side. */
export const reaches = (part: PartOutcome, { mark, strict }: Pick<ScoreCondition, 'mark' | 'strict'>): Truth => {
  const isEnough = (points: Rational): boolean => compare(points, mark) > (strict ? 0 : -1);
  if (isEnough(part.low)) return truth(true);
  if (!isEnough(part.high)) return truth(false);
  return unknownFrom([part.why ?? { missing: [], reasons: [] }]);
};
