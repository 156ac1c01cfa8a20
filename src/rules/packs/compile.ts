// From the files of all packs to one rulebook, or to every problem that stands in its way.
import type { Problem } from '#rules/problem.ts';
import { report, sortedProblems, type Bench } from './bench.ts';
import { checkCited } from './cited.ts';
import { attachDerivations } from './derivations.ts';
import { readEnglish } from './english.ts';
import { readFiles, slotOf, type LoadedFiles, type SourceFile } from './files.ts';
import { checkOverlays, succeedGates } from './ladder.ts';
import { checkPackNames } from './names.ts';
import { orderPacks, type Pack } from './order.ts';
import { compileNouns } from './nouns/compile-nouns.ts';
import type { Nouns } from './nouns/nouns.ts';
import { checkParameterLives } from './parameter-lives.ts';
import { compileParts, type Parts } from './parts.ts';
import { checkScores, checkScoreTables, checkStackingNames, conditionsOfItem, type Placed } from './references.ts';
import type { Gate, Overlay, Rulebook, ScoreTable } from './rulebook.ts';
import { compileRulings } from './rulings.ts';
import { rememberSpoken } from './spoken.ts';
import { checkStacking } from './stacking-checks.ts';
import { buildWorld, type World } from './world.ts';

export type { SourceFile } from './files.ts';

/** A rulebook when there is no problem, else the problems of all files. `cases` are the worked cases, unread. */
export type Compiled = {
  readonly rulebook: Rulebook | null;
  readonly problems: readonly Problem[];
  readonly cases: readonly SourceFile[];
};

const benchOf = (sources: readonly SourceFile[]): Bench => {
  const lines = new Map<string, readonly string[]>();
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const linesOf = (file: string): readonly string[] => {
    const known = lines.get(file) ?? (texts.get(file) ?? '').split(/\r?\n/);
    lines.set(file, known);
    return known;
  };
  return { problems: [], spoken: [], unread: { texts: new Set(), open: new Set() }, linesOf };
};

type Linked = {
  readonly gates: ReadonlyMap<string, Gate>;
  readonly overlays: readonly Overlay[];
  readonly scores: ReadonlyMap<string, ScoreTable>;
};

/** Checks what points from one part to another. */
const link = (bench: Bench, parts: Parts): Linked => {
  const scores = new Map(parts.scores.map(({ table }) => [table.id, table]));
  const gates = succeedGates(bench, parts.gates);
  checkScoreTables(parts.scores);
  checkParameterLives(parts.items, parts.gates, scores);
  const placed: readonly Placed[] = [
    ...parts.items.flatMap(conditionsOfItem),
    ...parts.gates.map(({ gate, site }) => ({ site, condition: gate.require })),
    ...parts.overlays.map(({ overlay, site }) => ({ site, condition: conditionOf(overlay) })),
  ];
  checkScores(placed, scores);
  checkStackingNames(parts.items, new Set(parts.stacking.map(({ rule }) => rule.id)));
  checkStacking(parts.stacking, parts.items);
  const overlays = checkOverlays(bench, parts.overlays, gates);
  return { gates, overlays, scores };
};

const conditionOf = ({ change }: Overlay): Placed['condition'] => {
  if (change.kind === 'waive') return null;
  return change.kind === 'add' ? change.condition : change.by;
};

const packInfo = ({ id, name, division, buildsOn, demo }: Pack): Rulebook['packs'][number] => ({
  id,
  name,
  division,
  buildsOn,
  demo,
});

const assemble = (
  hash: string,
  world: World,
  parts: Parts,
  linked: Linked,
  rulings: Rulebook['rulings'],
  named: Nouns & Pick<Rulebook, 'english'>,
): Rulebook => ({
  hash,
  packs: world.packs.map(packInfo),
  dictionary: world.dictionary,
  documents: new Map([...world.documents].map(([id, { record }]) => [id, record])),
  sets: world.dictionary.sets,
  levels: parts.levels,
  titles: parts.titles,
  ...linked,
  rulings,
  items: new Map(parts.items.map(({ item }) => [item.id, item])),
  stacking: new Map(parts.stacking.map(({ rule }) => [rule.id, rule])),
  calendars: parts.calendars,
  ...named,
});

const build = (bench: Bench, files: LoadedFiles, packs: readonly Pack[], hash: string): Rulebook => {
  const world = buildWorld(bench, files, packs);
  checkPackNames(bench, world, files);
  checkCited(bench, world, files);
  attachDerivations(bench, world, files);
  const parts = compileParts(bench, world, files);
  const nouns = compileNouns(bench, world, files, parts);
  const linked = link(bench, parts);
  const rulings = compileRulings({ bench, world, files, parts, ...linked });
  return assemble(hash, world, parts, linked, rulings, { ...nouns, english: readEnglish(bench, files.english) });
};

const reportNoPacks = (bench: Bench): void =>
  report(bench, { file: 'packs', line: 1, column: 1 }, 'no-packs', '没有政策包', {
    expected: '每个文件夹一个 pack.yaml',
  });

/**
 * Compiles all packs together.
 *
 * @param files  every file of the packs folder; what is not YAML is passed over
 * @param hash   of the files, carried into the rulebook
 * @returns      a rulebook when nothing is wrong, else every problem by file, line and column, and none that only follows
 *               from another; never both, never throws
 * @source       docs/pack-authors.md
 */
export const compilePacks = (files: readonly SourceFile[], hash: string): Compiled => {
  const bench = benchOf(files);
  const read = readFiles(bench, files);
  const folders = new Set(
    files.filter(({ path }) => slotOf(path).kind !== 'other').map(({ path }) => slotOf(path).folder),
  );
  if (folders.size === 0) reportNoPacks(bench);
  const book = build(bench, read.files, orderPacks(bench, folders, read.files.pack), hash);
  const problems = sortedProblems(bench.problems);
  const rulebook = problems.length === 0 ? book : null;
  if (rulebook !== null) rememberSpoken(rulebook, bench.spoken);
  return { rulebook, problems, cases: read.cases };
};
