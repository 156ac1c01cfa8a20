// Facts that a `judged` condition or indicator declares: asked of the reviewer, known like any other fact.
import { compare, fromDecimal, type Rational } from '#rules/exact/rational.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import { pathOf, splitPath, type DraftFact, type FactTable } from './facts.ts';
import type { Loaded, LoadedFiles } from './files.ts';

type Judged = { readonly name: NotedScalar; readonly points: readonly NotedScalar[] | null };

const isScalar = (data: unknown): data is NotedScalar =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'scalar' && 'text' in data;

/** Every `judged: NAME` below, with its points when it is an indicator's. */
const judgedIn = (data: unknown): readonly Judged[] => {
  if (Array.isArray(data)) return data.flatMap(judgedIn);
  if (typeof data !== 'object' || data === null || isScalar(data)) return [];
  const below = Object.values(data).flatMap(judgedIn);
  if (!('judged' in data) || !isScalar(data.judged) || isVoid(data.judged.place)) return below;
  const listed = 'points' in data && Array.isArray(data.points) ? data.points.filter(isScalar) : [];
  const points = 'points' in data ? listed : null;
  return [{ name: data.judged, points }, ...below];
};

const typeOf = (judged: Judged): ValueType =>
  judged.points === null ? { kind: 'boolean' } : { kind: 'number', unit: null };

const boundsOf = (judged: Judged): { readonly min: Rational | null; readonly max: Rational | null } => {
  const values = (judged.points ?? []).flatMap(({ text }) => fromDecimal(text) ?? []).toSorted(compare);
  return { min: values[0] ?? null, max: values.at(-1) ?? null };
};

const draftOf = (judged: Judged, order: number): DraftFact => {
  const { subject, name } = splitPath(judged.name.text);
  return {
    name,
    // A judged fact has no English key of its own; its name serves.
    key: name,
    subject,
    path: pathOf(subject, name),
    type: typeOf(judged),
    yearly: false,
    none: false,
    ...boundsOf(judged),
    change: 'declare',
    growsUp: false,
    derived: null,
    judged: true,
    note: null,
    order,
  };
};

const declare = (
  bench: Bench,
  facts: FactTable,
  file: Loaded<'ladder' | 'items' | 'scores' | 'derivations'>,
  judged: Judged,
): void => {
  const known = facts.get(judged.name.text);
  if (known === undefined) {
    facts.set(judged.name.text, {
      value: draftOf(judged, facts.size),
      packs: new Set([file.folder]),
      shape: null,
      file: file.path,
      unsure: false,
    });
    return;
  }
  if (!known.unsure && (known.value.type.kind !== typeOf(judged).kind || known.value.yearly)) {
    report(bench, judged.name.place, 'judged-type', '同名的事实类型不同，不能由评审人判断', {
      found: judged.name.text,
      expected: judged.points === null ? '是或否的事实' : '得分的事实',
      remedy: '请换一个名称',
    });
  }
  // The same question asked by another pack is the same fact there.
  if (known.shape === null) facts.set(judged.name.text, { ...known, packs: new Set([...known.packs, file.folder]) });
};

const judgingFiles = (files: LoadedFiles) => [...files.derivations, ...files.ladder, ...files.scores, ...files.items];

/** Every name that a file declares by judging it. */
export const judgedNames = (files: LoadedFiles): readonly NotedScalar[] =>
  judgingFiles(files).flatMap(({ shape }) => judgedIn(shape).map(({ name }) => name));

/** Adds the judged facts of all files to the table, before any expression is read. */
export const declareJudged = (bench: Bench, files: LoadedFiles, facts: FactTable): void => {
  for (const file of judgingFiles(files)) {
    for (const judged of judgedIn(file.shape)) declare(bench, facts, file, judged);
  }
};
