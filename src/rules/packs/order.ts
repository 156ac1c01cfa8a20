// Packs in the order in which they build on one another, and what each of them can see.
import { report, type Bench } from './bench.ts';
import type { Loaded } from './files.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { mayHave } from './shapes/data.ts';
import { openAll } from './unread.ts';
import type { PackInfo } from './rulebook.ts';

export type Pack = PackInfo & {
  /** Ids of the packs whose names it may use: its own and those it builds on, directly or not. Null: all, as it is not known. */
  readonly sees: ReadonlySet<string> | null;
};

type Known = ReadonlyMap<string, Loaded<'pack'>>;
type Folders = ReadonlySet<string>;

/** True when the pack may use what that one declares. */
export const canSee = ({ sees }: Pack, pack: string): boolean => sees === null || sees.has(pack);

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

/** The ids of the packs that it builds on; a slip of the pen stands for the pack that was meant, null for one that is not there. */
const parentsOf = (bench: Bench, folders: Folders, { shape }: Loaded<'pack'>): readonly (string | null)[] =>
  (shape['builds-on'] ?? []).flatMap(({ text, place }) => {
    if (isVoid(place) || folders.has(text)) return isVoid(place) ? [] : [text];
    const nearest = nearestName(text, folders);
    report(bench, place, 'missing-pack', '没有这个政策包', {
      found: text,
      nearest,
      remedy: '请检查 builds-on，或把它所在的文件夹一起读入',
    });
    return [nearest];
  });

/** A folder without a pack.yaml: its files are checked as if it built on all others. */
const homeless = (bench: Bench, folder: string): Pack => {
  const place = { file: `${folder}/pack.yaml`, line: 1, column: 1 };
  report(bench, place, 'missing-pack-file', '文件夹里没有 pack.yaml', { found: folder });
  return { id: folder, name: folder, division: null, buildsOn: [], demo: false, sees: null };
};

/** What a pack sees, when everything that it builds on is known. */
const seenFrom = (id: string, parents: readonly (string | null)[], done: ReadonlyMap<string, Pack>): Pack['sees'] => {
  const seen = new Set([id]);
  for (const parent of parents) {
    const sees = parent === null ? null : (done.get(parent)?.sees ?? null);
    if (sees === null) return null;
    for (const other of sees) seen.add(other);
  }
  return seen;
};

/**
 * The packs, each after those it builds on; ties in folder order.
 *
 * @param folders  every folder that has files
 * @returns        a pack for each folder; one that builds on itself in a circle or on what is not there (reported) sees all
 */
export const orderPacks = (bench: Bench, folders: Folders, files: readonly Loaded<'pack'>[]): readonly Pack[] => {
  const known = byId(bench, files);
  const done = new Map<string, Pack>();
  const open: string[] = [];
  const visit = (id: string): void => {
    const file = known.get(id);
    if (file === undefined || done.has(id)) return;
    if (open.includes(id)) {
      const path = [...open.slice(open.indexOf(id)), id].join(' → ');
      report(bench, file.shape.id.place, 'pack-cycle', '政策包互相依赖，形成循环', {
        found: path,
        remedy: '请去掉一个 builds-on',
      });
      return;
    }
    open.push(id);
    const parents = parentsOf(bench, folders, file);
    for (const parent of parents) if (parent !== null) visit(parent);
    open.pop();
    const { name, division, demo } = file.shape;
    const isBlank = mayHave(file.shape, 'id') && mayHave(file.shape, 'name');
    const sees = isBlank || mayHave(file.shape, 'builds-on') ? null : seenFrom(id, parents, done);
    // Names of a pack that is not there cannot be told from wrong ones.
    if (parents.includes(null)) openAll(bench.unread);
    done.set(id, {
      id,
      name: name.text,
      division: division?.text ?? null,
      buildsOn: parents.filter((parent) => parent !== null),
      demo: demo?.value ?? false,
      sees,
    });
  };
  for (const id of known.keys()) visit(id);
  const others = [...folders].filter((folder) => !known.has(folder));
  return [...done.values(), ...others.map((folder) => homeless(bench, folder))];
};
