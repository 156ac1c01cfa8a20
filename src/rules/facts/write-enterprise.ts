// An enterprise as the canonical YAML of an enterprise file: what is read back is the same firm, to the fen.
import { subjectKinds, subjectLists, type Dictionary, type FactDefinition } from './dictionary.ts';
import type { Enterprise, Facts, Received, Row, Source, Subject, Value } from './enterprise.ts';
import { formatFen, formatValue } from './format.ts';
import type { ValueType } from './dictionary.ts';

/** Text that YAML would take for something else is quoted; so is all that has a mark of its syntax. */
const plain = /^[\p{L}\p{Nl}][\p{L}\p{Nl}\p{N}_./-]*$/u;
const reserved = new Set(['null', 'Null', 'NULL', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE', '无']);

const quoted = (text: string): string => (plain.test(text) && !reserved.has(text) ? text : JSON.stringify(text));

const flow = (entries: readonly (readonly [string, string])[]): string =>
  entries.length === 0 ? '{}' : `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;

const list = (items: readonly string[]): string => (items.length === 0 ? '[]' : `[ ${items.join(', ')} ]`);

const writeRow = (row: Row, fields: ReadonlyMap<string, ValueType>): string =>
  flow(
    [...fields].flatMap(([name, type]) => {
      const value = row.get(name);
      return value === undefined ? [] : [[name, writeValue(value, type)] as const];
    }),
  );

/** Grouped figures hold commas, which flow YAML reads as separators: they are written without. */
const ungrouped = (text: string): string => text.replaceAll(',', '');

const writeValue = (value: Value, type: ValueType): string => {
  switch (value.is) {
    case 'rows':
      return list(value.value.map((row) => writeRow(row, type.kind === 'list' ? type.fields : new Map())));
    case 'set':
      return list(value.value.map(quoted));
    case 'text':
      return quoted(value.value);
    case 'none':
      return '无';
    case 'number':
      return type.kind === 'money' ? ungrouped(formatFen(value.value)) : ungrouped(formatValue(value, type));
    case 'boolean':
    case 'date':
      return formatValue(value, type);
  }
};

const writeFact = (facts: Facts, fact: FactDefinition): readonly (readonly [string, string])[] => {
  if (!fact.yearly) {
    const value = facts.single.get(fact.path);
    return value === undefined ? [] : [[fact.name, writeValue(value, fact.type)]];
  }
  const years = [...(facts.yearly.get(fact.path) ?? [])].toSorted(([a], [b]) => a - b);
  return years.length === 0
    ? []
    : [[fact.name, flow(years.map(([year, value]) => [`${year}`, writeValue(value, fact.type)]))]];
};

const entriesOf = (facts: Facts, definitions: readonly FactDefinition[]): readonly (readonly [string, string])[] =>
  definitions.flatMap((fact) => writeFact(facts, fact));

const writeSubject = (subject: Subject, definitions: readonly FactDefinition[]): string =>
  `  - { name: ${quoted(subject.name)}, facts: ${flow(entriesOf(subject.facts, definitions))} }`;

const writeReceived = ({ item, date, amount, subject }: Received): string =>
  `  - ${flow([
    ['item', quoted(item)],
    ['date', date],
    ['amount', ungrouped(formatFen(amount))],
    ...(subject === null ? [] : [['subject', quoted(subject)] as const]),
  ])}`;

const writeSource = ({ fact, year, from, note }: Source): string =>
  `  - ${flow([
    ['fact', quoted(year === null ? fact : `${fact}@${year}`)],
    ['from', quoted(from)],
    ...(note === null ? [] : [['note', quoted(note)] as const]),
  ])}`;

const section = (key: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [`${key}: []`] : [`${key}:`, ...lines];

/** What the fields at the top of the file already say. */
const atTop = ['creditCode', 'name'];

/** The YAML of an enterprise file, facts by Chinese name in the order of the dictionary. Unknown facts and lists are left out. */
export const writeEnterprise = (firm: Enterprise, dictionary: Dictionary): string => {
  const all = [...dictionary.facts.values()].toSorted((a, b) => a.order - b.order);
  const own = all.filter((fact) => fact.subject === 'enterprise' && !atTop.includes(fact.key));
  const facts = entriesOf(firm.facts, own).map(([name, value]) => `  ${name}: ${value}`);
  const subjects = subjectKinds.flatMap((kind) => {
    const listed = kind === 'enterprise' ? undefined : firm.subjects[kind];
    if (kind === 'enterprise' || listed === undefined) return [];
    const definitions = all.filter((fact) => fact.subject === kind);
    return section(
      subjectLists[kind],
      listed.map((subject) => writeSubject(subject, definitions)),
    );
  });
  return `${[
    ...(firm.creditCode === null ? [] : [`creditCode: ${quoted(firm.creditCode)}`]),
    ...(firm.name === null ? [] : [`name: ${quoted(firm.name)}`]),
    ...(facts.length === 0 ? ['facts: {}'] : ['facts:', ...facts]),
    ...subjects,
    ...(firm.received === null ? [] : section('received', firm.received.map(writeReceived))),
    ...(firm.sources.length === 0 ? [] : section('sources', firm.sources.map(writeSource))),
  ].join('\n')}\n`;
};
