// The toy packs as source files: an invented guild of craftsmen and a town, together using every feature of the pack format.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ToyFile = { readonly path: string; readonly text: string };

const folder = import.meta.dirname;

/** All YAML files of the toy packs, in path order. */
export const toyFiles: readonly ToyFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/'))
  .toSorted()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** A passage of a file, there exactly once, and what stands in its place. */
export type Edit = readonly [path: string, passage: string, by: string];

const edited = (files: readonly ToyFile[], [path, passage, by]: Edit): readonly ToyFile[] => {
  const file = files.find((one) => one.path === path);
  if (file === undefined || file.text.split(passage).length !== 2)
    throw new Error(`${path} does not have exactly one «${passage}»`);
  return files.map((one) => (one === file ? { path, text: file.text.replace(passage, () => by) } : one));
};

/** The toy packs with these passages replaced. */
export const toyWith = (...edits: readonly Edit[]): readonly ToyFile[] => edits.reduce(edited, toyFiles);

/** The toy packs with a file added or replaced. */
export const toyAnd = (path: string, text: string): readonly ToyFile[] => [
  ...toyFiles.filter((file) => file.path !== path),
  { path, text },
];
