// npm run bench-store: what the store does in a second on this machine, with sixteen connections and everything durable.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from '#store/cases.ts';
import { postEvent, readPostings } from '#store/ledger.ts';
import { append, readLog, sha256 } from '#store/log.ts';
import { once } from '#store/once.ts';
import { asOwner, startStore } from '#store/start.ts';
import { replay } from '#casework/ledger/journal.ts';
import { verifyLog } from '#casework/log/verify.ts';
import type { StoreActor } from '#store/actor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tihang-bench-'));
const where = { kind: 'folder', folder } as const;
const tenant = 'bench';
const seconds = 5;
const connections = 16;

await (await startStore(where)).stop();
await asOwner(where, (client) => client.query("insert into tihang.tenant (tenant, name) values ($1, '城')", [tenant]));
const { store, stop } = await startStore(where, { connections });

const clock: StoreActor = { tenant, person: 'clock', role: 'clock', jurisdiction: 'city', organisation: 'city' };
const firm: StoreActor = { tenant, person: 'zhang', role: 'legal-person', jurisdiction: 'east', organisation: 'firm' };

const id = (): string => randomBytes(8).toString('hex');

/** Both run the road of one person: a case opened and handed in; a budget line given once for its key. */
const works = {
  'actions on cases': async () => {
    const given = { case: id(), rulebook: 'sha256:bench' };
    await store.as(firm, (tx) =>
      act(tx, firm, {
        ...given,
        id: id(),
        kind: 'open',
        payload: {
          procedure: 'service',
          matter: 'bench',
          firm: 'firm',
          jurisdiction: 'east',
          decidedBy: 'city',
          stages: [],
          silenceAcceptsBy: null,
        },
      }),
    );
  },
  'money commands, each with its key, its entry and its posting': async () => {
    const key = id();
    await store.as(clock, (tx) =>
      once(tx, clock, { key, request: key }, async () => {
        const chain = `desk/${key}`;
        const { seq } = await append(tx, clock, { chain, kind: 'money', body: {} });
        const keys = { tenant, fund: key, year: '2026', funder: 'city', budgetLine: 'line' };
        await postEvent(tx, clock, {
          key,
          entries: [{ transfer: 'T01', keys, amounts: { amount: 100n } }],
          cause: { chain, seq },
        });
        return { status: 201, body: '' };
      }),
    );
  },
} as const;

const rate = async (work: () => Promise<void>): Promise<number> => {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await work();
        count++;
      }
    }),
  );
  return count / seconds;
};

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, PostgreSQL of our own, fsync on`,
);
for (const [name, work] of Object.entries(works)) console.log(`${name}: ${Math.round(await rate(work))} a second`);

const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
  const from = performance.now();
  const value = await work();
  console.log(`${name}: ${((performance.now() - from) / 1000).toFixed(2)} s`);
  return value;
};
const entries = await store.as(clock, readLog);
await timed(`verifying ${entries.length} entries of the log`, () => verifyLog(entries, [], sha256));
const postings = await store.as(clock, readPostings);
await timed(`replaying ${postings.length} postings from nothing`, () => replay(postings));
await stop();
rmSync(folder, { recursive: true, force: true });
