// A letter as a document that offices open, print and seal. The same letter and code give the same bytes.
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
} from 'docx';
import { letterNames, type Letter } from '#casework/letters/letter.ts';
import { letterParagraphs } from './letter-paragraphs.ts';
import { withoutTimes } from './zip-times.ts';

export type LetterFoot = {
  /** The verification code as it was made. */
  readonly code: string;
  /** Where anybody asks whether the letter is real. */
  readonly address: string;
};

const mm = convertMillimetersToTwip;

/** @source GB/T 9704—2012: A4, 37 mm above, 28 mm on the left, 156 by 225 mm of text */
const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(17) },
} as const;

/** In half points: 四号 for page numbers, 小五 for the code. */
const sizes = { page: 28, code: 18 } as const;

/** One character of the page number's size. */
const character = 280;

const songti = '宋体';

const pageNumber = (side: 'left' | 'right'): Paragraph =>
  new Paragraph({
    alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
    indent: { [side]: character },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: songti, size: sizes.page })],
  });

const footOf = ({ code, address }: LetterFoot, side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      pageNumber(side),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: `核验码：${code}　核验地址：${address}`, font: songti, size: sizes.code })],
      }),
    ],
  });

/** In place of the packer's, which holds the moment at which it ran. */
const coreProperties = ({ kind, date }: Letter): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  // A name of ours has nothing to escape.
  `<dc:title>${letterNames[kind]}</dc:title>` +
  ['created', 'modified']
    .map((what) => `<dcterms:${what} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${what}>`)
    .join('') +
  '</cp:coreProperties>';

/** The bytes of the .docx: the letter with page numbers, and at the foot of each page its code and where to ask. */
export const letterDocx = async (letter: Letter, foot: LetterFoot): Promise<Buffer> => {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page },
        footers: { default: footOf(foot, 'right'), even: footOf(foot, 'left') },
        children: [...letterParagraphs(letter)],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(letter) };
  return withoutTimes(await Packer.toBuffer(document, undefined, [core]));
};
