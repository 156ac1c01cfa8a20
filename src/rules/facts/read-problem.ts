// How the readers of facts say what is wrong: one sentence at a place, with what was found, expected and what to do.
import type { Place } from '#rules/packs/rulebook.ts';
import type { Problem } from '#rules/problem.ts';

type Details = Partial<Pick<Problem, 'found' | 'expected' | 'nearest' | 'remedy'>>;

export const problemAt = (place: Place, code: string, message: string, details: Details = {}): Problem => ({
  place,
  code,
  message,
  found: details.found ?? null,
  expected: details.expected ?? null,
  nearest: details.nearest ?? null,
  remedy: details.remedy ?? null,
});
