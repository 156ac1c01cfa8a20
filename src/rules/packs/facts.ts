// The fact dictionary: every fact that the packs declare, checked row by row.
import {
  subjectKinds,
  subjectNames,
  type FactDefinition,
  type SubjectKind,
  type ValueType,
} from '#rules/facts/dictionary.ts';
import { compare, type Rational } from '#rules/exact/rational.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import { readLiteral } from './expressions.ts';
import type { Loaded } from './files.ts';
import { mayHave } from './shapes/data.ts';
import type { FactShape } from './shapes/facts.ts';
import type { Declared } from './trees.ts';
import { factType } from './types.ts';

/** A definition whose derivation is still to be attached: expressions point to the definition, so it must exist before them. */
export type DraftFact = Omit<FactDefinition, 'derived'> & { derived: FactDefinition['derived'] };

export type DeclaredFact = Declared<DraftFact> & {
  /** The row that declares it; null for a judged fact. */
  readonly shape: FactShape | null;
  readonly file: string;
  /** True when the row has a problem for which its type is not known. */
  readonly unsure: boolean;
};

/** Facts by path, over all packs. */
export type FactTable = Map<string, DeclaredFact>;

export const pathOf = (subject: SubjectKind, name: string): string =>
  subject === 'enterprise' ? name : `${subjectNames[subject]}.${name}`;

/** The subject and plain name of a path: 项目.开工日期 → project, 开工日期. */
export const splitPath = (path: string): { readonly subject: SubjectKind; readonly name: string } => {
  for (const subject of subjectKinds) {
    const prefix = `${subjectNames[subject]}.`;
    if (subject !== 'enterprise' && path.startsWith(prefix)) return { subject, name: path.slice(prefix.length) };
  }
  return { subject: 'enterprise', name: path };
};

/** The key in `byKey`: revenue, project.newEquipment. */
export const fullKey = (fact: FactDefinition): string =>
  fact.subject === 'enterprise' ? fact.key : `${fact.subject}.${fact.key}`;

const readBounds = (
  bench: Bench,
  shape: FactShape,
  type: ValueType,
): { readonly min: Rational | null; readonly max: Rational | null } => {
  const bounded = type.kind === 'money' || type.kind === 'ratio' || type.kind === 'number' || type.kind === 'integer';
  const min = bounded && shape.min !== undefined ? readLiteral(bench, shape.min, type) : null;
  const max = bounded && shape.max !== undefined ? readLiteral(bench, shape.max, type) : null;
  if (min !== null && max !== null && compare(min, max) > 0 && shape.max !== undefined) {
    report(bench, shape.max.place, 'min-above-max', '下限大于上限', {
      found: shape.max.text,
      expected: `不小于 ${shape.min?.text ?? ''}`,
    });
  }
  return { min, max };
};

const checkRow = (bench: Bench, shape: FactShape): void => {
  if (!/^[a-z][A-Za-z0-9]*$/.test(shape.key.text)) {
    report(bench, shape.key.place, 'bad-key', '英文 key 要以小写字母开头，只含字母和数字', {
      found: shape.key.text,
      expected: 'revenue',
    });
  }
  if (shape.name.text.includes('.')) {
    report(bench, shape.name.place, 'bad-name', '名称里不能有点号', {
      found: shape.name.text,
      remedy: '点号前的主体由所在的一组决定',
    });
  }
  if (shape.grows !== undefined && shape.change?.value !== 'effort' && !mayHave(shape, 'change')) {
    report(bench, shape.grows.place, 'stray-key', '只有 change: effort 的事实才写 grows', { found: 'grows' });
  }
  if (shape.period !== undefined && shape.type.value === 'list' && !isVoid(shape.type.place)) {
    report(bench, shape.period.place, 'stray-key', '列表没有年度值，不能写 period', { found: 'period' });
  }
};

const draftOf = (bench: Bench, shape: FactShape, subject: SubjectKind, type: ValueType, order: number): DraftFact => ({
  name: shape.name.text,
  key: shape.key.text,
  subject,
  path: pathOf(subject, shape.name.text),
  type,
  yearly: shape.period !== undefined,
  none: shape.none?.value ?? mayHave(shape, 'none'),
  ...readBounds(bench, shape, type),
  change: shape.change?.value ?? 'never',
  growsUp: shape.grows !== undefined,
  derived: null,
  judged: false,
  note: shape.note?.text ?? null,
  order,
});

/** What a row lets an expression say: its values and columns. */
const wordsOf = ({ name, values, of }: FactShape): readonly string[] => {
  const columns = of === undefined || 'text' in of ? [] : of;
  const inColumns = columns.flatMap(({ key, value }) => [key, ...('text' in value ? [] : value)]);
  return [name, ...(values ?? []), ...inColumns].map(({ text }) => text);
};

/** The names under which expressions may use a fact that is unsure. */
export const namesOf = ({ value: { path, name }, shape }: DeclaredFact): readonly string[] => {
  const columns = shape?.of === undefined || 'text' in shape.of ? [] : shape.of;
  return [path, name, ...columns.map(({ key }) => `${path}.${key.text}`)];
};

/**
 * Reads all facts files.
 *
 * @param trees  names of the declared trees
 * @returns      facts by path; two facts of one name or one key are reported and the first one stays. A row that does not say
 *               enough is there as unsure, and its values count as known
 */
export const readFacts = (bench: Bench, files: readonly Loaded<'facts'>[], trees: ReadonlySet<string>): FactTable => {
  const facts: FactTable = new Map();
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const { shape: file, folder, path } of files) {
    for (const subject of subjectKinds) {
      for (const shape of file[subject] ?? []) {
        checkRow(bench, shape);
        const type = factType(bench, shape, trees);
        const unsure = type === null || (shape.period === undefined && mayHave(shape, 'period'));
        if (unsure || isVoid(shape.name.place)) for (const text of wordsOf(shape)) bench.unread.texts.add(text);
        if (isVoid(shape.name.place)) continue;
        const fact = draftOf(bench, shape, subject, type ?? { kind: 'text' }, facts.size);
        const folded = fact.path.normalize('NFKC');
        if (names.has(folded))
          report(bench, shape.name.place, 'duplicate-name', '事实的名称重复', { found: fact.path });
        if (keys.has(fullKey(fact)))
          report(bench, shape.key.place, 'duplicate-id', '事实的 key 重复', { found: fullKey(fact) });
        if (names.has(folded)) continue;
        names.add(folded);
        keys.add(fullKey(fact));
        facts.set(fact.path, { value: fact, packs: new Set([folder]), shape, file: path, unsure });
      }
    }
  }
  return facts;
};
