// Conditions and score indicators as FEEL, with null for unknown: what no text states is null, never false or nothing.
import { decides } from '#rules/evaluate/context.ts';
import { toDecimal, type Rational } from '#rules/exact/rational.ts';
import { printFeel } from '#rules/language/print-feel.ts';
import type {
  Condition,
  DisputedCondition,
  FirstCondition,
  Indicator,
  IndicatorRule,
  Mode,
  Points,
} from '#rules/packs/rulebook.ts';

/** The name that FEEL knows a decision by. */
export const variableOf = (...ids: readonly string[]): string => ids.join('_').replaceAll(/[^\p{L}\p{N}]/gu, '_');

const number = (value: Rational): string => toDecimal(value, 12);

/** Points that a person picks within a range are not known. */
export const feelOfPoints = (points: Points | null): string =>
  points === null || number(points.low) !== number(points.high) ? 'null' : number(points.low);

const first = (rows: readonly { readonly when: string | null; readonly then: string }[]): string =>
  rows.reduceRight(
    (rest, { when, then }) =>
      when === null ? then : `(if (${when}) = null then null else if ${when} then ${then} else ${rest})`,
    'null',
  );

const disputed = (condition: DisputedCondition, mode: Mode): string => {
  const parts = condition.of.map((part) => `(${feelOf(part, mode)})`);
  return `(if ${parts.join(' and ')} then true else if not(${parts.join(' or ')}) then false else null)`;
};

const table = (condition: FirstCondition, mode: Mode): string =>
  first(
    condition.rows.map(({ when, then }) => ({
      when: when === null ? null : feelOf(when, mode),
      then: `(${feelOf(then, mode)})`,
    })),
  );

/**
 * A condition as one FEEL expression.
 *
 * A leaf whose clause is below `seed` decides nothing: it is null, as what is not published. What is not tested in the mode, and
 * what is waived, is true. A score is named by its decision's variable.
 */
export const feelOf = (condition: Condition, mode: Mode): string => {
  const { clause } = condition;
  if (condition.onlyFor !== null && condition.onlyFor !== mode) return 'true';
  const weak = clause !== null && !decides(clause.evidence, 'seed');
  switch (condition.kind) {
    case 'test':
      return weak ? 'null' : printFeel(condition.test);
    case 'judged':
      return weak ? 'null' : condition.fact.path;
    case 'score': {
      const part = condition.part.kind === 'total' ? [] : [condition.part.name];
      const sign = condition.strict ? '>' : '>=';
      return weak ? 'null' : `${variableOf(condition.score, ...part)} ${sign} ${number(condition.mark)}`;
    }
    case 'all':
    case 'any':
      return condition.of.map((part) => `(${feelOf(part, mode)})`).join(condition.kind === 'all' ? ' and ' : ' or ');
    case 'not':
      return `not(${feelOf(condition.of, mode)})`;
    case 'first':
      return table(condition, mode);
    case 'disputed':
      return disputed(condition, mode);
    case 'waived':
      return 'true';
    case 'unpublished':
      return 'null';
  }
};

const bands = (rule: Extract<IndicatorRule, { kind: 'bands' }>): string => {
  const operator = rule.better === 'high' ? '≥' : '≤';
  const rows = rule.rows.map(({ threshold, points }) => ({
    when: printFeel({
      kind: 'comparison',
      operator,
      left: rule.of,
      right: threshold,
      type: { kind: 'boolean' },
      span: rule.of.span,
    }),
    then: feelOfPoints(points),
  }));
  return first([...rows, { when: null, then: '0' }]);
};

/** The points of a rule. Score tables are read alike in both modes. */
const pointsOf = (rule: IndicatorRule, max: Rational): string => {
  switch (rule.kind) {
    case 'bands':
      return bands(rule);
    case 'per':
      return `(if (${printFeel(rule.of)}) = null then null else min(${number(max)}, max(0, floor((${printFeel(rule.of)}) / ${printFeel(rule.step)})) * ${number(rule.points)}))`;
    case 'count': {
      const of = `[${rule.of.map((condition) => feelOf(condition, 'new')).join(', ')}]`;
      return `(if list contains(${of}, null) then null else min(${number(max)}, count(${of}[item = true]) * ${number(rule.points)}))`;
    }
    case 'first':
      return first(
        rule.rows.map(({ when, points }) => ({
          when: when === null ? null : feelOf(when, 'new'),
          then: feelOfPoints(points),
        })),
      );
    case 'best':
      return `max(${rule.of.map((part) => pointsOf(part, max)).join(', ')})`;
    case 'judged':
      return rule.fact.path;
    case 'unknown':
      return 'null';
  }
};

/** The points of an indicator as one FEEL expression; null where its clause is too weak to decide. */
export const feelOfIndicator = ({ rule, max, clause }: Indicator): string =>
  clause !== null && !decides(clause.evidence, 'seed') ? 'null' : pointsOf(rule, max);
