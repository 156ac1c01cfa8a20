// Proves that a dated parameter has a value on every day on which something that reads it can be in force.
import type { FactDefinition, Parameter } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';
import { report } from './bench.ts';
import { conditionsIn } from './conditions.ts';
import {
  expressionsOfBenefit,
  expressionsOfCondition,
  expressionsOfDerivation,
  expressionsOfRule,
  partsOf,
} from './expressions-in.ts';
import type { ItemDraft } from './items.ts';
import type { GateDraft } from './ladder.ts';
import type { Condition, Place, ScoreTable, Term } from './rulebook.ts';
import type { Site } from './site.ts';

const parametersOf = (expressions: readonly Expression[]): ReadonlySet<Parameter> => {
  const found = new Set<Parameter>();
  const followed = new Set<FactDefinition>();
  const visit = (e: Expression): void => {
    for (const part of partsOf(e)) {
      if (part.kind === 'parameter') found.add(part.parameter);
      if (!('fact' in part) || followed.has(part.fact)) continue;
      followed.add(part.fact);
      expressionsOfDerivation(part.fact).forEach(visit);
    }
  };
  expressions.forEach(visit);
  return found;
};

const check = (site: Site, place: Place, term: Term, expressions: readonly Expression[]): void => {
  for (const { name, values } of parametersOf(expressions)) {
    const first = values[0]?.from ?? '9999-12-31';
    if (first > (term.from ?? '0001-01-01')) {
      report(site.bench, place, 'parameter-too-late', `参数「${name}」在这个版本开始时还没有值`, {
        found: `参数从 ${first} 起`,
        expected: `不晚于 ${term.from ?? '最早'}`,
      });
    }
  }
};

type Tables = ReadonlyMap<string, ScoreTable>;

/** The expressions of a condition, those of the score tables that it tests included. */
const readBy = (condition: Condition | null, tables: Tables): readonly Expression[] => [
  ...expressionsOfCondition(condition),
  ...conditionsIn(condition).flatMap((one) =>
    one.kind === 'score'
      ? (tables.get(one.score)?.indicators ?? []).flatMap(({ rule }) => expressionsOfRule(rule))
      : [],
  ),
];

/** Checks every item version, and every gate in each of its modes. */
export const checkParameterLives = (items: readonly ItemDraft[], gates: readonly GateDraft[], tables: Tables): void => {
  for (const { item, site } of items) {
    for (const { term, applies, eligible, benefit, place } of item.versions) {
      check(site, place, term, [
        ...readBy(applies, tables),
        ...readBy(eligible, tables),
        ...expressionsOfBenefit(benefit),
      ]);
    }
  }
  for (const { gate, site } of gates) {
    for (const term of [gate.terms.new, gate.terms.review]) {
      if (term !== null) check(site, gate.place, term, readBy(gate.require, tables));
    }
  }
};
