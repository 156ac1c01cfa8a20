// Codes as people type them: forgiving where nothing is lost, and every slip of one or two characters found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, verificationCode } from './verification-code.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const random = fc.uint8Array({ minLength: 16, maxLength: 16 });
const last = Uint8Array.from({ length: 16 }, (_, at) => (at === 15 ? 1 : 0));

describe('a verification code', () => {
  it('is 26 symbols and a check character in groups of four', () => {
    expect(verificationCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-000');
    // x²⁶ in the field of 32 elements is x⁴ + x² + x + 1 = 23, which is Q.
    expect(verificationCode(last)).toBe('0000-0000-0000-0000-0000-0000-01Q');
    expect(verificationCode(new Uint8Array(16).fill(255))).toMatch(/^7ZZZ-(?:ZZZZ-){5}ZZ[0-9A-Z]$/);
  });

  it('holds all 128 bits, in the order of Crockford’s base 32', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const body = verificationCode(bytes).replaceAll('-', '').slice(0, 26);
        const value = [...body].reduce((sum, symbol) => sum * 32n + BigInt(alphabet.indexOf(symbol)), 0n);
        expect(value.toString(16).padStart(32, '0')).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });

  it('is made of 16 bytes and of no other number', () => {
    expect(() => verificationCode(new Uint8Array(15))).toThrow(RangeError);
    expect(() => verificationCode(new Uint8Array(17))).toThrow(RangeError);
  });

  it('is read in small letters, wide letters, with spaces, other dashes, and O, I and L for figures', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const text = verificationCode(bytes);
        const wide = text.replace(/[0-9A-Z]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
        for (const typed of [
          text,
          text.toLowerCase(),
          ` ${text.replaceAll('-', ' ')}\n`,
          text.replaceAll('-', ''),
          text.replaceAll('-', '—'),
          text.replaceAll('0', 'o').replaceAll('1', 'l'),
          text.replaceAll('0', 'O').replaceAll('1', 'I'),
          wide,
        ])
          expect(readCode(typed), typed).toEqual({ ok: true, text });
      }),
    );
  });

  it('shows every single wrong character and every two that changed places', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const text = verificationCode(bytes).replaceAll('-', '');
        const signs = [...text];
        const wrong = signs.flatMap((sign, at) =>
          alphabet.filter((other) => other !== sign).map((other) => signs.with(at, other)),
        );
        const swapped = signs.flatMap((sign, at) =>
          signs.flatMap((other, to) => (sign === other ? [] : [signs.with(at, other).with(to, sign)])),
        );
        expect(wrong).toHaveLength(27 * 31);
        for (const each of [...wrong, ...swapped]) expect(readCode(each.join(''))).toMatchObject({ code: 'slip' });
      }),
      { numRuns: 5 },
    );
  });

  it('is none when characters are missing, too many, or no characters of a code', () => {
    const text = verificationCode(last);
    expect(readCode(text.slice(0, -1))).toMatchObject({ ok: false, code: 'length-wrong' });
    expect(readCode(`${text}0`)).toMatchObject({ ok: false, code: 'length-wrong' });
    expect(readCode('')).toMatchObject({ ok: false, code: 'length-wrong' });
    expect(readCode(text.replace('Q', 'U'))).toMatchObject({ ok: false, code: 'unknown-character' });
    expect(readCode('柳城')).toMatchObject({ ok: false, code: 'unknown-character' });
  });
});
