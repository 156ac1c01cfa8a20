// A firm with a few facts changed. The firm itself is not touched; what is not changed is shared.
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Enterprise, Facts, Subject, Value } from '#rules/facts/enterprise.ts';

/** `year` null for a fact that is not a series. */
export type Changed = { readonly fact: FactDefinition; readonly year: number | null; readonly value: Value };

/** A firm, and the one of its subjects that is judged (null for the enterprise itself). */
export type Case = { readonly firm: Enterprise; readonly subject: Subject | null };

const withFact = (facts: Facts, { fact, year, value }: Changed): Facts => {
  if (year === null) return { ...facts, single: new Map(facts.single).set(fact.path, value) };
  const series = new Map(facts.yearly.get(fact.path)).set(year, value);
  return { ...facts, yearly: new Map(facts.yearly).set(fact.path, series) };
};

const withSubject = (firm: Enterprise, before: Subject, after: Subject): Enterprise => ({
  ...firm,
  subjects: {
    ...firm.subjects,
    [before.kind]: firm.subjects[before.kind]?.map((subject) => (subject === before ? after : subject)) ?? [after],
  },
});

/** The case with one fact changed, of the enterprise or of the subject that is judged. */
export const overlay = ({ firm, subject }: Case, changed: Changed): Case => {
  if (changed.fact.subject === 'enterprise')
    return { firm: { ...firm, facts: withFact(firm.facts, changed) }, subject };
  if (subject === null || subject.kind !== changed.fact.subject) return { firm, subject };
  const after = { ...subject, facts: withFact(subject.facts, changed) };
  return { firm: withSubject(firm, subject, after), subject: after };
};

export const valueIn = ({ firm, subject }: Case, fact: FactDefinition, year: number | null): Value | null => {
  const facts = fact.subject === 'enterprise' ? firm.facts : subject?.kind === fact.subject ? subject.facts : null;
  const value = year === null ? facts?.single.get(fact.path) : facts?.yearly.get(fact.path)?.get(year);
  return value ?? null;
};
