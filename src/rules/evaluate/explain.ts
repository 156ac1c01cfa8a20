// Conditions with a full trace: every branch evaluated, both sides of every comparison kept, grades carried upward.
import { stronger, weaker, type Context } from './context.ts';
import { agree, reachableRows, settleDispute, truthOfJudged, truthOfScore, weakEvidence, labelOf } from './decide.ts';
import { evaluate, truthOf } from './expression.ts';
import { because, conjunction, disjunction, negation, whyOf, yes, type Outcome, type Truth } from './outcome.ts';
import type { ComparedValues, ConditionResult, Verdict } from './result.ts';
import { partOf } from './score.ts';
import { showClause, showGap, showOutcome, showScore } from './show.ts';
import { negate, subtract, toDecimal } from '#rules/exact/rational.ts';
import type { ComparisonNode, EachYearNode, Expression } from '#rules/language/syntax.ts';
import type { Condition, FirstCondition, Grade, JunctionCondition, ScoreCondition, TestCondition } from '#rules/packs/rulebook.ts';
import { yearsBack } from './series.ts';

export const verdictOf = (truth: Truth): Verdict =>
  truth.is === 'unknown' ? 'undetermined' : truth.value ? 'eligible' : 'ineligible';

const truthOfResult = (result: ConditionResult): Truth =>
  result.verdict === 'undetermined'
    ? { is: 'unknown', missing: result.missing, reasons: result.reasons }
    : { is: 'boolean', value: result.verdict === 'eligible' };

type Parts = Partial<Pick<ConditionResult, 'text' | 'values' | 'of' | 'score'>>;

const result = (condition: Condition, op: ConditionResult['op'], truth: Truth, evidence: Grade, parts: Parts = {}): ConditionResult => ({
  id: condition.id,
  op,
  verdict: verdictOf(truth),
  text: null,
  values: null,
  clause: showClause(condition.clause),
  evidence,
  missing: truth.is === 'unknown' ? truth.missing : [],
  reasons: truth.is === 'unknown' ? truth.reasons : [],
  ...parts,
});

const leafGrade = (condition: Condition): Grade => condition.clause?.evidence ?? 'primary';

const gapOf = (node: ComparisonNode, left: Outcome, right: Outcome): string | null => {
  if (left.is !== 'number' || right.is !== 'number' || whyOf(left) !== null || whyOf(right) !== null) return null;
  if (node.operator === '=' || node.operator === '≠') return null;
  const difference = subtract(left.low, right.low);
  return showGap(node.operator === '≥' || node.operator === '>' ? difference : negate(difference), node.left.type);
};

const valuesOfYears = (context: Context, node: EachYearNode): ComparedValues | null => {
  const inner = node.of;
  if (inner.kind !== 'comparison') return null;
  const years = yearsBack(context, node.years);
  const left = years.map((year) => `${year}:${showOutcome(evaluate({ ...context, year }, inner.left), inner.left.type) ?? '未知'}`);
  return { left: left.join(' '), right: showOutcome(evaluate(context, inner.right), inner.right.type), gap: null };
};

const valuesOf = (context: Context, test: Expression): ComparedValues | null => {
  switch (test.kind) {
    case 'comparison': {
      const [left, right] = [evaluate(context, test.left), evaluate(context, test.right)];
      return { left: showOutcome(left, test.left.type), right: showOutcome(right, test.right.type), gap: gapOf(test, left, right) };
    }
    case 'membership': {
      const right = test.set.kind === 'named' ? test.set.set.name : test.set.members.join('、');
      return { left: showOutcome(evaluate(context, test.left), test.left.type), right, gap: null };
    }
    case 'contains':
      return { left: showOutcome(evaluate(context, test.left), test.left.type), right: test.member, gap: null };
    case 'each-year':
      return valuesOfYears(context, test);
    case 'fact':
      return { left: showOutcome(evaluate(context, test), test.type), right: '是', gap: null };
    default:
      return null;
  }
};

const explainTest = (context: Context, condition: TestCondition): ConditionResult => {
  const truth = weakEvidence(context, condition) ?? truthOf(context, condition.test);
  return result(condition, 'test', truth, leafGrade(condition), { text: condition.text, values: valuesOf(context, condition.test) });
};

/** The grade of a junction: its weakest decisive child, or its strongest where one child alone decides. */
const junctionGrade = (parts: readonly ConditionResult[], verdict: Verdict, oneDecides: Verdict): Grade => {
  const decisive = parts.filter((part) => part.verdict === verdict).map((part) => part.evidence);
  return decisive.length === 0 ? 'primary' : decisive.reduce(verdict === oneDecides ? stronger : weaker);
};

const explainJunction = (context: Context, condition: JunctionCondition): ConditionResult => {
  const of = condition.of.map((part) => explain(context, part));
  const truths = of.map(truthOfResult);
  const truth = condition.kind === 'all' ? conjunction(truths) : disjunction(truths);
  const grade = junctionGrade(of, verdictOf(truth), condition.kind === 'all' ? 'ineligible' : 'eligible');
  return result(condition, condition.kind, truth, grade, { of });
};

const explainFirst = (context: Context, condition: FirstCondition): ConditionResult => {
  const guarded = condition.rows.map(({ when, then }) => {
    const guard = when === null ? null : explain(context, when);
    return { when: guard === null ? yes : truthOfResult(guard), then: { guard, then } };
  });
  const reachable = reachableRows(guarded);
  const of = reachable.rows.map((row) => {
    const then = explain(context, row.then.then);
    return row.then.guard === null ? then : { ...then, when: row.then.guard };
  });
  const outcome = agree(of.map(truthOfResult), reachable.open);
  const truth: Truth = outcome.is === 'boolean' || outcome.is === 'unknown' ? outcome : yes;
  const [only] = of.length === 1 ? of : [];
  return result(condition, 'first', truth, of.map((row) => row.evidence).reduce(weaker, 'primary'), {
    text: only?.text ?? null,
    values: only?.values ?? null,
    of,
  });
};

const partName = (condition: ScoreCondition): string =>
  condition.part.kind === 'total' ? '总分' : condition.part.name;

const explainScore = (context: Context, condition: ScoreCondition): ConditionResult => {
  const score = context.scoreOf(context, condition.score);
  const part = partOf(score, condition.part);
  const truth = weakEvidence(context, condition) ?? truthOfScore(context, condition);
  const points = part.why === null ? `${toDecimal(part.low)}分` : `${toDecimal(part.low)}–${toDecimal(part.high)}分`;
  const gap = subtract(part.low, condition.atLeast);
  return result(condition, 'score', truth, part.grade, {
    text: `${score.table.name}${partName(condition)} ≥ ${toDecimal(condition.atLeast)}分`,
    values: {
      left: points,
      right: `${toDecimal(condition.atLeast)}分`,
      gap: part.why === null ? `${gap.n < 0n ? '' : '+'}${toDecimal(gap)}分` : null,
    },
    score: showScore(score),
  });
};

const explainWaived = (condition: Extract<Condition, { kind: 'waived' }>): ConditionResult =>
  result(condition, 'waived', yes, leafGrade(condition), { text: textOf(condition.was) });

/** A leaf's text, or the texts of the parts joined: what stands for a condition that is not taken apart. */
export const textOf = (condition: Condition): string => {
  switch (condition.kind) {
    case 'test':
      return condition.text;
    case 'judged':
      return condition.fact.path;
    case 'unpublished':
      return condition.what;
    case 'waived':
      return textOf(condition.was);
    case 'score':
      return `评分达到 ${toDecimal(condition.atLeast)}分`;
    case 'not':
      return `非 ${textOf(condition.of)}`;
    case 'first':
      return condition.rows.map((row) => textOf(row.then)).join(' 或 ');
    case 'all':
    case 'any':
    case 'disputed':
      return condition.of.map(textOf).join(condition.kind === 'any' ? ' 或 ' : ' 且 ');
  }
};

/** A condition's result with its whole trace. */
export const explain = (context: Context, condition: Condition): ConditionResult => {
  if (condition.onlyFor !== null && condition.onlyFor !== context.mode)
    return result(condition, 'not-tested', yes, 'primary', { text: textOf(condition) });
  switch (condition.kind) {
    case 'all':
    case 'any':
      return explainJunction(context, condition);
    case 'not': {
      const of = explain(context, condition.of);
      return result(condition, 'not', negation(truthOfResult(of)), of.evidence, { of: [of] });
    }
    case 'first':
      return explainFirst(context, condition);
    case 'disputed': {
      const of = condition.of.map((part) => explain(context, part));
      const truth = settleDispute(condition, of.map(truthOfResult));
      return result(condition, 'disputed', truth, of.map((part) => part.evidence).reduce(weaker, 'primary'), { of });
    }
    case 'waived':
      return explainWaived(condition);
    case 'unpublished':
      return result(condition, 'unpublished', because('unpublished', labelOf(condition), `${condition.what}未公开`), leafGrade(condition), {
        text: condition.what,
      });
    case 'test':
      return explainTest(context, condition);
    case 'judged': {
      const truth = weakEvidence(context, condition) ?? truthOfJudged(context, condition);
      const left = truth.is === 'unknown' ? null : truth.value ? '是' : '否';
      return result(condition, 'judged', truth, leafGrade(condition), { text: condition.fact.path, values: { left, right: '是', gap: null } });
    }
    case 'score':
      return explainScore(context, condition);
  }
};

/**
 * The ids that make a result ineligible: of the failing leaves or, where a leaf has none, of its nearest ancestor that has one.
 * Empty unless the result is ineligible.
 */
export const failingIds = (traced: ConditionResult, ancestor: string | null = null): readonly string[] => {
  if (traced.verdict !== 'ineligible') return [];
  const id = traced.id ?? ancestor;
  const failing = traced.op === 'not' ? [] : (traced.of ?? []).flatMap((part) => failingIds(part, id));
  return failing.length > 0 ? [...new Set(failing)] : id === null ? [] : [id];
};

