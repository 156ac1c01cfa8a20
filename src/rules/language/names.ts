// Names that would make an expression ambiguous: those that are words of the language, or that fall apart into an expression.
import { foldName, isPlainName } from './characters.ts';
import * as term from './expression-terms.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { tokensOf } from './syntax-problems.ts';
import { keywords, partingTerms } from './words.ts';
import type { Dictionary } from '#rules/facts/dictionary.ts';

export type NameClash = {
  readonly name: string;
  /**
   * `keyword`: the name is a word of the language. `cut`: it reads as operands joined by a spoken operator, or as no word at
   * all. `twin`: another name is the same word.
   */
  readonly kind: 'keyword' | 'cut' | 'twin';
  /** The keyword, the reading (甲 且 乙), or the other name. */
  readonly reading: string;
};

const spokenOperators = [...keywords].filter(([, kind]) => partingTerms.has(kind)).map(([word]) => foldName(word));
const prefixes = [...keywords].filter(([, kind]) => kind === term.Not).map(([word]) => foldName(word));

/** Whether the whole text consists of known words and operators, the name itself left out. */
const isMadeOfWords = (words: ReadonlySet<string>, longest: number, self: string, text: string): boolean => {
  const reachable = Array.from({ length: text.length + 1 }, (_, at) => at === 0);
  for (let from = 0; from < text.length; from++) {
    if (!reachable[from]) continue;
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to++) {
      const word = text.slice(from, to);
      if (word !== self && words.has(word)) reachable[to] = true;
    }
  }
  return reachable[text.length] === true;
};

/** Every way to see an operator inside a name, as left part, operator, right part. */
function* partings(name: string): Iterable<readonly [left: string, operator: string, right: string]> {
  for (const operator of spokenOperators) {
    for (let at = name.indexOf(operator); at >= 0; at = name.indexOf(operator, at + 1)) {
      yield [name.slice(0, at), operator, name.slice(at + operator.length)];
    }
  }
}

const readingOf = (words: ReadonlySet<string>, longest: number, name: string): string | null => {
  const made = (text: string): boolean => isMadeOfWords(words, longest, name, text);
  for (const [left, operator, right] of partings(name)) {
    if (right === '' || !made(right)) continue;
    if (left === '' ? prefixes.includes(operator) : made(left))
      return [left, operator, right].filter((part) => part !== '').join(' ');
  }
  return null;
};

const wordsOf = (lexicon: Lexicon): ReadonlySet<string> => new Set([...lexicon.meanings.keys(), ...spokenOperators]);

/** What an expression can only write bare: it needs a word, where a value can stand in quotation marks. */
const bareNames = (dictionary: Dictionary): readonly string[] => [
  ...dictionary.facts.keys(),
  ...dictionary.parameters.keys(),
  ...dictionary.sets.keys(),
];

/** The tokens that a name falls into: 营业额(合并) reads as 营业额 ( 合并 ). */
const piecesOf = (lexicon: Lexicon, name: string): string =>
  tokensOf(name, lexicon)
    .map(({ from, to }) => name.slice(from, to))
    .join(' ');

/** Names that fold into one (Ⅰ类 and I类), and sets that bear the name of a value or parameters that of a fact. */
const twins = (dictionary: Dictionary, lexicon: Lexicon): readonly NameClash[] => {
  const first = new Map<string, string>();
  return bareNames(dictionary).flatMap((name): NameClash[] => {
    const key = foldName(name);
    const before = first.get(key);
    if (before !== undefined) return [{ name, kind: 'twin', reading: before }];
    first.set(key, name);
    const meaning = lexicon.meanings.get(key);
    return meaning?.set && meaning.value ? [{ name, kind: 'twin', reading: `选项 ${name}` }] : [];
  });
};

/**
 * The names and values of a dictionary that `check` must refuse.
 *
 * A value that no expression can write bare (it has a space or a bracket) clashes with nothing: it stands in quotation marks.
 */
export const checkNames = (dictionary: Dictionary): readonly NameClash[] => {
  const lexicon = lexiconOf(dictionary);
  const words = wordsOf(lexicon);
  const longest = Math.max(0, ...[...words].map((word) => word.length));
  const folded = new Map([...keywords.keys()].map((word) => [foldName(word), word]));
  const unwritable = bareNames(dictionary)
    .filter((name) => !isPlainName(name))
    .map((name): NameClash => ({ name, kind: 'cut', reading: piecesOf(lexicon, name) }));
  const clashes = [...lexicon.meanings].flatMap(([key, { text }]): NameClash[] => {
    if (!isPlainName(text)) return [];
    const keyword = folded.get(key);
    if (keyword !== undefined) return [{ name: text, kind: 'keyword', reading: keyword }];
    const reading = readingOf(words, longest, key);
    return reading === null ? [] : [{ name: text, kind: 'cut', reading }];
  });
  return [...unwritable, ...clashes, ...twins(dictionary, lexicon)];
};
