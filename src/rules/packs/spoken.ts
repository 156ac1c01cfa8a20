// The expressions of a rulebook and where they were written. A rulebook itself keeps only the typed trees.
import type { Spoken } from './bench.ts';
import type { Rulebook } from './rulebook.ts';

const spokenIn = new WeakMap<Rulebook, readonly Spoken[]>();

/** Called once, by the compiler. */
export const rememberSpoken = (book: Rulebook, spoken: readonly Spoken[]): void => {
  spokenIn.set(book, spoken);
};

/** Every expression of the packs that `book` was compiled from. */
export const spokenOf = (book: Rulebook): readonly Spoken[] => spokenIn.get(book) ?? [];
