// How good a selection is: a list of figures compared from the first to the last, and the most that a partial one can still reach.
import { compareAmounts, isValued, type Amount, type Bond, type Candidate } from './candidate.ts';
import type { AmountRange } from '#rules/evaluate/result.ts';

/** A sum with unbounded parts: more unbounded parts are more, then the finite rest decides. */
type Sum = { readonly unbounded: number; readonly finite: bigint };

/** Figures in the order in which they decide; greater is better in each. */
export type Score = readonly Sum[];

const none: Sum = { unbounded: 0, finite: 0n };

const addAmount = (sum: Sum, amount: Amount): Sum =>
  amount === null
    ? { unbounded: sum.unbounded + 1, finite: sum.finite }
    : { unbounded: sum.unbounded, finite: sum.finite + amount };

const compareSums = (a: Sum, b: Sum): number =>
  a.unbounded !== b.unbounded ? a.unbounded - b.unbounded : a.finite < b.finite ? -1 : a.finite > b.finite ? 1 : 0;

export const compareScores = (a: Score, b: Score): number => {
  for (const [index, sum] of a.entries()) {
    const order = compareSums(sum, b[index] ?? none);
    if (order !== 0) return order;
  }
  return 0;
};

const inPocket = (candidate: Candidate): boolean => candidate.measure === 'cash' || candidate.measure === 'tax';

/**
 * Money figures, most important first. Cash and tax are both money in the firm's pocket, so their sum decides; where it is equal,
 * cash goes first. What is promised goes before what is competed for, and both before credit, prices and services.
 */
type Figure = { readonly counts: (candidate: Candidate) => boolean; readonly end: 'low' | 'high' };

const figures: readonly Figure[] = [
  { counts: (each) => each.promised && inPocket(each), end: 'low' },
  { counts: (each) => each.promised && inPocket(each), end: 'high' },
  { counts: (each) => each.promised && each.measure === 'cash', end: 'low' },
  { counts: (each) => each.promised && each.measure === 'cash', end: 'high' },
  { counts: (each) => !each.promised && inPocket(each), end: 'low' },
  { counts: (each) => !each.promised && inPocket(each), end: 'high' },
  { counts: (each) => each.promised && !inPocket(each), end: 'low' },
  { counts: (each) => each.promised && !inPocket(each), end: 'high' },
  { counts: (each) => !each.promised && !inPocket(each), end: 'low' },
  { counts: (each) => !each.promised && !inPocket(each), end: 'high' },
];

const whole = (finite: number): Sum => ({ unbounded: 0, finite: BigInt(finite) });

/**
 * The score of a whole selection.
 *
 * @param paid  what each selected entry is paid, by position
 */
export const scoreOf = (candidates: readonly Candidate[], paid: ReadonlyMap<number, AmountRange>): Score => {
  const sums = figures.map(({ counts, end }) => {
    let sum = none;
    for (const [index, range] of paid) {
      const candidate = candidates[index];
      if (candidate && counts(candidate)) sum = addAmount(sum, range[end]);
    }
    return sum;
  });
  const chosen = [...paid.keys()].map((index) => candidates[index]).filter((each) => each !== undefined);
  const valued = chosen.filter(isValued).length;
  // Fewest entries that carry an amount; titles and services burden nobody, so of those as many as the law allows.
  return [...sums, whole(-valued), whole(chosen.length - valued)];
};

export type Bucket = { readonly members: readonly number[]; readonly bond: Bond | null };

/** Each position once: under its first bond that limits payments, or alone. */
export const bucketsOf = (positions: readonly number[], bonds: readonly (readonly Bond[])[]): readonly Bucket[] => {
  const buckets = new Map<Bond, number[]>();
  const alone: Bucket[] = [];
  for (const index of positions) {
    const own = bonds[index] ?? [];
    const bond =
      own.find(({ kind }) => kind === 'one-of' || kind === 'highest') ?? own.find(({ kind }) => kind === 'cap');
    if (bond === undefined) alone.push({ members: [index], bond: null });
    else buckets.set(bond, [...(buckets.get(bond) ?? []), index]);
  }
  return [...alone, ...[...buckets].map(([bond, members]) => ({ members, bond }))];
};

const most = (amounts: readonly Amount[], bond: Bond | null, end: 'low' | 'high'): Sum => {
  const total = amounts.reduce(addAmount, none);
  if (bond === null || amounts.length === 0) return total;
  if (bond.kind === 'cap') {
    if (bond.room[end] === null) return total;
    const room = addAmount(none, bond.room[end]);
    return compareSums(total, room) <= 0 ? total : room;
  }
  return amounts.map((amount) => addAmount(none, amount)).reduce((a, b) => (compareSums(a, b) >= 0 ? a : b));
};

/** A candidate in a partial selection: chosen, or still undecided, or decided against. */
export type Entry = {
  readonly index: number;
  readonly candidate: Candidate;
  readonly chosen: boolean;
  readonly decided: boolean;
};

/** How many undecided entries it takes at least, one by one the greatest, to bring a figure up to `goal`. */
const neededFor = (entries: readonly Entry[], figure: Figure, goal: Sum): number => {
  const counted = entries.filter(({ candidate }) => figure.counts(candidate));
  let sum = counted
    .filter((entry) => entry.chosen)
    .reduce((total, { candidate }) => addAmount(total, candidate.range[figure.end]), none);
  const rest = counted
    .filter((entry) => !entry.decided)
    .map(({ candidate }) => candidate.range[figure.end])
    .toSorted((a, b) => compareAmounts(b, a));
  let needed = 0;
  for (const amount of rest) {
    if (compareSums(sum, goal) >= 0) break;
    sum = addAmount(sum, amount);
    needed++;
  }
  return needed;
};

/**
 * What no completion of a partial selection exceeds, figure by figure.
 *
 * @param goal  the score to reach: the number of entries it takes at least is counted against it
 */
export const bestPossible = (entries: readonly Entry[], buckets: readonly Bucket[], goal: Score): Score => {
  const isOpen = new Map(
    entries.filter((entry) => entry.chosen || !entry.decided).map((entry) => [entry.index, entry.candidate]),
  );
  const sums = figures.map((figure) => {
    let sum = none;
    for (const { members, bond } of buckets) {
      const amounts = members.flatMap((index) => {
        const candidate = isOpen.get(index);
        return candidate && figure.counts(candidate) ? [candidate.range[figure.end]] : [];
      });
      const part = most(amounts, bond, figure.end);
      sum = { unbounded: sum.unbounded + part.unbounded, finite: sum.finite + part.finite };
    }
    return sum;
  });
  const valued = entries.filter((entry) => entry.chosen && isValued(entry.candidate)).length;
  const unvalued = [...isOpen.values()].filter((each) => !isValued(each)).length;
  let needed = 0;
  for (const [at, figure] of figures.entries()) {
    const [sum, wanted] = [sums[at] ?? none, goal[at] ?? none];
    needed = Math.max(needed, neededFor(entries, figure, wanted));
    if (compareSums(sum, wanted) !== 0) break;
  }
  return [...sums, whole(-valued - needed), whole(unvalued)];
};
