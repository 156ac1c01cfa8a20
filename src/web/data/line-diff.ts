// Two texts as lists of lines, and what was taken out of the one or put into the other. The common lines are as many as can be.

export type DiffLine = { readonly kind: 'same' | 'out' | 'in'; readonly text: string };

/** Lengths of the longest common rest from each pair of positions. */
const restLengths = (before: readonly string[], after: readonly string[]): readonly (readonly number[])[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  return lengths;
};

/** Lines in reading order; what went out stands before what came in its place. */
export const diffLines = (before: readonly string[], after: readonly string[]): readonly DiffLine[] => {
  const rest = restLengths(before, after);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      lines.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || (rest[i + 1]?.[j] ?? 0) >= (rest[i]?.[j + 1] ?? 0))) {
      lines.push({ kind: 'out', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      lines.push({ kind: 'in', text: fresh });
      j += 1;
    }
  }
  return lines;
};
