// Who may do what with the tables about people, below the API: every table × role × place × statement, from one table.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#casework/cases/roles.ts';
import { city, someone } from '#casework/cases/toy-office.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';

const database = testDatabase();
const applicant = someone('legal-person');
const [county, firm] = [applicant.jurisdiction, applicant.organisation];
const [agent, talent] = ['agent-1', 'talent-1'];

const [value, openGrant, endedGrant] = [randomUUID(), randomUUID(), randomUUID()];
let tenant = '';

const inSeats = [
  'county-reviewer',
  'county-treasury',
  'window',
  'site-inspector',
  'maker',
  'checker',
  'releaser',
] as const;
const inCity = ['handler', 'division-head', 'vice-director', 'director', 'city-treasury', 'auditor'] as const;
const cityOnly = ['joint-bureau', 'register-manager', 'policy-author'] as const;

type Row = {
  /** Who sees the row of the set-up, in the right place and elsewhere. */
  readonly sees: readonly Role[];
  readonly seesElsewhere: readonly Role[];
  /** Who may write another one like it. */
  readonly writes: readonly Role[];
  readonly writesElsewhere: readonly Role[];
  readonly probe: RawBuilder<unknown>;
  readonly insert: (actor: StoreActor) => RawBuilder<unknown>;
  readonly update: string;
};

const bytes = (length = 32): Buffer => randomBytes(length);
const until = '2099-01-01T00:00:00.000Z';

const matrix: Readonly<Record<string, Row>> = {
  person: {
    sees: ['legal-person', 'agent', ...inSeats, ...inCity, ...cityOnly, 'inspection', 'security-admin', 'clock'],
    seesElsewhere: ['inspection', 'security-admin', 'clock'],
    writes: ['legal-person', 'security-admin'],
    writesElsewhere: ['security-admin'],
    probe: sql`select from person where id = ${agent}`,
    insert: ({ tenant, person }) =>
      sql`insert into person (tenant, id, name, jurisdiction, organisation, made_by) values (${tenant}, ${randomUUID()}, '新人', ${county}, ${firm}, ${person})`,
    update: "update person set name = '别人'",
  },
  role_grant: {
    sees: ['legal-person', 'agent', 'security-admin', 'audit-admin'],
    seesElsewhere: ['security-admin', 'audit-admin'],
    writes: ['security-admin'],
    writesElsewhere: ['security-admin'],
    probe: sql`select from role_grant where person = ${agent} and role = 'agent'`,
    insert: ({ tenant, person }) =>
      sql`insert into role_grant (tenant, id, person, role, jurisdiction, organisation, from_at, until, granted_by) values (${tenant}, ${randomUUID()}, ${agent}, 'talent', ${county}, ${firm}, clock_timestamp(), ${until}, ${person})`,
    update: "update role_grant set role = 'director'",
  },
  role_end: {
    sees: ['legal-person', 'agent', 'security-admin', 'audit-admin'],
    seesElsewhere: ['security-admin', 'audit-admin'],
    writes: ['security-admin'],
    writesElsewhere: ['security-admin'],
    probe: sql`select from role_end`,
    insert: ({ tenant, person }) =>
      sql`insert into role_end (tenant, grant_id, ended_by, reason) values (${tenant}, ${openGrant}, ${person}, '离职')`,
    update: "update role_end set reason = '别的'",
  },
  private_value: {
    sees: ['talent', ...inSeats.filter((role) => role !== 'site-inspector'), ...inCity],
    seesElsewhere: [],
    writes: ['legal-person', 'agent', 'talent', 'window', 'handler'],
    writesElsewhere: [],
    probe: sql`select from private_value where person = ${talent}`,
    insert: ({ tenant, person }) =>
      sql`insert into private_value (tenant, ref, kind, person, chain, salt, cipher, blind_index, key_id, made_by) values (${tenant}, ${randomUUID()}, 'phone', ${talent}, 'case/c-1', ${bytes()}, ${bytes()}, ${bytes(16)}, 'k1', ${person})`,
    update: "update private_value set key_id = 'k2'",
  },
  seen_by: {
    sees: ['talent', 'audit-admin'],
    seesElsewhere: ['audit-admin'],
    writes: [],
    writesElsewhere: [],
    probe: sql`select from seen_by`,
    insert: ({ tenant, person, role, organisation }) =>
      sql`insert into seen_by (tenant, ref, kind, person, seen_by, role, organisation, reason) values (${tenant}, ${value}, 'phone', ${talent}, ${person}, ${role}, ${organisation}, '核对')`,
    update: "update seen_by set reason = '别的'",
  },
  sign_in_attempt: {
    sees: ['agent', 'audit-admin'],
    seesElsewhere: ['audit-admin'],
    writes: ['agent'],
    writesElsewhere: [],
    probe: sql`select from sign_in_attempt where account = ${agent}`,
    insert: ({ tenant }) =>
      sql`insert into sign_in_attempt (tenant, account, n, at, is_right) values (${tenant}, ${agent}, 2, clock_timestamp(), true)`,
    update: 'update sign_in_attempt set is_right = true',
  },
};

/** As the superuser: the people, one case, and one row of each table. */
beforeAll(async () => {
  tenant = await freshTenant(database());
  const { direct } = database();
  const put = (text: string, ...values: readonly unknown[]) => direct.query(text, [tenant, ...values]);
  for (const role of roles) {
    const { person, jurisdiction, organisation } = someone(role);
    await put(
      "insert into tihang.person values ($1, $2, '某人', $3, $4, 'set-up')",
      person,
      jurisdiction,
      organisation,
    );
  }
  await put(
    "insert into tihang.case_now values ($1, 'c-1', 'apply', '补助', $2, $3, $4, 'legal-person-1', 'reviewing', 0, '{}', '{}', now(), now(), 1)",
    firm,
    county,
    city,
  );
  for (const [id, role] of [
    [openGrant, 'agent'],
    [endedGrant, 'deputy'],
  ])
    await put(
      "insert into tihang.role_grant values ($1, $2, $3, $4, $5, $6, now(), '2099-01-01', 'set-up')",
      id,
      agent,
      role,
      county,
      firm,
    );
  await put("insert into tihang.role_end values ($1, $2, now(), 'set-up', '调动')", endedGrant);
  await put(
    "insert into tihang.private_value values ($1, $2, 'phone', $3, null, 'case/c-1', $4, $4, $5, 'k1', 'set-up')",
    value,
    talent,
    bytes(),
    bytes(16),
  );
  await put(
    "insert into tihang.seen_by (tenant, ref, kind, person, seen_by, role, organisation, reason) values ($1, $2, 'phone', $3, 'handler-1', 'handler', '局', '核对')",
    value,
    talent,
  );
  await put('insert into tihang.sign_in_attempt values ($1, $2, 1, now(), false)', agent);
});

class Undo extends Error {}

/** How many rows a statement met, or the code with which the database refused; nothing of it stays. */
const outcome = async (actor: StoreActor, statement: RawBuilder<unknown>): Promise<number | string> => {
  let met = 0;
  try {
    await database().store.as(actor, async (tx) => {
      const { numAffectedRows, rows } = await statement.execute(tx);
      met = Number(numAffectedRows ?? rows.length);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return met;
};

const places: Readonly<Record<'right' | 'elsewhere', Partial<StoreActor>>> = {
  right: {},
  elsewhere: { jurisdiction: '别处', organisation: '别家', person: 'stranger' },
};

const actorOf = (role: Role, place: keyof typeof places): StoreActor => ({
  ...someone(role),
  tenant,
  ...places[place],
});

describe.each(Object.entries(matrix))('the table %s', (table, row) => {
  it.each(['right', 'elsewhere'] as const)(
    'is seen and written by whom the matrix names, in the %s place',
    async (place) => {
      const [sees, writes] = place === 'right' ? [row.sees, row.writes] : [row.seesElsewhere, row.writesElsewhere];
      for (const role of roles) {
        const actor = actorOf(role, place);
        expect(await outcome(actor, row.probe), `${role} sees`).toBe(sees.includes(role) ? 1 : 0);
        expect(await outcome(actor, row.insert(actor)), `${role} writes`).toBe(writes.includes(role) ? 1 : '42501');
      }
    },
  );

  it('is changed and emptied by nobody', async () => {
    for (const role of roles)
      for (const text of [row.update, `delete from ${table}`, `truncate ${table} cascade`])
        expect(await outcome(actorOf(role, 'right'), sql.raw(text)), `${role}: ${text}`).toBe('42501');
  });

  it.each(['tihang_owner', 'postgres'])(
    'is not changed by %s either, whatever the session calls itself',
    async (who) => {
      for (const before of ['', "set local session_replication_role = 'replica';"])
        for (const text of [row.update, `delete from ${table}`, `truncate ${table} cascade`]) {
          const client = await database().direct.connect();
          try {
            await client.query(`begin; set local search_path = tihang; set local tihang.tenant = '${tenant}'`);
            if (before !== '') await client.query(before);
            if (who !== 'postgres') await client.query(`set local role ${who}`);
            const refused = await client.query(text).then(
              () => 'nothing refused it',
              (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
            );
            expect(refused, `${before}${text}`).toBe('42501');
          } finally {
            await client.query('rollback');
            client.release();
          }
        }
    },
  );

  it('is not there for another city', async () => {
    const other = await freshTenant(database());
    for (const role of roles) {
      const actor = { ...someone(role), tenant: other };
      expect(await outcome(actor, row.probe), role).toBe(0);
      expect(await outcome(actor, row.insert({ ...actor, tenant })), role).toBe('42501');
    }
  });

  it('is empty without an actor', async () => {
    const client = new pg.Client(database().address);
    await client.connect();
    await client.query('set role tihang_app; set search_path = tihang');
    expect((await client.query(`select tenant from ${table}`)).rows).toEqual([]);
    await client.end();
  });
});

describe('salt and cipher', () => {
  it('are read by nobody but through the function that leaves a line', async () => {
    for (const role of roles)
      for (const column of ['salt', 'cipher', '*'])
        expect(await outcome(actorOf(role, 'right'), sql.raw(`select ${column} from private_value`)), role).toBe(
          '42501',
        );
  });
});
