// Reads the cases of expressions (src/rules/evaluate/cases/*.yaml): a text, other spellings of it, and what it comes to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subjectKinds, type SubjectKind } from '#rules/facts/dictionary.ts';
import { printProblem } from '#rules/problem.ts';
import { readYaml, type Noted } from '#rules/yaml/noted.ts';

/** What a text comes to for one firm on one date; `value` is canonical text, a range 2–3棵, or 未知. */
export type ValueCase = {
  readonly given: Noted;
  readonly on: string;
  readonly value: string;
  readonly missing: readonly string[];
  readonly reasons: readonly string[];
};

export type ExpressionCase = {
  readonly title: string;
  readonly file: string;
  readonly subject: SubjectKind;
  /** A word of Wanted, or the path of a fact whose type is wanted. */
  readonly wants: string;
  /** True where a series stands bare, as in derivations; the value is then that of 上年. */
  readonly bareSeries: boolean;
  readonly text: string;
  /** The canonical text. */
  readonly chinese: string;
  readonly type: string | null;
  /** Other spellings of the same tree. */
  readonly also: readonly string[];
  readonly values: readonly ValueCase[];
};

const fail = ({ place }: Pick<Noted, 'place'>, message: string): never => {
  throw new Error(`${place.file}:${place.line}: ${message}`);
};

const mapOf = (noted: Noted, keys: readonly string[]): ReadonlyMap<string, Noted> => {
  const { entries } = noted.kind === 'map' ? noted : fail(noted, 'a mapping is expected');
  const stray = entries.find(({ key }) => !keys.includes(key));
  if (stray) fail(noted, `${stray.key} is not one of ${keys.join(' ')}`);
  return new Map(entries.map(({ key, value }) => [key, value ?? fail(noted, `${key} has no value`)]));
};

const textOf = (noted: Noted): string => (noted.kind === 'scalar' ? noted.text : fail(noted, 'a text is expected'));
const maybeText = (noted: Noted | undefined): string | null => (noted === undefined ? null : textOf(noted));
const itemsOf = (noted: Noted | undefined): readonly Noted[] =>
  noted === undefined ? [] : noted.kind === 'list' ? noted.items : fail(noted, 'a list is expected');

const readValue = (noted: Noted): ValueCase => {
  const map = mapOf(noted, ['given', 'on', 'value', 'missing', 'reasons']);
  return {
    given: map.get('given') ?? { kind: 'map', entries: [], place: noted.place },
    on: maybeText(map.get('on')) ?? '2024-06-01',
    value: textOf(map.get('value') ?? fail(noted, 'a value is expected')),
    missing: itemsOf(map.get('missing')).map(textOf),
    reasons: itemsOf(map.get('reasons')).map(textOf),
  };
};

const subjectOf = (noted: Noted | undefined): SubjectKind => {
  const word = maybeText(noted) ?? 'enterprise';
  return subjectKinds.find((kind) => kind === word) ?? (noted ? fail(noted, `${word} is no subject`) : 'enterprise');
};

const keys = ['title', 'subject', 'wants', 'bare-series', 'text', 'chinese', 'type', 'also', 'values'];

const readCase = (noted: Noted): ExpressionCase => {
  const map = mapOf(noted, keys);
  const text = textOf(map.get('text') ?? fail(noted, 'a text is expected'));
  return {
    title: textOf(map.get('title') ?? fail(noted, 'a title is expected')),
    file: noted.place.file,
    subject: subjectOf(map.get('subject')),
    wants: maybeText(map.get('wants')) ?? 'value',
    bareSeries: maybeText(map.get('bare-series')) === '是',
    text,
    chinese: maybeText(map.get('chinese')) ?? text,
    type: maybeText(map.get('type')),
    also: itemsOf(map.get('also')).map(textOf),
    values: itemsOf(map.get('values')).map(readValue),
  };
};

const folder = join(import.meta.dirname, '../../src/rules/evaluate/cases');

const readFile = (name: string): readonly ExpressionCase[] => {
  const read = readYaml(readFileSync(join(folder, name), 'utf8'), name);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return itemsOf(read.value ?? undefined).map(readCase);
};

/** Every case, in the order of the files. */
export const expressionCases: readonly ExpressionCase[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .flatMap(readFile);
