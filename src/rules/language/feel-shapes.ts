// The small shapes of FEEL: literals, lists and the guards that keep null unknown.
import { toDecimal, type Rational } from '#rules/exact/rational.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

export const compared = { '≥': '>=', '>': '>', '≤': '<=', '<': '<', '=': '=', '≠': '!=' } as const;

export const text = (value: string): string => JSON.stringify(value);

/** FEEL numbers are decimals: money is printed in yuan, a ratio as a plain number. */
export const number = (value: Rational, type: ValueType): string =>
  toDecimal(type.kind === 'money' ? { n: value.n, d: value.d * 100n } : value, 12);

export const listOf = (parts: readonly string[]): string => `[${parts.join(', ')}]`;

const isComparedOutside = (printed: string): boolean => {
  let [depth, quoted] = [0, false];
  for (let at = 0; at < printed.length; at++) {
    const sign = printed[at] ?? '';
    if (sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ('(['.includes(sign)) depth++;
    else if (')]'.includes(sign)) depth--;
    else if (depth === 0 && '=<>'.includes(sign)) return true;
  }
  return false;
};

/** In brackets when it is a comparison, so that it can be compared again. */
export const closed = (printed: string): string => (isComparedOutside(printed) ? `(${printed})` : printed);

/** The test, or null where one of these is null. */
export const guarded = (open: readonly string[], test: string): string =>
  open.length === 0
    ? test
    : `(if ${open.map((part) => `${closed(part)} != null`).join(' and ')} then ${test} else null)`;

export const divided = (length: string, unit: 'P1D' | 'P1M'): string => `(${length} / duration("${unit}"))`;

export const extremeOf = (word: '最小' | '最大', parts: readonly string[]): string =>
  `${word === '最小' ? 'min' : 'max'}(${parts.join(', ')})`;
