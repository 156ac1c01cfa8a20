// Looks through the conditions of a rule for demands that contradict one another, that never bind, and for rows never reached.
import { isEmpty, isWithin, meet, onlyConstraint } from './bounds.ts';
import type { Finding } from './finding.ts';
import { clashIn, othersOn, saidBy, saidByLeaf, saidByNot, type Said } from './said.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Condition, Mode, Place, TestCondition } from '#rules/packs/rulebook.ts';

/** Whether a leaf comes after all that say the same: of two equal demands only the later one is told. */
const comesLast = (scope: readonly Said[], leaf: Condition): boolean => {
  const own = scope.findIndex((said) => said.leaf === leaf);
  return own < 0 || scope.slice(own + 1).every((said) => said.leaf === leaf);
};

const leafFindings = (
  of: string,
  leaf: TestCondition,
  scope: readonly Said[],
  onlyFor: Mode | null,
): readonly Finding[] =>
  saidByLeaf(leaf, onlyFor).flatMap((one): readonly Finding[] => {
    const { bounds, natural, about } = one.constraint;
    const at = { of, place: leaf.place };
    if (natural !== null && isEmpty(meet(natural, bounds)))
      return [{ kind: 'contradiction', ...at, text: `「${one.text}」不可能成立：超出了「${about}」可能的取值` }];
    if (natural !== null && isWithin(natural, bounds))
      return [{ kind: 'never-binds', ...at, text: `「${one.text}」总是成立：「${about}」的取值本来就在这个范围` }];
    const others = othersOn(scope, one);
    if (others === null) return [];
    const texts = others.texts.map((text) => `「${text}」`).join('、');
    if (isEmpty(meet(others.bounds, bounds)))
      return comesLast(
        scope.filter((said) => said.constraint.about === about),
        leaf,
      )
        ? [{ kind: 'contradiction', ...at, text: `「${one.text}」与${texts}不能同时成立` }]
        : [];
    if (!isWithin(others.bounds, bounds)) return [];
    const equal = isWithin(bounds, others.bounds);
    return equal &&
      !comesLast(
        scope.filter((said) => said.constraint.about === about),
        leaf,
      )
      ? []
      : [{ kind: 'never-binds', ...at, text: `「${one.text}」不起作用：${texts}已经要求了` }];
  });

/** Alternatives that another alternative already covers. */
const coveredFindings = (of: string, alternatives: readonly Condition[]): readonly Finding[] => {
  const leaves = alternatives.flatMap((leaf) => {
    const constraint = leaf.kind === 'test' ? onlyConstraint(leaf.test) : null;
    return constraint === null || leaf.kind !== 'test' ? [] : [{ leaf, constraint }];
  });
  return leaves.flatMap(({ leaf, constraint }, index): readonly Finding[] => {
    const wider = leaves.find(
      (other, place) =>
        place !== index &&
        other.leaf.onlyFor === leaf.onlyFor &&
        other.constraint.about === constraint.about &&
        isWithin(constraint.bounds, other.constraint.bounds) &&
        (place < index || !isWithin(other.constraint.bounds, constraint.bounds)),
    );
    return wider === undefined
      ? []
      : [
          {
            kind: 'never-binds',
            of,
            place: leaf.place,
            text: `「${printChinese(leaf.test)}」不起作用：满足它的都满足「${printChinese(wider.leaf.test)}」，两者是“或”`,
          },
        ];
  });
};

export type Row = { readonly when: Condition | null; readonly place: Place | null };

/** What a row rests on: what holds around it, that no earlier row was taken, and its own guard. */
export type RowScope = { readonly row: Row; readonly scope: readonly Said[]; readonly dead: Finding | null };

/** The rows of a `first` with the scope of each, and a finding for each that can never be reached. */
export const rowScopes = (of: string, rows: readonly Row[], outer: readonly Said[]): readonly RowScope[] => {
  let scope = outer;
  let closed: string | null = null;
  return rows.map((row) => {
    const demands = saidBy(row.when);
    const clash = clashIn(scope, demands);
    const text =
      closed !== null
        ? `前面的行「${closed}」总是先成立`
        : clash === null
          ? null
          : `「${clash.one.text}」与 ${clash.with} 不能同时成立`;
    const found: RowScope = {
      row,
      scope: [...scope, ...demands],
      dead: text === null ? null : { kind: 'dead-branch', of, place: row.place, text: `这一行永远走不到：${text}` },
    };
    const [only, ...more] = demands;
    if (
      row.when?.kind === 'test' &&
      only !== undefined &&
      more.length === 0 &&
      onlyConstraint(row.when.test) !== null
    ) {
      const known = othersOn(scope, only);
      if (known !== null && isWithin(known.bounds, only.constraint.bounds)) closed ??= only.text;
    }
    if (row.when !== null) scope = [...scope, ...saidByNot(row.when, null)];
    return found;
  });
};

/**
 * The findings of one condition.
 *
 * @param of     the rule it belongs to
 * @param scope  all that holds around it, its own leaves under 且 included
 */
export const conditionFindings = (
  of: string,
  condition: Condition | null,
  scope: readonly Said[],
  outer: Mode | null = null,
): readonly Finding[] => {
  if (condition === null) return [];
  const mode = condition.onlyFor ?? outer;
  switch (condition.kind) {
    case 'test':
      return leafFindings(of, condition, scope, mode);
    case 'all':
      return condition.of.flatMap((one) => conditionFindings(of, one, scope, mode));
    case 'any':
      return [
        ...coveredFindings(of, condition.of),
        ...condition.of.flatMap((one) => conditionFindings(of, one, [...scope, ...saidBy(one, mode)], mode)),
      ];
    case 'first': {
      const rows = condition.rows.map(({ when, then }) => ({ when, place: then.place, then }));
      return rowScopes(of, rows, scope).flatMap(({ scope: inner, dead }, index) => {
        const then = rows[index]?.then ?? null;
        return dead === null ? conditionFindings(of, then, [...inner, ...saidBy(then, mode)], mode) : [dead];
      });
    }
    case 'not':
    case 'disputed':
    case 'judged':
    case 'score':
    case 'unpublished':
    case 'waived':
      return [];
  }
};
