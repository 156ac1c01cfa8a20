// Which of its known keys a mapping's unknown key may have meant: the absent ones that would take its value.
import { z } from 'zod';
import { originKey, toData } from './data.ts';
import { voidPlace } from '#rules/yaml/void.ts';

type Issue = z.core.$ZodIssue;

/** The issue of a value that is of another kind than what stands there: a list for a mapping. */
export const isRootMismatch = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'custom' &&
      (issue.params?.['code'] === 'not-a-scalar' || issue.params?.['code'] === 'not-a-mapping')));

const emptyMapping = toData({ kind: 'map', entries: [], place: voidPlace('') });

/** A value without its contents, so that looking at it stays cheap however deep it is; a scalar stays whole. */
const hollow = (data: unknown): { readonly data: unknown; readonly whole: boolean } => {
  if (Array.isArray(data)) return { data: [], whole: false };
  const isMapping = typeof data === 'object' && data !== null && originKey in data;
  return isMapping ? { data: emptyMapping, whole: false } : { data, whole: true };
};

const isOfKind = (issues: readonly Issue[]): boolean =>
  !issues.some(
    (issue) =>
      isRootMismatch(issue) || (issue.code === 'invalid_union' && !issue.errors.some((each) => isOfKind(each))),
  );

const takes = (schema: z.core.$ZodType, data: unknown): boolean => {
  const { data: value, whole } = hollow(data);
  const read = z.safeParse(schema, value);
  return read.success || (!whole && isOfKind(read.error.issues));
};

/** The absent keys of a shape that would take this value. */
export const keysTaking = (shape: z.core.$ZodLooseShape, present: object, data: unknown): readonly string[] =>
  Object.entries(shape).flatMap(([key, schema]) => (!(key in present) && takes(schema, data) ? [key] : []));
