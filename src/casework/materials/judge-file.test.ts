// Which files are taken, kind by kind and trick by trick.
import { describe, expect, it } from 'vitest';
import { fileKindCodes, fileKinds, type FileKind } from './file-kinds.ts';
import { judgeFile, judgeName, tooLarge, type NamedFile, type Sniffed } from './judge-file.ts';

const office = 'application/vnd.openxmlformats-officedocument';

/** What the bytes of each kind are, written down once more. */
const right: Readonly<Record<FileKind, Sniffed>> = {
  pdf: { type: 'application/pdf', text: null, hasMacros: false },
  ofd: { type: 'application/ofd', text: null, hasMacros: false },
  jpeg: { type: 'image/jpeg', text: null, hasMacros: false },
  png: { type: 'image/png', text: null, hasMacros: false },
  xlsx: { type: `${office}.spreadsheetml.sheet`, text: null, hasMacros: false },
  docx: { type: `${office}.wordprocessingml.document`, text: null, hasMacros: false },
  csv: { type: null, text: '名称,金额\n', hasMacros: false },
  txt: { type: null, text: '说明', hasMacros: false },
};
const names: Readonly<Record<FileKind, string>> = {
  pdf: 'a.pdf',
  ofd: 'a.ofd',
  jpeg: 'a.jpeg',
  png: 'a.png',
  xlsx: 'a.xlsx',
  docx: 'a.docx',
  csv: 'a.csv',
  txt: 'a.txt',
};

const judged = (name: string, sniffed: Sniffed, other: Partial<NamedFile & { readonly size: number }> = {}): string => {
  const said = judgeFile({ name, declaredType: '', sniffed, size: 100, ...other });
  return said.ok ? said.kind : said.code;
};
const named = (name: string, declaredType = ''): string => {
  const said = judgeName({ name, declaredType });
  return said.ok ? said.kind : said.code;
};

describe('a file is taken', () => {
  it('where name and bytes are of one kind, and of no other pair', () => {
    for (const kind of fileKindCodes)
      for (const bytes of fileKindCodes) {
        const isText = ['csv', 'txt'].includes(kind) && ['csv', 'txt'].includes(bytes);
        const found = judged(names[kind], right[bytes]);
        const otherwise = ['csv', 'txt'].includes(kind) ? 'not-utf8' : 'not-what-it-says';
        expect(found, `${kind} ${bytes}`).toBe(kind === bytes || isText ? kind : otherwise);
      }
  });

  it('with the media type of its kind, what browsers make of it, or none', () => {
    for (const type of ['', 'application/octet-stream', 'application/pdf', 'Application/PDF; charset=x'])
      expect(named('a.pdf', type), type).toBe('pdf');
    expect(named('a.csv', 'application/vnd.ms-excel')).toBe('csv');
    expect(named('a.pdf', 'text/html')).toBe('declared-otherwise');
    expect(named('a.png', 'application/pdf')).toBe('declared-otherwise');
  });

  it('up to the limit of its kind, and not empty', () => {
    const limit = 50 * 1024 * 1024;
    expect(judged('a.pdf', right.pdf, { size: limit })).toBe('pdf');
    expect(judgeFile({ name: 'a.pdf', declaredType: '', sniffed: right.pdf, size: limit + 1 })).toEqual({
      ok: false,
      code: 'too-large',
      sentence: '“a.pdf”太大，PDF最大50MB；请压缩或者拆分后再上传',
    });
    expect(tooLarge({ ok: true, kind: 'csv', name: 'b.csv' }).sentence).toContain('最大10MB');
    expect(judged('a.pdf', right.pdf, { size: 0 })).toBe('empty');
    for (const kind of fileKindCodes) expect(fileKinds[kind].mostBytes, kind).toBeGreaterThanOrEqual(10 * 1024 * 1024);
  });

  it('under a clean name', () => {
    expect(judgeName({ name: '..\\..\\上年度 审计.PDF', declaredType: '' })).toEqual({
      ok: true,
      kind: 'pdf',
      name: '上年度 审计.PDF',
    });
    expect(named('www.example.com.pdf')).toBe('pdf');
    expect(named('BMS系统v1.2.3.txt')).toBe('txt');
  });
});

describe('a file is not taken', () => {
  it('whose name ends in what a system runs, whatever stands before', () => {
    for (const name of [
      'a.exe',
      '合同.pdf.exe',
      '合同.pdf   .exe',
      'a.exe.',
      '合同\u202Efdp.scr',
      'a.html',
      'a.svg',
      'a.lnk',
      'a.sh',
    ])
      expect(named(name), name).toBe('executable');
  });

  it('whose name hides such an ending before a harmless one', () => {
    for (const name of ['合同.exe.pdf', '合同.exe\0.pdf', '合同.exe .pdf', 'a.vbs.docx', 'a.html.txt'])
      expect(named(name), name).toBe('double-ending');
  });

  it('whose ending is none of the kinds', () => {
    for (const name of ['../../etc/passwd', 'C:\\x', 'pdf', '.pdf', 'a.doc', 'a.xls', 'a.zip', 'a.rar', 'a.gif', ''])
      expect(named(name), name).toBe('kind-not-taken');
  });

  it('whose name or bytes have macros', () => {
    for (const name of ['a.docm', 'a.xlsm', 'a.xlsb']) expect(named(name), name).toBe('macros');
    expect(judged('a.xlsx', { ...right.xlsx, hasMacros: true })).toBe('macros');
    expect(judged('a.xlsx', { ...right.xlsx, type: 'application/vnd.ms-excel.sheet.macroenabled.12' })).toBe('macros');
  });

  it('whose bytes are a program or a script under another name', () => {
    const program = { type: 'application/x-msdownload', text: null, hasMacros: false };
    for (const kind of fileKindCodes) expect(judged(names[kind], program), kind).toBe('executable');
    for (const text of ['#!/bin/sh\n', '<?php x', '\uFEFF <!DOCTYPE html>', '<script>', '@echo off', '<svg '])
      for (const kind of fileKindCodes)
        expect(judged(names[kind], { type: null, text, hasMacros: false }), `${kind} ${text}`).toBe('executable');
  });

  it('that is an old document under a new name, or one behind a password: what to do is said', () => {
    const compound = { type: 'application/x-cfb', text: null, hasMacros: false };
    expect(judged('a.docx', compound)).toBe('protected');
    expect(judged('a.xlsx', compound)).toBe('protected');
    expect(judged('a.pdf', compound)).toBe('not-what-it-says');
  });

  it('that says it is text and is not, or is what can be written as text', () => {
    expect(judged('a.csv', { type: null, text: null, hasMacros: false })).toBe('not-utf8');
    expect(judged('a.txt', { type: 'application/pdf', text: '%PDF-1.4', hasMacros: false })).toBe('not-what-it-says');
    // Two letters of a text are no signature.
    expect(judged('a.txt', { type: 'image/bmp', text: 'BMS系统说明', hasMacros: false })).toBe('txt');
    expect(judged('a.csv', { type: 'application/x-msdownload', text: 'MZ,1\n', hasMacros: false })).toBe('csv');
  });

  it('without a sentence that names it and says what to do', () => {
    const said = judgeFile({ name: 'x/账.xlsx', declaredType: '', sniffed: right.pdf, size: 9 });
    expect(said).toEqual({
      ok: false,
      code: 'not-what-it-says',
      sentence: '“账.xlsx”的内容不是Excel工作簿，与扩展名不符；请用原来的软件另存为Excel工作簿后再上传',
    });
  });
});
