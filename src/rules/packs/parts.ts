// Compiles each kind of file into its part of the rulebook, file by file.
import { report, type Bench } from './bench.ts';
import { compileCalendar } from './calendars.ts';
import type { FileKind, Loaded, LoadedFiles } from './files.ts';
import { compileItem, itemRows, type ItemDraft } from './items.ts';
import { checkTitle, compileGate, compileOverlay, readLevels, type GateDraft, type OverlayDraft } from './ladder.ts';
import { register } from './registry.ts';
import type { ScoreTable, WorkCalendar } from './rulebook.ts';
import { compileScore } from './scores.ts';
import { below, fileCites, siteOf, type Citing, type Site } from './site.ts';
import { compileStacking, stackingRows, type StackingDraft } from './stacking.ts';
import type { World } from './world.ts';

/** A score table and the site it was compiled at. */
export type ScoreDraft = { readonly table: ScoreTable; readonly site: Site };

/** What the files declare beyond names, before references between them are checked. */
export type Parts = {
  readonly levels: readonly string[];
  readonly titles: readonly string[];
  readonly scores: readonly ScoreDraft[];
  readonly gates: readonly GateDraft[];
  readonly overlays: readonly OverlayDraft[];
  readonly items: readonly ItemDraft[];
  readonly stacking: readonly StackingDraft[];
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
};

/** What compiling a file needs. */
export type Desk = { readonly bench: Bench; readonly world: World };

/** One result for each row of each file; a file of a folder without a pack is passed over (that is reported elsewhere). */
export const eachRow = <F extends Loaded<FileKind>, R, T>(
  { bench, world }: Desk,
  files: readonly F[],
  rowsOf: (shape: F['shape']) => { readonly rows: readonly R[]; readonly cites: Citing },
  compile: (site: Site, row: R) => T | null,
): readonly T[] =>
  files.flatMap((file) => {
    const pack = world.packs.find(({ id }) => id === file.folder);
    if (pack === undefined) return [];
    const { rows, cites } = rowsOf(file.shape);
    const site = below(siteOf(bench, world, pack), cites);
    return rows.flatMap((row) => compile(site, row) ?? []);
  });

const compileScores = (desk: Desk, files: LoadedFiles): readonly ScoreDraft[] => {
  const seen = new Map<string, ScoreTable>();
  return eachRow(
    desk,
    files.scores,
    (shape) => ({ rows: 'scores' in shape ? shape.scores : shape, cites: fileCites(shape) }),
    (site, shape) => {
      const table = compileScore(site, shape);
      register(site, seen, shape.id, table, '评分表');
      return { table, site };
    },
  );
};

const compileItems = (desk: Desk, files: LoadedFiles): readonly ItemDraft[] => {
  const seen = new Map<string, ItemDraft>();
  return eachRow(desk, files.items, itemRows, (site, shape) => {
    const draft = compileItem(site, shape);
    register(site, seen, shape.id, draft, '事项');
    return draft;
  });
};

const compileRules = (desk: Desk, files: LoadedFiles): readonly StackingDraft[] => {
  const seen = new Map<string, StackingDraft>();
  return eachRow(
    desk,
    files.stacking,
    (shape) => ({ rows: stackingRows(shape), cites: fileCites(shape) }),
    (site, shape) => {
      const draft = compileStacking(site, shape);
      register(site, seen, shape.id, draft, '叠加规则');
      return draft;
    },
  );
};

const compileCalendars = (desk: Desk, files: LoadedFiles): ReadonlyMap<string, WorkCalendar> => {
  const calendars = new Map<string, WorkCalendar>();
  const bare = <S>(shape: S) => ({ rows: [shape], cites: {} });
  eachRow(desk, files.calendars, bare, (site, shape) => {
    if (calendars.has(shape.id.text))
      report(site.bench, shape.id.place, 'duplicate-id', '日历的 id 重复', { found: shape.id.text });
    else calendars.set(shape.id.text, compileCalendar(site, shape));
    return null;
  });
  return calendars;
};

/** The titles outside the ladder, of all packs. */
const compileTitles = (desk: Desk, files: LoadedFiles, levels: readonly string[]): readonly string[] => {
  const seen = [...levels];
  return eachRow(
    desk,
    files.ladder,
    (shape) => ({ rows: shape.titles ?? [], cites: shape }),
    (site, title) => {
      checkTitle(site, title, seen);
      seen.push(title.text);
      return title.text;
    },
  );
};

/** Compiles all files that do more than name things. */
export const compileParts = (bench: Bench, world: World, files: LoadedFiles): Parts => {
  const desk = { bench, world };
  const levels = readLevels(bench, files.ladder);
  const titles = compileTitles(desk, files, levels);
  return {
    levels,
    titles,
    scores: compileScores(desk, files),
    gates: eachRow(
      desk,
      files.ladder,
      (shape) => ({ rows: shape.gates ?? [], cites: shape }),
      (site, shape) => compileGate(site, shape, [...levels, ...titles]),
    ),
    overlays: eachRow(desk, files.ladder, (shape) => ({ rows: shape.overlays ?? [], cites: shape }), compileOverlay),
    items: compileItems(desk, files),
    stacking: compileRules(desk, files),
    calendars: compileCalendars(desk, files),
  };
};
