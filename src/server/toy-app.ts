// The app over the toy city, for the tests of this room: an invented village, never real law.
import type { Hono } from 'hono';
import { pino } from 'pino';
import { problem, type Problem } from '#contract/problem.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';
import { createApp, type AppParts } from './app.ts';
import { readSample, type Sample } from './samples.ts';

export const day = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
};

export const bookOf = (files: Readonly<Record<string, string>>, hash = 'sha256:toy'): Rulebook => {
  const { rulebook, problems } = compilePacks(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    hash,
  );
  if (rulebook === null) throw new Error(problems.map(printProblem).join('\n'));
  return rulebook;
};

const sampleFile = `creditCode: 91320600138738315N
name: 海港渔业
facts:
  渔获收入: { 2023: 12万元 }
  船员: 7
projects: [{ name: 一号船, facts: { 造船款: 30万元 } }]
sources: [{ fact: 渔获收入, year: 2023, from: 村账 }]
`;

export const sampleOf = (book: Rulebook): Sample => {
  const about = { id: 'harbour-one', note: '村里的一条船', on: day('2024-06-01'), invented: true };
  const read = readSample(about, sampleFile, book);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return read.value;
};

/** Log lines as they were written. */
export const remembered = (): { readonly lines: Record<string, unknown>[]; readonly log: AppParts['log'] } => {
  const lines: Record<string, unknown>[] = [];
  return {
    lines,
    log: pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) }),
  };
};

export const appOf = (book: Rulebook, parts: Partial<AppParts> = {}) =>
  createApp({
    rulebook: book,
    samples: [sampleOf(book)],
    cases: [],
    webRoot: null,
    log: pino({ level: 'silent' }),
    today: () => day('2024-05-05'),
    elapsed: () => 0,
    version: '0.0.0-test',
    ...parts,
  });

/** One call, read to its end. */
export const ask = async (app: Hono, path: string, init?: RequestInit) => {
  const answer = await app.request(path, init);
  const text = await answer.text();
  const { status, headers } = answer;
  return { status, headers, type: headers.get('content-type'), text, json: JSON.parse(text) as unknown };
};

/** The problem of an answer; throws when it is not one of the contract's shape. */
export const problemIn = (answer: { readonly type: string | null; readonly json: unknown }): Problem => {
  if (answer.type !== 'application/problem+json; charset=utf-8') throw new Error(`not a problem but ${answer.type}`);
  return problem.parse(answer.json);
};
