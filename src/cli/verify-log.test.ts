// tihang verify-log as an auditor runs it: two files, one answer.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { link, noHash, type Linked } from '#casework/log/chain.ts';
import { printEntries, printRoots } from '#casework/log/exported.ts';
import { rootOf } from '#casework/log/merkle.ts';
import { headsAt } from '#casework/log/verify.ts';
import { folderWith, tihang, type Ran } from '#test/support/tihang.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const written = (tenant: string, chain: string, bodies: readonly string[]): readonly Linked[] =>
  bodies.reduce<readonly Linked[]>((before, body, index) => {
    const at = `2026-09-01T0${index}:00:00.000Z`;
    const entry = { tenant, chain, seq: index + 1, kind: 'submit', at, body };
    return [...before, link(entry, before.at(-1)?.hash ?? noHash, sha256)];
  }, []);

const log = [...written('nantong', 'case/1', ['{}', '{"a":1}', '{}']), ...written('nantong', 'case/2', ['{}'])];
const forged = [...written('nantong', 'case/1', ['{}', '{"a":2}', '{}']), ...written('nantong', 'case/2', ['{}'])];
const heads = headsAt(
  Map.groupBy(log, ({ chain }) => chain),
  '2026-09-01',
);
const roots = printRoots([{ day: '2026-09-01', root: rootOf(heads, sha256), heads: null }]);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const verify = (entries: string, lodged: string | null, ...more: readonly string[]): Ran => {
  const folder = folderWith({ 'log.ndjson': entries, ...(lodged === null ? {} : { 'roots.ndjson': lodged }) });
  folders.push(folder);
  const outside = lodged === null ? [] : ['--roots', join(folder, 'roots.ndjson')];
  return tihang('verify-log', join(folder, 'log.ndjson'), ...outside, ...more);
};

describe('tihang verify-log', () => {
  it('finds an honest log in order', () => {
    const ran = verify(printEntries(log), roots);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toContain('2 条链，4 条记录；与外存日根相符 1 天（共 1 天）');
    expect(ran.out).toContain('相符。');
  });

  it('finds a log that was rewritten to the last hash, and says between which days and where to look', () => {
    const ran = verify(printEntries(forged), roots);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('2026-09-01 的日根与外存的不符');
    expect(ran.out).toContain('case/1');
    const json = verify(printEntries(forged), roots, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ broken: { code: 'other-root', day: '2026-09-01' } });
  });

  it('names the entry where only the entry was changed', () => {
    const changed = printEntries(log).replace('"body":"{\\"a\\":1}"', '"body":"{\\"a\\":9}"');
    const ran = verify(changed, roots);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('「case/1」第 2 条被改过');
  });

  it('says what it cannot say without roots from outside', () => {
    const ran = verify(printEntries(forged), null);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('不能排除整条重写');
  });

  it.each([
    ['a line that is no JSON', `${printEntries(log)}{broken\n`, roots, 'log.ndjson:5'],
    ['a hash that is too short', printEntries(log).replace(/"hash":"[0-9a-f]{4}/, '"hash":"'), roots, 'log.ndjson:1'],
    ['a root of no day', printEntries(log), roots.replace('2026-09-01', '2026-13-01'), 'roots.ndjson:1'],
    ['two cities in one file', printEntries([...log, ...written('other', 'case/1', ['{}'])]), roots, '2 个城市'],
  ])('refuses %s with its place', (_what, entries, lodged, place) => {
    const ran = verify(entries, lodged);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(place);
  });
});
