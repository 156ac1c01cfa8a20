// Reads the language's own cases (src/rules/language/cases/*.yaml): texts with their printings, values and problems.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subjectKinds, type SubjectKind } from '#rules/facts/dictionary.ts';
import { printProblem } from '#rules/problem.ts';
import { readYaml, type Noted, type NotedMap } from '#rules/yaml/noted.ts';

/** What a text comes to for one firm on one date; `value` is canonical text, or 未知. */
export type ValueCase = {
  readonly given: Noted;
  readonly on: string;
  readonly value: string;
  readonly missing: readonly string[];
  readonly reasons: readonly string[];
};

export type GoodCase = {
  readonly text: string;
  readonly chinese: string;
  readonly english: string | null;
  readonly feel: string | null;
  readonly type: string | null;
  /** Other spellings of the same tree. */
  readonly also: readonly string[];
  readonly values: readonly ValueCase[];
};

/** `at` is the passage that the problem points to, `from` where it begins. */
export type ProblemCase = {
  readonly code: string;
  readonly at: string;
  readonly from: number;
  readonly nearest: string | null;
  readonly expected: string | null;
  readonly remedy: string | null;
};

export type BadCase = { readonly text: string; readonly problems: readonly ProblemCase[] };

export type LanguageCase = {
  readonly title: string;
  readonly file: string;
  readonly subject: SubjectKind;
  /** A word of Wanted, or the path of a fact whose type is wanted. */
  readonly wants: string;
  readonly bareSeries: boolean;
  readonly good: GoodCase | null;
  readonly bad: BadCase | null;
};

const fail = (noted: { readonly place: Noted['place'] }, message: string): never => {
  throw new Error(`${noted.place.file}:${noted.place.line}: ${message}`);
};

const mapOf = (noted: Noted, keys: readonly string[]): ReadonlyMap<string, Noted> => {
  const map: NotedMap = noted.kind === 'map' ? noted : fail(noted, 'a mapping is expected');
  return new Map(
    map.entries.map(({ key, value }) => {
      if (!keys.includes(key)) fail(noted, `${key} is not one of ${keys.join(' ')}`);
      return [key, value ?? fail(noted, `${key} has no value`)];
    }),
  );
};

const textOf = (noted: Noted): string => (noted.kind === 'scalar' ? noted.text : fail(noted, 'a text is expected'));
const itemsOf = (noted: Noted | undefined): readonly Noted[] =>
  noted === undefined ? [] : noted.kind === 'list' ? noted.items : fail(noted, 'a list is expected');
const maybeText = (noted: Noted | undefined): string | null => (noted === undefined ? null : textOf(noted));

const nothing = (place: Noted['place']): Noted => ({ kind: 'map', entries: [], place });

const readValue = (noted: Noted): ValueCase => {
  const map = mapOf(noted, ['given', 'on', 'value', 'missing', 'reasons']);
  const value = map.get('value') ?? fail(noted, 'a value is expected');
  return {
    given: map.get('given') ?? nothing(noted.place),
    on: maybeText(map.get('on')) ?? '2024-06-01',
    value: textOf(value),
    missing: itemsOf(map.get('missing')).map(textOf),
    reasons: itemsOf(map.get('reasons')).map(textOf),
  };
};

const readProblem = (noted: Noted, text: string): ProblemCase => {
  const map = mapOf(noted, ['code', 'at', 'from', 'nearest', 'expected', 'remedy']);
  const at = textOf(map.get('at') ?? fail(noted, 'at is expected'));
  const written = maybeText(map.get('from'));
  const from = written === null ? text.indexOf(at) : Number(written);
  if (written === null && text.split(at).length !== 2 && at !== text) fail(noted, `${at} is not there exactly once: say from`);
  return {
    code: textOf(map.get('code') ?? fail(noted, 'a code is expected')),
    at,
    from,
    nearest: maybeText(map.get('nearest')),
    expected: maybeText(map.get('expected')),
    remedy: maybeText(map.get('remedy')),
  };
};

const commonKeys = ['title', 'subject', 'wants', 'bare-series'];
const goodKeys = ['text', 'chinese', 'english', 'feel', 'type', 'also', 'values'];
const badKeys = ['refused', 'problems'];

const readGood = (map: ReadonlyMap<string, Noted>, text: string): GoodCase => ({
  text,
  chinese: maybeText(map.get('chinese')) ?? text,
  english: maybeText(map.get('english')),
  feel: maybeText(map.get('feel')),
  type: maybeText(map.get('type')),
  also: itemsOf(map.get('also')).map(textOf),
  values: itemsOf(map.get('values')).map(readValue),
});

const subjectOf = (noted: Noted | undefined): SubjectKind => {
  const word = maybeText(noted) ?? 'enterprise';
  return subjectKinds.find((kind) => kind === word) ?? (noted ? fail(noted, `${word} is no subject`) : 'enterprise');
};

const readCase = (noted: Noted): LanguageCase => {
  const map = mapOf(noted, [...commonKeys, ...goodKeys, ...badKeys]);
  const [text, refused] = [maybeText(map.get('text')), maybeText(map.get('refused'))];
  if ((text === null) === (refused === null)) fail(noted, 'either text or refused is expected');
  const problems = refused === null ? [] : itemsOf(map.get('problems')).map((each) => readProblem(each, refused));
  if (refused !== null && problems.length === 0) fail(noted, 'a refused text has problems');
  return {
    title: textOf(map.get('title') ?? fail(noted, 'a title is expected')),
    file: noted.place.file,
    subject: subjectOf(map.get('subject')),
    wants: maybeText(map.get('wants')) ?? 'value',
    bareSeries: maybeText(map.get('bare-series')) === 'true',
    good: text === null ? null : readGood(map, text),
    bad: refused === null ? null : { text: refused, problems },
  };
};

const folder = join(import.meta.dirname, '../../src/rules/language/cases');

const readFile = (name: string): readonly LanguageCase[] => {
  const read = readYaml(readFileSync(join(folder, name), 'utf8'), name);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return itemsOf(read.value ?? undefined).map(readCase);
};

/** Every case, in the order of the files. */
export const languageCases: readonly LanguageCase[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .flatMap(readFile);
