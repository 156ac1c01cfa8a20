// Splitting an amount to the fen by the largest remainder: nothing is lost, nothing is made.

/** Something that is shared by weight; ties go to what stands first. */
export type Weighted = { readonly id: string; readonly weight: bigint };

export type Portion = { readonly id: string; readonly amount: bigint };

/**
 * Splits a total in proportion to weights. Each portion is rounded down; the fen that are left go one each to the
 * largest remainders, a tie to the one that stands first in the terms.
 *
 * @param total    integer fen, >= 0
 * @param weights  each >= 0, not all 0
 * @returns        one portion per weight, in the same order, adding up to the total exactly
 * @throws RangeError when no weight is above zero: there is nobody to give to
 * @source money: invariants I5 and I20
 */
export const splitByWeight = (total: bigint, weights: readonly Weighted[]): readonly Portion[] => {
  const sum = weights.reduce((all, { weight }) => all + weight, 0n);
  if (sum <= 0n || weights.some(({ weight }) => weight < 0n))
    throw new RangeError('weights must be at least zero and not all zero');
  const exact = weights.map(({ id, weight }, at) => {
    const product = total * weight;
    return { id, at, amount: product / sum, remainder: product % sum };
  });
  const left = total - exact.reduce((all, { amount }) => all + amount, 0n);
  const first = exact.toSorted((a, b) => compareBigints(b.remainder, a.remainder) || a.at - b.at);
  const raised = new Set(first.slice(0, Number(left)).map(({ at }) => at));
  return exact.map(({ id, at, amount }) => ({ id, amount: raised.has(at) ? amount + 1n : amount }));
};

const compareBigints = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** A party's share in basis points; 10 000 are the whole. */
export type Share = { readonly party: string; readonly bp: number };

export type SharesRefusal =
  | { readonly code: 'bad-share'; readonly party: string; readonly bp: number }
  | { readonly code: 'shares-not-whole'; readonly sum: number };

/** What is wrong with shares that a pack or a contract states; null when they are whole numbers that add to 10 000. */
export const checkShares = (shares: readonly Share[]): SharesRefusal | null => {
  const bad = shares.find(({ bp }) => !Number.isInteger(bp) || bp <= 0);
  if (bad !== undefined) return { code: 'bad-share', ...bad };
  const sum = shares.reduce((all, { bp }) => all + bp, 0);
  return sum === 10_000 ? null : { code: 'shares-not-whole', sum };
};

/**
 * Splits a total over parties by their shares, to the fen.
 *
 * @param total   integer fen, >= 0
 * @param shares  in the order of the terms, which decides ties
 * @problem bad-share         a share is not a whole number of basis points above zero
 * @problem shares-not-whole  the shares do not add to 10 000
 * @source money: invariant I20
 */
export const splitByShares = (
  total: bigint,
  shares: readonly Share[],
):
  | { readonly ok: true; readonly portions: readonly Portion[] }
  | { readonly ok: false; readonly refusal: SharesRefusal } => {
  const refusal = checkShares(shares);
  if (refusal !== null) return { ok: false, refusal };
  const weights = shares.map(({ party, bp }) => ({ id: party, weight: BigInt(bp) }));
  return { ok: true, portions: splitByWeight(total, weights) };
};
