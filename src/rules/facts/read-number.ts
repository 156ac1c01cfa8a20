// Numbers as people write them: full-width digits, thousands separators, a unit. Nothing passes through a float.
import { multiply, fromDecimal, rational, whole, type Rational } from '#rules/exact/rational.ts';

/** A number split from its unit; `value` null when the figures are not one number. */
export type Quantity = { readonly value: Rational | null; readonly digits: string; readonly unit: string };

/** Money units in fen. */
export const moneyUnits: ReadonlyMap<string, Rational> = new Map([
  ['元', whole(100)],
  ['千元', whole(100_000)],
  ['万元', whole(1_000_000)],
  ['百万元', whole(100_000_000)],
  ['千万元', whole(1_000_000_000)],
  ['亿元', whole(10_000_000_000)],
]);

/** Full-width figures and signs made plain: `１，２３４．５％` → `1,234.5%`; the minus of typesetters becomes `-`. */
export const foldFigures = (text: string): string => text.normalize('NFKC').replaceAll('\u2212', '-').trim();

const quantity = /^([+-]?\d[\d.,]*)\s*(\D*)$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Splits a number from its unit; null when the text does not begin with a figure. */
export const readQuantity = (text: string): Quantity | null => {
  const match = quantity.exec(foldFigures(text));
  if (match === null) return null;
  const figures = match[1] ?? '';
  const digits = grouped.test(figures) ? figures.replaceAll(',', '') : figures;
  return { value: fromDecimal(digits), digits, unit: (match[2] ?? '').trim() };
};

/** True when the value has at most so many decimals. */
export const hasDecimals = (value: Rational, most: number): boolean =>
  10n ** BigInt(most) % rational(value.n, value.d).d === 0n;

/** A percentage as a plain ratio: 8.6 → 0.086. */
export const fromPercent = (value: Rational): Rational => multiply(value, { n: 1n, d: 100n });
