// Timing by repetition: medians, so that one pause of the machine does not decide.

export type Timing = { readonly median: number; readonly least: number; readonly most: number; readonly runs: number };

/** Runs `work` for about `milliseconds` after a warm-up, and gives the median of the single runs in milliseconds. */
export const time = (work: () => unknown, milliseconds = 1500): Timing => {
  const warm = performance.now() + milliseconds / 3;
  while (performance.now() < warm) work();
  const runs: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end || runs.length < 5) {
    const start = performance.now();
    work();
    runs.push(performance.now() - start);
  }
  runs.sort((a, b) => a - b);
  return {
    median: runs[Math.floor(runs.length / 2)] ?? 0,
    least: runs[0] ?? 0,
    most: runs.at(-1) ?? 0,
    runs: runs.length,
  };
};

export const show = (milliseconds: number): string =>
  milliseconds < 1 ? `${(milliseconds * 1000).toFixed(1)} µs` : `${milliseconds.toFixed(2)} ms`;
