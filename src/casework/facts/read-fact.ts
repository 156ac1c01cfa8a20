// One recorded value by the dictionary: the same reader as for enterprise files, so that both accept and refuse the same.
import {
  subjectKinds,
  subjectNames,
  type Dictionary,
  type SubjectKind,
  type ValueType,
} from '#rules/facts/dictionary.ts';
import type { Received, Value } from '#rules/facts/enterprise.ts';
import { findFact } from '#rules/facts/fact-names.ts';
import { readFacts } from '#rules/facts/read-facts.ts';
import { readReceived, type ListedKind } from '#rules/facts/read-parts.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { Checked, Problem } from '#rules/problem.ts';
import type { NotedEntry } from '#rules/yaml/noted.ts';
import { notedOf } from './value-text.ts';

/** What a text says: a value, that there is none of a kind (项目: 无), or what was received before. */
export type Said =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'no-subjects' }
  | { readonly is: 'received'; readonly received: readonly Received[] };

export type ReadFact = { readonly fact: string; readonly period: number | null; readonly said: Said };

export const receivedName = '已获';

/** The kind whose whole list a name speaks of: 项目, 人员, 专利, 贷款, 投标. */
export const listedKind = (name: string): ListedKind | null =>
  subjectKinds.filter((kind) => kind !== 'enterprise').find((kind) => subjectNames[kind] === name) ?? null;

type Written = {
  readonly kind: SubjectKind;
  readonly fact: string;
  readonly period: string | null;
  readonly value: string;
};

/** Problems say by the name of their file which part of the record they are about. */
export type Part = 'fact' | 'period' | 'value';

const placeOf = (part: Part): Place => ({ file: part, line: 1, column: 1 });

const problem = (part: Part, code: string, message: string, expected: string, found: string): Problem => ({
  place: placeOf(part),
  code,
  message,
  found,
  expected,
  nearest: null,
  remedy: null,
});

const good = (fact: string, period: number | null, said: Said): Checked<ReadFact> => ({
  ok: true,
  value: { fact, period, said },
});

const bad = (...problems: readonly Problem[]): Checked<ReadFact> => ({ ok: false, problems });

const anyList: ValueType = { kind: 'list', fields: new Map() };

const readStatement = ({ fact, period, value }: Written, dictionary: Dictionary): Checked<ReadFact> => {
  if (period !== null) return bad(problem('period', 'not-a-series', `${fact}不是按年的`, '空着', period));
  if (fact !== receivedName) {
    return ['无', '[]'].includes(value.trim())
      ? good(fact, null, { is: 'no-subjects' })
      : bad(problem('value', 'wrong-shape', `整个${fact}只能写 无；有的要一项一项写`, '无', value));
  }
  const noted = notedOf(value, anyList, placeOf('value'));
  if (!noted.ok) return noted;
  const read = readReceived({ key: fact, keyPlace: placeOf('fact'), value: noted.value }, dictionary);
  if (read.problems.length > 0) return bad(...read.problems.map((each) => ({ ...each, place: placeOf('value') })));
  return good(fact, null, { is: 'received', received: read.value });
};

const entryOf = ({ kind, fact, period, value }: Written, dictionary: Dictionary): Checked<NotedEntry> => {
  const noted = notedOf(value, findFact(dictionary, kind, fact)?.type ?? null, placeOf('value'));
  if (!noted.ok) return noted;
  const inYear = { key: period ?? '', keyPlace: placeOf('period'), value: noted.value };
  const series = { kind: 'map', entries: [inYear], place: placeOf('period') } as const;
  return {
    ok: true,
    value: { key: fact, keyPlace: placeOf('fact'), value: period === null ? noted.value : series },
  };
};

/** A series without a year is a matter of the year, wherever the reader of files points. */
const replaced = (each: Problem): Problem =>
  each.code === 'bare-series'
    ? { ...each, place: placeOf('period'), found: null, expected: '四位年份', remedy: null }
    : each;

/**
 * Reads one written value by the dictionary.
 *
 * @param written  period null for what is no series; the value as an enterprise file writes it
 * @returns        the fact's path, the year and what is said, or every problem; `place.file` is the `Part` that it is about
 * @problem        those of readFacts and readReceived
 */
export const readFact = (written: Written, dictionary: Dictionary): Checked<ReadFact> => {
  const isStatement = written.fact === receivedName || listedKind(written.fact) !== null;
  if (written.kind === 'enterprise' && isStatement) return readStatement(written, dictionary);
  const entry = entryOf(written, dictionary);
  if (!entry.ok) return entry;
  const { facts, problems } = readFacts([entry.value], written.kind, dictionary);
  if (problems.length > 0) return bad(...problems.map(replaced));
  for (const [fact, value] of facts.single) return good(fact, null, { is: 'value', value });
  for (const [fact, years] of facts.yearly)
    for (const [year, value] of years) return good(fact, year, { is: 'value', value });
  throw new Error(`${written.fact} read as nothing`);
};
