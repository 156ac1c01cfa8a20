// Changes of a condition: its numbers, dates, levels and operators, and each of its parts left out.
import { decides } from '#rules/evaluate/context.ts';
import { textOf } from '#rules/evaluate/explain.ts';
import type { Clause, Condition } from '#rules/packs/rulebook.ts';
import { at, dropped, inList, inWhole, mutateNumber, unseen, type Mutation, type Mutations } from './mutation.ts';
import { mutateExpression } from './mutate-expression.ts';

/**
 * Where a condition stands. It is named by its id if it has one (after `scope`, which tells versions apart), else by `path`:
 * the name of the nearest condition above and the places below it.
 */
export type Standing = { readonly scope: string; readonly path: string };

const tooWeak = '依据等级低于 seed，本来就不参与判定';

/** Changes under a clause that is too weak to decide cannot be seen. */
export const underClause = <T>(clause: Clause | null, mutations: Mutations<T>): Mutations<T> =>
  clause === null || decides(clause.evidence, 'seed') ? mutations : unseen(tooWeak, mutations);

const nameOf = (condition: Condition, { scope, path }: Standing): string =>
  condition.id === null ? path : `${scope}${condition.id}`;

const step = (path: string, place: string): string => (path === '' ? place : `${path}/${place}`);

const partAt = (standing: Standing, name: string, place: string): Standing => ({
  ...standing,
  path: step(name, place),
});

const mutateParts = (
  parts: readonly Condition[],
  name: string,
  standing: Standing,
): Mutations<readonly Condition[]> => {
  const placed = (index: number): Standing => partAt(standing, name, `${index + 1}`);
  const drops = dropped(parts, (part, index) => {
    const text = textOf(part);
    return { at: nameOf(part, placed(index)), from: text === null ? '这一组' : `「${text}」` };
  });
  return [...inList(parts, (part, index) => mutateCondition(part, placed(index))), ...drops];
};

const mutateRows = (
  condition: Extract<Condition, { kind: 'first' }>,
  name: string,
  standing: Standing,
): Mutations<Condition> =>
  inWhole(
    inList(condition.rows, (row, index) => {
      const { when } = row;
      const place = `${index + 1}`;
      const then = inWhole(mutateCondition(row.then, partAt(standing, name, place)), (changed) => ({
        ...row,
        then: changed,
      }));
      if (when === null) return then;
      const guards = mutateCondition(when, partAt(standing, name, `${place}/当`));
      return [...inWhole(guards, (changed) => ({ ...row, when: changed })), ...then];
    }),
    (rows) => ({ ...condition, rows }),
  );

const mutateNot = (
  condition: Extract<Condition, { kind: 'not' }>,
  name: string,
  standing: Standing,
): Mutations<Condition> => {
  const without: Mutation<Condition> = { value: condition.of, at: name, from: '非', to: '删去', unseen: null };
  const inner = mutateCondition(condition.of, { ...standing, path: name });
  return [without, ...inWhole(inner, (of) => ({ ...condition, of }))];
};

/** Every change of a condition and what is below it. What is not published or judged by a person has no literal. */
export const mutateCondition = (condition: Condition, standing: Standing): Mutations<Condition> => {
  const name = nameOf(condition, standing);
  switch (condition.kind) {
    case 'test': {
      const tests = at(name, mutateExpression(condition.test));
      return underClause(
        condition.clause,
        inWhole(tests, (test) => ({ ...condition, test })),
      );
    }
    case 'all':
    case 'any':
    case 'disputed':
      return inWhole(mutateParts(condition.of, name, standing), (of) => ({ ...condition, of }));
    case 'not':
      return mutateNot(condition, name, standing);
    case 'first':
      return mutateRows(condition, name, standing);
    case 'score': {
      const marks = inWhole(mutateNumber(name, condition.mark), (mark) => ({ ...condition, mark }));
      const { strict } = condition;
      const [from, to] = strict ? ['>', '≥'] : ['≥', '>'];
      const turned: Mutation<Condition> = {
        value: { ...condition, strict: !strict },
        at: name,
        from,
        to,
        unseen: null,
      };
      return underClause(condition.clause, [...marks, turned]);
    }
    case 'judged':
    case 'unpublished':
    case 'waived':
      return [];
  }
};

/**
 * Every change of a condition that stands at the top of a rule. A single leaf is also left out altogether; a group loses its
 * parts one by one.
 */
export const mutateWhole = (condition: Condition, standing: Standing): Mutations<Condition | null> => {
  const changes = mutateCondition(condition, standing);
  const text = textOf(condition);
  if (text === null) return changes;
  const at = nameOf(condition, standing);
  return [...changes, { value: null, at, from: `「${text}」`, to: '删去', unseen: null }];
};
