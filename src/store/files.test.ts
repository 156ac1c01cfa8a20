// Files of cases on a real PostgreSQL and a real folder: who hands in, who is shown, what is used again, and what a virus stops.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { materialMakers, withoutMaterials } from '#casework/materials/material-roles.ts';
import { roles, seats, type Role } from '#casework/cases/roles.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import { actorOf, another, county, own, sqlState } from '#test/support/firms.ts';
import { clockOf, elsewhere, finding, materialsIn } from '#test/support/materials.ts';
import { smallPdf, smallPng } from '#test/support/small-files.ts';
import type { StoreActor } from './actor.ts';
import { readRange } from './file-folder.ts';
import { scanFile } from './file-scans.ts';
import { findMaterial, looksAt, ownMaterials } from './files.ts';
import type { NewFile } from './keep-file.ts';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tihang-materials-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { withCases, consent, tryKeep, keep, inCase, look, put } = materialsIn(database, folder);

describe('a file of a case', () => {
  it('is kept with its hash, size, kind and clean name, and listed in the case with what it is there', async () => {
    const tenant = await withCases();
    const agent = actorOf(tenant, 'agent');
    const kept = await keep(agent, { name: '../账/审计报告.pdf' });
    const moment: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await inCase(agent)).toEqual([
      {
        id: kept.id,
        sha256: kept.sha256,
        size: smallPdf().length,
        kind: 'pdf',
        name: '审计报告.pdf',
        firm: own,
        madeBy: agent.person,
        at: moment,
        scan: 'unscanned',
        label: '上年度审计报告',
        usedBy: agent.person,
        usedAt: moment,
      },
    ]);
  });

  it('handed in twice is one file; the other firm’s same bytes are another, and neither hears of the other', async () => {
    const tenant = await withCases();
    const [agent, other] = [
      actorOf(tenant, 'agent'),
      actorOf(tenant, 'agent', { organisation: another, person: 'zhao' }),
    ];
    const first = await keep(agent);
    expect(await keep(agent, { name: '又一次.pdf' })).toEqual(first);
    const theirs = await keep(other, { name: '别家.pdf', use: { case: 'o-1', label: '审计报告' } });
    expect(theirs.sha256).toBe(first.sha256);
    expect(theirs.id).not.toBe(first.id);
    expect((await inCase(agent)).map(({ name }) => name)).toEqual(['审计报告.pdf']);
    expect((await inCase(other, 'o-1')).map(({ name }) => name)).toEqual(['别家.pdf']);
    expect(await inCase(other)).toEqual([]);
    const shelf = await database().store.as(other, (tx) => ownMaterials(tx, other));
    expect(shelf.map(({ name }) => name)).toEqual(['别家.pdf']);
    expect(await look(agent, theirs.id)).toMatchObject({ code: 'no-such-material' });
    expect(await look(other, first.id)).toMatchObject({ code: 'no-such-material' });
  });

  it('is used again in another case of the firm, and in no other firm’s', async () => {
    const tenant = await withCases();
    const [agent, colleague] = [actorOf(tenant, 'agent'), actorOf(tenant, 'agent', { person: 'colleague' })];
    const { id } = await keep(agent);
    const again = { case: 'c-2', material: id, label: '审计报告' };
    expect(await put(colleague, again)).toEqual({ ok: true });
    expect(await put(colleague, again)).toEqual({ ok: true });
    expect((await inCase(agent, 'c-2')).map((each) => each.id)).toEqual([id]);
    const handler = actorOf(tenant, 'handler');
    expect(await put(handler, { ...again, case: 'o-1' })).toMatchObject({ code: 'other-firm' });
    expect(await put(colleague, { ...again, case: 'o-1' })).toMatchObject({ code: 'no-such-case' });
    expect(await put(colleague, { ...again, label: ' ' })).toMatchObject({ code: 'label-missing' });
    expect(await put(colleague, { ...again, material: randomUUID() })).toMatchObject({ code: 'no-such-material' });
    const forged = (actor: StoreActor, chain: string) =>
      sqlState(
        database().store.as(actor, (tx) =>
          sql`insert into material_use (tenant, chain, material, label, used_by) values (${tenant}, ${chain}, ${id}, 'x', ${actor.person})`.execute(
            tx,
          ),
        ),
      );
    expect(await forged(handler, 'case/o-1')).toBe('42501');
    expect(await forged(colleague, 'case/o-1')).toBe('42501');
    expect(await forged(actorOf(tenant, 'director'), 'case/c-2')).toBe('42501');
    expect(await forged(colleague, 'case/c-2')).toBe('done');
  });

  it('that an official wrote goes into a case by his own hand only', async () => {
    const tenant = await withCases();
    const [handler, head] = [actorOf(tenant, 'handler'), actorOf(tenant, 'division-head')];
    const { id } = await keep(handler);
    expect((await inCase(actorOf(tenant, 'agent'))).map(({ firm }) => firm)).toEqual([null]);
    expect(await put(head, { case: 'o-1', material: id, label: '核查记录' })).toMatchObject({ code: 'other-firm' });
    expect(await put(handler, { case: 'o-1', material: id, label: '核查记录' })).toEqual({ ok: true });
  });

  it('is handed in by the window for a firm whose case it sees, and for no other', async () => {
    const tenant = await withCases();
    const window = actorOf(tenant, 'window', { jurisdiction: county });
    const { id } = await keep(window, { firm: own });
    expect(await inCase(actorOf(tenant, 'legal-person'))).toMatchObject([{ id, firm: own, madeBy: window.person }]);
    expect(await tryKeep(window, { firm: another })).toMatchObject({ code: 'not-for-you' });
    expect(await tryKeep(actorOf(tenant, 'handler'), { firm: own })).toMatchObject({ code: 'not-for-you' });
    // A firm's people hand in for their firm, whatever they say.
    expect(await inCase(actorOf(tenant, 'agent'))).toHaveLength(1);
    const agent = actorOf(tenant, 'agent');
    const kept = await keep(agent, { firm: another });
    expect(await database().store.as(agent, (tx) => findMaterial(tx, kept.id))).toMatchObject({ firm: own });
  });

  it('is refused before its bytes are taken where the case or the role does not let it in', async () => {
    const tenant = await withCases();
    let asked = 0;
    const watched = (): NewFile['stream'] => ({
      [Symbol.asyncIterator]: () => {
        asked++;
        return Readable.from([smallPdf()])[Symbol.asyncIterator]();
      },
    });
    const agent = actorOf(tenant, 'agent');
    const refused = async (actor: StoreActor, other: Partial<NewFile>) => {
      const said = await tryKeep(actor, { stream: watched(), ...other });
      return said.ok ? 'kept' : said.code;
    };
    expect(await refused(agent, { use: { case: 'o-1', label: 'x' } })).toBe('no-such-case');
    expect(await refused(agent, { use: { case: 'c-1', label: '' } })).toBe('label-missing');
    expect(await refused(agent, { name: 'a.exe' })).toBe('executable');
    for (const role of roles.filter((each) => !materialMakers.some((maker) => maker === each)))
      expect(await refused(actorOf(tenant, role), {}), role).toBe('not-for-you');
    expect(asked).toBe(0);
    expect(await refused(agent, { name: 'a.png', declaredType: '' })).toBe('not-what-it-says');
    expect(asked).toBe(1);
    expect(await inCase(agent)).toEqual([]);
  });

  it('cannot be changed, removed, forged for somebody else or given another moment', async () => {
    const tenant = await withCases();
    const agent = actorOf(tenant, 'agent');
    const { id } = await keep(agent);
    await look(agent, id);
    await scanFile(database().store, clockOf(tenant), { folder, sha256: (await keep(agent)).sha256 }, finding('clean'));
    for (const table of ['material', 'material_use', 'material_scan', 'material_look'])
      for (const text of [`update ${table} set tenant = tenant`, `delete from ${table}`, `truncate ${table} cascade`]) {
        expect(await sqlState(database().store.as(agent, (tx) => sql.raw(text).execute(tx))), text).toBe('42501');
        const direct = text.replace(table, `tihang.${table}`);
        expect(await sqlState(database().direct.query(direct)), direct).toBe('42501');
      }
    const row = (firm: string, by: string, more = '', value = '') =>
      `insert into material (tenant, id, sha256, size, kind, name, firm, made_by, organisation${more})
       values ('${tenant}', '${randomUUID()}', decode(repeat('ab', 32), 'hex'), 1, 'pdf', 'a.pdf', '${firm}', '${by}', '${own}'${value})`;
    const insert = (text: string) => sqlState(database().store.as(agent, (tx) => sql.raw(text).execute(tx)));
    expect(await insert(row(another, agent.person))).toBe('42501');
    expect(await insert(row(own, 'somebody'))).toBe('42501');
    expect(await insert(row(own, agent.person, ', at', ", '2020-01-01'"))).toBe('42501');
    expect(await insert(row(own, agent.person).replace("'a.pdf'", "'a/b.pdf'"))).toBe('23514');
    expect(await insert(row(own, agent.person))).toBe('done');
    expect(
      await insert(
        `insert into material_scan (tenant, sha256, state, engine) values ('${tenant}', decode(repeat('ab', 32), 'hex'), 'clean', 'x')`,
      ),
    ).toBe('42501');
    expect(
      await insert(
        `insert into material_look (tenant, material, looked_by, role, organisation) values ('${tenant}', '${id}', 'somebody', 'agent', '${own}')`,
      ),
    ).toBe('42501');
  });
});

describe('who is shown a file', () => {
  const inRight: readonly Role[] = [
    'legal-person',
    'agent',
    'window',
    'county-reviewer',
    'handler',
    'division-head',
    'vice-director',
    'director',
    'joint-bureau',
    'site-inspector',
    'auditor',
    'register-manager',
    'maker',
    'checker',
    'releaser',
    'county-treasury',
    'city-treasury',
    'partner',
    'inspection',
    'clock',
  ];

  it('is by the case’s place, for every role; in the wrong place nobody but inspection and the clock', async () => {
    const tenant = await withCases();
    await consent(tenant, true);
    const { id } = await keep(actorOf(tenant, 'agent', { person: 'maker-of-it' }));
    for (const role of roles) {
      const found = await inCase(actorOf(tenant, role));
      expect(found.length, role).toBe(inRight.includes(role) ? 1 : 0);
      const away = actorOf(tenant, role, { jurisdiction: elsewhere, organisation: '别家', person: 'stranger' });
      const seen = role === 'inspection' || role === 'clock';
      expect((await inCase(away)).length, `${role} elsewhere`).toBe(seen ? 1 : 0);
      expect((await look(away, id)).ok, `${role} elsewhere`).toBe(seen);
      const otherCity = actorOf(await freshTenant(database()), role);
      expect(await inCase(otherCity), `${role} in another city`).toEqual([]);
      expect((await look(otherCity, id)).ok, `${role} in another city`).toBe(false);
    }
  });

  it('is said by the same tables in the program and in the database', async () => {
    const { rows } = await database().direct.query<{ role: string; hands: boolean; shown: boolean }>(
      'select role, tihang.hands_in(role) as hands, tihang.is_shown_materials(role) as shown from unnest($1::text[]) as each(role)',
      [roles],
    );
    const listed = (list: readonly Role[], role: string): boolean => list.some((each) => each === role);
    expect(rows).toHaveLength(roles.length);
    for (const { role, hands, shown } of rows) {
      expect(hands, role).toBe(listed(materialMakers, role));
      expect(shown, role).toBe(!listed(withoutMaterials, role));
    }
    // Whoever hands in for himself has a desk or a firm.
    expect(materialMakers.filter((role) => ['anyone', 'nobody'].includes(seats[role]))).toEqual([]);
  });

  it('ends for a partner with the consent, but for what it handed in itself', async () => {
    const tenant = await withCases();
    await consent(tenant, true);
    const [agent, partner] = [actorOf(tenant, 'agent'), actorOf(tenant, 'partner')];
    const { id } = await keep(agent);
    const answer = await keep(partner, { name: '意见.pdf', use: { case: 'c-1', label: '合作机构意见' } });
    expect(await inCase(partner)).toHaveLength(2);
    expect((await look(partner, id)).ok).toBe(true);
    await consent(tenant, false);
    expect(await inCase(partner)).toEqual([]);
    expect(await look(partner, id)).toMatchObject({ code: 'no-such-material' });
    expect((await look(partner, answer.id)).ok).toBe(true);
    expect(await tryKeep(partner)).toMatchObject({ code: 'no-such-case' });
  });

  it('is a talent for his own files; an agent who changed firms loses those of the former', async () => {
    const tenant = await withCases();
    const [agent, talent] = [actorOf(tenant, 'agent'), actorOf(tenant, 'talent')];
    const books = await keep(agent);
    const degree = await keep(talent, { name: '学位证.png', declaredType: 'image/png' }, smallPng());
    expect((await inCase(talent)).map(({ id }) => id)).toEqual([degree.id]);
    expect(await look(talent, books.id)).toMatchObject({ code: 'no-such-material' });
    expect((await inCase(agent)).map(({ id }) => id).toSorted()).toEqual([books.id, degree.id].toSorted());
    expect((await look({ ...agent, organisation: another }, books.id)).ok).toBe(false);
  });

  it('stands in a line that the firm, who looked and the audit see, and nobody else', async () => {
    const tenant = await withCases();
    const [agent, handler] = [actorOf(tenant, 'agent'), actorOf(tenant, 'handler')];
    const { id, sha256 } = await keep(agent);
    const given = await look(handler, id);
    if (!given.ok) throw new Error(given.code);
    const part = await readRange({ folder, tenant, sha256: given.material.sha256 }, { from: 0, to: 7 });
    if (!part.ok) throw new Error(part.code);
    expect((await buffer(part.stream)).toString()).toBe('%PDF-1.4');
    expect(given.material.sha256).toBe(sha256);
    const lines = (actor: StoreActor) => database().store.as(actor, looksAt);
    const line = { material: id, by: handler.person, role: 'handler', organisation: handler.organisation };
    for (const role of ['legal-person', 'agent', 'handler', 'audit-admin'] as const)
      expect(await lines(actorOf(tenant, role)), role).toMatchObject([line]);
    for (const role of ['director', 'talent', 'partner', 'county-reviewer', 'system-admin'] as const)
      expect(await lines(actorOf(tenant, role)), role).toEqual([]);
    expect(await lines(actorOf(tenant, 'agent', { organisation: another, person: 'zhao' }))).toEqual([]);
  });
});
