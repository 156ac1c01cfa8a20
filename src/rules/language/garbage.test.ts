// The parser meets texts that are no expressions: it never throws, its problems point into the text, and its limits hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression, type Parsed, type Scope } from './parse.ts';
import { printChinese } from './print-chinese.ts';
import { toyDictionary } from './toy-firm.ts';
import { hints, keywords } from './words.ts';

const scope: Scope = { dictionary: toyDictionary, subject: 'enterprise', bareSeries: false };

const words = [
  ...keywords.keys(),
  ...hints.keys(),
  ...toyDictionary.facts.keys(),
  ...toyDictionary.sets.keys(),
  '工业',
  '发明',
];
const marks = [
  '(',
  ')',
  '（',
  '）',
  '，',
  ',',
  '、',
  '+',
  '-',
  '×',
  '÷',
  '/',
  '≥',
  '<=',
  '!',
  '"',
  '「',
  '」',
  ' ',
  '#',
  '；',
  '.',
];
const numbers = ['1', '500万元', '3%', '2年', '6个月', '2024-01-01', '300人', '5台', '5个工作日', '1.', '2024-1-1'];

const salad = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...marks),
      fc.constantFrom(...numbers),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));

const wanted = fc.constantFrom('condition', 'value', 'money', 'ratio', 'number');

/** True when every problem has words and stands inside the text. */
const isWellSaid = (text: string, parsed: Parsed): boolean =>
  parsed.ok ||
  (parsed.problems.length > 0 &&
    parsed.problems.every(
      ({ span, message, code }) =>
        span.from >= 0 && span.from <= span.to && span.to <= text.length && message !== '' && /^[a-z-]+$/.test(code),
    ));

describe('a text that is no expression', () => {
  it('is refused with problems that point into it, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(salad, fc.string({ unit: 'binary', maxLength: 40 })), wanted, (text, want) => {
        expect(isWellSaid(text, parseExpression(text, scope, want))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('prints and parses back to the same text if it is one after all', () => {
    fc.assert(
      fc.property(salad, (text) => {
        const parsed = parseExpression(text, scope, 'value');
        const printed = parsed.ok ? printChinese(parsed.expression) : '是';
        const again = parseExpression(printed, scope, 'value');
        expect(again.ok && printChinese(again.expression)).toBe(printed);
      }),
      { numRuns: 3000 },
    );
  });

  const codes = (text: string): readonly string[] => {
    const parsed = parseExpression(text, scope, 'condition');
    return parsed.ok ? [] : parsed.problems.map((problem) => problem.code);
  };

  it('may be 4000 characters long and not one more', () => {
    expect(codes(`高新技术企业${' '.repeat(3994)}`)).toEqual([]);
    expect(codes(`高新技术企业${' '.repeat(3995)}`)).toEqual(['too-long']);
  });

  it('may nest 40 brackets deep and not one more', () => {
    expect(codes(`${'('.repeat(40)}高新技术企业${')'.repeat(40)}`)).toEqual([]);
    expect(codes(`${'('.repeat(41)}高新技术企业${')'.repeat(41)}`)).toEqual(['too-deep']);
    expect(codes(`${'非'.repeat(40)}高新技术企业`)).toEqual([]);
    expect(codes(`${'非'.repeat(41)}高新技术企业`)).toEqual(['too-deep']);
  });

  it('may add up 200 terms, but not 2000', () => {
    expect(codes(`1${'+1'.repeat(199)} ≥ 3`)).toEqual([]);
    expect(codes(`1${'+1'.repeat(1900)} ≥ 3`)).toEqual(['too-deep']);
  });

  it('yields at most fifty problems', () => {
    expect(codes('#'.repeat(4000))).toHaveLength(50);
  });

  it.each([
    '且'.repeat(3990) + '猪',
    '猪'.repeat(4000),
    '猪且'.repeat(2000),
    '上云星级'.repeat(999) + '猪',
    '研发费用额且'.repeat(660),
    '('.repeat(4000),
    '()'.repeat(2000),
    '「'.repeat(4000),
    '如果则否则'.repeat(800),
    '数量(专利 当 '.repeat(400),
    '-'.repeat(4000),
  ])(
    'is refused at once even when it is built to be slow: %#',
    (text) => {
      expect(codes(text).length).toBeGreaterThan(0);
    },
    2000,
  );
});
