// The folder of files on a real disk: whole or not at all, whatever comes, breaks off or fills up.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { fileKindCodes } from '#casework/materials/file-kinds.ts';
import {
  smallCompound,
  smallDocx,
  smallJpeg,
  smallOfd,
  smallPdf,
  smallPng,
  smallProgram,
  smallXlsm,
  smallXlsx,
  smallZip,
} from '#test/support/small-files.ts';
import { pathOf, readRange, receive, removeHalves } from './file-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'tihang-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
const fresh = () => ({ folder: join(root, String(count++)), tenant: 'willow' });
type Where = ReturnType<typeof fresh>;

const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const put = (where: Where, name: string, bytes: Uint8Array, declaredType = '') =>
  receive(where, { name, declaredType, stream: Readable.from([bytes]) });
const saidOf = async (where: Where, name: string, bytes: Uint8Array): Promise<string> => {
  const said = await put(where, name, bytes);
  return said.ok ? said.kind : said.code;
};

/** Every file below the folder. */
const filesIn = ({ folder }: Where): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
    : [];

const samples = {
  pdf: smallPdf(),
  ofd: smallOfd(),
  jpeg: smallJpeg(),
  png: smallPng(),
  xlsx: smallXlsx(),
  docx: smallDocx(),
  csv: Buffer.from('\uFEFF名称,金额\r\n柳东机械,100\r\n'),
  txt: Buffer.from('说明'),
};

describe('a file that comes', () => {
  it('of each kind is known by its bytes and lies under its hash, and nothing else does', async () => {
    const where = fresh();
    for (const kind of fileKindCodes) expect(await saidOf(where, `a.${kind}`, samples[kind]), kind).toBe(kind);
    const expected = Object.values(samples).map((bytes) => {
      const name = hex(bytes);
      return join('willow', name.slice(0, 2), name.slice(2, 4), name);
    });
    expect(filesIn(where).toSorted()).toEqual(expected.toSorted());
  });

  it('is told with its hash, size and clean name, and reads back as it came', async () => {
    const where = fresh();
    const bytes = smallPdf();
    const said = await put(where, '../../上年度审计.pdf', bytes, 'application/pdf');
    expect(said).toEqual({ ok: true, sha256: hex(bytes), size: bytes.length, kind: 'pdf', name: '上年度审计.pdf' });
    expect(readFileSync(pathOf({ ...where, sha256: hex(bytes) }))).toEqual(bytes);
  });

  it('twice lies there once, and heals what has rotted', async () => {
    const where = fresh();
    const place = { ...where, sha256: hex(samples.pdf) };
    await put(where, 'a.pdf', samples.pdf);
    writeFileSync(pathOf(place), 'rot');
    await Promise.all([put(where, 'b.pdf', samples.pdf), put(where, 'c.pdf', samples.pdf)]);
    expect(filesIn(where)).toHaveLength(1);
    expect(readFileSync(pathOf(place))).toEqual(samples.pdf);
  });

  it('in pieces that cut its letters is text all the same', async () => {
    const bytes = Buffer.from('名称,金额\n'.repeat(500));
    const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    const said = await receive(fresh(), { name: 'a.csv', declaredType: '', stream: Readable.from(pieces) });
    expect(said).toMatchObject({ ok: true, sha256: hex(bytes) });
  });

  it('that lies about itself is refused and leaves nothing', async () => {
    const where = fresh();
    const lies: readonly (readonly [string, Buffer, string])[] = [
      ['a.pdf', samples.png, 'not-what-it-says'],
      ['a.png', samples.pdf, 'not-what-it-says'],
      ['a.jpg', samples.png, 'not-what-it-says'],
      ['a.pdf', smallProgram(), 'executable'],
      ['a.pdf', Buffer.from('<!doctype html><script>x</script>'), 'executable'],
      ['a.txt', Buffer.from('#!/bin/sh\nrm -r /\n'), 'executable'],
      ['a.docx', samples.xlsx, 'not-what-it-says'],
      ['a.xlsx', smallZip({ 'a.txt': 'x' }), 'not-what-it-says'],
      ['a.ofd', smallZip({ 'a/OFD.xml': 'x' }), 'not-what-it-says'],
      ['a.xlsx', smallXlsm(), 'macros'],
      ['a.xlsx', smallXlsx({ 'xl/vbaProject.bin': 'x' }), 'macros'],
      ['a.xlsx', smallXlsx({ 'xl/macrosheets/sheet1.xml': 'x' }), 'macros'],
      // Cut off in the middle: its list is missing.
      ['a.xlsx', samples.xlsx.subarray(0, -30), 'not-what-it-says'],
      ['a.docx', smallCompound(), 'protected'],
      ['a.csv', Buffer.from([0xc3, 0xfb, 0xb3, 0xc6]), 'not-utf8'], // 名称 in GBK
      ['a.txt', Buffer.from('a\0b'), 'not-utf8'],
      ['a.txt', samples.txt.subarray(0, 4), 'not-utf8'],
      ['a.txt', samples.pdf, 'not-utf8'],
      ['a.pdf', Buffer.alloc(0), 'empty'],
      ['a.exe', smallProgram(), 'executable'],
      ['../../etc/passwd', Buffer.from('root:x'), 'kind-not-taken'],
    ];
    for (const [name, bytes, code] of lies) expect(await saidOf(where, name, bytes), `${name} ${code}`).toBe(code);
    expect(filesIn(where)).toEqual([]);
  });

  it('without end is stopped at its limit, and leaves nothing', async () => {
    const where = fresh();
    let sent = 0;
    const piece = Buffer.alloc(1024 * 1024, 'a');
    const endless = new Readable({
      read() {
        sent++;
        this.push(piece);
      },
    });
    expect(await receive(where, { name: 'a.txt', declaredType: '', stream: endless })).toMatchObject({
      ok: false,
      code: 'too-large',
    });
    expect(endless.destroyed).toBe(true);
    // Ten are the limit; some lie in the stream's own buffer.
    expect(sent).toBeLessThan(20);
    expect(filesIn(where)).toEqual([]);
  });

  it('whose sender breaks off in the middle leaves nothing', async () => {
    const where = fresh();
    const stream = new Readable({ read: () => undefined });
    const coming = receive(where, { name: 'a.pdf', declaredType: '', stream });
    stream.push(samples.pdf);
    await expect.poll(() => filesIn(where)).toHaveLength(1);
    expect(filesIn(where)[0]).toContain(join('willow', 'half'));
    stream.destroy(new Error('the line was cut'));
    await expect(coming).rejects.toThrow('the line was cut');
    expect(filesIn(where)).toEqual([]);
  });

  it('whose writer died is under no hash, and what it left is removed when it is old', async () => {
    const where = fresh();
    const half = join(where.folder, 'willow', 'half');
    mkdirSync(half, { recursive: true });
    for (const name of ['old', 'young']) writeFileSync(join(half, name), 'x');
    utimesSync(join(half, 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
    expect(await removeHalves(where, new Date('2026-01-02'))).toBe(1);
    expect(readdirSync(half)).toEqual(['young']);
    expect(await removeHalves(fresh(), new Date())).toBe(0);
  });

  it('is told what to do where the folder is unusable', async () => {
    const where = fresh();
    writeFileSync(where.folder, 'a file');
    await expect(put(where, 'a.pdf', samples.pdf)).rejects.toMatchObject({ code: 'folder-unusable' });
  });
});

const done = (program: string, ...words: readonly string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore' }).status === 0;

const mounted = (at: string): boolean => {
  mkdirSync(at, { recursive: true });
  return done('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at);
};

describe('a full disk', () => {
  it('ends with what to do, leaves nothing behind, and a smaller file still fits', async ({ skip }) => {
    const where = fresh();
    skip(!mounted(where.folder), 'only root on Linux can mount a small disk to fill');
    try {
      const big = Buffer.concat([samples.pdf, Buffer.alloc(2 * 1024 * 1024, 'a')]);
      await expect(put(where, 'a.pdf', big)).rejects.toMatchObject({
        code: 'disk-full',
        said: { todo: '请系统管理员清理磁盘或者扩容，然后重新上传。' },
      });
      expect(filesIn(where)).toEqual([]);
      expect(await put(where, 'a.pdf', samples.pdf)).toMatchObject({ ok: true });
    } finally {
      done('umount', where.folder);
    }
  });
});

describe('a part of a file', () => {
  const bytes = Buffer.from('0123456789');
  const inFolder = async () => {
    const where = fresh();
    await put(where, 'a.txt', bytes);
    return { ...where, sha256: hex(bytes) };
  };
  const read = async (...range: Parameters<typeof readRange>) => {
    const part = await readRange(...range);
    if (!part.ok) return part.code;
    return [(await buffer(part.stream)).toString(), part.from, part.to, part.size];
  };

  it('is read from its first to its last byte, to the end, or as much as there is', async () => {
    const place = await inFolder();
    expect(await read(place)).toEqual(['0123456789', 0, 9, 10]);
    expect(await read(place, { from: 2, to: 4 })).toEqual(['234', 2, 4, 10]);
    expect(await read(place, { from: 9, to: null })).toEqual(['9', 9, 9, 10]);
    expect(await read(place, { from: 0, to: 0 })).toEqual(['0', 0, 0, 10]);
    expect(await read(place, { from: 5, to: 1000 })).toEqual(['56789', 5, 9, 10]);
  });

  it('that is not there is refused', async () => {
    const place = await inFolder();
    for (const range of [
      { from: 10, to: null },
      { from: -1, to: 3 },
      { from: 4, to: 3 },
      { from: 0.5, to: 3 },
      { from: Number.NaN, to: 3 },
    ])
      expect(await read(place, range)).toBe('no-such-range');
    expect(await read({ ...place, sha256: hex(Buffer.from('other')) })).toBe('bytes-missing');
    expect(await read({ ...place, tenant: 'orchard' })).toBe('bytes-missing');
  });

  it('is never outside the folder', async () => {
    const place = await inFolder();
    for (const wrong of [
      { ...place, sha256: '../../../../etc/passwd' },
      { ...place, sha256: `${'a'.repeat(63)}/` },
      { ...place, tenant: '..' },
      { ...place, tenant: 'a/../..' },
    ])
      await expect(readRange(wrong)).rejects.toThrow('no place of a file');
  });
});
