// The folder that holds the bytes of files: by tenant and SHA-256, each once, whole or not at all. No name that came from outside
// is ever part of a path.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { rowOf, type FileKind } from '#casework/materials/file-kinds.ts';
import type { FileRefusal } from '#casework/materials/file-refusals.ts';
import { judgeFile, judgeName, tooLarge, type NamedFile } from '#casework/materials/judge-file.ts';
import { refuseMaterial, type MaterialRefusal } from '#casework/materials/material-refusals.ts';
import { errorCode } from './error-code.ts';
import { onDisk } from './on-disk.ts';
import { sniff, textCheck } from './sniff.ts';

/** Where bytes lie: the folder of all files, whose, and their SHA-256 in 64 hex digits. */
export type BytesPlace = { readonly folder: string; readonly tenant: string; readonly sha256: string };

export const pathOf = ({ folder, tenant, sha256 }: BytesPlace): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[a-z][a-z0-9-]{1,39}$/.test(tenant)) throw new Error('no place of a file');
  return join(folder, tenant, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
};

const halves = (folder: string, tenant: string): string => join(folder, tenant, 'half');

export type Incoming = NamedFile & { readonly stream: AsyncIterable<Uint8Array> };

export type Received = {
  readonly ok: true;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly name: string;
};

type Written = { readonly sha256: string; readonly size: number; readonly text: string | null };

/** Null: more came than may, and the sender was stopped. */
const copied = async (
  folder: string,
  file: FileHandle,
  stream: Incoming['stream'],
  mostBytes: number,
): Promise<Written | null> => {
  const [hash, check] = [createHash('sha256'), textCheck()];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) return null;
    hash.update(chunk);
    check.add(chunk);
    await onDisk(folder, file.writeFile(chunk));
  }
  await onDisk(folder, file.sync());
  return { sha256: hash.digest('hex'), size, text: check.end() };
};

const written = async (
  folder: string,
  half: string,
  stream: Incoming['stream'],
  mostBytes: number,
): Promise<Written | null> => {
  await onDisk(folder, mkdir(dirname(half), { recursive: true, mode: 0o700 }));
  const file = await onDisk(folder, open(half, 'wx', 0o600));
  try {
    return await copied(folder, file, stream, mostBytes);
  } finally {
    await onDisk(folder, file.close());
  }
};

/** So that the name is there after a power cut too. Windows opens no folders. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Over what is there: it is the same bytes, and heals a file whose bytes have rotted. */
const moveIn = async (half: string, place: BytesPlace): Promise<void> => {
  const path = pathOf(place);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(half, path);
  for (const each of [folder, dirname(folder), dirname(dirname(folder))]) await syncFolder(each);
};

/**
 * Writes a file as it comes and judges it. Under its hash it appears only when it is whole, on the disk and taken; a refusal, a
 * sender that breaks off and a full disk leave nothing.
 *
 * @returns what was kept, or why it is not taken; by its name it is refused before anything is read
 * @throws StoreError `disk-full`, `folder-unusable`; the error of the stream where the sender broke off
 */
export const receive = async (
  { folder, tenant }: Pick<BytesPlace, 'folder' | 'tenant'>,
  { stream, ...named }: Incoming,
): Promise<Received | FileRefusal> => {
  const taken = judgeName(named);
  if (!taken.ok) return taken;
  const half = join(halves(folder, tenant), randomUUID());
  try {
    const whole = await written(folder, half, stream, rowOf(taken.kind).mostBytes);
    if (whole === null) return tooLarge(taken);
    const { sha256, size, text } = whole;
    const judged = judgeFile({ ...named, size, sniffed: await sniff(half, text) });
    if (!judged.ok) return judged;
    await onDisk(folder, moveIn(half, { folder, tenant, sha256 }));
    return { ok: true, sha256, size, kind: judged.kind, name: judged.name };
  } finally {
    // Where the folder itself is unusable there is nothing to remove; what stays is for `removeHalves`.
    await rm(half, { force: true }).catch(() => undefined);
  }
};

/** Removes what a process that died had begun to write before that moment. */
export const removeHalves = async (
  { folder, tenant }: Pick<BytesPlace, 'folder' | 'tenant'>,
  before: Date,
): Promise<number> => {
  const all = await readdir(halves(folder, tenant)).catch(() => []);
  let removed = 0;
  for (const name of all) {
    const path = join(halves(folder, tenant), name);
    // Its writer may be done with it in the meantime.
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
};

export type Range = {
  /** The first byte, from 0. */
  readonly from: number;
  /** The last byte, included; null to the end. */
  readonly to: number | null;
};

export type Part = {
  readonly ok: true;
  readonly stream: Readable;
  readonly from: number;
  readonly to: number;
  /** Of the whole file. */
  readonly size: number;
};

/** Opens bytes or a part of them. The stream is to be read to its end or destroyed. */
export const readRange = async (
  place: BytesPlace,
  { from, to }: Range = { from: 0, to: null },
): Promise<Part | MaterialRefusal<'bytes-missing' | 'no-such-range'>> => {
  const file = await open(pathOf(place), 'r').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return refuseMaterial('bytes-missing');
  const { size } = await file.stat();
  const last = Math.min(to ?? size - 1, size - 1);
  const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(last) && from >= 0 && from <= last;
  if (!isRange) {
    await file.close();
    return refuseMaterial('no-such-range');
  }
  return { ok: true, stream: file.createReadStream({ start: from, end: last }), from, to: last, size };
};
