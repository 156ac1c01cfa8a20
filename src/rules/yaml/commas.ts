// The comma trap: in flow YAML an ASCII comma ends the value, so `{ test: 增长率(营业收入, 2) ≥ 5% }` loses its second half.
import type { Scalar } from 'yaml';

const openIn = (text: string): number => {
  let open = 0;
  for (const char of text) {
    if (char === '(' || char === '（') open++;
    if (char === ')' || char === '）') open--;
  }
  return open;
};

/** True for a plain scalar with an opening bracket that is never closed. */
export const opensBracket = (scalar: Scalar): boolean =>
  scalar.type === 'PLAIN' && typeof scalar.value === 'string' && openIn(scalar.value) > 0;

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
