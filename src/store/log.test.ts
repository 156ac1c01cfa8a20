// The log in a real database: it only grows, whoever asks, and what was forged past every rule is found from outside.
import { describe, expect, it } from 'vitest';
import { isProven } from '#casework/log/merkle.ts';
import { verifyLog } from '#casework/log/verify.ts';
import { link, noHash } from '#casework/log/chain.ts';
import { actorIn, freshTenant, testDatabase, refusalOf } from '#test/support/database.ts';
import { append, closeDay, proveChain, readChain, readLog, sha256 } from './log.ts';

const database = testDatabase();

/** A tenant with two chains of a few entries. */
const withLog = async () => {
  const tenant = await freshTenant(database());
  const actor = actorIn(tenant);
  const { store } = database();
  for (const [chain, count] of [
    ['desk/1', 3],
    ['desk/2', 2],
  ] as const)
    for (let seq = 1; seq <= count; seq++)
      await store.as(actor, (tx) =>
        append(tx, actor, { chain, kind: 'submit', body: { seq, amountFen: 50_000_000n } }),
      );
  return { tenant, actor, store };
};

const yesterday = '2026-01-01';

describe('the log in the database', () => {
  it('links each entry to the one before it and reads back what was written', async () => {
    const { actor, store, tenant } = await withLog();
    const entries = await store.as(actor, readLog);
    expect(entries.map(({ chain, seq }) => `${chain} ${seq}`)).toEqual([
      'desk/1 1',
      'desk/1 2',
      'desk/1 3',
      'desk/2 1',
      'desk/2 2',
    ]);
    expect(entries[0]).toMatchObject({ tenant, prev: noHash, body: '{"amountFen":{"$n":"50000000"},"seq":1}' });
    expect(verifyLog(entries, [], sha256)).toMatchObject({ entries: 5, chains: 2, broken: null });
    expect(await store.as(actor, (tx) => readChain(tx, 'desk/2'))).toHaveLength(2);
  });

  it('takes entries from many at once without a gap or a fork', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    const { store } = database();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.as(actor, (tx) => append(tx, actor, { chain: `desk/${n % 2}`, kind: 'remind', body: { n } })),
      ),
    );
    const entries = await store.as(actor, readLog);
    expect(verifyLog(entries, [], sha256)).toMatchObject({ entries: 40, chains: 2, broken: null });
  });

  it('refuses an entry that does not follow, holds another hash, or is earlier', async () => {
    const { actor, store, tenant } = await withLog();
    const [last] = (await store.as(actor, (tx) => readChain(tx, 'desk/1'))).toReversed();
    if (last === undefined) throw new Error('there is a last entry');
    const insert = (seq: number, prev: string, at: string) =>
      refusalOf(
        store.as(actor, (tx) => {
          const entry = { tenant, chain: 'desk/1', seq, kind: 'x', at, body: '{}' };
          const { hash } = link(entry, prev, sha256);
          return tx
            .insertInto('log_entry')
            .values({ ...entry, prev: Buffer.from(prev, 'hex'), hash: Buffer.from(hash, 'hex') })
            .execute();
        }),
      );
    const later = new Date(Date.parse(last.at) + 1000).toISOString();
    expect(await insert(5, last.hash, later)).toBe('40001');
    expect(await insert(4, noHash, later)).toBe('23514');
    expect(await insert(4, last.hash, new Date(Date.parse(last.at) - 1).toISOString())).toBe('TH001');
    expect(await store.as(actor, (tx) => readChain(tx, 'desk/1'))).toHaveLength(3);
  });

  it('takes no action while the clock is behind, and says so', async () => {
    const { actor, store, tenant } = await withLog();
    const future = new Date(Date.now() + 3_600_000).toISOString();
    const entry = { tenant, chain: 'desk/9', seq: 1, kind: 'x', at: future, body: '{}' };
    const { hash } = link(entry, noHash, sha256);
    await database().direct.query(
      'insert into tihang.log_entry (tenant, chain, seq, kind, at, body, prev, hash) values ($1, $2, 1, $3, $4, $5, $6, $7)',
      [tenant, 'desk/9', 'x', future, '{}', Buffer.from(noHash, 'hex'), Buffer.from(hash, 'hex')],
    );
    const refused = store.as(actor, (tx) => append(tx, actor, { chain: 'desk/9', kind: 'y', body: {} }));
    expect(await refusalOf(refused)).toBe('clock-backwards');
    // Other chains are not held up by it.
    await store.as(actor, (tx) => append(tx, actor, { chain: 'desk/1', kind: 'y', body: {} }));
  });

  const changes = [
    "update log_entry set kind = 'forged'",
    'delete from log_entry',
    'truncate log_entry cascade',
    'update log_root set chains = 0',
    'delete from log_root',
    'truncate log_root cascade',
    "set session_replication_role = 'replica'; update log_entry set kind = 'forged'",
  ];

  it.each(['tihang_app', 'tihang_owner', 'postgres'])('only grows, for %s too', async (role) => {
    const { tenant, actor, store } = await withLog();
    await store.as({ ...actor, role: 'clock' as const }, (tx) => closeDay(tx, actor, yesterday));
    const before = await store.as(actor, readLog);
    for (const change of changes) {
      const client = await database().direct.connect();
      try {
        await client.query(`begin; set local search_path = tihang; set local tihang.tenant = '${tenant}'`);
        if (role !== 'postgres') await client.query(`set local role ${role}`);
        expect(await refusalOf(client.query(change)), change).toBe('42501');
      } finally {
        await client.query('rollback');
        client.release(true);
      }
    }
    expect(await store.as(actor, readLog)).toEqual(before);
  });

  it('is found out from outside when the superuser switches every guard off and rewrites it to the end', async () => {
    const { actor, store, tenant } = await withLog();
    const entries = await store.as(actor, readLog);
    const day = entries.at(-1)?.at.slice(0, 10) ?? '';
    // What was mailed to the auditors in the evening: the day's root, made here as that of the day after.
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const lodged = { day: next, ...(await store.as(actor, (tx) => proveChain(tx, 'desk/1', next))) };
    const direct = await database().direct.connect();
    await direct.query('set search_path = tihang; alter table log_entry disable trigger all');
    let prev = noHash;
    for (const entry of entries.filter(({ chain }) => chain === 'desk/1')) {
      const { prev: _prev, hash: _hash, ...plain } = entry;
      const forged = link(entry.seq === 2 ? { ...plain, body: '{"seq":2}' } : plain, prev, sha256);
      await direct.query(
        'update log_entry set body = $1, prev = $2, hash = $3 where tenant = $4 and chain = $5 and seq = $6',
        [
          forged.body,
          Buffer.from(forged.prev, 'hex'),
          Buffer.from(forged.hash, 'hex'),
          tenant,
          forged.chain,
          forged.seq,
        ],
      );
      prev = forged.hash;
    }
    await direct.query(
      'alter table log_entry enable always trigger only_grows; alter table log_entry enable always trigger entry_follows',
    );
    direct.release(true);
    const forged = await store.as(actor, readLog);
    expect(verifyLog(forged, [], sha256).broken).toBeNull();
    const outside = { day: lodged.day, root: lodged.root ?? '', heads: null };
    expect(verifyLog(forged, [outside], sha256).broken).toMatchObject({ code: 'other-root', day: next });
  });

  it('proves one case with that case and its path only', async () => {
    const { actor, store } = await withLog();
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const found = await store.as(actor, (tx) => proveChain(tx, 'desk/2', day));
    if (found === null) throw new Error('desk/2 has a proof');
    const chain = await store.as(actor, (tx) => readChain(tx, 'desk/2'));
    expect(found.head).toEqual({ chain: 'desk/2', seq: 2, hash: chain.at(-1)?.hash });
    expect(isProven(found.head, found.proof, found.root, sha256)).toBe(true);
  });

  it('makes the root of a day once, and not before it is over', async () => {
    const { actor, store } = await withLog();
    const clock = { ...actor, role: 'clock' as const };
    const first = await store.as(clock, (tx) => closeDay(tx, clock, yesterday));
    expect(await store.as(clock, (tx) => closeDay(tx, clock, yesterday))).toEqual(first);
    await expect(store.as(clock, (tx) => closeDay(tx, clock, '2999-01-01'))).rejects.toThrow('is not over yet');
    expect(await refusalOf(store.as(actor, (tx) => closeDay(tx, actor, '2026-01-02')))).toBe('42501');
  });
});
