// The values of one fact at which something in a condition can turn, found from the condition itself.
import { calculateCurves, constant, crossings, itself, type Curve } from './curve.ts';
import { indicatorsOf } from './reads.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { lastYear } from '#rules/evaluate/context.ts';
import { evaluate } from '#rules/evaluate/expression.ts';
import { yearsBack } from '#rules/evaluate/series.ts';
import { yearOf } from '#rules/exact/plain-date.ts';
import { add, ceiling, divide, one, power, whole, type Rational } from '#rules/exact/rational.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import { childrenOf } from '#rules/language/children.ts';
import type { Expression, GrowthNode, MembershipNode } from '#rules/language/syntax.ts';
import type { Condition, IndicatorRule } from '#rules/packs/rulebook.ts';

/** The fact whose values are sought; `year` null for a fact that is not a series. */
export type Sought = { readonly fact: FactDefinition; readonly year: number | null; readonly step: Rational };

export type Critical = {
  /** Whole multiples of the step. */
  readonly numbers: ReadonlySet<bigint>;
  /** Choices and places that the fact is compared with. */
  readonly words: ReadonlySet<string>;
  /** False when something could not be solved: the values are not all there are. */
  readonly complete: boolean;
};

type Finding = {
  readonly sought: Sought;
  readonly numbers: Set<bigint>;
  readonly words: Set<string>;
  complete: boolean;
};

const given = (context: Context, fact: FactDefinition, year: number | null): boolean => {
  const facts = fact.subject === 'enterprise' ? context.firm.facts : context.subject?.facts;
  return year === null ? facts?.single.has(fact.path) === true : facts?.yearly.get(fact.path)?.has(year) === true;
};

/** Derived facts that the firm does not state itself are worked out, so the fact may stand inside them. */
const isWorkedOut = (context: Context, fact: FactDefinition, year: number | null): boolean =>
  fact.derived !== null && !given(context, fact, year);

const valueCurves = (context: Context, node: Expression): readonly Curve[] => {
  const outcome = evaluate(context, node);
  if (outcome.is !== 'number') return [];
  return outcome.why === null ? [constant(outcome.low)] : [constant(outcome.low), constant(outcome.high)];
};

const factCurves = (
  finding: Finding,
  context: Context,
  fact: FactDefinition,
  year: number | null,
): readonly Curve[] => {
  const { sought } = finding;
  if (sought.fact === fact && sought.year === year) return [itself];
  if (!isWorkedOut(context, fact, year) || fact.derived === null) {
    const at = { ...context, year };
    return valueCurves(at, { kind: 'fact', fact, type: fact.type, span: { from: 0, to: 0 } });
  }
  const inside = { ...context, year, row: null };
  return fact.derived.kind === 'expression'
    ? curvesOf(finding, inside, fact.derived.expression)
    : fact.derived.rows.flatMap(({ value }) => curvesOf(finding, inside, value));
};

const combined = (operator: '+' | '-' | '×' | '÷', left: readonly Curve[], right: readonly Curve[]): readonly Curve[] =>
  left.flatMap((a) => right.map((b) => calculateCurves(operator, a, b)));

const summed = (parts: readonly (readonly Curve[])[]): readonly Curve[] =>
  parts.reduce((total, part) => combined('+', total, part), [constant(whole(0))]);

const seriesCurves = (finding: Finding, context: Context, fact: FactDefinition, years: readonly number[]) =>
  years.map((year) => factCurves(finding, context, fact, year));

const growthCurves = (finding: Finding, context: Context, node: GrowthNode): readonly Curve[] => {
  const years = yearsBack(context, node.years + 1);
  const values = seriesCurves(finding, context, node.fact, years);
  const rates = values.slice(1).map((after, index) => {
    const before = values[index] ?? [];
    return combined('÷', combined('-', after, before), before);
  });
  return combined('÷', summed(rates), [constant(whole(node.years))]);
};

/** Every form that a number can take as a function of the fact; the true one is among them. */
const curvesOf = (finding: Finding, context: Context, node: Expression): readonly Curve[] => {
  switch (node.kind) {
    case 'number':
      return [constant(node.value)];
    case 'fact':
      return factCurves(finding, context, node.fact, node.fact.yearly ? context.year : null);
    case 'year':
      return factCurves(finding, context, node.fact, lastYear(context) - node.back);
    case 'window': {
      const total = summed(seriesCurves(finding, context, node.fact, yearsBack(context, node.years)));
      return node.take === '合计' ? total : combined('÷', total, [constant(whole(node.years))]);
    }
    case 'since-founded': {
      const registered = context.firm.facts.single.get('注册日期');
      const since = registered?.is === 'date' ? yearOf(registered.value) : 0;
      const lived = yearsBack(context, node.years).filter((year) => year >= since);
      return summed(seriesCurves(finding, context, node.fact, lived));
    }
    case 'growth':
      return node.word === '复合增长率' ? [] : growthCurves(finding, context, node);
    case 'arithmetic':
      return combined(node.operator, curvesOf(finding, context, node.left), curvesOf(finding, context, node.right));
    case 'extreme':
      return node.of.flatMap((part) => curvesOf(finding, context, part));
    case 'if':
      return [...curvesOf(finding, context, node.then), ...curvesOf(finding, context, node.otherwise)];
    case 'aggregate':
      if (node.rows.kind === 'subjects' && node.rows.subject === finding.sought.fact.subject) finding.complete = false;
      return valueCurves(context, node);
    default:
      return valueCurves(context, node);
  }
};

const addCrossings = (finding: Finding, left: readonly Curve[], right: readonly Curve[]): void => {
  for (const a of left) {
    for (const b of right) {
      const found = crossings(a, b, finding.sought.step);
      if (found === null) finding.complete = false;
      else for (const value of found) finding.numbers.add(value);
    }
  }
};

/** A compound rate is compared by its quotient: last ÷ first against (1 + rate)^years. */
const compound = (finding: Finding, context: Context, node: GrowthNode, other: Expression): void => {
  const until = lastYear(context);
  const last = factCurves(finding, context, node.fact, until);
  const first = factCurves(finding, context, node.fact, until - node.years);
  const rate = evaluate(context, other);
  if (rate.is === 'number')
    addCrossings(finding, combined('÷', last, first), [constant(power(add(one, rate.low), node.years))]);
};

const isCompound = (node: Expression): node is GrowthNode => node.kind === 'growth' && node.word === '复合增长率';

const addComparison = (finding: Finding, context: Context, left: Expression, right: Expression): void => {
  if (isCompound(left)) return compound(finding, context, left, right);
  if (isCompound(right)) return compound(finding, context, right, left);
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (other.kind === 'text' && 'fact' in side && side.fact === finding.sought.fact) finding.words.add(other.value);
  }
  if (left.type.kind === 'text' || left.type.kind === 'choice' || left.type.kind === 'ordered') return undefined;
  return addCrossings(finding, curvesOf(finding, context, left), curvesOf(finding, context, right));
};

const addMembers = (finding: Finding, node: MembershipNode): void => {
  if (!('fact' in node.left) || node.left.fact !== finding.sought.fact || node.negated) return;
  const members = node.set.kind === 'named' ? node.set.set.members : node.set.members;
  for (const member of members) finding.words.add(member);
};

const visitFact = (
  finding: Finding,
  context: Context,
  fact: FactDefinition,
  years: readonly (number | null)[],
): void => {
  for (const year of years) {
    if (!isWorkedOut(context, fact, year) || fact.derived === null) continue;
    const inside = { ...context, year, row: null };
    if (fact.derived.kind === 'expression') visit(finding, inside, fact.derived.expression);
    else
      for (const { when, value } of fact.derived.rows) {
        if (when !== null) visitCondition(finding, inside, when);
        visit(finding, inside, value);
      }
  }
};

/** Walks an expression for comparisons, also inside the guards of what it is computed from. */
const visit = (finding: Finding, context: Context, node: Expression): void => {
  switch (node.kind) {
    case 'comparison':
      addComparison(finding, context, node.left, node.right);
      break;
    case 'membership':
      addMembers(finding, node);
      break;
    case 'fact':
      return visitFact(finding, context, node.fact, [node.fact.yearly ? context.year : null]);
    case 'year':
      return visitFact(finding, context, node.fact, [lastYear(context) - node.back]);
    case 'window':
    case 'since-founded':
      return visitFact(finding, context, node.fact, yearsBack(context, node.years));
    case 'growth':
      return visitFact(finding, context, node.fact, yearsBack(context, node.years + 1));
    case 'each-year':
      for (const year of yearsBack(context, node.years)) visit(finding, { ...context, year }, node.of);
      return undefined;
    case 'aggregate':
      if (node.rows.kind === 'subjects' && node.rows.subject === finding.sought.fact.subject) finding.complete = false;
      return undefined;
    default:
      break;
  }
  for (const part of childrenOf(node)) visit(finding, context, part);
};

const visitRule = (finding: Finding, context: Context, rule: IndicatorRule, max: Rational): void => {
  switch (rule.kind) {
    case 'bands':
      visit(finding, context, rule.of);
      for (const row of rule.rows) addComparison(finding, context, rule.of, row.threshold);
      return;
    case 'per': {
      visit(finding, context, rule.of);
      const step = valueCurves(context, rule.step);
      const most = divide(max, rule.points);
      const count = most === null ? 0 : Number(ceiling(most));
      for (let k = 1; k <= Math.min(count, 60); k++) {
        addCrossings(finding, curvesOf(finding, context, rule.of), combined('×', step, [constant(whole(k))]));
      }
      if (count > 60) finding.complete = false;
      return;
    }
    case 'count':
      for (const part of rule.of) visitCondition(finding, context, part);
      return;
    case 'first':
      for (const { when } of rule.rows) if (when !== null) visitCondition(finding, context, when);
      return;
    case 'best':
      for (const part of rule.of) visitRule(finding, context, part, max);
      return;
    case 'judged':
      if (rule.fact !== finding.sought.fact) return;
      for (const points of rule.points) {
        const steps = divide(points, finding.sought.step);
        if (steps !== null && steps.d === 1n) finding.numbers.add(steps.n);
      }
      return;
    case 'unknown':
      return;
  }
};

const visitCondition = (finding: Finding, context: Context, condition: Condition): void => {
  if (condition.onlyFor !== null && condition.onlyFor !== context.mode) return;
  switch (condition.kind) {
    case 'test':
      visit(finding, context, condition.test);
      return;
    case 'all':
    case 'any':
    case 'disputed':
      for (const part of condition.of) visitCondition(finding, context, part);
      return;
    case 'not':
      visitCondition(finding, context, condition.of);
      return;
    case 'first':
      for (const { when, then } of condition.rows) {
        if (when !== null) visitCondition(finding, context, when);
        visitCondition(finding, context, then);
      }
      return;
    case 'score':
      for (const { rule, max } of indicatorsOf(context.book, condition)) visitRule(finding, context, rule, max);
      return;
    case 'judged':
    case 'unpublished':
    case 'waived':
      return;
  }
};

/**
 * Every value of one fact at which a comparison in these conditions can turn, the other facts being as the context has them.
 * A value that turns nothing may be among them; none that does is left out while `complete` is true.
 */
export const criticalValues = (context: Context, conditions: readonly Condition[], sought: Sought): Critical => {
  const finding: Finding = { sought, numbers: new Set(), words: new Set(), complete: true };
  for (const condition of conditions) visitCondition(finding, context, condition);
  return finding;
};
