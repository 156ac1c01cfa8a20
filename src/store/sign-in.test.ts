// The lock-out on a real PostgreSQL: many guesses at once are no better than one after the other.
import { describe, expect, it } from 'vitest';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import { judgeAttempt, lockOf, signingIn, type SignIn } from './sign-in.ts';

const database = testDatabase();

const tries = (tenant: string, account: string, isRight: boolean): Promise<SignIn> => {
  const actor = signingIn(tenant, account);
  return database().store.as(actor, (tx) => judgeAttempt(tx, actor, isRight));
};

const lock = (tenant: string, account: string) => {
  const actor = signingIn(tenant, account);
  return database().store.as(actor, (tx) => lockOf(tx, actor));
};

/** Attempts that were made so many minutes ago; as the superuser, for the database's clock cannot be set. */
const past = (tenant: string, account: string, ...minutes: readonly number[]) =>
  database().direct.query(
    "insert into tihang.sign_in_attempt select $1, $2, n, now() - m * interval '1 minute', false from unnest($3::float8[]) with ordinality as each(m, n)",
    [tenant, account, minutes],
  );

const codeOf = (answer: SignIn): string => (answer.ok ? 'ok' : answer.code);

describe('an account', () => {
  it('is locked for a minute by the fifth wrong password, for the right one too, and tells how many are left', async () => {
    const tenant = await freshTenant(database());
    for (const left of [4, 3, 2, 1])
      expect(await tries(tenant, 'li', false)).toMatchObject({ code: 'wrong-password', left });
    const began = Date.now();
    const fifth = await tries(tenant, 'li', false);
    if (fifth.ok || fifth.code !== 'account-locked') throw new Error('the fifth locks');
    expect(Math.abs(Date.parse(fifth.until) - began - 60_000)).toBeLessThan(5000);
    expect(await tries(tenant, 'li', true)).toMatchObject({ code: 'account-locked', until: fifth.until });
    expect(await lock(tenant, 'li')).toEqual({ locked: true, until: Date.parse(fifth.until) });
  });

  it('is open again afterwards, and then one more wrong one locks it for twice as long', async () => {
    const tenant = await freshTenant(database());
    await past(tenant, 'li', 7, 6, 5, 4, 3);
    expect(await lock(tenant, 'li')).toEqual({ locked: false, left: 1 });
    const began = Date.now();
    const sixth = await tries(tenant, 'li', false);
    if (sixth.ok || sixth.code !== 'account-locked') throw new Error('the sixth locks');
    expect(Math.abs(Date.parse(sixth.until) - began - 120_000)).toBeLessThan(5000);
  });

  it('starts afresh after a right password', async () => {
    const tenant = await freshTenant(database());
    await past(tenant, 'li', 7, 6, 5, 4, 3);
    expect(await tries(tenant, 'li', true)).toEqual({ ok: true });
    expect(await lock(tenant, 'li')).toEqual({ locked: false, left: 5 });
    expect(await tries(tenant, 'li', false)).toMatchObject({ left: 4 });
    expect(await tries(tenant, 'li', true)).toEqual({ ok: true });
    expect(await tries(tenant, 'li', false)).toMatchObject({ left: 4 });
  });

  it('is counted by itself: others are not locked with it, nor the same name in another city', async () => {
    const [tenant, other] = [await freshTenant(database()), await freshTenant(database())];
    for (let n = 0; n < 5; n++) await tries(tenant, 'li', false);
    expect(codeOf(await tries(tenant, 'li', true))).toBe('account-locked');
    expect(codeOf(await tries(tenant, 'wang', true))).toBe('ok');
    expect(codeOf(await tries(other, 'li', true))).toBe('ok');
  });

  it('takes five of fifty guesses that come at once, and not the right one among the rest', async () => {
    const tenant = await freshTenant(database());
    await Promise.all(Array.from({ length: 4 }, () => tries(tenant, 'li', false)));
    const answers = await Promise.all(Array.from({ length: 46 }, () => tries(tenant, 'li', false)));
    expect(answers.filter((each) => codeOf(each) === 'wrong-password')).toEqual([]);
    expect(codeOf(await tries(tenant, 'li', true))).toBe('account-locked');
    const { rows } = await database().direct.query<{ n: number; is_right: boolean }>(
      'select n, is_right from tihang.sign_in_attempt where tenant = $1 order by n',
      [tenant],
    );
    expect(rows).toEqual([1, 2, 3, 4, 5].map((n) => ({ n, is_right: false })));
  });
});
