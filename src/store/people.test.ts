// People and their roles on a real PostgreSQL: who grants, what ends, and two who grant at once.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dutyConflict } from '#casework/access/duties.ts';
import { roles, type Role } from '#casework/cases/roles.ts';
import { actorIn, freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { addPerson, endGrant, grantRole, rolesOf, type WantedGrant } from './people.ts';

const database = testDatabase();
const until = '2099-01-01T00:00:00.000Z';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error);

/** A city with a security administrator and these people. */
const withPeople = async (...people: readonly string[]) => {
  const tenant = await freshTenant(database());
  const security = actorIn(tenant, { person: 'sun', role: 'security-admin' });
  for (const id of ['sun', ...people])
    await database().store.as(security, (tx) =>
      addPerson(tx, security, { id, name: '某人', jurisdiction: '柳东区', organisation: '柳东区财政局' }),
    );
  return { tenant, security };
};

const wanted = (person: string, role: Role, other: Partial<WantedGrant> = {}): WantedGrant => ({
  person,
  role,
  jurisdiction: '柳东区',
  organisation: '柳东区财政局',
  until,
  ...other,
});

const give = (actor: StoreActor, grant: WantedGrant) => database().store.as(actor, (tx) => grantRole(tx, actor, grant));
const end = (actor: StoreActor, grant: string, reason = '调离') =>
  database().store.as(actor, (tx) => endGrant(tx, actor, { grant, reason }));
const now = (): string => new Date().toISOString();
const held = async (actor: StoreActor, person: string, at = now()) =>
  (await database().store.as(actor, (tx) => rolesOf(tx, person, at))).map(({ role }) => role);

const given = async (actor: StoreActor, grant: WantedGrant): Promise<string> => {
  const answer = await give(actor, grant);
  if (!answer.ok) throw new Error(answer.code);
  return answer.grant.id;
};

describe('a role', () => {
  it('is held from its first moment to its last, and seen by its person', async () => {
    const { security, tenant } = await withPeople('li');
    await given(security, wanted('li', 'maker', { from: '2098-01-01T00:00:00.000Z' }));
    const li = actorIn(tenant, { person: 'li', role: 'public' });
    expect(await held(li, 'li')).toEqual([]);
    expect(await held(li, 'li', '2097-12-31T23:59:59.999Z')).toEqual([]);
    expect(await held(li, 'li', '2098-01-01T00:00:00.000Z')).toEqual(['maker']);
    expect(await held(li, 'li', '2098-12-31T23:59:59.999Z')).toEqual(['maker']);
    expect(await held(li, 'li', until)).toEqual([]);
    expect(await held(actorIn(tenant, { person: 'wang', role: 'public' }), 'li', '2098-06-01T00:00:00.000Z')).toEqual(
      [],
    );
  });

  it('without a beginning begins now', async () => {
    const { security } = await withPeople('li');
    await given(security, wanted('li', 'maker'));
    expect(await held(security, 'li')).toEqual(['maker']);
  });

  it('is not given by who may not, to oneself, beside another that is apart, or for yesterday', async () => {
    const { security, tenant } = await withPeople('li');
    await given(security, wanted('li', 'maker'));
    const code = async (actor: StoreActor, grant: WantedGrant) => {
      const answer = await give(actor, grant);
      return answer.ok ? 'ok' : answer.code;
    };
    expect(await code(actorIn(tenant, { role: 'director' }), wanted('li', 'window'))).toBe('only-security-admin');
    expect(await code(security, wanted('sun', 'window'))).toBe('own-grant');
    expect(await code(security, wanted('li', 'releaser'))).toBe('same-order');
    expect(await code(security, wanted('li', 'window', { from: '2026-01-01T00:00:00.000Z' }))).toBe('backdated');
    expect(await code(security, wanted('nobody', 'window'))).toBe('no-such-person');
    expect(await held(security, 'li')).toEqual(['maker']);
    expect(await code(security, wanted('li', 'window'))).toBe('ok');
  });

  it('ends at once when it is ended, with a reason and only once; what was apart from it is free then', async () => {
    const { security, tenant } = await withPeople('li');
    const grant = await given(security, wanted('li', 'maker'));
    expect(await end(security, grant, ' ')).toMatchObject({ code: 'reason-missing' });
    expect(await end(actorIn(tenant), grant)).toMatchObject({ code: 'only-security-admin' });
    expect(await end(security, randomUUID())).toMatchObject({ code: 'no-such-grant' });
    const whileHeld = now();
    expect(await end(security, grant)).toEqual({ ok: true });
    expect(await end(security, grant)).toMatchObject({ code: 'no-such-grant' });
    expect(await held(security, 'li', new Date(Date.now() + 1000).toISOString())).toEqual([]);
    // What it was is still known.
    expect(await held(security, 'li', whileHeld)).toEqual(['maker']);
    await given(security, wanted('li', 'checker'));
  });

  it('is given once when two administrators give two that are apart in the same moment', async () => {
    const { security, tenant } = await withPeople('li', 'sun-2', 'sun-3');
    const answers = await Promise.all(
      (['maker', 'checker', 'releaser'] as const).map((role, n) =>
        give(
          n === 0 ? security : actorIn(tenant, { person: `sun-${n + 1}`, role: 'security-admin' }),
          wanted('li', role),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await held(security, 'li', new Date(Date.now() + 1000).toISOString())).toHaveLength(1);
  });
});

describe('below the program', () => {
  const insert = (actor: StoreActor, person: string, role: string, other: { by?: string; from?: string } = {}) =>
    database()
      .store.as(actor, (tx) =>
        sql`insert into role_grant (tenant, id, person, role, jurisdiction, organisation, from_at, until, granted_by)
          values (${actor.tenant}, ${randomUUID()}, ${person}, ${role}, 'x', 'x', ${other.from ?? now()}, ${until}, ${other.by ?? actor.person})`.execute(
          tx,
        ),
      )
      .then(() => 'ok', codeOf);

  it('nobody gives a role to themselves, in another’s name, for yesterday, to who is not known, or one that is none', async () => {
    const { security } = await withPeople('li');
    expect(await insert(security, 'sun', 'window')).toBe('42501');
    expect(await insert(security, 'sun', 'window', { by: 'li' })).toBe('42501');
    expect(await insert(security, 'li', 'window', { by: 'wang' })).toBe('42501');
    expect(await insert(security, 'li', 'window', { from: '2026-01-01T00:00:00.000Z' })).toBe('23514');
    expect(await insert(security, 'nobody', 'window')).toBe('23503');
    expect(await insert(security, 'li', 'clock')).toBe('23514');
    expect(await insert(security, 'li', 'window')).toBe('ok');
  });

  it('no two roles that are apart come to one person, one after the other or at once', async () => {
    const { security } = await withPeople('li', 'wang');
    expect(await insert(security, 'li', 'maker')).toBe('ok');
    expect(await insert(security, 'li', 'checker')).toBe('42501');
    const answers = await Promise.all(['maker', 'checker', 'releaser'].map((role) => insert(security, 'wang', role)));
    expect(answers.filter((each) => each === 'ok')).toHaveLength(1);
    expect(answers.filter((each) => each === '42501')).toHaveLength(2);
  });

  it('the table of what is apart is the program’s', async () => {
    const { security } = await withPeople();
    const { rows } = await database().store.as(security, (tx) =>
      sql<{ a: Role; b: Role; apart: boolean }>`
        select a, b, is_apart(a, b) as apart from unnest(${roles}::text[]) a, unnest(${roles}::text[]) b`.execute(tx),
    );
    expect(rows).toHaveLength(roles.length ** 2);
    for (const { a, b, apart } of rows) expect(apart, `${a} ${b}`).toBe(dutyConflict(a, b) !== null);
  });
});

describe('people', () => {
  it('of one firm are not seen by another, and are added by its legal person only', async () => {
    const { tenant } = await withPeople();
    const chief = actorIn(tenant, { person: 'zhao', role: 'legal-person', organisation: '柳东机械' });
    const rival = actorIn(tenant, { person: 'qian', role: 'legal-person', organisation: '别家' });
    const clerk = { id: 'zhou', name: '周', jurisdiction: '柳东区', organisation: '柳东机械' };
    const add = (actor: StoreActor) =>
      database()
        .store.as(actor, (tx) => addPerson(tx, actor, clerk))
        .then((answer) => (answer.ok ? 'ok' : answer.code), codeOf);
    const sees = (actor: StoreActor) =>
      database().store.as(actor, async (tx) =>
        (await tx.selectFrom('person').select('id').execute()).map(({ id }) => id),
      );
    expect(await add(rival)).toBe('42501');
    expect(await add({ ...chief, role: 'agent' })).toBe('42501');
    expect(await add(chief)).toBe('ok');
    expect(await add(chief)).toBe('person-exists');
    expect(await sees(chief)).toEqual(['zhou']);
    expect(await sees(rival)).toEqual([]);
    expect(await sees(actorIn(tenant, { role: 'system-admin' }))).toEqual([]);
  });
});
