// The rulebook as DMN 1.3: facts are input data, score indicators decision tables, gates and items decisions in FEEL. Printed only.
import { feelOf, feelOfIndicator, feelOfPoints, variableOf } from './feel.ts';
import { filingDate, lastYear, requiredBy, requiredByRule, scoreKey, type Requirements } from './requirements.ts';
import { decides } from '#rules/evaluate/context.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import { toDecimal, type Rational } from '#rules/exact/rational.ts';
import { printFeel } from '#rules/language/print-feel.ts';
import type { Condition, Gate, Indicator, Item, Mode, Rulebook, ScoreTable } from '#rules/packs/rulebook.ts';

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
  // 无 is the text "无".
  rank: 'Any',
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

const requirements = ({ inputs, decisions }: Requirements): string =>
  [
    ...inputs.map((name) => `<requiredInput href="#${idOf(name)}"/>`),
    ...decisions.map((key) => `<requiredDecision href="#${idOf(key)}"/>`),
  ]
    .map((required) => `    <informationRequirement>${required}</informationRequirement>\n`)
    .join('');

type Decision = {
  readonly key: string;
  readonly name: string;
  readonly variable: string;
  readonly typeRef: 'boolean' | 'number';
  readonly reads: Requirements;
};

const decision = ({ key, name, variable, typeRef, reads }: Decision, logic: string): string =>
  [
    `  <decision id="${idOf(key)}" name="${escape(name)}">`,
    `    <variable name="${escape(variable)}" typeRef="${typeRef}"/>`,
    `${requirements(reads)}${logic}`,
    '  </decision>',
  ].join('\n');

const literal = (feel: string): string => `    <literalExpression><text>${escape(feel)}</text></literalExpression>`;

type Bands = Extract<Indicator['rule'], { kind: 'bands' }>;

const tableOf = (key: string, rule: Bands): string => {
  const sign = rule.better === 'high' ? '>=' : '<=';
  const rows = [
    // An unknown value gives unknown points, not none.
    ['null', 'null'] as const,
    ...rule.rows.map(({ threshold, points }) => [`${sign} ${printFeel(threshold)}`, feelOfPoints(points)] as const),
    ['-', '0'] as const,
  ].map(
    ([input, output], index) =>
      `      <rule id="${idOf(`${key}#${index}`)}"><inputEntry><text>${escape(input)}</text></inputEntry><outputEntry><text>${output}</text></outputEntry></rule>`,
  );
  return [
    '    <decisionTable hitPolicy="FIRST">',
    `      <input><inputExpression typeRef="${typeRefs[rule.of.type.kind]}"><text>${escape(printFeel(rule.of))}</text></inputExpression></input>`,
    '      <output typeRef="number"/>',
    ...rows,
    '    </decisionTable>',
  ].join('\n');
};

/** A table's unary tests know no order of choices, and would take the root of compound growth. */
const isTabular = ({ of }: Bands): boolean =>
  of.type.kind !== 'ordered' && !(of.kind === 'growth' && of.word === '复合增长率');

const indicatorDecision = (book: Rulebook, table: ScoreTable, indicator: Indicator): string => {
  const key = scoreKey(table.id, indicator.id);
  const { rule, clause } = indicator;
  const head: Decision = {
    key,
    name: indicator.name,
    variable: variableOf(table.id, indicator.id),
    typeRef: 'number',
    reads: requiredByRule(book, rule),
  };
  const mayDecide = clause === null || decides(clause.evidence, 'seed');
  return decision(
    head,
    rule.kind === 'bands' && mayDecide && isTabular(rule) ? tableOf(key, rule) : literal(feelOfIndicator(indicator)),
  );
};

/** @param of  indicators, and blocks that are cut off at a mark of their own */
const sumDecision = (table: ScoreTable, part: string | null, of: readonly string[], max: Rational | null): string => {
  const keys = of.map((id) => scoreKey(table.id, id));
  const head: Decision = {
    key: scoreKey(table.id, part),
    name: part === null ? table.name : `${table.name}·${part}`,
    variable: part === null ? variableOf(table.id) : variableOf(table.id, part),
    typeRef: 'number',
    reads: { inputs: [], decisions: keys },
  };
  // Added up with +, one unknown leaves the sum unknown; sum() would pass over it, and so might min().
  const sum = of.map((id) => variableOf(table.id, id)).join(' + ');
  return decision(
    head,
    literal(max === null ? sum : `if (${sum}) = null then null else min(${toDecimal(max, 12)}, ${sum})`),
  );
};

/** What a table's total adds up: indicators as they are, and the blocks that are cut off. */
const totalParts = ({ blocks, indicators }: ScoreTable): readonly string[] => {
  const cut = [...blocks].filter(([, { max }]) => max !== null);
  const inside = new Set(cut.flatMap(([, { of }]) => of));
  return [...indicators.map(({ id }) => id).filter((id) => !inside.has(id)), ...cut.map(([name]) => name)];
};

const scoreDecisions = (book: Rulebook, table: ScoreTable): readonly string[] => [
  ...table.indicators.map((indicator) => indicatorDecision(book, table, indicator)),
  ...[...table.blocks].map(([name, { of, max }]) => sumDecision(table, name, of, max)),
  sumDecision(table, null, totalParts(table), null),
];

const modes = { new: '新认定', review: '复核' } as const satisfies Record<Mode, string>;

/** One decision for each mode that the gate has. */
const gateDecisions = (book: Rulebook, gate: Gate): readonly string[] =>
  (['new', 'review'] as const)
    .filter((mode) => gate.terms[mode] !== null)
    .map((mode) => {
      const key = `${gate.id}@${mode}`;
      const head: Decision = {
        key,
        name: `${gate.name}（${modes[mode]}）`,
        variable: variableOf(key),
        typeRef: 'boolean',
        reads: requiredBy(book, gate.require),
      };
      return decision(head, literal(feelOf(gate.require, mode)));
    });

/** One decision for each version; a version that asks for nothing is true. */
const itemDecisions = (book: Rulebook, item: Item): readonly string[] =>
  item.versions.map((version, index) => {
    const of = [version.applies, version.eligible].filter((part) => part !== null);
    const condition: Condition = { kind: 'all', id: null, clause: null, onlyFor: null, place: version.place, of };
    const key = `${item.id}@${index}`;
    const head: Decision = {
      key,
      name: `${item.name}（${version.term.from === null ? '施行日待核' : `${version.term.from} 起`}）`,
      variable: variableOf(key),
      typeRef: 'boolean',
      reads: requiredBy(book, condition),
    };
    return decision(head, literal(of.length === 0 ? 'true' : feelOf(condition, 'new')));
  });

const input = (name: string, typeRef: string): string =>
  `  <inputData id="${idOf(name)}" name="${escape(name)}"><variable name="${escape(name)}" typeRef="${typeRef}"/></inputData>`;

const inputs = ({ dictionary }: Rulebook): readonly string[] => [
  input(filingDate, 'date'),
  input(lastYear, 'number'),
  ...[...dictionary.facts.values()].map((fact) =>
    input(fact.path, fact.yearly || fact.none ? 'Any' : typeRefs[fact.type.kind]),
  ),
  ...[...dictionary.parameters.values()].map((parameter) => input(parameter.name, typeRefs[parameter.type.kind])),
];

/**
 * The whole rulebook as one DMN 1.3 document.
 *
 * FEEL's three-valued and/or carry unknown as null; `if` and tables pass it on. Derived facts and dated parameters are inputs,
 * to be given. Amounts, stacking and overlays are not printed: DMN has no exact money and no dates of rules.
 */
export const printDmn = (book: Rulebook): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="tihang" name="Tihang" namespace="urn:tihang:${escape(book.hash)}">`,
    ...inputs(book),
    ...[...book.scores.values()].flatMap((table) => scoreDecisions(book, table)),
    ...[...book.gates.values()].flatMap((gate) => gateDecisions(book, gate)),
    ...[...book.items.values()].flatMap((item) => itemDecisions(book, item)),
    '</definitions>',
  ].join('\n');
