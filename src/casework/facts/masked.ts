// What is shown where the exact value is not: a number as the decade it lies in, a day as its year, a code by its last four.
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { Value } from '#rules/facts/enterprise.ts';
import { formatNumber } from '#rules/facts/format.ts';
import { compare, rational, whole, type Rational } from '#rules/exact/rational.ts';

const hidden = '＊＊＊＊';

/** Below this a number is only said to be small: a zero would tell everything. Money in fen. */
const smallest = (type: ValueType): Rational => {
  switch (type.kind) {
    case 'money':
      return whole(1_000_000n);
    case 'ratio':
      return rational(1n, 100n);
    default:
      return whole(10n);
  }
};

const tenfold = ({ n, d }: Rational): Rational => rational(n * 10n, d);

const band = (value: Rational, type: ValueType): string => {
  const size = rational(value.n < 0n ? -value.n : value.n, value.d);
  const sign = value.n < 0n ? '负 ' : '';
  let low = smallest(type);
  if (compare(size, low) < 0) return `不到 ${formatNumber(low, type)}`;
  while (compare(tenfold(low), size) <= 0) low = tenfold(low);
  return `${sign}${formatNumber(low, type)} 至 ${formatNumber(tenfold(low), type)}`;
};

/** The last four of a code or a number; of eight characters or fewer none, for four of them would be half of it. */
export const maskedText = (text: string): string => {
  const characters = [...text];
  return characters.length > 8 ? `${hidden}${characters.slice(-4).join('')}` : hidden;
};

/**
 * A value with its exactness taken away, as ○ in the table of data classes.
 *
 * @returns in Chinese: 1000万元 至 1亿元 · 2024 年 · ＊＊＊＊383X; yes and no, sets and lists are hidden whole
 */
export const masked = (value: Value, type: ValueType): string => {
  switch (value.is) {
    case 'number':
      return band(value.value, type);
    case 'date':
      return `${value.value.slice(0, 4)} 年`;
    case 'text':
      return maskedText(value.value);
    case 'boolean':
    case 'set':
    case 'rows':
    case 'none':
      return hidden;
  }
};
