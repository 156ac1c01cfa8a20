// Personal values from being entered to being destroyed: the log never holds them, who is shown one leaves a line, and what
// is destroyed leaves the log valid.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { privateDesks, privateKinds, revealers, type PrivateKind } from '#casework/access/private-values.ts';
import { roles, type Role } from '#casework/cases/roles.ts';
import { city, someone } from '#casework/cases/toy-office.ts';
import { veiled } from '#casework/log/personal.ts';
import { verifyLog } from '#casework/log/verify.ts';
import { emptyDatabases, freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { backUp, restore } from './backup.ts';
import { append, readLog, sha256 } from './log.ts';
import { addPerson, endGrant, grantRole } from './people.ts';
import { erase, findPrivate, keepPrivate, reveal, whoSaw, type NewPrivateValue } from './private-values.ts';
import { decryptField, readKeys, type KeyRing } from './secrets.ts';

const database = testDatabase();
const empty = emptyDatabases();
const key = (): string => randomBytes(32).toString('base64');

const ringOf = (list: string, index = key()): KeyRing => {
  const read = readKeys({ TIHANG_FIELD_KEYS: list, TIHANG_INDEX_KEY: index });
  if (!read.ok) throw new Error(read.said.en);
  return read.ring;
};
const ring = ringOf(`k1:${key()}`);

const idNumber = '320602199001011234';
const account = '6222020200112233';
const chain = 'case/c-1';
const { organisation: firm, jurisdiction: county } = someone('legal-person');
const kinds = Object.keys(privateKinds) as readonly PrivateKind[]; // its keys are literal

const actorOf = (tenant: string, role: Role, other: Partial<StoreActor> = {}): StoreActor => ({
  ...someone(role),
  tenant,
  ...other,
});

/** A city with one case and the persons of its firm. */
const withCase = async (): Promise<string> => {
  const tenant = await freshTenant(database());
  await database().direct.query(
    "insert into tihang.case_now values ($1, 'c-1', 'apply', '补助', $2, $3, $4, 'legal-person-1', 'reviewing', 0, '{}', '{}', now(), now(), 1)",
    [tenant, firm, county, city],
  );
  const security = actorOf(tenant, 'security-admin');
  for (const id of ['talent-1', 'talent-2'])
    await database().store.as(security, (tx) =>
      addPerson(tx, security, { id, name: '某人', jurisdiction: county, organisation: firm }),
    );
  return tenant;
};

const keep = (actor: StoreActor, other: Partial<NewPrivateValue> = {}) =>
  database().store.as(actor, async (tx) => {
    const kept = await keepPrivate(tx, actor, ring, {
      kind: 'id-number',
      subject: { person: 'talent-1' },
      chain,
      value: idNumber,
      ...other,
    });
    await append(tx, actor, { chain, kind: 'provide', body: { idNumber: kept.veil, ref: kept.ref } });
    return kept;
  });

const show = (actor: StoreActor, ref: string, reason = '核对身份') =>
  database().store.as(actor, (tx) => reveal(tx, actor, ring, { ref, reason }));
const destroy = (actor: StoreActor, ref: string) => database().store.as(actor, (tx) => erase(tx, ref));
const linesOf = (actor: StoreActor) => database().store.as(actor, whoSaw);

describe('a personal value', () => {
  it('is in the database only encrypted, and in the log only as a salted hash', async () => {
    const tenant = await withCase();
    await keep(actorOf(tenant, 'talent'));
    const { direct } = database();
    for (const table of ['private_value', 'log_entry']) {
      const { rows } = await direct.query<{ line: string }>(
        `select to_jsonb(t)::text as line from tihang.${table} t where tenant = $1`,
        [tenant],
      );
      expect(rows, table).toHaveLength(1);
      for (const hidden of [idNumber, Buffer.from(idNumber).toString('hex')])
        expect(rows[0]?.line, table).not.toContain(hidden);
    }
  });

  it('is shown with a reason, and its subject sees who, when, what kind and why', async () => {
    const tenant = await withCase();
    const { ref, veil } = await keep(actorOf(tenant, 'talent'));
    const shown = await show(actorOf(tenant, 'handler'), ref);
    if (!shown.ok) throw new Error(shown.code);
    expect(shown.value).toBe(idNumber);
    // With the salt it can be shown that the log speaks of this value.
    expect(veiled(shown.salt, shown.value, sha256)).toBe(veil);
    const lines = await linesOf(actorOf(tenant, 'talent'));
    expect(lines).toMatchObject([
      { ref, kind: 'id-number', by: 'handler-1', role: 'handler', organisation: 'handler的单位', reason: '核对身份' },
    ]);
    expect(Math.abs(Date.now() - Date.parse(lines[0]?.at ?? ''))).toBeLessThan(60_000);
    expect(await linesOf(actorOf(tenant, 'talent', { person: 'talent-2' }))).toEqual([]);
    expect(await linesOf(actorOf(tenant, 'handler'))).toEqual([]);
    expect(await linesOf(actorOf(tenant, 'audit-admin'))).toEqual(lines);
  });

  it('is not shown without a reason, and nothing is written', async () => {
    const tenant = await withCase();
    const { ref } = await keep(actorOf(tenant, 'talent'));
    expect(await show(actorOf(tenant, 'handler'), ref, '  ')).toMatchObject({ code: 'reason-missing' });
    await expect(
      database().store.as(actorOf(tenant, 'handler'), (tx) =>
        sql`select * from reveal_value(${ref}::uuid, ' ')`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '23514' });
    expect(await linesOf(actorOf(tenant, 'talent'))).toEqual([]);
  });

  it('of each kind is shown to the roles of the table in their place, and to nobody elsewhere', async () => {
    const tenant = await withCase();
    const handler = actorOf(tenant, 'handler');
    let looks = 0;
    for (const kind of kinds) {
      const { ref } = await keep(handler, { kind, subject: { person: 'talent-2' } });
      const allowed: readonly Role[] = revealers[kind];
      for (const role of roles) {
        const answer = await show(actorOf(tenant, role), ref);
        expect(answer.ok ? 'ok' : answer.code, `${kind} ${role}`).toBe(allowed.includes(role) ? 'ok' : 'no-such-value');
        if (answer.ok) looks++;
        const elsewhere = actorOf(tenant, role, { jurisdiction: '别处', organisation: '别家', person: 'stranger' });
        expect(await show(elsewhere, ref), `${kind} ${role} elsewhere`).toMatchObject({ code: 'no-such-value' });
      }
    }
    // Every look is a line, and what was not shown is none.
    expect(looks).toBe(15);
    expect(await linesOf(actorOf(tenant, 'talent', { person: 'talent-2' }))).toHaveLength(looks);
  });

  it('is shown to the person whose it is; a firm does not see its bank account in full', async () => {
    const tenant = await withCase();
    const { ref } = await keep(actorOf(tenant, 'handler'));
    expect(await show(actorOf(tenant, 'talent'), ref)).toMatchObject({ ok: true, value: idNumber });
    const own = await keep(actorOf(tenant, 'legal-person'), {
      kind: 'bank-account',
      subject: { firm },
      value: account,
    });
    expect(await show(actorOf(tenant, 'legal-person'), own.ref)).toMatchObject({ code: 'no-such-value' });
    expect(await show(actorOf(tenant, 'releaser'), own.ref, '拨付')).toMatchObject({ ok: true, value: account });
    expect(await linesOf(actorOf(tenant, 'agent'))).toMatchObject([{ by: 'releaser-1', kind: 'bank-account' }]);
    expect(await linesOf(actorOf(tenant, 'agent', { organisation: '别家' }))).toEqual([]);
    // To belong to the firm is not enough: a 人才 who works there, or any other role, sees no line of the firm's account.
    for (const role of roles) {
      const inside = actorOf(tenant, role, { organisation: firm, jurisdiction: '别处', person: 'stranger' });
      const refs = (await linesOf(inside)).map((line) => line.ref);
      expect(refs.includes(own.ref), role).toBe(['legal-person', 'agent', 'audit-admin'].includes(role));
      const there = await database().store.as(inside, (tx) =>
        tx.selectFrom('private_value').select('ref').where('ref', '=', own.ref).execute(),
      );
      expect(there.length, role).toBe(['legal-person', 'agent'].includes(role) ? 1 : 0);
    }
  });

  it('of another city is not there, and an account of a firm is not entered by another', async () => {
    const [tenant, other] = [await withCase(), await withCase()];
    const { ref } = await keep(actorOf(tenant, 'talent'));
    expect(await show(actorOf(other, 'handler'), ref)).toMatchObject({ code: 'no-such-value' });
    expect(await destroy(actorOf(other, 'handler'), ref)).toMatchObject({ code: 'no-such-value' });
    const rival = actorOf(tenant, 'legal-person', { organisation: '别家' });
    const entered = keep(rival, { kind: 'bank-account', subject: { firm }, value: account });
    await expect(entered).rejects.toMatchObject({ code: '42501' });
  });

  it('is found again however it was typed, by who may see it', async () => {
    const tenant = await withCase();
    const { ref } = await keep(actorOf(tenant, 'talent'), { value: '32060219900101123x' });
    await keep(actorOf(tenant, 'talent'), { value: '320602199001011235' });
    await keep(actorOf(tenant, 'talent'), { kind: 'phone', value: '32060219900101123X' });
    const find = (actor: StoreActor, by = ring) =>
      database().store.as(actor, (tx) =>
        findPrivate(tx, actor, by, { kind: 'id-number', value: '３２０６０２ 19900101 123X' }),
      );
    expect(await find(actorOf(tenant, 'handler'))).toEqual([ref]);
    expect(await find(actorOf(tenant, 'handler', { jurisdiction: '别处' }))).toEqual([]);
    expect(await find(actorOf(tenant, 'security-admin'))).toEqual([]);
    // Who lacks the key of the index finds nothing.
    expect(await find(actorOf(tenant, 'handler'), ringOf(`k1:${key()}`))).toEqual([]);
  });

  it('moved to another row by somebody past every rule is not read there', async () => {
    const tenant = await withCase();
    const [one, two] = [
      await keep(actorOf(tenant, 'talent')),
      await keep(actorOf(tenant, 'talent'), { value: 'other' }),
    ];
    const client = await database().direct.connect();
    await client.query('begin; alter table tihang.private_value disable trigger all');
    await client.query(
      'update tihang.private_value set cipher = (select cipher from tihang.private_value where ref = $1) where ref = $2',
      [one.ref, two.ref],
    );
    await client.query(
      'alter table tihang.private_value enable trigger all; alter table tihang.private_value enable always trigger only_erases; alter table tihang.private_value enable always trigger stays; commit',
    );
    client.release();
    await expect(show(actorOf(tenant, 'handler'), two.ref)).rejects.toThrow('cannot be read: not-authentic');
  });
});

describe('a personal value that is destroyed', () => {
  it('is gone with its salt, and the log stays valid', async () => {
    const tenant = await withCase();
    const { ref, veil } = await keep(actorOf(tenant, 'talent'));
    await show(actorOf(tenant, 'handler'), ref);
    const clock = actorOf(tenant, 'clock');
    const before = await database().store.as(clock, readLog);
    expect(before[0]?.body).toContain(veil);
    expect(await destroy(actorOf(tenant, 'division-head'), ref)).toEqual({ ok: true });
    const { rows } = await database().direct.query('select * from tihang.private_value where ref = $1', [ref]);
    expect(rows).toMatchObject([
      { salt: null, cipher: null, blind_index: null, key_id: null, erased_by: 'division-head-1', kind: 'id-number' },
    ]);
    const after = await database().store.as(clock, readLog);
    expect(after).toEqual(before);
    expect(verifyLog(after, [], sha256)).toMatchObject({ entries: 1, broken: null });
    // Its subject still sees who had seen it; nobody sees it any more, and a try is no look.
    expect(await show(actorOf(tenant, 'handler'), ref)).toMatchObject({ code: 'already-erased' });
    expect(await linesOf(actorOf(tenant, 'talent'))).toHaveLength(1);
    expect(await destroy(actorOf(tenant, 'handler'), ref)).toMatchObject({ code: 'already-erased' });
  });

  it('was destroyed by a handler or division head of the case and nobody else', async () => {
    const tenant = await withCase();
    for (const role of roles) {
      const { ref } = await keep(actorOf(tenant, 'talent'));
      const elsewhere = actorOf(tenant, role, { jurisdiction: '别处', organisation: '别家', person: 'stranger' });
      expect(await destroy(elsewhere, ref), `${role} elsewhere`).toMatchObject({ code: 'no-such-value' });
      const answer = await destroy(actorOf(tenant, role), ref);
      expect(answer.ok, role).toBe(role === 'handler' || role === 'division-head');
    }
  });

  it('by two at once is destroyed once', async () => {
    const tenant = await withCase();
    const { ref } = await keep(actorOf(tenant, 'talent'));
    const answers = await Promise.all(
      ['handler-1', 'handler-2', 'handler-3'].map((person) => destroy(actorOf(tenant, 'handler', { person }), ref)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a backup', () => {
  it('holds no value in clear, and opens where it is put back with the keys that are kept elsewhere', async () => {
    const tenant = await withCase();
    const [kept, gone] = [await keep(actorOf(tenant, 'talent')), await keep(actorOf(tenant, 'talent'))];
    await show(actorOf(tenant, 'handler'), kept.ref);
    await destroy(actorOf(tenant, 'handler'), gone.ref);
    // A grant that was ended and another that was apart from it: both come back.
    const security = actorOf(tenant, 'security-admin');
    const { store, direct } = database();
    await store.as(security, async (tx) => {
      const first = await grantRole(tx, security, {
        ...someone('maker'),
        person: 'talent-1',
        until: '2099-01-01T00:00:00.000Z',
      });
      if (!first.ok) throw new Error(first.code);
      await endGrant(tx, security, { grant: first.grant.id, reason: '调岗' });
    });
    await store.as(security, (tx) =>
      grantRole(tx, security, { ...someone('checker'), person: 'talent-1', until: '2099-01-01T00:00:00.000Z' }),
    );
    const folder = mkdtempSync(join(tmpdir(), 'tihang-private-'));
    const [from, client] = [join(folder, 'one'), await direct.connect()];
    await backUp(client, from);
    client.release();
    for (const name of readdirSync(from)) expect(readFileSync(join(from, name), 'utf8'), name).not.toContain(idNumber);
    const other = await empty();
    await restore(other, from);
    rmSync(folder, { recursive: true });
    const values = await other.query<{ ref: string; cipher: Buffer | null }>(
      'select ref, cipher from tihang.private_value where tenant = $1',
      [tenant],
    );
    const cipherOf = (ref: string) => values.rows.find((row) => row.ref === ref)?.cipher ?? null;
    const place = { tenant, table: 'private_value', row: kept.ref, field: 'cipher' };
    expect(decryptField(ring, place, cipherOf(kept.ref) ?? Buffer.of())).toEqual({ ok: true, value: idNumber });
    expect(cipherOf(gone.ref)).toBeNull();
    const grants = await other.query('select role from tihang.role_grant where tenant = $1', [tenant]);
    expect(grants.rows).toHaveLength(2);
    expect((await other.query('select from tihang.seen_by where tenant = $1', [tenant])).rowCount).toBe(1);
  });
});

describe('the database and the program', () => {
  it('have the same table of who is shown what, and of whose desk sees that it is there', async () => {
    const tenant = await withCase();
    for (const role of roles) {
      const actor = actorOf(tenant, role);
      const { rows } = await database().store.as(actor, (tx) =>
        sql<{ handles: boolean }>`select handles_chain(${chain}) as handles`.execute(tx),
      );
      expect(rows[0]?.handles, role).toBe(privateDesks.some((each) => each === role));
      for (const kind of kinds) {
        const shown = await database().store.as(actor, (tx) =>
          sql<{ shown: boolean }>`select is_shown(${kind}, ${role}) as shown`.execute(tx),
        );
        expect(shown.rows[0]?.shown, `${kind} ${role}`).toBe(revealers[kind].some((each) => each === role));
      }
    }
  });
});
