// Scans of files on a real PostgreSQL, and whether the folder holds what is known: what each verdict stops, and what a restore lacks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabases, testDatabase } from '#test/support/database.ts';
import { actorOf, another } from '#test/support/firms.ts';
import { clockOf, finding, materialsIn } from '#test/support/materials.ts';
import { smallPdf } from '#test/support/small-files.ts';
import type { StoreActor } from './actor.ts';
import { backUp, restore } from './backup.ts';
import { pathOf } from './file-folder.ts';
import { scanFile, toScan, type Scanner } from './file-scans.ts';
import { missingFiles } from './missing-files.ts';

const database = testDatabase();
const empty = emptyDatabases();
const folder = mkdtempSync(join(tmpdir(), 'tihang-scans-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { withCases, tryKeep, keep, inCase, look, put } = materialsIn(database, folder);

describe('a scan', () => {
  const start = async () => {
    const tenant = await withCases();
    const agent = actorOf(tenant, 'agent');
    return { tenant, agent, ...(await keep(agent)) };
  };
  const scanned = (tenant: string, sha256: string, scanner: Scanner) =>
    scanFile(database().store, clockOf(tenant), { folder, sha256 }, scanner);
  const waiting = (tenant: string) => database().store.as(clockOf(tenant), toScan);
  const state = async (agent: StoreActor) => (await inCase(agent))[0]?.scan;

  it('that nobody makes leaves a file 未扫描: it is given out, and waits to be scanned', async () => {
    const { tenant, agent, id, sha256 } = await start();
    expect(await look(agent, id)).toMatchObject({ ok: true, material: { scan: 'unscanned' } });
    expect(await waiting(tenant)).toEqual([sha256]);
    expect(await database().store.as(actorOf(tenant, 'public'), toScan)).toEqual([]);
  });

  it('is given the bytes; while it runs nothing is given out, and afterwards what it said counts', async () => {
    const { tenant, agent, id, sha256 } = await start();
    const seen: unknown[] = [];
    await scanned(tenant, sha256, {
      engine: '试验',
      scan: async (path) => {
        seen.push(path, await look(agent, id), await waiting(tenant));
        return 'clean';
      },
    });
    expect(seen).toMatchObject([pathOf({ folder, tenant, sha256 }), { ok: false, code: 'being-scanned' }, []]);
    expect(await state(agent)).toBe('clean');
    expect((await look(agent, id)).ok).toBe(true);
    expect(await waiting(tenant)).toEqual([]);
  });

  it('that finds a virus stops the file for everybody, also for the other firm with the same bytes', async () => {
    const { tenant, agent, id, sha256 } = await start();
    const other = actorOf(tenant, 'agent', { organisation: another, person: 'zhao' });
    const theirs = await keep(other, { use: { case: 'o-1', label: '审计报告' } });
    expect(await scanned(tenant, sha256, finding({ virus: 'EICAR' }))).toEqual({ virus: 'EICAR' });
    for (const role of ['agent', 'handler', 'inspection'] as const)
      expect(await look(actorOf(tenant, role), id), role).toMatchObject({ ok: false, code: 'has-virus' });
    expect(await look(other, theirs.id)).toMatchObject({ code: 'has-virus' });
    expect(await state(agent)).toBe('virus');
    expect(await put(agent, { case: 'c-2', material: id, label: '审计报告' })).toMatchObject({ code: 'has-virus' });
    // Handed in once more it is the same bytes, and no case takes them.
    expect(await tryKeep(agent, { use: { case: 'c-2', label: '审计报告' } })).toMatchObject({ code: 'has-virus' });
    await scanned(tenant, sha256, finding('failed'));
    expect(await state(agent)).toBe('virus');
    await scanned(tenant, sha256, finding('clean'));
    expect(await state(agent)).toBe('clean');
  });

  it('that breaks has failed: the file is given out with that word, and comes again later', async () => {
    const { tenant, agent, id, sha256 } = await start();
    expect(await scanned(tenant, sha256, { engine: '试验', scan: () => Promise.reject(new Error('broken')) })).toBe(
      'failed',
    );
    expect(await look(agent, id)).toMatchObject({ ok: true, material: { scan: 'failed' } });
    expect(await waiting(tenant)).toEqual([]);
  });
});

describe('after a restore', () => {
  it('the rows are back, and the files that the folder lacks or has otherwise are named', async () => {
    const tenant = await withCases();
    const agent = actorOf(tenant, 'agent');
    const whole = await keep(agent);
    const gone = await keep(agent, {}, smallPdf('% gone\n'));
    const rotten = await keep(agent, {}, smallPdf('% rotten\n'));
    await scanFile(database().store, clockOf(tenant), { folder, sha256: whole.sha256 }, finding('clean'));
    await look(agent, whole.id);
    const missing = () => missingFiles(database().store, clockOf(tenant), folder);
    expect(await missing()).toEqual([]);
    rmSync(pathOf({ folder, tenant, sha256: gone.sha256 }));
    writeFileSync(pathOf({ folder, tenant, sha256: rotten.sha256 }), smallPdf('% mended\n'));
    expect(await missing()).toEqual(
      [
        { sha256: gone.sha256, what: 'missing' },
        { sha256: rotten.sha256, what: 'changed' },
      ].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    );
    const place = join(folder, 'backup');
    const client = await database().direct.connect();
    const made = await backUp(client, place).finally(() => client.release());
    const into = await empty();
    expect(await restore(into, place)).toEqual(made);
    const { rows } = await into.query<{ n: number }>(
      `select count(*)::int as n from tihang.material m join tihang.material_use u on u.tenant = m.tenant and u.material = m.id
       where m.tenant = $1`,
      [tenant],
    );
    expect(rows).toEqual([{ n: 3 }]);
    // The next scan and the next look take the next place.
    for (const table of ['material_scan', 'material_look']) {
      const next = await into.query<{ follows: boolean }>(
        `select nextval(pg_get_serial_sequence('tihang.${table}', 'place')) > max(place) as follows from tihang.${table}`,
      );
      expect(next.rows, table).toEqual([{ follows: true }]);
    }
  });
});
