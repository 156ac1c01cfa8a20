// Refuses names that would make an expression ambiguous, at the place where they are declared.
import { subjectKinds, type Dictionary } from '#rules/facts/dictionary.ts';
import { checkNames, type NameClash } from '#rules/language/names.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { pathOf } from './facts.ts';
import type { LoadedFiles } from './files.ts';
import { judgedNames } from './judged.ts';
import type { Place } from './rulebook.ts';
import { parameterRows, setRows } from './sets.ts';
import type { FactShape, TreeNodes } from './shapes/facts.ts';
import type { World } from './world.ts';

type Places = Map<string, Place>;

const add = (places: Places, scalar: NotedScalar, name = scalar.text): void => {
  if (!places.has(name)) places.set(name, scalar.place);
};

const addFact = (places: Places, { name, values, of }: FactShape, path: string): void => {
  add(places, name, path);
  add(places, name);
  for (const value of values ?? []) add(places, value);
  for (const { key, value } of of === undefined || 'text' in of ? [] : of) {
    add(places, key);
    add(places, key, `${path}.${key.text}`);
    for (const choice of 'text' in value ? [] : value) add(places, choice);
  }
};

const addNodes = (places: Places, nodes: TreeNodes): void => {
  for (const { key, value } of nodes) {
    add(places, key);
    addNodes(places, value);
  }
};

/** Where each name and value was declared first. */
const placesOf = (files: LoadedFiles): Places => {
  const places: Places = new Map();
  for (const { shape } of files.facts) {
    for (const subject of subjectKinds) {
      for (const row of shape[subject] ?? []) addFact(places, row, pathOf(subject, row.name.text));
    }
  }
  for (const name of judgedNames(files)) add(places, name);
  for (const file of files.sets) for (const { name } of setRows(file)) add(places, name);
  for (const file of files.parameters) for (const { name } of parameterRows(file)) add(places, name);
  for (const { shape } of files.trees) addNodes(places, shape.nodes);
  return places;
};

/** Without the names whose declaration has a problem of its own. */
const sure = (dictionary: Dictionary): Dictionary => {
  const { unsure, ...rest } = dictionary;
  return unsure === undefined ? dictionary : rest;
};

const messageOf = ({ kind, name, reading }: NameClash): string =>
  kind === 'keyword' ? `名称「${name}」是表达式的用词` : `名称「${name}」可以读成「${reading}」，分不清`;

/** Checks the names of each pack together with those it builds on. */
export const checkPackNames = (bench: Bench, world: World, files: LoadedFiles): void => {
  const places = placesOf(files);
  for (const { id } of world.packs) {
    const dictionary = world.dictionaries.get(id);
    for (const clash of dictionary === undefined ? [] : checkNames(sure(dictionary))) {
      // A spelling of a tree node is declared nowhere by itself; then the pack stands for it.
      const place = places.get(clash.name) ?? { file: `${id}/pack.yaml`, line: 1, column: 1 };
      report(bench, place, 'ambiguous-name', messageOf(clash), { found: clash.name, remedy: '请换一个名称' });
    }
  }
};
