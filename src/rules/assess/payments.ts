// What a selection of entries is paid: promised entries among themselves first, competitive ones on top of them.
import { compareAmounts, greater, less, lesser, plus, type Amount, type Bond, type Candidate } from './candidate.ts';
import type { AmountRange } from '#rules/evaluate/result.ts';

type End = 'low' | 'high';

/** What promised entries have already taken out of a bond: the highest amount (highest), or the sum (cap). */
type Taken = ReadonlyMap<Bond, Amount>;

const amountIn = (amounts: Taken, bond: Bond): Amount => {
  const amount = amounts.get(bond);
  return amount === undefined ? 0n : amount;
};

/** Bonds by candidate, in the order of the rulebook. */
export const bondsOf = (count: number, bonds: readonly Bond[]): readonly (readonly Bond[])[] =>
  Array.from({ length: count }, (_, index) => bonds.filter((bond) => bond.members.includes(index)));

const beats = (candidates: readonly Candidate[], a: number, b: number, end: End): boolean => {
  const [one, other] = [candidates[a], candidates[b]];
  if (!one || !other) return false;
  const order = compareAmounts(one.range[end], other.range[end]);
  return order > 0 || (order === 0 && a < b);
};

type Paying = {
  readonly candidates: readonly Candidate[];
  readonly bonds: readonly (readonly Bond[])[];
  readonly end: End;
  /** What counts against these entries before they are paid. */
  readonly before: Taken;
};

const beforeCaps = (paying: Paying, selected: readonly number[], index: number): Amount => {
  const { candidates, end } = paying;
  const own = candidates[index]?.range[end] ?? null;
  let paid: Amount = own;
  for (const bond of paying.bonds[index] ?? []) {
    if (bond.kind !== 'highest') continue;
    if (
      selected.some((other) => other !== index && bond.members.includes(other) && beats(candidates, other, index, end))
    )
      return 0n;
    paid = lesser(paid, less(own, greater(bond.received, amountIn(paying.before, bond))));
  }
  return paid;
};

const payAll = (paying: Paying, selected: readonly number[]): readonly Amount[] => {
  const used = new Map<Bond, Amount>();
  return selected.map((index) => {
    let paid = beforeCaps(paying, selected, index);
    const caps = (paying.bonds[index] ?? []).filter((bond) => bond.kind === 'cap');
    for (const bond of caps) {
      const room = bond.room[paying.end];
      // A limit that is not known leaves the most open, whatever was used of it.
      if (room !== null) paid = lesser(paid, less(room, plus(amountIn(paying.before, bond), amountIn(used, bond))));
    }
    for (const bond of caps) used.set(bond, plus(amountIn(used, bond), paid));
    return paid;
  });
};

const place = (candidate: Candidate | undefined): number =>
  candidate?.measure === 'cash' ? 0 : candidate?.measure === 'tax' ? 1 : 2;

/** A cap pays cash first, then tax, then the rest, each in the order of keys. */
const inPayingOrder = (candidates: readonly Candidate[], selected: readonly number[]): readonly number[] =>
  selected.toSorted((a, b) => place(candidates[a]) - place(candidates[b]) || a - b);

/** For the entries that come after: the highest amount in each `highest` bond, the sum in each `cap`. */
const takenBy = (paying: Paying, selected: readonly number[], paid: readonly Amount[]): Taken => {
  const taken = new Map<Bond, Amount>();
  selected.forEach((index, at) => {
    for (const bond of paying.bonds[index] ?? []) {
      const before = amountIn(taken, bond);
      if (bond.kind === 'cap') taken.set(bond, plus(before, paid[at] ?? null));
      if (bond.kind === 'highest')
        taken.set(bond, greater(before, paying.candidates[index]?.range[paying.end] ?? null));
    }
  });
  return taken;
};

const nothingTaken: Taken = new Map();

/**
 * What each selected entry is paid, after stacking. In a `highest` bond the highest pays (the earlier one when equal); a cap cuts
 * what comes last (tax after cash, later keys after earlier ones). A competitive entry is paid what it adds to the promised ones.
 *
 * @param selected  positions in `candidates`, ascending
 * @param bonds     bonds of each candidate, see bondsOf
 */
export const pay = (
  candidates: readonly Candidate[],
  bonds: readonly (readonly Bond[])[],
  selected: readonly number[],
): ReadonlyMap<number, AmountRange> => {
  const ordered = inPayingOrder(candidates, selected);
  const promised = ordered.filter((index) => candidates[index]?.promised);
  const competing = ordered.filter((index) => !candidates[index]?.promised);
  const first = {
    low: { candidates, bonds, end: 'low', before: nothingTaken },
    high: { candidates, bonds, end: 'high', before: nothingTaken },
  } as const;
  const paid = { low: payAll(first.low, promised), high: payAll(first.high, promised) };
  const result = new Map<number, AmountRange>();
  const record = (indices: readonly number[], low: readonly Amount[], high: readonly Amount[]): void =>
    indices.forEach((index, at) => result.set(index, { low: low[at] ?? 0n, high: high[at] ?? null }));
  record(promised, paid.low, paid.high);
  if (competing.length > 0) {
    // Its least is what it adds to the promised entries at their most, and the other way round.
    const low = payAll({ ...first.low, before: takenBy(first.high, promised, paid.high) }, competing);
    const high = payAll({ ...first.high, before: takenBy(first.low, promised, paid.low) }, competing);
    record(competing, low, high);
  }
  return result;
};
