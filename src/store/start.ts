// The database as a whole: our own server in a folder, or the city's own by its address; schema up to date, the service let in.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startEmbedded, type Embedded } from './embedded/server.ts';
import { migrate } from './migrate.ts';
import { openStore, type OpenOptions, type ServiceAddress, type Store } from './open.ts';
import { StoreError } from './store-error.ts';

/** Where the data is. `ownerUrl` may be left out where somebody else brings the schema up to date. */
export type Where =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'url'; readonly url: string; readonly ownerUrl: string | null };

export type Started = {
  readonly store: Store;
  /** The server was found running without a parent. */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
};

const databaseName = 'tihang';

const badUrl = (cause: unknown): StoreError =>
  new StoreError(
    'not-reachable',
    {
      zh: '数据库地址不对。',
      en: 'The address of the database is wrong.',
      todo: '应为 postgres://用户:密码@主机:端口/数据库。',
    },
    cause,
  );

const addressOf = (url: string): ServiceAddress => {
  try {
    const { hostname, port, pathname, username, password } = new URL(url);
    if (hostname === '' || username === '' || pathname.length < 2)
      throw new Error('host, user and database are needed');
    return {
      host: decodeURIComponent(hostname),
      port: port === '' ? 5432 : Number(port),
      database: decodeURIComponent(pathname.slice(1)),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch (error) {
    throw badUrl(error);
  }
};

const connected = async <T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StoreError(
      'not-reachable',
      {
        zh: '连接不上数据库。',
        en: 'The database cannot be reached.',
        todo: '核对地址、账号、网络，以及数据库是否在运行。',
      },
      error,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const ownerOf = ({ host, port, superuser, password }: Embedded, database: string): pg.ClientConfig => ({
  host,
  port,
  user: superuser,
  password,
  database,
});

/** Our own server's database; made where it is missing. */
const makeDatabase = (server: Embedded): Promise<void> =>
  connected(ownerOf(server, 'postgres'), async (client) => {
    const there = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (there.rowCount === 0) await client.query(`create database ${databaseName}`);
  });

/**
 * Work as the owner of the database: bringing it up to date, backing it up, putting a backup back.
 *
 * @throws StoreError where there is no way in as the owner
 */
export const asOwner = async <T>(where: Where, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  if (where.kind === 'url') return connected(addressOf(where.ownerUrl ?? where.url), work);
  const server = await startEmbedded({ folder: where.folder });
  try {
    await makeDatabase(server);
    return await connected(ownerOf(server, databaseName), work);
  } finally {
    await server.stop();
  }
};

const startOwn = async (folder: string, options: OpenOptions): Promise<Started> => {
  const server = await startEmbedded({ folder });
  try {
    await makeDatabase(server);
    // Only this process needs it, and only while it runs.
    const password = randomBytes(24).toString('base64url');
    await connected(ownerOf(server, databaseName), async (client) => {
      await migrate(client);
      await client.query(`alter role tihang_service password '${password}'`);
    });
    const { host, port, adopted } = server;
    const store = await openStore({ host, port, database: databaseName, user: 'tihang_service', password }, options);
    const stop = async (): Promise<void> => {
      await store.close();
      await server.stop();
    };
    return { store, adopted, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/** Starts or reaches the database and opens it. `stop` ends what was started, and nothing else. */
export const startStore = async (where: Where, options: OpenOptions = {}): Promise<Started> => {
  if (where.kind === 'folder') return startOwn(where.folder, options);
  if (where.ownerUrl !== null) await connected(addressOf(where.ownerUrl), (client) => migrate(client));
  const store = await openStore(addressOf(where.url), options);
  return { store, adopted: false, stop: () => store.close() };
};
