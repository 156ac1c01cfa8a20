// What the rulebook calls things, in English: conditions as they are written, facts, items, gates, levels, terms.
import { factWords } from '#rules/language/english-words.ts';
import { printEnglish } from '#rules/language/print-english.ts';
import type { Rulebook, ScoreTable, TestCondition } from '#rules/packs/rulebook.ts';

const isTest = (value: object): value is TestCondition => 'kind' in value && value.kind === 'test' && 'text' in value;

/** Every condition that compares something, wherever it stands in the rulebook; facts and documents hold none. */
const testsIn = (value: unknown, found: Map<string, TestCondition>, seen: Set<object>): void => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isTest(value)) found.set(value.text, value);
  else if (value instanceof Map) for (const part of value.values()) testsIn(part, found, seen);
  else for (const part of Object.values(value)) testsIn(part, found, seen);
};

const han = /\p{Script=Han}/u;
const quoted = /“([^”]+)”/g;
const chinese = /\p{Script=Han}+/gu;

/** The names that a condition holds: values in quotation marks, fields, parameters. */
const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  text
    .replaceAll(quoted, (whole, name: string) => (names.has(name) ? `“${names.get(name) ?? ''}”` : whole))
    .replaceAll(chinese, (name) => names.get(name) ?? name);

/** An indicator is named in conditions by its id. */
const indicatorNamed = ({ indicators }: ScoreTable, id: string): string =>
  indicators.find((indicator) => indicator.id === id)?.name ?? id;

/**
 * Chinese to English, for what is named in the packs. What has no English there is left out.
 *
 * What a pack says in its english.yaml goes before a term, a fact's key and the name of a gate or an item.
 */
export const englishPhrases = (book: Rulebook): ReadonlyMap<string, string> => {
  const tests = new Map<string, TestCondition>();
  const seen = new Set<object>();
  for (const part of [book.gates, book.overlays, book.items, book.scores, book.rulings]) testsIn(part, tests, seen);
  const names = new Map(book.english);
  const add = (name: string, english: string | null): void => {
    if (english !== null && !names.has(name)) names.set(name, english);
  };
  for (const { term, en } of book.glossary.values()) add(term, en);
  for (const fact of book.dictionary.facts.values()) if (!han.test(fact.key)) add(fact.path, factWords(fact));
  for (const gate of book.gates.values()) add(gate.name, gate.en);
  for (const item of book.items.values()) add(item.name, item.en);
  for (const score of book.scores.values()) {
    const table = names.get(score.name);
    if (table === undefined) continue;
    add(`${score.name}总分`, `${table}: total`);
    for (const part of [...score.blocks.keys(), ...score.indicators.flatMap(({ id, name }) => [id, name])])
      add(`${score.name}${part}`, `${table}: ${names.get(part) ?? names.get(indicatorNamed(score, part)) ?? part}`);
  }
  const phrases = new Map<string, string>();
  for (const [text, { test }] of tests) phrases.set(text, withNames(printEnglish(test), names));
  return new Map([...names, ...phrases]);
};
