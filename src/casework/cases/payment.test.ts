import { describe, expect, it } from 'vitest';
import { opened, someone } from './toy-office.ts';
import { firm, handler, head, maker, checker, releaser, paid, toReview, review, decision, toPay } from './toy-road.ts';
import { after, deed, refusalOf } from './toy-story.ts';

describe('payment', () => {
  const start = after(opened('apply'), ...toPay);
  const made = after(start, deed(maker, 'make-order', { part: 'p1' }));
  const checked = after(made, deed(checker, 'check-order', { part: 'p1' }));
  const released = after(checked, deed(releaser, 'release-order', { part: 'p1' }));
  const as = (person: string, role: 'checker' | 'releaser') => ({ ...someone(role), person });
  const result = (which: 'success' | 'failed' | 'unknown' | 'bounced', part = 'p1') =>
    deed(maker, 'pay-result', { part, result: which, proof: '回单' });

  it('is made, checked and released by three different persons', () => {
    expect(refusalOf(made, deed(as('maker-1', 'checker'), 'check-order', { part: 'p1' }))).toBe('same-person');
    expect(refusalOf(checked, deed(as('maker-1', 'releaser'), 'release-order', { part: 'p1' }))).toBe('same-person');
    expect(refusalOf(checked, deed(as('checker-1', 'releaser'), 'release-order', { part: 'p1' }))).toBe('same-person');
    expect(refusalOf(checked, deed(releaser, 'release-order', { part: 'p1' }))).toBe(null);
  });

  it('is not released by whoever touched the account', () => {
    for (const person of ['legal-person-1', 'city-treasury-1'])
      expect(refusalOf(checked, deed(as(person, 'releaser'), 'release-order', { part: 'p1' }))).toBe('same-person');
  });

  it('goes to an account that somebody else verified than the one who gave it', () => {
    const given = after(start, deed(firm, 'set-account', { account: '新账户' }));
    const alone = { ...someone('city-treasury'), person: firm.person };
    expect(refusalOf(given, deed(alone, 'verify-account', { account: '新账户' }))).toBe('same-person');
    expect(refusalOf(given, deed(someone('city-treasury'), 'verify-account', { account: '旧账户' }))).toBe(
      'account-not-verified',
    );
    expect(refusalOf(given, deed(maker, 'make-order', { part: 'p1' }))).toBe('account-not-verified');
  });

  it('waits for the account to be verified again when it was changed', () => {
    const moved = after(checked, deed(firm, 'set-account', { account: '新账户' }));
    expect(refusalOf(moved, deed(releaser, 'release-order', { part: 'p1' }))).toBe('account-not-verified');
  });

  it('has one live order for a part, and one without an answer is never replaced', () => {
    for (const state of [made, checked, released, after(released, result('unknown'))])
      expect(refusalOf(state, deed(maker, 'make-order', { part: 'p1' }))).toBe('order-live');
    const failed = after(released, result('failed'));
    expect(after(failed, deed(maker, 'make-order', { part: 'p1' })).orders.map(({ attempt }) => attempt)).toEqual([
      1, 2,
    ]);
  });

  it('is paid only when the bank says so, after an unknown answer too', () => {
    expect(after(released, result('unknown'), result('success')).parts[0]?.paid).toBe(true);
    expect(after(released, result('unknown'), result('failed')).parts[0]?.paid).toBe(false);
    expect(refusalOf(made, result('success'))).toBe('no-such-order');
  });

  it('of the second instalment waits for its stage', () => {
    expect(refusalOf(start, deed(maker, 'make-order', { part: 'p2' }))).toBe('not-due');
  });

  it('that came back is made again, and the case goes on from where it had been', () => {
    const before = after(start, ...paid('p1'), deed(handler, 'accept-completion'), ...paid('p2'));
    expect([before.phase, before.stage]).toEqual(['paid', 19]);
    const back = after(before, result('bounced', 'p1'), result('bounced', 'p2'));
    expect([back.phase, back.stage]).toEqual(['paying', 16]);
    const first = after(back, ...paid('p1'));
    expect([first.phase, first.stage]).toEqual(['part-paid', 18]);
    const again = after(first, ...paid('p2'));
    expect([again.phase, again.stage]).toEqual(['paid', 19]);
  });

  it('that came back after the end opens the case again', () => {
    const closed = after(
      start,
      ...paid('p1'),
      deed(handler, 'accept-completion'),
      ...paid('p2'),
      deed(handler, 'start-tracking'),
      deed(handler, 'assess-performance'),
      deed(handler, 'close'),
    );
    const back = after(closed, result('bounced', 'p2'));
    expect(back.phase).toBe('part-paid');
    // What was accepted and assessed before is not asked for a second time.
    const again = after(back, ...paid('p2'));
    expect([again.phase, again.stage]).toEqual(['paid', 20]);
    expect(after(again, deed(handler, 'close')).phase).toBe('closed');
  });

  it('parts that do not add up to the approved amount are refused, by one 分', () => {
    const state = after(opened('apply'), ...toReview, ...review, ...decision);
    const part = { funder: '市级', year: 2026 };
    const parts = (second: bigint) => [
      { ...part, part: 'p1', amountFen: 5_000_000n, instalment: 1 },
      { ...part, part: 'p2', amountFen: second, instalment: 2 },
    ];
    expect(refusalOf(state, deed(head, 'allocate', { parts: parts(5_000_000n) }))).toBe('parts-do-not-add-up');
    expect(refusalOf(state, deed(head, 'allocate', { parts: parts(5_000_001n) }))).toBe(null);
    const late = parts(5_000_001n).map((each) => ({ ...each, instalment: 1 }));
    expect(refusalOf(state, deed(head, 'allocate', { parts: late }))).toBe('parts-do-not-add-up');
  });
});
