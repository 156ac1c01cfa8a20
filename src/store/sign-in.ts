// The lock-out in the database: tried passwords of one account are judged one after the other, however many come at once.
import { sql } from 'kysely';
import { refuseAccess, type AccessRefusal } from '#casework/access/access-refusals.ts';
import { lockOut, type Attempt, type LockOut } from '#casework/access/lock-out.ts';
import type { StoreActor } from './actor.ts';
import { nowIn } from './log.ts';
import type { Tx } from './open.ts';

type Numbered = Attempt & { readonly n: number };

/** The actor of a sign-in is the account that is tried, as 公众: it sees its own attempts and nothing else. */
export const signingIn = (tenant: string, account: string): StoreActor => ({
  tenant,
  person: account,
  role: 'public',
  jurisdiction: '',
  organisation: '',
});

/** Since the last right one: it starts afresh, so what came before does not count. The last one is always among them. */
const attemptsOf = async (tx: Tx, account: string): Promise<readonly Numbered[]> => {
  const rows = await tx
    .selectFrom('sign_in_attempt')
    .select(['n', 'at', 'is_right'])
    .where('account', '=', account)
    .where('n', '>=', (each) =>
      each
        .selectFrom('sign_in_attempt')
        .select((of) => of.fn.coalesce(of.fn.max('n'), of.val(1)).as('n'))
        .where('account', '=', account)
        .where('is_right', '=', true),
    )
    .orderBy('n')
    .execute();
  return rows.map(({ n, at, is_right }) => ({ n, at: at.getTime(), isRight: is_right }));
};

/** Whether an account is locked, asked before a password is hashed: a locked one costs nothing. */
export const lockOf = async (tx: Tx, { person }: StoreActor): Promise<LockOut> =>
  lockOut(await attemptsOf(tx, person), Date.parse(await nowIn(tx)));

export type SignIn =
  | { readonly ok: true }
  | (AccessRefusal<'wrong-password'> & { readonly left: number })
  | (AccessRefusal<'account-locked'> & {
      /** An ISO text with milliseconds in UTC. */
      readonly until: string;
    });

const lockedUntil = (until: number): SignIn => ({
  ...refuseAccess('account-locked'),
  until: new Date(until).toISOString(),
});

/**
 * Judges a password that was compared outside of any transaction. Many that were compared at once come here one by one: once
 * the account is locked the rest is refused, right or wrong, and not counted.
 */
export const judgeAttempt = async (tx: Tx, actor: StoreActor, isRight: boolean): Promise<SignIn> => {
  const { tenant, person: account } = actor;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}\nsign-in\n${account}`}, 0))`.execute(tx);
  const before = await attemptsOf(tx, account);
  const now = await nowIn(tx);
  const at = Date.parse(now);
  const lock = lockOut(before, at);
  if (lock.locked) return lockedUntil(lock.until);
  const n = (before.at(-1)?.n ?? 0) + 1;
  await tx.insertInto('sign_in_attempt').values({ tenant, account, n, at: now, is_right: isRight }).execute();
  if (isRight) return { ok: true };
  const after = lockOut([...before, { at, isRight }], at);
  return after.locked ? lockedUntil(after.until) : { ...refuseAccess('wrong-password'), left: after.left };
};
