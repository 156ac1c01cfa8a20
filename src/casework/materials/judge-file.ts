// Whether a file is taken: what its name says, what the browser said, and what its bytes are have to be one and the same.
import { cleanName, dotParts, lastPart } from './clean-name.ts';
import { kindOfName, rowOf, type FileKind } from './file-kinds.ts';
import { refuseFile, type FileRefusal, type FileRefusalCode } from './file-refusals.ts';

/** What the bytes are, whatever anybody calls them. */
export type Sniffed = {
  /** The media type that the bytes show; null where they show none. */
  readonly type: string | null;
  /** How it begins, where all of it is text in UTF-8 without control signs; null where it is not. */
  readonly text: string | null;
  /** Macros or controls lie inside. */
  readonly hasMacros: boolean;
};

export type NamedFile = {
  /** As it came, with whatever path or signs. */
  readonly name: string;
  /** The media type that came with it; empty where none did. */
  readonly declaredType: string;
};

export type TakenFile = { readonly ok: true; readonly kind: FileKind; readonly name: string };

/** Endings that a system runs. */
const programs: ReadonlySet<string> = new Set(
  (
    'exe com scr pif cpl msi msp dll sys bat cmd ps1 psm1 vbs vbe js jse mjs ws wsf wsh hta jar class lnk url reg inf sh bash ' +
    'command app apk ipa dmg pkg deb rpm run bin elf php jsp asp aspx py pl rb html htm xhtml mht mhtml shtml svg swf chm'
  ).split(' '),
);

/** Between dots these are rather part of a page's or a version's name. */
const oftenInNames: ReadonlySet<string> = new Set(['com', 'app', 'bin', 'run', 'pkg', 'sys', 'inf', 'url', 'js']);

const macroEndings: ReadonlySet<string> = new Set('docm dotm xlsm xltm xlsb xlam xla pptm potm ppsm ppam'.split(' '));

const programTypes: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/x-shockwave-flash',
  'application/x.ms.shortcut',
  'application/vnd.ms-htmlhelp',
  'application/wasm',
  'application/x-msi',
]);

/** What can be all text and is still no plain text. Other signatures are two letters that a text may well begin with. */
const writtenTypes: ReadonlySet<string> = new Set(['application/pdf', 'application/rtf', 'application/postscript']);

const script = /^\uFEFF?\s*(?:#!|<\?|<!doctype|<html|<head|<body|<script|<svg|<iframe|@echo\b)/i;

/** Old documents, and new ones behind a password. */
const compound = 'application/x-cfb';

const noType: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

const declares = (kind: FileKind, given: string): boolean => {
  const type = (given.split(';')[0] ?? '').trim().toLowerCase();
  const { mediaType, alsoCalled } = rowOf(kind);
  return noType.has(type) || type === mediaType || alsoCalled.includes(type);
};

const refused = (code: FileRefusalCode, name: string, kind: FileKind | null = null): FileRefusal => {
  const row = kind === null ? null : rowOf(kind);
  return refuseFile(code, { name, kind: row?.name ?? '', mostBytes: row?.mostBytes ?? 0 });
};

/**
 * Whether a file can be taken by what is said of it, before one byte of it has come.
 *
 * @returns the kind and the name to keep, or the first reason why not
 * @problem kind-not-taken, executable, macros, double-ending, declared-otherwise
 * @source casework: materials
 */
export const judgeName = ({ name: given, declaredType }: NamedFile): TakenFile | FileRefusal => {
  const name = cleanName(given);
  const last = lastPart(name);
  if (programs.has(last)) return refused('executable', name);
  if (macroEndings.has(last)) return refused('macros', name);
  const kind = kindOfName(name);
  if (kind === null) return refused('kind-not-taken', name);
  if (dotParts(name).some((part) => programs.has(part) && !oftenInNames.has(part)))
    return refused('double-ending', name);
  if (!declares(kind, declaredType)) return refused('declared-otherwise', name, kind);
  return { ok: true, kind, name };
};

const wrongText = ({ type, text }: Sniffed): FileRefusalCode | null => {
  if (text === null) return 'not-utf8';
  if (script.test(text)) return 'executable';
  return type !== null && writtenTypes.has(type) ? 'not-what-it-says' : null;
};

const wrongBytes = (kind: FileKind, sniffed: Sniffed): FileRefusalCode | null => {
  const { type, text, hasMacros } = sniffed;
  const { isText, mediaType } = rowOf(kind);
  // Text has none of the zero bytes that every program has.
  if (text === null && type !== null && programTypes.has(type)) return 'executable';
  if (hasMacros || type?.includes('macroenabled') === true) return 'macros';
  if (isText) return wrongText(sniffed);
  if (type === mediaType) return null;
  if (text !== null && script.test(text)) return 'executable';
  return type === compound && (kind === 'docx' || kind === 'xlsx') ? 'protected' : 'not-what-it-says';
};

/**
 * Whether a file is taken, now that it has come whole.
 *
 * @param size  in bytes
 * @returns     the kind and the name to keep, or the first reason why not
 * @problem     what `judgeName` says, empty, too-large, executable, macros, protected, not-what-it-says, not-utf8
 * @source      casework: materials
 */
export const judgeFile = ({
  sniffed,
  size,
  ...named
}: NamedFile & { readonly sniffed: Sniffed; readonly size: number }): TakenFile | FileRefusal => {
  const taken = judgeName(named);
  if (!taken.ok) return taken;
  const { kind, name } = taken;
  if (size === 0) return refused('empty', name, kind);
  if (size > rowOf(kind).mostBytes) return refused('too-large', name, kind);
  const wrong = wrongBytes(kind, sniffed);
  return wrong === null ? taken : refused(wrong, name, kind);
};

/** The refusal of a file that has grown past its kind's limit while it was coming. */
export const tooLarge = ({ name, kind }: TakenFile): FileRefusal => refused('too-large', name, kind);
