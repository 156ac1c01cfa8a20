import { describe, expect, it } from 'vitest';
import { addDays, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { isLive, orderMoves, orderStates, type OrderEvent, type OrderState } from './order-states.ts';
import { mayOrder, moveOrder, orderRefusals, type Order, type ReleaseContext } from './orders.ts';

const date = (text: string): PlainDate => {
  const read = readDate(text);
  if (read === null) throw new Error(text);
  return read;
};

const today = date('2026-06-10');
const fine: ReleaseContext = {
  today,
  account: { verified: true, changedOn: null, editors: ['户管'] },
  coolingDays: 3,
  credit: { checkedOn: date('2026-06-01'), passed: true },
  creditDays: 30,
  holds: [],
  statementsMatched: true,
  siblings: [],
};

const order = (state: OrderState, more: Partial<Order> = {}): Order => ({
  number: 'toy-p1-1',
  part: 'p1',
  state,
  maker: '制单',
  checker: state === 'draft' ? null : '复核',
  releaser: null,
  replaces: null,
  ...more,
});

const releasing = (context: Partial<ReleaseContext>, actor = '签发'): readonly string[] =>
  mayOrder(order('checked'), 'release', actor, { ...fine, ...context }).map(({ code }) => code);

const allStates = Object.keys(orderStates) as readonly OrderState[];
const allEvents: readonly OrderEvent[] = ['check', 'return', 'release', 'send', 'lose', 'cancel', 'redo'];

/** The whole table, written down once more by hand: what is not here is refused. */
const expected: Readonly<Record<string, OrderState>> = {
  'draft check': 'checked',
  'draft cancel': 'cancelled',
  'checked release': 'released',
  'checked return': 'draft',
  'checked cancel': 'cancelled',
  'released send': 'sent',
  'released cancel': 'cancelled',
  'sent lose': 'unknown',
  'success send': 'success',
  'failed send': 'failed',
  'failed redo': 'failed',
  'unknown send': 'unknown',
  'bounced send': 'bounced',
  'bounced redo': 'bounced',
  'contradicted send': 'contradicted',
};

describe('the payment order', () => {
  it('moves in every state by every event exactly as the table says', () => {
    expect(Object.keys(orderMoves).toSorted()).toEqual(allStates.toSorted());
    for (const state of allStates)
      for (const event of allEvents) {
        const moved = moveOrder(order(state), event, '某人', fine);
        const to = expected[`${state} ${event}`];
        expect(moved.ok ? moved.order.state : null, `${state} ${event}`).toBe(to ?? null);
        expect(moved.ok ? [] : moved.refusals.map(({ code }) => code), `${state} ${event}`).toEqual(
          to === undefined ? ['wrong-state'] : [],
        );
      }
  });

  it('keeps who checked and who released it, and forgets the check when it goes back', () => {
    const checked = moveOrder(order('draft'), 'check', '乙', fine);
    expect(checked).toMatchObject({ ok: true, order: { checker: '乙', releaser: null } });
    expect(moveOrder(order('checked'), 'release', '丙', fine)).toMatchObject({
      ok: true,
      order: { checker: '复核', releaser: '丙' },
    });
    expect(moveOrder(order('checked'), 'return', '乙', fine)).toMatchObject({ ok: true, order: { checker: null } });
  });

  it('I18 keeps maker, checker, releaser and account editor apart', () => {
    expect(mayOrder(order('draft'), 'check', '制单', fine)).toEqual([{ code: 'maker-is-checker' }]);
    expect(releasing({}, '制单')).toEqual(['maker-is-releaser']);
    expect(releasing({}, '复核')).toEqual(['checker-is-releaser']);
    expect(releasing({}, '户管')).toEqual(['editor-is-releaser']);
    expect(releasing({}, '签发')).toEqual([]);
  });

  it('I19 releases nothing under a hold', () => {
    expect(mayOrder(order('checked'), 'release', '签发', { ...fine, holds: ['司法协助'] })).toEqual([
      { code: 'hold', holds: ['司法协助'] },
    ]);
  });

  it('I19 releases only to a verified account that has not changed for the full cooling days', () => {
    const changed = (days: number): readonly string[] =>
      releasing({ account: { ...fine.account, changedOn: addDays(today, -days) } });
    expect(releasing({ account: { ...fine.account, verified: false } })).toEqual(['account-unverified']);
    // Changed on the 7th: the 8th, 9th and 10th are three full days, so the 11th is the first day.
    expect(changed(3)).toEqual(['account-fresh']);
    expect(changed(4)).toEqual([]);
    expect(changed(0)).toEqual(['account-fresh']);
  });

  it('asks for a credit check that passed and is not too old', () => {
    const checked = (days: number, passed = true): readonly string[] =>
      releasing({ credit: { checkedOn: addDays(today, -days), passed } });
    expect([checked(30), checked(31), checked(0, false), checked(31, false)]).toEqual([
      [],
      ['credit-stale'],
      ['credit-failed'],
      ['credit-failed', 'credit-stale'],
    ]);
    expect(releasing({ credit: null })).toEqual(['credit-missing']);
  });

  it('I7 releases no second order while another of the part is live', () => {
    for (const state of allStates) {
      const codes = releasing({ siblings: [order(state, { number: 'toy-p1-0' })] });
      const wanted = state === 'unknown' ? ['unknown-predecessor'] : isLive(state) ? ['live-order'] : [];
      expect(codes, state).toEqual(wanted);
    }
    expect(allStates.filter(isLive)).toEqual(['released', 'sent', 'unknown', 'contradicted']);
  });

  it('I8 an order without an answer has no successor, and neither has one that succeeded', () => {
    const replacing = (state: OrderState): readonly string[] =>
      mayOrder(order('checked', { number: 'toy-p1-2', replaces: 'toy-p1-1' }), 'release', '签发', {
        ...fine,
        siblings: [order(state)],
      }).map(({ code }) => code);
    expect(replacing('unknown')).toEqual(['unknown-predecessor']);
    expect(replacing('sent')).toEqual(['live-order']);
    expect(replacing('success')).toEqual(['not-replaceable']);
    expect(replacing('cancelled')).toEqual(['not-replaceable']);
    expect([replacing('failed'), replacing('bounced')]).toEqual([[], []]);
    expect(mayOrder(order('failed'), 'redo', '某人', { ...fine, siblings: [order('sent')] })).toMatchObject([
      { code: 'live-order' },
    ]);
  });

  it('I27 releases nothing after a restored backup until the statements since then are matched', () => {
    expect(releasing({ statementsMatched: false })).toEqual(['statements-unmatched']);
  });

  it('tells every reason at once, each with its sentence', () => {
    const codes = mayOrder(order('checked', { maker: '户管', checker: '户管' }), 'release', '户管', {
      ...fine,
      account: { verified: false, changedOn: today, editors: ['户管'] },
      credit: { checkedOn: date('2025-01-01'), passed: false },
      holds: ['信用'],
      statementsMatched: false,
      siblings: [order('sent', { number: 'toy-p1-0' })],
    }).map(({ code }) => code);
    expect(codes).toEqual([
      'maker-is-releaser',
      'checker-is-releaser',
      'editor-is-releaser',
      'statements-unmatched',
      'hold',
      'account-unverified',
      'account-fresh',
      'credit-failed',
      'credit-stale',
      'live-order',
    ]);
    for (const code of codes) expect(orderRefusals[code]).toMatch(/\p{Script=Han}/u);
  });
});
