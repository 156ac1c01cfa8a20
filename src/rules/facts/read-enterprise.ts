// Enterprise files (YAML or JSON) and the `given` of worked cases: what is known about a firm, every problem at once.
import { subjectKinds, subjectLists, subjectNames, type Dictionary } from './dictionary.ts';
import type { Enterprise, Facts, Received, Source, Subject, Value } from './enterprise.ts';
import { readCreditCode } from './credit-code.ts';
import { findFact, findFactByPath, nearestFact } from './fact-names.ts';
import { readFacts } from './read-facts.ts';
import {
  readReceived,
  readSubjects,
  readTextEntry,
  textFact,
  unknownKey,
  withoutValue,
  wrongShape,
} from './read-parts.ts';
import type { ListedKind, SubjectStyle, WithProblems } from './read-parts.ts';
import { problemAt } from './read-problem.ts';
import type { Checked, Problem } from '#rules/problem.ts';
import type { Noted, NotedEntry, NotedMap } from '#rules/yaml/noted.ts';

type Draft = {
  creditCode: { readonly text: string; readonly entry: NotedEntry } | null;
  name: { readonly text: string; readonly entry: NotedEntry } | null;
  facts: NotedEntry[];
  readonly subjects: { [kind in ListedKind]?: readonly Subject[] };
  received: readonly Received[] | null;
  sources: readonly Source[];
  readonly problems: Problem[];
};

const emptyDraft = (): Draft => ({
  creditCode: null,
  name: null,
  facts: [],
  subjects: {},
  received: null,
  sources: [],
  problems: [],
});

const keep = <T>(draft: Draft, read: WithProblems<T>): T => {
  draft.problems.push(...read.problems);
  return read.value;
};

const listedKinds = subjectKinds.filter((kind) => kind !== 'enterprise');
const kindOfList = (key: string): ListedKind | null =>
  listedKinds.find((kind) => subjectLists[kind] === key || subjectNames[kind] === key) ?? null;

const readList = (
  draft: Draft,
  entry: NotedEntry,
  kind: ListedKind,
  style: SubjectStyle,
  dictionary: Dictionary,
): void => {
  if (draft.subjects[kind] !== undefined) {
    const message = `${subjectNames[kind]}写了两次`;
    draft.problems.push(
      problemAt(entry.keyPlace, 'duplicate-name', message, { found: entry.key, remedy: '请合成一个列表' }),
    );
  }
  draft.subjects[kind] = keep(draft, readSubjects(entry, kind, style, dictionary));
};

const readCode = (draft: Draft, entry: NotedEntry, dictionary: Dictionary): void => {
  const text = keep(draft, readTextEntry(entry, dictionary));
  if (text === null) return;
  const code = readCreditCode(text);
  if (code.ok) draft.creditCode = { text: code.code, entry };
  else {
    const place = entry.value?.place ?? entry.keyPlace;
    const message = `统一社会信用代码不对：${code.reason}`;
    draft.problems.push(problemAt(place, 'bad-credit-code', message, { found: text }));
  }
};

const readName = (draft: Draft, entry: NotedEntry, dictionary: Dictionary): void => {
  const text = keep(draft, readTextEntry(entry, dictionary));
  if (text !== null) draft.name = { text, entry };
};

/** The code or name at the top is also a fact; when both are written they must agree. Returns the value that stands. */
const settle = (
  draft: Draft,
  facts: Map<string, Value>,
  dictionary: Dictionary,
  key: 'creditCode' | 'name',
): string | null => {
  const fact = findFact(dictionary, 'enterprise', key);
  const own = draft[key];
  const given = textFact({ single: facts, yearly: new Map() }, fact);
  if (own === null) return given;
  if (given !== null && given !== own.text) {
    const details = { found: own.text, expected: given, remedy: '请只留一个' };
    draft.problems.push(
      problemAt(own.entry.keyPlace, 'contradiction', `${fact?.name ?? key}写了两个不同的值`, details),
    );
  }
  if (fact !== null) facts.set(fact.path, { is: 'text', value: own.text });
  return own.text;
};

const finish = (draft: Draft, dictionary: Dictionary): Checked<Enterprise> => {
  const read = readFacts(draft.facts, 'enterprise', dictionary);
  draft.problems.push(...read.problems);
  const single = new Map(read.facts.single);
  const creditCode = settle(draft, single, dictionary, 'creditCode');
  const name = settle(draft, single, dictionary, 'name');
  if (draft.problems.length > 0) return { ok: false, problems: draft.problems };
  const facts: Facts = { single, yearly: read.facts.yearly };
  const { subjects, received, sources } = draft;
  return { ok: true, value: { creditCode, name, facts, subjects, received, sources } };
};

const sourceKeys = ['fact', 'year', 'from', 'note'];

const readSource = (draft: Draft, map: NotedMap, dictionary: Dictionary): Source | null => {
  const found = new Map<string, string>();
  for (const entry of map.entries) {
    const text = sourceKeys.includes(entry.key) ? keep(draft, readTextEntry(entry, dictionary)) : null;
    if (!sourceKeys.includes(entry.key)) draft.problems.push(unknownKey(entry, sourceKeys));
    else if (text !== null) found.set(entry.key, text);
  }
  const [written = '', suffix] = (found.get('fact') ?? '').split('@');
  const from = found.get('from');
  const fact = findFactByPath(dictionary, written);
  const year = found.get('year') ?? suffix ?? null;
  if (from === undefined || written === '') {
    const details = { expected: '{ fact: 营业收入, from: 2020年年度报告 }' };
    draft.problems.push(problemAt(map.place, 'missing-key', '来源要写 fact 和 from', details));
  } else if (fact === null) {
    const details = { found: written, nearest: nearestFact(dictionary, 'enterprise', written) };
    draft.problems.push(problemAt(map.place, 'unknown-name', `没有叫「${written}」的事实`, details));
  } else if (year !== null && !/^\d{4}$/.test(year)) {
    draft.problems.push(problemAt(map.place, 'bad-year', '来源的年份不对', { found: year, expected: '四位年份' }));
  } else {
    return { fact: fact.path, year: year === null ? null : Number(year), from, note: found.get('note') ?? null };
  }
  return null;
};

const readSources = (draft: Draft, entry: NotedEntry, dictionary: Dictionary): void => {
  const { value } = entry;
  if (value === null) draft.problems.push(withoutValue(entry));
  else if (value.kind !== 'list') draft.problems.push(wrongShape(value, 'sources', '列表，每项 { fact, from }'));
  else {
    const sources: Source[] = [];
    for (const item of value.items) {
      const source = item.kind === 'map' ? readSource(draft, item, dictionary) : null;
      if (item.kind !== 'map') draft.problems.push(wrongShape(item, 'sources 的一项', '{ fact, from }'));
      else if (source !== null) sources.push(source);
    }
    draft.sources = sources;
  }
};

const fileKeys = ['creditCode', 'name', 'facts', ...Object.values(subjectLists), 'received', 'sources'];

const strayKey = (entry: NotedEntry, dictionary: Dictionary): Problem => {
  const fact = findFact(dictionary, 'enterprise', entry.key);
  return { ...unknownKey(entry, fileKeys), remedy: fact === null ? null : `${fact.path}是事实，请写到 facts 里` };
};

const readFileEntry = (draft: Draft, entry: NotedEntry, dictionary: Dictionary): void => {
  const kind = listedKinds.find((one) => subjectLists[one] === entry.key);
  if (kind !== undefined) readList(draft, entry, kind, 'file', dictionary);
  else if (entry.key === 'creditCode') readCode(draft, entry, dictionary);
  else if (entry.key === 'name') readName(draft, entry, dictionary);
  else if (entry.key === 'received') draft.received = keep(draft, readReceived(entry, dictionary));
  else if (entry.key === 'sources') readSources(draft, entry, dictionary);
  else if (entry.key !== 'facts') draft.problems.push(strayKey(entry, dictionary));
  else if (entry.value?.kind === 'map') draft.facts.push(...entry.value.entries);
  // `facts:` with nothing behind it says that nothing is known, which is a way to begin.
  else if (entry.value !== null) draft.problems.push(wrongShape(entry.value, 'facts', '事实的映射'));
};

const notAMap = (root: Noted, what: string): Checked<Enterprise> => ({
  ok: false,
  problems: [wrongShape(root, what, '一个映射')],
});

/**
 * Reads an enterprise file: creditCode, name, facts, projects, persons, patents, loans, bids, received, sources. Keys are strict.
 *
 * @returns the firm, or every problem with its place; a list that is not in the file is not known, an empty one is none
 */
export const readEnterprise = (root: Noted, dictionary: Dictionary): Checked<Enterprise> => {
  if (root.kind !== 'map') return notAMap(root, '企业文件');
  const draft = emptyDraft();
  for (const entry of root.entries) readFileEntry(draft, entry, dictionary);
  return finish(draft, dictionary);
};

/**
 * Reads the `given` of a worked case: enterprise facts directly, other subjects under 项目 人员 专利 贷款 投标, grants under 已获.
 *
 * @returns the firm, or every problem with its place
 */
export const readGiven = (given: Noted, dictionary: Dictionary): Checked<Enterprise> => {
  if (given.kind !== 'map') return notAMap(given, 'given');
  const draft = emptyDraft();
  for (const entry of given.entries) {
    const kind = kindOfList(entry.key);
    if (kind !== null) readList(draft, entry, kind, 'direct', dictionary);
    else if (['已获', 'received'].includes(entry.key)) draft.received = keep(draft, readReceived(entry, dictionary));
    else draft.facts.push(entry);
  }
  return finish(draft, dictionary);
};
