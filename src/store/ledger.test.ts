// The ledger on a real PostgreSQL against the pure one: the same answers one after another, and the laws under sixteen at once.
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accounts, books } from '#casework/ledger/accounts.ts';
import { emptyJournal, record, replay, type Journal } from '#casework/ledger/journal.ts';
import type { Amounts, Keys } from '#casework/ledger/legs.ts';
import { identities, type Entry } from '#casework/ledger/posting.ts';
import { amountsFor, keys as allKeys, rows } from '#casework/ledger/table-rows.ts';
import { transferNames, type TransferName } from '#casework/ledger/transfers.ts';
import { drawnKeys } from '#test/support/drawn-ledger.ts';
import { actorIn, freshTenant, testDatabase, refusalOf } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { differences, LedgerRefused, postEvent, readBalances, readPostings } from './ledger.ts';
import { append } from './log.ts';

const database = testDatabase();

const amountNames = ['amount', 'demand', 'base', 'rest', 'ceiling', 'support', 'cash', 'recoverable'] as const;
const amountsOf = (amount: bigint): Amounts => Object.fromEntries(amountNames.map((name) => [name, amount]));

const entryOf = (transfer: TransferName, amount: bigint | Amounts, keys: Keys): Entry => ({
  transfer,
  keys,
  amounts: typeof amount === 'bigint' ? amountsOf(amount) : amount,
});

/** An event as an action does it: an entry of the log, and its posting in the same transaction. */
const happen = async (actor: StoreActor, chain: string, key: string, entries: readonly Entry[]) => {
  try {
    return await database().store.as(actor, async (tx) => {
      const { seq } = await append(tx, actor, { chain, kind: 'money', body: { key } });
      return postEvent(tx, actor, { key, entries, cause: { chain, seq } });
    });
  } catch (error) {
    if (error instanceof LedgerRefused) return error.refusal;
    throw error;
  }
};

type Drawn = { readonly transfer: TransferName; readonly amount: bigint; readonly keys: Keys };

const keysFor = (tenant: string, given: Keys): Keys => ({ ...allKeys, ...given, tenant });

const drawn = (seed: number, count: number): readonly Drawn[] =>
  fc.sample(
    fc.record({
      transfer: fc.constantFrom(...transferNames),
      amount: fc.bigInt({ min: 0n, max: 4n }),
      keys: drawnKeys,
    }),
    { numRuns: count, seed },
  );

describe('the chart of accounts', () => {
  it('is the same in the database as in the program', async () => {
    const { rows: stored } = await database().direct.query(
      'select code, book, side, book_keys from tihang.account_code order by code',
    );
    const own = Object.entries(accounts).map(([code, { book, side }]) => ({
      code,
      book,
      side,
      book_keys: books[book].per.length,
    }));
    expect(stored).toEqual(own.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
  });
});

describe('one after another', () => {
  const seen = new Set<TransferName>();

  it('says of every event what the pure ledger says, and holds the same afterwards', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    let journal: Journal = emptyJournal;
    let n = 0;
    const step = async (transfer: TransferName, amount: bigint | Amounts, keys: Keys): Promise<void> => {
      const [key, entries] = [`event-${n++}`, [entryOf(transfer, amount, keys)]];
      const model = record(journal, key, entries);
      const real = await happen(actor, 'desk/1', key, entries);
      expect(real, transfer).toEqual(model.ok ? { repeated: false } : model.refusal);
      if (!model.ok) return;
      ({ journal } = model);
      seen.add(transfer);
    };
    // Every row of the table after the shortest history that allows it, and what chance brings in between.
    const chance = drawn(7, transferNames.length);
    for (const [index, transfer] of transferNames.entries()) {
      const keys = keysFor(tenant, chance[index]?.keys ?? {});
      for (const each of [...rows[transfer].after, transfer]) await step(each, amountsFor(each), keys);
      const other = chance[index];
      if (other !== undefined) await step(other.transfer, other.amount, keysFor(tenant, other.keys));
    }
    const held = await database().store.as(actor, readBalances);
    expect(held).toEqual(journal.balances);
    expect(await database().store.as(actor, differences), 'I25').toEqual([]);
    expect(identities(held), 'I2').toEqual([]);
  }, 60_000);

  it('hit every cell of the table', () => {
    console.info(`${seen.size} of ${transferNames.length} rows of the table of transfers were posted on PostgreSQL`);
    expect(transferNames.filter((name) => !seen.has(name))).toEqual([]);
  });
});

describe('sixteen at once', () => {
  it('keep every law, and their postings replay from nothing in the order in which they took effect', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    const refusals = new Map<string, number>();
    let posted = 0;
    const worker = async (id: number): Promise<void> => {
      const own = drawn(100 + id, 12);
      for (const [index, { transfer, amount, keys }] of own.entries())
        for (const [at, each] of [...rows[transfer].after, transfer].entries()) {
          const entries = [entryOf(each, amount, keysFor(tenant, keys))];
          const done = await happen(actor, `desk/${id}`, `${id}-${index}-${at}`, entries);
          if ('code' in done) refusals.set(done.code, (refusals.get(done.code) ?? 0) + 1);
          else posted++;
        }
    };
    await Promise.all(Array.from({ length: 16 }, (_, id) => worker(id)));
    const { store } = database();
    const postings = await store.as(actor, readPostings);
    expect(postings).toHaveLength(posted);
    expect(posted).toBeGreaterThan(200);
    // Some were refused for want of money: the runs did meet.
    expect(refusals.get('below-zero') ?? 0).toBeGreaterThan(0);
    const replayed = replay(postings);
    const held = await store.as(actor, readBalances);
    expect(replayed, 'I25').toEqual({ ok: true, balances: held });
    expect(identities(held), 'I2').toEqual([]);
  }, 90_000);

  it('I17 post an event once, however often and at the same moment it comes', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    const entries = [entryOf('T01', 5n, keysFor(tenant, { year: '2026', part: 'p1' }))];
    const all = await Promise.all(
      Array.from({ length: 16 }, (_, n) => happen(actor, `desk/${n}`, 'the budget of 2026', entries)),
    );
    expect(all.filter((done) => 'repeated' in done && !done.repeated)).toHaveLength(1);
    expect(all.filter((done) => 'repeated' in done && done.repeated)).toHaveLength(15);
    const other = [entryOf('T01', 6n, keysFor(tenant, { year: '2026', part: 'p1' }))];
    expect(await happen(actor, 'desk/1', 'the budget of 2026', other)).toEqual({
      code: 'key-reused',
      key: 'the budget of 2026',
    });
  });
});

describe('nobody goes round it', () => {
  it('a refusal leaves nothing of the action, in the log neither', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    const keys = keysFor(tenant, { year: '2026', part: 'p1' });
    expect(await happen(actor, 'desk/1', 'no money', [entryOf('T08', 1n, keys)])).toMatchObject({ code: 'below-zero' });
    const left = await database().direct.query('select from tihang.log_entry where tenant = $1', [tenant]);
    expect(left.rowCount).toBe(0);
  });

  it('I17 an entry of the log has one posting', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    const keys = keysFor(tenant, { year: '2026', part: 'p1' });
    const twice = database().store.as(actor, async (tx) => {
      const { seq } = await append(tx, actor, { chain: 'desk/1', kind: 'money', body: {} });
      const cause = { chain: 'desk/1', seq };
      await postEvent(tx, actor, { key: 'one', entries: [entryOf('T01', 1n, keys)], cause });
      await postEvent(tx, actor, { key: 'two', entries: [entryOf('T01', 1n, keys)], cause });
    });
    expect(await refusalOf(twice)).toBe('23505');
  });

  it('I26 a closed year takes no new event, and one that had come before may come again', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant, { role: 'city-treasury' });
    const keys = keysFor(tenant, { year: '2025', part: 'p1' });
    const entries = [entryOf('T01', 5n, keys)];
    expect(await happen(actor, 'budget', 'b-2025', entries)).toEqual({ repeated: false });
    await database().store.as(actor, async (tx) => {
      const { seq } = await append(tx, actor, { chain: 'budget', kind: 'close-year', body: { year: '2025' } });
      await tx.insertInto('closed_year').values({ tenant, year: '2025', chain: 'budget', seq }).execute();
    });
    expect(await happen(actor, 'budget', 'b-2025-more', entries)).toEqual({
      code: 'closed-year',
      year: '2025',
      transfer: 'T01',
    });
    expect(await happen(actor, 'budget', 'b-2025', entries)).toEqual({ repeated: true });
  });

  it.each(['tihang_app', 'tihang_owner', 'postgres'])('I24 postings and legs are not changed as %s', async (role) => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    await happen(actor, 'desk/1', 'one', [entryOf('T01', 1n, keysFor(tenant, { year: '2026', part: 'p1' }))]);
    const tries = [
      'update posting set key = $$x$$',
      'delete from posting',
      'truncate posting cascade',
      'update leg set amount = 2',
      'delete from leg',
      'truncate leg',
      'update account_code set side = $$D$$',
      'update closed_year set year = $$2024$$',
      'delete from natural_key',
    ];
    for (const text of tries) {
      const client = await database().direct.connect();
      try {
        await client.query(`begin; set local search_path = tihang; set local tihang.tenant = '${tenant}'`);
        if (role !== 'postgres') await client.query(`set local role ${role}`);
        expect(await refusalOf(client.query(text)), text).toBe('42501');
      } finally {
        await client.query('rollback');
        client.release(true);
      }
    }
  });

  it.each([
    "insert into posting (tenant, key, transfers, chain, seq) select tenant, 'x', '{T01}', chain, seq from log_entry limit 1",
    "insert into leg (tenant, key, n, debit, credit, amount, takes) values (actor_tenant(), 'one', 9, 'a', 'b', 1, 'amount')",
    "insert into balance (tenant, account, amount) values (actor_tenant(), 'F11/x', 1)",
    'update balance set amount = amount + 1',
    'delete from balance',
    "select move_balance('F11/x', 'D', 1)",
  ])('the app posts by the one function only: %s', async (text) => {
    const tenant = await freshTenant(database());
    const client = await database().direct.connect();
    try {
      await client.query(`begin; set local search_path = tihang; set local tihang.tenant = '${tenant}'`);
      await client.query("set local tihang.person = 'li'; set local role tihang_app");
      expect(await refusalOf(client.query(text))).toBe('42501');
    } finally {
      await client.query('rollback');
      client.release(true);
    }
  });

  it('a leg across books, into another city or into no account is refused by the database itself', async () => {
    const tenant = await freshTenant(database());
    const actor = actorIn(tenant);
    const cross = (debit: string, credit: string) =>
      refusalOf(
        database().store.as(actor, async (tx) => {
          const { seq } = await append(tx, actor, { chain: 'desk/1', kind: 'money', body: {} });
          const legs = JSON.stringify([{ debit, credit, amount: '1', takes: 'amount' }]);
          await sql`select post('x', '{T01}'::text[], 'desk/1', ${seq}, ${legs}::jsonb)`.execute(tx);
        }),
      );
    expect(await cross(`F11/${tenant}/tech/2026/city/line`, `F10/${tenant}/tech/2025/city`)).toBe('TH004');
    expect(await cross(`F11/${tenant}/tech/2026/city/line`, `R20/${tenant}/r/principal`)).toBe('TH004');
    expect(await cross('F11/elsewhere/tech/2026/city/line', 'F10/elsewhere/tech/2026/city')).toBe('23514');
    expect(await cross(`Z99/${tenant}/x`, `F10/${tenant}/tech/2026/city`)).toBe('23514');
  });
});
