// Random literals of every kind, for drawn expressions.
import fc from 'fast-check';
import { dateOf } from '#rules/exact/plain-date.ts';
import { fromDecimal, multiply, rational, whole, type Rational } from '#rules/exact/rational.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { DurationLiteral, Expression } from '#rules/language/syntax.ts';

export type Drawn = fc.Arbitrary<Expression>;

export const span = { from: 0, to: 0 };
export const money: ValueType = { kind: 'money' };
export const ratio: ValueType = { kind: 'ratio' };
export const truth: ValueType = { kind: 'boolean' };
export const date: ValueType = { kind: 'date' };
export const rank: ValueType = { kind: 'rank' };
export const text: ValueType = { kind: 'text' };
export const counts = ['棵', '块', '人', '年', '月'] as const;
export type Unit = (typeof counts)[number];

const valueOf = (digits: string): Rational => fromDecimal(digits) ?? whole(0);

const fen = { 元: whole(100), 万元: whole(1_000_000), 亿元: whole(10_000_000_000) } as const;
const digitsOf = fc.constantFrom('0', '1', '3', '5.5', '10', '12.25', '500', '1175301034.32', '-7', '-0.5');

export const moneyLiteral: Drawn = fc
  .tuple(digitsOf, fc.constantFrom('元' as const, '万元' as const, '亿元' as const))
  .map(([digits, unit]) => ({
    kind: 'number',
    digits,
    unit,
    value: multiply(valueOf(digits), fen[unit]),
    type: money,
    span,
  }));
export const ratioLiteral: Drawn = fc.tuple(digitsOf, fc.constantFrom('%', '个百分点')).map(([digits, unit]) => ({
  kind: 'number',
  digits,
  unit,
  value: multiply(valueOf(digits), rational(1n, 100n)),
  type: ratio,
  span,
}));
const number = (digits: string, unit: string | null, of: string | null): Expression => ({
  kind: 'number',
  digits,
  unit,
  value: valueOf(digits),
  type: { kind: digits.includes('.') ? 'number' : 'integer', unit: of },
  span,
});
export const plainLiteral: Drawn = digitsOf.map((digits) => number(digits, null, null));
export const countLiteral = (unit: Unit): Drawn =>
  digitsOf.map((digits) => number(digits, unit === '月' ? '个月' : unit, unit));

const drawnDate = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => dateOf(year, month, day));
export const dateLiteral: Drawn = drawnDate.map((value) => ({ kind: 'date', value, type: date, span }));
export const durationLiteral: fc.Arbitrary<DurationLiteral> = fc
  .tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom('年' as const, '个月' as const, '日' as const, '个工作日' as const),
  )
  .map(([count, unit]) => ({
    kind: 'duration',
    digits: String(count),
    unit,
    count,
    type: { kind: 'duration', unit },
    span,
  }));

const word = (value: string, type: ValueType, quoted: boolean): Expression => ({
  kind: 'text',
  value,
  quoted,
  type,
  span,
});
/** A value of a closed choice, an ordered choice or a tree: bare, as it reads as a word. */
export const wordOf = (type: ValueType, values: readonly string[]): Drawn =>
  fc.constantFrom(...values).map((value) => word(value, type, false));
/** Quoted text may hold anything but its own closing mark and line breaks. */
export const anyText = fc
  .oneof(
    fc.constantFrom('东园', '且', '500万元', '(', '存款 ≥ 5元', '“', '」', '是'),
    fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  )
  .filter((value) => !/["“”＂]/u.test(value));
export const quotedText = (type: ValueType): Drawn => anyText.map((value) => word(value, type, true));
