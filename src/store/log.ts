// The log in the database: entries are appended to their chain under one lock each; roots are made at the end of a day.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { canonical, type Plain } from '#casework/log/canonical.ts';
import { link, noHash, type Digest, type Linked } from '#casework/log/chain.ts';
import { proofOf, rootOf, type Head, type Proof } from '#casework/log/merkle.ts';
import { endOf } from '#casework/log/verify.ts';
import type { StoreActor } from './actor.ts';
import type { Tx } from './open.ts';
import { StoreError } from './store-error.ts';

export const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest();

export type NewEntry = {
  readonly chain: string;
  readonly kind: string;
  readonly body: Plain;
  /** The moment that `nowIn` gave after the chain was locked; without it, now. */
  readonly at?: string;
};

const backwards = (chain: string, last: string, now: string): StoreError =>
  new StoreError('clock-backwards', {
    zh: `数据库的时钟（${now}）比「${chain}」的上一条记录（${last}）还早，没有办理。`,
    en: `The database's clock (${now}) is earlier than the last entry of ${chain} (${last}); nothing was done.`,
    todo: '核对服务器时间，时间恢复后再办。',
  });

/** The database's clock is the only one. Milliseconds: what is hashed is what is stored. */
export const nowIn = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ now: Date }>`select date_trunc('milliseconds', clock_timestamp()) as now`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the database told no time');
  return row.now.toISOString();
};

const lastOf = async (tx: Tx, chain: string) =>
  tx
    .selectFrom('log_entry')
    .select(['seq', 'hash', 'at'])
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whoever writes to a chain waits for who is writing to it; other chains wait for nobody. */
export const lockChain = async (tx: Tx, { tenant }: StoreActor, chain: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}\n${chain}`}, 0))`.execute(tx);
};

/**
 * Appends one entry to its chain.
 *
 * @throws StoreError `clock-backwards`: nothing is written, and somebody has to look at the clock
 */
export const append = async (
  tx: Tx,
  actor: StoreActor,
  { chain, kind, body, at: given }: NewEntry,
): Promise<Linked> => {
  await lockChain(tx, actor, chain);
  const last = await lastOf(tx, chain);
  const at = given ?? (await nowIn(tx));
  if (last !== undefined && at < last.at.toISOString()) throw backwards(chain, last.at.toISOString(), at);
  const entry = { tenant: actor.tenant, chain, seq: (last?.seq ?? 0) + 1, kind, at, body: canonical(body) };
  const linked = link(entry, last?.hash.toString('hex') ?? noHash, sha256);
  await tx
    .insertInto('log_entry')
    .values({ ...entry, prev: Buffer.from(linked.prev, 'hex'), hash: Buffer.from(linked.hash, 'hex') })
    .execute();
  return linked;
};

type Row = {
  readonly tenant: string;
  readonly chain: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: Date;
  readonly body: string;
  readonly prev: Buffer;
  readonly hash: Buffer;
};

const linkedOf = ({ at, prev, hash, ...rest }: Row): Linked => ({
  ...rest,
  at: at.toISOString(),
  prev: prev.toString('hex'),
  hash: hash.toString('hex'),
});

/** The entries of one chain, from the first. */
export const readChain = async (tx: Tx, chain: string): Promise<readonly Linked[]> =>
  (await tx.selectFrom('log_entry').selectAll().where('chain', '=', chain).orderBy('seq').execute()).map(linkedOf);

/** Every entry that the actor may see, by chain and number. */
export const readLog = async (tx: Tx): Promise<readonly Linked[]> =>
  (await tx.selectFrom('log_entry').selectAll().orderBy('chain').orderBy('seq').execute()).map(linkedOf);

/** Every entry of a tenant, as the owner of the database: for who verifies it or hands it out. null: there is no such tenant. */
export const readLogOf = async (client: pg.ClientBase, tenant: string): Promise<readonly Linked[] | null> => {
  const made = await client.query<{ table: string | null }>("select to_regclass('tihang.tenant')::text as table");
  if (made.rows[0]?.table === null) return null;
  const there = await client.query('select from tihang.tenant where tenant = $1', [tenant]);
  if (there.rowCount === 0) return null;
  const { rows } = await client.query<Row>('select * from tihang.log_entry where tenant = $1 order by chain, seq', [
    tenant,
  ]);
  return rows.map(linkedOf);
};

/** The newest entry of each chain at 24:00 in Beijing of a day. */
const headsOf = async (tx: Tx, day: string): Promise<readonly Head[]> => {
  const { rows } = await sql<{ chain: string; seq: number; hash: Buffer }>`
    select distinct on (chain) chain, seq, hash from log_entry
    where at < ${endOf(day)}::timestamptz order by chain, seq desc`.execute(tx);
  return rows.map(({ chain, seq, hash }) => ({ chain, seq, hash: hash.toString('hex') }));
};

export type DayRoot = { readonly day: string; readonly root: string; readonly heads: readonly Head[] };

/** Makes the root of a day that is over, once; a second call gives the same. */
export const closeDay = async (tx: Tx, { tenant }: StoreActor, day: string): Promise<DayRoot> => {
  const now = await nowIn(tx);
  if (now < endOf(day)) throw new Error(`${day} is not over yet`);
  const heads = await headsOf(tx, day);
  const root = rootOf(heads, sha256);
  await tx
    .insertInto('log_root')
    .values({ tenant, day, root: Buffer.from(root, 'hex'), chains: heads.length })
    .onConflict((same) => same.columns(['tenant', 'day']).doNothing())
    .execute();
  return { day, root, heads };
};

export type ChainProof = { readonly head: Head; readonly proof: Proof; readonly root: string };

/** What shows that a chain's entries up to the end of a day are under that day's root; null where it had none. */
export const proveChain = async (tx: Tx, chain: string, day: string): Promise<ChainProof | null> => {
  const heads = await headsOf(tx, day);
  const head = heads.find((each) => each.chain === chain);
  const proof = proofOf(heads, chain, sha256);
  return head === undefined || proof === null ? null : { head, proof, root: rootOf(heads, sha256) };
};
