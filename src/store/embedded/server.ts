// A real PostgreSQL as our child in a folder of ours: made at the first start, adopted where a killed parent left it running,
// ended with us.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { StoreError } from '#store/store-error.ts';
import { postgresPrograms, runner } from './binaries.ts';
import { makeCluster, makeHome, superuser } from './folder.ts';
import { hold, isAlive } from './holder.ts';

/** How to reach a server: as pg.Pool takes it, without user and database. */
export type Address = { readonly host: string; readonly port: number };

export type Embedded = Address & {
  readonly superuser: string;
  readonly password: string;
  /** It was running already: a parent that was killed had left it. */
  readonly adopted: boolean;
  /** Ends the server and lets go of the folder. A second call does nothing. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly folder: string;
  /** Without it a crash of the machine may lose what was committed: for tests that are not about that. */
  readonly fsync?: boolean;
};

/** The longest path of a socket that every system takes, with the name PostgreSQL gives it. */
const longestSocket = 100;

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A socket in our folder where the system has them and the path is short enough; else the loopback address. */
const chooseAddress = async (home: string): Promise<Address> =>
  process.platform !== 'win32' && Buffer.byteLength(join(home, '.s.PGSQL.5432')) < longestSocket
    ? { host: home, port: 5432 }
    : { host: '127.0.0.1', port: await freePort() };

type Postmaster = Address & { readonly pid: number };

/** What a running server has written of itself: number of the process on line 1, port on 4, socket folder on 5, host on 6. */
const postmasterIn = (home: string): Postmaster | null => {
  try {
    const lines = readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isInteger(pid) || !Number.isInteger(port) || port === 0 || !isAlive(pid)) return null;
    const socket = lines[4]?.trim() ?? '';
    return { pid, port, host: socket === '' ? '127.0.0.1' : socket };
  } catch {
    return null;
  }
};

/** After a restart of the machine the number may belong to anybody. PostgreSQL works in its data folder; who does not is not it. */
const worksIn = (pid: number, data: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
};

const answers = async (address: Address, password: string): Promise<boolean> => {
  const client = new pg.Client({ ...address, user: superuser, database: 'postgres', password });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const didNotStart = (home: string): StoreError => {
  const log = existsSync(join(home, 'postgres.log')) ? readFileSync(join(home, 'postgres.log'), 'utf8') : '';
  const last = log.trimEnd().split('\n').slice(-3).join('\n');
  return new StoreError('did-not-start', {
    zh: `数据库没有启动：${last}`,
    en: `The database did not start: ${last}`,
    todo: `全部记录见 ${join(home, 'postgres.log')}。`,
  });
};

const optionsFor = (address: Address, home: string, fsync: boolean): readonly string[] => {
  const isSocket = address.host === home;
  const settings = {
    listen_addresses: isSocket ? '' : address.host,
    unix_socket_directories: isSocket ? home : '',
    unix_socket_permissions: '0700',
    port: String(address.port),
    max_connections: '60',
    timezone: 'UTC',
    ...(fsync ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

type Way = {
  readonly programs: string;
  readonly home: string;
  readonly address: Address;
  readonly password: string;
  readonly fsync: boolean;
};

/** @returns the number of the process, once the server answers */
const begin = async ({ programs, home, address, password, fsync }: Way): Promise<number> => {
  const log = openSync(join(home, 'postgres.log'), 'a');
  // Its own process group: a Ctrl+C in the terminal is ours to handle, and ends the server after the last answer.
  const child = spawn(join(programs, 'postgres'), ['-D', join(home, 'postgres'), ...optionsFor(address, home, fsync)], {
    ...runner(),
    cwd: home,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  for (let waited = 0; waited < 30_000 && !ended; waited += 50) {
    if (child.pid !== undefined && (await answers(address, password))) return child.pid;
    await pause(50);
  }
  if (child.pid !== undefined && !ended) process.kill(child.pid, 'SIGINT');
  throw didNotStart(home);
};

const end = async (pid: number): Promise<void> => {
  // Fast: clients are cut off, what was not committed is undone. Immediate, if that takes too long: it recovers at the next start.
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 2000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < patience && isAlive(pid); waited += 20) await pause(20);
  }
};

/**
 * Makes room where a file speaks of a server that does not answer. One that works there is on its way up or down: it is ended,
 * and a new one recovers what it left. A stranger that came to the same number is left alone, and the file goes: PostgreSQL
 * itself would take the stranger for a server.
 */
const clear = async (pid: number, home: string): Promise<void> => {
  if (worksIn(pid, join(home, 'postgres'))) await end(pid);
  else if (process.platform === 'linux') rmSync(join(home, 'postgres/postmaster.pid'), { force: true });
};

/** How often it is looked whether the server is still there, in milliseconds. */
const watchEvery = 500;

/**
 * Keeps a server going at its address: one that went down by itself is started again, until it comes up or is stopped.
 *
 * @returns a function that stops watching and ends the server
 */
const keepGoing = (first: number, way: Way): (() => Promise<void>) => {
  let pid = first;
  let work: Promise<void> | null = null;
  const revive = async (): Promise<void> => {
    // Its children may live a little longer and hold its memory: then the next look tries again.
    pid = await begin(way).catch(() => pid);
  };
  const timer = setInterval(() => {
    if (work !== null || isAlive(pid)) return;
    work = revive().finally(() => (work = null));
  }, watchEvery);
  // It keeps nothing running by itself.
  timer.unref();
  return async () => {
    clearInterval(timer);
    await work;
    await end(pid);
  };
};

/**
 * Starts or adopts the server of a folder, and keeps it going.
 *
 * @throws StoreError `folder-held`, `folder-unusable`, `no-postgres`, `did-not-start`
 */
export const startEmbedded = async ({ folder, fsync = true }: EmbeddedOptions): Promise<Embedded> => {
  const as = runner();
  const home = makeHome(resolve(folder), as);
  const letGo = hold(home);
  try {
    const programs = postgresPrograms(home);
    makeCluster(programs, home, as);
    const password = readFileSync(join(home, 'password'), 'utf8').trim();
    const running = postmasterIn(home);
    const adopted = running !== null && (await answers(running, password));
    if (running !== null && !adopted) await clear(running.pid, home);
    const { host, port } = adopted ? running : await chooseAddress(home);
    const way = { programs, home, address: { host, port }, password, fsync };
    const stopServer = keepGoing(adopted ? running.pid : await begin(way), way);
    let stopped = false;
    const stop = async (): Promise<void> => {
      if (stopped) return;
      stopped = true;
      await stopServer();
      letGo();
    };
    return { host, port, superuser, password, adopted, stop };
  } catch (error) {
    letGo();
    throw error;
  }
};
