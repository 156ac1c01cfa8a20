// What must hold at a place in a rule: the constraints of every leaf that stands above it or beside it under 且.
import { constraintsOf, isEmpty, meet, onlyConstraint, opposite, type Bounds, type Constraint } from './bounds.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Condition, Mode, TestCondition } from '#rules/packs/rulebook.ts';

/** A constraint with the leaf that demands it; `onlyFor` when it is demanded in one mode only. */
export type Said = {
  readonly constraint: Constraint;
  readonly text: string;
  readonly leaf: Condition | null;
  readonly onlyFor: Mode | null;
};

const modeOf = (outer: Mode | null, condition: Condition): Mode | null => condition.onlyFor ?? outer;

/** What a single leaf demands. */
export const saidByLeaf = (leaf: TestCondition, onlyFor: Mode | null): readonly Said[] =>
  constraintsOf(leaf.test).map((constraint) => ({ constraint, text: printChinese(leaf.test), leaf, onlyFor }));

/** What a single leaf demands when it must not hold; nothing when that is no single demand. */
export const saidByNot = (leaf: Condition, onlyFor: Mode | null): readonly Said[] => {
  const constraint = leaf.kind === 'test' ? onlyConstraint(leaf.test) : null;
  const other = constraint === null ? null : opposite(constraint);
  return other === null || leaf.kind !== 'test'
    ? []
    : [{ constraint: other, text: `不满足 ${printChinese(leaf.test)}`, leaf, onlyFor }];
};

/** Everything that must hold for the condition to hold: its leaves under 且, at any depth. */
export const saidBy = (condition: Condition | null, outer: Mode | null = null): readonly Said[] => {
  if (condition === null) return [];
  const mode = modeOf(outer, condition);
  if (condition.kind === 'test') return saidByLeaf(condition, mode);
  if (condition.kind === 'not') return saidByNot(condition.of, mode);
  return condition.kind === 'all' ? condition.of.flatMap((one) => saidBy(one, mode)) : [];
};

/** What others say about the same quantity in the same mode, brought together; null when they say nothing. */
export const othersOn = (
  scope: readonly Said[],
  one: Said,
): { readonly bounds: Bounds; readonly texts: readonly string[] } | null => {
  const others = scope.filter(
    (said) =>
      said.leaf !== one.leaf &&
      said.constraint.about === one.constraint.about &&
      said.constraint.bounds.kind === one.constraint.bounds.kind &&
      (said.onlyFor === null || said.onlyFor === one.onlyFor),
  );
  const [first, ...rest] = others;
  if (first === undefined) return null;
  return {
    bounds: rest.map(({ constraint }) => constraint.bounds).reduce(meet, first.constraint.bounds),
    texts: [...new Set(others.map(({ text }) => text))],
  };
};

/** The first demand that cannot hold together with the scope; null when all can. */
export const clashIn = (
  scope: readonly Said[],
  demands: readonly Said[],
): { readonly one: Said; readonly with: string } | null => {
  for (const one of demands) {
    const { natural, bounds } = one.constraint;
    if (natural !== null && isEmpty(meet(natural, bounds))) return { one, with: '这个事实可能的取值' };
    const others = othersOn(scope, one);
    if (others !== null && isEmpty(meet(others.bounds, bounds))) return { one, with: others.texts.join('、') };
  }
  return null;
};
