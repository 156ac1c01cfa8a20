// Which file of a pack holds what, and reading each into its shape.
import type { z } from 'zod';
import { readYaml } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { assessmentsFile } from './shapes/assessments.ts';
import { calendarFile } from './shapes/calendars.ts';
import { toData } from './shapes/data.ts';
import { documentsFile, packFile } from './shapes/documents.ts';
import { derivationsFile, factsFile, parametersFile, setsFile, treeFile } from './shapes/facts.ts';
import { fundsFile } from './shapes/funds.ts';
import { glossaryFile } from './shapes/glossary.ts';
import { indicatorsFile } from './shapes/indicators.ts';
import { shapeProblems } from './shapes/issues.ts';
import { itemsFile } from './shapes/items.ts';
import { ladderFile } from './shapes/ladder.ts';
import { plansFile } from './shapes/plans.ts';
import { registersFile } from './shapes/registers.ts';
import { rulingsFile } from './shapes/rulings.ts';
import { scoresFile } from './shapes/scores.ts';
import { stackingFile } from './shapes/stacking.ts';

/** A file of the packs folder; `path` is relative to it: nantong/items/awards.yaml. */
export type SourceFile = { readonly path: string; readonly text: string };

/** The shape of each kind of file. */
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

const emptyFiles = (): LoadedFiles => ({
  pack: [],
  documents: [],
  facts: [],
  derivations: [],
  trees: [],
  sets: [],
  parameters: [],
  ladder: [],
  scores: [],
  items: [],
  stacking: [],
  calendars: [],
  registers: [],
  funds: [],
  indicators: [],
  plans: [],
  assessments: [],
  glossary: [],
  rulings: [],
});

const into =
  <S>(schema: z.ZodType<S>, target: { readonly folder: string; readonly path: string; readonly shape: S }[]) =>
  (bench: Bench, folder: string, file: SourceFile): boolean => {
    const noted = readYaml(file.text, file.path);
    if (!noted.ok) {
      bench.problems.push(...noted.problems);
      return false;
    }
    if (noted.value === null) {
      report(bench, { file: file.path, line: 1, column: 1 }, 'empty-file', '文件是空的', {
        remedy: '请写上内容，或删去这个文件',
      });
      return false;
    }
    const read = schema.safeParse(toData(noted.value));
    if (read.success) target.push({ folder, path: file.path, shape: read.data });
    else bench.problems.push(...shapeProblems(noted.value, read.error.issues));
    return read.success;
  };

const readers = (files: LoadedFiles) =>
  ({
    pack: into(packFile, files.pack),
    documents: into(documentsFile, files.documents),
    facts: into(factsFile, files.facts),
    derivations: into(derivationsFile, files.derivations),
    trees: into(treeFile, files.trees),
    sets: into(setsFile, files.sets),
    parameters: into(parametersFile, files.parameters),
    ladder: into(ladderFile, files.ladder),
    scores: into(scoresFile, files.scores),
    items: into(itemsFile, files.items),
    stacking: into(stackingFile, files.stacking),
    calendars: into(calendarFile, files.calendars),
    registers: into(registersFile, files.registers),
    funds: into(fundsFile, files.funds),
    indicators: into(indicatorsFile, files.indicators),
    plans: into(plansFile, files.plans),
    assessments: into(assessmentsFile, files.assessments),
    glossary: into(glossaryFile, files.glossary),
    rulings: into(rulingsFile, files.rulings),
  }) satisfies { [K in FileKind]: unknown };

export type Read = {
  readonly files: LoadedFiles;
  readonly cases: readonly SourceFile[];
  /** The kinds of which a file could not be read: what they declare is missing, so a reference to it is no error. */
  readonly broken: ReadonlySet<FileKind>;
};

/** Reads every file into its shape, in path order. Problems go to the bench. */
export const readFiles = (bench: Bench, sources: readonly SourceFile[]): Read => {
  const files = emptyFiles();
  const read = readers(files);
  const cases: SourceFile[] = [];
  const broken = new Set<FileKind>();
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
    } else if (!read[kind](bench, folder, file)) broken.add(kind);
  }
  return { files, cases, broken };
};
