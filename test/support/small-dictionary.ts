// A dictionary of yes-or-no facts with these names and nothing else.
import type { Dictionary, FactDefinition } from '#rules/facts/dictionary.ts';

const factOf = (name: string, order: number): FactDefinition => ({
  name,
  key: `fact${order}`,
  subject: 'enterprise',
  path: name,
  type: { kind: 'boolean' },
  yearly: false,
  none: false,
  min: null,
  max: null,
  change: 'effort',
  growsUp: false,
  derived: null,
  judged: false,
  note: null,
  order,
});

export const dictionaryOf = (names: readonly string[]): Dictionary => {
  const facts = names.map(factOf);
  return {
    facts: new Map(facts.map((fact) => [fact.path, fact])),
    byKey: new Map(facts.map((fact) => [fact.key, fact])),
    trees: new Map(),
    sets: new Map(),
    parameters: new Map(),
  };
};
