// Amounts as people read them: short and exact in prose, to the fen where it is looked at closely.
import type { AmountRange } from '#contract/assessment.ts';
import { formatFen } from '#rules/facts/format.ts';

type Fen = AmountRange['low'];

const big = (fen: Fen): bigint => BigInt(fen);

/** 50万元 · 1,175,301,034.32元 */
export const shortMoney = (fen: Fen): string => formatFen(big(fen));

/** 500,000.00 元 */
export const exactMoney = (fen: Fen): string => {
  const value = big(fen);
  const size = value < 0n ? -value : value;
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0n ? '-' : ''}${yuan}.${(size % 100n).toString().padStart(2, '0')} 元`;
};

const sharedUnit = (low: string, high: string): string | null => {
  const [a, b] = [low, high].map((text) => /^[\d.]+(万元|亿元|元)$/.exec(text)?.[1]);
  return a !== undefined && a === b ? a : null;
};

/** 50万元 · 0–100万元 · 50万元–1亿元 · 10万元起 · null when nothing is known of it. */
export const rangeText = ({ low, high }: AmountRange): string | null => {
  if (high === null) return big(low) === 0n ? null : `${shortMoney(low)}起`;
  if (big(low) === big(high)) return shortMoney(low);
  const [from, to] = [shortMoney(low), shortMoney(high)];
  if (big(low) === 0n) return `0–${to}`;
  const unit = sharedUnit(from, to);
  return unit === null ? `${from}–${to}` : `${from.slice(0, -unit.length)}–${to}`;
};

export const exactRange = ({ low, high }: AmountRange): string => {
  if (high === null) return `${exactMoney(low)}起，没有上限`;
  return big(low) === big(high) ? exactMoney(low) : `${exactMoney(low)} 到 ${exactMoney(high)}`;
};

export const isNothing = ({ low, high }: AmountRange): boolean => high !== null && big(low) === 0n && big(high) === 0n;
