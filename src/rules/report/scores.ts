// Looks through score tables: bands outside what a fact can be, and rows never reached.
import { conditionFindings, rowScopes } from './conditions.ts';
import type { Finding } from './finding.ts';
import { saidBy } from './said.ts';
import { compare } from '#rules/exact/rational.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Indicator, IndicatorRule, ScoreTable } from '#rules/packs/rulebook.ts';

/** Whether a threshold lies where the quantity can be; true when that is not known. */
const withinReach = (quantity: Expression, threshold: Expression): boolean => {
  if ((quantity.kind !== 'fact' && quantity.kind !== 'year') || threshold.kind !== 'number') return true;
  const { min, max } = quantity.fact;
  return (min === null || compare(threshold.value, min) >= 0) && (max === null || compare(threshold.value, max) <= 0);
};

const ruleFindings = (indicator: Indicator, rule: IndicatorRule): readonly Finding[] => {
  const at = { of: indicator.id, place: indicator.place };
  switch (rule.kind) {
    case 'bands':
      return rule.rows
        .filter(({ threshold }) => !withinReach(rule.of, threshold))
        .map(({ threshold }) => ({
          kind: 'dead-branch',
          ...at,
          text: `档位「${printChinese(threshold)}」在「${printChinese(rule.of)}」可能的取值之外`,
        }));
    case 'first': {
      const rows = rule.rows.map(({ when }) => ({ when, place: when?.place ?? indicator.place }));
      return rowScopes(indicator.id, rows, []).flatMap(({ row, dead }) =>
        dead === null ? conditionFindings(indicator.id, row.when, saidBy(row.when)) : [dead],
      );
    }
    case 'count':
      return rule.of.flatMap((one) => conditionFindings(indicator.id, one, saidBy(one)));
    case 'best':
      return rule.of.flatMap((one) => ruleFindings(indicator, one));
    case 'per':
    case 'unknown':
    case 'judged':
      return [];
  }
};

export const scoreFindings = (table: ScoreTable): readonly Finding[] =>
  table.indicators.flatMap((indicator) => ruleFindings(indicator, indicator.rule));
