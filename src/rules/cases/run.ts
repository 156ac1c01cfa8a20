// Runs worked cases: one file, or all of them with the generated cases and, when asked for, mutation. Results are data; the
// command line prints them.
import type { Rulebook } from '#rules/packs/rulebook.ts';
import type { SourceFile } from '#rules/packs/compile.ts';
import { printProblem, type Problem } from '#rules/problem.ts';
import { differencesOf } from './ask.ts';
import type { BrokenCase, Case, CaseFile, CaseResult } from './case.ts';
import { runGenerated } from './generate.ts';
import { mutate, type MutationReport } from './mutate.ts';
import { parseCases } from './parse.ts';

const runCase = (book: Rulebook, { title, place, question }: Case): CaseResult => {
  const differences = differencesOf(book, question);
  return { title, place, generated: false, passed: differences.length === 0, differences };
};

const brokenResult = ({ title, place, problems }: BrokenCase): CaseResult => ({
  title,
  place,
  generated: false,
  passed: false,
  differences: problems.map(printProblem),
});

const resultsOf = (book: Rulebook, file: CaseFile): readonly CaseResult[] =>
  [...file.cases.map((each) => runCase(book, each)), ...file.broken.map(brokenResult)].toSorted(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );

/**
 * Runs the cases of one file.
 *
 * @returns one result per case in the order of the file (a case that names what does not exist has failed), and the problems
 *          of the file as a whole (broken YAML), each of which is a failure too
 */
export const runCases = (
  book: Rulebook,
  file: SourceFile,
): { readonly results: readonly CaseResult[]; readonly problems: readonly Problem[] } => {
  const parsed = parseCases(book, file);
  return { results: resultsOf(book, parsed), problems: parsed.problems };
};

type Tally = { readonly passed: number; readonly failed: number };

export type RunReport = {
  /** Of hand-written cases; problems of files count as failed. */
  readonly hand: Tally;
  readonly generated: Tally;
  readonly failures: readonly CaseResult[];
  readonly problems: readonly Problem[];
  /** Null unless mutation was asked for. */
  readonly mutation: MutationReport | null;
};

const tally = (results: readonly CaseResult[], more: number): Tally => {
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed + more };
};

/**
 * Runs all case files and the generated cases.
 *
 * @param options.mutate    also run mutation, against the hand-written cases that pass
 * @param options.generate  false leaves the generated cases out (a single file from outside the packs)
 */
export const runAll = (
  book: Rulebook,
  files: readonly SourceFile[],
  options: { readonly mutate?: boolean; readonly generate?: boolean } = {},
): RunReport => {
  const parsed = files.map((file) => parseCases(book, file));
  const hand = parsed.flatMap((file) => resultsOf(book, file));
  const generated = options.generate === false ? [] : runGenerated(book);
  const problems = parsed.flatMap((file) => file.problems);
  const passing = parsed
    .flatMap((file) => file.cases)
    .filter((each) => options.mutate === true && differencesOf(book, each.question).length === 0);
  const equivalents = parsed.flatMap((file) => file.equivalents);
  return {
    hand: tally(hand, problems.length),
    generated: tally(generated, 0),
    failures: [...hand, ...generated].filter((result) => !result.passed),
    problems,
    mutation: options.mutate === true ? mutate(book, passing, equivalents) : null,
  };
};
