// Our own PostgreSQL when things go wrong: parents that are killed, two that want one folder, a first start cut short.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive } from './holder.ts';
import { startEmbedded, type Embedded } from './server.ts';

const script = resolve(import.meta.dirname, '../../../test/support/hold-postgres.ts');
const folders: string[] = [];
const servers: Embedded[] = [];
const parents: ChildProcess[] = [];

const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tihang-data-'));
  folders.push(folder);
  return folder;
};

const start = async (folder: string): Promise<Embedded> => {
  const server = await startEmbedded({ folder });
  servers.push(server);
  return server;
};

/** A process of its own that holds the folder; what it said first. */
const parent = async (folder: string): Promise<{ child: ChildProcess; said: Readonly<Record<string, unknown>> }> => {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  parents.push(child);
  const [line]: unknown[] = await once(child.stdout, 'data');
  return { child, said: JSON.parse(String(line)) as Readonly<Record<string, unknown>> }; // written by the script above
};

const gone = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};

const query = async ({ host, port, superuser, password }: Embedded, text: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ host, port, user: superuser, password, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

const pidOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

afterEach(async () => {
  for (const child of parents.splice(0))
    if (child.exitCode === null && child.signalCode === null) await gone(child, 'SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) {
    // A server that a test left orphaned is taken over once more, to be ended.
    if (existsSync(join(folder, 'postgres/postmaster.pid'))) await (await startEmbedded({ folder })).stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('our own PostgreSQL', () => {
  it('is made at the first start, keeps what was written, and ends with us', async () => {
    const folder = fresh();
    const first = await start(folder);
    expect(first.adopted).toBe(false);
    await query(first, 'create table kept (a int); insert into kept values (7)');
    const pid = pidOf(folder);
    await first.stop();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(await query(await start(folder), 'select a from kept')).toEqual([{ a: 7 }]);
  });

  it('is adopted with what it holds when its parent was killed', async () => {
    const folder = fresh();
    const { child } = await parent(folder);
    const pid = pidOf(folder);
    await gone(child, 'SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const server = await start(folder);
    expect(server.adopted).toBe(true);
    expect(pidOf(folder)).toBe(pid);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('refuses a folder that another holds, with who it is, and leaves that one alone', async () => {
    const folder = fresh();
    const { child } = await parent(folder);
    await expect(startEmbedded({ folder })).rejects.toThrow(`进程 ${child.pid}`);
    expect(isAlive(pidOf(folder))).toBe(true);
    const second = await parent(folder);
    expect(second.said).toEqual({ refused: 'folder-held' });
    await gone(child, 'SIGTERM');
    expect((await start(folder)).adopted).toBe(false);
  });

  it('comes back with what was committed when the server itself was killed', async () => {
    const folder = fresh();
    const server = await start(folder);
    await query(server, 'create table kept (a int); insert into kept values (7)');
    process.kill(pidOf(folder), 'SIGKILL');
    await server.stop();
    const again = await start(folder);
    expect(again.adopted).toBe(false);
    expect(await query(again, 'select a from kept')).toEqual([{ a: 7 }]);
  });

  it('is started again where it was, when it went down by itself', async () => {
    const folder = fresh();
    const server = await start(folder);
    await query(server, 'create table kept (a int); insert into kept values (7)');
    const pid = pidOf(folder);
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => query(server, 'select a from kept').catch(() => []), { timeout: 15_000 })
      .toEqual([{ a: 7 }]);
    expect(pidOf(folder)).not.toBe(pid);
  });

  it('does not touch a stranger that has the number of an old server', async () => {
    const folder = fresh();
    const server = await start(folder);
    await server.stop();
    const stranger = spawn('sleep', ['60']);
    parents.push(stranger);
    writeFileSync(
      join(folder, 'postgres/postmaster.pid'),
      [stranger.pid, join(folder, 'postgres'), 1, 5432, folder, '', 0, 'ready', ''].join('\n'),
    );
    const again = await start(folder);
    expect(again.adopted).toBe(false);
    expect(stranger.exitCode).toBeNull();
    expect(await query(again, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts anew after a first start that was cut short', async () => {
    const folder = fresh();
    mkdirSync(join(folder, 'postgres.new'));
    writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18\n');
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/half'), '');
    expect(await query(await start(folder), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says that a folder cannot be used where a file stands in its place', async () => {
    const folder = join(fresh(), 'file');
    writeFileSync(folder, '');
    await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'folder-unusable' });
  });

  it('is reached by nobody without its password', async () => {
    const folder = fresh();
    const { host, port, superuser } = await start(folder);
    const client = new pg.Client({ host, port, user: superuser, password: 'guessed', database: 'postgres' });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});
