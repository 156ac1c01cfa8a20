// A rulebook in which one derived fact or parameter is another, wherever an expression holds it. Rules that do not read it are shared.
import type { FactDefinition, Parameter } from '#rules/facts/dictionary.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { replaceEverywhere } from './everywhere.ts';
import { readsOf } from './reach.ts';

type Reads = ReadonlyMap<unknown, ReadonlySet<string>>;

/** What each rule of the rulebook reads, worked out once for all changes. */
export const readsByRule = (book: Rulebook): Reads => {
  const { items, gates, overlays, rulings, scores, stacking, dictionary } = book;
  const rules = [items, gates, scores, stacking, dictionary.facts].flatMap((map): readonly unknown[] => [
    ...map.values(),
  ]);
  return new Map([...rules, ...overlays, ...rulings].map((rule) => [rule, readsOf(rule)]));
};

/**
 * @param reads  of the unchanged rulebook
 * @param key    of the fact or parameter, as in the reach index
 */
export const withReplaced = (
  book: Rulebook,
  reads: Reads,
  key: string,
  from: FactDefinition | Parameter,
  to: FactDefinition | Parameter,
): Rulebook => {
  const replacements = new Map<unknown, unknown>([[from, to]]);
  const changed = <T>(rule: T): T =>
    reads.get(rule)?.has(key) === true ? replaceEverywhere(rule, replacements) : rule;
  const inMap = <V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
    new Map([...map].map(([id, rule]) => [id, changed(rule)]));
  const { dictionary } = book;
  return {
    ...book,
    dictionary: {
      ...dictionary,
      facts: inMap(dictionary.facts),
      byKey: inMap(dictionary.byKey),
      parameters: new Map(
        [...dictionary.parameters].map(([name, each]) => [name, replaceEverywhere(each, replacements)]),
      ),
    },
    items: inMap(book.items),
    gates: inMap(book.gates),
    scores: inMap(book.scores),
    stacking: inMap(book.stacking),
    overlays: book.overlays.map(changed),
    rulings: book.rulings.map(changed),
  };
};
