import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFen, formatNumber, formatRatio } from './format.ts';
import { rational, whole } from '#rules/exact/rational.ts';

const units = { 亿元: 10_000_000_000n, 万元: 1_000_000n, 元: 100n } as const;

/** Fen of a printed sum, digit by digit; no reader of the project takes part. */
const fenOf = (text: string): bigint => {
  const match = /^(-?)([\d,]+)(?:\.(\d+))?(亿元|万元|元)$/.exec(text);
  if (!match) throw new Error(text);
  const [, sign = '', head = '', tail = '', unit = ''] = match;
  const scale = unit === '亿元' || unit === '万元' || unit === '元' ? units[unit] : 0n;
  const digits = BigInt(head.replaceAll(',', '') + tail);
  const fen = (digits * scale) / 10n ** BigInt(tail.length);
  expect((digits * scale) % 10n ** BigInt(tail.length)).toBe(0n);
  return sign === '-' ? -fen : fen;
};

describe('money', () => {
  it.each([
    [0n, '0元'],
    [1n, '0.01元'],
    [10n, '0.10元'],
    [100n, '1元'],
    [-1n, '-0.01元'],
    [123_456n, '1,234.56元'],
    [99_999_999n, '999,999.99元'],
    [999_900n, '9,999元'],
    [1_000_000n, '1万元'],
    [1_010_000n, '1.01万元'],
    [1_001_000n, '10,010元'],
    [50_000_000n, '50万元'],
    [-2_000_000n, '-2万元'],
    [9_999_990_000n, '9999.99万元'],
    [10_000_000_000n, '1亿元'],
    [15_000_000_000n, '1.5亿元'],
    [10_001_000_000n, '1.0001亿元'],
    [10_000_100_000n, '10000.1万元'],
    [40_000_000_000n, '4亿元'],
    [117_530_103_432n, '1,175,301,034.32元'],
    [-117_530_103_432n, '-1,175,301,034.32元'],
  ])('of %s fen is %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });

  it('is printed exactly: read back it is the same', () => {
    const round = fc.tuple(
      fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }),
      fc.constantFrom(1n, 100n, 10_000n, 1_000_000n, 10n ** 10n),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
          round.map(([n, unit]) => n * unit),
        ),
        (fen) => {
          expect(fenOf(formatFen(fen))).toBe(fen);
          expect(formatFen(whole(fen))).toBe(formatFen(fen));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('that is a quotient shows more digits, and … where it does not end', () => {
    expect(formatFen(rational(1n, 2n))).toBe('0.005元');
    expect(formatFen(rational(10_000n, 3n))).toBe('33.3333…元');
    expect(formatFen(rational(-10_000n, 3n))).toBe('-33.3333…元');
    expect(formatFen(rational(100_000_001n, 2n))).toBe('500,000.005元');
  });
});

describe('ratios and numbers', () => {
  it('keep their digits, cut with … and never rounded', () => {
    expect([
      formatRatio(rational(86n, 1000n)),
      formatRatio(rational(2n, 3n)),
      formatRatio(rational(-1n, 200n)),
      formatRatio(rational(1n, 1_000_000n)),
    ]).toEqual(['8.6%', '66.6666…%', '-0.5%', '0.0001%']);
  });

  it('carry their unit', () => {
    expect(formatNumber(whole(3), { kind: 'integer', unit: '人' })).toBe('3人');
    expect(formatNumber(whole(3), { kind: 'integer', unit: '月' })).toBe('3个月');
    expect(formatNumber(rational(5n, 2n), { kind: 'number', unit: '年' })).toBe('2.5年');
    expect(formatNumber(whole(3), { kind: 'rank' })).toBe('第3名');
    expect(formatNumber(whole(3), { kind: 'number', unit: null })).toBe('3');
  });
});
