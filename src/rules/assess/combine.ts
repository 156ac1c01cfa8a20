// The best lawful combination of what a firm may have: what to take, what to leave and why, and what it comes to.
import { bestSelection } from './best-selection.ts';
import { addRanges, byText, greater, lesser, nothing, type Candidate } from './candidate.ts';
import { keyOf, type Entry } from './entry.ts';
import { whyLeft } from './left-out.ts';
import { stack, type Setting } from './stacking.ts';
import type { AmountRange, Combination } from '#rules/evaluate/result.ts';
import type { Measure } from '#rules/packs/rulebook.ts';

type Line = { readonly measure: Measure | null; readonly range: AmountRange };

/** Cash and tax apart; nothing else is totalled. */
const totalsOf = (lines: readonly Line[]): Combination['total'] => {
  const sum = (measure: Measure): AmountRange => {
    const total = lines
      .filter((line) => line.measure === measure)
      .map((line) => line.range)
      .reduce(addRanges, nothing);
    // Where the highest of a cash and a tax entry is paid, either may be the one that falls away at the high end.
    return { low: lesser(total.low, total.high) ?? total.low, high: greater(total.low, total.high) };
  };
  return { cash: sum('cash'), tax: sum('tax') };
};

const amountOf = ({ result }: Entry): Line => ({
  measure: result.amount?.measure ?? null,
  range: { low: 0n, high: result.amount === null ? 0n : result.amount.high },
});

/** Money that is totalled, or a place in the stacking rules: a service that excludes nothing is simply there, taken or not. */
const countsIn = ({ item, result }: Entry): boolean =>
  item.stacking.length > 0 || result.amount?.measure === 'cash' || result.amount?.measure === 'tax';

/**
 * The best lawful combination of these entries.
 *
 * Eligible entries are candidates; undetermined ones are never taken, they could add. Of the selections that the stacking rules
 * allow, the one with the greatest promised sum of cash and tax is taken (see bestSelection for what decides after that).
 * An entry without cash or tax stands here only when a stacking rule names it. `competition` is what the taken competitive entries would add.
 */
export const combine = (setting: Setting, entries: readonly Entry[]): Combination => {
  const stacked = stack(
    setting,
    entries.filter((entry) => entry.result.verdict === 'eligible' && countsIn(entry)),
  );
  const open = entries.filter((entry) => entry.result.verdict === 'undetermined' && countsIn(entry));
  const { paid, exact } = bestSelection(stacked);
  const taken = stacked.candidates.flatMap((candidate, index) => {
    const range = paid.get(index);
    return range === undefined ? [] : [{ candidate, line: { measure: candidate.measure, range } }];
  });
  const totalOf = (counts: (candidate: Candidate) => boolean): Combination['total'] =>
    totalsOf(taken.filter(({ candidate }) => counts(candidate)).map(({ line }) => line));
  const assumes = exact ? stacked.assumes : [...stacked.assumes, '可组合的事项过多，列出的是找到的最好组合'];
  return {
    total: totalOf((candidate) => candidate.promised),
    competition: totalOf((candidate) => !candidate.promised),
    potential: totalsOf(open.map(amountOf)),
    take: taken.map(({ candidate }) => candidate.key),
    leave: stacked.candidates.flatMap((candidate, index) =>
      paid.has(index) ? [] : [{ entry: candidate.key, because: whyLeft(stacked, paid, index) }],
    ),
    couldAdd: open.map(keyOf).toSorted(byText),
    ...(assumes.length > 0 ? { assumes } : {}),
  };
};
