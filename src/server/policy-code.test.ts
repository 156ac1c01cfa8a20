import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPolicyCode, policyCode, readPolicyCode, slips } from './policy-code.ts';

const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const code = fc.string({ maxLength: 40 }).map(policyCode);

describe('a policy code', () => {
  it('is six signs that are not read for one another, and the same for ever', () => {
    expect(policyCode('nantong/award-little-giant')).toBe(policyCode('nantong/award-little-giant'));
    fc.assert(fc.property(code, (each) => /^[2-9A-HJKMNP-Z]{6}$/.test(each) && isPolicyCode(each)));
  });

  it('notices any one wrong sign and any two neighbours that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(5), fc.constantFrom(...signs.split('')), (each, at, sign) => {
        const slip = each.slice(0, at) + sign + each.slice(at + 1);
        expect(isPolicyCode(slip)).toBe(slip === each);
      }),
    );
    fc.assert(
      fc.property(code, fc.nat(3), (each, at) => {
        const swapped = each.slice(0, at) + each.charAt(at + 1) + each.charAt(at) + each.slice(at + 2);
        expect(isPolicyCode(swapped)).toBe(swapped === each);
      }),
    );
  });

  it('is read as it may be typed', () => {
    expect(readPolicyCode(' ab-cd 23 ')).toBe('ABCD23');
    expect(readPolicyCode('ａｂｃｄ２３')).toBe('ABCD23');
  });

  it('counts the places in which two differ', () => {
    expect(slips('ABCD23', 'ABCD23')).toBe(0);
    expect(slips('ABCD23', 'ABCE23')).toBe(1);
    expect(slips('ABCD2', 'ABCD23')).toBe(2);
  });
});
