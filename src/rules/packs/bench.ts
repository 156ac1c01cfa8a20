// The workbench of one compilation: where problems are collected, sources are looked up and expressions are remembered.
import type { Expression, Span } from '#rules/language/syntax.ts';
import type { Problem } from '#rules/problem.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import type { Place } from './rulebook.ts';
import { isExcused, type Unread } from './unread.ts';

/** An expression and the scalar that it was read from, for canonical printing. */
export type Spoken = { readonly scalar: NotedScalar; readonly expression: Expression };

export type Bench = {
  readonly problems: Problem[];
  readonly spoken: Spoken[];
  readonly unread: Unread;
  /** The lines of a file, for places inside a scalar. */
  readonly linesOf: (file: string) => readonly string[];
};

type More = Partial<Pick<Problem, 'found' | 'expected' | 'nearest' | 'remedy'>>;

/** Adds a problem, unless it only follows from one that has been reported: at a void, or that something unread is not there. */
export const report = (bench: Bench, place: Place, code: string, message: string, more: More = {}): void => {
  if (isVoid(place) || isExcused(bench.unread, code, more.found ?? null)) return;
  bench.problems.push({ place, code, message, found: null, expected: null, nearest: null, remedy: null, ...more });
};

/**
 * The place of a span inside a scalar: exact for a scalar that stands on one line as it reads (plain, or quoted without
 * escapes), else the scalar's own place.
 */
export const placeInScalar = (bench: Bench, scalar: NotedScalar, span: Pick<Span, 'from'>): Place => {
  const { place } = scalar;
  const line = bench.linesOf(place.file)[place.line - 1] ?? '';
  const start = place.column - 1 + (scalar.quoted ? 1 : 0);
  return line.startsWith(scalar.text, start) ? { ...place, column: start + 1 + span.from } : place;
};

const byPlace = (a: Problem, b: Problem): number =>
  a.place.file < b.place.file
    ? -1
    : a.place.file > b.place.file
      ? 1
      : a.place.line - b.place.line || a.place.column - b.place.column;

const same = (a: Problem, b: Problem): boolean =>
  byPlace(a, b) === 0 && a.code === b.code && a.message === b.message && a.found === b.found;

/** Problems by file, line and column, each once. */
export const sortedProblems = (problems: readonly Problem[]): readonly Problem[] => {
  const sorted = problems.toSorted(byPlace);
  return sorted.filter(
    (problem, index) => !sorted.slice(Math.max(0, index - 20), index).some((earlier) => same(earlier, problem)),
  );
};
