// What a case expects, read from YAML. Only what is written is compared later.
import { findFactByPath } from '#rules/facts/fact-names.ts';
import { subjectKinds, subjectNames, type Dictionary, type FactDefinition } from '#rules/facts/dictionary.ts';
import { problemAt } from '#rules/facts/read-problem.ts';
import { readValue } from '#rules/facts/read-value.ts';
import { reasonCodes } from '#rules/evaluate/result.ts';
import { conditionsIn } from '#rules/packs/conditions.ts';
import { grades, type Condition, type Gate, type Item, type Rulebook } from '#rules/packs/rulebook.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import type { Problem } from '#rules/problem.ts';
import type { NotedMap, NotedScalar } from '#rules/yaml/noted.ts';
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

/** The ids of conditions that fail; one that the rule does not have is a problem. `known` is null where the rule itself is not known. */
const readFailing = (fields: Fields, known: ReadonlySet<string> | null): readonly string[] | null => {
  const words = wordsAt(fields, 'failing');
  for (const word of words ?? []) {
    if (known === null || known.has(word.text)) continue;
    const details = { found: word.text, nearest: nearestName(word.text, known) };
    fields.problems.push(problemAt(word.place, 'unknown-condition', `没有 id 是「${word.text}」的条件`, details));
  }
  return words?.map((word) => word.text) ?? null;
};

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

const idsIn = (conditions: readonly (Condition | null)[]): ReadonlySet<string> =>
  new Set(conditions.flatMap(conditionsIn).flatMap(({ id }) => (id === null ? [] : [id])));

const idsOfItem = ({ versions }: Item): ReadonlySet<string> =>
  idsIn(versions.flatMap(({ applies, eligible }) => [applies, eligible]));

/** Those of the gate, and those that notices put in. */
const idsOfGate = (book: Rulebook, gate: Gate): ReadonlySet<string> => {
  const laid = book.overlays.flatMap(({ gate: id, change }) =>
    id !== gate.id || change.kind === 'waive' ? [] : [change.kind === 'add' ? change.condition : change.by],
  );
  return idsIn([gate.require, ...laid]);
};

const readVerdict = (fields: Fields, book: Rulebook, conditions: ReadonlySet<string> | null): VerdictExpectation => ({
  verdict: wordAt(fields, 'verdict', verdicts),
  applies: readApplies(fields),
  missing: readMissing(fields, book.dictionary),
  failing: readFailing(fields, conditions),
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

/** What a case expects of an item; null where there is no such item. */
export const readItemExpectation = (
  map: NotedMap,
  book: Rulebook,
  item: Item | null,
  problems: Problem[],
): ItemExpectation => {
  const fields = openFields(map, [...verdictKeys, 'amount', 'steps', 'window'], problems);
  return {
    ...readVerdict(fields, book, item === null ? null : idsOfItem(item)),
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

/** `{ low: 60, high: 80 }`, and `blocks: { 专业化: 20 }` beside it. */
const readScoreMap = (map: NotedMap, problems: Problem[]): ScoreExpectation => {
  const fields = openFields(map, ['low', 'high', 'blocks'], problems);
  const blocks = readBlocks(fields);
  if (!fields.entries.has('low') && !fields.entries.has('high')) return { total: null, blocks };
  const range = { ...map, entries: map.entries.filter(({ key }) => key === 'low' || key === 'high') };
  return { total: readPoints(fields, range, 'score'), blocks };
};

/** A score that is expected: one number where low and high are the same, or a mapping. */
export const readScoreExpectation = (fields: Fields, key: string): ScoreExpectation | null => {
  const noted = valueAt(fields, key);
  if (noted === null) return null;
  if (noted.kind === 'map') return readScoreMap(noted, fields.problems);
  return { total: readPoints(fields, noted, key), blocks: new Map() };
};

/** What a case expects of a gate; null where there is no such gate. */
export const readGateExpectation = (
  map: NotedMap,
  book: Rulebook,
  gate: Gate | null,
  problems: Problem[],
): GateExpectation => {
  const fields = openFields(map, [...verdictKeys, 'score'], problems);
  const known = gate === null ? null : idsOfGate(book, gate);
  return { ...readVerdict(fields, book, known), score: readScoreExpectation(fields, 'score') };
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

const readTotal = (fields: Fields): AssessExpectation['total'] => {
  const map = valueAt(fields, 'total')?.kind === 'map' ? mapAt(fields, 'total') : null;
  if (map !== null && map.entries.every(({ key }) => key === 'cash' || key === 'tax')) {
    const own = openFields(map, ['cash', 'tax'], fields.problems);
    return { cash: amountAt(own, 'cash'), tax: amountAt(own, 'tax') };
  }
  const cash = amountAt(fields, 'total');
  return cash === null ? null : { cash, tax: null };
};

/** An entry, `item@项目:三号车间` or `item@三号车间` for short; an item that the packs do not have is a problem. */
const readEntry = (fields: Fields, word: NotedScalar, book: Rulebook): string => {
  const at = word.text.indexOf('@');
  const id = at < 0 ? word.text : word.text.slice(0, at);
  const item = book.items.get(id);
  if (item === undefined) {
    const details = { found: id, nearest: nearestName(id, book.items.keys()) };
    fields.problems.push(problemAt(word.place, 'unknown-item', `没有叫「${id}」的事项`, details));
  }
  const subject = at < 0 ? null : word.text.slice(at + 1);
  if (item === undefined || subject === null || /^(?:项目|人员|专利|贷款|投标):/.test(subject)) return word.text;
  return `${id}@${subjectNames[item.subject]}:${subject}`;
};

const entriesAt = (fields: Fields, key: string, book: Rulebook): readonly string[] | null =>
  wordsAt(fields, key)?.map((word) => readEntry(fields, word, book)) ?? null;

const readLeave = (fields: Fields, book: Rulebook): readonly LeaveExpectation[] | null => {
  const noted = valueAt(fields, 'leave');
  if (noted?.kind !== 'list')
    return entriesAt(fields, 'leave', book)?.map((entry) => ({ entry, because: null })) ?? null;
  return noted.items.flatMap((item) => {
    if (item.kind === 'scalar') return [{ entry: readEntry(fields, item, book), because: null }];
    const own = item.kind === 'map' ? openFields(item, ['entry', 'because'], fields.problems) : null;
    const entry = own === null ? null : valueAt(own, 'entry');
    if (own !== null && entry?.kind === 'scalar')
      return [{ entry: readEntry(fields, entry, book), because: textAt(own, 'because') }];
    noteMissing({ ...fields, place: item.place }, 'entry', '{ entry: 事项@对象, because: … }');
    return [];
  });
};

export const readAssessExpectation = (map: NotedMap, book: Rulebook, problems: Problem[]): AssessExpectation => {
  const fields = openFields(map, ['take', 'leave', 'could-add', 'total', 'level', 'next'], problems);
  return {
    take: entriesAt(fields, 'take', book),
    leave: readLeave(fields, book),
    couldAdd: entriesAt(fields, 'could-add', book),
    total: readTotal(fields),
    level: textAt(fields, 'level'),
    next: textAt(fields, 'next'),
  };
};
