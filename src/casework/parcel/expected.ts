// When a case will be done, said only from cases that were: the middle and the ninth tenth, and nothing from too few.

/** Fewer closed cases of an item say nothing about the next one. */
const enoughCases = 20;

export type Expected = {
  readonly cases: number;
  /** Days from submission to the end; half of the cases took no longer. */
  readonly p50: number;
  readonly p90: number;
};

/** The least of the given that at least this share does not exceed. */
const quantile = (sorted: readonly number[], tenths: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * tenths) / 10) - 1)] ?? 0;

/**
 * @param days  what each closed case of the item took, in whole days, in any order
 * @returns null where there are too few: 暂无数据
 * @source casework: the parcel view
 */
export const expectedDays = (days: readonly number[]): Expected | null => {
  if (days.length < enoughCases) return null;
  const sorted = days.toSorted((a, b) => a - b);
  return { cases: days.length, p50: quantile(sorted, 5), p90: quantile(sorted, 9) };
};
