// The numeric types of facts: money with its unit, ratios in percent, counts with the fact's own unit, ranks.
import type { ValueType } from './dictionary.ts';
import { foldFigures, fromPercent, hasDecimals, moneyUnits, readQuantity, type Quantity } from './read-number.ts';
import { problemAt } from './read-problem.ts';
import { compare, fromDecimal, multiply, toDecimal, whole, type Rational } from '#rules/exact/rational.ts';
import type { Checked, Problem } from '#rules/problem.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';

type Read = Checked<Rational>;
type Reader = (
  noted: NotedScalar,
  label: string,
  quantity: Quantity & { readonly value: Rational },
  unit: string | null,
) => Read;

/** Facts stay within 10^16 fen (100万亿元) or 10^16 units, so that columns and SQL hold them exactly. */
const largest = whole(10n ** 16n);
/** With six decimals kept, a number or ratio stays within 10^10. */
const largestDecimal = whole(10n ** 10n);

const good = (value: Rational): Read => ({ ok: true, value });
const bad = (problem: Problem): Read => ({ ok: false, problems: [problem] });

const exceeds = (value: Rational, limit: Rational): boolean =>
  compare(value, limit) > 0 || compare(value, whole(-limit.n)) < 0;

const within = (noted: NotedScalar, label: string, value: Rational, limit: Rational, shown: string): Read =>
  exceeds(value, limit)
    ? bad(problemAt(noted.place, 'too-large', `${label}的数太大`, { found: noted.text, expected: `不超过 ${shown}` }))
    : good(value);

const decimalsAt = (noted: NotedScalar, label: string, expected: string): Read =>
  bad(problemAt(noted.place, 'too-many-decimals', `${label}的小数位太多`, { found: noted.text, expected }));

const unitAt = (noted: NotedScalar, label: string, expected: string, remedy: string | null = null): Read =>
  bad(problemAt(noted.place, 'wrong-unit', `${label}的单位不对`, { found: noted.text, expected, remedy }));

const readMoney: Reader = (noted, label, { value, unit, digits }) => {
  const scale = moneyUnits.get(unit);
  if (unit === '') {
    const details = { found: noted.text, expected: '带单位的金额', remedy: '例如 500万元' };
    return bad(problemAt(noted.place, 'bare-money', `${label}：金额要写单位`, details));
  }
  if (scale === undefined) {
    const meant = moneyUnits.has(`${unit}元`) ? `写 ${digits}${unit}元` : null;
    return unitAt(noted, label, [...moneyUnits.keys()].join('、'), meant);
  }
  const fen = multiply(value, scale);
  if (!hasDecimals(fen, 0)) return decimalsAt(noted, label, '最小到分（元后两位小数）');
  return within(noted, label, fen, largest, '100万亿元');
};

const readRatio: Reader = (noted, label, { value, unit }) => {
  if (unit === '') {
    const percent = exceeds(value, whole(1)) ? value : multiply(value, whole(100));
    const details = { found: noted.text, expected: '百分数', remedy: `写 ${toDecimal(percent)}%` };
    return bad(problemAt(noted.place, 'bare-ratio', `${label}：比例要写成百分数`, details));
  }
  if (unit !== '%') return unitAt(noted, label, '百分数，如 8.6%');
  if (!hasDecimals(value, 4)) return decimalsAt(noted, label, '百分号前最多四位小数');
  return within(noted, label, fromPercent(value), largestDecimal, '100亿');
};

const unitsOf = (unit: string | null): readonly string[] =>
  unit === null ? [''] : unit === '月' ? ['', '月', '个月'] : ['', unit];

const readCount: Reader = (noted, label, quantity, unit) => {
  if (unitsOf(unit).includes(quantity.unit)) {
    if (!hasDecimals(quantity.value, 6)) return decimalsAt(noted, label, '最多六位小数');
    return within(noted, label, quantity.value, largestDecimal, '100亿');
  }
  return unitAt(noted, label, unit === null ? '不带单位的数' : `${quantity.digits} 或 ${quantity.digits}${unit}`);
};

const readInteger: Reader = (noted, label, quantity, unit) => {
  if (unitsOf(unit).includes(quantity.unit) && !hasDecimals(quantity.value, 0)) {
    return bad(problemAt(noted.place, 'not-whole', `${label}要写整数`, { found: noted.text, expected: '整数' }));
  }
  return unitsOf(unit).includes(quantity.unit)
    ? within(noted, label, quantity.value, largest, '1亿亿')
    : readCount(noted, label, quantity, unit);
};

const rank = /^第?([1-9]\d{0,15})名?$/;

const readRank = (noted: NotedScalar, label: string): Read => {
  const place = rank.exec(foldFigures(noted.text))?.[1];
  const value = place === undefined ? null : fromDecimal(place);
  if (value !== null) return good(value);
  const details = { found: noted.text, expected: '从 1 起的整数，或 无' };
  return bad(problemAt(noted.place, 'bad-rank', `${label}要写名次`, details));
};

const examples = { money: '500万元', ratio: '8.6%', number: '12', integer: '12' } as const;
const readers = { money: readMoney, ratio: readRatio, number: readCount, integer: readInteger } as const;

/** Reads a number of a numeric type: money to fen, a percentage to a plain ratio, counts and ranks as they are. */
export const readNumber = (noted: NotedScalar, label: string, type: ValueType): Read => {
  if (type.kind === 'rank') return readRank(noted, label);
  const kind = type.kind === 'money' || type.kind === 'ratio' || type.kind === 'integer' ? type.kind : 'number';
  const quantity = readQuantity(noted.text);
  if (quantity === null || quantity.value === null) {
    const details = { found: noted.text, expected: `一个数，如 ${examples[kind]}` };
    return bad(problemAt(noted.place, 'not-a-number', `${label}要写数`, details));
  }
  const unit = type.kind === 'number' || type.kind === 'integer' ? type.unit : null;
  return readers[kind](noted, label, { ...quantity, value: quantity.value }, unit);
};
