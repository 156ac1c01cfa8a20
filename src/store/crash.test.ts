// Every point at which a money command can be cut off: before each statement, and after each whose answer is lost. Whatever
// happens, the command is done whole or not at all, and asking again with the same key does it once.
import { describe, expect, it } from 'vitest';
import { verifyLog } from '#casework/log/verify.ts';
import { amountsFor, keys } from '#casework/ledger/table-rows.ts';
import type { TransferName } from '#casework/ledger/transfers.ts';
import { cutting } from '#test/support/cut-connection.ts';
import { actorIn, freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { differences, postEvent, readBalances, readPostings } from './ledger.ts';
import { append, readLog, sha256 } from './log.ts';
import { once } from './once.ts';

const database = testDatabase();

/** A money command as the API runs it: once for its key, an entry of the log, its posting. */
const command = (actor: StoreActor, transfer: TransferName) =>
  database().store.as(actor, (tx) =>
    once(tx, actor, { key: `do ${transfer}`, request: transfer }, async () => {
      const { seq } = await append(tx, actor, { chain: 'desk/1', kind: 'money', body: { transfer } });
      const entries = [{ transfer, keys: { ...keys, tenant: actor.tenant }, amounts: amountsFor(transfer) }];
      await postEvent(tx, actor, { key: `event ${transfer}`, entries, cause: { chain: 'desk/1', seq } });
      return { status: 201, body: `{"seq":${seq}}` };
    }),
  );

const before: readonly TransferName[] = ['T01', 'T05', 'T07-asked', 'T09'];
const city = async (): Promise<StoreActor> => {
  const actor = actorIn(await freshTenant(database()), { role: 'clock' });
  for (const transfer of before) await command(actor, transfer);
  return actor;
};

const stateOf = (actor: StoreActor) =>
  database().store.as(actor, async (tx) => ({
    log: (await readLog(tx)).length,
    postings: (await readPostings(tx)).length,
    inFlight: [...(await readBalances(tx))]
      .filter(([account]) => account.startsWith('F40/'))
      .map(([, amount]) => amount),
    answered: (await tx.selectFrom('answered').select('key').execute()).length,
  }));

const undone = { log: 4, postings: 4, inFlight: [], answered: 4 };
const done = { log: 5, postings: 5, inFlight: [100n], answered: 5 };

describe('a command that is cut off', () => {
  it('at any statement is done whole or not at all, and once when it is asked again', async () => {
    const whole = await cutting(null, async () => command(await city(), 'T11'));
    expect(whole.outcome.ok).toBe(true);
    const actor0 = await city();
    const { statements } = await cutting(null, () => command(actor0, 'T11'));
    expect(statements.at(0)).toMatch(/^(?:begin|start transaction)/i);
    expect(statements.at(-1)).toMatch(/^commit/i);
    expect(statements.length).toBeGreaterThan(10);
    // The first two statements only put the actor on: a connection that is lost there is replaced, and the command goes through.
    const dressed = 2;
    const results: string[] = [];
    for (let at = 1; at <= statements.length; at++)
      for (const when of ['before', 'answer-lost'] as const) {
        const actor = await city();
        const { outcome } = await cutting({ at, when }, () => command(actor, 'T11'));
        const isReplaced = at <= dressed;
        expect(outcome.ok, `${when} ${statements[at - 1]}`).toBe(isReplaced);
        const isCommitted = isReplaced || (at === statements.length && when === 'answer-lost');
        // The server notices a dead connection by itself; until then its locks hold the next command back, not off.
        await expect.poll(() => stateOf(actor), { timeout: 5000 }).toEqual(isCommitted ? done : undone);
        expect(await command(actor, 'T11')).toMatchObject({ kind: isCommitted ? 'again' : 'done' });
        expect(await stateOf(actor), `${when} ${statements[at - 1]}`).toEqual(done);
        expect(await command(actor, 'T11')).toMatchObject({ kind: 'again' });
        expect(await database().store.as(actor, differences)).toEqual([]);
        expect(verifyLog(await database().store.as(actor, readLog), [], sha256).broken).toBeNull();
        results.push(`${when} ${at}`);
      }
    expect(results).toHaveLength(2 * statements.length);
  }, 120_000);

  it('by a database that goes down in the middle is done whole or not at all', async () => {
    const actor = await city();
    const down = database().direct.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tihang_service'",
    );
    const [outcome] = await Promise.allSettled([command(actor, 'T11'), down]);
    expect([done, undone]).toContainEqual(await stateOf(actor));
    const again = await command(actor, 'T11');
    // Where the answer was lost the command may have been done: then it is not done a second time.
    expect(outcome.status === 'fulfilled' ? ['again'] : ['again', 'done']).toContain(again.kind);
    expect(await stateOf(actor)).toEqual(done);
  });
});
