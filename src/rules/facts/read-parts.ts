// The parts that enterprise files and worked cases share: lists of projects, persons …, and grants already received.
import { subjectNames, type Dictionary, type FactDefinition, type SubjectKind } from './dictionary.ts';
import type { Facts, Received, Subject } from './enterprise.ts';
import { nearestName } from './nearest.ts';
import { readFacts } from './read-facts.ts';
import { problemAt } from './read-problem.ts';
import { readEntry, type ValueRules } from './read-value.ts';
import type { Problem } from '#rules/problem.ts';
import type { Noted, NotedEntry, NotedMap } from '#rules/yaml/noted.ts';

export type ListedKind = Exclude<SubjectKind, 'enterprise'>;
export type WithProblems<T> = { readonly value: T; readonly problems: readonly Problem[] };

const plainRules = (path: string, kind: 'text' | 'date' | 'money'): ValueRules => ({
  path,
  type: { kind },
  none: false,
  min: kind === 'money' ? { n: 0n, d: 1n } : null,
  max: null,
});

/** A key that stands for text, such as a name; null with a problem when it does not. */
export const readTextEntry = (entry: NotedEntry, dictionary: Dictionary): WithProblems<string | null> => {
  const read = readEntry(entry, plainRules(entry.key, 'text'), dictionary);
  if (!read.ok) return { value: null, problems: read.problems };
  return { value: read.value.is === 'text' ? read.value.value.trim() : null, problems: [] };
};

export const unknownKey = (entry: NotedEntry, known: readonly string[]): Problem =>
  problemAt(entry.keyPlace, 'unknown-key', `没有「${entry.key}」这个键`, {
    found: entry.key,
    expected: known.join('、'),
    nearest: nearestName(entry.key, known),
  });

export const wrongShape = (noted: Noted, what: string, expected: string): Problem =>
  problemAt(noted.place, 'wrong-shape', `${what}写法不对`, {
    found: noted.kind === 'scalar' ? noted.text : noted.kind === 'list' ? '列表' : '映射',
    expected,
  });

export const withoutValue = (entry: NotedEntry): Problem =>
  problemAt(entry.keyPlace, 'empty-value', `「${entry.key}」没有写内容`, {
    remedy: '不知道就删去这一行；确知没有就写 []',
  });

/** The mappings of a list. 无 and [] are none; with `alone` one mapping may stand without a list. */
const mappingsOf = (entry: NotedEntry, alone: boolean): WithProblems<readonly NotedMap[]> => {
  const { value } = entry;
  if (value === null) return { value: [], problems: [withoutValue(entry)] };
  if (value.kind === 'map' && alone) return { value: [value], problems: [] };
  if (value.kind === 'scalar' && value.text.trim() === '无') return { value: [], problems: [] };
  const expected = alone ? '一个映射，或映射的列表' : '映射的列表；没有就写 []';
  if (value.kind !== 'list') return { value: [], problems: [wrongShape(value, entry.key, expected)] };
  const maps: NotedMap[] = [];
  const problems: Problem[] = [];
  for (const item of value.items) {
    if (item.kind === 'map') maps.push(item);
    else problems.push(wrongShape(item, `${entry.key}的一项`, '一个映射'));
  }
  return { value: maps, problems };
};

/** `file`: { name?, facts: {…} } as in an enterprise file. `direct`: the facts themselves, with an optional 名称, as in a case. */
export type SubjectStyle = 'file' | 'direct';

const nameKeys = ['名称', 'name'];

const readOneSubject = (
  noted: NotedMap,
  kind: ListedKind,
  position: number,
  style: SubjectStyle,
  dictionary: Dictionary,
): WithProblems<Subject> => {
  const problems: Problem[] = [];
  let name: string | null = null;
  const own: NotedEntry[] = [];
  for (const entry of noted.entries) {
    if (nameKeys.includes(entry.key)) {
      const read = readTextEntry(entry, dictionary);
      name = read.value ?? name;
      problems.push(...read.problems);
    } else if (style === 'direct') own.push(entry);
    else if (entry.key !== 'facts') problems.push(unknownKey(entry, ['name', 'facts']));
    else if (entry.value?.kind === 'map') own.push(...entry.value.entries);
    else if (entry.value !== null) problems.push(wrongShape(entry.value, 'facts', '事实的映射'));
  }
  const read = readFacts(own, kind, dictionary);
  return { value: { kind, name: name ?? `${position}`, facts: read.facts }, problems: [...problems, ...read.problems] };
};

/** Reads the projects, persons, patents, loans or bids under one key. One without a name is called by its place: 1, 2 … */
export const readSubjects = (
  entry: NotedEntry,
  kind: ListedKind,
  style: SubjectStyle,
  dictionary: Dictionary,
): WithProblems<readonly Subject[]> => {
  const maps = mappingsOf(entry, style === 'direct');
  const problems: Problem[] = [...maps.problems];
  const subjects: Subject[] = [];
  for (const [index, map] of maps.value.entries()) {
    const read = readOneSubject(map, kind, index + 1, style, dictionary);
    problems.push(...read.problems);
    if (subjects.some((other) => other.name === read.value.name)) {
      const message = `有两个${subjectNames[kind]}都叫「${read.value.name}」`;
      problems.push(
        problemAt(map.place, 'duplicate-name', message, { found: read.value.name, remedy: '请改一个名称' }),
      );
    }
    subjects.push(read.value);
  }
  return { value: subjects, problems };
};

const receivedKeys = {
  item: 'item',
  事项: 'item',
  date: 'date',
  日期: 'date',
  amount: 'amount',
  金额: 'amount',
  subject: 'subject',
  对象: 'subject',
} as const;
const isReceivedKey = (key: string): key is keyof typeof receivedKeys => Object.hasOwn(receivedKeys, key);
const receivedTypes = { item: 'text', date: 'date', amount: 'money', subject: 'text' } as const;

const readOneReceived = (map: NotedMap, dictionary: Dictionary): WithProblems<Received | null> => {
  const problems: Problem[] = [];
  const found: { item?: string; date?: Received['date']; amount?: Received['amount']; subject?: string } = {};
  for (const entry of map.entries) {
    if (!isReceivedKey(entry.key)) {
      problems.push(unknownKey(entry, ['item', 'date', 'amount', 'subject']));
      continue;
    }
    const key = receivedKeys[entry.key];
    const read = readEntry(entry, plainRules(entry.key, receivedTypes[key]), dictionary);
    if (!read.ok) problems.push(...read.problems);
    else if (read.value.is === 'date') found.date = read.value.value;
    else if (read.value.is === 'number') found.amount = read.value.value;
    else if (read.value.is === 'text' && key === 'subject') found.subject = read.value.value.trim();
    else if (read.value.is === 'text') found.item = read.value.value.trim();
  }
  const { item, date, amount } = found;
  if (item !== undefined && date !== undefined && amount !== undefined) {
    return { value: { item, date, amount, subject: found.subject ?? null }, problems };
  }
  if (problems.length === 0) {
    const details = {
      expected: '{ item: 事项编号, date: 2024-01-15, amount: 50万元 }',
      remedy: 'item、date、amount 都要写',
    };
    problems.push(problemAt(map.place, 'missing-key', '已获资金没有写全', details));
  }
  return { value: null, problems };
};

/** Reads the grants that the firm already has: item, date, amount and, for a project or a person, its name. */
export const readReceived = (entry: NotedEntry, dictionary: Dictionary): WithProblems<readonly Received[]> => {
  const maps = mappingsOf(entry, true);
  const read = maps.value.map((map) => readOneReceived(map, dictionary));
  return {
    value: read.flatMap((one) => (one.value === null ? [] : [one.value])),
    problems: [...maps.problems, ...read.flatMap((one) => one.problems)],
  };
};

/** Facts that are also fields of the enterprise itself. */
export const textFact = (facts: Facts, fact: FactDefinition | null): string | null => {
  const value = fact === null ? undefined : facts.single.get(fact.path);
  return value?.is === 'text' ? value.value : null;
};
