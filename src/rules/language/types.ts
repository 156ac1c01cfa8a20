// Types of the language: how they are called in messages, and which fit one another.
import type { Expression } from './syntax.ts';
import { foldName } from './characters.ts';
import type { Tree, ValueType } from '#rules/facts/dictionary.ts';

export const booleanType: ValueType = { kind: 'boolean' };
export const moneyType: ValueType = { kind: 'money' };
export const ratioType: ValueType = { kind: 'ratio' };
export const dateType: ValueType = { kind: 'date' };
export const textType: ValueType = { kind: 'text' };
export const plainInteger: ValueType = { kind: 'integer', unit: null };
/** Asks a number literal to be read as a length of time. */
export const durationType: ValueType = { kind: 'duration', unit: '年' };

export type CountType = Extract<ValueType, { kind: 'number' | 'integer' }>;
type ChoiceType = Extract<ValueType, { kind: 'choice' | 'ordered' | 'set' }>;

export const isCount = (type: ValueType): type is CountType => type.kind === 'number' || type.kind === 'integer';
export const isChoice = (type: ValueType): type is ChoiceType =>
  type.kind === 'choice' || type.kind === 'ordered' || type.kind === 'set';

/** True where any text is a value: text facts, and choices whose values the sources do not list. */
export const takesAnyText = (type: ValueType): boolean =>
  type.kind === 'text' || (isChoice(type) && type.values.length === 0);

/** A choice whose values the dictionary does not list: any text is one. */
export const isOpenChoice = (type: ValueType): boolean => type.kind === 'choice' && type.values.length === 0;

const names = {
  money: '金额',
  ratio: '比例',
  rank: '名次',
  date: '日期',
  boolean: '是或否',
  text: '文字',
  number: '数',
  integer: '整数',
  duration: '时间长度',
  choice: '选项',
  ordered: '有高低的选项',
  set: '多选项',
  tree: '分类',
  list: '列表',
} as const satisfies Record<ValueType['kind'], string>;

/** The type as a message calls it: 金额, 数(人), 行政区划. */
export const nameOfType = (type: ValueType): string => {
  if (type.kind === 'tree') return type.of;
  if (isCount(type) && type.unit !== null) return `${names[type.kind]}（${type.unit}）`;
  return names[type.kind];
};

const valueMaps = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

const valuesByFold = (values: readonly string[]): ReadonlyMap<string, string> => {
  const known = valueMaps.get(values);
  if (known) return known;
  const made = new Map(values.map((value) => [foldName(value), value]));
  valueMaps.set(values, made);
  return made;
};

const nodeMaps = new WeakMap<Tree, ReadonlyMap<string, string>>();

const nodesByFold = (tree: Tree): ReadonlyMap<string, string> => {
  const known = nodeMaps.get(tree);
  if (known) return known;
  const made = new Map([...tree.aliases].map(([alias, node]) => [foldName(alias), node]));
  for (const node of tree.parents.keys()) made.set(foldName(node), node);
  nodeMaps.set(tree, made);
  return made;
};

/** The value that a word names in this type (aliases of tree nodes resolved), or null. */
export const valueNamed = (type: ValueType, word: string, trees: ReadonlyMap<string, Tree>): string | null => {
  if (isChoice(type)) return valuesByFold(type.values).get(foldName(word)) ?? null;
  if (type.kind !== 'tree') return null;
  const tree = trees.get(type.of);
  return tree ? (nodesByFold(tree).get(foldName(word)) ?? null) : null;
};

/** The values of a type, for messages. */
export const valuesOf = (type: ValueType, trees: ReadonlyMap<string, Tree>): readonly string[] =>
  isChoice(type) ? type.values : type.kind === 'tree' ? [...(trees.get(type.of)?.parents.keys() ?? [])] : [];

/** A number written without a unit, or calculated from such: it fits any count. */
export const isPlainNumber = (e: Expression): boolean =>
  e.kind === 'arithmetic' ? isPlainNumber(e.left) && isPlainNumber(e.right) : e.kind === 'number' && e.unit === null;

/** A number of rows, or calculated from such: it has no unit of its own, so it fits the unit of a fact (数量(人员) ÷ 从业人员). */
const isRowCount = (e: Expression): boolean =>
  e.kind === 'arithmetic' ? isRowCount(e.left) || isRowCount(e.right) : e.kind === 'aggregate' && e.word === '数量';

const hasWrittenUnit = (e: Expression): boolean =>
  e.kind === 'arithmetic' ? hasWrittenUnit(e.left) || hasWrittenUnit(e.right) : e.kind === 'number' && e.unit !== null;

const takesUnitOf = (e: Expression, other: Expression): boolean =>
  isPlainNumber(e) || (isCount(e.type) && e.type.unit === null && isRowCount(e) && !hasWrittenUnit(other));

/** True when the two counts are of one unit, or one of them takes any. */
export const unitsFit = (a: Expression, b: Expression): boolean => {
  if (!isCount(a.type) || !isCount(b.type)) return false;
  return a.type.unit === b.type.unit || takesUnitOf(a, b) || takesUnitOf(b, a);
};

/** True when both are choices of the same values in the same order, or nodes of the same tree. */
export const sameValues = (a: ValueType, b: ValueType): boolean => {
  if (a.kind === 'tree' && b.kind === 'tree') return a.of === b.of;
  if (!isChoice(a) || !isChoice(b) || a.kind !== b.kind) return false;
  return a.values.length === b.values.length && a.values.every((value, i) => value === b.values[i]);
};
