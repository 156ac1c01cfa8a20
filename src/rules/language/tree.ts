// The concrete syntax of one expression: which rule covers which stretch of the text.
import type { LRParser } from '@lezer/lr';
import type { TreeCursor } from '@lezer/common';
import { parser } from './expression-parser.ts';
import * as term from './expression-terms.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { words, wordsOf } from './tokenizer.ts';
import type { Dictionary } from '#rules/facts/dictionary.ts';

export type Cst = { readonly term: number; readonly from: number; readonly to: number; readonly parts: readonly Cst[] };

type CstOf = { readonly root: Cst; readonly broken: boolean };

const configured = new WeakMap<Lexicon, LRParser>();

/** The parser of a dictionary; an editor can use the same one: spans and node names are those of expression.grammar. */
const parserOf = (dictionary: Dictionary): LRParser => {
  const lexicon = lexiconOf(dictionary);
  const known = configured.get(lexicon);
  if (known) return known;
  const made = parser.configure({ tokenizers: [{ from: words, to: wordsOf(lexicon) }] });
  configured.set(lexicon, made);
  return made;
};

type Building = { readonly node: { term: number; from: number; to: number }; readonly parts: Cst[] };

const build = (cursor: TreeCursor): CstOf => {
  let broken = false;
  // No recursion: a garbled text can nest thousands deep.
  const open: Building[] = [];
  const done: Cst[] = [];
  const begin = (): void => {
    broken ||= cursor.type.isError;
    open.push({
      node: { term: cursor.type.isError ? -1 : cursor.type.id, from: cursor.from, to: cursor.to },
      parts: [],
    });
  };
  const finish = (): void => {
    const closed = open.pop();
    if (closed) (open.at(-1)?.parts ?? done).push({ ...closed.node, parts: closed.parts });
  };
  begin();
  for (;;) {
    if (cursor.firstChild()) {
      begin();
      continue;
    }
    finish();
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) {
        return { root: done[0] ?? { term: term.Whole, from: 0, to: 0, parts: [] }, broken };
      }
      finish();
    }
    begin();
  }
};

/** Parses a text; `broken` says that it does not follow the grammar. */
export const treeOf = (text: string, dictionary: Dictionary): CstOf => build(parserOf(dictionary).parse(text).cursor());
