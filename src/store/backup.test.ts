// A backup that is put back is the same, to the hash; a bad one is refused whole; an old one comes up to date.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyLog } from '#casework/log/verify.ts';
import { amountsFor, keys } from '#casework/ledger/table-rows.ts';
import { actorIn, emptyDatabases, freshTenant, testDatabase } from '#test/support/database.ts';
import { backUp, restore, type Manifest } from './backup.ts';
import { postEvent } from './ledger.ts';
import { append, closeDay, readLog, sha256 } from './log.ts';
import { migrate, migrations } from './migrate.ts';
import { once } from './once.ts';

const database = testDatabase();
const empty = emptyDatabases();
const folder = mkdtempSync(join(tmpdir(), 'tihang-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const place = (): string => join(folder, `backup-${count++}`);

const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await database().direct.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
};

/** A tenant with some of everything. */
const city = async (): Promise<string> => {
  const tenant = await freshTenant(database());
  const actor = actorIn(tenant, { role: 'city-treasury' });
  const { store } = database();
  for (let n = 0; n < 5; n++)
    await store.as(actor, async (tx) => {
      const { seq } = await append(tx, actor, {
        chain: `desk/${n % 2}`,
        kind: 'money',
        body: { 备注: `第${n}条\n“引号”` },
      });
      const entries = [
        { transfer: 'T01' as const, keys: { ...keys, tenant, year: '2026' }, amounts: amountsFor('T01') },
      ];
      await postEvent(tx, actor, { key: `e${n}`, entries, cause: { chain: `desk/${n % 2}`, seq } });
      await tx
        .insertInto('natural_key')
        .values({ tenant, kind: 'invoice', key: `i${n}`, chain: `desk/${n % 2}`, seq })
        .execute();
      await once(tx, actor, { key: `k${n}`, request: '{}' }, () => Promise.resolve({ status: 201, body: '{"a":1}' }));
    });
  await store.as({ ...actor, role: 'clock' }, (tx) => closeDay(tx, actor, '2026-01-01'));
  return tenant;
};

const hashes = ({ tables }: Manifest, ...except: readonly string[]) =>
  tables.filter(({ name }) => !except.includes(name));

describe('a backup', () => {
  it('put back into an empty database has the same hashes, and goes on from there', async () => {
    const tenant = await city();
    const [from, again] = [place(), place()];
    const made = await withClient((client) => backUp(client, from));
    expect(made.tables.find(({ name }) => name === 'leg')?.rows).toBeGreaterThanOrEqual(5);
    const client = await empty();
    expect(await restore(client, from)).toEqual(made);
    expect(hashes(await backUp(client, again), 'restored')).toEqual(hashes(made, 'restored'));
    // The next posting takes the next place, and the next entry follows its chain.
    await client.query(`set search_path = tihang; set tihang.tenant = '${tenant}'; set tihang.person = 'li'`);
    const last = await client.query<{ place: string }>('select max(place)::text as place from posting');
    const legs = JSON.stringify([
      {
        debit: `F11/${tenant}/f/2026/city/line`,
        credit: `F10/${tenant}/f/2026/city`,
        amount: '1',
        takes: 'amount',
      },
    ]);
    await client.query(
      "insert into log_entry (tenant, chain, seq, kind, at, body, prev, hash) values ($1, 'new', 1, 'x', now(), '{}', decode(repeat('00', 32), 'hex'), decode(repeat('11', 32), 'hex'))",
      [tenant],
    );
    await client.query("select post('later', '{T01}', 'new', 1, $1::jsonb)", [legs]);
    const next = await client.query<{ place: string }>('select max(place)::text as place from posting');
    expect(Number(next.rows[0]?.place)).toBeGreaterThan(Number(last.rows[0]?.place));
  });

  it('keeps the log verifiable: the roots that lie outside still fit', async () => {
    const tenant = await city();
    const actor = actorIn(tenant);
    const before = await database().store.as(actor, readLog);
    const from = place();
    await withClient((client) => backUp(client, from));
    const client = await empty();
    await restore(client, from);
    const { rows } = await client.query<{
      at: Date;
      prev: Buffer;
      hash: Buffer;
      body: string;
      chain: string;
      seq: number;
      kind: string;
    }>('select * from tihang.log_entry where tenant = $1 order by chain, seq', [tenant]);
    const restored = rows.map(({ chain, seq, kind, body, at, prev, hash }) => ({
      tenant,
      chain,
      seq,
      kind,
      body,
      at: at.toISOString(),
      prev: prev.toString('hex'),
      hash: hash.toString('hex'),
    }));
    expect(restored).toEqual(before);
    expect(verifyLog(restored, [], sha256).broken).toBeNull();
  });

  it('I27 locks payments of every tenant after it was put back', async () => {
    const tenant = await city();
    const from = place();
    const made = await withClient((client) => backUp(client, from));
    const client = await empty();
    await restore(client, from);
    const { rows } = await client.query<{ tenant: string; backup_of: Date }>(
      'select * from tihang.restored where tenant = $1',
      [tenant],
    );
    expect(rows.map((row) => row.backup_of.toISOString())).toEqual([made.at]);
  });

  it('is not written over another, and nothing of a failed one is left under its name', async () => {
    const from = place();
    await withClient((client) => backUp(client, from));
    await expect(withClient((client) => backUp(client, from))).rejects.toMatchObject({ code: 'folder-unusable' });
    const stranger = await empty();
    await migrate(stranger);
    await stranger.query('create table tihang.stranger (a int)');
    const to = place();
    await expect(backUp(stranger, to)).rejects.toThrow('tables that no backup knows: stranger');
    expect(existsSync(to)).toBe(false);
  });

  it('is not put into a database that holds data', async () => {
    await city();
    const from = place();
    await withClient((client) => backUp(client, from));
    await expect(withClient((client) => restore(client, from))).rejects.toMatchObject({ code: 'not-empty' });
  });

  const damages: readonly (readonly [what: string, damage: (from: string) => void])[] = [
    [
      'a line too many',
      (from) =>
        appendFileSync(
          join(from, 'tenant.ndjson'),
          '{"tenant":"extracity","name":"x","made_at":"2026-01-01T00:00:00+00:00"}\n',
        ),
    ],
    [
      'a changed digit',
      (from) => {
        const path = join(from, 'leg.ndjson');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/"amount": (\d)/, '"amount": 9$1'));
      },
    ],
    ['a missing list of contents', (from) => rmSync(join(from, 'manifest.json'))],
  ];

  it.each(damages)('with %s is refused, and nothing of it stays', async (_what, damage) => {
    await city();
    const from = place();
    await withClient((client) => backUp(client, from));
    damage(from);
    const client = await empty();
    await expect(restore(client, from)).rejects.toMatchObject({ code: 'backup-broken' });
    const there = await client.query<{ table: string | null }>("select to_regclass('tihang.tenant')::text as table");
    const left = there.rows[0]?.table === null ? 0 : (await client.query('select from tihang.tenant')).rowCount;
    expect(left).toBe(0);
  });

  it('of every earlier schema comes up to this one without loss', async () => {
    const all = migrations();
    for (let known = 2; known < all.length; known++) {
      const old = await empty();
      await migrate(old, all.slice(0, known));
      await old.query("insert into tihang.tenant (tenant, name) values ('oldcity', '旧城')");
      const from = place();
      const made = await backUp(old, from);
      expect(made.migrations).toHaveLength(known);
      expect(readdirSync(from)).toHaveLength(made.tables.length + 1);
      const client = await empty();
      await restore(client, from);
      const again = await backUp(client, place());
      expect(again.migrations).toHaveLength(all.length);
      const names = new Set(made.tables.map(({ name }) => name));
      expect(again.tables.filter(({ name }) => names.has(name) && name !== 'restored')).toEqual(
        hashes(made, 'restored'),
      );
    }
  });
});

describe('the schema', () => {
  it('is brought up once', async () => {
    const client = await empty();
    expect(await migrate(client)).toEqual(migrations().map(({ name }) => name));
    expect(await migrate(client)).toEqual([]);
  });

  it('refuses a migration that was changed after it had been applied, and a database of a later version', async () => {
    const client = await empty();
    await migrate(client);
    const [first, ...rest] = migrations();
    if (first === undefined) throw new Error('there is a first migration');
    await expect(migrate(client, [{ ...first, sha256: '0' }, ...rest])).rejects.toMatchObject({
      code: 'migration-changed',
    });
    await expect(migrate(client, [first])).rejects.toMatchObject({ code: 'newer-database' });
  });
});
