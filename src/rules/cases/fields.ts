// The keys of one mapping of a case file: strict, typed, every problem noted.
import { nearestName } from '#rules/facts/nearest.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { fromDecimal, type Rational } from '#rules/exact/rational.ts';
import type { AmountRange } from '#rules/evaluate/result.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import { problemAt } from '#rules/facts/read-problem.ts';
import { readNumber } from '#rules/facts/read-measure.ts';
import type { Problem } from '#rules/problem.ts';
import type { Noted, NotedEntry, NotedMap, NotedScalar } from '#rules/yaml/noted.ts';
import type { PointsRange } from './case.ts';

export type Fields = {
  readonly place: Place;
  readonly entries: ReadonlyMap<string, NotedEntry>;
  readonly problems: Problem[];
};

/** Opens a mapping. Keys that are not allowed and keys without a value are problems. */
export const openFields = (map: NotedMap, allowed: readonly string[], problems: Problem[]): Fields => {
  const entries = new Map<string, NotedEntry>();
  for (const entry of map.entries) {
    if (!allowed.includes(entry.key)) {
      const details = { found: entry.key, expected: allowed.join('、'), nearest: nearestName(entry.key, allowed) };
      problems.push(problemAt(entry.keyPlace, 'unknown-key', `这里没有「${entry.key}」这个键`, details));
    } else if (entry.value === null) {
      problems.push(
        problemAt(entry.keyPlace, 'empty-value', `「${entry.key}」没有写内容`, { remedy: '请写上，或删去这一行' }),
      );
    } else entries.set(entry.key, entry);
  }
  return { place: map.place, entries, problems };
};

export const noteMissing = (fields: Fields, key: string, expected: string): void => {
  fields.problems.push(problemAt(fields.place, 'missing-key', `没有写 ${key}`, { expected }));
};

/** The value under a key, or null when the key is not there. */
export const valueAt = (fields: Fields, key: string): Noted | null => fields.entries.get(key)?.value ?? null;

const refuse = (fields: Fields, noted: Noted, key: string, expected: string): null => {
  const found = noted.kind === 'scalar' ? noted.text : noted.kind === 'list' ? '列表' : '映射';
  fields.problems.push(problemAt(noted.place, 'wrong-shape', `${key} 写法不对`, { found, expected }));
  return null;
};

const scalarAt = (fields: Fields, key: string, expected: string): NotedScalar | null => {
  const noted = valueAt(fields, key);
  if (noted === null || noted.kind === 'scalar') return noted;
  return refuse(fields, noted, key, expected);
};

export const textAt = (fields: Fields, key: string): string | null =>
  scalarAt(fields, key, '一个词或一句话')?.text.trim() ?? null;

/** One of a closed list of words; another word is a problem with the nearest one. */
export const wordAt = <T extends string>(fields: Fields, key: string, words: readonly T[]): T | null => {
  const noted = scalarAt(fields, key, words.join('、'));
  if (noted === null) return null;
  const word = words.find((each) => each === noted.text);
  if (word !== undefined) return word;
  const details = { found: noted.text, expected: words.join('、'), nearest: nearestName(noted.text, words) };
  fields.problems.push(problemAt(noted.place, 'unknown-word', `${key} 没有「${noted.text}」这个写法`, details));
  return null;
};

export const dateAt = (fields: Fields, key: string): PlainDate | null => {
  const noted = scalarAt(fields, key, '日期，如 2024-06-01');
  if (noted === null) return null;
  return readDate(noted.text) ?? refuse(fields, noted, key, '日期，如 2024-06-01');
};

const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['是', true],
  ['false', false],
  ['否', false],
]);

export const flagAt = (fields: Fields, key: string): boolean | null => {
  const noted = scalarAt(fields, key, 'true 或 false');
  if (noted === null) return null;
  return flags.get(noted.text) ?? refuse(fields, noted, key, 'true 或 false');
};

/** A list of words; one word alone is a list of one. */
export const wordsAt = (fields: Fields, key: string): readonly NotedScalar[] | null => {
  const noted = valueAt(fields, key);
  if (noted === null) return null;
  if (noted.kind === 'scalar') return [noted];
  if (noted.kind === 'map') return refuse(fields, noted, key, '列表');
  return noted.items.flatMap((item) => {
    if (item.kind === 'scalar') return [item];
    refuse(fields, item, key, '一个词');
    return [];
  });
};

/** The mapping under a key. */
export const mapAt = (fields: Fields, key: string): NotedMap | null => {
  const noted = valueAt(fields, key);
  if (noted === null || noted.kind === 'map') return noted;
  return refuse(fields, noted, key, '映射');
};

const unbounded = ['null', 'unknown', '无上限'];

/** Money of an expectation in fen; a bare 0 is nothing in any unit. */
const readFen = (fields: Fields, noted: Noted, key: string): bigint | null => {
  if (noted.kind !== 'scalar') return refuse(fields, noted, key, '金额，如 50万元');
  if (noted.text === '0') return 0n;
  const read = readNumber(noted, key, { kind: 'money' });
  if (read.ok) return read.value.n;
  fields.problems.push(...read.problems);
  return null;
};

/** `50万元` for a certain amount, or { low, high } with high null (无上限) for one without an upper bound. */
export const amountAt = (fields: Fields, key: string): AmountRange | null => {
  const noted = valueAt(fields, key);
  if (noted === null) return null;
  if (noted.kind === 'map') {
    const range = openFields(noted, ['low', 'high'], fields.problems);
    const [low, high] = [valueAt(range, 'low'), valueAt(range, 'high')];
    if (low === null || high === null) {
      noteMissing(range, 'low 和 high', '{ low: 0元, high: 100万元 }');
      return null;
    }
    const least = readFen(fields, low, `${key}.low`);
    if (high.kind === 'scalar' && unbounded.includes(high.text))
      return least === null ? null : { low: least, high: null };
    const most = readFen(fields, high, `${key}.high`);
    return least === null || most === null ? null : { low: least, high: most };
  }
  const fen = readFen(fields, noted, key);
  return fen === null ? null : { low: fen, high: fen };
};

const readPoint = (fields: Fields, noted: Noted | null, key: string): Rational | null => {
  if (noted === null) return null;
  const value = noted.kind === 'scalar' ? fromDecimal(noted.text) : null;
  return value ?? refuse(fields, noted, key, '分数，如 60、7..8 或 { low: 60, high: 80 }');
};

/** Points: `60`, `7..8` or { low, high }. */
export const readPoints = (fields: Fields, noted: Noted, key: string): PointsRange | null => {
  if (noted.kind === 'map') {
    const range = openFields(noted, ['low', 'high'], fields.problems);
    const low = readPoint(fields, valueAt(range, 'low'), `${key}.low`);
    const high = readPoint(fields, valueAt(range, 'high'), `${key}.high`);
    if (low !== null && high !== null) return { low, high };
    if (!range.entries.has('low') || !range.entries.has('high'))
      noteMissing(range, 'low 和 high', '{ low: 60, high: 80 }');
    return null;
  }
  const [first, second] = noted.kind === 'scalar' ? noted.text.split('..') : [];
  if (first !== undefined && second !== undefined) {
    const [low, high] = [fromDecimal(first.trim()), fromDecimal(second.trim())];
    if (low !== null && high !== null) return { low, high };
  }
  const point = readPoint(fields, noted, key);
  return point === null ? null : { low: point, high: point };
};
