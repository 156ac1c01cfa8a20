// Values as people read them. What is shown is exact: a quotient that does not end is cut and marked with …, never rounded.
import type { ValueType } from './dictionary.ts';
import type { Value } from './enterprise.ts';
import { multiply, rational, toDecimal, whole, type Rational } from '#rules/exact/rational.ts';

const grouped = (digits: string): string => {
  const [head = '', tail] = digits.split('.');
  const spaced = head.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return tail === undefined ? spaced : `${spaced}.${tail}`;
};

const yuan = (fen: Rational): string => {
  const text = toDecimal(rational(fen.n, fen.d * 100n), 4);
  const padded = /\.\d$/.test(text) ? `${text}0` : text;
  return `${grouped(padded)}元`;
};

/**
 * Money in the largest unit that stays short and exact: 50万元, 4亿元, 1,175,301,034.32元.
 *
 * @param money  fen, whole or an exact quotient
 */
export const formatFen = (money: Rational | bigint): string => {
  const fen = typeof money === 'bigint' ? whole(money) : money;
  const size = fen.n < 0n ? -fen.n : fen.n;
  if (fen.d !== 1n) return yuan(fen);
  if (size >= 10_000_000_000n && size % 1_000_000n === 0n) return `${toDecimal(rational(fen.n, 10_000_000_000n))}亿元`;
  if (size >= 1_000_000n && size % 10_000n === 0n) return `${toDecimal(rational(fen.n, 1_000_000n))}万元`;
  return yuan(fen);
};

/** A ratio as a percentage: 8.6%, 4.8808…%. */
export const formatRatio = (ratio: Rational): string => `${toDecimal(multiply(ratio, whole(100n)), 4)}%`;

/** A number of this type with its unit. */
export const formatNumber = (value: Rational, type: ValueType): string => {
  switch (type.kind) {
    case 'money':
      return formatFen(value);
    case 'ratio':
      return formatRatio(value);
    case 'number':
    case 'integer':
      return `${toDecimal(value)}${type.unit === '月' ? '个月' : (type.unit ?? '')}`;
    case 'rank':
      return `第${toDecimal(value)}名`;
    default:
      return toDecimal(value);
  }
};

/** A value of this type in Chinese: 是, 无, 2026-04-01, 小巨人, 六基、未来产业, 3 行. */
export const formatValue = (value: Value, type: ValueType): string => {
  switch (value.is) {
    case 'number':
      return formatNumber(value.value, type);
    case 'boolean':
      return value.value ? '是' : '否';
    case 'none':
      return '无';
    case 'set':
      return value.value.length === 0 ? '无' : value.value.join('、');
    case 'rows':
      return `${value.value.length} 行`;
    case 'date':
    case 'text':
      return value.value;
  }
};
