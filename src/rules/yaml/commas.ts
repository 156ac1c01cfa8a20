// The comma trap: in flow YAML an ASCII comma ends the value, so `{ test: 增长率(营业收入, 2) ≥ 5% }` loses its second half,
// and `{ 2023: 6,000万元 }` all but its first digit.
import type { Scalar } from 'yaml';

const openIn = (text: string): number => {
  let open = 0;
  for (const char of text) {
    if (char === '(' || char === '（') open++;
    if (char === ')' || char === '）') open--;
  }
  return open;
};

const isPlain = (scalar: Scalar): scalar is Scalar<string> =>
  scalar.type === 'PLAIN' && typeof scalar.value === 'string';

/** True for a plain scalar with an opening bracket that is never closed. */
export const opensBracket = (scalar: Scalar): boolean => isPlain(scalar) && openIn(scalar.value) > 0;

/** True for the digits before the comma of a number written in thousands, when such digits follow. */
export const beginsThousands = (scalar: Scalar, next: string | null): boolean =>
  isPlain(scalar) && /^[-+]?\d{1,3}$/.test(scalar.value) && next !== null && /^\d{3}(?!\d)/.test(next);

/** How many of the pieces after such digits belong to the number. */
export const thousandsOf = (pieces: readonly (string | null)[]): number => {
  const end = pieces.findIndex((piece) => piece === null || !/^\d{3}(?!\d)/.test(piece));
  return end === -1 ? pieces.length : end;
};

/**
 * How many of the pieces after a value that opens a bracket belong to it: those up to the one that closes it.
 *
 * @param pieces  what stands between the following commas; null for what is no piece of a value
 */
export const tailOf = (value: string, pieces: readonly (string | null)[]): number => {
  let open = openIn(value);
  let count = 0;
  for (const piece of pieces) {
    if (piece === null || open <= 0) break;
    open += openIn(piece);
    count++;
  }
  return count;
};
