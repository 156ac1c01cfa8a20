// Which file of a pack holds what, and reading each into its shape.
import type { z } from 'zod';
import { readYamlLeniently } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { assessmentsFile } from './shapes/assessments.ts';
import { calendarFile } from './shapes/calendars.ts';
import { documentsFile, packFile } from './shapes/documents.ts';
import { englishFile } from './shapes/english.ts';
import { derivationsFile, factsFile, parametersFile, setsFile, treeFile } from './shapes/facts.ts';
import { fundsFile } from './shapes/funds.ts';
import { glossaryFile } from './shapes/glossary.ts';
import { indicatorsFile } from './shapes/indicators.ts';
import { itemsFile } from './shapes/items.ts';
import { ladderFile } from './shapes/ladder.ts';
import { plansFile } from './shapes/plans.ts';
import { recover } from './shapes/recover.ts';
import { registersFile } from './shapes/registers.ts';
import { rulingsFile } from './shapes/rulings.ts';
import { scoresFile } from './shapes/scores.ts';
import { stackingFile } from './shapes/stacking.ts';
import { noteBlank, noteUnreadable } from './unread.ts';

/** A file of the packs folder; `path` is relative to it: nantong/items/awards.yaml. */
export type SourceFile = { readonly path: string; readonly text: string };

/** The shape of each kind of file. A kind that is one file at the top of a pack also stands in `singles`. */
export const fileShapes = {
  pack: packFile,
  documents: documentsFile,
  facts: factsFile,
  derivations: derivationsFile,
  trees: treeFile,
  sets: setsFile,
  parameters: parametersFile,
  ladder: ladderFile,
  scores: scoresFile,
  items: itemsFile,
  stacking: stackingFile,
  calendars: calendarFile,
  registers: registersFile,
  funds: fundsFile,
  indicators: indicatorsFile,
  plans: plansFile,
  assessments: assessmentsFile,
  glossary: glossaryFile,
  english: englishFile,
  rulings: rulingsFile,
} as const;

export type FileKind = keyof typeof fileShapes;
export type Loaded<K extends FileKind> = {
  /** The pack's folder. */
  readonly folder: string;
  readonly path: string;
  readonly shape: z.output<(typeof fileShapes)[K]>;
};
export type LoadedFiles = { readonly [K in FileKind]: Loaded<K>[] };

/** Kinds that are one file at the top of a pack; the others are folders of files. */
const singles: readonly FileKind[] = [
  'pack',
  'documents',
  'sets',
  'stacking',
  'registers',
  'funds',
  'indicators',
  'plans',
  'glossary',
  'english',
];

const pathOf = (kind: FileKind): string => (singles.includes(kind) ? `${kind}.yaml` : `${kind}/`);

// Object.keys of this literal are exactly its kinds.
const kinds = Object.keys(fileShapes) as FileKind[];

type Slot = { readonly folder: string; readonly kind: FileKind | 'cases' | 'other' | 'unknown' };

/** The pack folder and kind of a path: nantong/items/tax/a.yaml → nantong, items. `other` is not YAML. */
export const slotOf = (path: string): Slot => {
  const [folder = '', ...rest] = path.split('/');
  const inside = rest.join('/');
  if (!/\.ya?ml$/.test(path)) return { folder, kind: 'other' };
  if (rest.length > 1 && rest[0] === 'cases') return { folder, kind: 'cases' };
  const kind = kinds.find((k) => (singles.includes(k) ? inside === `${k}.yaml` : rest.length > 1 && rest[0] === k));
  return { folder, kind: kind ?? 'unknown' };
};

// The entries are made from `kinds`, so every kind is there, each with a list of its own.
const emptyFiles = () => Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as LoadedFiles;

/** Reads a file as far as it can be; what it may have declared where it cannot is noted on the bench. */
const readInto = <K extends FileKind>(bench: Bench, files: LoadedFiles, kind: K, folder: string, file: SourceFile) => {
  // The table's entry for a kind is that kind's schema.
  const schema = fileShapes[kind] as unknown as z.ZodType<Loaded<K>['shape']>;
  const { value, problems, dropped, readable } = readYamlLeniently(file.text, file.path);
  bench.problems.push(...problems);
  for (const text of dropped) bench.unread.texts.add(text);
  if (value === null) {
    noteUnreadable(bench.unread, kind, `${folder} ${file.text}`);
    if (!readable) return;
    report(bench, { file: file.path, line: 1, column: 1 }, 'empty-file', '文件是空的', {
      remedy: '请写上内容，或删去这个文件',
    });
    return;
  }
  const read = recover(schema, value);
  bench.problems.push(...read.problems);
  for (const text of read.texts) bench.unread.texts.add(text);
  for (const key of read.blanks) noteBlank(bench.unread, kind, key);
  // A node has spellings that no text gives.
  if (kind === 'trees' && read.texts.length > 0) noteBlank(bench.unread, kind, 'nodes');
  if (read.shape === null) noteUnreadable(bench.unread, kind, `${folder} ${file.text}`);
  else files[kind].push({ folder, path: file.path, shape: read.shape });
};

export type Read = {
  readonly files: LoadedFiles;
  readonly cases: readonly SourceFile[];
};

/** Reads every file into its shape, in path order. Problems go to the bench; what could not be read is a void. */
export const readFiles = (bench: Bench, sources: readonly SourceFile[]): Read => {
  const files = emptyFiles();
  const cases: SourceFile[] = [];
  for (const file of sources.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const { folder, kind } = slotOf(file.path);
    if (kind === 'other') continue;
    if (kind === 'cases') cases.push(file);
    else if (kind === 'unknown') {
      const inside = file.path.slice(folder.length + 1);
      report(bench, { file: file.path, line: 1, column: 1 }, 'unknown-file', '政策包里没有这种文件', {
        found: inside,
        expected: [...kinds.map(pathOf), 'cases/'].join('、'),
        nearest: nearestName(inside.replace(/\/.*$/, '/'), kinds.map(pathOf)),
      });
    } else readInto(bench, files, kind, folder, file);
  }
  return { files, cases };
};
