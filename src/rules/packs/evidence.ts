// Which clauses are good enough for what a city promises about time: days, windows, stages and shares.
import { notBetter } from './clauses.ts';
import type { Clause, Item, Rulebook } from './rulebook.ts';

/** True for a clause of grade seed or better; a ruling is one of these. */
export const isGrounded = (clause: Clause | null): boolean => clause !== null && notBetter('seed', clause.evidence);

/** A promise of an item that no sufficient clause carries. */
export type Ungrounded = { readonly item: string; readonly what: string; readonly evidence: string | null };

const ungroundedIn = (item: Item): readonly Ungrounded[] => {
  const { procedure } = item;
  if (procedure === null) return [];
  const promise = (what: string, clause: Clause | null): readonly Ungrounded[] =>
    isGrounded(clause) ? [] : [{ item: item.id, what, evidence: clause?.evidence ?? null }];
  const dated = procedure.window.kind === 'yearly' || procedure.window.kind === 'dates';
  return [
    ...(dated ? promise('窗口', procedure.clause) : []),
    ...procedure.stages.flatMap(({ kind, clause }) => promise(`环节 ${kind}`, clause)),
    ...procedure.clocks.flatMap(({ name, clause }) => promise(`时限 ${name}`, clause)),
  ];
};

/** Every window and stage of the rulebook without a clause of grade seed or better. Empty for a checked rulebook. */
export const ungrounded = (book: Rulebook): readonly Ungrounded[] => [...book.items.values()].flatMap(ungroundedIn);
