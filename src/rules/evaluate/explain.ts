// Conditions with a full trace: every branch evaluated, both sides of every comparison kept, grades carried upward.
import { onFooting, stronger, weaker, type Context } from './context.ts';
import { compareOutcomes } from './compare.ts';
import { comparedValues, leafValues } from './compared.ts';
import { labelOf, textOf } from './condition-text.ts';
import {
  agree,
  reachableRows,
  settleDispute,
  truthOfJudged,
  truthOfScore,
  truthOfWaived,
  weakEvidence,
} from './decide.ts';
import { asTruth, comparedType, evaluate, truthOf } from './expression.ts';
import { because, conjunction, disjunction, negation, yes, type Truth } from './outcome.ts';
import type { ConditionResult, Verdict } from './result.ts';
import { partOf } from './score.ts';
import { showClause, showScore } from './show.ts';
import { subtract, toDecimal, type Rational } from '#rules/exact/rational.ts';
import type {
  Condition,
  FirstCondition,
  Grade,
  JunctionCondition,
  ScoreCondition,
  TestCondition,
  WaivedCondition,
} from '#rules/packs/rulebook.ts';

export { textOf } from './condition-text.ts';

export const verdictOf = (truth: Truth): Verdict =>
  truth.is === 'unknown' ? 'undetermined' : truth.value ? 'eligible' : 'ineligible';

/** A traced result as a truth again. */
export const truthOfResult = (result: ConditionResult): Truth =>
  result.verdict === 'undetermined'
    ? { is: 'unknown', missing: result.missing, reasons: result.reasons }
    : { is: 'boolean', value: result.verdict === 'eligible' };

type Parts = Partial<Pick<ConditionResult, 'text' | 'values' | 'of' | 'score'>>;

const result = (
  condition: Condition,
  op: ConditionResult['op'],
  truth: Truth,
  evidence: Grade,
  parts: Parts = {},
): ConditionResult => ({
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

/** A comparison's sides are worked out once, for the verdict and for the trace. */
const explainTest = (context: Context, condition: TestCondition): ConditionResult => {
  const { test, text } = condition;
  const weak = weakEvidence(context, condition);
  if (test.kind !== 'comparison') {
    const { value: truth, grade } = onFooting(context, (own) => truthOf(own, test));
    return result(condition, 'test', weak ?? truth, weaker(leafGrade(condition), grade), {
      text,
      values: leafValues(context, test),
    });
  }
  const sides = onFooting(context, (own) => [evaluate(own, test.left), evaluate(own, test.right)] as const);
  const [left, right] = sides.value;
  const truth = weak ?? compareOutcomes(test.operator, left, right, comparedType(test.left, test.right));
  return result(condition, 'test', truth, weaker(leafGrade(condition), sides.grade), {
    text,
    values: comparedValues(context, test, left, right),
  });
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

/**
 * The grade of a table: the weakest of what the answer rests on — the guards that were decided, up to the certain one, and the
 * rows still reachable. A guard is null where a row has none.
 */
export const gradeOfFirst = (guards: readonly (ConditionResult | null)[], rows: readonly Grade[]): Grade => {
  const certain = guards.findIndex((guard) => guard === null || guard.verdict === 'eligible');
  const decided = guards
    .slice(0, certain + 1)
    .flatMap((guard) => (guard === null || guard.verdict === 'undetermined' ? [] : [guard.evidence]));
  return [...decided, ...rows].reduce(weaker, 'primary');
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
  const truth = asTruth(agree(of.map(truthOfResult), reachable.open));
  const [only] = of.length === 1 ? of : [];
  return result(
    condition,
    'first',
    truth,
    gradeOfFirst(
      guarded.map((row) => row.then.guard),
      of.map((row) => row.evidence),
    ),
    {
      text: only?.text ?? null,
      values: only?.values ?? null,
      of,
    },
  );
};

const partName = (condition: ScoreCondition): string =>
  condition.part.kind === 'total' ? '总分' : condition.part.name;

/** Standing on the mark is enough for ≥, and nothing to measure for >. */
const gapOf = (gap: Rational, strict: boolean): string | null =>
  strict && gap.n === 0n ? null : `${gap.n < 0n ? '' : '+'}${toDecimal(gap)}分`;

const explainScore = (context: Context, condition: ScoreCondition): ConditionResult => {
  const score = context.scoreOf(context, condition.score);
  const part = partOf(score, condition.part);
  const truth = weakEvidence(context, condition) ?? truthOfScore(context, condition);
  const points = part.why === null ? `${toDecimal(part.low)}分` : `${toDecimal(part.low)}–${toDecimal(part.high)}分`;
  const { mark, strict } = condition;
  return result(condition, 'score', truth, weaker(part.grade, leafGrade(condition)), {
    text: `${score.table.name}${partName(condition)} ${strict ? '>' : '≥'} ${toDecimal(mark)}分`,
    values: {
      left: points,
      right: `${toDecimal(mark)}分`,
      gap: part.why === null ? gapOf(subtract(part.low, mark), strict) : null,
    },
    score: showScore(score),
  });
};

const explainWaived = (context: Context, condition: WaivedCondition): ConditionResult => {
  const truth = truthOfWaived(context, condition, () => context.decide(context, condition.was));
  return result(condition, 'waived', truth, leafGrade(condition), { text: textOf(condition.was) });
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
      return explainWaived(context, condition);
    case 'unpublished':
      return result(
        condition,
        'unpublished',
        because('unpublished', labelOf(condition), `${condition.what}未公开`),
        leafGrade(condition),
        {
          text: condition.what,
        },
      );
    case 'test':
      return explainTest(context, condition);
    case 'judged': {
      const truth = weakEvidence(context, condition) ?? truthOfJudged(context, condition);
      const left = truth.is === 'unknown' ? null : truth.value ? '是' : '否';
      return result(condition, 'judged', truth, leafGrade(condition), {
        text: condition.fact.path,
        values: { left, right: '是', gap: null },
      });
    }
    case 'score':
      return explainScore(context, condition);
  }
};

const oppositeOf = { eligible: 'ineligible', ineligible: 'eligible', undetermined: 'undetermined' } as const;

/** The ids of the leaves that give this verdict or, where a leaf has none, of its nearest ancestor that has one. */
const idsBehind = (traced: ConditionResult, verdict: Verdict, ancestor: string | null): readonly string[] => {
  if (traced.verdict !== verdict) return [];
  const id = traced.id ?? ancestor;
  // What must not be fails because it holds. Where the denial has an id of its own, that one says it.
  const below = traced.op === 'not' ? oppositeOf[verdict] : verdict;
  const parts = traced.op === 'not' && traced.id !== null ? [] : (traced.of ?? []);
  const found = parts.flatMap((part) => idsBehind(part, below, id));
  return found.length > 0 ? [...new Set(found)] : id === null ? [] : [id];
};

/**
 * The ids that make a result ineligible: of the failing leaves or, where a leaf has none, of its nearest ancestor that has one.
 * Empty unless the result is ineligible.
 */
export const failingIds = (traced: ConditionResult): readonly string[] => idsBehind(traced, 'ineligible', null);
