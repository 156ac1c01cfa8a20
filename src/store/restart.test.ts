// The database is killed while money commands run: each is asked again with its key until it is answered, and was done once.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { amountsFor, keys } from '#casework/ledger/table-rows.ts';
import { verifyLog } from '#casework/log/verify.ts';
import { actorIn } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { differences, postEvent, readBalances, readPostings } from './ledger.ts';
import { append, readLog, sha256 } from './log.ts';
import { once } from './once.ts';
import type { Store } from './open.ts';
import { asOwner, startStore } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'tihang-restart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const where = { kind: 'folder', folder } as const;
const tenant = 'shakencity';
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const addBudget = (store: Store, actor: StoreActor, key: string) =>
  store.as(actor, (tx) =>
    once(tx, actor, { key, request: key }, async () => {
      const chain = `desk/${actor.person}`;
      const { seq } = await append(tx, actor, { chain, kind: 'money', body: { key } });
      const entries = [{ transfer: 'T01' as const, keys: { ...keys, tenant }, amounts: amountsFor('T01') }];
      await postEvent(tx, actor, { key, entries, cause: { chain, seq } });
      return { status: 201, body: key };
    }),
  );

/** As a client does: the same key until there is an answer. */
const untilAnswered = async (store: Store, actor: StoreActor, key: string): Promise<number> => {
  for (let tries = 1; ; tries++) {
    try {
      await addBudget(store, actor, key);
      return tries;
    } catch (error) {
      if (tries === 100) throw error;
      await pause(50);
    }
  }
};

describe('a database that is killed under load', () => {
  it('comes back by itself, and every command was done once', async () => {
    await (await startStore(where)).stop();
    await asOwner(where, (client) =>
      client.query("insert into tihang.tenant (tenant, name) values ($1, '城')", [tenant]),
    );
    const { store, stop } = await startStore(where);
    const workers = Array.from({ length: 8 }, (_, n) => actorIn(tenant, { role: 'clock', person: `p${n}` }));
    const each = 60;
    const all = each * workers.length;
    let tries = 0;
    let left = workers.length;
    const work = workers.map(async (actor) => {
      for (let n = 0; n < each; n++) {
        const took = await untilAnswered(store, actor, `${actor.person}-${n}`);
        tries += took;
      }
      left--;
    });
    const killer = async (): Promise<number> => {
      let kills = 0;
      while (left > 0 && kills < 3) {
        await pause(150);
        process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
        kills++;
        await pause(1500);
      }
      return kills;
    };
    const [kills] = await Promise.all([killer(), ...work]);
    expect(kills).toBeGreaterThan(0);
    expect(tries).toBeGreaterThan(all);
    const [clock] = workers;
    if (clock === undefined) throw new Error('there are workers');
    const end = await store.as(clock, async (tx) => ({
      postings: await readPostings(tx),
      balances: await readBalances(tx),
      log: await readLog(tx),
      differences: await differences(tx),
    }));
    await stop();
    expect(end.postings).toHaveLength(all);
    expect(end.log).toHaveLength(all);
    expect([...end.balances.values()]).toEqual([48_000n, 48_000n]);
    expect(end.differences).toEqual([]);
    expect(verifyLog(end.log, [], sha256).broken).toBeNull();
  }, 120_000);
});
