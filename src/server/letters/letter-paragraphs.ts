// The places of a letter as paragraphs of a document: fonts, sizes and distances of the official form.
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import type { Letter } from '#casework/letters/letter.ts';
import { printDay } from '#casework/time/print-due.ts';

const bodyFont = '仿宋';
const titleFont = '方正小标宋简体';
const red = 'FF0000';

/** In half points: 三号, 二号. */
const sizes = { body: 32, title: 44 } as const;

/** One character of the body, in twentieths of a point. */
const character = 320;
/** 22 lines on the 225 mm between the margins, in twentieths of a point. */
const line = 579;

/** Points of the 156 mm between the margins, and the largest name of an office. */
const [widthPt, largestNamePt] = [442, 52];

const exact = (before = 0): NonNullable<IParagraphOptions['spacing']> => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: before * line,
});

const bodyRun = (text: string): TextRun => new TextRun({ text, font: bodyFont, size: sizes.body });

const bodyParagraph = (text: string, options: IParagraphOptions): Paragraph =>
  new Paragraph({ spacing: exact(), ...options, children: [bodyRun(text)] });

/** A long name is made smaller until it stands on one line. */
const issuerParagraph = ({ issuer }: Letter): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        text: issuer,
        font: titleFont,
        size: 2 * Math.min(largestNamePt, Math.max(sizes.body / 2, Math.floor(widthPt / [...issuer].length))),
        color: red,
      }),
    ],
  });

/** Two lines below the office; 4 mm under it the red line. */
const numberParagraph = ({ number }: Letter): Paragraph =>
  bodyParagraph(number, {
    alignment: AlignmentType.CENTER,
    spacing: exact(2),
    border: { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: 11 } },
  });

const titleParagraph = ({ title }: Letter): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exact(2),
    children: [new TextRun({ text: title, font: titleFont, size: sizes.title })],
  });

const annexParagraphs = ({ annexes }: Letter): readonly Paragraph[] =>
  annexes.map((annex, at) => {
    const text = annexes.length === 1 ? annex : `${at + 1}．${annex}`;
    const keepNext = at === annexes.length - 1;
    return at === 0
      ? bodyParagraph(`附件：${text}`, { spacing: exact(1), indent: { left: 2 * character }, keepNext })
      : bodyParagraph(text, { indent: { left: 5 * character }, keepNext });
  });

/** In characters of the body; figures are half as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (/[0-9]/.test(each) ? 0.5 : 1), 0);

/** The date stands four characters from the right, and the office over its middle. */
const signature = ({ signedBy, date }: Letter): readonly Paragraph[] => {
  const day = printDay(date);
  const right = Math.max(1, 4 + (widthOf(day) - widthOf(signedBy)) / 2);
  const placed = { alignment: AlignmentType.RIGHT, keepLines: true };
  return [
    bodyParagraph(signedBy, { ...placed, spacing: exact(2), indent: { right: right * character }, keepNext: true }),
    bodyParagraph(day, { ...placed, indent: { right: 4 * character } }),
  ];
};

/** All of a letter above its foot, in order. */
export const letterParagraphs = (letter: Letter): readonly Paragraph[] => [
  issuerParagraph(letter),
  numberParagraph(letter),
  titleParagraph(letter),
  bodyParagraph(`${letter.to}：`, { spacing: exact(1) }),
  ...letter.paragraphs.map((text, at) =>
    bodyParagraph(text, {
      alignment: AlignmentType.BOTH,
      indent: { firstLine: 2 * character, firstLineChars: 200 },
      // The signature never stands on a page of its own.
      keepNext: at === letter.paragraphs.length - 1 && letter.annexes.length === 0,
    }),
  ),
  ...annexParagraphs(letter),
  ...signature(letter),
  ...(letter.note === null ? [] : [bodyParagraph(`（${letter.note}）`, { indent: { left: 2 * character } })]),
];
