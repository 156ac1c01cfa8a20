// The parts of a case: instalment × funder × year, the smallest pieces that are paid. They add up to what was approved.
import { splitByShares, type Share, type SharesRefusal } from './split.ts';

/** When a share of the award is paid; `party` of the share is the instalment's name. */
export type Instalment = Share & { readonly year: string };

export type Part = {
  readonly instalment: string;
  readonly funder: string;
  readonly year: string;
  /** Integer fen, > 0. */
  readonly amount: bigint;
};

/**
 * Plans the parts of an approved amount. Funders are split first, so that each one's share is exact; then each funder's
 * amount over the instalments. A part of nothing is no part.
 *
 * @param approved     integer fen, >= 0
 * @param funders      shares of the treasuries, 10 000 bp together, in the order of the terms
 * @param instalments  10 000 bp together, in the order of payment
 * @source money: words; invariant I5
 */
export const planParts = (
  approved: bigint,
  funders: readonly Share[],
  instalments: readonly Instalment[],
): { readonly ok: true; readonly parts: readonly Part[] } | { readonly ok: false; readonly refusal: SharesRefusal } => {
  const byFunder = splitByShares(approved, funders);
  if (!byFunder.ok) return byFunder;
  const parts: Part[] = [];
  for (const { id: funder, amount: whole } of byFunder.portions) {
    const byInstalment = splitByShares(whole, instalments);
    if (!byInstalment.ok) return byInstalment;
    for (const [at, { id: instalment, amount }] of byInstalment.portions.entries())
      if (amount > 0n) parts.push({ instalment, funder, year: instalments[at]?.year ?? '', amount });
  }
  return { ok: true, parts };
};
