import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './line-diff.ts';

const signs = { same: ' ', out: '-', in: '+' };
const said = (before: string, after: string): string =>
  diffLines([...before], [...after])
    .map(({ kind, text }) => `${signs[kind]}${text}`)
    .join('');

describe('the difference of two lists of lines', () => {
  it('keeps what is common and shows what went out before what came in', () => {
    expect(said('abc', 'abc')).toBe(' a b c');
    expect(said('abc', 'axc')).toBe(' a-b+x c');
    expect(said('', 'ab')).toBe('+a+b');
    expect(said('ab', '')).toBe('-a-b');
    expect(said('abcd', 'bd')).toBe('-a b-c d');
  });

  it('can be read back as either text', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(before, after);
        expect(diff.filter(({ kind }) => kind !== 'in').map(({ text }) => text)).toEqual(before);
        expect(diff.filter(({ kind }) => kind !== 'out').map(({ text }) => text)).toEqual(after);
      }),
    );
  });
});
