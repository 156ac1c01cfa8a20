// The roads that money takes, told step by step, with what the ledger holds after each worked out by hand.
import { describe, expect, it } from 'vitest';
import { opened, someone, stageSpecs } from '#casework/cases/toy-office.ts';
import {
  checker,
  decision,
  firm,
  handler,
  head,
  maker,
  paid,
  passed,
  releaser,
  review,
  toPay,
  toReview,
  treasury,
} from '#casework/cases/toy-road.ts';
import { deed, type Deed } from '#casework/cases/toy-story.ts';
import { budgetOf, heldBy, onePart, told, toyTerms, type Told } from './toy-money.ts';

const start: Told = { state: opened('apply'), journal: budgetOf(30_000_000n) };
const result = (part: string, which: 'success' | 'failed' | 'unknown' | 'bounced'): Deed =>
  deed(maker, 'pay-result', { part, result: which, proof: '回单' });
const release = (part: string): readonly Deed[] => [
  deed(maker, 'make-order', { part }),
  deed(checker, 'check-order', { part }),
  deed(releaser, 'release-order', { part }),
];
const keysAfter = (before: Told, after: Told): readonly string[] =>
  [...after.journal.postings.keys()].slice(before.journal.postings.size);

const early = ['formal', 'credit', 'duplicate', 'collective', 'allocate', 'notice', 'funding', 'treasury'] as const;
const shortReview = [...toReview, passed(someone('window')), passed(), passed(), deed(someone('director'), 'approve')];
const toFunding = [deed(head, 'allocate'), deed(handler, 'publish-notice'), passed(), deed(head, 'fund')];
const toAccount = [passed(treasury), deed(firm, 'set-account'), deed(treasury, 'verify-account'), passed(treasury)];
const shortRoad = [...shortReview, ...toFunding, ...toAccount, passed()];

describe('a case of one part', () => {
  const stages = stageSpecs([...early, 'account', 'credit', 'pay', 'performance']);
  const terms = { ...toyTerms, planned: onePart };
  const tell = (from: Told, ...deeds: readonly Deed[]): Told => told(from, deeds, terms);
  const opening: Told = { state: opened('apply', { stages }), journal: budgetOf(30_000_000n) };
  const decided = tell(opening, ...shortReview);

  it('takes nothing before its list is fixed', () => {
    expect(heldBy(decided)).toEqual({ 'F11 甲': 30_000_000n });
  });

  it('is reserved, committed, in flight and paid', () => {
    const listed = tell(decided, deed(head, 'allocate'));
    expect(heldBy(listed)).toEqual({ 'F11 甲': 19_999_999n, 'F20 p1': 10_000_001n });
    const funded = tell(listed, deed(handler, 'publish-notice'), passed(), deed(head, 'fund'));
    expect(heldBy(funded)).toEqual({ 'F11 甲': 19_999_999n, 'F30 p1': 10_000_001n });
    const due = tell(funded, ...toAccount, passed());
    const ordered = tell(due, deed(maker, 'make-order', { part: 'p1' }), deed(checker, 'check-order', { part: 'p1' }));
    expect(heldBy(ordered)).toEqual(heldBy(funded));
    const out = tell(ordered, deed(releaser, 'release-order', { part: 'p1' }));
    expect(heldBy(out)).toEqual({ 'F11 甲': 19_999_999n, 'F40 p1-1': 10_000_001n });
    const lost = tell(out, result('p1', 'unknown'));
    expect(heldBy(lost)).toEqual(heldBy(out));
    const there = tell(lost, result('p1', 'success'));
    expect(heldBy(there)).toEqual({ 'F11 甲': 19_999_999n, 'F50 p1': 10_000_001n });
    expect(there.state.phase).toBe('paid');
    expect(keysAfter(opening, there)).toEqual([
      `case/case/a${decided.state.done.size}`,
      `case/case/a${decided.state.done.size + 3}`,
      'order/toy-case-p1-1/T11',
      'order/toy-case-p1-1/T13',
    ]);
  });
});

describe('a case that is accepted after its last payment', () => {
  it('is paid before it is accepted, and the acceptance moves the part within what is paid', () => {
    const stages = stageSpecs([...early, 'account', 'credit', 'pay', 'acceptance', 'performance']);
    const opening: Told = { state: opened('apply', { stages }), journal: budgetOf(30_000_000n) };
    const all = told(opening, [...shortRoad, ...paid('p1'), deed(handler, 'start-tracking')]);
    expect([all.state.phase, heldBy(all)]).toEqual(['tracking', { 'F11 甲': 19_999_999n, 'F51 p1': 10_000_001n }]);
    const accepted = told(all, [deed(handler, 'accept-completion')]);
    expect(heldBy(accepted)).toEqual({ 'F11 甲': 19_999_999n, 'F50 p1': 10_000_001n });
    // What was accepted stays accepted when the bank sends it back.
    const again = told(accepted, [result('p1', 'bounced'), ...paid('p1')]);
    expect(heldBy(again)).toEqual(heldBy(accepted));
  });
});

describe('a case of two parts, accepted between them', () => {
  const due = told(start, toPay);
  const reserve = 19_999_999n;

  it('has both committed when the first is due', () => {
    expect(heldBy(due)).toEqual({ 'F11 甲': reserve, 'F30 p1': 5_000_000n, 'F30 p2': 5_000_001n });
  });

  it('waits for the acceptance with the first, and is paid when the second has bounced and was paid again', () => {
    const first = told(due, paid('p1'));
    expect(heldBy(first)).toEqual({ 'F11 甲': reserve, 'F51 p1': 5_000_000n, 'F30 p2': 5_000_001n });
    const accepted = told(first, [deed(handler, 'accept-completion')]);
    expect(heldBy(accepted)).toEqual({ 'F11 甲': reserve, 'F50 p1': 5_000_000n, 'F30 p2': 5_000_001n });
    const both = told(accepted, paid('p2'));
    expect(heldBy(both)).toEqual({ 'F11 甲': reserve, 'F50 p1': 5_000_000n, 'F50 p2': 5_000_001n });
    const back = told(both, [result('p2', 'bounced')]);
    expect(heldBy(back)).toEqual({ 'F11 甲': reserve, 'F50 p1': 5_000_000n, 'F41 p2-1': 5_000_001n });
    const made = told(back, [deed(maker, 'make-order', { part: 'p2' })]);
    expect(heldBy(made)).toEqual(heldBy(back));
    const ready = told(made, [deed(checker, 'check-order', { part: 'p2' })]);
    expect(heldBy(ready)).toEqual({ 'F11 甲': reserve, 'F50 p1': 5_000_000n, 'F30 p2': 5_000_001n });
    const out = told(ready, [deed(releaser, 'release-order', { part: 'p2' })]);
    expect(heldBy(out)).toEqual({ 'F11 甲': reserve, 'F50 p1': 5_000_000n, 'F40 p2-2': 5_000_001n });
    const again = told(out, [result('p2', 'success')]);
    expect(heldBy(again)).toEqual(heldBy(both));
    expect(again.state.phase).toBe('paid');
    expect(keysAfter(both, again)).toEqual([
      'order/toy-case-p2-1/T15',
      'order/toy-case-p2-1/T16',
      'order/toy-case-p2-2/T11',
      'order/toy-case-p2-2/T13',
    ]);
  });

  it('that fails keeps its money, and an order cancelled before its release changes nothing', () => {
    const failed = told(due, [...release('p1'), result('p1', 'failed')]);
    expect(heldBy(failed)).toEqual({ 'F11 甲': reserve, 'F41 p1-1': 5_000_000n, 'F30 p2': 5_000_001n });
    const cancelled = told(failed, [
      deed(maker, 'make-order', { part: 'p1' }),
      deed(checker, 'check-order', { part: 'p1' }),
      deed(checker, 'cancel-order', { part: 'p1', reason: '账号有误' }),
    ]);
    expect(heldBy(cancelled)).toEqual(heldBy(due));
    // The third order starts from there: what the first came back with was taken up by the second.
    expect(heldBy(told(cancelled, release('p1')))).toEqual({
      'F11 甲': reserve,
      'F40 p1-3': 5_000_000n,
      'F30 p2': 5_000_001n,
    });
  });

  it('gives everything back when it is withdrawn after the list, and after the funding', () => {
    const listed = told(start, [...toReview, ...review, ...decision, deed(head, 'allocate')]);
    expect(heldBy(listed)).toEqual({ 'F11 甲': reserve, 'F20 p1': 5_000_000n, 'F20 p2': 5_000_001n });
    for (const from of [listed, due]) {
      const gone = told(from, [deed(firm, 'withdraw')]);
      expect(heldBy(gone)).toEqual({ 'F11 甲': 30_000_000n });
      const rows = [...gone.journal.postings.values()].at(-1)?.transfers;
      expect(rows).toEqual(from === listed ? ['T08', 'T08'] : ['T10', 'T10']);
    }
  });

  it('leaves what came back from the bank where it is, for a person to settle', () => {
    const gone = told(due, [...release('p1'), result('p1', 'failed'), deed(firm, 'withdraw')]);
    expect(heldBy(gone)).toEqual({ 'F11 甲': 25_000_000n, 'F41 p1-1': 5_000_000n });
  });

  it('gives everything back when an objection is upheld, and takes it again with the new list', () => {
    const published = told(start, [...toReview, ...review, ...decision, deed(head, 'allocate')]);
    const objected = told(published, [
      deed(handler, 'publish-notice'),
      deed(someone('public'), 'object'),
      deed(handler, 'uphold-objection'),
    ]);
    expect(heldBy(objected)).toEqual({ 'F11 甲': 30_000_000n });
    expect(heldBy(told(objected, [deed(head, 'allocate')]))).toEqual(heldBy(published));
  });

  it('is given money anew when it wins its appeal, under the funding document that it has', () => {
    const lost = told(due, [deed(head, 'terminate'), deed(firm, 'appeal')]);
    expect(heldBy(lost)).toEqual({ 'F11 甲': 30_000_000n });
    const won = told(lost, [
      deed(head, 'decide-appeal', { reason: '改判', outcome: 'changed' }),
      deed(handler, 'resume'),
    ]);
    expect(heldBy(won)).toEqual({ 'F11 甲': reserve, 'F20 p1': 5_000_000n, 'F20 p2': 5_000_001n });
    expect(heldBy(told(won, [deed(maker, 'make-order', { part: 'p1' })]))).toEqual(heldBy(due));
  });

  it('queues by the parts of the plan, and leaves the queue with the money', () => {
    const queued = told(start, [...toReview, ...review, ...decision, deed(head, 'queue')]);
    expect(heldBy(queued)).toEqual({
      'F11 甲': 30_000_000n,
      'N20 p1': 5_000_000n,
      'N20 p2': 5_000_001n,
      'N90 产业资金': 10_000_001n,
    });
    const listed = told(queued, [deed(head, 'allocate')]);
    expect(heldBy(listed)).toEqual({ 'F11 甲': reserve, 'F20 p1': 5_000_000n, 'F20 p2': 5_000_001n });
    expect([...listed.journal.postings.values()].at(-1)?.transfers).toEqual(['T07-queued', 'T07-queued']);
  });
});

describe('where the pack reserves on acceptance', () => {
  const terms = { ...toyTerms, reserve: 'acceptance' } as const;

  it('the money is there before the review, and the list takes no more', () => {
    const accepted = told(start, toReview, terms);
    expect(heldBy(accepted)).toEqual({ 'F11 甲': 19_999_999n, 'F20 p1': 5_000_000n, 'F20 p2': 5_000_001n });
    const listed = told(accepted, [...review, ...decision, deed(head, 'allocate')], terms);
    expect(heldBy(listed)).toEqual(heldBy(accepted));
    expect(listed.journal.postings.size).toBe(accepted.journal.postings.size);
    expect(heldBy(told(accepted, [deed(head, 'terminate')], terms))).toEqual({ 'F11 甲': 30_000_000n });
  });
});

describe('a recovery', () => {
  const terms = { ...toyTerms, principalFen: 1_000n };
  const empty: Told = { state: opened('recover'), journal: budgetOf(30_000_000n) };
  const decided = told(
    empty,
    [
      deed(handler, 'start-work'),
      deed(handler, 'find'),
      deed(handler, 'serve-hearing'),
      deed(head, 'decide-recovery', { principalFen: 1_000n, interestFen: 30n, heard: '未提出意见' }),
    ],
    terms,
  );
  const collect = (amountFen: bigint): Deed => deed(handler, 'collect', { amountFen, bankLine: `流水 ${amountFen}` });
  const without = (told_: Told) =>
    Object.fromEntries([...told_.journal.balances].filter(([id]) => id.startsWith('R')).map(([id, n]) => [id, n]));

  it('is due by principal and interest, and what comes in goes to the principal first', () => {
    expect(without(decided)).toEqual({
      'R10/toy/case/principal': 1_000n,
      'R20/toy/case/principal': 1_000n,
      'R10/toy/case/interest': 30n,
      'R20/toy/case/interest': 30n,
    });
    const some = told(decided, [collect(990n)], terms);
    expect(without(some)).toMatchObject({ 'R10/toy/case/principal': 10n, 'R11/toy/case/principal': 990n });
    const all = told(some, [collect(40n)], terms);
    expect(without(all)).toEqual({
      'R11/toy/case/principal': 1_000n,
      'R20/toy/case/principal': 1_000n,
      'R11/toy/case/interest': 30n,
      'R20/toy/case/interest': 30n,
    });
    expect(all.state.phase).toBe('collected');
  });

  it('takes the interest first where the pack says so', () => {
    const other = { ...terms, recoverFirst: 'interest' } as const;
    expect(without(told(decided, [collect(40n)], other))).toMatchObject({
      'R10/toy/case/principal': 990n,
      'R11/toy/case/principal': 10n,
      'R11/toy/case/interest': 30n,
    });
  });

  it('is written off for what is left, or cancelled with what came in to be given back', () => {
    const some = told(decided, [collect(990n)], terms);
    const court = [deed(handler, 'urge'), deed(handler, 'seek-enforcement'), deed(someone('director'), 'write-off')];
    expect(without(told(some, court, terms))).toEqual({
      'R11/toy/case/principal': 990n,
      'R13/toy/case/principal': 10n,
      'R20/toy/case/principal': 1_000n,
      'R13/toy/case/interest': 30n,
      'R20/toy/case/interest': 30n,
    });
    expect(without(told(some, [deed(head, 'cancel-decision')], terms))).toEqual({});
  });
});
