// Names of files as they come from anywhere, and as they are kept.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, dotParts, lastPart } from './clean-name.ts';

const bytesIn = (text: string): number => Buffer.byteLength(text);

describe('the name of a file', () => {
  it('is kept as it came where nothing is wrong with it', () => {
    for (const name of ['营业执照.pdf', '2025年度审计报告（终稿）v1.2.docx', '𠮷林.pdf', 'a b.txt']) {
      expect(cleanName(name)).toBe(name);
    }
  });

  it('keeps nothing of the folders it came from, nor a drive', () => {
    expect(cleanName('../../etc/passwd')).toBe('passwd');
    expect(cleanName('C:\\x')).toBe('x');
    expect(cleanName('C:x.pdf')).toBe('x.pdf');
    expect(cleanName('C:\\Users\\张三\\..\\合同.pdf')).toBe('合同.pdf');
    expect(cleanName('/')).toBe('未命名');
    expect(cleanName('..')).toBe('未命名');
    expect(cleanName('')).toBe('未命名');
  });

  it('keeps no sign that cannot be seen, nor one that turns the direction of reading', () => {
    expect(cleanName('合同.exe\0.pdf')).toBe('合同.exe.pdf');
    expect(cleanName('合同\u202Efdp.exe')).toBe('合同fdp.exe');
    expect(cleanName('合\u200B同\r\n\t.pdf\u007F')).toBe('合同.pdf');
    expect(cleanName('\uD800.pdf')).toBe('\uFFFD.pdf');
  });

  it('keeps no dots and spaces at its ends, where Windows drops them, and none of its forbidden signs', () => {
    expect(cleanName(' .合同.exe. . ')).toBe('合同.exe');
    expect(cleanName('合同.pdf          .exe')).toBe('合同.pdf .exe');
    expect(cleanName('a"b*c:d<e>f?g|h.pdf')).toBe('a_b_c_d_e_f_g_h.pdf');
    expect(cleanName('NUL.pdf')).toBe('_NUL.pdf');
    expect(cleanName('com1')).toBe('_com1');
    expect(cleanName('contract.pdf')).toBe('contract.pdf');
  });

  it('of 300 Han characters is cut to what a file system holds, with its ending', () => {
    // 255 bytes less four for .pdf are 251, which hold 83 characters of three.
    expect(cleanName(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(83)}.pdf`);
    expect(cleanName('长'.repeat(300))).toBe('长'.repeat(85));
    // An ending as long as that is none.
    expect(cleanName(`a.${'长'.repeat(300)}`)).toBe(`a.${'长'.repeat(84)}`);
  });

  it('is always one part of a path, of at most 255 bytes but for the mark before a device', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(['', '.', '..']).not.toContain(name);
        expect(bytesIn(name)).toBeLessThanOrEqual(256);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });

  it('has endings in small letters', () => {
    expect(dotParts('合同.PDF.exe')).toEqual(['pdf', 'exe']);
    expect(lastPart('合同.PDF')).toBe('pdf');
    expect(lastPart('合同')).toBe('');
  });
});
