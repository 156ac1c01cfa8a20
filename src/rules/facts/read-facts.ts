// The facts of one enterprise, project, person …: names to typed values, series by accounting year, all problems at once.
import { subjectNames, type Dictionary, type FactDefinition, type SubjectKind } from './dictionary.ts';
import type { Facts, Value } from './enterprise.ts';
import { checkCreditCode, readCreditCode } from './credit-code.ts';
import { findFact, foldName, nearestFact, ownerOf } from './fact-names.ts';
import { problemAt } from './read-problem.ts';
import { readEntry } from './read-value.ts';
import type { Problem } from '#rules/problem.ts';
import type { NotedEntry, NotedMap } from '#rules/yaml/noted.ts';

const firstYear = 1900;
const lastYear = 2200;

/** The year a key names, or null. */
const yearOfKey = (key: string): number | null => {
  const text = foldName(key);
  const year = Number(text);
  return /^\d{4}$/.test(text) && year >= firstYear && year <= lastYear ? year : null;
};

const unknownName = (entry: NotedEntry, kind: SubjectKind, dictionary: Dictionary): Problem => {
  const [series = '', year] = foldName(entry.key).split('@');
  const owner = ownerOf(dictionary, entry.key);
  const nearest = nearestFact(dictionary, kind, entry.key);
  const remedy =
    year !== undefined && findFact(dictionary, kind, series) !== null
      ? `写成 ${series}: { ${year}: … }`
      : owner !== null
        ? owner === subjectNames.enterprise
          ? '这是企业的事实，请写到企业的事实里'
          : `这是${owner}的事实，请写到${owner}里`
        : null;
  return problemAt(entry.keyPlace, 'unknown-name', `没有叫「${entry.key}」的事实`, {
    found: entry.key,
    nearest,
    remedy,
  });
};

type Read = {
  readonly single: Map<string, Value>;
  readonly yearly: Map<string, Map<number, Value>>;
  readonly problems: Problem[];
};

/** A code in `facts` is checked like the one at the top of the file, and kept as it was folded. */
const readCode = (entry: NotedEntry, value: Value, read: Read, fact: FactDefinition): void => {
  const code = value.is === 'text' ? readCreditCode(value.value) : null;
  if (code?.ok) read.single.set(fact.path, { is: 'text', value: code.code });
  else if (value.is === 'text') {
    const details = { found: value.value, expected: checkCreditCode(value.value) };
    read.problems.push(
      problemAt(entry.value?.place ?? entry.keyPlace, 'bad-credit-code', '统一社会信用代码不对', details),
    );
  }
};

const readSingle = (entry: NotedEntry, fact: FactDefinition, dictionary: Dictionary, read: Read): void => {
  if (
    entry.value?.kind === 'map' &&
    fact.type.kind !== 'list' &&
    entry.value.entries.every((e) => yearOfKey(e.key) !== null)
  ) {
    const message = `${fact.path}不是按年的，只写一个值`;
    read.problems.push(problemAt(entry.value.place, 'not-a-series', message, { expected: '一个值' }));
    return;
  }
  const value = readEntry(entry, fact, dictionary);
  if (!value.ok) read.problems.push(...value.problems);
  else if (fact.subject === 'enterprise' && fact.key === 'creditCode') readCode(entry, value.value, read, fact);
  else read.single.set(fact.path, value.value);
};

const readSeries = (entry: NotedEntry, fact: FactDefinition, dictionary: Dictionary, read: Read): void => {
  const { value } = entry;
  if (value === null || value.kind !== 'map') {
    const found = value?.kind === 'scalar' ? value.text : null;
    const remedy = `写成 ${fact.name}: { 2025: ${found ?? '…'} }`;
    const place = value?.place ?? entry.keyPlace;
    read.problems.push(problemAt(place, 'bare-series', `${fact.path}是按年的，要写明年份`, { found, remedy }));
    return;
  }
  const years = new Map<number, Value>();
  for (const each of value.entries) {
    const year = yearOfKey(each.key);
    if (year === null) {
      const details = { found: each.key, expected: `${firstYear} 至 ${lastYear} 的年份` };
      read.problems.push(problemAt(each.keyPlace, 'bad-year', `${fact.path}的年份不对`, details));
      continue;
    }
    const one = readEntry(each, { ...fact, path: `${fact.path}@${year}` }, dictionary);
    if (one.ok) years.set(year, one.value);
    else read.problems.push(...one.problems);
  }
  read.yearly.set(fact.path, years);
};

/**
 * Reads a mapping of facts of one kind of subject, named by Chinese name or by key.
 *
 * @problem unknown-name, duplicate-name, bare-series, not-a-series, bad-year, bad-credit-code, and those of readValue
 */
export const readFacts = (
  entries: NotedMap['entries'],
  kind: SubjectKind,
  dictionary: Dictionary,
): { readonly facts: Facts; readonly problems: readonly Problem[] } => {
  const read: Read = { single: new Map(), yearly: new Map(), problems: [] };
  const seen = new Set<string>();
  for (const entry of entries) {
    const fact = findFact(dictionary, kind, entry.key);
    if (fact === null) {
      read.problems.push(unknownName(entry, kind, dictionary));
      continue;
    }
    if (seen.has(fact.path)) {
      const message = `${fact.path}写了两次`;
      read.problems.push(
        problemAt(entry.keyPlace, 'duplicate-name', message, { found: entry.key, remedy: '请只留一个' }),
      );
      continue;
    }
    seen.add(fact.path);
    if (fact.yearly) readSeries(entry, fact, dictionary, read);
    else readSingle(entry, fact, dictionary, read);
  }
  return { facts: { single: read.single, yearly: read.yearly }, problems: read.problems };
};
