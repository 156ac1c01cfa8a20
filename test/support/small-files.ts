// Small files of each kind, made of bytes: what they are is written here and nowhere else.
import { crc32 } from 'node:zlib';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

export const smallPdf = (inside = ''): Buffer =>
  bytes(`%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj<</Type/Catalog>>endobj\n${inside}trailer<</Root 1 0 R>>\n%%EOF\n`);

/** One grey dot. */
export const smallPng = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

export const smallJpeg = (): Buffer =>
  bytes('\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xFF\xD9');

/** A program for Windows begins so. */
export const smallProgram = (): Buffer => Buffer.concat([bytes('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(120)]);

/** An old document of Office, or a new one behind a password. */
export const smallCompound = (): Buffer =>
  Buffer.concat([bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), Buffer.alloc(1024)]);

/** A ZIP that packs nothing: local entries, then the list of them. */
export const smallZip = (entries: Readonly<Record<string, string>>): Buffer => {
  const [locals, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([bytes('PK\x03\x04'), shared, title, content]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    list.push(Buffer.concat([bytes('PK\x01\x02\x14\x00'), shared, where, title]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, bytes('PK\x05\x06'), end]);
};

const contentTypes = (main: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}.main+xml"/></Types>`;

export const smallXlsx = (more: Readonly<Record<string, string>> = {}): Buffer =>
  smallZip({
    '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    'xl/workbook.xml': '<workbook/>',
    ...more,
  });

export const smallDocx = (): Buffer =>
  smallZip({
    '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    'word/document.xml': '<document/>',
  });

/** By its bytes a workbook with macros. */
export const smallXlsm = (): Buffer =>
  smallZip({
    '[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.macroEnabled'),
    'xl/workbook.xml': '<workbook/>',
  });

export const smallOfd = (): Buffer => smallZip({ 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<Document/>' });
