// Caps of an item over everything it granted: per project, firm and year, whoever pays and in however many parts (I13).

/** One approved award of the item: the whole amount, over all funders and instalments. */
export type Grant = {
  readonly project: string;
  readonly firm: string;
  readonly year: string;
  /** Integer fen. */
  readonly approved: bigint;
};

export type CapScope = 'project' | 'firm' | 'firm-year' | 'year';

export type ItemCap = { readonly per: CapScope; readonly limit: bigint };

export type OverItemCap = { readonly code: 'over-item-cap'; readonly per: CapScope; readonly left: bigint };

/** What a cap counts together. */
const together = {
  project: (a, b) => a.project === b.project,
  firm: (a, b) => a.firm === b.firm,
  'firm-year': (a, b) => a.firm === b.firm && a.year === b.year,
  year: (a, b) => a.year === b.year,
} as const satisfies Readonly<Record<CapScope, (a: Grant, b: Grant) => boolean>>;

/**
 * Every cap that an award would pass, with what is left under it; none means that it may be granted.
 *
 * @param grants  what the item granted so far, recovered amounts taken off
 * @source money: invariant I13
 */
export const itemCapFaults = (
  grants: readonly Grant[],
  caps: readonly ItemCap[],
  asked: Grant,
): readonly OverItemCap[] =>
  caps.flatMap(({ per, limit }): readonly OverItemCap[] => {
    const used = grants.reduce((sum, grant) => sum + (together[per](grant, asked) ? grant.approved : 0n), 0n);
    const left = limit > used ? limit - used : 0n;
    return asked.approved > left ? [{ code: 'over-item-cap', per, left }] : [];
  });
