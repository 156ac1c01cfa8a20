// A database of its own for a test file, on the server that the runner started, with the schema of this version.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { StoreActor } from '#store/actor.ts';
import { errorCode } from '#store/error-code.ts';
import { migrate } from '#store/migrate.ts';
import { openStore, type ServiceAddress, type Store } from '#store/open.ts';

export type TestDatabase = {
  readonly store: Store;
  readonly address: ServiceAddress;
  /** As the superuser, past every rule: to look at, and to try what must be refused. */
  readonly direct: pg.Pool;
};

const servicePassword = 'only-for-tests';

const connect = (database: string): pg.Pool => {
  const { host, port, superuser, password } = inject('postgres');
  const pool = new pg.Pool({ host, port, user: superuser, password, database, max: 4 });
  pool.on('error', () => undefined);
  return pool;
};

const makeDatabase = async (name: string): Promise<void> => {
  const server = connect('postgres');
  await server.query(`create database ${name}`);
  await server.end();
};

/** Databases without any schema, dropped when the tests of the file are done. */
export const emptyDatabases = (): (() => Promise<pg.PoolClient>) => {
  const made: { readonly name: string; readonly pool: pg.Pool; readonly client: pg.PoolClient }[] = [];
  afterAll(async () => {
    const server = connect('postgres');
    for (const { name, pool, client } of made) {
      client.release(true);
      await pool.end();
      await server.query(`drop database if exists ${name} with (force)`);
    }
    await server.end();
  });
  return async () => {
    const name = `e_${randomBytes(6).toString('hex')}`;
    await makeDatabase(name);
    const pool = connect(name);
    const client = await pool.connect();
    made.push({ name, pool, client });
    return client;
  };
};

/** Drops it when the tests of the file are done. */
export const testDatabase = (): (() => TestDatabase) => {
  const name = `t_${randomBytes(6).toString('hex')}`;
  let made: TestDatabase | null = null;
  beforeAll(async () => {
    await makeDatabase(name);
    const direct = connect(name);
    const client = await direct.connect();
    await migrate(client);
    await client.query(`alter role tihang_service password '${servicePassword}'`);
    client.release();
    const { host, port } = inject('postgres');
    const address = { host, port, database: name, user: 'tihang_service', password: servicePassword };
    made = { store: await openStore(address), address, direct };
  });
  afterAll(async () => {
    await made?.store.close();
    await made?.direct.end();
    const server = connect('postgres');
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  });
  return () => {
    if (made === null) throw new Error('the database is there only inside tests');
    return made;
  };
};

let tenants = 0;

/** Tests are kept apart by tenant: each takes a fresh one. */
export const freshTenant = async ({ direct }: TestDatabase): Promise<string> => {
  const tenant = `city${process.pid}n${tenants++}`;
  await direct.query('insert into tihang.tenant (tenant, name) values ($1, $2)', [tenant, tenant]);
  return tenant;
};

export const actorIn = (tenant: string, other: Partial<StoreActor> = {}): StoreActor => ({
  tenant,
  person: 'li',
  role: 'handler',
  jurisdiction: 'city',
  organisation: 'bureau',
  ...other,
});

/** The code with which the database or the store refused; a sentence where nothing did. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused it',
    (error: unknown) => errorCode(error) || String(error),
  );
