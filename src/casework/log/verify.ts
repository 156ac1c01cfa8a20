// Recomputes a whole log and holds it against the roots that were lodged outside: whoever rewrote an entry and every hash after
// it, and the page that shows the roots, still cannot change what lies elsewhere.
import { firstFlaw, type Digest, type Flaw, type Linked } from './chain.ts';
import { rootOf, type Head } from './merkle.ts';

/** What was handed out at the end of a day. The heads say which chain was touched; the root alone says that one was. */
export type Lodged = {
  /** 2026-09-23: the day in Beijing whose end it is. */
  readonly day: string;
  readonly root: string;
  readonly heads: readonly Head[] | null;
};

export type Broken =
  /** An entry does not fit its own chain. */
  | { readonly code: Flaw; readonly chain: string; readonly seq: number }
  /** The chain ended otherwise on that day. */
  | { readonly code: 'other-head'; readonly day: string; readonly chain: string; readonly seq: number }
  /** Something before the end of that day is not as it was; the heads of the day were not kept outside. */
  | {
      readonly code: 'other-root';
      readonly day: string;
      readonly since: string | null;
      readonly chains: readonly string[];
    };

export type Verified = {
  readonly entries: number;
  readonly chains: number;
  /** Days whose lodged root was met. */
  readonly days: readonly string[];
  readonly broken: Broken | null;
};

/** A day ends at 24:00 in Beijing, which is 16:00 of the same day in UTC. */
export const endOf = (day: string): string => `${day}T16:00:00.000Z`;

/** The newest entry of each chain at the end of a day. */
export const headsAt = (chains: ReadonlyMap<string, readonly Linked[]>, day: string): readonly Head[] =>
  [...chains].flatMap(([chain, entries]) => {
    const last = entries.findLast(({ at }) => at < endOf(day));
    return last === undefined ? [] : [{ chain, seq: last.seq, hash: last.hash }];
  });

const chainsOf = (entries: readonly Linked[]): ReadonlyMap<string, readonly Linked[]> =>
  Map.groupBy(
    entries.toSorted((a, b) => a.seq - b.seq),
    ({ chain }) => chain,
  );

const otherHead = (own: readonly Head[], { day, heads }: Lodged): Broken | null => {
  if (heads === null) return null;
  const byChain = new Map(own.map((head) => [head.chain, head] as const));
  const lost = heads.find(({ chain, hash }) => byChain.get(chain)?.hash !== hash);
  if (lost !== undefined) return { code: 'other-head', day, chain: lost.chain, seq: lost.seq };
  const known = new Set(heads.map(({ chain }) => chain));
  const added = own.find(({ chain }) => !known.has(chain));
  return added === undefined ? null : { code: 'other-head', day, chain: added.chain, seq: added.seq };
};

/** Chains that were written to after one day's end and before another's: only there can the difference lie. */
const touched = (
  chains: ReadonlyMap<string, readonly Linked[]>,
  since: string | null,
  day: string,
): readonly string[] =>
  [...chains].flatMap(([chain, entries]) =>
    entries.some(({ at }) => (since === null || at >= endOf(since)) && at < endOf(day)) ? [chain] : [],
  );

/**
 * Verifies a log of one tenant.
 *
 * @param entries  every entry, in any order
 * @param lodged   what was handed out, from outside; a root taken from the same database proves nothing
 */
export const verifyLog = (entries: readonly Linked[], lodged: readonly Lodged[], digest: Digest): Verified => {
  const chains = chainsOf(entries);
  const days: string[] = [];
  const result = (broken: Broken | null): Verified => ({ entries: entries.length, chains: chains.size, days, broken });
  for (const [chain, each] of [...chains].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const found = firstFlaw(each, digest);
    if (found !== null) return result({ code: found.flaw, chain, seq: found.entry.seq });
  }
  for (const each of lodged.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const own = headsAt(chains, each.day);
    if (rootOf(own, digest) !== each.root) {
      const since = days.at(-1) ?? null;
      return result(
        otherHead(own, each) ?? { code: 'other-root', day: each.day, since, chains: touched(chains, since, each.day) },
      );
    }
    days.push(each.day);
  }
  return result(null);
};
