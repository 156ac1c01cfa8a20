// What an invoice line still carries: base per exclusion group (K) and support over all groups (S), on top of `post`.
import { floor, minimum, multiply, one, whole, type Rational } from '#rules/exact/rational.ts';
import { accountOf } from './legs.ts';
import { balanceOf, post, postTogether, sumOf, type Balances, type Entry, type Posted } from './posting.ts';
import { splitByWeight } from './split.ts';

/** One invoice line as one exclusion group uses it. */
export type LineUse = { readonly tenant: string; readonly invoiceLine: string; readonly exclusionGroup: string };

export type ClaimResult =
  | Posted
  | { readonly ok: false; readonly refusal: { readonly code: 'already-open' } }
  /** What the lines are to carry is not what was awarded. */
  | {
      readonly ok: false;
      readonly refusal: { readonly code: 'award-mismatch'; readonly award: bigint; readonly shared: bigint };
    };

/**
 * The most support that a line may carry over all groups, levels and years.
 *
 * @param net        verified net amount, fen
 * @param intensity  the pack's maximal intensity; above 100 % counts as 100 %
 * @returns          integer fen, rounded down
 */
export const ceilingOf = (net: bigint, intensity: Rational): bigint =>
  floor(multiply(whole(net), minimum(intensity, one)));

/** A verified line is used by a group for the first time: its capacity, and the first time of all its ceiling (T40). */
export const openLine = (balances: Balances, use: LineUse, net: bigint, intensity: Rational): ClaimResult => {
  const { tenant, invoiceLine } = use;
  if (balanceOf(balances, accountOf('K10', use)) > 0n) return { ok: false, refusal: { code: 'already-open' } };
  const known = sumOf(balances, ['K10'], { tenant, invoiceLine }) > 0n;
  return post(balances, known ? 'T40-group' : 'T40-first', use, { base: net, ceiling: ceilingOf(net, intensity) });
};

/** An accepted claim holds base of a line (T41). I10: never more than is free. */
export const holdBase = (balances: Balances, use: LineUse, caseId: string, base: bigint): Posted =>
  postTogether(balances, [{ transfer: 'T41', keys: { ...use, case: caseId }, amounts: { base } }]);

/** A rejected or withdrawn claim gives back all that it holds of a line (T43). */
export const releaseBase = (balances: Balances, use: LineUse, caseId: string): Posted => {
  const keys = { ...use, case: caseId };
  const base = balanceOf(balances, accountOf('K12', keys));
  return postTogether(balances, [{ transfer: 'T43', keys, amounts: { base } }]);
};

/** What a line carries of an award: approved base and support, in fen. */
export type AwardedLine = { readonly use: LineUse; readonly base: bigint; readonly support: bigint };

/** An award shared over lines in proportion to their approved base, to the fen; ties go to the earlier line. */
export const shareAward = (
  award: bigint,
  lines: readonly { readonly use: LineUse; readonly base: bigint }[],
): readonly AwardedLine[] => {
  const portions = splitByWeight(
    award,
    lines.map(({ use, base }) => ({ id: use.invoiceLine, weight: base })),
  );
  return lines.map(({ use, base }, at) => ({ use, base, support: portions[at]?.amount ?? 0n }));
};

const approval = (balances: Balances, { use, base, support }: AwardedLine, caseId: string): Entry => {
  const keys = { ...use, case: caseId };
  const rest = balanceOf(balances, accountOf('K12', keys)) - base;
  return {
    transfer: 'T42',
    keys,
    amounts: { base, ...(rest > 0n ? { rest } : {}), ...(support === 0n ? {} : { support }) },
  };
};

/**
 * Approves a claim: the approved base is used, the rest of what it held is free again, the support counts against each
 * line's ceiling (T42). All lines or none.
 *
 * @param award  what the case gets, in fen
 * @param lines  each invoice line once
 * @problem award-mismatch  the support of the lines does not add up to the award
 * @source money: invariants I10 and I11
 */
export const approveClaim = (
  balances: Balances,
  caseId: string,
  award: bigint,
  lines: readonly AwardedLine[],
): ClaimResult => {
  const shared = lines.reduce((sum, { support }) => sum + support, 0n);
  if (shared !== award) return { ok: false, refusal: { code: 'award-mismatch', award, shared } };
  return postTogether(
    balances,
    lines.map((line) => approval(balances, line, caseId)),
  );
};
