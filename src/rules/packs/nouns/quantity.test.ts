// Numbers with units as sources write them.
import { expect, it } from 'vitest';
import { readQuantity } from './quantity.ts';

const rows = [
  ['587家', '家', 587n, 1n],
  ['1.5万个', '个', 15_000n, 1n],
  ['17.14亿元', '元', 171_400_000_000n, 1n],
  ['2000元/月', '元/月', 200_000n, 1n],
  ['40%', '%', 2n, 5n],
  ['0.5%', '%', 1n, 200n],
  ['2工作日', '工作日', 2n, 1n],
  ['2个工作日', '工作日', 2n, 1n],
  ['3个月', '月', 3n, 1n],
  ['70', null, 70n, 1n],
  ['0.8', null, 4n, 5n],
] as const;

it.each(rows)('%s in %s', (text, unit, n, d) => {
  expect(readQuantity(text, unit)).toEqual({ low: { n, d }, high: { n, d }, text });
});

it('a range runs from its lower to its upper end', () => {
  expect(readQuantity('20万元..50万元', '元')).toEqual({
    low: { n: 20_000_000n, d: 1n },
    high: { n: 50_000_000n, d: 1n },
    text: '20万元..50万元',
  });
});

it.each([
  ['587', '家'],
  ['587 家', '家'],
  ['587家', null],
  ['五百家', '家'],
  ['50万元..20万元', '元'],
  ['1..2..3', null],
  ['2000元', '元/月'],
  ['3个元', '元'],
  ['-1家', '家'],
  ['', null],
  ['1.5百家', '家'],
] as const)('«%s» is no number in %s', (text, unit) => {
  expect(readQuantity(text, unit)).toBeNull();
});
