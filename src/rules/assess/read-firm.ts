// Firms read for one rulebook and one filing date: beside what a file may say, grants and titles must name what the rules know.
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { findFact, foldName } from '#rules/facts/fact-names.ts';
import { editDistance, nearestName } from '#rules/facts/nearest.ts';
import { readEnterprise, readGiven } from '#rules/facts/read-enterprise.ts';
import { problemAt } from '#rules/facts/read-problem.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Expression } from '#rules/language/syntax.ts';
import {
  expressionsOfBenefit,
  expressionsOfCondition,
  expressionsOfDerivation,
  expressionsOfRule,
  partsOf,
} from '#rules/packs/expressions-in.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import type { Checked, Problem } from '#rules/problem.ts';
import type { Noted, NotedMap, NotedScalar } from '#rules/yaml/noted.ts';

/** What a firm is read for; `on` null while no filing date is chosen. */
export type ReadFor = { readonly book: Rulebook; readonly on: PlainDate | null };

const entriesNamed = (map: NotedMap, keys: readonly string[]): readonly Noted[] =>
  map.entries.flatMap(({ key, value }) => (keys.includes(foldName(key)) && value !== null ? [value] : []));

/** The mappings of a list, or the one that stands without a list. */
const mapsIn = (noted: Noted): readonly NotedMap[] =>
  noted.kind === 'map' ? [noted] : noted.kind === 'list' ? noted.items.flatMap(mapsIn) : [];

const wordIn = (map: NotedMap, keys: readonly string[]): NotedScalar | null => {
  const [noted] = entriesNamed(map, keys);
  return noted?.kind === 'scalar' ? noted : null;
};

/** A grant under another programme has a name of its own; one that is written as an id of these packs must be one. */
const unknownItem = ({ items, packs }: Rulebook, word: NotedScalar): readonly Problem[] => {
  const id = word.text.trim();
  if (items.has(id) || !id.includes('/')) return [];
  const nearest = nearestName(id, items.keys());
  if (nearest === null && !packs.some((pack) => id.startsWith(`${pack.id}/`))) return [];
  const remedy = '别的资金请写它的名称，不要写成事项的 id';
  return [problemAt(word.place, 'unknown-item', `已获资金里没有叫「${id}」的事项`, { found: id, nearest, remedy })];
};

const laterThan = (on: PlainDate | null, word: NotedScalar): readonly Problem[] => {
  const date = readDate(word.text.trim());
  if (on === null || date === null || date <= on) return [];
  const details = { found: date, expected: `不晚于 ${on}`, remedy: '改正日期，或换一个申报日，或先删去这一笔' };
  return [problemAt(word.place, 'received-later', '已获资金的日期晚于申报日', details)];
};

const problemsOfReceived = (noted: Noted, { book, on }: ReadFor): readonly Problem[] =>
  mapsIn(noted).flatMap((grant) => {
    const [item, date] = [wordIn(grant, ['item', '事项']), wordIn(grant, ['date', '日期'])];
    return [...(item === null ? [] : unknownItem(book, item)), ...(date === null ? [] : laterThan(on, date))];
  });

/** Spaces and quotation marks are no part of a title. */
const plainTitle = (text: string): string => foldName(text).replace(/[\s"'“”‘’「」『』《》]/g, '');

/** 南通市专精特新中小企业, 区级…: a title of a lower level has the same words and is another one. */
const isLower = (title: string, level: string): boolean => {
  const before = title.slice(0, title.indexOf(level));
  return /[市县区]级?$/.test(before) && !/(?:北京市|天津市|上海市|重庆市|自治区)级?$/.test(before);
};

const expressionsIn = (book: Rulebook): readonly Expression[] => [
  ...[...book.items.values()].flatMap(({ versions }) =>
    versions.flatMap((version) => [
      ...expressionsOfCondition(version.applies),
      ...expressionsOfCondition(version.eligible),
      ...expressionsOfBenefit(version.benefit),
    ]),
  ),
  ...[...book.gates.values()].flatMap(({ require }) => expressionsOfCondition(require)),
  ...[...book.scores.values()].flatMap(({ indicators }) => indicators.flatMap(({ rule }) => expressionsOfRule(rule))),
  ...[...book.dictionary.facts.values()].flatMap(expressionsOfDerivation),
];

// A rulebook is read once and firms are read many times.
const named = new WeakMap<Rulebook, ReadonlySet<string>>();

/** The titles that the rules ask for by name: 持有(…). */
const titlesNamed = (book: Rulebook): ReadonlySet<string> => {
  const known = named.get(book);
  if (known) return known;
  const titles = expressionsIn(book)
    .flatMap(partsOf)
    .flatMap((e) => (e.kind === 'holds' ? [e.title] : []));
  const found = new Set(titles);
  named.set(book, found);
  return found;
};

/** The level that a title most likely means although it is written differently; null for a level, and for what is clearly another title. */
const meantLevel = (text: string, book: Rulebook): string | null => {
  const { levels, dictionary } = book;
  if (levels.includes(text) || titlesNamed(book).has(text) || findFact(dictionary, 'enterprise', text) !== null)
    return null;
  const title = plainTitle(text);
  const held = levels.filter((level) => title.includes(level)).toSorted((a, b) => b.length - a.length);
  const [longest] = held;
  if (longest !== undefined) return isLower(title, longest) ? null : longest;
  const part = title.length > 1 ? levels.find((level) => level.includes(title)) : undefined;
  return part ?? levels.find((level) => editDistance(title, level) === 1) ?? null;
};

const problemsOfTitles = (noted: Noted, { book }: ReadFor): readonly Problem[] =>
  mapsIn(noted).flatMap((row) => {
    const word = wordIn(row, ['名称']);
    const text = word?.text.trim() ?? '';
    const nearest = word === null ? null : meantLevel(text, book);
    if (word === null || nearest === null) return [];
    const details = { found: text, nearest, remedy: `是这个层级就写「${nearest}」；是别的称号请写得能分清，或者不写` };
    return [problemAt(word.place, 'unknown-title', `称号「${text}」不是梯度的层级，却很像`, details)];
  });

const titleKeys = ({ dictionary }: Rulebook): readonly string[] => {
  const titles = findFact(dictionary, 'enterprise', '称号');
  return titles === null ? [] : [titles.name, titles.key].map(foldName);
};

const checked = (read: Checked<Enterprise>, problems: readonly Problem[]): Checked<Enterprise> =>
  read.ok && problems.length === 0
    ? read
    : { ok: false, problems: [...(read.ok ? [] : read.problems), ...problems].toSorted(byPlace) };

const byPlace = (a: Problem, b: Problem): number => a.place.line - b.place.line || a.place.column - b.place.column;

/**
 * Reads an enterprise file for this rulebook and filing date.
 *
 * @returns the firm, or every problem with its place: of the file itself, grants that no item of these packs gives although they
 *          are named like one, grants received after the filing date, and titles that look like a level and are none
 */
export const readFirmFor = (root: Noted, at: ReadFor): Checked<Enterprise> => {
  const read = readEnterprise(root, at.book.dictionary);
  if (root.kind !== 'map') return read;
  const facts = entriesNamed(root, ['facts']).flatMap((noted) => (noted.kind === 'map' ? [noted] : []));
  return checked(read, [
    ...entriesNamed(root, ['received']).flatMap((noted) => problemsOfReceived(noted, at)),
    ...facts.flatMap((map) => entriesNamed(map, titleKeys(at.book)).flatMap((noted) => problemsOfTitles(noted, at))),
  ]);
};

/** Reads the `given` of a worked case in the same way. */
export const readGivenFor = (given: Noted, at: ReadFor): Checked<Enterprise> => {
  const read = readGiven(given, at.book.dictionary);
  if (given.kind !== 'map') return read;
  return checked(read, [
    ...entriesNamed(given, ['received', '已获']).flatMap((noted) => problemsOfReceived(noted, at)),
    ...entriesNamed(given, titleKeys(at.book)).flatMap((noted) => problemsOfTitles(noted, at)),
  ]);
};
