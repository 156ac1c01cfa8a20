// The two ways a command ends badly: wrong usage (exit 2), and input or packs that are wrong (exit 1). Both are told, never thrown at a user.
import { printProblem, type Problem } from '#rules/problem.ts';

/** Wrong words on the command line. */
export class UsageError extends Error {}

/** Input that cannot be used: the lines say where, what was found, what was expected and what to do. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

export const linesOf = (error: InputError): readonly string[] => [
  ...error.problems.map(printProblem),
  ...(error.message === '' ? [] : [error.message]),
];
