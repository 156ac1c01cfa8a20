// What a decision reads: facts, dated parameters, the filing date, the last accounting year, and other decisions.
import { childrenOf } from '#rules/language/children.ts';
import { factsOf } from '#rules/language/facts-of.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Condition, IndicatorRule, Rulebook } from '#rules/packs/rulebook.ts';

/** Inputs by name, decisions by their key. */
export type Requirements = { readonly inputs: readonly string[]; readonly decisions: readonly string[] };

/** Names that FEEL texts use besides facts and parameters. */
export const filingDate = '申报日';
export const lastYear = 'Y';

const none: Requirements = { inputs: [], decisions: [] };

const join = (parts: readonly Requirements[]): Requirements => ({
  inputs: [...new Set(parts.flatMap(({ inputs }) => inputs))],
  decisions: [...new Set(parts.flatMap(({ decisions }) => decisions))],
});

/** Names in the expression itself; what derived facts are computed from is not printed and not required. */
const wordsIn = (e: Expression): readonly string[] => {
  const below = childrenOf(e).flatMap(wordsIn);
  switch (e.kind) {
    case 'parameter':
      return [e.parameter.name];
    case 'filing-date':
    case 'aged':
    case 'holds':
      return [filingDate, ...below];
    case 'year':
    case 'window':
    case 'growth':
    case 'each-year':
    case 'since-founded':
      return [lastYear, ...below];
    default:
      return below;
  }
};

const ofExpression = (book: Rulebook, e: Expression): Requirements =>
  join([{ inputs: [...factsOf(e, book.dictionary).map((fact) => fact.path), ...wordsIn(e)], decisions: [] }]);

/** The key of a score table's decision, of one of its blocks or of one of its indicators. */
export const scoreKey = (table: string, part: string | null = null): string =>
  part === null ? table : `${table}#${part}`;

/** What a condition reads. */
export const requiredBy = (book: Rulebook, condition: Condition | null): Requirements => {
  if (condition === null) return none;
  switch (condition.kind) {
    case 'test':
      return ofExpression(book, condition.test);
    case 'judged':
      return { inputs: [condition.fact.path], decisions: [] };
    case 'score':
      return {
        inputs: [],
        decisions: [scoreKey(condition.score, condition.part.kind === 'total' ? null : condition.part.name)],
      };
    case 'all':
    case 'any':
    case 'disputed':
      return join(condition.of.map((part) => requiredBy(book, part)));
    case 'not':
      return requiredBy(book, condition.of);
    case 'first':
      return join(condition.rows.flatMap(({ when, then }) => [requiredBy(book, when), requiredBy(book, then)]));
    case 'waived':
    case 'unpublished':
      return none;
  }
};

/** What an indicator's rule reads. */
export const requiredByRule = (book: Rulebook, rule: IndicatorRule): Requirements => {
  switch (rule.kind) {
    case 'bands':
    case 'per':
      return ofExpression(book, rule.of);
    case 'count':
      return join(rule.of.map((condition) => requiredBy(book, condition)));
    case 'first':
      return join(rule.rows.map(({ when }) => requiredBy(book, when)));
    case 'best':
      return join(rule.of.map((part) => requiredByRule(book, part)));
    case 'judged':
      return { inputs: [rule.fact.path], decisions: [] };
    case 'unknown':
      return none;
  }
};
