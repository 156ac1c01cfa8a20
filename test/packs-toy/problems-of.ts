// The problems of source files as short lines, for tables of bad packs.
import { compilePacks } from '#rules/packs/compile.ts';
import type { ToyFile } from './read-toy.ts';

/** file:line:column code, in the order of the report. */
export const problemsOf = (files: readonly ToyFile[]): readonly string[] =>
  compilePacks(files, 'sha256:toy').problems.map(
    ({ place, code }) => `${place.file}:${place.line}:${place.column} ${code}`,
  );
