// The journal: postings in order, each under its business key, so that doing an event twice does it once.
import { codeOf, keyOf, valuesOf, type AccountId } from './accounts.ts';
import { legsOf, type Leg } from './legs.ts';
import { emptyBalances, postAll, postTogether, type Balances, type Entry, type PostingRefusal } from './posting.ts';
import { transferOf, type TransferName } from './transfers.ts';

/** One event as it is stored: its business key, the transfers it named and all its legs. Never changed afterwards (I24). */
export type Posting = {
  readonly key: string;
  readonly transfers: readonly TransferName[];
  readonly legs: readonly Leg[];
};

export type Journal = {
  readonly balances: Balances;
  /** By business key, in the order of posting. */
  readonly postings: ReadonlyMap<string, Posting>;
};

export const emptyJournal: Journal = { balances: emptyBalances, postings: new Map() };

export type RecordRefusal =
  | PostingRefusal
  /** The same business key came with other legs: two different events under one name. */
  | { readonly code: 'key-reused'; readonly key: string }
  | { readonly code: 'closed-year'; readonly year: string; readonly transfer: TransferName };

export type Recorded =
  | { readonly ok: true; readonly journal: Journal; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: RecordRefusal };

/** The budget year of an account; null outside the authority book, where a year's close does not matter. */
const budgetYearOf = (id: AccountId): string | null =>
  codeOf(id).startsWith('F') ? (valuesOf(id)[keyOf(codeOf(id)).indexOf('year')] ?? null) : null;

const closedYearOf = ({ transfer, keys, amounts }: Entry, closed: ReadonlySet<string>): string | null => {
  const resolved = legsOf(transfer, keys, amounts);
  if (!resolved.ok || transferOf(transfer).closedYear === 'taken') return null;
  return (
    resolved.legs.map(({ debit }) => budgetYearOf(debit)).find((year) => year !== null && closed.has(year)) ?? null
  );
};

const legsOfAll = (entries: readonly Entry[]): readonly Leg[] =>
  entries.flatMap(({ transfer, keys, amounts }) => {
    const resolved = legsOf(transfer, keys, amounts);
    return resolved.ok ? resolved.legs : [];
  });

const sameLegs = (a: readonly Leg[], b: readonly Leg[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ debit, credit, amount }, at) => b[at]?.debit === debit && b[at].credit === credit && b[at].amount === amount,
  );

const sameEvent = (entries: readonly Entry[], { transfers, legs }: Posting): boolean =>
  entries.map(({ transfer }) => transfer).join() === transfers.join() && sameLegs(legsOfAll(entries), legs);

/** Why an event may not be posted now that these years are closed (I26); null where it may. */
export const refusedByYear = (entries: readonly Entry[], closed: ReadonlySet<string>): RecordRefusal | null => {
  for (const entry of entries) {
    const year = closedYearOf(entry, closed);
    if (year !== null) return { code: 'closed-year', year, transfer: entry.transfer };
  }
  return null;
};

/**
 * Records one event under its business key; the second time it is a no-op.
 *
 * @param key      what makes the event the same event: the order number, the document, the bank serial
 * @param closed   years that are closed; they take only results, bounces and recoveries (I26)
 * @problem key-reused   the key stands for another event already
 * @problem closed-year  the event would change the authority of a closed year
 * @source money: words; invariants I17 and I26
 */
export const record = (
  journal: Journal,
  key: string,
  entries: readonly Entry[],
  closed: ReadonlySet<string> = new Set(),
): Recorded => {
  const earlier = journal.postings.get(key);
  if (earlier !== undefined)
    return sameEvent(entries, earlier)
      ? { ok: true, journal, repeated: true }
      : { ok: false, refusal: { code: 'key-reused', key } };
  const refusal = refusedByYear(entries, closed);
  if (refusal !== null) return { ok: false, refusal };
  const posted = postTogether(journal.balances, entries);
  if (!posted.ok) return posted;
  const posting: Posting = { key, transfers: entries.map(({ transfer }) => transfer), legs: posted.legs };
  return {
    ok: true,
    journal: { balances: posted.balances, postings: new Map([...journal.postings, [key, posting]]) },
    repeated: false,
  };
};

/**
 * The balances that these postings make from nothing: what a rebuilt or restored ledger must agree with.
 *
 * @returns the balances, or the key of the first posting that cannot stand and why
 * @source money: invariant I25
 */
export const replay = (
  postings: Iterable<Posting>,
):
  | { readonly ok: true; readonly balances: Balances }
  | { readonly ok: false; readonly key: string; readonly refusal: PostingRefusal } => {
  const found = postAll(postings);
  return found.ok ? found : { ok: false, key: found.event.key, refusal: found.refusal };
};
