import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumber, readOrderNumber } from './order-number.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const name = fc.record({
  tenant: word,
  part: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-')),
  attempt: fc.integer({ min: 1, max: 999 }),
});

describe('an order number', () => {
  it('is the same after a crash and names tenant, part and attempt', () => {
    expect(orderNumber({ tenant: 'toy', part: 'c17-1-city-2026', attempt: 2 })).toBe('toy-c17-1-city-2026-2');
    expect(readOrderNumber('toy-c17-1-city-2026-2')).toEqual({ tenant: 'toy', part: 'c17-1-city-2026', attempt: 2 });
  });

  it('is never shared by two orders', () => {
    fc.assert(
      fc.property(name, (order) => {
        expect(readOrderNumber(orderNumber(order))).toEqual(order);
      }),
    );
  });

  it('is not made of names that could be taken for others', () => {
    for (const order of [
      { tenant: 'to-y', part: 'c1', attempt: 1 },
      { tenant: 'toy', part: '', attempt: 1 },
      { tenant: 'toy', part: 'c1-', attempt: 1 },
      { tenant: 'toy', part: 'c 1', attempt: 1 },
      { tenant: 'toy', part: 'c1', attempt: 0 },
      { tenant: 'toy', part: 'c1', attempt: 1000 },
      { tenant: 'toy', part: 'c1', attempt: 1.5 },
    ])
      expect(() => orderNumber(order), JSON.stringify(order)).toThrow(RangeError);
  });

  it('is not read out of what somebody typed', () => {
    for (const text of ['', 'toy', 'toy-c1', 'toy-c1-01', 'toy-c1-0', ' toy-c1-1', 'toy-c1-1\n', 'TOY-c1-1'])
      expect(readOrderNumber(text), JSON.stringify(text)).toBeNull();
  });
});
