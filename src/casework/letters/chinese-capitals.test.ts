// Amounts in capitals: every case written out by hand, and read back by a reader that knows nothing of how they are written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseCapitals, isPayable, printAmountTwice, printFigures } from './chinese-capitals.ts';

/** Reads capitals back to fen, sign by sign. */
const readBack = (text: string): bigint => {
  const units: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  const signs = '零壹贰叁肆伍陆柒捌玖';
  let [all, group, digit] = [0n, 0n, 0n];
  // 万亿 multiplies what stands before it twice.
  let aboveYi = 0n;
  for (const sign of text.replace('人民币', '')) {
    if (signs.includes(sign)) digit = BigInt(signs.indexOf(sign));
    else if (sign in units) [group, digit] = [group + digit * (units[sign] ?? 0n), 0n];
    else if (sign === '万') [aboveYi, group, digit] = [aboveYi + (group + digit) * 10_000n, 0n, 0n];
    else if (sign === '亿') [all, aboveYi, group, digit] = [all + (aboveYi + group + digit) * 100_000_000n, 0n, 0n, 0n];
    else if (sign === '元') [all, aboveYi, group, digit] = [(all + aboveYi + group + digit) * 100n, 0n, 0n, 0n];
    else if (sign === '角') [all, digit] = [all + digit * 10n, 0n];
    else if (sign === '分') [all, digit] = [all + digit, 0n];
  }
  return all;
};

describe('an amount in capitals', () => {
  it.each([
    [0n, '零元整'],
    [1n, '壹分'],
    [10n, '壹角整'],
    [19n, '壹角玖分'],
    [100n, '壹元整'],
    [105n, '壹元零伍分'],
    [150n, '壹元伍角整'],
    [1000n, '壹拾元整'],
    [1005n, '壹拾元零伍分'],
    [10_050n, '壹佰元伍角整'],
    [10_100n, '壹佰零壹元整'],
    [11_000n, '壹佰壹拾元整'],
    [100_100n, '壹仟零壹元整'],
    [101_000n, '壹仟零壹拾元整'],
    [140_950n, '壹仟肆佰零玖元伍角整'],
    [168_032n, '壹仟陆佰捌拾元叁角贰分'],
    [600_714n, '陆仟零柒元壹角肆分'],
    [1_001_000n, '壹万零壹拾元整'],
    [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
    [10_700_053n, '壹拾万柒仟元伍角叁分'],
    [10_070_000n, '壹拾万零柒佰元整'],
    [100_000_000n, '壹佰万元整'],
    [10_000_000_000n, '壹亿元整'],
    [10_000_000_100n, '壹亿零壹元整'],
    [10_000_000_001n, '壹亿元零壹分'],
    [10_001_000_000n, '壹亿零壹万元整'],
    [10_000_100_000n, '壹亿零壹仟元整'],
    [11_000_000_000n, '壹亿壹仟万元整'],
    [12_345_678_901n, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    [100_000_000_000_000n, '壹万亿元整'],
    [100_010_000_000_000n, '壹万零壹亿元整'],
    [100_000_000_000_100n, '壹万亿零壹元整'],
    [171_400_000_000n, '壹拾柒亿壹仟肆佰万元整'],
  ])('%s fen is 人民币%s', (fen, capitals) => {
    expect(chineseCapitals(fen)).toBe(`人民币${capitals}`);
    expect(readBack(`人民币${capitals}`)).toBe(fen);
  });

  it('says exactly its amount, never two 零 together, and closes with 整 or 分', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (fen) => {
        const text = chineseCapitals(fen);
        expect(readBack(text)).toBe(fen);
        expect(text).not.toContain('零零');
        expect(text).toMatch(/^人民币.*(?:整|分)$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not written below zero or beyond the groups that have names', () => {
    expect(() => chineseCapitals(-1n)).toThrow(RangeError);
    expect(() => chineseCapitals(10n ** 18n)).toThrow(RangeError);
    expect([0n, -5n, 1n, 10n ** 18n - 1n, 10n ** 18n].map(isPayable)).toEqual([false, false, true, true, false]);
  });
});

describe('an amount in figures', () => {
  it.each([
    [1n, '0.01元'],
    [10n, '0.10元'],
    [100_000n, '1,000.00元'],
    [99_999n, '999.99元'],
    [12_345_678_901n, '123,456,789.01元'],
  ])('%s fen is %s, to the fen', (fen, figures) => expect(printFigures(fen)).toBe(figures));

  it('stands with its capitals', () => expect(printAmountTwice(10_000_000n)).toBe('100,000.00元（人民币壹拾万元整）'));
});
