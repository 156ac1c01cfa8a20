// What is wrong in a file that a person wrote: where, what was found, what was expected, and what to do.
import type { Place } from './packs/rulebook.ts';

export type Problem = {
  readonly place: Place;
  /** Stable, kebab-case, for tests and links to the documentation: unknown-name, bare-money, overlapping-versions. */
  readonly code: string;
  /** One sentence for a policy officer, in Chinese. */
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  /** The nearest known name, when the found one looks like a slip. */
  readonly nearest: string | null;
  /** What to do. */
  readonly remedy: string | null;
};

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** file:line:column  message（发现 …；应为 …；是否想写 …；…） */
export const printProblem = (p: Problem): string => {
  const details = [
    p.found === null ? null : `发现 ${p.found}`,
    p.expected === null ? null : `应为 ${p.expected}`,
    p.nearest === null ? null : `是否想写「${p.nearest}」`,
    p.remedy,
  ].filter((part) => part !== null);
  return `${p.place.file}:${p.place.line}:${p.place.column}  ${p.message}${details.length > 0 ? `（${details.join('；')}）` : ''}`;
};
