// The kinds of files that a case takes: what their names end in, what browsers call them, what their bytes are, how big.
import { lastPart } from './clean-name.ts';

type KindRow = {
  /** As people call it. */
  readonly name: string;
  /** Without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  /** With which it is served. */
  readonly mediaType: string;
  /** Other media types that browsers give to such a file. */
  readonly alsoCalled: readonly string[];
  /** Nothing but text in UTF-8. */
  readonly isText: boolean;
  readonly mostBytes: number;
};

const mebibyte = 1024 * 1024;
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @source casework: materials. The sizes are the product's own. */
export const fileKinds = {
  pdf: {
    name: 'PDF',
    extensions: ['pdf'],
    mediaType: 'application/pdf',
    alsoCalled: ['application/x-pdf'],
    isText: false,
    mostBytes: 50 * mebibyte,
  },
  // Electronic invoices and official letters come as OFD, GB/T 33190.
  ofd: {
    name: 'OFD',
    extensions: ['ofd'],
    mediaType: 'application/ofd',
    alsoCalled: ['application/zip', 'application/x-zip-compressed'],
    isText: false,
    mostBytes: 20 * mebibyte,
  },
  jpeg: {
    name: 'JPEG图片',
    extensions: ['jpg', 'jpeg'],
    mediaType: 'image/jpeg',
    alsoCalled: ['image/pjpeg', 'image/jpg'],
    isText: false,
    mostBytes: 20 * mebibyte,
  },
  png: {
    name: 'PNG图片',
    extensions: ['png'],
    mediaType: 'image/png',
    alsoCalled: ['image/x-png'],
    isText: false,
    mostBytes: 20 * mebibyte,
  },
  xlsx: {
    name: 'Excel工作簿',
    extensions: ['xlsx'],
    mediaType: sheet,
    alsoCalled: ['application/vnd.ms-excel', 'application/wps-office.xlsx'],
    isText: false,
    mostBytes: 20 * mebibyte,
  },
  docx: {
    name: 'Word文档',
    extensions: ['docx'],
    mediaType: document,
    alsoCalled: ['application/msword', 'application/wps-office.docx'],
    isText: false,
    mostBytes: 20 * mebibyte,
  },
  csv: {
    name: 'CSV表格',
    extensions: ['csv'],
    mediaType: 'text/csv',
    // With Excel installed, Windows calls them so.
    alsoCalled: ['application/vnd.ms-excel', 'application/csv', 'text/plain'],
    isText: true,
    mostBytes: 10 * mebibyte,
  },
  txt: {
    name: '文本文件',
    extensions: ['txt'],
    mediaType: 'text/plain',
    alsoCalled: [],
    isText: true,
    mostBytes: 10 * mebibyte,
  },
} as const satisfies Record<string, KindRow>;

export type FileKind = keyof typeof fileKinds;

/** Every kind, in the order of the table. Its keys are literal. */
export const fileKindCodes = Object.keys(fileKinds) as readonly FileKind[];

/** The row of a kind, wide enough to look in its lists. */
export const rowOf = (kind: FileKind): KindRow => fileKinds[kind];

/** The kind that a name says it is; null where its ending is none of ours. */
export const kindOfName = (name: string): FileKind | null =>
  fileKindCodes.find((kind) => rowOf(kind).extensions.includes(lastPart(name))) ?? null;
