// Reads a number with its unit as sources write it: 587家, 1.5万个, 17.14亿元, 2000元/月, 10%, 2个工作日, 20万元..50万元.
import { compare, divide, fromDecimal, multiply, whole, type Rational } from '#rules/exact/rational.ts';
import type { Quantity } from './nouns.ts';

const multipliers = { '': 1, 万: 10_000, 亿: 100_000_000 } as const;

const numeral = /^(\d+(?:\.\d+)?)(万|亿)?(.*)$/u;

const isMultiplier = (text: string): text is keyof typeof multipliers => text in multipliers;

/** Money counts in fen and percentages in wholes. */
const scaled = (value: Rational, unit: string | null): Rational | null => {
  if (unit === '%') return divide(value, whole(100));
  return unit === '元' || unit === '元/月' ? multiply(value, whole(100)) : value;
};

const oneOf = (text: string, unit: string | null): Rational | null => {
  const [, digits = '', multiplier = '', rest = ''] = numeral.exec(text) ?? [];
  const value = fromDecimal(digits);
  const fits = rest === (unit ?? '') || (unit !== null && unit !== '元' && rest === `个${unit}`);
  if (value === null || !fits || !isMultiplier(multiplier)) return null;
  return scaled(multiply(value, whole(multipliers[multiplier])), unit);
};

/**
 * The quantity that a text states.
 *
 * @param unit  元, 元/月, %, a counting unit, or null for a bare number
 * @returns     null when the text is no number of this unit, or a range that runs backwards
 */
export const readQuantity = (text: string, unit: string | null): Quantity | null => {
  const [first = '', second, ...more] = text.split('..');
  const low = oneOf(first, unit);
  const high = second === undefined ? low : oneOf(second, unit);
  if (low === null || high === null || more.length > 0 || compare(low, high) > 0) return null;
  return { low, high, text };
};

/** How a value of this unit is written, for messages. */
export const exampleOf = (unit: string | null): string => {
  if (unit === null) return '70';
  if (unit === '%') return '10%';
  return unit === '元' ? '5亿元' : unit === '元/月' ? '2000元/月' : `36${unit}`;
};
