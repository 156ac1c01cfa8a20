// The credit code: real codes pass, one wrong character never does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeAlphabet, creditCodeCheck, readCreditCode } from './credit-code.ts';

const body = fc
  .array(fc.constantFrom(...creditCodeAlphabet.split('')), { minLength: 17, maxLength: 17 })
  .map((c) => c.join(''));

describe('the unified social credit code', () => {
  it('passes the published code of 四方科技, worked by hand', () => {
    // values 9 1 3 2 0 6 0 0 1 3 8 7 3 8 3 1 5 times the weights, in order:
    // 9+3+27+54+0+156+0+0+20+87+200+91+24+192+30+30+140 = 1063 = 34×31 + 9; 31 − 9 = 22, the value of N
    expect(creditCodeCheck('91320600138738315')).toBe('N');
    expect(checkCreditCode('91320600138738315N')).toBeNull();
  });

  it('gives 0 where the remainder is 0', () => {
    // seventeen zeros sum to 0; so do 1×1 (place 1) + 10×3 (place 2) = 31
    expect(creditCodeCheck('0'.repeat(17))).toBe('0');
    expect(checkCreditCode(`1A${'0'.repeat(16)}`)).toBeNull();
  });

  it('gives Y where the remainder is 1', () => {
    expect(checkCreditCode(`1${'0'.repeat(16)}Y`)).toBeNull();
  });

  it('says which character cannot be', () => {
    expect(checkCreditCode('9132060013873831OS')).toContain('第 17 位');
    expect(checkCreditCode('9132060013873831 N')).toContain('第 17 位');
  });

  it('says how many characters there are and what the last one should be', () => {
    expect(checkCreditCode('91320600138738315')).toContain('17 位');
    expect(checkCreditCode('')).toContain('0 位');
    expect(checkCreditCode('913206001387383150')).toContain('应为 N');
  });

  it('folds lower case and full-width characters and says so', () => {
    expect(readCreditCode('91320600138738315n')).toEqual({
      ok: true,
      code: '91320600138738315N',
      note: '已按 91320600138738315N 读入',
    });
    expect(readCreditCode('９１320600138738315Ｎ')).toMatchObject({ ok: true, code: '91320600138738315N' });
    expect(readCreditCode('91320600138738315N')).toMatchObject({ note: null });
  });

  it('is broken by any one changed character', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...creditCodeAlphabet.split('')), (seventeen, place, other) => {
        const code = `${seventeen}${creditCodeCheck(seventeen)}`;
        expect(checkCreditCode(code)).toBeNull();
        if (other === code.charAt(place)) return;
        expect(checkCreditCode(`${code.slice(0, place)}${other}${code.slice(place + 1)}`)).not.toBeNull();
      }),
    );
  });
});
