// What the one way into the database promises, on a real PostgreSQL.
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { actorIn, freshTenant, testDatabase, refusalOf } from '#test/support/database.ts';

const database = testDatabase();

describe('a transaction on behalf of an actor', () => {
  it('sees its own tenant only', async () => {
    const [mine, other] = [await freshTenant(database()), await freshTenant(database())];
    const seen = await database().store.as(actorIn(mine), (tx) => tx.selectFrom('tenant').select('tenant').execute());
    expect(seen).toEqual([{ tenant: mine }]);
    expect(seen).not.toContainEqual({ tenant: other });
  });

  it('is forgotten by the connection that it used', async () => {
    const tenant = await freshTenant(database());
    await database().store.as(actorIn(tenant), (tx) => tx.selectFrom('tenant').selectAll().execute());
    const service = new pg.Client(database().address);
    await service.connect();
    const left = await service.query("select current_setting('tihang.tenant', true) as tenant, current_user as who");
    expect(left.rows).toEqual([{ tenant: null, who: 'tihang_service' }]);
    await service.end();
  });

  it('is never inside another one', async () => {
    const tenant = await freshTenant(database());
    const { store } = database();
    const nested = store.as(actorIn(tenant), async () => store.as(actorIn(tenant), () => Promise.resolve(1)));
    await expect(nested).rejects.toThrow('a transaction inside a transaction');
    // And the task goes on afterwards.
    expect(await store.as(actorIn(tenant), () => Promise.resolve(2))).toBe(2);
  });

  it('is undone whole when its work fails', async () => {
    const { store } = database();
    const tenant = await freshTenant(database());
    const fresh = `${tenant}x`;
    const work = store.as(actorIn(fresh), async (tx) => {
      await tx.insertInto('tenant').values({ tenant: fresh, name: 'x' }).execute();
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await store.as(actorIn(fresh), (tx) => tx.selectFrom('tenant').selectAll().execute())).toEqual([]);
  });

  it('is tried again when it met another one, and gives up on anything else', async () => {
    const { store } = database();
    const tenant = await freshTenant(database());
    let tries = 0;
    const done = await store.as(actorIn(tenant), async (tx) => {
      tries++;
      if (tries < 3) await sql`do $$ begin raise exception 'met' using errcode = '40001'; end $$`.execute(tx);
      return tries;
    });
    expect(done).toBe(3);
    tries = 0;
    const wrong = store.as(actorIn(tenant), async (tx) => {
      tries++;
      await sql`select 1 / 0`.execute(tx);
    });
    expect(await refusalOf(wrong)).toBe('22012');
    expect(tries).toBe(1);
  });

  it('goes on after the database has thrown its connections out', async () => {
    const { store, direct } = database();
    const tenant = await freshTenant(database());
    const ask = () => store.as(actorIn(tenant), (tx) => tx.selectFrom('tenant').select('tenant').execute());
    expect(await ask()).toHaveLength(1);
    await direct.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tihang_service'");
    await new Promise((done) => setTimeout(done, 100));
    expect(await ask()).toHaveLength(1);
  });
});

describe('outside of it', () => {
  const asService = async (text: string): Promise<unknown> => {
    const client = new pg.Client(database().address);
    await client.connect();
    try {
      return await refusalOf(client.query(text));
    } finally {
      await client.end();
    }
  };

  it.each([
    'select * from tihang.tenant',
    'select * from tihang.log_entry',
    'set role postgres',
    'set role tihang_owner',
    "set session_replication_role = 'replica'",
    'create table tihang.mine (a int)',
    'create table public.mine (a int)',
    'alter role tihang_service superuser',
    'alter role tihang_service bypassrls',
  ])('the service may not: %s', async (text) => {
    expect(await asService(text)).toBe('42501');
  });

  it('the role of the app, taken without an actor, reads nothing and writes nothing', async () => {
    const client = new pg.Client(database().address);
    await client.connect();
    await client.query('set role tihang_app; set search_path = tihang');
    for (const table of ['tenant', 'log_entry', 'log_root'])
      expect((await client.query(`select * from ${table}`)).rows).toEqual([]);
    expect(await refusalOf(client.query("insert into tenant (tenant, name) values ('stolencity', 'x')"))).toBe('42501');
    await client.end();
  });
});

describe('the numbers that come back', () => {
  it('are exact: a great integer is a bigint, a date a date, a decimal its digits', async () => {
    const tenant = await freshTenant(database());
    const { rows } = await database().store.as(actorIn(tenant), (tx) =>
      sql`select 9007199254740993::int8 as fen, date '2026-02-28' as day, 0.10::numeric as rate`.execute(tx),
    );
    expect(rows).toEqual([{ fen: 9_007_199_254_740_993n, day: '2026-02-28', rate: '0.10' }]);
  });
});
