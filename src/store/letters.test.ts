// Letters on a real PostgreSQL: who sends and sees them, and what a code tells to anybody who has it, and to who has not.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#casework/cases/roles.ts';
import { letterIssuers } from '#casework/letters/letter-issuers.ts';
import { letterHash, letterNames } from '#casework/letters/letter.ts';
import { theLetter } from '#casework/letters/toy-letters.ts';
import { verificationCode } from '#casework/letters/verification-code.ts';
import { emptyDatabases, freshTenant, testDatabase } from '#test/support/database.ts';
import { actorOf, another, sqlState } from '#test/support/firms.ts';
import { materialsIn } from '#test/support/materials.ts';
import type { StoreActor } from './actor.ts';
import { backUp, restore } from './backup.ts';
import { confirmLetter, keepLetter, lettersOf, type NewLetter } from './letters.ts';
import { sha256 } from './log.ts';

const database = testDatabase();
const empty = emptyDatabases();
const folder = mkdtempSync(join(tmpdir(), 'tihang-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { withCases } = materialsIn(database, folder);

/** Cases of two firms, each with the one action that a letter can tell of. */
const withActions = async (): Promise<string> => {
  const tenant = await withCases();
  for (const chain of ['case/c-1', 'case/o-1'])
    await database().direct.query(
      "insert into tihang.log_entry values ($1, $2, 1, 'reject', now(), '{}', decode(repeat('00', 32), 'hex'), decode(repeat('11', 32), 'hex'))",
      [tenant, chain],
    );
  return tenant;
};

const fileSha256 = 'ab'.repeat(32);
const letter = theLetter('rejection');
const newCode = (): string => verificationCode(randomBytes(16));

const keep = (actor: StoreActor, code: string, other: Partial<NewLetter> = {}) =>
  database().store.as(actor, (tx) =>
    keepLetter(tx, actor, { letter, code, fileSha256, case: 'c-1', seq: 1, ...other }),
  );
const look = (actor: StoreActor, id = 'c-1') => database().store.as(actor, (tx) => lettersOf(tx, id));

/** Anybody: without an account, a case or an organisation. */
const anybody = (tenant: string): StoreActor => ({
  tenant,
  person: 'anybody',
  role: 'public',
  jurisdiction: '',
  organisation: '',
});
const confirm = (tenant: string, code: string) => database().store.as(anybody(tenant), (tx) => confirmLetter(tx, code));

describe('a letter of a case', () => {
  it('is kept with the hashes of its text and file, and without its code', async () => {
    const tenant = await withActions();
    const [handler, code] = [actorOf(tenant, 'handler'), newCode()];
    expect(await keep(handler, code)).toEqual({ ok: true });
    expect(await look(handler)).toEqual([
      {
        kind: 'rejection',
        number: letter.number,
        date: letter.date,
        textSha256: letterHash(letter, sha256),
        fileSha256,
        seq: 1,
        madeBy: handler.person,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      },
    ]);
    const { rows } = await database().direct.query<{ row: string }>(
      'select to_jsonb(l)::text as row from tihang.letter l where tenant = $1',
      [tenant],
    );
    const [row] = rows;
    expect(row?.row).toContain(fileSha256);
    for (const spelling of [code, code.replaceAll('-', '')]) {
      expect(row?.row).not.toContain(spelling);
      expect(row?.row).not.toContain(Buffer.from(spelling).toString('hex'));
    }
  });

  it('is seen where its case is seen', async () => {
    const tenant = await withActions();
    expect(await keep(actorOf(tenant, 'handler'), newCode())).toEqual({ ok: true });
    const numbers = async (actor: StoreActor) => (await look(actor)).map(({ number }) => number);
    for (const role of ['agent', 'window', 'county-reviewer', 'director'] as const)
      expect(await numbers(actorOf(tenant, role)), role).toEqual([letter.number]);
    expect(await numbers(actorOf(tenant, 'agent', { organisation: another }))).toEqual([]);
    expect(await numbers(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }))).toEqual([]);
    expect(await numbers(anybody(tenant))).toEqual([]);
    expect(await numbers(actorOf(await withActions(), 'handler'))).toEqual([]);
  });

  it('has a number of its own, and tells of an action that is there and seen', async () => {
    const tenant = await withActions();
    const [handler, elsewhere] = [
      actorOf(tenant, 'handler'),
      actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }),
    ];
    expect(await keep(elsewhere, newCode())).toMatchObject({ code: 'no-such-action' });
    expect(await keep(handler, newCode(), { seq: 2 })).toMatchObject({ code: 'no-such-action' });
    expect(await keep(handler, newCode(), { letter: theLetter('award') })).toMatchObject({ code: 'other-action' });
    expect(await keep(handler, newCode())).toEqual({ ok: true });
    expect(await keep(handler, newCode(), { case: 'o-1' })).toMatchObject({ code: 'number-taken' });
    expect(await look(handler, 'o-1')).toEqual([]);
    const next = { letter: { ...letter, number: '柳工信支〔2026〕13号' } };
    expect(await keep(elsewhere, newCode(), { ...next, case: 'o-1' })).toEqual({ ok: true });
    const otherTenant = await withActions();
    expect(await keep(actorOf(otherTenant, 'handler'), newCode())).toEqual({ ok: true });
  });

  it('is sent by the roles of the table and by no others, in the database too', async () => {
    const tenant = await withActions();
    const { rows } = await database().direct.query<{ role: Role }>(
      'select role from unnest($1::text[]) as role where tihang.sends_letters(role)',
      [roles],
    );
    expect(rows.map(({ role }) => role).toSorted()).toEqual([...letterIssuers].toSorted());
    expect(await keep(actorOf(tenant, 'agent'), newCode())).toMatchObject({ code: 'not-for-you' });
    const raw = (actor: StoreActor, madeBy = actor.person) =>
      sqlState(
        database().store.as(actor, (tx) =>
          sql`insert into letter (tenant, code_sha256, kind, number, date, text_sha256, file_sha256, chain, seq, made_by)
            values (${tenant}, ${randomBytes(32)}, 'award', ${randomBytes(4).toString('hex')}, '2026-05-08', ${randomBytes(32)},
              ${randomBytes(32)}, 'case/c-1', 1, ${madeBy})`.execute(tx),
        ),
      );
    expect(await raw(actorOf(tenant, 'handler'))).toBe('done');
    expect(await raw(actorOf(tenant, 'handler'), 'somebody-else')).toBe('42501');
    expect(await raw(actorOf(tenant, 'agent'))).toBe('42501');
    expect(await raw(actorOf(tenant, 'auditor'))).toBe('42501');
    expect(await raw(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }))).toBe('42501');
    const kinds = await database().direct.query<{ said: string }>(
      "select pg_get_constraintdef(oid) as said from pg_constraint where conname = 'letter_kind_check'",
    );
    const known = [...(kinds.rows[0]?.said ?? '').matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind);
    expect(new Set(known)).toEqual(new Set(Object.keys(letterNames)));
  });

  it('stays as it is, for the owner too', async () => {
    const tenant = await withActions();
    await keep(actorOf(tenant, 'handler'), newCode());
    for (const statement of [
      "update tihang.letter set number = 'x'",
      'delete from tihang.letter',
      'truncate tihang.letter',
    ])
      expect(await sqlState(database().direct.query(statement)), statement).toBe('42501');
  });

  it('is in the backup and comes back out of it', async () => {
    const tenant = await withActions();
    await keep(actorOf(tenant, 'handler'), newCode());
    const client = await database().direct.connect();
    const made = await backUp(client, join(folder, 'backup')).finally(() => client.release());
    const into = await empty();
    expect(await restore(into, join(folder, 'backup'))).toEqual(made);
    const { rows } = await into.query('select number from tihang.letter where tenant = $1', [tenant]);
    expect(rows).toEqual([{ number: letter.number }]);
  });
});

describe('the code of a letter', () => {
  it('tells anybody kind, number, date and hash of the file, and nothing else, however it is typed', async () => {
    const tenant = await withActions();
    const code = newCode();
    await keep(actorOf(tenant, 'handler'), code);
    const told = { kind: 'rejection', number: letter.number, date: letter.date, fileSha256 };
    expect(await confirm(tenant, code)).toEqual(told);
    expect(await confirm(tenant, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual(told);
    const { fields } = await database().direct.query(
      "select * from tihang.confirm_letter(decode(repeat('00', 32), 'hex'))",
    );
    expect(fields.map(({ name }) => name)).toEqual(['kind', 'number', 'date', 'file_sha256']);
  });

  it('says the same nothing when it was never given out, cannot be one, or is another city’s', async () => {
    const [tenant, otherCity] = [await withActions(), await freshTenant(database())];
    const code = newCode();
    await keep(actorOf(tenant, 'handler'), code);
    const slip = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
    for (const guess of [newCode(), slip, code.slice(0, -1), '', "' or true --", '%'])
      expect(await confirm(tenant, guess), guess).toBeNull();
    expect(await confirm(otherCity, code)).toBeNull();
  });

  it('is not found by its beginning, by a list, or by who belongs to no city', async () => {
    const tenant = await withActions();
    const code = newCode();
    await keep(actorOf(tenant, 'handler'), code);
    const asAnybody = <T>(run: (tx: Parameters<typeof confirmLetter>[0]) => Promise<T>, of = tenant) =>
      database().store.as(anybody(of), run);
    // Nobody without the case reads the table, the hashes of its codes included.
    const listed = await asAnybody((tx) => sql`select code_sha256 from letter`.execute(tx));
    expect(listed.rows).toEqual([]);
    const hash = sha256(Buffer.from(code));
    const asked = (given: Uint8Array, of = tenant) =>
      asAnybody(
        async (tx) => (await sql`select * from confirm_letter(${Buffer.from(given)})`.execute(tx)).rows.length,
        of,
      );
    expect(await asked(hash)).toBe(1);
    expect(await asked(hash.slice(0, 31))).toBe(0);
    expect(await asked(new Uint8Array())).toBe(0);
    expect(await asked(hash, '')).toBe(0);
  });
});
