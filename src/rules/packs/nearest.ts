// The nearest known name to a slip, for error messages.

const distance = (a: readonly string[], b: readonly string[], limit: number): number => {
  let row = b.map((_, index) => index + 1);
  for (const [i, charA] of a.entries()) {
    const next: number[] = [];
    let diagonal = i;
    let left = i + 1;
    for (const [j, charB] of b.entries()) {
      const above = row[j] ?? limit + 1;
      left = Math.min(above + 1, left + 1, diagonal + (charA === charB ? 0 : 1));
      diagonal = above;
      next.push(left);
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row.at(-1) ?? a.length;
};

/**
 * The known name that the found one is most likely a slip of, or null.
 * At most a third of the longer word may differ, and never all of it; ties go to the earlier name.
 */
export const nearestName = (found: string, known: Iterable<string>): string | null => {
  const target = [...found.normalize('NFKC').toLowerCase()];
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const name of known) {
    const candidate = [...name.normalize('NFKC').toLowerCase()];
    const limit = Math.max(1, Math.floor(Math.max(target.length, candidate.length) / 3));
    if (candidate.length === 0 || Math.abs(candidate.length - target.length) > limit) continue;
    const steps = distance(target, candidate, limit);
    if (steps <= limit && steps < Math.max(target.length, candidate.length) && steps < bestDistance) {
      best = name;
      bestDistance = steps;
    }
  }
  return best;
};
