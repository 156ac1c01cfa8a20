// A double click, a replayed request, a lost answer: done once.
import { describe, expect, it } from 'vitest';
import { actorIn, freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { append, readLog } from './log.ts';
import { once } from './once.ts';

const database = testDatabase();

const submit = (actor: StoreActor, key: string, request: string) =>
  database().store.as(actor, (tx) =>
    once(tx, actor, { key, request }, async () => {
      const { seq } = await append(tx, actor, { chain: 'desk/1', kind: 'submit', body: { request } });
      return { status: 201, body: `{"seq":${seq}}` };
    }),
  );

const fresh = async (): Promise<StoreActor> => actorIn(await freshTenant(database()));

describe('a request with a key', () => {
  it('is done once, and gets the same answer again', async () => {
    const actor = await fresh();
    expect(await submit(actor, 'k', '{"a":1}')).toEqual({ kind: 'done', answer: { status: 201, body: '{"seq":1}' } });
    expect(await submit(actor, 'k', '{"a":1}')).toEqual({ kind: 'again', answer: { status: 201, body: '{"seq":1}' } });
    expect(await database().store.as(actor, readLog)).toHaveLength(1);
  });

  it('does nothing under a key that stands for another request', async () => {
    const actor = await fresh();
    await submit(actor, 'k', '{"a":1}');
    expect(await submit(actor, 'k', '{"a":2}')).toEqual({ kind: 'other-request' });
    expect(await database().store.as(actor, readLog)).toHaveLength(1);
  });

  it('is done once when it comes sixteen times in one moment', async () => {
    const actor = await fresh();
    const all = await Promise.all(Array.from({ length: 16 }, () => submit(actor, 'k', '{}')));
    expect(all.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'again')).toHaveLength(15);
    expect(await database().store.as(actor, readLog)).toHaveLength(1);
  });

  it('may be tried again when it failed', async () => {
    const actor = await fresh();
    const failing = database().store.as(actor, (tx) =>
      once(tx, actor, { key: 'k', request: '{}' }, () => Promise.reject(new Error('lost'))),
    );
    await expect(failing).rejects.toThrow('lost');
    expect(await submit(actor, 'k', '{}')).toMatchObject({ kind: 'done' });
  });

  it('belongs to the person: another one’s key of the same name is another key', async () => {
    const actor = await fresh();
    await submit(actor, 'k', '{}');
    expect(await submit({ ...actor, person: 'wang' }, 'k', '{"b":1}')).toMatchObject({ kind: 'done' });
  });
});
