// Named sets over a tree or over choice values, and dated parameters.
import type { NamedSet, Parameter, Tree, ValueType } from '#rules/facts/dictionary.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import { readLiteral } from './expressions.ts';
import type { FactTable } from './facts.ts';
import type { Clause } from './rulebook.ts';
import type { Loaded } from './files.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { mayHave } from './shapes/data.ts';
import type { ParameterShape, SetShape } from './shapes/facts.ts';
import { nodeNamed, type Declared } from './trees.ts';
import { readUnit } from './types.ts';

export type Trees = ReadonlyMap<string, Declared<Tree>>;

const choiceValues = (facts: FactTable): ReadonlySet<string> => {
  const values = new Set<string>();
  const add = (type: ValueType): void => {
    if (type.kind === 'choice' || type.kind === 'ordered' || type.kind === 'set')
      for (const value of type.values) values.add(value);
    if (type.kind === 'list') for (const field of type.fields.values()) add(field);
  };
  for (const { value, unsure } of facts.values()) if (!unsure) add(value.type);
  return values;
};

const memberOf = (bench: Bench, member: NotedScalar, tree: Tree | null, values: ReadonlySet<string>): string[] => {
  const found = tree === null ? (values.has(member.text) ? member.text : null) : nodeNamed(tree, member.text);
  if (found !== null) return [found];
  const known = tree === null ? values : tree.parents.keys();
  report(bench, member.place, 'unknown-member', tree === null ? '没有事实有这个取值' : `「${tree.name}」里没有这一项`, {
    found: member.text,
    nearest: nearestName(member.text, known),
  });
  return [];
};

const readSet = (bench: Bench, shape: SetShape, trees: Trees, values: ReadonlySet<string>): NamedSet | null => {
  const unread = shape.of === undefined && mayHave(shape, 'of');
  const tree = unread ? undefined : shape.of === undefined ? null : trees.get(shape.of.text)?.value;
  if (tree === undefined && shape.of !== undefined) {
    report(bench, shape.of.place, 'unknown-tree', '没有这棵树', {
      found: shape.of.text,
      nearest: nearestName(shape.of.text, trees.keys()),
    });
  }
  if (tree === undefined || isVoid(shape.name.place)) {
    bench.unread.texts.add(shape.name.text);
    return null;
  }
  const members = shape.in.flatMap((member) => memberOf(bench, member, tree, values));
  const unsettled = (shape.unsettled ?? []).flatMap((member) => memberOf(bench, member, tree, values));
  for (const member of shape.unsettled ?? []) {
    if (members.includes(tree === null ? member.text : (nodeNamed(tree, member.text) ?? ''))) {
      report(bench, member.place, 'settled-and-unsettled', '同一项既是成员又待定', {
        found: member.text,
        remedy: '请只留一处',
      });
    }
  }
  return { name: shape.name.text, of: shape.of?.text ?? null, members, unsettled, clause: shape.clause?.text ?? null };
};

/** Declared by one pack. Two packs that do not see one another may use one name for different things. */
export type Own<T> = { readonly value: T; readonly name: NotedScalar; readonly pack: string };

export const setRows = (file: Loaded<'sets'>): readonly SetShape[] =>
  'sets' in file.shape ? file.shape.sets : file.shape;

/** All named sets, with members that exist. */
export const readSets = (
  bench: Bench,
  files: readonly Loaded<'sets'>[],
  trees: Trees,
  facts: FactTable,
): readonly Own<NamedSet>[] => {
  const values = choiceValues(facts);
  return files.flatMap((file) =>
    setRows(file).flatMap((shape) => {
      const value = readSet(bench, shape, trees, values);
      return value === null ? [] : [{ value, name: shape.name, pack: file.folder }];
    }),
  );
};

export const parameterRows = (file: Loaded<'parameters'>): readonly ParameterShape[] =>
  'parameters' in file.shape ? file.shape.parameters : file.shape;

/** A parameter whose values are cited once the documents are known. */
export type ParameterDraft = Omit<Parameter, 'values'> & {
  readonly values: readonly (Omit<Parameter['values'][number], 'clause'> & { clause: Clause | null })[];
};

/** A parameter whose type is not known is null: its name counts as known, and nothing is said about its use. */
const readParameter = (bench: Bench, shape: ParameterShape): ParameterDraft | null => {
  const kind = shape.type.value;
  const unit = readUnit(bench, shape.unit);
  const counted = kind === 'number' || kind === 'integer';
  const type: ValueType = counted ? { kind, unit: unit ?? null } : { kind };
  const unsure = isVoid(shape.type.place) || (counted && (unit === undefined || mayHave(shape, 'unit')));
  const values = shape.values.map(({ from, value }) => ({
    // An unknown start is before every date: the value holds from the beginning. So may one that could not be read.
    from: from.value === 'unknown' || mayHave(shape, 'values') ? '0001-01-01' : from.value,
    value: value.text === 'unknown' || unsure ? null : readLiteral(bench, value, type),
    text: value.text,
    clause: null,
  }));
  shape.values.slice(1).forEach(({ from }, index) => {
    const earlier = values[index]?.from ?? '';
    if (from.value === 'unknown' || from.value <= earlier) {
      report(bench, from.place, 'dates-not-ascending', '参数的起始日期要从早到晚，不能重复', {
        found: from.value,
        expected: `晚于 ${earlier}`,
      });
    }
  });
  if (!unsure && !isVoid(shape.name.place)) return { name: shape.name.text, type, values };
  bench.unread.texts.add(shape.name.text);
  return null;
};

/** All dated parameters, values in date order. */
export const readParameters = (bench: Bench, files: readonly Loaded<'parameters'>[]): readonly Own<ParameterDraft>[] =>
  files.flatMap((file) =>
    parameterRows(file).flatMap((shape) => {
      const value = readParameter(bench, shape);
      return value === null ? [] : [{ value, name: shape.name, pack: file.folder }];
    }),
  );
