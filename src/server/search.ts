// The search of the policy library. Chinese is cut into words by the runtime and into pairs of characters by us; names are also
// found by pinyin. The index is built once for a rulebook: some hundreds of entries.
import MiniSearch from 'minisearch';
import type { Found, FoundKind, SearchAnswer } from '#contract/search.ts';
import type { Clause, Rulebook } from '#rules/packs/rulebook.ts';
import { spelled, typedOf, typings, type Typed } from './pinyin.ts';

type Entry = {
  /** kind and id: unique among all. */
  readonly key: string;
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string;
  readonly en: string | null;
  readonly about: string | null;
  readonly number: string;
  readonly says: string;
  readonly typed: readonly Typed[];
};

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The characters of a run of Han, one by one and in pairs: any part of it can be found. */
const partsOfRun = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next === undefined ? [character] : [character, character + next];
  });
};

/** What a text is found by. */
const indexed = (text: string): string[] =>
  fold(text)
    .split(/[^\p{Script=Han}\p{L}\p{N}.]+/u)
    .flatMap((run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .flatMap((run) => (hasHan(run) ? partsOfRun(run) : [run]));

/** What a person asked for: the words of the sentence, long ones as pairs. */
const asked = (text: string): string[] =>
  [...segmenter.segment(fold(text))]
    .filter(({ isWordLike }) => isWordLike)
    .flatMap(({ segment }) => {
      if (!hasHan(segment) || [...segment].length <= 2) return [segment];
      return partsOfRun(segment).filter((part) => [...part].length === 2);
    });

const saysOf = (clauses: Iterable<Clause>): string => [...clauses].map(({ says }) => says).join(' ');

const numbersOf = (clauses: Iterable<Clause>): string =>
  [...new Set([...clauses].map(({ document }) => document.number ?? ''))].join(' ');

const entry = (kind: FoundKind, of: Omit<Entry, 'key' | 'kind' | 'typed'>): Entry => ({
  ...of,
  kind,
  key: `${kind} ${of.id}`,
  typed: typedOf(of.name),
});

const entriesOf = (book: Rulebook): readonly Entry[] => [
  ...[...book.items.values()].map(({ id, name, en, theme, clauses }) =>
    entry('item', {
      id,
      name,
      en,
      about: theme,
      number: numbersOf(clauses.values()),
      says: saysOf(clauses.values()),
    }),
  ),
  ...[...book.gates.values()].map(({ id, name, en, to, clauses }) =>
    entry('gate', { id, name, en, about: to, number: numbersOf(clauses.values()), says: saysOf(clauses.values()) }),
  ),
  ...[...book.documents.values()].map(({ id, title, number, issuer }) =>
    entry('document', {
      id,
      name: title,
      en: null,
      about: number,
      number: `${number ?? ''} ${issuer ?? ''}`,
      says: '',
    }),
  ),
  ...[...book.glossary].map(([id, { term, en, means }]) =>
    entry('term', { id, name: term, en, about: null, number: '', says: means ?? '' }),
  ),
];

const weights = { name: 8, typing: 5, en: 4, number: 4, about: 3, says: 1 };
type Field = keyof typeof weights;

const indexOf = (entries: readonly Entry[]): MiniSearch<Entry> => {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: Object.keys(weights),
    // A typing is one long token; its beginning is what is typed.
    extractField: (each, field) =>
      field === 'key'
        ? each.key
        : field === 'typing'
          ? typings(each.typed).join(' ')
          : (each[field as Exclude<Field, 'typing'>] ?? ''), // the fields named above
    tokenize: (text, field) => (field === 'typing' ? text.split(' ') : indexed(text)),
    processTerm: (term) => term,
  });
  index.addAll(entries);
  return index;
};

/** Whole names and a document's own number first, then names that hold the text as it stands. */
const closeness = ({ kind, name, about }: Entry, q: string): number => {
  const folded = fold(name);
  const isNumber = kind === 'document' && about !== null && fold(about) === q;
  return folded === q || isNumber ? 3 : folded.startsWith(q) ? 2 : folded.includes(q) ? 1 : 0;
};

const merged = (ranges: readonly (readonly [number, number])[]): [number, number][] =>
  ranges
    .toSorted((a, b) => a[0] - b[0])
    .reduce<[number, number][]>((all, [from, to]) => {
      const last = all.at(-1);
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
      else all.push([from, to]);
      return all;
    }, []);

/** Folding keeps the length of the names that packs hold; where it did not, nothing is marked. */
const marksIn = ({ name, typed }: Entry, q: string): [number, number][] => {
  const folded = fold(name);
  if (folded.length !== name.length || q === '') return [];
  const whole = folded.indexOf(q);
  if (whole >= 0) return [[whole, whole + q.length]];
  const found = asked(q).flatMap((part): readonly (readonly [number, number])[] => {
    const at = folded.indexOf(part);
    if (at >= 0) return [[at, at + part.length]];
    const sounds = /^[a-z0-9]+$/.test(part) ? spelled(typed, part) : null;
    return sounds === null ? [] : [sounds];
  });
  return merged(found);
};

export type Search = (q: string, kind: FoundKind | undefined, limit: number) => SearchAnswer;

/**
 * The search over one rulebook.
 *
 * Every word has to be found; where no entry has them all, those that have some are given, the closest first.
 */
export const searchOver = (book: Rulebook): Search => {
  const entries = entriesOf(book);
  const byKey = new Map(entries.map((each) => [each.key, each] as const));
  const index = indexOf(entries);
  return (text, kind, limit) => {
    const q = fold(text).trim();
    const options = {
      boost: weights,
      tokenize: asked,
      prefix: (term: string): boolean => !hasHan(term),
      weights: { fuzzy: 0.45, prefix: 0.9 },
    };
    const all = index.search(q, { ...options, combineWith: 'AND' });
    const some = all.length > 0 ? all : index.search(q, { ...options, combineWith: 'OR' });
    const ranked = some
      .flatMap(({ id, score }) => {
        const found = byKey.get(String(id));
        return found === undefined || (kind !== undefined && found.kind !== kind) ? [] : [{ found, score }];
      })
      .map(({ found, score }) => ({ found, score, close: closeness(found, q) }))
      .toSorted((a, b) => b.close - a.close || b.score - a.score || (a.found.key < b.found.key ? -1 : 1));
    const list = ranked.slice(0, limit).map(({ found }): Found => ({
      kind: found.kind,
      id: found.id,
      name: found.name,
      en: found.en,
      about: found.about,
      matches: marksIn(found, q),
    }));
    return { q: text, count: ranked.length, list };
  };
};
