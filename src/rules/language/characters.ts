// What counts as a letter of a name, and the folding under which names and symbols compare. Positions never move: each
// character is folded where it stands.

const part = /^[\p{L}\p{Nl}\p{M}\p{Nd}_.]$/u;
const wholeName = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}_.]*$/u;

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** True for a text that can be written bare: letters, letter-numbers, `_`, digits and `.` after the first character. */
export const isPlainName = (text: string): boolean => wholeName.test(text);

/** True when a name can go on with this character (a code point; −1 is the end of the text). */
export const isNamePart = (code: number): boolean =>
  isHan(code) || (code >= 0 && (foldSymbol(code) === 0x2e || part.test(String.fromCodePoint(code))));

/**
 * The form in which names compare. Two names are equal under NFKC exactly when they are equal under NFKD, and NFKD can be
 * taken character by character, which keeps positions.
 */
export const foldName = (text: string): string => text.normalize('NFKD');

/** The folded code units of one code point of a name. */
export const foldCharacter = (code: number): string =>
  code < 0x80 || isHan(code) ? String.fromCharCode(code) : String.fromCodePoint(code).normalize('NFKD');

/** 、 and quotation marks have half-width or curly twins, and a minus sign has its own character. */
const symbols: ReadonlyMap<number, number> = new Map(
  Object.entries({ '−': '-', '､': '、', '“': '"', '”': '"' }).map(([from, to]) => [
    from.charCodeAt(0),
    to.charCodeAt(0),
  ]),
);

/** The plain form of a symbol or digit: （ → (, ＞ → >, ５ → 5. */
export const foldSymbol = (code: number): number => {
  if (code < 0x80) return code;
  const special = symbols.get(code);
  if (special !== undefined) return special;
  // Full-width forms are ASCII, shifted.
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
};

/** A text of symbols in its plain form: ＞＝ → >=. */
export const foldSymbols = (text: string): string =>
  Array.from(text, (sign) => String.fromCodePoint(foldSymbol(sign.codePointAt(0) ?? 0))).join('');

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Letters and digits that only make words when they stand apart: `in` inside `index` is not the operator. */
export const isLatin = (code: number): boolean =>
  isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** White space between tokens; the same set as in expression.grammar. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000 ||
  code === 0xfeff;
