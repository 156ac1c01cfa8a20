// The comma trap: in flow YAML an ASCII comma ends the value, so `{ test: 增长率(营业收入, 2) ≥ 5% }` loses its second half.
import type { Scalar } from 'yaml';

/** True for a plain scalar with an opening bracket that is never closed. */
export const opensBracket = (scalar: Scalar): boolean => {
  if (scalar.type !== 'PLAIN' || typeof scalar.value !== 'string') return false;
  let open = 0;
  for (const char of scalar.value) {
    if (char === '(' || char === '（') open++;
    if (char === ')' || char === '）') open--;
  }
  return open > 0;
};
