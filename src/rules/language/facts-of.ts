// Which facts an expression reads, derived facts followed to what they are computed from.
import { childrenOf } from './children.ts';
import type { Expression } from './syntax.ts';
import { subjectNames, type Derivation, type Dictionary, type FactDefinition } from '#rules/facts/dictionary.ts';
import type { Condition } from '#rules/packs/rulebook.ts';

type Reading = { readonly dictionary: Dictionary | null; readonly facts: Set<FactDefinition> };

const addFact = (reading: Reading, fact: FactDefinition | undefined): void => {
  if (!fact || reading.facts.has(fact)) return;
  reading.facts.add(fact);
  if (fact.derived) addDerivation(reading, fact.derived);
};

const addDerivation = (reading: Reading, derivation: Derivation): void => {
  if (derivation.kind === 'expression') return addExpression(reading, derivation.expression);
  for (const row of derivation.rows) {
    if (row.when) addCondition(reading, row.when);
    addExpression(reading, row.value);
  }
};

const addCondition = (reading: Reading, condition: Condition): void => {
  switch (condition.kind) {
    case 'test':
      return addExpression(reading, condition.test);
    case 'all':
    case 'any':
    case 'disputed':
      return condition.of.forEach((part) => addCondition(reading, part));
    case 'not':
      return addCondition(reading, condition.of);
    case 'first':
      return condition.rows.forEach(({ when, then }) => {
        if (when) addCondition(reading, when);
        addCondition(reading, then);
      });
    case 'judged':
      return addFact(reading, condition.fact);
    default:
      // What is not published reads nothing; the facts of a score are those of its indicators.
      return undefined;
  }
};

const addRows = (reading: Reading, e: Extract<Expression, { kind: 'aggregate' }>): void => {
  if (e.rows.kind === 'fact') return addFact(reading, e.rows.fact);
  if (e.field !== null) addFact(reading, reading.dictionary?.facts.get(`${subjectNames[e.rows.subject]}.${e.field}`));
  const { subject } = e.rows;
  const visit = (part: Expression): void => {
    if (part.kind === 'field')
      addFact(reading, reading.dictionary?.facts.get(`${subjectNames[subject]}.${part.field}`));
    childrenOf(part).forEach(visit);
  };
  if (e.where) visit(e.where);
};

const addExpression = (reading: Reading, e: Expression): void => {
  if ('fact' in e) addFact(reading, e.fact);
  if (e.kind === 'holds') addFact(reading, reading.dictionary?.facts.get('称号'));
  if (e.kind === 'since-founded') addFact(reading, reading.dictionary?.facts.get('注册日期'));
  if (e.kind === 'aggregate') addRows(reading, e);
  for (const child of childrenOf(e)) addExpression(reading, child);
};

/**
 * The facts that an expression reads, in the order met: a derived fact, then what it is computed from.
 *
 * @param dictionary  when given, also the columns of subject lists (专利.类别), the titles behind 持有 and the founding date
 *                    behind 自成立近三年合计, which the tree names only by word
 */
export const factsOf = (e: Expression, dictionary: Dictionary | null = null): readonly FactDefinition[] => {
  const reading: Reading = { dictionary, facts: new Set() };
  addExpression(reading, e);
  return [...reading.facts];
};
