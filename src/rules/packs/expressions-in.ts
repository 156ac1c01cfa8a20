// The expressions below conditions, benefits and indicator rules, for checks that look at all of them.
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import { childrenOf } from '#rules/language/children.ts';
import type { Expression } from '#rules/language/syntax.ts';
import { conditionsIn } from './conditions.ts';
import type { Benefit, BenefitNumber, Condition, IndicatorRule } from './rulebook.ts';

/** An expression and all its parts. */
export const partsOf = (e: Expression): readonly Expression[] => [e, ...childrenOf(e).flatMap(partsOf)];

export const expressionsOfCondition = (condition: Condition | null): readonly Expression[] =>
  conditionsIn(condition).flatMap((one) => (one.kind === 'test' ? [one.test] : []));

const stated = (numbers: readonly (BenefitNumber | null)[]): readonly Expression[] =>
  numbers.filter((number) => number !== null && number !== 'unknown');

const expressionsOfForm = (benefit: Benefit): readonly Expression[] => {
  switch (benefit.kind) {
    case 'amount':
      return stated([benefit.amount]);
    case 'rate':
      return stated([benefit.rate, benefit.of]);
    case 'monthly':
      return stated([benefit.monthly, benefit.months, ...benefit.less]);
    case 'progressive':
      return [benefit.of, ...benefit.slices.flatMap(({ from, rate }) => [from, rate])];
    case 'between':
      return [benefit.low, benefit.high, benefit.of];
    case 'up-to':
      return stated([benefit.most]);
    case 'first':
      return benefit.rows.flatMap(({ when, then }) => [...expressionsOfCondition(when), ...expressionsOfBenefit(then)]);
    case 'none':
    case 'case-by-case':
      return [];
  }
};

export const expressionsOfBenefit = (benefit: Benefit): readonly Expression[] => [
  ...expressionsOfForm(benefit),
  ...stated([benefit.cap, benefit.floor]),
];

export const expressionsOfRule = (rule: IndicatorRule): readonly Expression[] => {
  switch (rule.kind) {
    case 'bands':
      return [rule.of, ...rule.rows.map(({ threshold }) => threshold)];
    case 'per':
      return [rule.of, rule.step];
    case 'count':
      return rule.of.flatMap(expressionsOfCondition);
    case 'first':
      return rule.rows.flatMap(({ when }) => expressionsOfCondition(when));
    case 'best':
      return rule.of.flatMap(expressionsOfRule);
    case 'judged':
    case 'unknown':
      return [];
  }
};

export const expressionsOfDerivation = (fact: FactDefinition): readonly Expression[] => {
  if (fact.derived === null) return [];
  if (fact.derived.kind === 'expression') return [fact.derived.expression];
  return fact.derived.rows.flatMap(({ when, value }) => [...expressionsOfCondition(when), value]);
};
