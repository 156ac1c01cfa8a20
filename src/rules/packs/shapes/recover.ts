// Reads a file into its shape in spite of mistakes: each is reported, and what it concerns becomes a void or is left out, until
// the rest can be read. A slip in a key hides no mistake of another kind, and brings no error that mending it would take away.
import type { z } from 'zod';
import type { Noted, NotedMap } from '#rules/yaml/noted.ts';
import { isVoid, textsIn, voidPlace, voidScalar } from '#rules/yaml/void.ts';
import type { Problem } from '#rules/problem.ts';
import { toData } from './data.ts';
import { shapeFindings, type Finding, type Kind, type Path, type Repair } from './issues.ts';

export type Recovered<S> = {
  /** Null when nothing sensible could be read. */
  readonly shape: S | null;
  readonly problems: readonly Problem[];
  /** The texts of what was left out: names that the author did write. */
  readonly texts: readonly string[];
  /** The keys under which something is missing of which no text is known; '*' for the file as a whole. */
  readonly blanks: readonly string[];
};

type Desk = { readonly file: string; readonly texts: string[]; readonly blanks: string[] };

/** Enough for mistakes inside mistakes; each round mends at least one. */
const mostRounds = 60;

/** The tree with what stands at the path changed; a path that is not there changes nothing. */
const changed = (node: Noted | null, path: Path, change: (node: Noted | null) => Noted | null): Noted | null => {
  const [head, ...rest] = path;
  if (head === undefined) return change(node);
  if (node?.kind === 'list') {
    return { ...node, items: node.items.map((item, i) => (i === head ? (changed(item, rest, change) ?? item) : item)) };
  }
  if (node?.kind !== 'map') return node;
  const entries = node.entries.map((entry) =>
    entry.key === head ? { ...entry, value: changed(entry.value, rest, change) } : entry,
  );
  return { ...node, entries };
};

const onMap = (tree: Noted | null, path: Path, change: (map: NotedMap) => NotedMap): Noted | null =>
  changed(tree, path, (node) => (node?.kind === 'map' ? change(node) : node));

const losing = (map: NotedMap, keys: readonly string[]): NotedMap => ({
  ...map,
  lost: new Set([...(map.lost ?? []), ...keys]),
});

/** Notes that the mapping above the path has lost (something of) that key. */
const lose = (tree: Noted | null, owner: Path): Noted | null => {
  const key = owner.at(-1);
  return typeof key === 'string' ? onMap(tree, owner.slice(0, -1), (map) => losing(map, [key])) : tree;
};

const voidOf = (file: string, as: Kind): Noted => {
  const place = voidPlace(file);
  if (as === 'map') return { kind: 'map', entries: [], place, lost: new Set(['*']) };
  return as === 'list' ? { kind: 'list', items: [voidScalar(file)], place } : voidScalar(file);
};

/** Remembers what is left out: its texts, or the key when there are none. */
const remember = (desk: Desk, noted: Noted | null, key: PropertyKey | undefined): void => {
  const texts = textsIn(noted);
  desk.texts.push(...texts);
  if (texts.length === 0 && typeof key === 'string') desk.blanks.push(key);
};

const without = (map: NotedMap, key: PropertyKey | undefined): NotedMap => ({
  ...map,
  entries: map.entries.filter((entry) => entry.key !== key),
});

const resized = (desk: Desk, node: Noted | null, owner: Path, size: number): Noted | null => {
  if (node?.kind !== 'list') return node;
  for (const item of node.items.slice(size)) remember(desk, item, undefined);
  if (node.items.length < size) remember(desk, null, owner.at(-1));
  const items = Array.from({ length: size }, (_, i) => node.items[i] ?? voidScalar(desk.file));
  return { ...node, items };
};

const known = (desk: Desk, tree: Noted | null, { path, key, as, meant }: Repair & { kind: 'unknown' }): Noted | null =>
  onMap(tree, path, (map) => {
    const entry = map.entries.find((each) => each.key === key);
    if (entry === undefined) return map;
    if (as !== null && map.entries.every((each) => each.key !== as))
      return { ...map, entries: map.entries.map((each) => (each === entry ? { ...each, key: as } : each)) };
    desk.texts.push(key, ...textsIn(entry.value));
    return losing(without(map, key), meant);
  });

const mended = (desk: Desk, tree: Noted | null, repair: Repair): Noted | null => {
  switch (repair.kind) {
    case 'void':
      return lose(
        changed(tree, repair.path, (node) => {
          remember(desk, node, repair.owner.at(-1));
          if (repair.path.length === 0) desk.blanks.push('*');
          // A word where a list or a mapping belongs says nothing of what that would have held.
          if (repair.as !== 'scalar' && node?.kind === 'scalar') remember(desk, null, repair.owner.at(-1));
          return voidOf(desk.file, repair.as);
        }),
        repair.owner,
      );
    case 'fill': {
      const key = String(repair.path.at(-1));
      return onMap(tree, repair.path.slice(0, -1), (map) => {
        if (map.entries.some((entry) => entry.key === key)) return map;
        remember(desk, null, key);
        const entry = { key, keyPlace: voidPlace(desk.file), value: voidOf(desk.file, repair.as) };
        return losing({ ...map, entries: [...map.entries, entry] }, [key]);
      });
    }
    case 'resize':
      return lose(
        changed(tree, repair.path, (node) => resized(desk, node, repair.owner, repair.size)),
        repair.owner,
      );
    case 'unknown':
      return known(desk, tree, repair);
    case 'omit':
      return onMap(tree, repair.path.slice(0, -1), (map) => {
        const key = repair.path.at(-1);
        desk.texts.push(...textsIn(map.entries.find((entry) => entry.key === key)?.value ?? null));
        return without(map, key);
      });
    case 'formless':
      return onMap(tree, repair.path, (map) => {
        if (map.entries.length === 0)
          remember(
            desk,
            null,
            repair.path.findLast((part) => typeof part === 'string'),
          );
        return losing(map, ['*']);
      });
  }
};

const pathKey = (path: Path): string => path.map(String).join('\n');

/**
 * The findings to act on now. What is said of a mapping that has unknown keys waits until these are mended, and a key that a
 * slip stands for is not missing.
 */
const ripe = (findings: readonly Finding[]): readonly Finding[] => {
  const unknown = findings.flatMap(({ repair }) => (repair.kind === 'unknown' ? [repair] : []));
  if (unknown.length === 0) return findings;
  const slips = new Set(unknown.map(({ path }) => pathKey(path)));
  const meant = new Set(unknown.flatMap(({ path, as }) => (as === null ? [] : [pathKey([...path, as])])));
  return findings.filter(({ repair }) => {
    if (repair.kind === 'fill') return !meant.has(pathKey(repair.path));
    if (repair.kind === 'omit') return !slips.has(pathKey(repair.path.slice(0, -1)));
    return repair.kind !== 'formless' || !slips.has(pathKey(repair.path));
  });
};

/** Where the YAML reader has left voids of its own: the mapping and key that hold each. */
const voidsIn = (noted: Noted | null, path: Path, owner: Path): readonly Path[] => {
  if (noted === null) return [];
  if (noted.kind === 'scalar') return isVoid(noted.place) ? [owner] : [];
  if (noted.kind === 'list') return noted.items.flatMap((item, i) => voidsIn(item, [...path, i], owner));
  return noted.entries.flatMap(({ key, value }) => voidsIn(value, [...path, key], [...path, key]));
};

/**
 * Reads a noted tree into a shape.
 *
 * @param schema  the shape of the file
 * @param root    the file as YAML, perhaps with voids
 * @returns       the shape with voids for what could not be read, and every problem of the shape; never throws
 */
export const recover = <S>(schema: z.ZodType<S>, root: Noted): Recovered<S> => {
  const desk: Desk = { file: root.place.file, texts: [], blanks: [] };
  const problems: Problem[] = [];
  let tree: Noted | null = root;
  for (const owner of voidsIn(root, [], [])) {
    tree = lose(tree, owner);
    remember(desk, null, owner.at(-1));
  }
  for (let round = 0; tree !== null && round < mostRounds; round++) {
    const read = schema.safeParse(toData(tree));
    if (read.success) return { ...desk, shape: read.data, problems };
    for (const { problem, repair } of ripe(shapeFindings(tree, read.error.issues))) {
      if (!isVoid(problem.place)) problems.push(problem);
      tree = mended(desk, tree, repair);
    }
  }
  remember(desk, tree, undefined);
  return { ...desk, shape: null, problems };
};
