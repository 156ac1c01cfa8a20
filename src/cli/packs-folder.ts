// Reads a folder of packs, hashes it and compiles it into a rulebook.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from './failure.ts';
import { readTextFile } from './text-file.ts';
import { compilePacks, type Compiled, type SourceFile } from '#rules/packs/compile.ts';
import { marksDemo, marksExample } from '#rules/packs/demo.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

export type Loaded = {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly hash: string;
  readonly compiled: Compiled;
};

const own = resolve(import.meta.dirname, '../../packs');

/** The packs of the folder the command runs in, or those that come with the program. */
export const defaultPacks = (): string => (existsSync('packs') ? resolve('packs') : own);

const isPack = (folder: string): boolean => existsSync(join(folder, 'pack.yaml'));

const yamlFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();

const read = (root: string, packs: readonly string[]): readonly SourceFile[] =>
  packs.flatMap((pack) =>
    yamlFilesIn(join(root, pack)).map((name) => ({
      path: `${pack}/${name}`,
      text: readTextFile(join(root, pack, name)),
    })),
  );

const packsIn = (root: string): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPack(join(root, entry.name)))
    .map((entry) => entry.name)
    .toSorted();

/** The names and texts of the files decide the hash; their order on disk does not. */
const hashOf = (files: readonly SourceFile[]): string => {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return `sha256:${hash.digest('hex')}`;
};

/** Which packs are read beside the usual ones. */
export type Wanted = {
  /** Packs marked `demo: 是`, which hold invented rulings. */
  readonly demo?: boolean;
  /** Packs marked `example: 是`, of an invented place. */
  readonly examples?: boolean;
};

const isWanted = (root: string, pack: string, { demo = false, examples = false }: Wanted): boolean => {
  const text = readTextFile(join(root, pack, 'pack.yaml'));
  return (demo || !marksDemo(text)) && (examples || !marksExample(text));
};

/**
 * Loads a folder of packs, or one pack together with those beside it.
 * A pack marked as demo or as example is left out unless it is wanted, or the folder is that pack.
 */
export const loadPacks = (folder: string, wanted: Wanted = {}): Loaded => {
  const place = resolve(folder);
  if (!existsSync(place)) throw new InputError(`没有这个文件夹：${folder}（应为规则包的文件夹，例如 packs)`);
  const root = isPack(place) ? dirname(place) : place;
  const packs = packsIn(root).filter((pack) => pack === basename(place) || isWanted(root, pack, wanted));
  if (packs.length === 0) throw new InputError(`${folder} 里没有规则包（每个规则包是一个含 pack.yaml 的文件夹）`);
  const files = read(root, packs);
  const hash = hashOf(files);
  return { root, files, hash, compiled: compilePacks(files, hash) };
};

/** A rulebook to evaluate with and its worked cases; packs with problems are refused whole. */
export const loadWithCases = (
  folder: string,
  wanted?: Wanted,
): { readonly rulebook: Rulebook; readonly cases: readonly SourceFile[] } => {
  const { rulebook, cases, problems } = loadPacks(folder, wanted).compiled;
  if (rulebook === null) throw new InputError('规则包有错误，没有计算。先改正以上各处。', problems);
  return { rulebook, cases };
};

/** A rulebook to evaluate with; packs with problems are refused whole. */
export const loadRulebook = (folder: string, wanted?: Wanted): Rulebook => loadWithCases(folder, wanted).rulebook;
