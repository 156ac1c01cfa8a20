// The nearest name: a slip finds its word, another word finds nothing.
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from './nearest.ts';

const names = ['营业收入', '主营业务收入', '主导产品国内排名', '研发费用', 'name'];

describe('the nearest name', () => {
  it.each([
    ['营业受入', '营业收入'],
    ['营业收', '营业收入'],
    ['研发费用额', '研发费用'],
    ['国内排名', '主导产品国内排名'],
    ['nmae', 'name'],
    ['ＮＡＭＥ', 'name'],
  ])('of %s is %s', (text, name) => {
    expect(nearestName(text, names)).toBe(name);
  });

  it.each(['资产总额', '', '税'])('of %s is none', (text) => {
    expect(nearestName(text, names)).toBeNull();
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('abcd', 'abdc')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
