// The gates' requirements as rows of a table: one row a fact, in the order in which the ladder first asks for it.
import type { GateOnDay, Requirement } from '#contract/on-a-day.ts';

export type Row = {
  /** The fact that these requirements look at; null for scores and what is not published. */
  readonly fact: string | null;
  /** By gate, in the order of the gates; empty where a gate does not ask. */
  readonly cells: readonly (readonly Requirement[])[];
};

/** Scores and unpublished requirements come last: they cannot be set side by side. */
export const rowsOf = (gates: readonly Pick<GateOnDay, 'requires'>[]): readonly Row[] => {
  const facts = [...new Set(gates.flatMap(({ requires }) => requires.map(({ fact }) => fact)))];
  const ordered = [...facts.filter((fact) => fact !== null), ...facts.filter((fact) => fact === null)];
  return ordered.map((fact) => ({
    fact,
    cells: gates.map(({ requires }) => requires.filter((each) => each.fact === fact)),
  }));
};
