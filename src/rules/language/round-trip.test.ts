// Properties of drawn trees: what is printed parses back, whatever the spaces and the width of the letters; printers never throw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnExpression } from '#test/support/drawn-expressions.ts';
import { orchard } from '#test/support/orchard.ts';
import { childrenOf } from './children.ts';
import { lexiconOf } from './lexicon.ts';
import { parseExpression } from './parse.ts';
import { printChinese } from './print-chinese.ts';
import { printEnglish } from './print-english.ts';
import { printFeel } from './print-feel.ts';
import type { Expression } from './syntax.ts';
import { tokensOf } from './syntax-problems.ts';

const { dictionary } = orchard;
const scope = { dictionary, subject: 'project', bareSeries: false } as const;

const parse = (text: string): Expression => {
  const parsed = parseExpression(text, scope, 'value');
  if (parsed.ok) return parsed.expression;
  throw new Error(
    `${text}\n${parsed.problems.map(({ code, message, span }) => `${code} ${span.from}–${span.to} ${message}`).join('\n')}`,
  );
};

const plain = (e: Expression, change: (key: string, value: unknown) => unknown): unknown =>
  JSON.parse(
    JSON.stringify(e, (key, value: unknown) => {
      if (key === 'span') return undefined;
      return typeof value === 'bigint' ? `${value}n` : change(key, value);
    }),
  );

/** Without the places where it was written. */
const withoutSpans = (e: Expression): unknown => plain(e, (_, value) => value);
/** A drawn sum does not say whether its number is whole. */
const roughly = (e: Expression): unknown =>
  plain(e, (key, value) => (key === 'kind' && value === 'integer' ? 'number' : value));

const runs = { numRuns: 700 };

describe('what is printed', () => {
  it('parses back to the tree it was printed from, and prints the same again', () => {
    fc.assert(
      fc.property(drawnExpression(2), (drawn) => {
        const text = printChinese(drawn);
        const tree = parse(text);
        expect(roughly(tree)).toEqual(roughly(drawn));
        expect(printChinese(tree)).toBe(text);
      }),
      runs,
    );
  });

  it('covers every kind of node', () => {
    const kinds = new Set<string>();
    const visit = (e: Expression): void => {
      kinds.add(e.kind);
      childrenOf(e).forEach(visit);
    };
    for (const drawn of fc.sample(drawnExpression(2), { numRuns: 3000, seed: 1 })) visit(drawn);
    expect([...kinds].toSorted()).toEqual(
      `aged aggregate and arithmetic boolean comparison contains date date-shift duration each-year elapsed extreme fact field
       filing-date growth holds if known membership none not number or parameter since-founded text window year`.split(
        /\s+/,
      ),
    );
  });

  it('can also be printed in English and in FEEL, with every bracket closed', () => {
    fc.assert(
      fc.property(drawnExpression(2), (drawn) => {
        for (const printed of [printEnglish(drawn).replace(/“[^”]*”/g, 'x'), printFeel(drawn)]) {
          expect(leftOpen(printed)).toEqual([]);
          expect(printed).not.toMatch(/undefined|null\(|\[object|NaN|…/);
        }
      }),
      runs,
    );
  });
});

/** Brackets without their partner, quoted text left out. */
const leftOpen = (printed: string): readonly string[] => {
  const open: string[] = [];
  for (const sign of printed.replace(/"(?:[^"\\]|\\.)*"/gs, '').match(/[()[\]]/g) ?? []) {
    const partner = sign === ')' ? '(' : sign === ']' ? '[' : null;
    if (partner !== null && open.at(-1) === partner) open.pop();
    else open.push(sign);
  }
  return open;
};

const tokenTexts = (text: string): readonly string[] =>
  tokensOf(text, lexiconOf(dictionary)).map(({ from, to }) => text.slice(from, to));

/** Joined again with these gaps. 否 and 则 stay apart, as together they are another word. */
const spaced = (tokens: readonly string[], gaps: readonly string[]): string =>
  tokens
    .map((token, i) => `${token}${token === '否' && tokens[i + 1] === '则' ? ' ' : (gaps[i % gaps.length] ?? '')}`)
    .join('');

const gap = fc.constantFrom('', '', '', ' ', '  ', '　', '\n', '\t', '\u00a0');

describe('spaces between words', () => {
  it('change nothing, wherever they are put or left out', () => {
    fc.assert(
      fc.property(drawnExpression(2), fc.array(gap, { minLength: 1, maxLength: 40 }), (drawn, gaps) => {
        const text = printChinese(drawn);
        expect(withoutSpans(parse(spaced(tokenTexts(text), gaps)))).toEqual(withoutSpans(parse(text)));
      }),
      runs,
    );
  });

  it('can be left out altogether', () => {
    fc.assert(
      fc.property(drawnExpression(3), (drawn) => {
        const text = printChinese(drawn);
        expect(withoutSpans(parse(spaced(tokenTexts(text), [''])))).toEqual(withoutSpans(parse(text)));
      }),
      runs,
    );
  });
});

/** Every ASCII sign in its full-width form. */
const widened = (token: string): string =>
  /^["「]/u.test(token) ? token : token.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('full-width forms', () => {
  it('mean what the plain ones mean', () => {
    fc.assert(
      fc.property(drawnExpression(2), (drawn) => {
        const text = printChinese(drawn);
        expect(withoutSpans(parse(tokenTexts(text).map(widened).join(' ')))).toEqual(withoutSpans(parse(text)));
      }),
      runs,
    );
  });

  it('fold where they stand: the places of a problem do not move', () => {
    const parsed = parseExpression('（存款）＞＝５００人', scope, 'condition');
    expect(parsed.ok ? [] : parsed.problems.map(({ code, span }) => [code, span])).toEqual([
      ['type-mismatch', { from: 6, to: 10 }],
    ]);
  });
});
