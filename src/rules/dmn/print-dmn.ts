// The rulebook as DMN 1.3: facts are input data, score indicators decision tables, gates and items decisions in FEEL. Printed only.
import { printFeel } from '#rules/language/print-feel.ts';
import { factsOf } from '#rules/language/facts-of.ts';
import type { FactDefinition, ValueType } from '#rules/facts/dictionary.ts';
import { toDecimal } from '#rules/exact/rational.ts';
import type { Condition, Gate, Indicator, Item, Rulebook } from '#rules/packs/rulebook.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** An XML id: every character that may not stand in one becomes its code point. */
const idOf = (text: string): string =>
  `_${[...text].map((char) => (/[A-Za-z0-9.-]/.test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`)).join('')}`;

const typeRefs: Readonly<Record<ValueType['kind'], string>> = {
  money: 'number',
  ratio: 'number',
  number: 'number',
  integer: 'number',
  rank: 'number',
  date: 'date',
  boolean: 'boolean',
  text: 'string',
  duration: 'string',
  choice: 'string',
  ordered: 'string',
  tree: 'string',
  set: 'Any',
  list: 'Any',
};

/** A condition as one FEEL expression. What no text states (未公开, 口径不一) is null: FEEL's unknown. */
const feelOf = (condition: Condition): string => {
  switch (condition.kind) {
    case 'test':
      return printFeel(condition.test);
    case 'all':
    case 'any':
      return condition.of.map((part) => `(${feelOf(part)})`).join(condition.kind === 'all' ? ' and ' : ' or ');
    case 'not':
      return `not(${feelOf(condition.of)})`;
    case 'judged':
      return condition.fact.path;
    case 'score': {
      const part = condition.part.kind === 'total' ? '' : `[part = "${condition.part.name}"]`;
      return `score("${condition.score}")${part} >= ${toDecimal(condition.atLeast)}`;
    }
    case 'first':
      return condition.rows.reduceRight((rest, { when, then }) => {
        if (when === null) return feelOf(then);
        const guard = feelOf(when);
        return `if (${guard}) != null then (if ${guard} then ${feelOf(then)} else ${rest}) else null`;
      }, 'null');
    case 'waived':
      return 'true';
    case 'unpublished':
    case 'disputed':
      return 'null';
  }
};

/** Facts a condition reads, for the decision's requirements. */
const readBy = (condition: Condition): readonly FactDefinition[] => {
  switch (condition.kind) {
    case 'test':
      return factsOf(condition.test);
    case 'judged':
      return [condition.fact];
    case 'all':
    case 'any':
    case 'disputed':
      return condition.of.flatMap(readBy);
    case 'not':
      return readBy(condition.of);
    case 'first':
      return condition.rows.flatMap(({ when, then }) => [...(when === null ? [] : readBy(when)), ...readBy(then)]);
    case 'waived':
    case 'score':
    case 'unpublished':
      return [];
  }
};

const requirements = (facts: readonly FactDefinition[]): string =>
  [...new Set(facts.map((fact) => fact.path))]
    .map((path) => `    <informationRequirement><requiredInput href="#${idOf(path)}"/></informationRequirement>\n`)
    .join('');

const decision = (id: string, name: string, condition: Condition): string =>
  [
    `  <decision id="${idOf(id)}" name="${escape(name)}">`,
    `    <variable name="${escape(id)}" typeRef="boolean"/>`,
    `${requirements(readBy(condition))}    <literalExpression><text>${escape(feelOf(condition))}</text></literalExpression>`,
    '  </decision>',
  ].join('\n');

const table = (indicator: Indicator): string | null => {
  const { rule } = indicator;
  if (rule.kind !== 'bands') return null;
  const sign = rule.better === 'high' ? '>=' : '<=';
  const rows = [
    ...rule.rows.map(({ threshold, points }) => [`${sign} ${printFeel(threshold)}`, toDecimal(points.high)] as const),
    ['-', '0'] as const,
  ].map(
    ([input, output], index) =>
      `      <rule id="${idOf(`${indicator.id}-${index}`)}"><inputEntry><text>${escape(input)}</text></inputEntry><outputEntry><text>${output}</text></outputEntry></rule>`,
  );
  return [
    `  <decision id="${idOf(indicator.id)}" name="${escape(indicator.name)}">`,
    `    <variable name="${escape(indicator.id)}" typeRef="number"/>`,
    `${requirements(factsOf(rule.of))}    <decisionTable hitPolicy="FIRST">`,
    `      <input><inputExpression typeRef="${typeRefs[rule.of.type.kind]}"><text>${escape(printFeel(rule.of))}</text></inputExpression></input>`,
    '      <output typeRef="number"/>',
    ...rows,
    '    </decisionTable>',
    '  </decision>',
  ].join('\n');
};

const inputs = (book: Rulebook): readonly string[] =>
  [...book.dictionary.facts.values()].map(
    (fact) =>
      `  <inputData id="${idOf(fact.path)}" name="${escape(fact.path)}"><variable name="${escape(fact.path)}" typeRef="${fact.yearly ? 'Any' : typeRefs[fact.type.kind]}"/></inputData>`,
  );

const gateDecision = (gate: Gate): string => decision(gate.id, gate.name, gate.require);

const itemDecisions = (item: Item): readonly string[] =>
  item.versions.flatMap((version, index) => {
    const parts = [version.applies, version.eligible].filter((part) => part !== null);
    const [first] = parts;
    if (first === undefined) return [];
    const condition: Condition = { kind: 'all', id: null, clause: null, onlyFor: null, place: version.place, of: parts };
    const from = version.term.from ?? 'unknown';
    return [decision(`${item.id}@${index}`, `${item.name} (${from})`, condition)];
  });

/**
 * The whole rulebook as one DMN 1.3 document.
 *
 * FEEL's three-valued and/or carry unknown as null. Amounts, stacking and overlays are not printed: DMN has no exact money.
 */
export const printDmn = (book: Rulebook): string => {
  const tables = [...book.scores.values()].flatMap((score) => score.indicators.map(table).filter((each) => each !== null));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="tihang" name="Tihang" namespace="urn:tihang:${escape(book.hash)}">`,
    ...inputs(book),
    ...tables,
    ...[...book.gates.values()].map(gateDecision),
    ...[...book.items.values()].flatMap(itemDecisions),
    '</definitions>',
  ].join('\n');
};
