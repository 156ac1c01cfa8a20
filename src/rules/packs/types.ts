// The type of a fact or parameter from what its row says, with the problems of a row that contradicts itself.
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { mayHave } from './shapes/data.ts';
import type { ColumnShape, FactShape } from './shapes/facts.ts';

/** A count unit is one or two Han letters and not a unit of money. Undefined, with the problem reported, for anything else. */
export const readUnit = (bench: Bench, unit: NotedScalar | undefined): string | null | undefined => {
  if (unit === undefined) return null;
  if (/^\p{Script=Han}{1,2}$/u.test(unit.text) && !/元|角/.test(unit.text)) return unit.text;
  report(bench, unit.place, 'bad-unit', '不是计数单位', {
    found: unit.text,
    expected: '年、月、人、项、件、级 等一两个字的单位',
  });
  return undefined;
};

const readValues = (bench: Bench, values: readonly NotedScalar[] | undefined): readonly string[] => {
  const seen = new Set<string>();
  for (const { text, place } of values ?? []) {
    if (seen.has(text)) report(bench, place, 'duplicate-value', '取值重复', { found: text });
    seen.add(text);
  }
  return [...seen];
};

const columnTypes = ['money', 'number', 'integer', 'rank', 'ratio', 'date', 'boolean', 'choice', 'text'] as const;

const columnType = (bench: Bench, value: ColumnShape['value']): ValueType | null => {
  if (!('text' in value)) return { kind: 'choice', values: readValues(bench, value) };
  const kind = columnTypes.find((word) => word === value.text);
  if (kind === 'choice') return { kind, values: [] };
  if (kind === 'number' || kind === 'integer') return { kind, unit: null };
  if (kind !== undefined) return { kind };
  report(bench, value.place, 'unknown-word', '不是列的类型', {
    found: value.text,
    expected: `${columnTypes.join('、')}，或取值列表`,
    nearest: nearestName(value.text, columnTypes),
  });
  return null;
};

const listType = (bench: Bench, shape: FactShape): ValueType | null => {
  if (shape.of === undefined || 'text' in shape.of) {
    if (mayHave(shape, 'of')) return null;
    report(bench, shape.type.place, 'list-without-columns', '列表要用 of 写明各列', { expected: 'of: { 列名: 类型 }' });
    return null;
  }
  const fields = new Map<string, ValueType>();
  for (const { key, value } of shape.of) {
    const type = columnType(bench, value);
    if (type !== null) fields.set(key.text, type);
  }
  return fields.size === shape.of.length ? { kind: 'list', fields } : null;
};

const treeType = (bench: Bench, shape: FactShape, trees: ReadonlySet<string>): ValueType | null => {
  if (shape.of === undefined || !('text' in shape.of)) {
    if (mayHave(shape, 'of')) return null;
    report(bench, shape.type.place, 'tree-without-name', '要用 of 写明是哪一棵树', { expected: 'of: 树名' });
    return null;
  }
  const { text, place } = shape.of;
  if (trees.has(text)) return { kind: 'tree', of: text };
  report(bench, place, 'unknown-tree', '没有这棵树', {
    found: text,
    nearest: nearestName(text, trees),
    remedy: '请先写进 trees/',
  });
  return null;
};

const strayKeys = {
  of: ['list', 'tree'],
  values: ['choice', 'ordered', 'set'],
  unit: ['number', 'integer'],
  min: ['money', 'number', 'integer', 'ratio'],
  max: ['money', 'number', 'integer', 'ratio'],
} as const satisfies { readonly [key in keyof FactShape]?: readonly string[] };

const checkStray = (bench: Bench, shape: FactShape): void => {
  for (const [key, kinds] of Object.entries(strayKeys)) {
    const place = shape['@'].keys.get(key);
    if (place !== undefined && !kinds.some((kind) => kind === shape.type.value)) {
      report(bench, place, 'stray-key', `类型 ${shape.type.value} 不能写「${key}」`, { found: key });
    }
  }
};

/** The key that a type rests on. */
const carrying = {
  number: 'unit',
  integer: 'unit',
  choice: 'values',
  ordered: 'values',
  set: 'values',
  list: 'of',
} as const;

/** True when the type, or the key that it rests on, could not be read. */
const isUnread = (shape: FactShape): boolean => {
  const key = new Map<string, string>(Object.entries(carrying)).get(shape.type.value);
  return isVoid(shape.type.place) || (key !== undefined && mayHave(shape, key));
};

/** The type of a fact row; null with the problem reported when the row does not say enough. */
export const factType = (bench: Bench, shape: FactShape, trees: ReadonlySet<string>): ValueType | null => {
  if (!isVoid(shape.type.place)) checkStray(bench, shape);
  const type = typeOf(bench, shape, trees);
  return isUnread(shape) ? null : type;
};

const typeOf = (bench: Bench, shape: FactShape, trees: ReadonlySet<string>): ValueType | null => {
  const kind = shape.type.value;
  switch (kind) {
    case 'number':
    case 'integer': {
      const unit = readUnit(bench, shape.unit);
      return unit === undefined ? null : { kind, unit };
    }
    case 'ordered':
      if ((shape.values ?? []).length < 2 && !mayHave(shape, 'values')) {
        report(bench, shape.type.place, 'ordered-without-values', '有序取值要从低到高写出至少两个 values');
        return null;
      }
      return { kind, values: readValues(bench, shape.values) };
    case 'choice':
    case 'set':
      return { kind, values: readValues(bench, shape.values) };
    case 'list':
      return listType(bench, shape);
    case 'tree':
      return treeType(bench, shape, trees);
    case 'money':
    case 'ratio':
    case 'rank':
    case 'date':
    case 'boolean':
    case 'text':
      return { kind };
  }
};
