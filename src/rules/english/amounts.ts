// Values with a unit, from Chinese to English: money, percentages, spans of time, counts, ranks.
import { formatYuan } from '#rules/language/english-words.ts';
import { rational } from '#rules/exact/rational.ts';

const sizes = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n } as const;

/** 500,000.5 as a fraction. */
const exactly = (digits: string): { readonly n: bigint; readonly d: bigint } => {
  const [head = '0', tail = ''] = digits.replaceAll(',', '').split('.');
  return { n: BigInt(head + tail), d: 10n ** BigInt(tail.length) };
};

const moneyIn = (number: string, unit: keyof typeof sizes): string => {
  // A quotient that was cut is not a number that could be counted on in another unit.
  if (number.endsWith('…'))
    return unit === '元' ? `CNY ${number}` : `CNY ${number} ${unit === '万元' ? '× 10,000' : '× 100 million'}`;
  const { n, d } = exactly(number);
  return formatYuan(rational(n * sizes[unit], d));
};

const plural = (number: string, one: string, more: string): string => `${number} ${number === '1' ? one : more}`;

const units: { readonly [unit: string]: (number: string) => string } = {
  元: (number) => moneyIn(number, '元'),
  万元: (number) => moneyIn(number, '万元'),
  亿元: (number) => moneyIn(number, '亿元'),
  年: (number) => plural(number, 'year', 'years'),
  个月: (number) => plural(number, 'month', 'months'),
  日: (number) => plural(number, 'day', 'days'),
  天: (number) => plural(number, 'day', 'days'),
  人: (number) => plural(number, 'person', 'people'),
  分: (number) => plural(number, 'point', 'points'),
  级: (number) => plural(number, 'level', 'levels'),
  名: (number) => plural(number, 'place', 'places'),
  个百分点: (number) => plural(number, 'percentage point', 'percentage points'),
  行: (number) => plural(number, 'row', 'rows'),
  // What is counted says what the number means.
  个: (number) => number,
  项: (number) => number,
  件: (number) => number,
};

const amount = /^([+-]?)([\d,]+(?:\.\d+)?…?) ?(\D{1,4})$/;
const rank = /^第(\d+)名$/;
const range = /^([\d,]+(?:\.\d+)?…?)([^\d–]{0,2})–([\d,]+(?:\.\d+)?…?)(\D{1,4})$/;

/** The English of a value with its unit, or null when the text is none: 60万元 is CNY 600,000, -2年 is -2 years. */
export const englishAmount = (text: string): string | null => {
  const placed = rank.exec(text);
  if (placed !== null) return `place ${placed[1] ?? ''}`;
  const between = range.exec(text);
  if (between !== null) {
    const [, low = '', lowUnit = '', high = '', unit = ''] = between;
    const to = englishAmount(`${high}${unit}`);
    if (lowUnit === '' && !unit.endsWith('元')) return to === null ? null : `${low}–${to}`;
    const from = englishAmount(`${low}${lowUnit === '' ? unit : lowUnit}`);
    return from === null || to === null ? null : `${from} – ${to}`;
  }
  const [, sign = '', number = '', unit = ''] = amount.exec(text) ?? [];
  const said = units[unit]?.(number);
  return said === undefined ? null : `${sign}${said}`;
};
