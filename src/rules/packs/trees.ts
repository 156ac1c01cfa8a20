// Trees of values such as divisions and industry codes, merged from all files that add nodes to them.
import type { Tree } from '#rules/facts/dictionary.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import type { Loaded } from './files.ts';
import type { TreeNodes } from './shapes/facts.ts';

/** Something declared, and the packs that declare it. */
export type Declared<T> = { readonly value: T; readonly packs: ReadonlySet<string> };

type Growing = { readonly parents: Map<string, string | null>; readonly packs: Set<string> };

const addNode = (bench: Bench, tree: Growing, node: NotedScalar, parent: string | null): void => {
  const known = tree.parents.get(node.text);
  if (known !== undefined && known !== parent) {
    report(bench, node.place, 'duplicate-node', '树里的名称重复', {
      found: node.text,
      expected: known === null ? '只作根节点' : `只在「${known}」之下`,
    });
    return;
  }
  tree.parents.set(node.text, parent);
};

const addNodes = (bench: Bench, tree: Growing, nodes: TreeNodes, parent: string | null): void => {
  for (const { key, value } of nodes) {
    addNode(bench, tree, key, parent);
    addNodes(bench, tree, value, key.text);
  }
};

/** The node's name without its parent's in front: 南通市崇川区 under 南通市 → 崇川区. */
const shortName = (node: string, parent: string | null): string =>
  parent !== null && node.startsWith(parent) && node.length > parent.length ? node.slice(parent.length) : node;

/** The node written with one, two, … of its ancestors in front. Its short name alone (崇川区) is no spelling. */
const spellingsOf = (parents: ReadonlyMap<string, string | null>, node: string): string[] => {
  const spellings: string[] = [];
  let written = '';
  let at: string | null = node;
  const seen = new Set<string>();
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const parent: string | null = parents.get(at) ?? null;
    written = `${shortName(at, parent)}${written}`;
    if (at !== node) spellings.push(written);
    at = parent;
  }
  return spellings;
};

const aliasesOf = (parents: ReadonlyMap<string, string | null>): ReadonlyMap<string, string> => {
  const aliases = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const node of parents.keys()) {
    for (const spelling of spellingsOf(parents, node)) {
      if (aliases.has(spelling) && aliases.get(spelling) !== node) ambiguous.add(spelling);
      if (!parents.has(spelling)) aliases.set(spelling, node);
    }
  }
  for (const spelling of ambiguous) aliases.delete(spelling);
  return aliases;
};

const namesIn = (nodes: TreeNodes): readonly string[] =>
  nodes.flatMap(({ key, value }) => [key.text, ...namesIn(value)]);

/** All trees by name. The same node under the same parent may be written again; under another one it is a problem. */
export const readTrees = (bench: Bench, files: readonly Loaded<'trees'>[]): ReadonlyMap<string, Declared<Tree>> => {
  const growing = new Map<string, Growing>();
  for (const { shape, folder } of files) {
    if (isVoid(shape.tree.place)) {
      for (const name of namesIn(shape.nodes)) bench.unread.texts.add(name);
      continue;
    }
    const tree = growing.get(shape.tree.text) ?? { parents: new Map(), packs: new Set() };
    growing.set(shape.tree.text, tree);
    tree.packs.add(folder);
    addNodes(bench, tree, shape.nodes, null);
  }
  return new Map(
    [...growing].map(([name, { parents, packs }]) => [
      name,
      { value: { name, parents, aliases: aliasesOf(parents) }, packs },
    ]),
  );
};

/** The node that a text names, by its own name or with its ancestors in front; null when there is none. */
export const nodeNamed = (tree: Tree, text: string): string | null =>
  tree.parents.has(text) ? text : (tree.aliases.get(text) ?? null);
