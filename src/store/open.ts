// The only way into the database: a transaction on behalf of an actor. Pool and query builder never leave this file.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { StoreActor } from './actor.ts';
import { errorCode } from './error-code.ts';
import type { Database } from './tables.ts';
import { appliedIn, migrations, pending } from './migrate.ts';
import { StoreError } from './store-error.ts';

export type Tx = Transaction<Database>;

export type Store = {
  /**
   * Runs work in one transaction on behalf of an actor. Inside, only `tx` is awaited. A conflict with another transaction is
   * tried again from the beginning, so work has no effect outside the database.
   */
  readonly as: <T>(actor: StoreActor, work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type ServiceAddress = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
};

export type OpenOptions = {
  /** A lost connection: told, so that it stands in the log. Whoever was using it gets an error of their own. */
  readonly onLost?: (error: Error) => void;
  readonly connections?: number;
};

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.NUMERIC, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'], // an overload for each format
};

const conflicts = new Set(['40001', '40P01']);
const attempts = 6;

/** A database that is on its way down or up, a connection that died in the pool. */
const isLost = (error: unknown): boolean =>
  ['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT'].includes(errorCode(error)) ||
  (error instanceof Error &&
    /^(?:Connection terminated|Client has encountered a connection error)/.test(error.message));

/**
 * How long to wait before the next attempt, in milliseconds; null where there is to be none. What met another transaction is
 * undone and may be done again. A connection that was lost before the work began has done nothing; one that was lost later may
 * have, and only who asked knows how to ask again.
 */
const waitAfter = (error: unknown, isBegun: boolean, attempt: number): number | null => {
  if (attempt === attempts) return null;
  if (conflicts.has(errorCode(error))) return 2 ** attempt;
  return !isBegun && isLost(error) ? 25 * 2 ** attempt : null;
};

const wear = ({ tenant, person, role, jurisdiction, organisation }: StoreActor) => sql`
  select set_config('role', 'tihang_app', true), set_config('search_path', 'tihang', true),
    set_config('tihang.tenant', ${tenant}, true), set_config('tihang.person', ${person}, true),
    set_config('tihang.role', ${role}, true), set_config('tihang.jurisdiction', ${jurisdiction}, true),
    set_config('tihang.organisation', ${organisation}, true)`;

const older = (names: readonly string[]): StoreError =>
  new StoreError('older-database', {
    zh: `数据库还没有升级，缺 ${names.join('、')}。`,
    en: `The database lacks ${names.join(', ')}.`,
    todo: '先用有权建表的账号升级：设置 DATABASE_OWNER_URL 后启动一次。',
  });

const notReachable = (cause: unknown): StoreError =>
  new StoreError(
    'not-reachable',
    {
      zh: '连接不上数据库。',
      en: 'The database cannot be reached.',
      todo: '核对 DATABASE_URL、网络和数据库是否在运行。',
    },
    cause,
  );

const checked = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect().catch((error: unknown) => {
    throw notReachable(error);
  });
  try {
    const todo = pending(await appliedIn(client), migrations());
    if (todo.length > 0) throw older(todo.map(({ name }) => name));
  } finally {
    client.release();
  }
};

/**
 * Connects as the service.
 *
 * @throws StoreError `not-reachable`, `older-database`, `newer-database`, `migration-changed`
 */
export const openStore = async (
  address: ServiceAddress,
  { onLost, connections = 20 }: OpenOptions = {},
): Promise<Store> => {
  const pool = new pg.Pool({
    ...address,
    types,
    max: connections,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'tihang',
  });
  // A connection may be lost while it lies in the pool, and while it is out and nothing is being asked. Without somebody who
  // hears of it the process would end with it.
  pool.on('error', (error) => onLost?.(error));
  pool.on('connect', (client) => client.on('error', (error) => onLost?.(error)));
  await checked(pool).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const once = <T>(actor: StoreActor, work: (tx: Tx) => Promise<T>, begun: () => void): Promise<T> => {
    const state = { open: true };
    return inside.run(state, () =>
      db
        .transaction()
        .execute(async (tx) => {
          await wear(actor).execute(tx);
          begun();
          return work(tx);
        })
        .finally(() => (state.open = false)),
    );
  };
  return {
    as: async (actor, work) => {
      // Two transactions of one task, each with a connection, would wait for each other for ever.
      if (inside.getStore()?.open === true) throw new Error('a transaction inside a transaction');
      for (let attempt = 1; ; attempt++) {
        let isBegun = false;
        try {
          return await once(actor, work, () => (isBegun = true));
        } catch (error) {
          const wait = waitAfter(error, isBegun, attempt);
          if (wait === null) throw error;
          await new Promise((done) => setTimeout(done, wait));
        }
      }
    },
    close: () => db.destroy(),
  };
};
