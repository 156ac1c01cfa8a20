// A run of letters is cut into words as a whole: against a cut by brute force over small drawn vocabularies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '#test/support/small-dictionary.ts';
import * as term from './expression-terms.ts';
import { lexiconOf } from './lexicon.ts';
import { tokensOf } from './syntax-problems.ts';

const letters = ['甲', '乙', '丙', '且'] as const;
const run = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: most }).map((parts) => parts.join(''));
const vocabulary = fc.uniqueArray(run(3), { minLength: 1, maxLength: 6 });

type Cut = readonly { readonly word: string; readonly known: boolean }[];

const cutOf = (names: readonly string[], text: string): Cut =>
  tokensOf(text, lexiconOf(dictionaryOf(names))).map(({ term: kind, from, to }) => ({
    word: text.slice(from, to),
    known: kind !== term.Unknown,
  }));

/** The first cut of the whole text, longest words tried first; null when there is none. */
const bruteForce = (words: ReadonlySet<string>, text: string): readonly string[] | null => {
  if (text === '') return [];
  for (let length = text.length; length > 0; length--) {
    const rest = words.has(text.slice(0, length)) ? bruteForce(words, text.slice(length)) : null;
    if (rest) return [text.slice(0, length), ...rest];
  }
  return null;
};

describe('a run of letters', () => {
  it('is cut so that all of it is words, the longest first word first', () => {
    let whole = 0;
    fc.assert(
      fc.property(vocabulary, run(8), (names, text) => {
        const expected = bruteForce(new Set([...names, '且']), text);
        const cut = cutOf(names, text);
        if (expected) whole++;
        expect(cut.every(({ known }) => known)).toBe(expected !== null);
        expect(expected === null || expected.join(' ') === cut.map(({ word }) => word).join(' ')).toBe(true);
      }),
      { numRuns: 4500 },
    );
    expect(whole).toBeGreaterThan(500);
  });

  it('that makes no sense keeps every letter, and its unknown words end where an operator stands', () => {
    fc.assert(
      fc.property(vocabulary, run(8), (names, text) => {
        const cut = cutOf(names, text);
        expect(cut.map(({ word }) => word).join('')).toBe(text);
        for (const [i, { known }] of cut.entries()) {
          const next = cut[i + 1];
          expect(known || next === undefined || next.word === '且').toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['收成', ['收成'], ['收成']],
    // 收成且甲 is a word, but then 乙 is left over: the whole run decides.
    ['收成且甲乙', ['收成', '收成且甲', '甲乙'], ['收成', '且', '甲乙']],
    // Both cuts consume the run: the longer first word wins.
    ['甲乙丙', ['甲', '甲乙', '乙丙', '丙'], ['甲乙', '丙']],
    ['甲乙丙', ['甲', '甲乙', '乙丙'], ['甲', '乙丙']],
  ])('%s over %j is %j', (text, names, words) => {
    expect(cutOf(names, text)).toEqual(words.map((word) => ({ word, known: true })));
  });

  it('names the unknown stretch up to the next operator', () => {
    expect(cutOf(['收成', '甲乙'], '收城且甲乙')).toEqual([
      { word: '收城', known: false },
      { word: '且', known: true },
      { word: '甲乙', known: true },
    ]);
  });
});
