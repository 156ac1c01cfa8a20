// The exact best selection among entries that stacking rules bind together: branch and bound, component by component.
import { byText, compareAmounts, isValued, type Bond, type Candidate, type Stacked } from './candidate.ts';
import { bondsOf, pay } from './payments.ts';
import { bestPossible, bucketsOf, compareScores, scoreOf, type Score } from './selection-value.ts';
import type { AmountRange } from '#rules/evaluate/result.ts';

/** Far above what twenty items under one rule need; it only bounds packs that the checker would refuse. */
const mostSteps = 200_000;

export type Selection = {
  /** What each taken entry is paid, by position in the candidates. */
  readonly paid: ReadonlyMap<number, AmountRange>;
  /** False when the search was cut short: the selection is lawful, but a better one may exist. */
  readonly exact: boolean;
};

/** Candidates that rules bind together, each group in ascending order. */
const componentsOf = ({ candidates, bonds }: Stacked): readonly (readonly number[])[] => {
  const leader = candidates.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  for (const bond of bonds) {
    const [first, ...rest] = bond.members;
    if (first === undefined) continue;
    for (const other of rest) leader[find(other)] = find(first);
  }
  const groups = new Map<number, number[]>();
  candidates.forEach((_, index) => groups.set(find(index), [...(groups.get(find(index)) ?? []), index]));
  return [...groups.values()];
};

type Best = {
  readonly selected: readonly number[];
  readonly paid: ReadonlyMap<number, AmountRange>;
  readonly score: Score;
};

/** The smaller list of keys; positions are in key order. */
const byPositions = (a: readonly number[], b: readonly number[]): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = (a[at] ?? 0) - (b[at] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

type Search = {
  readonly candidates: readonly Candidate[];
  readonly bonds: readonly (readonly Bond[])[];
  readonly buckets: ReturnType<typeof bucketsOf>;
  readonly order: readonly number[];
  /** For each position in `order`: the position of an identical candidate that comes before it, or −1. */
  readonly twins: readonly number[];
  readonly chosen: boolean[];
  readonly decided: boolean[];
  best: Best | null;
  steps: number;
};

const isLawful = (search: Search, selected: readonly number[]): boolean =>
  selected.every((index) =>
    (search.bonds[index] ?? []).every((bond) => {
      if (bond.kind === 'one-of') return bond.members.every((other) => other === index || !search.chosen[other]);
      return bond.kind !== 'after' || bond.member !== index || bond.needs.some((need) => search.chosen[need]);
    }),
  );

const judge = (search: Search): void => {
  const selected = search.order.filter((index) => search.chosen[index]).toSorted((a, b) => a - b);
  if (!isLawful(search, selected)) return;
  const paid = pay(search.candidates, search.bonds, selected);
  const score = scoreOf(search.candidates, paid);
  const order = search.best === null ? 1 : compareScores(score, search.best.score);
  if (search.best === null || order > 0 || (order === 0 && byPositions(selected, search.best.selected) < 0))
    search.best = { selected, paid, score };
};

const isNeeded = (bonds: readonly Bond[], index: number): boolean =>
  bonds.some((bond) => bond.kind === 'after' && bond.needs.includes(index));

/** Whether `rival` is above `index` at both ends, whatever else is chosen. */
const isAlwaysAbove = (search: Search, rival: number, index: number): boolean => {
  const [one, other] = [search.candidates[rival], search.candidates[index]];
  if (!one || !other || other.range.high === null || (other.promised && !one.promised)) return false;
  return (
    one.range.low > other.range.high ||
    (one.range.low === other.range.high && (rival < index || one.promised !== other.promised))
  );
};

/** Beside the chosen entries this one is paid nothing for sure, and it changes nothing else. */
const addsNothing = (search: Search, index: number): boolean => {
  const candidate = search.candidates[index];
  const own = search.bonds[index] ?? [];
  if (!candidate || !isValued(candidate) || isNeeded(own, index)) return false;
  const [bond, another] = own.filter(({ kind }) => kind === 'highest');
  if (!bond || another) return false;
  return bond.members.some((rival) => search.chosen[rival] === true && isAlwaysAbove(search, rival, index));
};

const mayTake = (search: Search, at: number): boolean => {
  const index = search.order[at] ?? -1;
  const twin = search.twins[at] ?? -1;
  // Of two that differ only in their keys, the earlier one goes first.
  if (twin >= 0 && !search.chosen[twin]) return false;
  const free = (search.bonds[index] ?? []).every(
    (bond) => bond.kind !== 'one-of' || bond.members.every((other) => !search.chosen[other]),
  );
  return free && !addsNothing(search, index);
};

const canImprove = (search: Search): boolean => {
  if (search.best === null) return true;
  const entries = search.order.flatMap((index) => {
    const candidate = search.candidates[index];
    return candidate
      ? [{ index, candidate, chosen: search.chosen[index] === true, decided: search.decided[index] === true }]
      : [];
  });
  const most = bestPossible(entries, search.buckets, search.best.score);
  const order = compareScores(most, search.best.score);
  if (order !== 0) return order > 0;
  // As good in every figure, so as many entries: only smaller keys could still win.
  const chosen = entries.filter((entry) => entry.chosen).map((entry) => entry.index);
  const open = entries.filter((entry) => !entry.decided).map((entry) => entry.index);
  const rest = open.toSorted((a, b) => a - b).slice(0, search.best.selected.length - chosen.length);
  return (
    byPositions(
      [...chosen, ...rest].toSorted((a, b) => a - b),
      search.best.selected,
    ) < 0
  );
};

const branch = (search: Search, at: number): void => {
  search.steps++;
  if (search.steps > mostSteps) return;
  const index = search.order[at];
  if (index === undefined) {
    judge(search);
    return;
  }
  if (!canImprove(search)) return;
  search.decided[index] = true;
  if (mayTake(search, at)) {
    search.chosen[index] = true;
    branch(search, at + 1);
    search.chosen[index] = false;
  }
  branch(search, at + 1);
  search.decided[index] = false;
};

const byWorth = (a: Candidate, b: Candidate): number =>
  Number(b.promised) - Number(a.promised) ||
  (a.range.low === b.range.low ? compareAmounts(b.range.high, a.range.high) : a.range.low > b.range.low ? -1 : 1) ||
  byText(a.key, b.key);

const capsOf = (bonds: readonly Bond[]): readonly Bond[] => bonds.filter(({ kind }) => kind === 'cap');

/** Which of two entries under these bonds is taken changes nothing but keys: no other entry is paid more or less for it. */
const isEven = (search: Pick<Search, 'bonds'>, own: readonly Bond[]): boolean =>
  own.every(
    (bond) =>
      bond.kind === 'one-of' ||
      (bond.kind === 'cap' && bond.members.every((member) => capsOf(search.bonds[member] ?? []).length === 1)),
  );

const isTwin = (search: Pick<Search, 'candidates' | 'bonds'>, a: number, b: number): boolean => {
  const [one, other] = [search.candidates[a], search.candidates[b]];
  const [ones, others] = [search.bonds[a] ?? [], search.bonds[b] ?? []];
  if (!one || !other || ones.length !== others.length || ones.some((bond, i) => bond !== others[i])) return false;
  return (
    isEven(search, ones) &&
    one.promised === other.promised &&
    one.measure === other.measure &&
    one.range.low === other.range.low &&
    one.range.high === other.range.high
  );
};

const searchComponent = (
  stacked: Stacked,
  bonds: readonly (readonly Bond[])[],
  component: readonly number[],
): Search => {
  const { candidates } = stacked;
  const order = component
    .flatMap((index) => {
      const candidate = candidates[index];
      return candidate && !stacked.barred.has(index) ? [{ index, candidate }] : [];
    })
    .toSorted((a, b) => byWorth(a.candidate, b.candidate))
    .map(({ index }) => index);
  const twins = order.map(
    (index, at) => order.slice(0, at).findLast((other) => isTwin({ candidates, bonds }, other, index)) ?? -1,
  );
  const search: Search = {
    candidates,
    bonds,
    buckets: bucketsOf(order, bonds),
    order,
    twins,
    chosen: candidates.map(() => false),
    decided: candidates.map(() => false),
    best: null,
    steps: 0,
  };
  branch(search, 0);
  return search;
};

/**
 * The best lawful selection: the greatest promised sum of cash and tax at the low end, then at the high end, then the most cash,
 * then the same for competitive entries, then other measures, then the fewest entries that carry an amount, then the first keys.
 *
 * @param stacked  candidates in the order of their keys
 */
export const bestSelection = (stacked: Stacked): Selection => {
  const bonds = bondsOf(stacked.candidates.length, stacked.bonds);
  const paid = new Map<number, AmountRange>();
  let exact = true;
  for (const component of componentsOf(stacked)) {
    const [index = -1] = component;
    const alone = stacked.candidates[index];
    if (alone && component.length === 1 && bonds[index]?.length === 0) {
      if (!stacked.barred.has(index)) paid.set(index, alone.range);
      continue;
    }
    const search = searchComponent(stacked, bonds, component);
    if (search.steps > mostSteps) exact = false;
    for (const [index, range] of search.best?.paid ?? []) paid.set(index, range);
  }
  return { paid, exact };
};
