// Cutting a run of letters without spaces into words, so that the whole run makes sense.
import { foldSymbol, isDigit, isNamePart } from './characters.ts';
import * as term from './expression-terms.ts';
import type { Lexicon } from './lexicon.ts';
import { piecesAt, symbolAt, type Piece } from './pieces.ts';
import type { Read } from './trie.ts';
import { partingTerms } from './words.ts';

/** Pieces that are already known, by the place where they begin. */
export type Memo = Map<number, Piece>;

type Choice = { readonly from: number; readonly pieces: readonly Piece[]; tried: number };

/**
 * The first cut of the run into known words, longest first word first; true when there is one. Its pieces go into the memo.
 * Each place is tried once: a place from which the rest cannot be cut is remembered.
 */
const cutIntoWords = (lexicon: Lexicon, read: Read, from: number, memo: Memo): boolean => {
  const dead = new Set<number>();
  const path: Choice[] = [{ from, pieces: piecesAt(lexicon, read, from), tried: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const piece = top.pieces[top.tried++];
    if (!piece) {
      dead.add(top.from);
      path.pop();
    } else if (!isNamePart(read(piece.end))) {
      for (const { from: at, pieces, tried } of path) memo.set(at, pieces[tried - 1] ?? piece);
      return true;
    } else if (!dead.has(piece.end)) {
      path.push({ from: piece.end, pieces: piecesAt(lexicon, read, piece.end), tried: 0 });
    }
  }
  return false;
};

type State = { readonly cost: number; readonly from: number; readonly piece: Piece | null };

/** Known words may follow one another, but an unknown stretch stands between two operators or ends of the run. */
const stateOf = (at: number, afterOperator: boolean): number => at * 2 + (afterOperator ? 1 : 0);

const isBetter = (cost: number, known: State | undefined): boolean => known === undefined || cost < known.cost;

const runEnd = (read: Read, from: number): number => {
  let at = from;
  for (let code = read(at); isNamePart(code); code = read(at)) at += code > 0xffff ? 2 : 1;
  return at;
};

const isParting = (piece: Piece): boolean => partingTerms.has(piece.term);

/** An unknown stretch reaches over so many operators at most: cutting at the first is nearly always the better reading. */
const fewEnds = 4;

/** Cuts a run that makes no sense as a whole, so that as few letters as possible stay unknown. */
const cutAroundUnknown = (lexicon: Lexicon, read: Read, from: number, memo: Memo): void => {
  const end = runEnd(read, from);
  const pieces = Array.from({ length: end - from }, (_, i) => piecesAt(lexicon, read, from + i));
  const partings = [...pieces.keys()].filter((i) => pieces[i]?.some(isParting)).map((i) => from + i);
  const ends = [...partings, end];
  const best = new Map<number, State>([[stateOf(from, true), { cost: 0, from: -1, piece: null }]]);
  const improve = (state: number, piece: Piece, cost: number): void => {
    const to = stateOf(Math.min(piece.end, end), isParting(piece));
    if (isBetter(cost, best.get(to))) best.set(to, { cost, from: state, piece });
  };
  let next = 0;
  for (let at = from; at < end; at++) {
    for (const afterOperator of [false, true]) {
      const state = stateOf(at, afterOperator);
      const known = best.get(state);
      if (!known) continue;
      for (const piece of pieces[at - from] ?? []) {
        // After an unknown stretch only an operator can follow.
        if (known.piece?.term !== term.Unknown || isParting(piece)) improve(state, piece, known.cost);
      }
      if (!afterOperator) continue;
      while ((ends[next] ?? end) <= at && next < ends.length) next++;
      for (const to of ends.slice(next, next + fewEnds)) {
        // Fewest unknown letters, then fewest unknown stretches.
        improve(state, { end: to, term: term.Unknown }, known.cost + (to - at) * 1000 + 1);
      }
    }
  }
  const last = [stateOf(end, false), stateOf(end, true)]
    .filter((state) => best.has(state))
    .toSorted((a, b) => (best.get(a)?.cost ?? 0) - (best.get(b)?.cost ?? 0))[0];
  let at = last === undefined ? undefined : best.get(last);
  while (at?.piece) {
    memo.set(Math.floor(at.from / 2), at.piece);
    at = best.get(at.from);
  }
};

/** The token that begins here. Runs are cut as a whole, the first time that one is met. */
export const pieceAt = (lexicon: Lexicon, read: Read, from: number, memo: Memo): Piece => {
  const code = read(from);
  if (!isNamePart(code) && !isDigit(foldSymbol(code))) return symbolAt(read, from);
  const known = memo.get(from);
  if (known) return known;
  if (!cutIntoWords(lexicon, read, from, memo)) cutAroundUnknown(lexicon, read, from, memo);
  return memo.get(from) ?? { end: runEnd(read, from), term: term.Unknown };
};
