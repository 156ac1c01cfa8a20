// What is shown instead of the exact value: bands worked out by hand, and never the value itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecimal, whole } from '#rules/exact/rational.ts';
import { dateOf } from '#rules/exact/plain-date.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import { masked, maskedText } from './masked.ts';

const money: ValueType = { kind: 'money' };
const people: ValueType = { kind: 'integer', unit: '人' };
const number = (value: bigint, type: ValueType) => masked({ is: 'number', value: whole(value) }, type);

describe('a masked value', () => {
  it.each([
    [0n, '不到 1万元'],
    [999_999n, '不到 1万元'],
    [1_000_000n, '1万元 至 10万元'],
    [9_999_999n, '1万元 至 10万元'],
    [10_000_000n, '10万元 至 100万元'],
    [16_800_000_000n, '1亿元 至 10亿元'],
    [-948_180_413n, '负 100万元 至 1000万元'],
    [-1n, '不到 1万元'],
  ])('of %s fen is %s', (fen, band) => {
    expect(number(fen, money)).toBe(band);
  });

  it('of a count, a share, a day, a code', () => {
    expect(number(9n, people)).toBe('不到 10人');
    expect(number(205n, people)).toBe('100人 至 1000人');
    expect(masked({ is: 'number', value: fromDecimal('0.086') ?? whole(0) }, { kind: 'ratio' })).toBe('1% 至 10%');
    expect(masked({ is: 'date', value: dateOf(2024, 1, 15) }, { kind: 'date' })).toBe('2024 年');
    expect(masked({ is: 'text', value: '91320600138738315N' }, { kind: 'text' })).toBe('＊＊＊＊315N');
    expect(masked({ is: 'boolean', value: true }, { kind: 'boolean' })).toBe(
      masked({ is: 'boolean', value: false }, { kind: 'boolean' }),
    );
  });

  it('of a short text shows nothing of it', () => {
    expect([maskedText('12345678'), maskedText('123456789'), maskedText('')]).toEqual([
      '＊＊＊＊',
      '＊＊＊＊6789',
      '＊＊＊＊',
    ]);
  });

  it('is the same for a number and nine tenths of the numbers of its decade', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 9n }),
        fc.integer({ min: 6, max: 14 }),
        fc.bigInt({ min: 0n, max: 999_999n }),
        (lead, size, rest) => {
          const low = 10n ** BigInt(size);
          expect(number(lead * low + rest, money)).toBe(number(low, money));
        },
      ),
    );
  });
});
