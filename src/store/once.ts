// A request that comes twice is done once: the key that the client gave, with the answer it got.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { StoreActor } from './actor.ts';
import type { Tx } from './open.ts';

export type Answer = { readonly status: number; readonly body: string };

export type OnceKey = {
  readonly key: string;
  /** The request as it came, byte for byte. */
  readonly request: string;
};

export type Once =
  | { readonly kind: 'done' | 'again'; readonly answer: Answer }
  /** The key stands for another request: nothing was done. */
  | { readonly kind: 'other-request' };

/**
 * Does a request once for each key of a person. Two that come at the same moment wait for each other: the second gets the
 * first one's answer. What fails leaves no answer, so that it can be tried again.
 */
export const once = async (
  tx: Tx,
  { tenant, person }: StoreActor,
  { key, request }: OnceKey,
  work: () => Promise<Answer>,
): Promise<Once> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}\nonce\n${person}\n${key}`}, 0))`.execute(tx);
  const hash = createHash('sha256').update(request).digest();
  const before = await tx.selectFrom('answered').selectAll().where('key', '=', key).executeTakeFirst();
  if (before !== undefined)
    return before.body_sha256.equals(hash)
      ? { kind: 'again', answer: { status: before.status, body: before.answer } }
      : { kind: 'other-request' };
  const answer = await work();
  const { status, body } = answer;
  await tx.insertInto('answered').values({ tenant, person, key, body_sha256: hash, status, answer: body }).execute();
  return { kind: 'done', answer };
};
