// The known name that a slip of the pen most likely meant.

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Edits (insert, delete, replace, swap of neighbours) from one text to the other. */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

/**
 * The candidate nearest to the text, or null when none looks like a slip of it: at most a third of the longer one differs and
 * never all of it, or one contains the other (国内排名 for 主导产品国内排名). Ties go to the earlier candidate.
 */
export const nearestName = (text: string, candidates: Iterable<string>): string | null => {
  const wanted = fold(text);
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of candidates) {
    const known = fold(name);
    const longer = Math.max(wanted.length, known.length);
    const allowed = Math.max(1, Math.floor(longer / 3));
    const shorter = Math.min(wanted.length, known.length);
    const contained = shorter > 1 && (known.includes(wanted) || wanted.includes(known));
    if (shorter === 0 || (!contained && longer - shorter > allowed)) continue;
    const edits = editDistance(wanted, known);
    if (!contained && (edits > allowed || edits >= longer)) continue;
    // A slip goes before a part of a name, the closer part before the farther.
    const distance = edits > allowed ? 1000 + edits : edits;
    if (best === null || distance < best.distance) best = { name, distance };
  }
  return best?.name ?? null;
};
