// What rests on less than the official text: rules whose verdict or amount leans on a second-hand source or on the reply alone.
import { conditionsIn } from '#rules/packs/conditions.ts';
import type { Benefit, Clause, Condition, Grade, Rulebook } from '#rules/packs/rulebook.ts';

/** Every clause of a rule that decides something, by grade. */
export type Leaning = {
  readonly id: string;
  readonly name: string;
  readonly grade: Grade;
  readonly clauses: readonly { readonly key: string; readonly document: string; readonly says: string }[];
};

const ofCondition = (condition: Condition | null): readonly Clause[] =>
  conditionsIn(condition).flatMap(({ clause }) => (clause === null ? [] : [clause]));

const ofBenefit = (benefit: Benefit): readonly Clause[] => [
  ...(benefit.clause === null ? [] : [benefit.clause]),
  ...(benefit.kind === 'first'
    ? benefit.rows.flatMap(({ when, then }) => [...ofCondition(when), ...ofBenefit(then)])
    : []),
];

const leaning = (id: string, name: string, clauses: readonly Clause[], grade: Grade): readonly Leaning[] => {
  const found = [...new Set(clauses)].filter(({ evidence }) => evidence === grade);
  return found.length === 0
    ? []
    : [
        {
          id,
          name,
          grade,
          clauses: found.map(({ key, document, says }) => ({ key, document: document.id, says })),
        },
      ];
};

/** Items and gates with at least one clause of this grade. */
export const leaningOn = (book: Rulebook, grade: Grade): readonly Leaning[] => [
  ...[...book.items.values()].flatMap(({ id, name, versions }) =>
    leaning(
      id,
      name,
      versions.flatMap(({ applies, eligible, benefit }) => [
        ...ofCondition(applies),
        ...ofCondition(eligible),
        ...ofBenefit(benefit),
      ]),
      grade,
    ),
  ),
  ...[...book.gates.values()].flatMap(({ id, name, require }) => leaning(id, name, ofCondition(require), grade)),
];
