// Packs in the order in which they build on one another, and what each of them can see.
import { report, type Bench } from './bench.ts';
import type { Loaded } from './files.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import type { PackInfo } from './rulebook.ts';

export type Pack = PackInfo & {
  /** Ids of the packs whose names it may use: its own and those it builds on, directly or not. */
  readonly sees: ReadonlySet<string>;
};

type Known = ReadonlyMap<string, Loaded<'pack'>>;

const byId = (bench: Bench, files: readonly Loaded<'pack'>[]): Known => {
  const known = new Map<string, Loaded<'pack'>>();
  for (const file of files) {
    const { id } = file.shape;
    if (id.text !== file.folder) {
      report(bench, id.place, 'pack-folder', '政策包的 id 要与文件夹同名', { found: id.text, expected: file.folder });
    }
    known.set(file.folder, file);
  }
  return known;
};

const parentsOf = (file: Loaded<'pack'>): readonly string[] => (file.shape['builds-on'] ?? []).map(({ text }) => text);

const reportMissing = (bench: Bench, known: Known, file: Loaded<'pack'>): boolean => {
  const missing = (file.shape['builds-on'] ?? []).filter(({ text }) => !known.has(text));
  for (const parent of missing) {
    report(bench, parent.place, 'missing-pack', '没有这个政策包', {
      found: parent.text,
      nearest: nearestName(parent.text, known.keys()),
      remedy: '请检查 builds-on，或把它所在的文件夹一起读入',
    });
  }
  return missing.length > 0;
};

/**
 * The packs, each after those it builds on; ties in folder order.
 *
 * @returns null when a pack builds on itself in a circle or on one that is not there (reported): nothing sensible can follow
 */
export const orderPacks = (bench: Bench, files: readonly Loaded<'pack'>[]): readonly Pack[] | null => {
  const known = byId(bench, files);
  const done = new Map<string, Pack>();
  const open: string[] = [];
  let broken = files.map((file) => reportMissing(bench, known, file)).includes(true);
  const visit = (id: string): void => {
    const file = known.get(id);
    if (file === undefined || done.has(id)) return;
    if (open.includes(id)) {
      broken = true;
      const path = [...open.slice(open.indexOf(id)), id].join(' → ');
      report(bench, file.shape.id.place, 'pack-cycle', '政策包互相依赖，形成循环', {
        found: path,
        remedy: '请去掉一个 builds-on',
      });
      return;
    }
    open.push(id);
    const parents = parentsOf(file);
    for (const parent of parents) visit(parent);
    open.pop();
    const sees = new Set([id, ...parents.flatMap((parent) => [...(done.get(parent)?.sees ?? [])])]);
    const { name, division, demo } = file.shape;
    done.set(id, {
      id,
      name: name.text,
      division: division?.text ?? null,
      buildsOn: parents,
      demo: demo?.value ?? false,
      sees,
    });
  };
  for (const id of known.keys()) visit(id);
  return broken ? null : [...done.values()];
};

/** Reports a file in a folder that has no pack.yaml. */
export const reportHomeless = (bench: Bench, folders: ReadonlySet<string>, packs: readonly Loaded<'pack'>[]): void => {
  for (const folder of folders) {
    if (!packs.some((pack) => pack.folder === folder)) {
      report(
        bench,
        { file: `${folder}/pack.yaml`, line: 1, column: 1 },
        'missing-pack-file',
        '文件夹里没有 pack.yaml',
        { found: folder },
      );
    }
  }
};
