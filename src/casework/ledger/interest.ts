// Interest subsidy: counted from the first day, so that rounding never adds up. Province and city are computed apart.
import { floor, multiply, rational, type Rational } from '#rules/exact/rational.ts';
import { daysBetween, type PlainDate } from '#rules/exact/plain-date.ts';

/** A stretch in which the principal did not change: the first day counts, the last (`until`) does not. */
export type PrincipalPeriod = { readonly principal: bigint; readonly from: PlainDate; readonly until: PlainDate };

/** The sum of principal times days, in fen-days. A period that ends before it begins counts nothing. */
export const principalDays = (periods: readonly PrincipalPeriod[]): bigint =>
  periods.reduce(
    (sum, { principal, from, until }) => sum + principal * BigInt(Math.max(0, daysBetween(from, until))),
    0n,
  );

/**
 * The subsidy from the first day to today.
 *
 * @param fenDays   principal × days, in fen-days
 * @param points    the subsidised rate a year, e.g. 1/100 for one point
 * @param dayBasis  days of the contract's year
 * @returns         integer fen, rounded down
 * @source money: rules by business, Interest subsidy; invariant I23
 */
export const subsidyToDate = (fenDays: bigint, points: Rational, dayBasis: 360 | 365): bigint =>
  floor(multiply(rational(fenDays, BigInt(dayBasis)), points));

/** Who pays which points of the rate, and what they have paid so far. */
export type SubsidySource = { readonly funder: string; readonly points: Rational; readonly drawn: bigint };

/** A limit on the subsidy to date of these funders together. When it bites, the first funder named is cut first. */
export type SubsidyCap = { readonly name: string; readonly limit: bigint; readonly cut: readonly string[] };

export type SubsidyDraw = {
  readonly funder: string;
  /** From the first day, after the caps, in fen. */
  readonly toDate: bigint;
  /** What is to be paid now. */
  readonly due: bigint;
  /** What was drawn above the subsidy to date and comes back from the bank. */
  readonly over: bigint;
  /** Names of the caps that cut it. */
  readonly cutBy: readonly string[];
};

type ToDate = { readonly toDate: bigint; readonly cutBy: readonly string[] };

const applyCap = (
  amounts: ReadonlyMap<string, ToDate>,
  { name, limit, cut }: SubsidyCap,
): ReadonlyMap<string, ToDate> => {
  const together = cut.reduce((sum, funder) => sum + (amounts.get(funder)?.toDate ?? 0n), 0n);
  let excess = together > limit ? together - limit : 0n;
  const next = new Map(amounts);
  for (const funder of cut) {
    const { toDate, cutBy } = next.get(funder) ?? { toDate: 0n, cutBy: [] };
    const off = excess < toDate ? excess : toDate;
    if (off > 0n) next.set(funder, { toDate: toDate - off, cutBy: [...cutBy, name] });
    excess -= off;
  }
  return next;
};

/**
 * What each funder pays at a settlement day: the subsidy to date less what was drawn, caps applied in the order given.
 *
 * @param fenDays  principal × days from the first day on, in fen-days
 * @param caps     in the pack's order; a limit is for all time or for the period that `fenDays` counts
 * @source money: rules by business, Interest subsidy; invariant I23
 */
export const drawSubsidy = (
  fenDays: bigint,
  dayBasis: 360 | 365,
  sources: readonly SubsidySource[],
  caps: readonly SubsidyCap[],
): readonly SubsidyDraw[] => {
  const uncut: ReadonlyMap<string, ToDate> = new Map(
    sources.map(({ funder, points }) => [funder, { toDate: subsidyToDate(fenDays, points, dayBasis), cutBy: [] }]),
  );
  const amounts = caps.reduce(applyCap, uncut);
  return sources.map(({ funder, drawn }) => {
    const { toDate, cutBy } = amounts.get(funder) ?? { toDate: 0n, cutBy: [] };
    return {
      funder,
      toDate,
      due: toDate > drawn ? toDate - drawn : 0n,
      over: drawn > toDate ? drawn - toDate : 0n,
      cutBy,
    };
  });
};
