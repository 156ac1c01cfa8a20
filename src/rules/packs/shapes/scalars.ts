// The building blocks of every file's shape: scalars with their places, closed words, dates, free mappings and strict mappings.
import { z } from 'zod';
import { dateOf, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { originKey, type Origin } from './data.ts';
import { keysTaking } from './slips.ts';

/** What a shape says about a wrong value; carried through zod to the problem. */
export type IssueParams = {
  readonly code: string;
  readonly expected: string | null;
  readonly nearTo: readonly string[];
};

/** A value with the place where it was written. */
export type Placed<T> = { readonly value: T; readonly place: Place };

const isScalarData = (data: unknown): data is NotedScalar =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'scalar' && !(originKey in data);

const wrong = (code: string, expected: string | null, nearTo: readonly string[] = []): { params: IssueParams } => ({
  params: { code, expected, nearTo },
});

/** Any text, number or yes-no as its source text. */
export const scalar = z
  .custom<NotedScalar>(isScalarData, { ...wrong('not-a-scalar', '一个值'), message: '这里要写一个值' })
  .meta({ type: ['string', 'number', 'boolean'] });

/** `instead` stands in where the value could not be read and its problem was reported. */
const placed = <T>(
  read: (text: string) => T | null,
  instead: T | undefined,
  message: string,
  issue: { params: IssueParams },
) =>
  scalar
    .transform((found, context): Placed<T> => {
      const value = isVoid(found.place) ? instead : read(found.text);
      if (value !== null && value !== undefined) return { value, place: found.place };
      context.issues.push({ code: 'custom', message, input: found.text, ...issue });
      return z.NEVER;
    })
    .meta({ type: ['string', 'number', 'boolean'] });

/** One of a closed list of words. */
export const word = <T extends string>(words: readonly T[]) =>
  placed(
    (text) => words.find((w) => w === text) ?? null,
    words[0],
    '这里只能写规定的词',
    wrong('unknown-word', words.join('、'), words),
  ).meta({
    type: 'string',
    enum: [...words],
  });

const yes: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['true', true],
  ['否', false],
  ['false', false],
]);

/** 是 or 否 (true or false). */
export const yesNo = placed((text) => yes.get(text) ?? null, true, '这里要写 是 或 否', wrong('not-yes-no', '是、否'));

/** A date YYYY-MM-DD that exists. */
export const date = placed<PlainDate>(
  readDate,
  dateOf(9999, 12, 31),
  '不是有效的日期',
  wrong('bad-date', '形如 2026-04-01 的日期'),
);

/** A date, or the word unknown. */
export const dateOrUnknown = placed<PlainDate | 'unknown'>(
  (text) => (text === 'unknown' ? text : readDate(text)),
  'unknown',
  '不是有效的日期',
  wrong('bad-date', '形如 2026-04-01 的日期，或 unknown'),
);

/** A year, month or day as far as the register knows it: 2024, 2024-12, 2024-12-01; or unknown. */
export const partialDate = placed<string>(
  (text) => (text === 'unknown' || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) ? text : readDate(text)),
  'unknown',
  '不是有效的日期',
  wrong('bad-date', '形如 2024、2024-12 或 2024-12-01 的日期，或 unknown'),
);

/** One entry of a free mapping: the key is read as a scalar, since it may be an expression. */
export type Entry<V> = { readonly key: NotedScalar; readonly value: V };

/** Value shapes of free mappings, for the JSON Schema. */
export const entryShapes = new WeakMap<object, z.ZodType>();

type MapData = Record<string, unknown> & { readonly [originKey]: Origin };

const isMapData = (data: unknown): data is MapData => typeof data === 'object' && data !== null && originKey in data;

/** Any mapping. A scalar is an object too, so a shape of keys must not be the first to look at it. */
const anyMapping = <T>() =>
  z.custom<T>(isMapData, { ...wrong('not-a-mapping', '一组键和值'), message: '这里要写一组键和值' });

/** Lists of keys in one text: the known ones, then for each unknown key those that it may mean. */
const unknownKeys = (
  shape: z.core.$ZodLooseShape,
  { input, keys }: z.core.$ZodRawIssue<z.core.$ZodIssueUnrecognizedKeys>,
) => {
  const present: Record<string, unknown> = isMapData(input) ? input : {};
  const meant = keys.map((key) => keysTaking(shape, present, present[key]));
  return [Object.keys(shape), ...meant].map((list) => list.join('\n')).join('\f');
};

/** The strict mapping of these keys. Its output carries its origin under '@'. */
export const mapping = <S extends z.core.$ZodLooseShape>(shape: S) => {
  const keys = z.strictObject(
    { ...shape, [originKey]: z.custom<Origin>() },
    // The known keys and those that each unknown one may mean travel in the message; issues.ts turns them into a sentence.
    { error: (issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(shape, issue) : undefined) },
  );
  return z.pipe(anyMapping<z.input<typeof keys>>(), keys);
};

/** A mapping with free keys (thresholds, block names, years), in the order in which they were written. */
export const entriesOf = <V>(shape: z.ZodType<V>) => {
  const schema = anyMapping<MapData>().transform((data, context): readonly Entry<V>[] => {
    const entries: Entry<V>[] = [];
    for (const [key, place] of data[originKey].keys) {
      const read = shape.safeParse(data[key]);
      if (read.success) entries.push({ key: { kind: 'scalar', text: key, quoted: false, place }, value: read.data });
      else
        context.issues.push({ code: 'custom', input: data[key], path: [key], params: { nested: read.error.issues } });
    }
    return entries;
  });
  entryShapes.set(schema.out, shape);
  return schema;
};
