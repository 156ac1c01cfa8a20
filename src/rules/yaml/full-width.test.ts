import { describe, expect, it } from 'vitest';
import { fullWidthSign } from './full-width.ts';

describe('full-width signs where YAML wants its own', () => {
  it.each([
    ['facts：{ 注册地: 南通市 }', 5, '：'],
    ['  - 标题：甲', 6, '：'],
    ['facts: { 营业收入：{ 2023: 1元 } }', 13, '：'],
    ['facts: { a: { b: 1 }， c: 2 }', 20, '，'],
    ['facts: { 注册地: 南通市， 规模: 小型 }', 17, '，'],
  ])('are found in %s', (line, index, sign) => {
    expect(fullWidthSign(line)).toEqual({ index, sign });
  });

  it.each([
    '  says: 达到的，按一成补助：最高一千万元',
    'test: 复合增长率(营业收入，2) ≥ 5%',
    'facts: { 营业收入: { 2023: 1元 } }',
    '# 注：见附件',
  ])('are left alone in %s', (line) => {
    expect(fullWidthSign(line)).toBe(null);
  });
});
