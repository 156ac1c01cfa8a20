// The names of what lies in a ZIP, from its own list at the end. Office documents and OFD are ZIPs.
import type { FileHandle } from 'node:fs/promises';

const endMark = 0x06_05_4b_50;
const entryMark = 0x02_01_4b_50;
const endBytes = 22;
const longestComment = 0xff_ff;
const mostListBytes = 8 * 1024 * 1024;

const readAt = async (file: FileHandle, from: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, from);
  return buffer.subarray(0, bytesRead);
};

const listIn = async (file: FileHandle, size: number): Promise<Buffer | null> => {
  const from = Math.max(0, size - endBytes - longestComment);
  const tail = await readAt(file, from, size - from);
  for (let at = tail.length - endBytes; at >= 0; at--)
    if (tail.readUInt32LE(at) === endMark) {
      const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
      return length > mostListBytes || start + length > size ? null : readAt(file, start, length);
    }
  return null;
};

/** The names in it; null where it has no list that can be read. */
export const zipNames = async (file: FileHandle, size: number): Promise<readonly string[] | null> => {
  const list = size < endBytes ? null : await listIn(file, size);
  if (list === null) return null;
  const names: string[] = [];
  for (let at = 0; at < list.length;) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== entryMark) return null;
    const [name, extra, comment] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32)];
    names.push(list.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/'));
    at += 46 + name + extra + comment;
  }
  return names;
};
