// What can begin at one place of the text: words of the dictionary, numbers with their unit, dates, quoted text, symbols.
import { foldSymbol, isDigit, isLatin, isSpace } from './characters.ts';
import * as term from './expression-terms.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsAt, type Read } from './trie.ts';
import { comparisonWords, signHints } from './words.ts';

export type Piece = { readonly end: number; readonly term: number };

const digitsEnd = (read: Read, from: number): number => {
  let at = from;
  while (isDigit(foldSymbol(read(at)))) at++;
  return at;
};

const spacesEnd = (read: Read, from: number): number => {
  let at = from;
  while (isSpace(read(at))) at++;
  return at;
};

const dash = 0x2d;
const dot = 0x2e;

/** 2026-04-01 (a word of its own even between letters), or −1. */
const dateEnd = (read: Read, from: number): number => {
  const year = digitsEnd(read, from);
  if (year !== from + 4 || foldSymbol(read(year)) !== dash) return -1;
  const month = digitsEnd(read, year + 1);
  if (month !== year + 3 || foldSymbol(read(month)) !== dash) return -1;
  const day = digitsEnd(read, month + 1);
  return day === month + 3 && !isLatin(foldSymbol(read(day))) ? day : -1;
};

/** 2026年4月1日, which is not how a date is written here, or −1. */
const spokenDateEnd = (read: Read, from: number): number => {
  let at = from;
  for (const [length, mark] of [
    [4, '年'],
    [2, '月'],
    [2, '日'],
  ] as const) {
    const end = digitsEnd(read, at);
    if (end === at || end > at + length || read(end) !== mark.charCodeAt(0)) return -1;
    at = end + 1;
  }
  return at;
};

const decimalEnd = (read: Read, from: number): number => {
  const head = digitsEnd(read, from);
  if (foldSymbol(read(head)) !== dot) return head;
  const tail = digitsEnd(read, head + 1);
  return tail > head + 1 ? tail : head;
};

const percentSign = 0x25;

/** Numbers that begin here, the longest first: with the longest unit, with a shorter one, bare. Spaces may stand before the unit. */
const numbersAt = (lexicon: Lexicon, read: Read, from: number): Piece[] => {
  const date = dateEnd(read, from);
  if (date >= 0) return [{ end: date, term: term.Day }];
  const spoken = spokenDateEnd(read, from);
  if (spoken >= 0) return [{ end: spoken, term: term.Day }];
  const end = decimalEnd(read, from);
  const unitFrom = spacesEnd(read, end);
  if (foldSymbol(read(unitFrom)) === percentSign) return [{ end: unitFrom + 1, term: term.Numeral }];
  const units = wordsAt(lexicon.units, read, unitFrom).map((unit) => ({ end: unit.end, term: term.Numeral }));
  units.reverse();
  return isLatin(foldSymbol(read(end))) ? units : [...units, { end, term: term.Numeral }];
};

/** Everything that can begin a run of letters and digits at this place, the longest first. */
export const piecesAt = (lexicon: Lexicon, read: Read, from: number): Piece[] => {
  if (isDigit(foldSymbol(read(from)))) return numbersAt(lexicon, read, from);
  const words = wordsAt(lexicon.words, read, from).map(({ end, word }) => ({ end, term: word.term }));
  return words.reverse();
};

const single: ReadonlyMap<string, number> = new Map([
  ['(', term.Open],
  [')', term.Close],
  [',', term.Comma],
  ['、', term.Pause],
  ['+', term.Plus],
  ['-', term.Minus],
  ['×', term.Times],
  ['*', term.Times],
  ['÷', term.Times],
  ['/', term.Times],
  ['≥', term.Compare],
  ['>', term.Compare],
  ['≤', term.Compare],
  ['<', term.Compare],
  ['=', term.Compare],
  ['≠', term.Compare],
]);

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['「', '」'],
]);

/** The quoted text; without its closing mark it swallows the rest, as nothing in it can be trusted. */
const quotedAt = (read: Read, from: number, close: string): Piece => {
  let at = from + 1;
  for (let code = read(at); code >= 0; code = read(at)) {
    at += code > 0xffff ? 2 : 1;
    if (String.fromCodePoint(foldSymbol(code)) === close) return { end: at, term: term.Text };
  }
  return { end: at, term: term.Bad };
};

/** The token that two signs make together. */
const doubled = (signs: string): number | null =>
  comparisonWords.has(signs) ? term.Compare : (signHints.get(signs)?.term ?? null);

/** The symbol, quoted text or unreadable character that stands here. */
export const symbolAt = (read: Read, from: number): Piece => {
  const code = read(from);
  const symbol = String.fromCodePoint(foldSymbol(code));
  const close = quotes.get(symbol);
  if (close !== undefined) return quotedAt(read, from, close);
  const next = read(from + 1);
  const double = next < 0 ? null : doubled(`${symbol}${String.fromCodePoint(foldSymbol(next))}`);
  if (double !== null) return { end: from + 2, term: double };
  return { end: from + (code > 0xffff ? 2 : 1), term: single.get(symbol) ?? signHints.get(symbol)?.term ?? term.Bad };
};
