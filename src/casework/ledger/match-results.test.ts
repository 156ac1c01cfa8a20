import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import {
  importResults,
  openResultBook,
  rowText,
  ruleOn,
  stateOf,
  type IssuedOrder,
  type Outcome,
  type ResultBook,
  type ResultRow,
} from './match-results.ts';
import type { OrderState } from './order-states.ts';

const on: PlainDate = readDate('2026-06-10') ?? fromDayNumber(0);

const issued = (number: string, state: OrderState = 'sent'): IssuedOrder => ({
  number,
  amount: 100n,
  payee: '某某科技有限公司',
  state,
});

const row = (number: string, outcome: Outcome, serial: string, more: Partial<ResultRow> = {}): ResultRow => ({
  number,
  amount: 100n,
  payee: '某某科技有限公司',
  outcome,
  serial,
  on,
  ...more,
});

const after = (rows: readonly ResultRow[], state: OrderState = 'sent'): OrderState | null =>
  stateOf(importResults(openResultBook([issued('o1', state)]), rows), 'o1');

/** What can be seen of a book, without the order in which it was filled. */
const seen = (book: ResultBook): unknown => ({
  states: [...book.issued.keys()].map((number) => [number, stateOf(book, number)]),
  matched: [...book.matched]
    .flatMap(([number, rows]) => [...rows.keys()].map((text) => `${number} ${text}`))
    .toSorted(),
  queries: [...book.queries].map(([text, { reason }]) => `${reason} ${text}`).toSorted(),
});

const drawnRow = fc
  .record({
    number: fc.constantFrom('o1', 'o2', 'o3', 'nobody'),
    outcome: fc.constantFrom<Outcome>('success', 'failed', 'bounced'),
    serial: fc.constantFrom('s1', 's2', 's3'),
    amount: fc.constantFrom(100n, 100n, 100n, 99n),
    payee: fc.constantFrom('某某科技有限公司', '某某科技有限公司', '某某科技公司'),
  })
  .map((drawn) => ({ ...drawn, on }));

describe('bank results', () => {
  it('match on number and amount and payee; anything else goes to 待查 and moves nothing', () => {
    const wrong = [
      row('o9', 'success', 's1'),
      row('o1', 'success', 's2', { amount: 101n }),
      row('o1', 'success', 's3', { payee: '某某科技公司' }),
      row('o2', 'success', 's4'),
    ];
    const book = importResults(openResultBook([issued('o1'), issued('o2', 'checked')]), wrong);
    expect(wrong.map((each) => book.queries.get(rowText(each))?.reason)).toEqual([
      'no-order',
      'other-amount',
      'other-payee',
      'not-issued',
    ]);
    expect([stateOf(book, 'o1'), stateOf(book, 'o2'), stateOf(book, 'o9')]).toEqual(['sent', 'checked', null]);
  });

  it('settle an order, also one that is unknown or whose sending was not recorded yet', () => {
    for (const state of ['released', 'sent', 'unknown'] as const) {
      expect(after([row('o1', 'success', 's1')], state)).toBe('success');
      expect(after([row('o1', 'failed', 's1')], state)).toBe('failed');
      expect(after([row('o1', 'success', 's1'), row('o1', 'bounced', 's2')], state)).toBe('bounced');
    }
    expect(after([])).toBe('sent');
    expect(after([row('o1', 'bounced', 's2')], 'success')).toBe('bounced');
  });

  it('leave an order unknown when it bounced and its payment is not there yet', () => {
    expect(after([row('o1', 'bounced', 's2')])).toBe('unknown');
  });

  it('I29 stop the order and call a person when they contradict each other', () => {
    const contradictory: readonly (readonly ResultRow[])[] = [
      [row('o1', 'success', 's1'), row('o1', 'failed', 's2')],
      [row('o1', 'bounced', 's1'), row('o1', 'failed', 's2')],
      [row('o1', 'success', 's1'), row('o1', 'success', 's2')], // paid twice
      [row('o1', 'success', 's1'), row('o1', 'bounced', 's1')], // one serial, two meanings
    ];
    for (const rows of contradictory) {
      expect(after(rows)).toBe('contradicted');
      expect(after(rows.toReversed())).toBe('contradicted');
    }
    expect(after([row('o1', 'failed', 's1'), row('o1', 'failed', 's2')])).toBe('failed');
  });

  it('I29 a person settles a contradiction for the rows that were there, and a new row asks again', () => {
    const rows = [row('o1', 'success', 's1'), row('o1', 'failed', 's2')];
    const stopped = importResults(openResultBook([issued('o1'), issued('o2')]), rows);
    const ruled = ruleOn(stopped, 'o1', 'success');
    if (ruled === null) throw new Error('not ruled');
    expect(stateOf(ruled, 'o1')).toBe('success');
    expect(stateOf(importResults(ruled, rows), 'o1')).toBe('success');
    expect(stateOf(importResults(ruled, [row('o1', 'success', 's3')]), 'o1')).toBe('contradicted');
    expect(ruleOn(stopped, 'o2', 'success')).toBeNull();
  });

  it('I29 end in the same state twice, in halves and in any order', () => {
    const files = fc.array(drawnRow, { maxLength: 8 }).chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
        again: fc.subarray(rows),
        cut: fc.nat(rows.length),
      }),
    );
    fc.assert(
      fc.property(files, ({ rows, shuffled, again, cut }) => {
        const orders = [issued('o1'), issued('o2', 'unknown'), issued('o3', 'released')];
        const once = importResults(openResultBook(orders), rows);
        const halves = [shuffled.slice(cut), again, shuffled.slice(0, cut), shuffled];
        expect(seen(halves.reduce(importResults, openResultBook(orders)))).toEqual(seen(once));
      }),
      { numRuns: 500 },
    );
  });
});
