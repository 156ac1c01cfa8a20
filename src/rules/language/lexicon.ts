// All words that an expression over one dictionary may use, with what each name can stand for. Built once per dictionary.
import { foldName, isPlainName } from './characters.ts';
import * as term from './expression-terms.ts';
import { addWord, emptyTrie, type Trie } from './trie.ts';
import { durationUnits, hints, keywords, moneyUnits, ratioUnits } from './words.ts';
import {
  subjectKinds,
  subjectNames,
  type Dictionary,
  type FactDefinition,
  type NamedSet,
  type Parameter,
  type SubjectKind,
  type Tree,
  type ValueType,
} from '#rules/facts/dictionary.ts';

/** What a name can stand for; the place where it stands decides. */
export type Meaning = {
  /** As it is written in canonical text. */
  readonly text: string;
  fact: FactDefinition | null;
  parameter: Parameter | null;
  set: NamedSet | null;
  /** A list of subjects: 专利. */
  subject: Exclude<SubjectKind, 'enterprise'> | null;
  /** A column of a list-valued fact, written with its list: 项目.发票.不含税金额. */
  column: { readonly list: FactDefinition; readonly field: string } | null;
  /** True for a choice value or a tree node. */
  value: boolean;
  /** Where a bare column belongs: the subjects or lists whose rows have it. */
  readonly columnOf: string[];
  /** True for a name whose declaration has a problem of its own. */
  unsure: boolean;
};

export type Word = { readonly term: number; readonly text: string };

export type Lexicon = {
  readonly dictionary: Dictionary;
  readonly words: Trie<Word>;
  readonly units: Trie<string>;
  /** By folded name. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** English key → fact, for the hint at a key written in an expression. */
  readonly keys: ReadonlyMap<string, FactDefinition>;
};

type Builder = { readonly words: Trie<Word>; readonly meanings: Map<string, Meaning> };

const meaningOf = (builder: Builder, text: string): Meaning => {
  const key = foldName(text);
  const known = builder.meanings.get(key);
  if (known) return known;
  const made: Meaning = {
    text,
    fact: null,
    parameter: null,
    set: null,
    subject: null,
    column: null,
    value: false,
    columnOf: [],
    unsure: false,
  };
  builder.meanings.set(key, made);
  // A name that cannot be written bare stands in quotation marks and is no word.
  if (isPlainName(text)) addWord(builder.words, text, { term: term.Name, text });
  return made;
};

const addValues = (builder: Builder, type: ValueType): void => {
  if (type.kind !== 'choice' && type.kind !== 'ordered' && type.kind !== 'set') return;
  for (const value of type.values) meaningOf(builder, value).value = true;
};

const addFact = (builder: Builder, fact: FactDefinition): void => {
  meaningOf(builder, fact.path).fact ??= fact;
  if (fact.subject !== 'enterprise') meaningOf(builder, fact.name).columnOf.push(subjectNames[fact.subject]);
  addValues(builder, fact.type);
  if (fact.type.kind !== 'list') return;
  for (const [field, type] of fact.type.fields) {
    meaningOf(builder, `${fact.path}.${field}`).column ??= { list: fact, field };
    meaningOf(builder, field).columnOf.push(fact.path);
    addValues(builder, type);
  }
};

/** A name that stands for something else as well is that. */
const addUnsure = (builder: Builder, name: string): void => {
  const meaning = meaningOf(builder, name);
  const { fact, parameter, set, subject, column } = meaning;
  meaning.unsure = !fact && !parameter && !set && !subject && !column;
};

const addTree = (builder: Builder, tree: Tree): void => {
  for (const node of tree.parents.keys()) meaningOf(builder, node).value = true;
  for (const alias of tree.aliases.keys()) meaningOf(builder, alias).value = true;
};

const unitsOf = (dictionary: Dictionary): ReadonlySet<string> => {
  const units = new Set([...moneyUnits.keys(), ...ratioUnits, ...durationUnits, '月', '人', '项', '件', '级']);
  const addUnit = (type: ValueType): void => {
    if ((type.kind === 'number' || type.kind === 'integer') && type.unit !== null) units.add(type.unit);
    if (type.kind === 'list') for (const field of type.fields.values()) addUnit(field);
  };
  for (const fact of dictionary.facts.values()) addUnit(fact.type);
  for (const parameter of dictionary.parameters.values()) addUnit(parameter.type);
  for (const name of dictionary.unsure?.names ?? []) if (/^\p{Script=Han}{1,2}$/u.test(name)) units.add(name);
  return units;
};

const buildLexicon = (dictionary: Dictionary): Lexicon => {
  const words = emptyTrie<Word>();
  // Words of the language first: a name that equals one never takes its place (checkNames reports it).
  for (const [text, kind] of keywords) addWord(words, text, { term: kind, text });
  const builder: Builder = { words, meanings: new Map() };
  for (const kind of subjectKinds) {
    if (kind !== 'enterprise') meaningOf(builder, subjectNames[kind]).subject = kind;
  }
  for (const fact of dictionary.facts.values()) addFact(builder, fact);
  for (const parameter of dictionary.parameters.values()) meaningOf(builder, parameter.name).parameter = parameter;
  for (const set of dictionary.sets.values()) meaningOf(builder, set.name).set = set;
  for (const tree of dictionary.trees.values()) addTree(builder, tree);
  for (const name of dictionary.unsure?.names ?? []) addUnsure(builder, name);
  // Hints last: a dictionary may use such a word as a name.
  for (const [text, hint] of hints) addWord(words, text, { term: hint.term, text });
  const units = emptyTrie<string>();
  for (const unit of unitsOf(dictionary)) addWord(units, unit, unit);
  const keys = new Map([...dictionary.byKey].map(([key, fact]) => [key, fact]));
  return { dictionary, words, units, meanings: builder.meanings, keys };
};

const built = new WeakMap<Dictionary, Lexicon>();

/** The lexicon of a dictionary, built once. */
export const lexiconOf = (dictionary: Dictionary): Lexicon => {
  const known = built.get(dictionary);
  if (known) return known;
  const made = buildLexicon(dictionary);
  built.set(dictionary, made);
  return made;
};
