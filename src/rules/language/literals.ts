// Numbers, dates, quoted texts, 是 否 无: read as the place where they stand expects.
import { refuse, spanOf, textOf, type Checking } from './checking.ts';
import type { DurationLiteral, Expression, NumberLiteral, Span, TextLiteral } from './syntax.ts';
import { nearestWord } from './nearest-word.ts';
import {
  booleanType,
  dateType,
  durationType,
  isChoice,
  takesAnyText,
  textType,
  valueNamed,
  valuesOf,
} from './types.ts';
import type { Cst } from './tree.ts';
import { countUnit, durationUnits, moneyUnits, ratioUnits } from './words.ts';
import { fromDecimal, multiply, rational, toDecimal, whole, type Rational } from '#rules/exact/rational.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import type { DurationUnit, ValueType } from '#rules/facts/dictionary.ts';

type Written = {
  readonly span: Span;
  readonly digits: string;
  readonly unit: string | null;
  readonly number: Rational;
};

const shape = /^(-?)\s*([0-9]+(?:\.[0-9]+)?)\s*(.*)$/su;

const readWritten = (at: Checking, node: Cst): Written | null => {
  const match = shape.exec(textOf(at, node).normalize('NFKC').replace('−', '-'));
  const digits = `${match?.[1] ?? ''}${match?.[2] ?? ''}`;
  const number = fromDecimal(digits);
  if (!match || number === null) return null;
  return { span: spanOf(node), digits, unit: match[3] === '' ? null : (match[3] ?? null), number };
};

const literal = (written: Written, type: ValueType, value: Rational): NumberLiteral => ({
  kind: 'number',
  span: written.span,
  type,
  digits: written.digits,
  unit: written.unit,
  value,
});

const money = (at: Checking, written: Written, fen: bigint): Expression | null => {
  const value = multiply(written.number, whole(fen));
  if (value.d !== 1n) return refuse(at, written.span, 'below-fen', '金额最小到分', { found: textOf(at, written.span) });
  return literal(written, { kind: 'money' }, value);
};

/** 0.1 was meant as 10 %, 10 as 10 %. */
const percentOf = ({ number }: Written, found: string): string =>
  number.n < number.d && number.n > 0n ? `${toDecimal(multiply(number, whole(100)))}%` : `${found}%`;

/** A number without a unit, or what to write when the place asks for one. */
const bare = (at: Checking, written: Written, expected: ValueType | null): Expression | null => {
  const found = textOf(at, written.span);
  switch (expected?.kind) {
    case 'money':
      return refuse(at, written.span, 'bare-money', '金额要写单位', {
        found,
        expected: '金额',
        remedy: `写 ${found}元 或 ${found}万元`,
      });
    case 'ratio':
      return refuse(at, written.span, 'bare-ratio', '比例要写百分号', {
        found,
        expected: '比例',
        remedy: `写 ${percentOf(written, found)}`,
      });
    case 'duration':
      return refuse(at, written.span, 'bare-duration', '时间长度要写单位', {
        found,
        expected: '时间长度',
        remedy: `写 ${found}年、${found}个月 或 ${found}日`,
      });
    case 'rank':
      if (written.number.d === 1n && written.number.n > 0n) return literal(written, { kind: 'rank' }, written.number);
      return refuse(at, written.span, 'bad-rank', '名次是正整数', { found });
    default:
      return literal(written, { kind: written.number.d === 1n ? 'integer' : 'number', unit: null }, written.number);
  }
};

const isDurationUnit = (unit: string): unit is DurationUnit => durationUnits.some((each) => each === unit);

const duration = (at: Checking, written: Written, unit: string): DurationLiteral | null => {
  const found = textOf(at, written.span);
  if (!isDurationUnit(unit)) {
    const remedy = unit === '月' ? `写 ${written.digits}个月` : '写 年、个月、日 或 个工作日';
    return refuse(at, written.span, 'not-a-duration', `「${found}」不是时间长度`, {
      found,
      expected: '时间长度',
      remedy,
    });
  }
  if (written.number.d !== 1n || written.number.n < 0n || written.number.n > 100_000n) {
    return refuse(at, written.span, 'bad-duration', '时间长度是不太大的自然数', { found });
  }
  return {
    kind: 'duration',
    span: written.span,
    type: { kind: 'duration', unit },
    digits: written.digits,
    unit,
    count: Number(written.number.n),
  };
};

/** 500万元, 3%, 12, 300人, 6个月. `expected` tells a length of time from a count, and what a bare number lacks. */
export const checkNumber = (at: Checking, node: Cst, expected: ValueType | null): Expression | null => {
  const written = readWritten(at, node);
  if (!written) return refuse(at, spanOf(node), 'bad-number', '读不出这个数', { found: textOf(at, node) });
  if (written.unit === null) return bare(at, written, expected);
  const fen = moneyUnits.get(written.unit);
  if (fen !== undefined) return money(at, written, fen);
  if (ratioUnits.has(written.unit))
    return literal(written, { kind: 'ratio' }, rational(written.number.n, written.number.d * 100n));
  if (expected?.kind === 'duration') return duration(at, written, written.unit);
  return literal(
    written,
    { kind: written.number.d === 1n ? 'integer' : 'number', unit: countUnit(written.unit) },
    written.number,
  );
};

/** What stands where a length of time should. */
export const refuseDuration = (at: Checking, found: Expression): null =>
  refuse(at, found.span, 'not-a-duration', '这里要写时间长度', {
    found: textOf(at, found.span),
    expected: '时间长度',
    remedy: '写 2年、6个月 或 45日',
  });

/** A literal length of time: 2年, 6个月. Reports what else stands there. */
export const checkDuration = (at: Checking, node: Cst): DurationLiteral | null => {
  const found = at.check(at, node, durationType);
  return found === null || found.kind === 'duration' ? found : refuseDuration(at, found);
};

export const checkDate = (at: Checking, node: Cst): Expression | null => {
  const found = textOf(at, node).normalize('NFKC').replaceAll('−', '-');
  const spoken = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(found);
  if (spoken) {
    const written = `${spoken[1] ?? ''}-${(spoken[2] ?? '').padStart(2, '0')}-${(spoken[3] ?? '').padStart(2, '0')}`;
    return refuse(at, spanOf(node), 'write-instead', '日期写作 年-月-日', {
      found,
      expected: written,
      remedy: `写 ${written}`,
    });
  }
  const value = readDate(found);
  if (value === null) return refuse(at, spanOf(node), 'bad-date', '没有这一天', { found });
  return { kind: 'date', span: spanOf(node), type: dateType, value };
};

export const checkTruth = (at: Checking, node: Cst): Expression => ({
  kind: 'boolean',
  span: spanOf(node),
  type: booleanType,
  value: textOf(at, node) === '是',
});

/** 无 takes the type of what it is compared with. */
export const checkNone = (node: Cst, expected: ValueType | null): Expression => ({
  kind: 'none',
  span: spanOf(node),
  type: expected ?? textType,
});

/** The values of a type as a short list for a message. */
export const listed = (values: readonly string[]): string =>
  values.length <= 8 ? values.join('、') : `${values.slice(0, 8).join('、')}等`;

/** A value that the type does not have. */
export const refuseValue = (at: Checking, span: Span, word: string, type: ValueType): null => {
  const values = valuesOf(type, at.lexicon.dictionary.trees);
  const what = type.kind === 'tree' ? `${type.of}里` : '选项里';
  return refuse(at, span, 'unknown-value', `${what}没有「${word}」`, {
    found: word,
    expected: listed(values),
    nearest: nearestWord(word, values),
  });
};

/** The text between the quotation marks. */
export const unquoted = (text: string): string => text.slice(1, -1);

export const checkText = (at: Checking, node: Cst, expected: ValueType | null): TextLiteral | null => {
  const value = unquoted(textOf(at, node));
  const made = (type: ValueType, text: string): TextLiteral => ({
    kind: 'text',
    span: spanOf(node),
    type,
    value: text,
    quoted: true,
  });
  if (expected === null || takesAnyText(expected)) return made(expected ?? textType, value);
  if (!isChoice(expected) && expected.kind !== 'tree') return made(textType, value);
  const known = valueNamed(expected, value, at.lexicon.dictionary.trees);
  return known === null ? refuseValue(at, spanOf(node), value, expected) : made(expected, known);
};
