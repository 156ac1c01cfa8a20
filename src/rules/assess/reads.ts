// What a condition reads: facts, series with the years counted back from the last complete one, and whether time alone can turn it.
import type { FactDefinition, SubjectKind } from '#rules/facts/dictionary.ts';
import { childrenOf } from '#rules/language/children.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Condition, Indicator, IndicatorRule, Rulebook, ScoreCondition } from '#rules/packs/rulebook.ts';

/** `back`: 0 for 上年, 1 for the year before, −1 for 本年; null for a fact that is not a series. */
type Read = { readonly fact: FactDefinition; readonly back: number | null };

export type Reads = {
  readonly facts: readonly Read[];
  /** True when the filing date, a title's term or a dated parameter takes part. */
  readonly dated: boolean;
  /** Kinds of subjects that are read as a list (数量(专利 …)). */
  readonly lists: readonly SubjectKind[];
};

type Reading = {
  readonly book: Rulebook;
  readonly facts: Map<string, Read>;
  readonly lists: Set<SubjectKind>;
  dated: boolean;
};

const addFact = (reading: Reading, fact: FactDefinition, back: number | null): void => {
  const key = `${fact.path}@${back ?? ''}`;
  if (reading.facts.has(key)) return;
  reading.facts.set(key, { fact, back });
  if (fact.derived === null) return;
  if (fact.derived.kind === 'expression') {
    addExpression(reading, fact.derived.expression, back);
    return;
  }
  for (const { when, value } of fact.derived.rows) {
    if (when !== null) addCondition(reading, when, back);
    addExpression(reading, value, back);
  }
};

const addYears = (reading: Reading, fact: FactDefinition, count: number): void => {
  for (let back = 0; back < count; back++) addFact(reading, fact, back);
};

/** @param back  the year at hand inside 每年, 任一年 and derivations of series */
const addExpression = (reading: Reading, e: Expression, back: number | null): void => {
  switch (e.kind) {
    case 'fact':
      return addFact(reading, e.fact, e.fact.yearly ? (back ?? 0) : null);
    case 'year':
      return addFact(reading, e.fact, e.back);
    case 'window':
    case 'since-founded':
      return addYears(reading, e.fact, e.years);
    case 'growth':
      return addYears(reading, e.fact, e.years + 1);
    case 'each-year':
      for (let each = 0; each < e.years; each++) addExpression(reading, e.of, each);
      return undefined;
    case 'aggregate':
      if (e.rows.kind === 'fact') addFact(reading, e.rows.fact, null);
      else reading.lists.add(e.rows.subject);
      break;
    case 'filing-date':
    case 'aged':
    case 'holds':
    case 'parameter':
      reading.dated = true;
      break;
    default:
      break;
  }
  for (const part of childrenOf(e)) addExpression(reading, part, back);
};

/** The indicators that a score condition adds up. */
export const indicatorsOf = (book: Rulebook, condition: ScoreCondition): readonly Indicator[] => {
  const table = book.scores.get(condition.score);
  if (table === undefined) return [];
  if (condition.part.kind === 'total') return table.indicators;
  const ids = condition.part.kind === 'block' ? table.blocks.get(condition.part.name)?.of : [condition.part.name];
  return table.indicators.filter(({ id }) => ids?.includes(id));
};

const addRule = (reading: Reading, rule: IndicatorRule): void => {
  switch (rule.kind) {
    case 'bands':
      addExpression(reading, rule.of, null);
      for (const row of rule.rows) addExpression(reading, row.threshold, null);
      return;
    case 'per':
      addExpression(reading, rule.of, null);
      addExpression(reading, rule.step, null);
      return;
    case 'count':
      for (const part of rule.of) addCondition(reading, part, null);
      return;
    case 'first':
      for (const { when } of rule.rows) if (when !== null) addCondition(reading, when, null);
      return;
    case 'best':
      for (const part of rule.of) addRule(reading, part);
      return;
    case 'judged':
      addFact(reading, rule.fact, null);
      return;
    case 'unknown':
      return;
  }
};

const addCondition = (reading: Reading, condition: Condition, back: number | null): void => {
  switch (condition.kind) {
    case 'test':
      return addExpression(reading, condition.test, back);
    case 'all':
    case 'any':
    case 'disputed':
      for (const part of condition.of) addCondition(reading, part, back);
      return undefined;
    case 'not':
      return addCondition(reading, condition.of, back);
    case 'first':
      for (const { when, then } of condition.rows) {
        if (when !== null) addCondition(reading, when, back);
        addCondition(reading, then, back);
      }
      return undefined;
    case 'judged':
      return addFact(reading, condition.fact, null);
    case 'score':
      for (const { rule } of indicatorsOf(reading.book, condition)) addRule(reading, rule);
      return undefined;
    case 'unpublished':
    case 'waived':
      return undefined;
  }
};

const begun = (book: Rulebook): Reading => ({ book, facts: new Map(), lists: new Set(), dated: false });

const ended = ({ facts, dated, lists }: Reading): Reads => ({ facts: [...facts.values()], dated, lists: [...lists] });

// Conditions are compiled once and read for every firm: what they read is worked out once per rulebook.
const remembered = new WeakMap<Rulebook, WeakMap<object, Reads>>();

const remember = (book: Rulebook, of: object, read: (reading: Reading) => void): Reads => {
  const known = remembered.get(book) ?? new WeakMap<object, Reads>();
  remembered.set(book, known);
  const before = known.get(of);
  if (before) return before;
  const reading = begun(book);
  read(reading);
  const reads = ended(reading);
  known.set(of, reads);
  return reads;
};

/** What a condition reads, derived facts followed to what they are computed from, scores to their indicators. */
export const readsOf = (book: Rulebook, condition: Condition): Reads =>
  remember(book, condition, (reading) => addCondition(reading, condition, null));

/** What one indicator of a score table reads. */
export const readsOfIndicator = (book: Rulebook, indicator: Indicator): Reads =>
  remember(book, indicator, (reading) => addRule(reading, indicator.rule));
