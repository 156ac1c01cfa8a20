// Outcomes, clauses and scores as the contract shows them.
import type { IndicatorOutcome, ScoreOutcome } from './score.ts';
import { sumOf } from './score.ts';
import type { CompoundOutcome, Outcome } from './outcome.ts';
import type { ClauseShown, IndicatorResult, ScoreResult } from './result.ts';
import { formatFen, formatNumber, formatRatio, formatValue } from '#rules/facts/format.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import { compare, power, rational, subtract, toDecimal, one, type Rational } from '#rules/exact/rational.ts';
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
  };
  shown.set(clause, made);
  return made;
};

const scale = 10_000n;

/** The greatest k with (k ÷ 10000)^years <= quotient: the compound growth cut to hundredths of a per cent. */
const rootTimesScale = (quotient: Rational, years: number): bigint => {
  let [low, high] = [0n, scale];
  const above = (k: bigint): boolean => compare(power(rational(k, scale), years), quotient) > 0;
  while (!above(high)) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (above(middle)) high = middle;
    else low = middle;
  }
  return low;
};

const showCompound = ({ quotient, years }: CompoundOutcome): string => {
  if (quotient.n < 0n) return '低于 -100%';
  const root = rational(rootTimesScale(quotient, years), scale);
  const exact = compare(power(root, years), quotient) === 0;
  const growth = formatRatio(subtract(root, one));
  return exact ? growth : growth.replace('%', '…%');
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
      return showCompound(outcome);
    case 'duration':
      return String(outcome.count);
    default:
      return formatValue(outcome, type);
  }
};

/** A signed difference, + on the right side: +2年, -60万元, +0.5个百分点. */
export const showGap = (difference: Rational, type: ValueType): string => {
  const text =
    type.kind === 'money'
      ? formatFen(difference)
      : type.kind === 'ratio'
        ? `${formatRatio(difference).replace('%', '')}个百分点`
        : type.kind === 'rank'
          ? toDecimal(difference)
          : formatNumber(difference, type);
  return difference.n < 0n ? text : `+${text}`;
};

const number = (value: Rational): number => Number(toDecimal(value, 6).replace('…', ''));

const measuredType = (outcome: IndicatorOutcome): ValueType => {
  const { rule } = outcome.indicator;
  return rule.kind === 'bands' || rule.kind === 'per' ? rule.of.type : { kind: 'number', unit: null };
};

const showIndicator = (outcome: IndicatorOutcome): IndicatorResult => ({
  id: outcome.indicator.id,
  name: outcome.indicator.name,
  max: number(outcome.indicator.max),
  low: number(outcome.low),
  high: number(outcome.high),
  missing: outcome.why?.missing ?? [],
  reasons: outcome.why?.reasons ?? [],
  evidence: outcome.grade,
  value: outcome.value === null ? null : showOutcome(outcome.value, measuredType(outcome)),
});

/** A score table's outcome with its blocks and indicators. */
export const showScore = (score: ScoreOutcome): ScoreResult => {
  const total = sumOf(score.indicators);
  const blocks = [...score.table.blocks].map(([name, ids]) => {
    const block = sumOf(score.indicators.filter(({ indicator }) => ids.includes(indicator.id)));
    return [name, { low: number(block.low), high: number(block.high) }] as const;
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

