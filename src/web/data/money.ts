// Amounts as people read them: short and exact in prose, to the fen where it is looked at closely.
import type { AmountRange } from '#contract/assessment.ts';
import { formatFen } from '#rules/facts/format.ts';
import { formatYuan } from '#rules/language/english-words.ts';
import { whole } from '#rules/exact/rational.ts';
import type { Language } from '#contract/texts.ts';

type Fen = AmountRange['low'];

const big = (fen: Fen): bigint => BigInt(fen);

/** 50万元 · 1,175,301,034.32元 · CNY 500,000 */
export const shortMoney = (fen: Fen, language: Language = 'zh'): string =>
  language === 'zh' ? formatFen(big(fen)) : formatYuan(whole(big(fen)));

/** 500,000.00 元 · CNY 500,000.00 */
export const exactMoney = (fen: Fen, language: Language = 'zh'): string => {
  const value = big(fen);
  const size = value < 0n ? -value : value;
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const number = `${value < 0n ? '-' : ''}${yuan}.${(size % 100n).toString().padStart(2, '0')}`;
  return language === 'zh' ? `${number} 元` : `CNY ${number}`;
};

const sharedUnit = (low: string, high: string): string | null => {
  const [a, b] = [low, high].map((text) => /^[\d.]+(万元|亿元|元)$/.exec(text)?.[1]);
  return a !== undefined && a === b ? a : null;
};

const betweenChinese = (low: Fen, high: Fen): string => {
  const [from, to] = [shortMoney(low), shortMoney(high)];
  if (big(low) === 0n) return `0–${to}`;
  const unit = sharedUnit(from, to);
  return unit === null ? `${from}–${to}` : `${from.slice(0, -unit.length)}–${to}`;
};

const betweenEnglish = (low: Fen, high: Fen): string => {
  const to = shortMoney(high, 'en').replace('CNY ', '');
  return big(low) === 0n ? `CNY 0–${to}` : `${shortMoney(low, 'en')} – ${to}`;
};

/** 50万元 · 0–100万元 · 50万元–1亿元 · 10万元起 · null when nothing is known of it. */
export const rangeText = ({ low, high }: AmountRange, language: Language = 'zh'): string | null => {
  if (high === null) {
    if (big(low) === 0n) return null;
    return language === 'zh' ? `${shortMoney(low)}起` : `from ${shortMoney(low, 'en')}`;
  }
  if (big(low) === big(high)) return shortMoney(low, language);
  return language === 'zh' ? betweenChinese(low, high) : betweenEnglish(low, high);
};

export const exactRange = ({ low, high }: AmountRange, language: Language = 'zh'): string => {
  const from = exactMoney(low, language);
  if (high === null) return language === 'zh' ? `${from}起，没有上限` : `from ${from}, no upper bound`;
  if (big(low) === big(high)) return from;
  const to = exactMoney(high, language);
  return language === 'zh' ? `${from} 到 ${to}` : `${from} to ${to}`;
};

export const isNothing = ({ low, high }: AmountRange): boolean => high !== null && big(low) === 0n && big(high) === 0n;
