// Everything that the packs name — facts, trees, sets, parameters, documents — and what each pack may use of it.
import type { Dictionary, NamedSet, Unsure } from '#rules/facts/dictionary.ts';
import { report, type Bench } from './bench.ts';
import { readDocuments, type Registered } from './clauses.ts';
import { fullKey, namesOf, readFacts, type FactTable } from './facts.ts';
import type { LoadedFiles } from './files.ts';
import { declareJudged } from './judged.ts';
import type { Pack } from './order.ts';
import { readParameters, readSets, type Own, type ParameterDraft, type Trees } from './sets.ts';
import { readTrees, type Declared } from './trees.ts';
import { isOpen } from './unread.ts';

export type World = {
  readonly packs: readonly Pack[];
  readonly documents: ReadonlyMap<string, Registered>;
  readonly facts: FactTable;
  readonly trees: Trees;
  readonly sets: readonly Own<NamedSet>[];
  readonly parameters: readonly Own<ParameterDraft>[];
  /** What a pack may name, by pack id. */
  readonly dictionaries: ReadonlyMap<string, Dictionary>;
  /** All names of all packs. */
  readonly dictionary: Dictionary;
};

const visible = <T>(
  table: ReadonlyMap<string, Declared<T>>,
  sees: ReadonlySet<string> | null,
): ReadonlyMap<string, T> =>
  new Map(
    [...table].flatMap(([name, { value, packs }]) =>
      sees === null || [...packs].some((pack) => sees.has(pack)) ? [[name, value] as const] : [],
    ),
  );

/** By name. A name that two of these packs use is reported when one pack sees both; over all packs the later one goes under pack/name. */
const owned = <T>(bench: Bench, table: readonly Own<T>[], sees: ReadonlySet<string> | null): ReadonlyMap<string, T> => {
  const named = new Map<string, T>();
  for (const { value, name, pack } of table) {
    if (sees !== null && !sees.has(pack)) continue;
    if (!named.has(name.text)) named.set(name.text, value);
    else if (sees === null) named.set(`${pack}/${name.text}`, value);
    else report(bench, name.place, 'duplicate-name', '集合或参数的名称重复', { found: name.text });
  }
  return named;
};

type Tables = Pick<World, 'facts' | 'trees' | 'sets' | 'parameters'>;

/** The names whose declaration has a problem of its own; null when there is no problem at all. */
const unsureOf = ({ problems, unread }: Bench, facts: FactTable): Unsure | null => {
  if (problems.length === 0) return null;
  const declared = [...facts.values()].filter(({ unsure }) => unsure).flatMap(namesOf);
  return { names: new Set([...unread.texts, ...declared]), open: isOpen(unread) };
};

/** The dictionary of what these packs declare; null: of all. */
const dictionaryOf = (bench: Bench, tables: Tables, sees: ReadonlySet<string> | null): Dictionary => {
  const facts = visible(new Map([...tables.facts].filter(([, { unsure }]) => !unsure)), sees);
  const unsure = unsureOf(bench, tables.facts);
  return {
    ...(unsure === null ? {} : { unsure }),
    facts,
    byKey: new Map([...facts.values()].map((fact) => [fullKey(fact), fact])),
    trees: visible(tables.trees, sees),
    sets: owned(bench, tables.sets, sees),
    parameters: owned(bench, tables.parameters, sees),
  };
};

/** Reads all that can be named, judged facts included, before any expression is read. */
export const buildWorld = (bench: Bench, files: LoadedFiles, packs: readonly Pack[]): World => {
  const documents = readDocuments(bench, files.documents, packs);
  const trees = readTrees(bench, files.trees);
  const facts = readFacts(bench, files.facts, new Set(trees.keys()));
  declareJudged(bench, files, facts);
  const sets = readSets(bench, files.sets, trees, facts);
  const parameters = readParameters(bench, files.parameters);
  const tables = { facts, trees, sets, parameters };
  const dictionaries = new Map(packs.map((pack) => [pack.id, dictionaryOf(bench, tables, pack.sees)]));
  return { packs, documents, ...tables, dictionaries, dictionary: dictionaryOf(bench, tables, null) };
};
