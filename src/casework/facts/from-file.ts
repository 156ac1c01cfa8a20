// An enterprise file as facts to be recorded: the way in for what firms and offices have as files.
import { subjectLists, type Dictionary } from '#rules/facts/dictionary.ts';
import type { Source } from '#rules/facts/enterprise.ts';
import { findFact } from '#rules/facts/fact-names.ts';
import { readEnterprise } from '#rules/facts/read-enterprise.ts';
import type { ListedKind } from '#rules/facts/read-parts.ts';
import type { Checked } from '#rules/problem.ts';
import type { Noted, NotedEntry, NotedMap } from '#rules/yaml/noted.ts';
import { receivedName } from './read-fact.ts';
import { theEnterprise, type About, type GivenFact } from './record.ts';
import { subjectNames } from '#rules/facts/dictionary.ts';
import { textOf } from './value-text.ts';

type Reading = {
  readonly enterprise: string;
  readonly dictionary: Dictionary;
  readonly sources: readonly Source[];
  /** Where a file names no source. */
  readonly from: string;
};

const sourceOf = ({ sources, from }: Reading, path: string, year: string | null): string => {
  const of = (wanted: number | null) => sources.find((each) => each.fact === path && each.year === wanted);
  return ((year === null ? undefined : of(Number(year))) ?? of(null))?.from ?? from;
};

const factOf = (reading: Reading, about: About, path: string, period: string | null, value: Noted): GivenFact => ({
  enterprise: reading.enterprise,
  about,
  fact: path,
  period,
  value: textOf(value),
  source: sourceOf(reading, path, period),
});

const ofEntry = (reading: Reading, about: About, { key, value }: NotedEntry): readonly GivenFact[] => {
  const fact = findFact(reading.dictionary, about.kind, key);
  // Code and name stand with the enterprise itself.
  if (fact === null || value === null || (about.kind === 'enterprise' && ['creditCode', 'name'].includes(fact.key)))
    return [];
  if (!fact.yearly) return [factOf(reading, about, fact.path, null, value)];
  const years = value.kind === 'map' ? value.entries : [];
  return years.flatMap((each) =>
    each.value === null ? [] : [factOf(reading, about, fact.path, each.key, each.value)],
  );
};

const entryIn = (map: NotedMap, key: string): Noted | null =>
  map.entries.find((each) => each.key === key)?.value ?? null;

const ofMap = (reading: Reading, about: About, facts: Noted | null): readonly GivenFact[] =>
  facts?.kind === 'map' ? facts.entries.flatMap((entry) => ofEntry(reading, about, entry)) : [];

const ofList = (reading: Reading, kind: ListedKind, list: Noted): readonly GivenFact[] => {
  const items = list.kind === 'list' ? list.items : [];
  if (items.length === 0) {
    const { enterprise, from: source } = reading;
    return [{ enterprise, about: theEnterprise, fact: subjectNames[kind], period: null, value: '无', source }];
  }
  return items.flatMap((item, index) => {
    if (item.kind !== 'map') return [];
    const name = entryIn(item, 'name') ?? entryIn(item, '名称');
    const about = { kind, name: name === null ? `${index + 1}` : textOf(name).trim() };
    return ofMap(reading, about, entryIn(item, 'facts'));
  });
};

const listsIn = Object.entries(subjectLists) as readonly [ListedKind, string][]; // the keys of a literal table

/**
 * The facts of an enterprise file, one value each, in the order of the file. A project or person of whom the file says nothing but
 * the name is no fact.
 *
 * @param enterprise  the code under which they are recorded; that of the file is not looked at
 * @param from        the source of what the file names no source for
 * @returns           the facts, or every problem of the file
 */
export const factsOfFile = (
  root: Noted,
  dictionary: Dictionary,
  { enterprise, from }: { readonly enterprise: string; readonly from: string },
): Checked<readonly GivenFact[]> => {
  const read = readEnterprise(root, dictionary);
  if (!read.ok) return read;
  if (root.kind !== 'map') return { ok: true, value: [] };
  const reading = { enterprise, dictionary, from, sources: read.value.sources };
  const received = entryIn(root, 'received');
  return {
    ok: true,
    value: [
      ...ofMap(reading, theEnterprise, entryIn(root, 'facts')),
      ...listsIn.flatMap(([kind, key]) => {
        const list = entryIn(root, key);
        return list === null ? [] : ofList(reading, kind, list);
      }),
      ...(received === null ? [] : [factOf(reading, theEnterprise, receivedName, null, received)]),
    ],
  };
};
