// Enterprises on a real PostgreSQL: who sees which, below the API, what each has been, and who may register it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { roles, seats, type Role } from '#casework/cases/roles.ts';
import { city } from '#casework/cases/toy-office.ts';
import { emptyDatabases, freshTenant, testDatabase } from '#test/support/database.ts';
import { actorOf, another, codeNumber, county, firmsIn, own, sqlState, staff } from '#test/support/firms.ts';
import type { StoreActor } from './actor.ts';
import { backUp, restore } from './backup.ts';

const database = testDatabase();
const empty = emptyDatabases();
const { register, cityWithFirms, record, look } = firmsIn(database);

describe('who sees an enterprise and its facts, below the API', () => {
  const sees = (actor: StoreActor): Promise<readonly [readonly string[], number]> =>
    database().store.as(actor, async (tx) => {
      const firms = await tx.selectFrom('enterprise').select('code').orderBy('code').execute();
      const facts = await tx.selectFrom('fact_record').select('id').execute();
      return [firms.map(({ code }) => code), facts.length];
    });

  it('is by seat: a firm has its own, a county those that belong to it, the city all, others none', async () => {
    const tenant = await cityWithFirms();
    const manager = actorOf(tenant, 'register-manager');
    await record(manager, 'import', [staff('100人'), staff('7人', { enterprise: another })]);
    const all = [own, another];
    // Worked out from the roles: what is not named here is nothing.
    const expected: Partial<Record<Role, readonly [readonly string[], number]>> = {
      'legal-person': [[own], 1],
      agent: [[own], 1],
      // Of the facts only his own.
      talent: [[own], 0],
      window: [[own], 1],
      'site-inspector': [[own], 1],
      maker: [[own], 1],
      checker: [[own], 1],
      releaser: [[own], 1],
      'county-reviewer': [[own], 1],
      'county-treasury': [[own], 1],
      handler: [all, 2],
      'division-head': [all, 2],
      'vice-director': [all, 2],
      director: [all, 2],
      'joint-bureau': [all, 2],
      auditor: [all, 2],
      'register-manager': [all, 2],
      'policy-author': [all, 2],
      'city-treasury': [all, 2],
      inspection: [all, 2],
      clock: [all, 2],
    };
    for (const role of roles) {
      const place = seats[role] === 'either' ? { jurisdiction: county } : {};
      expect(await sees(actorOf(tenant, role, place)), role).toEqual(expected[role] ?? [[], 0]);
    }
  });

  it('is nothing for a wrong county, another firm, another city, and no actor at all', async () => {
    const tenant = await cityWithFirms();
    const other = await freshTenant(database());
    await record(actorOf(tenant, 'register-manager'), 'import', [staff('100人')]);
    expect(await look(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳南区' }))).toBeNull();
    expect(await look(actorOf(tenant, 'agent', { organisation: another }))).toBeNull();
    expect(await look(actorOf(tenant, 'agent'), another)).toBeNull();
    expect(await look(actorOf(other, 'handler'))).toBeNull();
    expect(await sees(actorOf('', 'handler', { person: '' }))).toEqual([[], 0]);
  });

  it('goes with the enterprise: the county that had it sees nothing of it any more', async () => {
    const tenant = await cityWithFirms();
    const [here, there] = [
      actorOf(tenant, 'county-reviewer'),
      actorOf(tenant, 'county-reviewer', { jurisdiction: '柳南区' }),
    ];
    await record(here, 'import', [staff('100人')]);
    expect(await register(here, { jurisdiction: '柳南区', reason: '迁址' })).toMatchObject({
      ok: false,
      code: 'not-yours',
    });
    expect(await register(there, { jurisdiction: '柳南区', reason: '迁址' })).toMatchObject({
      ok: false,
      code: 'not-yours',
    });
    expect(await register(actorOf(tenant, 'handler'), { jurisdiction: '柳南区', reason: '迁址' })).toEqual({
      ok: true,
    });
    expect(await look(here)).toBeNull();
    expect((await look(there))?.records).toHaveLength(1);
  });

  it('is not taken by a county from another one, past the program either', async () => {
    const tenant = await cityWithFirms();
    const there = actorOf(tenant, 'county-reviewer', { jurisdiction: '柳南区' });
    const seize = (code: string) =>
      sqlState(
        database().store.as(there, (tx) =>
          sql`insert into enterprise (tenant, code, name, jurisdiction, reason, recorded_by)
            values (${tenant}, ${code}, 'x', '柳南区', 'x', ${there.person})`.execute(tx),
        ),
      );
    expect(await seize(own)).toBe('42501');
    expect(await seize(codeNumber(3))).toBe('done');
  });

  it('gives a city’s window a firm once a case of it is decided there', async () => {
    const tenant = await cityWithFirms();
    const window = actorOf(tenant, 'window', { jurisdiction: city });
    expect(await look(window)).toBeNull();
    await database().direct.query(
      `insert into tihang.case_now (tenant, id, procedure, matter, firm, jurisdiction, decided_by, opened_by, phase, holds, experts, opened_at, acted_at, seq)
       values ($1, 'c-1', 'apply', 'x', $2, $3, $4, 'x', 'draft', '{}', '{}', now(), now(), 1)`,
      [tenant, own, county, city],
    );
    expect((await look(window))?.name).toBe('柳东机械');
    expect(await look(window, another)).toBeNull();
  });
});

describe('an enterprise', () => {
  it('keeps its former names and codes', async () => {
    const tenant = await cityWithFirms();
    const manager = actorOf(tenant, 'register-manager');
    await register(manager, { name: '柳东智造', reason: '更名' });
    await register(manager, { name: '柳东智造集团', formerCode: another, reason: '合并' });
    expect(await look(manager)).toMatchObject({
      name: '柳东智造集团',
      standings: [
        { name: '柳东智造集团', formerCode: another, reason: '合并', recordedBy: manager.person },
        { name: '柳东智造', formerCode: null, reason: '更名' },
        { name: '柳东机械', reason: '登记' },
      ],
    });
  });

  it('is registered by who may, with a code that stands', async () => {
    const tenant = await freshTenant(database());
    expect(await register(actorOf(tenant, 'handler'), { code: own.replace(/.$/, '!') })).toMatchObject({
      code: 'bad-credit-code',
    });
    expect(await register(actorOf(tenant, 'handler'), { name: ' ' })).toMatchObject({ code: 'empty' });
    expect(await register(actorOf(tenant, 'agent'))).toMatchObject({ code: 'not-yours' });
    expect(await register(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }))).toMatchObject({
      code: 'not-yours',
    });
    expect(await register(actorOf(tenant, 'county-reviewer'))).toEqual({ ok: true });
    const agent = actorOf(tenant, 'agent', { organisation: another });
    const forged = database().store.as(agent, (tx) =>
      tx
        .insertInto('enterprise')
        .values({
          tenant,
          code: another,
          name: 'x',
          jurisdiction: county,
          former_code: null,
          reason: 'x',
          recorded_by: agent.person,
        })
        .execute(),
    );
    expect(await sqlState(forged)).toBe('42501');
  });

  it('is registered by the same roles in the database as in the program', async () => {
    const tenant = await freshTenant(database());
    for (const [n, role] of roles.entries()) {
      const actor = actorOf(tenant, role, { jurisdiction: county });
      const isAllowed = (await register(actor, { code: codeNumber(100 + n) })).ok;
      const row = {
        tenant,
        code: codeNumber(500 + n),
        name: 'x',
        jurisdiction: county,
        former_code: null,
        reason: 'x',
      };
      const direct = database().store.as(actor, (tx) =>
        tx
          .insertInto('enterprise')
          .values({ ...row, recorded_by: actor.person })
          .execute(),
      );
      expect(await sqlState(direct), role).toBe(isAllowed ? 'done' : '42501');
    }
    const { rows } = await database().direct.query('select from tihang.enterprise where tenant = $1', [tenant]);
    // window, county-reviewer, handler, register-manager: one each by the program and past it.
    expect(rows).toHaveLength(8);
  });
});

describe('a backup', () => {
  it('holds enterprises and facts, and recording goes on after it', async () => {
    const tenant = await cityWithFirms();
    const handler = actorOf(tenant, 'handler');
    await record(handler, 'import', [staff('100人'), staff('3', { fact: '年限' })]);
    const folder = join(mkdtempSync(join(tmpdir(), 'tihang-facts-')), 'backup');
    const client = await database().direct.connect();
    await backUp(client, folder);
    client.release();
    const other = await empty();
    await restore(other, folder);
    const rows = 'select * from tihang.fact_record order by tenant, id';
    const before = await database().direct.query<{ id: string }>(rows);
    expect((await other.query(rows)).rows).toEqual(before.rows);
    await other.query(`set search_path = tihang`);
    const next = await other.query<{ id: string }>(
      `insert into fact_record (tenant, enterprise, subject_kind, subject, fact, value, origin, source, recorded_by)
       values ('${tenant}', '${own}', 'enterprise', '', '人数', '7人', 'import', 'x', 'x') returning id`,
    );
    expect(BigInt(next.rows[0]?.id ?? 0)).toBeGreaterThan(BigInt(before.rows.at(-1)?.id ?? 0));
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });
});
