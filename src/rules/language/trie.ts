// Words by their folded letters. Looking up walks the text once and finds every word that begins at a place.
import { foldCharacter, foldName, isLatin } from './characters.ts';

type TrieNode<T> = { readonly next: Map<number, TrieNode<T>>; word: T | null };

export type Trie<T> = TrieNode<T>;

/** Reads the code point at a position of the text, or −1 outside of it. */
export type Read = (at: number) => number;

export const emptyTrie = <T>(): Trie<T> => ({ next: new Map(), word: null });

/** Adds a word. The first of two words that fold alike stays. */
export const addWord = <T>(trie: Trie<T>, text: string, word: T): void => {
  let node = trie;
  for (const unit of foldName(text)) {
    for (let i = 0; i < unit.length; i++) {
      const code = unit.charCodeAt(i);
      let child = node.next.get(code);
      if (!child) node.next.set(code, (child = emptyTrie<T>()));
      node = child;
    }
  }
  node.word ??= word;
};

const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1);

const follow = <T>(node: TrieNode<T>, code: number): TrieNode<T> | undefined => {
  const folded = foldCharacter(code);
  let at: TrieNode<T> | undefined = node;
  for (let i = 0; at && i < folded.length; i++) at = at.next.get(folded.charCodeAt(i));
  return at;
};

/**
 * Every word that begins at the position, shortest first. A word made of Latin letters or digits at its end is not cut off
 * inside such letters: `in` is not found in `index`.
 */
export const wordsAt = <T>(trie: Trie<T>, read: Read, from: number): { readonly end: number; readonly word: T }[] => {
  const found: { end: number; word: T }[] = [];
  let node: TrieNode<T> | undefined = trie;
  let at = from;
  let code = read(at);
  while (code >= 0) {
    node = follow(node, code);
    if (!node) break;
    at += unitsOf(code);
    const following = read(at);
    if (node.word !== null && !(isLatin(code) && isLatin(following))) found.push({ end: at, word: node.word });
    code = following;
  }
  return found;
};
