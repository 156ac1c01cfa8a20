// The database as a whole, as the command line and the server take it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { actorIn, emptyDatabases, testDatabase } from '#test/support/database.ts';
import { append, readLog, readLogOf } from './log.ts';
import { asOwner, startStore } from './start.ts';

const database = testDatabase();
const empty = emptyDatabases();
const folders: string[] = [];

const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tihang-start-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const actor = actorIn('firstcity', { role: 'clock' });
const sentence = "insert into tihang.tenant (tenant, name) values ('firstcity', '第一城')";

describe('the database in a folder', () => {
  it('is brought up at the first start and holds at the next what was written', async () => {
    const where = { kind: 'folder', folder: fresh() } as const;
    const first = await startStore(where);
    await first.stop();
    await asOwner(where, (client) => client.query(sentence));
    const second = await startStore(where);
    await second.store.as(actor, (tx) => append(tx, actor, { chain: 'desk/1', kind: 'x', body: {} }));
    await second.stop();
    const third = await startStore(where);
    const seen = await third.store.as(actor, readLog);
    expect(seen).toHaveLength(1);
    await third.stop();
    // Who verifies the log reads the same, and is told where there is no such city.
    expect(await asOwner(where, (client) => readLogOf(client, 'firstcity'))).toEqual(seen);
    expect(await asOwner(where, (client) => readLogOf(client, 'nowhere'))).toBeNull();
  });
});

describe('a database of the city’s own', () => {
  const urlOf = ({ host, port, database: name, user, password }: ReturnType<typeof database>['address']): string =>
    `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`;

  it('is reached by its address, and is not ended with us', async () => {
    const { address, direct } = database();
    const { store, stop } = await startStore({ kind: 'url', url: urlOf(address), ownerUrl: null });
    expect(await store.as(actorIn('nobodycity'), (tx) => tx.selectFrom('tenant').selectAll().execute())).toEqual([]);
    await stop();
    expect((await direct.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('that was not brought up to date is refused with what to do', async () => {
    const client = await empty();
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const url = urlOf({ ...database().address, database: rows[0]?.name ?? '' });
    await expect(startStore({ kind: 'url', url, ownerUrl: null })).rejects.toMatchObject({ code: 'older-database' });
  });

  it.each(['nonsense', 'postgres://', 'postgres://host/x', 'postgres://a:b@127.0.0.1:1/x'])(
    'is not reached at %s, and that is said',
    async (url) => {
      await expect(startStore({ kind: 'url', url, ownerUrl: null })).rejects.toMatchObject({ code: 'not-reachable' });
    },
  );
});
