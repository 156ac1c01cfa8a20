// Conditions without a trace: the verdict, what is missing and why. The traced evaluation must agree with it.
import { labelOf } from './condition-text.ts';
import { decides, valueOfFact, type Context } from './context.ts';
import { asTruth, evaluate, truthOf } from './expression.ts';
import {
  because,
  conjunction,
  disjunction,
  negation,
  sameOutcome,
  unknownFrom,
  whyOf,
  yes,
  type Outcome,
  type Truth,
  type Unknown,
  type Why,
} from './outcome.ts';
import { evaluateScore, partOf, reaches } from './score.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type {
  Clause,
  Condition,
  DisputedCondition,
  JudgedCondition,
  ScoreCondition,
  WaivedCondition,
} from '#rules/packs/rulebook.ts';

const weakClause = (context: Context, clause: Clause | null, at: () => string): Unknown | null =>
  clause === null || decides(clause.evidence, context.accept)
    ? null
    : because('evidence', at(), `依据等级不足：${clause.document.title}的这一条尚未核实，不参与判定`);

/** Unknown when the clause's grade is too weak to decide; null when it may decide. */
export const weakEvidence = (context: Context, condition: Condition): Unknown | null =>
  weakClause(context, condition.clause, () => labelOf(condition));

export const truthOfJudged = (context: Context, condition: JudgedCondition): Truth =>
  asTruth(valueOfFact(context, condition.fact));

/** What is waived counts as true. A notice that is itself too weak to decide leaves open what it waives, unless that holds anyway. */
export const truthOfWaived = (context: Context, condition: WaivedCondition, was: () => Truth): Truth => {
  const weak = weakEvidence(context, condition);
  return weak === null ? yes : disjunction([weak, was()]);
};

export const truthOfScore = (context: Context, condition: ScoreCondition): Truth =>
  reaches(partOf(context.scoreOf(context, condition.score), condition.part), condition);

/** All true is true, none true is false; a true beside a false is 口径不一, and no fact can settle it. */
export const settleDispute = (condition: DisputedCondition, parts: readonly Truth[]): Truth => {
  const held = parts.some((part) => part.is === 'boolean' && part.value);
  const failed = parts.some((part) => part.is === 'boolean' && !part.value);
  if (held && failed) return because('disputed', labelOf(condition), '口径不一：不同来源的说法给出不同结论');
  return held ? conjunction(parts) : disjunction(parts);
};

export type Guarded<T> = { readonly when: Truth; readonly then: T };

/** Rows that may still be the first true one: the open ones up to the first certain one. */
export const reachableRows = <T>(
  rows: readonly Guarded<T>[],
): { readonly rows: readonly Guarded<T>[]; readonly open: readonly Why[] } => {
  const reachable: Guarded<T>[] = [];
  const open: Why[] = [];
  for (const row of rows) {
    if (row.when.is === 'boolean' && !row.when.value) continue;
    reachable.push(row);
    if (row.when.is === 'boolean') break;
    open.push(row.when);
  }
  return { rows: reachable, open };
};

/** One outcome if all that can still be reached agree; else unknown, with the open guards and open outcomes. */
export const agree = (reachable: readonly Outcome[], open: readonly Why[]): Outcome => {
  const [first] = reachable;
  if (first === undefined) return unknownFrom(open);
  if (open.length === 0 || reachable.every((each) => sameOutcome(each, first))) return first;
  return unknownFrom([...open, ...reachable.map(whyOf).filter((why) => why !== null)]);
};

/** The verdict of a condition, untraced. */
export const decide = (context: Context, condition: Condition): Truth => {
  if (condition.onlyFor !== null && condition.onlyFor !== context.mode) return yes;
  switch (condition.kind) {
    case 'all':
      return conjunction(condition.of.map((part) => decide(context, part)));
    case 'any':
      return disjunction(condition.of.map((part) => decide(context, part)));
    case 'not':
      return negation(decide(context, condition.of));
    case 'disputed':
      return settleDispute(
        condition,
        condition.of.map((part) => decide(context, part)),
      );
    case 'waived':
      return truthOfWaived(context, condition, () => decide(context, condition.was));
    case 'first': {
      const rows = condition.rows.map(({ when, then }) => ({
        when: when === null ? yes : decide(context, when),
        then,
      }));
      const reachable = reachableRows(rows);
      return asTruth(
        agree(
          reachable.rows.map((row) => decide(context, row.then)),
          reachable.open,
        ),
      );
    }
    case 'unpublished':
      return because('unpublished', labelOf(condition), `${condition.what}未公开`);
    case 'test':
      return weakEvidence(context, condition) ?? truthOf(context, condition.test);
    case 'judged':
      return weakEvidence(context, condition) ?? truthOfJudged(context, condition);
    case 'score':
      return weakEvidence(context, condition) ?? truthOfScore(context, condition);
  }
};

/** A derived fact: its expression, or the first row of its table whose guard is true. */
export const derive = (context: Context, fact: FactDefinition): Outcome => {
  if (fact.derived === null) throw new Error(`${fact.path} is not derived`);
  const valueOf = (value: Expression, clause: Clause | null): Outcome =>
    weakClause(context, clause, () => fact.path) ?? evaluate(context, value);
  if (fact.derived.kind === 'expression') return valueOf(fact.derived.expression, fact.derived.clause);
  const rows = fact.derived.rows.map((row) => ({
    when: row.when === null ? yes : decide(context, row.when),
    then: row,
  }));
  const reachable = reachableRows(rows);
  return agree(
    reachable.rows.map(({ then }) => valueOf(then.value, then.clause)),
    reachable.open,
  );
};

export const scoreOf = (context: Context, id: string) => {
  const table = context.book.scores.get(id);
  if (!table) throw new Error(`the checker let the unknown score table ${id} pass`);
  return evaluateScore(context, table);
};
