// Runs the language's own cases: what each text parses to, prints as and comes to, or what is wrong with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { begin } from '#rules/evaluate/begin.ts';
import { evaluate } from '#rules/evaluate/expression.ts';
import type { Outcome } from '#rules/evaluate/outcome.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import { subjectKinds, type SubjectKind, type ValueType } from '#rules/facts/dictionary.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { formatNumber } from '#rules/facts/format.ts';
import { readGiven } from '#rules/facts/read-enterprise.ts';
import { printProblem } from '#rules/problem.ts';
import { readYaml, type Noted, type NotedMap } from '#rules/yaml/noted.ts';
import { parseExpression, type Wanted } from './parse.ts';
import { printChinese } from './print-chinese.ts';
import { printEnglish } from './print-english.ts';
import { printFeel } from './print-feel.ts';
import type { Expression } from './syntax.ts';
import { toyBook, toyDictionary } from './toy-firm.ts';

const folder = join(import.meta.dirname, 'cases');

const get = (map: Noted, key: string): Noted | null =>
  map.kind === 'map' ? (map.entries.find((entry) => entry.key === key)?.value ?? null) : null;

const textAt = (map: Noted, key: string): string | null => {
  const value = get(map, key);
  return value?.kind === 'scalar' ? value.text : null;
};

const listAt = (map: Noted, key: string): readonly Noted[] => {
  const value = get(map, key);
  return value?.kind === 'list' ? value.items : [];
};

const textsAt = (map: Noted, key: string): readonly string[] | null =>
  get(map, key) === null ? null : listAt(map, key).map((item) => (item.kind === 'scalar' ? item.text : ''));

const wantedWords = ['condition', 'value', 'money', 'ratio', 'number'] as const;

/** `wanted` is one of the words, or the path of a fact whose type is wanted. */
const wantedOf = (text: string | null): Wanted => {
  const word = wantedWords.find((each) => each === (text ?? 'condition'));
  const type = toyDictionary.facts.get(text ?? '')?.type;
  if (word === undefined && type === undefined) throw new Error(`no such wanted: ${text ?? ''}`);
  return word ?? type ?? 'value';
};

const subjectOf = (text: string | null): SubjectKind => {
  const kind = subjectKinds.find((each) => each === (text ?? 'enterprise'));
  if (kind === undefined) throw new Error(`no such subject: ${text ?? ''}`);
  return kind;
};

const typeName = (type: ValueType): string =>
  'unit' in type && type.unit !== null
    ? `${type.kind} ${type.unit}`
    : type.kind === 'tree'
      ? `tree ${type.of}`
      : type.kind;

const parse = (row: NotedMap) =>
  parseExpression(
    textAt(row, 'text') ?? '',
    {
      dictionary: toyDictionary,
      subject: subjectOf(textAt(row, 'subject')),
      bareSeries: textAt(row, 'bare-series') === '是',
    },
    wantedOf(textAt(row, 'wanted')),
  );

const parsed = (row: NotedMap): Expression => {
  const result = parse(row);
  if (!result.ok) throw new Error(result.problems.map((problem) => `${problem.code}: ${problem.message}`).join('\n'));
  return result.expression;
};

/** The cut text of a problem, its code, and the keys that the case names. */
const checkProblems = (row: NotedMap, wanted: readonly Noted[]): void => {
  const result = parse(row);
  const text = textAt(row, 'text') ?? '';
  const found = result.ok ? [] : result.problems;
  const keys = ['nearest', 'expected', 'remedy', 'found'] as const;
  expect(
    found.map((problem, i) => ({
      code: problem.code,
      at: text.slice(problem.span.from, problem.span.to),
      ...Object.fromEntries(
        keys.filter((key) => wanted[i] && textAt(wanted[i], key) !== null).map((key) => [key, problem[key]]),
      ),
    })),
  ).toEqual(
    wanted.map((each) => ({
      code: textAt(each, 'code'),
      at: textAt(each, 'at') ?? text,
      ...Object.fromEntries(keys.filter((key) => textAt(each, key) !== null).map((key) => [key, textAt(each, key)])),
    })),
  );
};

const firmOf = (given: Noted | null): Enterprise => {
  const noted = readYaml('{}', 'nothing given');
  const read = readGiven(given ?? (noted.ok && noted.value ? noted.value : fail()), toyDictionary);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return read.value;
};

const fail = (): never => {
  throw new Error('an empty mapping does not parse');
};

const printed = (outcome: Outcome, type: ValueType): string => {
  switch (outcome.is) {
    case 'unknown':
      return '未知';
    case 'number': {
      const [low, high] = [formatNumber(outcome.low, type), formatNumber(outcome.high, type)];
      return low === high ? low : `${low}..${high}`;
    }
    case 'boolean':
      return outcome.value ? '是' : '否';
    case 'date':
    case 'text':
      return outcome.value;
    case 'none':
      return '无';
    default:
      return outcome.is;
  }
};

const subjectAt = (firm: Enterprise, kind: SubjectKind) =>
  kind === 'enterprise' ? null : (firm.subjects[kind]?.[0] ?? null);

const checkValue = (row: NotedMap): void => {
  const expression = parsed(row);
  const firm = firmOf(get(row, 'given'));
  const on = readDate(textAt(row, 'on') ?? '2024-06-01') ?? fail();
  const outcome = evaluate(
    begin({ book: toyBook, firm, on, subject: subjectAt(firm, subjectOf(textAt(row, 'subject'))) }),
    expression,
  );
  expect(printed(outcome, expression.type)).toBe(textAt(row, 'value'));
  const [missing, reasons] = [textsAt(row, 'missing'), textsAt(row, 'reasons')];
  const why = outcome.is === 'unknown' ? outcome : outcome.is === 'number' ? outcome.why : null;
  if (missing !== null) expect((why?.missing ?? []).toSorted()).toEqual(missing.toSorted());
  if (reasons !== null)
    expect((why?.reasons ?? []).map((reason) => reason.code).toSorted()).toEqual(reasons.toSorted());
};

const knownKeys = new Set(
  'text wanted subject bare-series chinese english feel type problems on given value missing reasons'.split(' '),
);

const checkCase = (row: NotedMap): void => {
  if (get(row, 'problems') !== null) return checkProblems(row, listAt(row, 'problems'));
  const expression = parsed(row);
  expect(printChinese(expression)).toBe(textAt(row, 'chinese') ?? textAt(row, 'text'));
  const [english, feel, type] = [textAt(row, 'english'), textAt(row, 'feel'), textAt(row, 'type')];
  if (english !== null) expect(printEnglish(expression)).toBe(english);
  if (feel !== null) expect(printFeel(expression)).toBe(feel);
  if (type !== null) expect(typeName(expression.type)).toBe(type);
  if (get(row, 'value') !== null) checkValue(row);
};

describe.each(readdirSync(folder).toSorted())('the cases of %s', (name) => {
  const noted = readYaml(readFileSync(join(folder, name), 'utf8'), name);
  if (!noted.ok) throw new Error(noted.problems.map(printProblem).join('\n'));
  const rows = noted.value?.kind === 'list' ? noted.value.items : [];
  const named = rows.map((row): [string, Noted] => [`line ${row.place.line}: ${textAt(row, 'text') ?? ''}`, row]);

  it.each(named)('%s', (_, row) => {
    if (row.kind !== 'map') throw new Error('a case is a mapping');
    expect(row.entries.map((entry) => entry.key).filter((key) => !knownKeys.has(key))).toEqual([]);
    checkCase(row);
  });
});
