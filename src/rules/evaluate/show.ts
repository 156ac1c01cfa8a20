// Outcomes, clauses and scores as the contract shows them.
import type { IndicatorOutcome, ScoreOutcome } from './score.ts';
import { partOf } from './score.ts';
import { showGrowth } from './growth-shown.ts';
import type { Outcome } from './outcome.ts';
import type { ClauseShown, IndicatorResult, ScoreResult } from './result.ts';
import { formatNumber, formatRatio, formatValue } from '#rules/facts/format.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import { toDecimal, type Rational } from '#rules/exact/rational.ts';
import type { Clause } from '#rules/packs/rulebook.ts';

const shown = new WeakMap<Clause, ClauseShown>();

/** A clause with its document, ready to print. */
export const showClause = (clause: Clause | null): ClauseShown | null => {
  if (clause === null) return null;
  const known = shown.get(clause);
  if (known) return known;
  const { document } = clause;
  const made: ClauseShown = {
    key: clause.key,
    document: document.id,
    title: document.title,
    number: document.number,
    issuer: document.issuer,
    issued: document.issued,
    at: clause.at,
    evidence: clause.evidence,
    says: clause.says,
    ...(document.demo === undefined ? {} : { demo: document.demo }),
  };
  shown.set(clause, made);
  return made;
};

/** What an expression came to, in Chinese with its unit; null when it is unknown. */
export const showOutcome = (outcome: Outcome, type: ValueType): string | null => {
  switch (outcome.is) {
    case 'unknown':
      return null;
    case 'number':
      return outcome.why === null
        ? formatNumber(outcome.low, type)
        : `${formatNumber(outcome.low, type)}–${formatNumber(outcome.high, type)}`;
    case 'compound':
      return showGrowth(outcome);
    case 'duration':
      return String(outcome.count);
    default:
      return formatValue(outcome, type);
  }
};

/** How far two values of this type are apart: 2年, 60万元, 0.5个百分点, 3名. */
export const showDistance = (size: Rational, type: ValueType): string => {
  switch (type.kind) {
    case 'ratio':
      return `${formatRatio(size).replace('%', '')}个百分点`;
    case 'rank':
      return `${toDecimal(size)}名`;
    default:
      return formatNumber(size, type);
  }
};

const number = (value: Rational): number => Number(toDecimal(value, 6).replace('…', ''));

const showIndicator = (outcome: IndicatorOutcome): IndicatorResult => ({
  id: outcome.indicator.id,
  name: outcome.indicator.name,
  max: number(outcome.indicator.max),
  low: number(outcome.low),
  high: number(outcome.high),
  missing: outcome.why?.missing ?? [],
  reasons: outcome.why?.reasons ?? [],
  evidence: outcome.grade,
  value: outcome.value === null ? null : showOutcome(outcome.value.outcome, outcome.value.type),
});

/** A score table's outcome with its blocks and indicators. */
export const showScore = (score: ScoreOutcome): ScoreResult => {
  const total = partOf(score, { kind: 'total' });
  const blocks = [...score.table.blocks].map(([name, { max }]) => {
    const block = partOf(score, { kind: 'block', name });
    const range = { low: number(block.low), high: number(block.high) };
    return [name, max === null ? range : { ...range, max: number(max) }] as const;
  });
  return {
    id: score.table.id,
    low: number(total.low),
    high: number(total.high),
    blocks: Object.fromEntries(blocks),
    indicators: score.indicators.map(showIndicator),
    evidence: total.grade,
  };
};
