// A log and its roots as files: one line of JSON an entry, one a day. What is handed to auditors, and what they check with.
import { z } from 'zod';
import type { Linked } from './chain.ts';
import type { Lodged } from './verify.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'should be 64 hex digits');

const entryLine = z.object({
  tenant: z.string(),
  chain: z.string(),
  seq: z.int().positive(),
  kind: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  body: z.string(),
  prev: hash,
  hash,
});

const rootLine = z.object({
  day: z.iso.date(),
  root: hash,
  heads: z.array(z.object({ chain: z.string(), seq: z.int().positive(), hash })).nullish(),
});

export type LineProblem = { readonly line: number; readonly said: string };

type Lines<T> =
  | { readonly ok: true; readonly value: readonly T[] }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readLines = <T>(text: string, shape: z.ZodType<T>): Lines<T> => {
  const value: T[] = [];
  const problems: LineProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = shape.safeParse(readJson(line));
    if (read.success) value.push(read.data);
    else
      problems.push({
        line: index + 1,
        said: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; '),
      });
  }
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems };
};

/** Every line that is no entry is told, with its number. */
export const readEntries = (text: string): Lines<Linked> => readLines(text, entryLine);

export const readRoots = (text: string): Lines<Lodged> => {
  const read = readLines(text, rootLine);
  return read.ok
    ? { ok: true, value: read.value.map(({ heads, ...rest }) => ({ ...rest, heads: heads ?? null })) }
    : read;
};

/** The file of a log. Ends in a line break, so that two files joined are one. */
export const printEntries = (entries: readonly Linked[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

export const printRoots = (roots: readonly Lodged[]): string =>
  roots.map((root) => `${JSON.stringify(root)}\n`).join('');
