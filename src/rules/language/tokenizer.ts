// The tokenizer of the generated parser: it reads words out of a dictionary, so that names need no spaces between them.
import { ExternalTokenizer, type InputStream } from '@lezer/lr';
import { pieceAt, type Memo } from './cut.ts';
import { isSpace } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import type { Read } from './trie.ts';

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The code point that begins with these units. */
const joined = (unit: number, next: () => number): number => {
  if (!isHighSurrogate(unit)) return unit;
  const low = next();
  return isLowSurrogate(low) ? (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : unit;
};

const readerOf = (input: InputStream): Read => {
  const start = input.pos;
  return (at) => joined(input.peek(at - start), () => input.peek(at + 1 - start));
};

/** Reads code points of a text. */
export const readText =
  (text: string): Read =>
  (at) =>
    text.codePointAt(at) ?? -1;

const memos = new WeakMap<InputStream, Memo>();

const memoOf = (input: InputStream): Memo => {
  const known = memos.get(input);
  if (known) return known;
  const made: Memo = new Map();
  memos.set(input, made);
  return made;
};

/** The tokenizer over the words of one lexicon. */
export const wordsOf = (lexicon: Lexicon): ExternalTokenizer =>
  new ExternalTokenizer((input) => {
    if (input.next < 0 || isSpace(input.next)) return;
    const piece = pieceAt(lexicon, readerOf(input), input.pos, memoOf(input));
    input.acceptTokenTo(piece.term, piece.end);
  });

/** What the generated parser names; `configure` puts the tokenizer of a dictionary in its place. */
export const words = new ExternalTokenizer(() => {});
