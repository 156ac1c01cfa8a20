// How good a derivation is: as good as the weakest of the clauses that it rests on for this firm.
import { onFooting, weaker, type Context } from './context.ts';
import { reachableRows } from './decide.ts';
import { explain, gradeOfFirst, truthOfResult } from './explain.ts';
import { evaluate } from './expression.ts';
import { yes } from './outcome.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Clause, Grade } from '#rules/packs/rulebook.ts';

const gradeOfValue = (context: Context, value: Expression, clause: Clause | null): Grade =>
  weaker(clause?.evidence ?? 'primary', onFooting(context, (own) => evaluate(own, value)).grade);

/** The weakest grade of what a derived fact rests on: the guards that were decided, the rows still reachable, and what these read. */
export const gradeOfDerivation = (context: Context, { derived }: FactDefinition): Grade => {
  if (derived === null) return 'primary';
  if (derived.kind === 'expression') return gradeOfValue(context, derived.expression, derived.clause);
  const guarded = derived.rows.map((row) => {
    const guard = row.when === null ? null : explain(context, row.when);
    return { when: guard === null ? yes : truthOfResult(guard), then: { row, guard } };
  });
  return gradeOfFirst(
    guarded.map(({ then }) => then.guard),
    reachableRows(guarded).rows.map(({ then: { row } }) => gradeOfValue(context, row.value, row.clause)),
  );
};
