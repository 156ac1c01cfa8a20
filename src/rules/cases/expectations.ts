// What a case expects, read from YAML. Only what is written is compared later.
import { findFactByPath } from '#rules/facts/fact-names.ts';
import { subjectKinds, subjectNames, type Dictionary, type FactDefinition } from '#rules/facts/dictionary.ts';
import { problemAt } from '#rules/facts/read-problem.ts';
import { readValue } from '#rules/facts/read-value.ts';
import { reasonCodes } from '#rules/evaluate/result.ts';
import { grades, type Rulebook } from '#rules/packs/rulebook.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import type { Problem } from '#rules/problem.ts';
import type { NotedMap } from '#rules/yaml/noted.ts';
import type {
  AssessExpectation,
  FactExpectation,
  GateExpectation,
  ItemExpectation,
  LeaveExpectation,
  PointsRange,
  ScoreExpectation,
  VerdictExpectation,
} from './case.ts';
import {
  amountAt,
  dateAt,
  flagAt,
  mapAt,
  noteMissing,
  openFields,
  readPoints,
  textAt,
  valueAt,
  wordAt,
  wordsAt,
  type Fields,
} from './fields.ts';

const verdicts = ['eligible', 'ineligible', 'undetermined'] as const;

const isListWord = (word: string): boolean => subjectKinds.some((kind) => subjectNames[kind] === word);

/** The path of a fact that may be missing: by name or key, with its year, a list of subjects, or a column of a list. */
const missingPath = (word: string, dictionary: Dictionary): string | null => {
  const [name = '', year] = word.split('@');
  if (isListWord(name) && year === undefined) return name;
  const fact = findFactByPath(dictionary, name);
  if (fact !== null) return year === undefined ? fact.path : `${fact.path}@${year}`;
  const dot = name.lastIndexOf('.');
  const list = dot < 0 ? null : findFactByPath(dictionary, name.slice(0, dot));
  const column = name.slice(dot + 1);
  return list?.type.kind === 'list' && list.type.fields.has(column) ? `${list.path}.${column}` : null;
};

const readMissing = (fields: Fields, dictionary: Dictionary): readonly string[] | null => {
  const words = wordsAt(fields, 'missing');
  if (words === null) return null;
  return words.flatMap((word) => {
    const path = missingPath(word.text, dictionary);
    if (path !== null) return [path];
    const details = { found: word.text, nearest: nearestName(word.text, dictionary.facts.keys()) };
    fields.problems.push(problemAt(word.place, 'unknown-name', `没有叫「${word.text}」的事实`, details));
    return [];
  });
};

const textsAt = (fields: Fields, key: string): readonly string[] | null =>
  wordsAt(fields, key)?.map((word) => word.text) ?? null;

const readReasons = (fields: Fields): readonly string[] | null => {
  const words = wordsAt(fields, 'reasons');
  for (const word of words ?? []) {
    if (reasonCodes.some((code) => code === word.text)) continue;
    const details = {
      found: word.text,
      expected: reasonCodes.join('、'),
      nearest: nearestName(word.text, reasonCodes),
    };
    fields.problems.push(problemAt(word.place, 'unknown-word', `没有「${word.text}」这个原因`, details));
  }
  return words?.map((word) => word.text) ?? null;
};

const readApplies = (fields: Fields): boolean | 'unknown' | null => {
  const noted = valueAt(fields, 'applies');
  return noted?.kind === 'scalar' && noted.text === 'unknown' ? 'unknown' : flagAt(fields, 'applies');
};

const verdictKeys = ['verdict', 'applies', 'missing', 'failing', 'reasons', 'unsettled', 'rulings', 'evidence'];

const readRulings = (fields: Fields, { rulings }: Rulebook): readonly string[] | null => {
  const words = wordsAt(fields, 'rulings');
  const known = rulings.map(({ id }) => id);
  for (const word of words ?? []) {
    if (known.includes(word.text)) continue;
    const details = { found: word.text, nearest: nearestName(word.text, known) };
    fields.problems.push(problemAt(word.place, 'unknown-ruling', `没有口径「${word.text}」`, details));
  }
  return words?.map((word) => word.text) ?? null;
};

const readVerdict = (fields: Fields, book: Rulebook): VerdictExpectation => ({
  verdict: wordAt(fields, 'verdict', verdicts),
  applies: readApplies(fields),
  missing: readMissing(fields, book.dictionary),
  failing: textsAt(fields, 'failing'),
  reasons: readReasons(fields),
  unsettled: textsAt(fields, 'unsettled'),
  rulings: readRulings(fields, book),
  evidence: wordAt(fields, 'evidence', grades),
});

const windowStates = ['unknown', 'always', 'open', 'upcoming', 'closed'] as const;

const readWindow = (fields: Fields): ItemExpectation['window'] => {
  const noted = valueAt(fields, 'window');
  if (noted?.kind !== 'map') {
    const state = wordAt(fields, 'window', windowStates);
    return state === null ? null : { state };
  }
  const own = openFields(noted, ['state', 'from', 'to', 'daysLeft'], fields.problems);
  const state = wordAt(own, 'state', windowStates);
  const [from, to, days] = [dateAt(own, 'from'), dateAt(own, 'to'), textAt(own, 'daysLeft')];
  return {
    ...(state === null ? {} : { state }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(days === null ? {} : { daysLeft: Number(days) }),
  };
};

export const readItemExpectation = (map: NotedMap, book: Rulebook, problems: Problem[]): ItemExpectation => {
  const fields = openFields(map, [...verdictKeys, 'amount', 'steps', 'window'], problems);
  return {
    ...readVerdict(fields, book),
    amount: amountAt(fields, 'amount'),
    steps: textsAt(fields, 'steps'),
    window: readWindow(fields),
  };
};

const readBlocks = (fields: Fields): ReadonlyMap<string, PointsRange> => {
  const blocks = new Map<string, PointsRange>();
  for (const { key, value } of mapAt(fields, 'blocks')?.entries ?? []) {
    const points = value === null ? null : readPoints(fields, value, key);
    if (points !== null) blocks.set(key, points);
  }
  return blocks;
};

/** `score: 80`, `score: { low: 60, high: 80 }`, or with `blocks: { 专业化: 20 }`. */
export const readScoreExpectation = (map: NotedMap, problems: Problem[]): ScoreExpectation => {
  const fields = openFields(map, ['low', 'high', 'blocks'], problems);
  const blocks = readBlocks(fields);
  if (!fields.entries.has('low') && !fields.entries.has('high')) return { total: null, blocks };
  const range = { ...map, entries: map.entries.filter(({ key }) => key === 'low' || key === 'high') };
  return { total: readPoints(fields, range, 'score'), blocks };
};

const readGateScore = (fields: Fields): ScoreExpectation | null => {
  const noted = valueAt(fields, 'score');
  if (noted === null) return null;
  if (noted.kind === 'map') return readScoreExpectation(noted, fields.problems);
  return { total: readPoints(fields, noted, 'score'), blocks: new Map() };
};

export const readGateExpectation = (map: NotedMap, book: Rulebook, problems: Problem[]): GateExpectation => {
  const fields = openFields(map, [...verdictKeys, 'score'], problems);
  return { ...readVerdict(fields, book), score: readGateScore(fields) };
};

/** A fact's expected value; the word unknown expects that it has none. A derived value may lie outside what may be given. */
export const readFactExpectation = (
  map: NotedMap,
  fact: FactDefinition,
  book: Rulebook,
  problems: Problem[],
): FactExpectation => {
  const fields = openFields(map, ['value', 'missing', 'reasons'], problems);
  const noted = valueAt(fields, 'value');
  const rest = { missing: readMissing(fields, book.dictionary), reasons: readReasons(fields) };
  if (noted === null) return { value: null, ...rest };
  if (noted.kind === 'scalar' && noted.text === 'unknown') return { value: 'unknown', ...rest };
  const read = readValue(noted, { ...fact, min: null, max: null }, book.dictionary);
  if (!read.ok) problems.push(...read.problems);
  return { value: read.ok ? read.value : null, ...rest };
};

const readLeave = (fields: Fields): readonly LeaveExpectation[] | null => {
  const noted = valueAt(fields, 'leave');
  if (noted?.kind !== 'list')
    return textsAt(fields, 'leave')?.map((entry) => ({ entry: plainKey(entry), because: null })) ?? null;
  return noted.items.flatMap((item) => {
    if (item.kind === 'scalar') return [{ entry: plainKey(item.text), because: null }];
    const own = item.kind === 'map' ? openFields(item, ['entry', 'because'], fields.problems) : null;
    const entry = own === null ? null : textAt(own, 'entry');
    if (own !== null && entry !== null) return [{ entry: plainKey(entry), because: textAt(own, 'because') }];
    noteMissing({ ...fields, place: item.place }, 'entry', '{ entry: 事项@对象, because: … }');
    return [];
  });
};

const readTotal = (fields: Fields): AssessExpectation['total'] => {
  const map = valueAt(fields, 'total')?.kind === 'map' ? mapAt(fields, 'total') : null;
  if (map !== null && map.entries.every(({ key }) => key === 'cash' || key === 'tax')) {
    const own = openFields(map, ['cash', 'tax'], fields.problems);
    return { cash: amountAt(own, 'cash'), tax: amountAt(own, 'tax') };
  }
  const cash = amountAt(fields, 'total');
  return cash === null ? null : { cash, tax: null };
};

/** `item@项目:三号车间` and `item@三号车间` name the same entry. */
const plainKey = (entry: string): string => entry.replace(/@(?:项目|人员|专利|贷款|投标):/, '@');

/** Entries `item@subject`; an item that the packs do not have is a problem. */
const entriesAt = (fields: Fields, key: string, book: Rulebook): readonly string[] | null => {
  const words = wordsAt(fields, key);
  for (const word of words ?? []) {
    const [item = ''] = word.text.split('@');
    if (book.items.has(item)) continue;
    const details = { found: item, nearest: nearestName(item, book.items.keys()) };
    fields.problems.push(problemAt(word.place, 'unknown-item', `没有叫「${item}」的事项`, details));
  }
  return words?.map((word) => plainKey(word.text)) ?? null;
};

export const readAssessExpectation = (map: NotedMap, book: Rulebook, problems: Problem[]): AssessExpectation => {
  const fields = openFields(map, ['take', 'leave', 'could-add', 'total', 'level', 'next'], problems);
  return {
    take: entriesAt(fields, 'take', book),
    leave: readLeave(fields),
    couldAdd: entriesAt(fields, 'could-add', book),
    total: readTotal(fields),
    level: textAt(fields, 'level'),
    next: textAt(fields, 'next'),
  };
};
