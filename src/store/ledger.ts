// The ledger in the database. The pure ledger says which legs an event has; the database holds the law where nobody can go
// round it: amounts above zero, no leg across books, no balance below zero, one posting for one money action.
import { sql } from 'kysely';
import type { AccountId } from '#casework/ledger/accounts.ts';
import { refusedByYear, replay, type Posting, type RecordRefusal } from '#casework/ledger/journal.ts';
import type { Leg } from '#casework/ledger/legs.ts';
import { legsOfEvent, type Balances, type Entry } from '#casework/ledger/posting.ts';
import type { TransferName } from '#casework/ledger/transfers.ts';
import type { StoreActor } from './actor.ts';
import type { Tx } from './open.ts';

/** The entry of the log that a posting belongs to. */
export type Cause = { readonly chain: string; readonly seq: number };

export type StoredEvent = {
  /** What makes it the same event when it comes again: an order's number, a document, a bank's serial. */
  readonly key: string;
  readonly entries: readonly Entry[];
  readonly cause: Cause;
};

/** A refusal ends the transaction: whoever asked catches it outside of `as`, and nothing of the action is left. */
export class LedgerRefused extends Error {
  readonly refusal: RecordRefusal;
  constructor(refusal: RecordRefusal) {
    super(`the ledger refused: ${refusal.code}`);
    this.name = 'LedgerRefused';
    this.refusal = refusal;
  }
}

const closedYears = async (tx: Tx, { tenant }: StoreActor): Promise<ReadonlySet<string>> => {
  // Shared with other postings, not with the closing of a year: a year is open or closed for the whole of a posting.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`${tenant}\nyears`}, 0))`.execute(tx);
  const rows = await tx.selectFrom('closed_year').select('year').execute();
  return new Set(rows.map(({ year }) => year));
};

const plainLeg = ({ debit, credit, amount, takes }: Leg) => ({ debit, credit, amount: amount.toString(), takes });

const stateOf = (error: unknown): { readonly code: string; readonly detail: string } | null =>
  error instanceof Error && 'code' in error && 'detail' in error && typeof error.code === 'string'
    ? { code: error.code, detail: String(error.detail) }
    : null;

type Detail = Readonly<Record<string, string>>;

/** The database's own codes; their details are JSON that the function `post` wrote. */
const refusals: Readonly<Record<string, (detail: Detail) => RecordRefusal>> = {
  TH002: ({ key = '' }) => ({ code: 'key-reused', key }),
  TH003: ({ account = '', available = '0', asked = '0' }) => ({
    code: 'below-zero',
    account: account as AccountId, // one that we sent
    available: BigInt(available),
    asked: BigInt(asked),
  }),
  TH004: ({ debit = '', credit = '' }) => ({
    code: 'wrong-book',
    debit: debit as AccountId, // both as we sent them
    credit: credit as AccountId,
  }),
};

const refusedByDatabase = (error: unknown): RecordRefusal | null => {
  const state = stateOf(error);
  const read = state === null ? undefined : refusals[state.code];
  return state === null || read === undefined ? null : read(JSON.parse(state.detail) as Detail); // written by `post`
};

/**
 * Posts one event, whole or not at all; the second time under its key it does nothing.
 *
 * @returns `repeated`: it had been posted before with the same legs
 * @throws LedgerRefused with what the pure ledger would say of the same event
 */
export const postEvent = async (
  tx: Tx,
  actor: StoreActor,
  { key, entries, cause }: StoredEvent,
): Promise<{ readonly repeated: boolean }> => {
  const found = legsOfEvent(entries);
  if (!found.ok) throw new LedgerRefused(found.refusal);
  const { legs } = found;
  if (legs.length === 0) throw new LedgerRefused({ code: 'nothing-to-post' });
  const wrong = legs.find(({ amount }) => amount <= 0n);
  if (wrong !== undefined) throw new LedgerRefused({ code: 'not-positive', amount: wrong.takes, asked: wrong.amount });
  // An event that was posted before its year was closed may come again: it does nothing.
  const closed = await closedYears(tx, actor);
  const isThere = await tx.selectFrom('posting').select('key').where('key', '=', key).executeTakeFirst();
  const refused = isThere === undefined ? refusedByYear(entries, closed) : null;
  if (refused !== null) throw new LedgerRefused(refused);
  const transfers = entries.map(({ transfer }) => transfer);
  try {
    const { rows } = await sql<{ done: string }>`
      select post(${key}, ${transfers}::text[], ${cause.chain}, ${cause.seq}, ${JSON.stringify(legs.map(plainLeg))}::jsonb) as done`.execute(
      tx,
    );
    return { repeated: rows[0]?.done === 'repeated' };
  } catch (error) {
    const refusal = refusedByDatabase(error);
    throw refusal === null ? error : new LedgerRefused(refusal);
  }
};

/** What every account holds; accounts at zero are left out, as in the pure ledger. */
export const readBalances = async (tx: Tx): Promise<Balances> => {
  const rows = await tx.selectFrom('balance').select(['account', 'amount']).where('amount', '>', 0n).execute();
  return new Map(rows.map(({ account, amount }) => [account as AccountId, amount] as const)); // as they were posted
};

/** All postings with their legs, in the order in which they took effect on every account. */
export const readPostings = async (tx: Tx): Promise<readonly Posting[]> => {
  const postings = await tx.selectFrom('posting').select(['key', 'transfers']).orderBy('place').execute();
  const legs = await tx.selectFrom('leg').selectAll().orderBy('key').orderBy('n').execute();
  const byKey = Map.groupBy(legs, ({ key }) => key);
  return postings.map(({ key, transfers }) => ({
    key,
    transfers: transfers as TransferName[], // names of the table, as they were posted
    legs: (byKey.get(key) ?? []).map(
      // as they were posted
      ({ debit, credit, amount, takes }) => ({ debit, credit, amount, takes }) as Leg,
    ),
  }));
};

/** Whether the balances are what the legs make from nothing (I25); what differs, by account. */
export const differences = async (tx: Tx): Promise<readonly { account: string; held: bigint; replayed: bigint }[]> => {
  const found = replay(await readPostings(tx));
  if (!found.ok) throw new Error(`posting ${found.key} cannot stand: ${found.refusal.code}`);
  const replayed = found.balances;
  const held = await readBalances(tx);
  return [...new Set([...held.keys(), ...replayed.keys()])]
    .map((account) => ({ account, held: held.get(account) ?? 0n, replayed: replayed.get(account) ?? 0n }))
    .filter((each) => each.held !== each.replayed);
};
