// What the bytes of a file are, whatever it is called: its signature, whether all of it is text, and what lies in it.
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { fileKinds } from '#casework/materials/file-kinds.ts';
import type { Sniffed } from '#casework/materials/judge-file.ts';
import { zipNames } from './zip-names.ts';

const headLength = 1024;
/** Signs that no text has; tab, line and page breaks it has. */
const control = /[^\P{Cc}\t\n\v\f\r]/u;

export type TextCheck = {
  readonly add: (chunk: Uint8Array) => void;
  /** How the text begins; null where the bytes were none. */
  readonly end: () => string | null;
};

/** Follows bytes as they come, for as long as they are text in UTF-8. */
export const textCheck = (): TextCheck => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head: string | null = '';
  const take = (chunk?: Uint8Array): void => {
    if (head === null) return;
    try {
      const text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
      head = control.test(text) ? null : head.length < headLength ? (head + text).slice(0, headLength) : head;
    } catch {
      head = null;
    }
  };
  return {
    add: take,
    end: () => {
      take();
      return head;
    },
  };
};

/** Macros of Office, its older macro sheets, controls. */
const macro = /(?:^|\/)(?:vbaProject\.bin|activeX\/|macrosheets\/|ctrlProps\/.*\.bin)/i;

/** A broken file is of no type: the parser says so by throwing. */
const signatureOf = async (path: string): Promise<string | null> =>
  fileTypeFromFile(path).then(
    (found) => found?.mime ?? null,
    () => null,
  );

const namesIn = async (path: string): Promise<readonly string[] | null> => {
  const file = await open(path, 'r');
  try {
    return await zipNames(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
};

const officeTypes: readonly string[] = [fileKinds.docx.mediaType, fileKinds.xlsx.mediaType];

/** @param text  what `textCheck` said while the bytes were written */
export const sniff = async (path: string, text: string | null): Promise<Sniffed> => {
  const type = await signatureOf(path);
  const isOffice = type !== null && officeTypes.includes(type);
  if (type !== 'application/zip' && !isOffice) return { type, text, hasMacros: false };
  const names = await namesIn(path);
  // Without its list no program opens it.
  if (names === null) return { type: 'application/zip', text, hasMacros: false };
  const hasMacros = names.some((name) => macro.test(name));
  const isOfd = type === 'application/zip' && names.includes('OFD.xml');
  return { type: isOfd ? fileKinds.ofd.mediaType : type, text, hasMacros };
};
