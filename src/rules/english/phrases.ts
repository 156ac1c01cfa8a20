// What the rulebook calls things, in English: conditions and terms of a calculation as they are written, facts, items, gates, levels.
import { factWords } from '#rules/language/english-words.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import { printEnglish } from '#rules/language/print-english.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Rulebook, ScoreTable, TestCondition } from '#rules/packs/rulebook.ts';

const isTest = (value: object): value is TestCondition => 'kind' in value && value.kind === 'test' && 'text' in value;

const isExpression = (value: object): value is Expression => 'kind' in value && 'span' in value && 'type' in value;

/** Every condition and every term of a calculation, by its text, wherever it stands in the rulebook. */
const expressionsIn = (value: unknown, found: Map<string, Expression>, seen: Set<object>): void => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isTest(value)) found.set(value.text, value.test);
  if (isExpression(value)) found.set(printChinese(value), value);
  for (const part of value instanceof Map ? value.values() : Object.values(value)) expressionsIn(part, found, seen);
};

const han = /\p{Script=Han}/u;
const quoted = /“([^”]+)”/g;
const chinese = /\p{Script=Han}+/gu;

/** The names that a condition holds: values in quotation marks, fields, parameters. */
const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  text
    .replaceAll(quoted, (whole, name: string) => (names.has(name) ? `“${names.get(name) ?? ''}”` : whole))
    .replaceAll(chinese, (name) => names.get(name) ?? name);

/** Name and English of all that is named, those that go first before those that go last; null where there is no English. */
const namesIn = (book: Rulebook): readonly (readonly [name: string, english: string | null])[] => {
  const facts = [...book.dictionary.facts.values()].map((fact) => {
    const english = book.english.get(fact.path) ?? (han.test(fact.key) ? null : factWords(fact));
    return { fact, english };
  });
  return [
    ...book.english,
    ...[...book.glossary.values()].map(({ term, en }) => [term, en] as const),
    ...facts.map(({ fact, english }) => [fact.path, english] as const),
    ...facts.map(({ fact, english }) => [fact.name, english] as const),
    ...[...book.gates.values(), ...book.items.values()].map(({ name, en }) => [name, en] as const),
  ];
};

/** A part of a score is named in conditions right after the score: a block by its name, an indicator by its id. */
const partsOf = (score: ScoreTable, names: ReadonlyMap<string, string>): readonly (readonly [string, string])[] => {
  const table = names.get(score.name);
  if (table === undefined) return [];
  const said = (part: string): string => `${table}: ${names.get(part) ?? part}`;
  return [
    [`${score.name}总分`, `${table}: total`] as const,
    ...[...score.blocks.keys()].map((part) => [`${score.name}${part}`, said(part)] as const),
    ...score.indicators.map(({ id, name }) => [`${score.name}${id}`, said(name)] as const),
  ];
};

/**
 * Chinese to English, for what is named in the packs. What has no English there is left out.
 *
 * What a pack says in its english.yaml goes before a term, a fact's key and the name of a gate or an item.
 */
export const englishPhrases = (book: Rulebook): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [name, english] of namesIn(book)) if (english !== null && !names.has(name)) names.set(name, english);
  const expressions = new Map<string, Expression>();
  const seen = new Set<object>();
  for (const part of [book.gates, book.overlays, book.items, book.scores, book.rulings])
    expressionsIn(part, expressions, seen);
  return new Map([
    ...[...expressions].map(([text, expression]) => [text, withNames(printEnglish(expression), names)] as const),
    ...[...book.scores.values()].flatMap((score) => partsOf(score, names)),
    // A name alone is itself, and not what the printer would make of it within a phrase.
    ...names,
  ]);
};
