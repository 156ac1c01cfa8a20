import { describe, expect, it } from 'vitest';
import { exactMoney, exactRange, isNothing, rangeText, shortMoney } from './money.ts';

describe('money in prose', () => {
  it.each([
    [{ low: 50000000, high: 50000000 }, '50万元'],
    [{ low: 0, high: 100000000 }, '0–100万元'],
    [{ low: 20000000, high: 50000000 }, '20–50万元'],
    [{ low: 50000000, high: 10000000000 }, '50万元–1亿元'],
    [{ low: 10000000, high: null }, '10万元起'],
    [{ low: 0, high: null }, null],
    [{ low: 0, high: 0 }, '0元'],
    [{ low: 117530103432, high: 117530103432 }, '1,175,301,034.32元'],
  ])('%o is %s', (range, text) => {
    expect(rangeText(range)).toBe(text);
  });

  it('takes an amount beyond 2^53 fen as it is', () => {
    expect(shortMoney(9007199254740993n)).toBe('90,071,992,547,409.93元');
  });
});

describe('money looked at closely', () => {
  it('shows every fen', () => {
    expect(exactMoney(50000000)).toBe('500,000.00 元');
    expect(exactMoney(-5)).toBe('-0.05 元');
    expect(exactMoney(9007199254740993n)).toBe('90,071,992,547,409.93 元');
  });

  it('shows both ends of a range, and says when there is no upper one', () => {
    expect(exactRange({ low: 0, high: 10000 })).toBe('0.00 元 到 100.00 元');
    expect(exactRange({ low: 10000, high: null })).toBe('100.00 元起，没有上限');
  });

  it('does not take what is open for nothing', () => {
    expect(isNothing({ low: 0, high: 0 })).toBe(true);
    expect(isNothing({ low: 0, high: null })).toBe(false);
    expect(isNothing({ low: 0, high: 1 })).toBe(false);
  });
});

describe('money in English', () => {
  it.each([
    [{ low: 50000000, high: 50000000 }, 'CNY 500,000', 'CNY 500,000.00'],
    [{ low: 0, high: 100000000 }, 'CNY 0–1 million', 'CNY 0.00 to CNY 1,000,000.00'],
    [{ low: 20000000, high: 50000000 }, 'CNY 200,000 – 500,000', 'CNY 200,000.00 to CNY 500,000.00'],
    [{ low: 10000000, high: null }, 'from CNY 100,000', 'from CNY 100,000.00, no upper bound'],
  ])('%o is %s', (range, short, exact) => {
    expect(rangeText(range, 'en')).toBe(short);
    expect(exactRange(range, 'en')).toBe(exact);
  });
});
