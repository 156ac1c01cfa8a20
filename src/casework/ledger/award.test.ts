// The amount that enters the ledger comes from the clauses: the golden figure of the threshold, from clause to parts.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, itemOf, villageWith } from '#test/support/toy-book.ts';
import { evaluateItem } from '#rules/evaluate/item.ts';
import { planParts } from './parts.ts';

const version = `
- from: 2024-01-01
  clause: a
  eligible: { id: least, test: 项目.造船款 ≥ 500万元 }
  benefit: { rate: 10%, of: 项目.造船款 }`;

const awarded = (cost: string): bigint => {
  const book = villageWith(itemOf(version));
  const item = book.items.get('harbour/x');
  if (item === undefined) throw new Error('no item');
  const [result] = evaluateItem(book, item, given(book, `{ 项目: { 造船款: ${cost} } }`), toyDay('2024-06-01'));
  if (result === undefined || result.verdict === 'undetermined') throw new Error('no verdict');
  return result.verdict === 'eligible' ? (result.amount?.high ?? -1n) : 0n;
};

describe('an award of 10 % from a threshold of 5,000,000.00', () => {
  it('is 500,000.00 of 5,000,000.00, and nothing of 4,999,999.99', () => {
    // 500,000,000 fen × 10 % = 50,000,000 fen; one fen less is below the threshold.
    expect(awarded('5000000.00元')).toBe(50_000_000n);
    expect(awarded('4999999.99元')).toBe(0n);
  });

  it('becomes one part where one treasury pays at once, and none where nothing is awarded', () => {
    const parts = (approved: bigint): unknown =>
      planParts(approved, [{ party: '市', bp: 10_000 }], [{ party: '一次性', bp: 10_000, year: '2026' }]);
    expect(parts(awarded('5000000.00元'))).toEqual({
      ok: true,
      parts: [{ instalment: '一次性', funder: '市', year: '2026', amount: 50_000_000n }],
    });
    expect(parts(awarded('4999999.99元'))).toEqual({ ok: true, parts: [] });
  });
});
