import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from './json.ts';

describe('JSON with exact whole numbers', () => {
  it('prints fen as JSON integers, beyond 2^53 too', () => {
    expect(toJson({ low: 50000000n, high: 900719925474099312345n, other: null })).toBe(
      '{"low":50000000,"high":900719925474099312345,"other":null}',
    );
  });

  it('leaves out what is undefined and keeps the order of the members', () => {
    expect(toJson({ b: 1, a: undefined, c: [undefined, '甲"乙'] })).toBe('{"b":1,"c":[null,"甲\\"乙"]}');
  });

  it('reads an integer that a double cannot hold as bigint, and every other number as a number', () => {
    expect(fromJson('[1, 0.5, 9007199254740993, -9007199254740993, 1e300]')).toEqual([
      1,
      0.5,
      9007199254740993n,
      -9007199254740993n,
      1e300,
    ]);
  });

  it('prints plain data as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toJson(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('brings every amount back to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => {
        expect(BigInt(fromJson(toJson(fen)) as number | bigint)).toBe(fen);
      }),
    );
  });
});
