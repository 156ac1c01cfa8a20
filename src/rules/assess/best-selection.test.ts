// The best selection: stacking rules one by one, and equality with brute force on random small problems.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSelection } from './best-selection.ts';
import type { Bond, Candidate, Stacked } from './candidate.ts';

type Draft = { low: bigint; high: bigint | null; measure: Candidate['measure']; promised: boolean };

const candidate = (index: number, draft: Partial<Draft> = {}): Candidate => {
  const key = String.fromCharCode(97 + index);
  const low = draft.low ?? 0n;
  return {
    key,
    item: key,
    name: key,
    subject: null,
    range: { low, high: draft.high === undefined ? low : draft.high },
    measure: draft.measure === undefined ? 'cash' : draft.measure,
    promised: draft.promised ?? true,
  };
};

const stacked = (drafts: readonly Partial<Draft>[], bonds: readonly Bond[]): Stacked => ({
  candidates: drafts.map((draft, index) => candidate(index, draft)),
  bonds,
  barred: new Map(),
  assumes: [],
});

const keysOf = (problem: Stacked): string =>
  [...bestSelection(problem).paid.keys()]
    .toSorted((a, b) => a - b)
    .map((index) => problem.candidates[index]?.key)
    .join('');

const paidOf = (problem: Stacked) =>
  Object.fromEntries([...bestSelection(problem).paid].map(([i, range]) => [problem.candidates[i]?.key, range]));

const highest = (members: readonly number[], received = 0n): Bond => ({
  kind: 'highest',
  rule: '从高',
  scope: '同一项目',
  members,
  received,
});
const oneOf = (members: readonly number[]): Bond => ({ kind: 'one-of', rule: '择一', members });
const cap = (members: readonly number[], low: bigint, high: bigint | null = low): Bond => ({
  kind: 'cap',
  rule: '封顶',
  members,
  room: { low, high },
});
const after = (member: number, needs: readonly number[]): Bond => ({
  kind: 'after',
  rule: '先后',
  member,
  needs,
  prior: '前项',
  members: [member, ...needs],
});

describe('the best selection', () => {
  it('takes everything when nothing binds, titles and services without an amount too', () => {
    expect(keysOf(stacked([{ low: 5n }, { measure: null }, { low: 0n, high: null }], []))).toBe('abc');
  });

  it('takes the highest of one project and leaves the lower one', () => {
    const problem = stacked([{ low: 20n }, { low: 50n }], [highest([0, 1])]);
    expect(paidOf(problem)).toEqual({ b: { low: 50n, high: 50n } });
  });

  it('takes both where ranges overlap, because the law decides: the maximum of the lows to the maximum of the highs', () => {
    const problem = stacked(
      [
        { low: 10n, high: 30n },
        { low: 20n, high: 25n },
      ],
      [highest([0, 1])],
    );
    const total = [...bestSelection(problem).paid.values()].reduce<{ low: bigint; high: bigint }>(
      (sum, range) => ({ low: sum.low + range.low, high: sum.high + (range.high ?? 999n) }),
      { low: 0n, high: 0n },
    );
    expect(total).toEqual({ low: 20n, high: 30n });
    expect(keysOf(problem)).toBe('ab');
  });

  it('pays the difference to what was received, and leaves an entry that adds nothing to it', () => {
    expect(paidOf(stacked([{ low: 50n }], [highest([0], 20n)]))).toEqual({ a: { low: 30n, high: 30n } });
    expect(paidOf(stacked([{ low: 20n }], [highest([0], 20n)]))).toEqual({});
  });

  it('drops the greatest entry when two others that it excludes are worth more together', () => {
    expect(keysOf(stacked([{ low: 30n }, { low: 20n }, { low: 20n }], [oneOf([0, 1]), oneOf([0, 2])]))).toBe('bc');
    expect(keysOf(stacked([{ low: 30n }, { low: 20n }, { low: 20n }], [highest([0, 1]), highest([0, 2])]))).toBe('bc');
  });

  it('cuts a sum at its cap and needs the fewest entries to reach it', () => {
    const problem = stacked([{ low: 30n }, { low: 30n }, { low: 60n }], [cap([0, 1, 2], 60n)]);
    expect(paidOf(problem)).toEqual({ c: { low: 60n, high: 60n } });
  });

  it('takes the first keys among equals', () => {
    expect(keysOf(stacked([{ low: 30n }, { low: 30n }, { low: 30n }], [cap([0, 1, 2], 60n)]))).toBe('ab');
    expect(keysOf(stacked([{ low: 30n }, { low: 30n }], [oneOf([0, 1])]))).toBe('a');
  });

  it('takes what must come first even where it is worth nothing', () => {
    expect(keysOf(stacked([{ measure: null }, { low: 30n }], [after(1, [0])]))).toBe('ab');
    expect(keysOf(stacked([{ low: 10n }, { low: 30n }, { low: 15n }], [after(1, [0]), oneOf([0, 2])]))).toBe('ab');
    expect(keysOf(stacked([{ low: 10n }, { low: 30n }, { low: 55n }], [after(1, [0]), oneOf([0, 2])]))).toBe('c');
  });

  it('prefers an unbounded high to any finite one when the lows are equal', () => {
    expect(
      keysOf(
        stacked(
          [
            { low: 5n, high: 900n },
            { low: 5n, high: null },
          ],
          [oneOf([0, 1])],
        ),
      ),
    ).toBe('b');
  });

  it('adds cash and tax, and prefers cash only where the sums are equal', () => {
    expect(keysOf(stacked([{ low: 10n }, { low: 11n, measure: 'tax' }], [oneOf([0, 1])]))).toBe('b');
    expect(keysOf(stacked([{ low: 10n, measure: 'tax' }, { low: 10n }], [oneOf([0, 1])]))).toBe('b');
  });

  it('never gives up a promised amount for a competitive one', () => {
    expect(keysOf(stacked([{ low: 1n }, { low: 1000n, promised: false }], [oneOf([0, 1])]))).toBe('a');
    const both = stacked([{ low: 30n }, { low: 100n, promised: false }], [highest([0, 1])]);
    expect(paidOf(both)).toEqual({ a: { low: 30n, high: 30n }, b: { low: 70n, high: 70n } });
  });

  it('takes the larger loan although credit is not totalled', () => {
    expect(
      keysOf(
        stacked(
          [
            { low: 0n, high: 300n, measure: 'credit' },
            { low: 0n, high: 500n, measure: 'credit' },
          ],
          [oneOf([0, 1])],
        ),
      ),
    ).toBe('b');
  });

  it('leaves barred entries out', () => {
    const problem = { ...stacked([{ low: 5n }, { low: 9n }], [oneOf([0, 1])]), barred: new Map([[1, '已获']]) };
    expect(keysOf(problem)).toBe('a');
  });

  it('stays exact and fast on a hundred persons under one cap', () => {
    const drafts = Array.from({ length: 100 }, () => ({ low: 3n }));
    const selection = bestSelection(stacked(drafts, [cap([...drafts.keys()], 100n)]));
    expect(selection.exact).toBe(true);
    expect(selection.paid.size).toBe(34);
    expect(Math.max(...selection.paid.keys())).toBe(33);
  });

  it('stays exact on twenty different amounts under one cap', () => {
    const drafts = Array.from({ length: 20 }, (_, i) => ({ low: BigInt(100 + 7 * i) }));
    const selection = bestSelection(stacked(drafts, [cap([...drafts.keys()], 1000n)]));
    expect(selection.exact).toBe(true);
    expect(selection.paid.size).toBe(5);
  });
});

// Brute force: every subset, paid by a plain reading of the rules, infinite written as a pair (how many, the rest).
type Pair = readonly [number, bigint];
const pair = (value: bigint | null): Pair => (value === null ? [1, 0n] : [0, value]);
const order = (a: Pair, b: Pair): number => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
const take = (a: Pair, b: Pair): Pair => (b[0] > 0 ? [0, 0n] : a[0] > 0 ? a : [0, a[1] > b[1] ? a[1] - b[1] : 0n]);
const top = (a: Pair, b: Pair): Pair => (order(a, b) >= 0 ? a : b);
const least = (a: Pair, b: Pair): Pair => (order(a, b) <= 0 ? a : b);
const total = (a: Pair, b: Pair): Pair => [a[0] + b[0], a[1] + b[1]];
const nought: Pair = [0, 0n];

const payPlainly = (
  problem: Stacked,
  chosen: readonly number[],
  end: 'low' | 'high',
  promised: boolean,
): Map<number, Pair> => {
  const amount = (i: number, at: 'low' | 'high'): Pair => pair(problem.candidates[i]?.range[at] ?? null);
  const kind = (i: number) => ['cash', 'tax'].indexOf(problem.candidates[i]?.measure ?? '') >>> 0;
  const classOf = (wanted: boolean) =>
    chosen.filter((i) => problem.candidates[i]?.promised === wanted).toSorted((a, b) => kind(a) - kind(b) || a - b);
  const earlier = promised ? null : { end: end === 'low' ? ('high' as const) : ('low' as const) };
  const earlierPaid = earlier === null ? new Map<number, Pair>() : payPlainly(problem, chosen, earlier.end, true);
  const paid = new Map<number, Pair>();
  for (const i of classOf(promised)) {
    let value = amount(i, end);
    for (const bond of problem.bonds) {
      if (bond.kind !== 'highest' || !bond.members.includes(i)) continue;
      const ranked = classOf(promised)
        .filter((j) => bond.members.includes(j))
        .toSorted((a, b) => order(amount(b, end), amount(a, end)) || a - b);
      let floor: Pair = [0, bond.received];
      if (earlier !== null)
        for (const j of earlierPaid.keys()) if (bond.members.includes(j)) floor = top(floor, amount(j, earlier.end));
      value = ranked[0] === i ? least(value, take(amount(i, end), floor)) : nought;
      if (ranked[0] !== i) break;
    }
    for (const bond of problem.bonds) {
      if (bond.kind !== 'cap' || !bond.members.includes(i)) continue;
      const used = [...earlierPaid, ...paid]
        .filter(([j]) => bond.members.includes(j))
        .reduce((sum, [, p]) => total(sum, p), nought);
      if (bond.room[end] !== null) value = least(value, take(pair(bond.room[end]), used));
    }
    paid.set(i, value);
  }
  return paid;
};

const isAllowed = (problem: Stacked, chosen: readonly number[]): boolean =>
  problem.bonds.every((bond) => {
    const inside = bond.members.filter((i) => chosen.includes(i));
    if (bond.kind === 'one-of') return inside.length <= 1;
    return bond.kind !== 'after' || !chosen.includes(bond.member) || bond.needs.some((need) => chosen.includes(need));
  });

const figuresOf = (problem: Stacked, chosen: readonly number[]): readonly Pair[] => {
  const paid = (end: 'low' | 'high') => [
    ...payPlainly(problem, chosen, end, true),
    ...payPlainly(problem, chosen, end, false),
  ];
  const [low, high] = [paid('low'), paid('high')];
  const sum = (part: typeof low, test: (c: Candidate) => boolean): Pair =>
    part
      .filter(([i]) => {
        const c = problem.candidates[i];
        return c !== undefined && test(c);
      })
      .reduce((s, [, p]) => total(s, p), nought);
  const pocket = (c: Candidate): boolean => c.measure === 'cash' || c.measure === 'tax';
  const tests = [
    (c: Candidate) => c.promised && pocket(c),
    (c: Candidate) => c.promised && c.measure === 'cash',
    (c: Candidate) => !c.promised && pocket(c),
    (c: Candidate) => c.promised && !pocket(c),
    (c: Candidate) => !c.promised && !pocket(c),
  ];
  const worth = chosen.filter((i) => problem.candidates[i]?.range.high !== 0n).length;
  return [
    ...tests.flatMap((test) => [sum(low, test), sum(high, test)]),
    [0, BigInt(-worth)],
    [0, BigInt(chosen.length - worth)],
  ];
};

const bruteForce = (problem: Stacked): readonly number[] => {
  let best: { chosen: readonly number[]; figures: readonly Pair[] } | null = null;
  for (let mask = 0; mask < 1 << problem.candidates.length; mask++) {
    const chosen = problem.candidates.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
    if (!isAllowed(problem, chosen)) continue;
    const figures = figuresOf(problem, chosen);
    const better =
      best === null
        ? 1
        : (figures.map((f, i) => order(f, best?.figures[i] ?? nought)).find((o) => o !== 0) ??
          (chosen.join() < best.chosen.join() ? 1 : -1));
    if (better > 0) best = { chosen, figures };
  }
  return best?.chosen ?? [];
};

const drafts = fc.array(
  fc.record({
    low: fc.bigInt(0n, 6n),
    spread: fc.option(fc.bigInt(0n, 6n), { freq: 6 }),
    measure: fc.constantFrom<Candidate['measure']>('cash', 'cash', 'tax', 'credit', null),
    promised: fc.boolean(),
  }),
  { minLength: 1, maxLength: 7 },
);

const problems = drafts.chain((list) => {
  const members = fc
    .uniqueArray(fc.nat(list.length - 1), { minLength: 1, maxLength: list.length })
    .map((m) => m.toSorted((a, b) => a - b));
  const bond: fc.Arbitrary<Bond> = fc.oneof(
    members.map(oneOf),
    fc.tuple(members, fc.bigInt(0n, 4n)).map(([m, r]) => highest(m, r)),
    fc
      .tuple(members, fc.bigInt(0n, 9n), fc.option(fc.bigInt(0n, 3n), { freq: 8 }))
      .map(([m, l, s]) => cap(m, l, s === null ? null : l + s)),
    members.filter((m) => m.length > 1).map((m) => after(m.at(-1) ?? 0, m.slice(0, -1))),
  );
  return fc.array(list.length > 1 ? bond : members.map(oneOf), { maxLength: 4 }).map((bonds) =>
    stacked(
      list.map((d) =>
        d.measure === null
          ? { low: 0n, high: 0n, measure: null, promised: d.promised }
          : { low: d.low, high: d.spread === null ? null : d.low + d.spread, measure: d.measure, promised: d.promised },
      ),
      bonds,
    ),
  );
});

describe('the best selection against brute force', () => {
  it('finds what trying every subset finds', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = [...bestSelection(problem).paid.keys()].toSorted((a, b) => a - b);
        expect(found).toEqual(bruteForce(problem));
      }),
      { numRuns: 1000 },
    );
  });
});
