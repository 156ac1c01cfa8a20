import { describe, expect, it } from 'vitest';
import { actionKinds } from '#casework/cases/actions.ts';
import { procedures } from '#casework/cases/procedures/procedures.ts';
import { everyProcedure } from '#casework/cases/procedures/shape.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { opened } from '#casework/cases/toy-office.ts';
import {
  checker,
  decision,
  firm,
  handler,
  head,
  maker,
  paid,
  review,
  toPay,
  toReview,
} from '#casework/cases/toy-road.ts';
import { after, deed, type Deed } from '#casework/cases/toy-story.ts';
import { agrees } from './agrees.ts';
import { moneyRows } from './money-rows.ts';
import type { MoneyTerms } from './money-terms.ts';
import { givenBack } from './places.ts';
import { postingsFor, type Postings } from './postings-for.ts';
import { shortagesOf } from './shortages.ts';
import { budgetOf, told, toyTerms } from './toy-money.ts';

const decided = after(opened('apply'), ...toReview, ...review, ...decision);
const due = after(opened('apply'), ...toPay);

const money = (state: CaseState, { make }: Deed, other: Partial<MoneyTerms> = {}): Postings =>
  postingsFor(state, make(state), { ...toyTerms, ...other });
const refusalOf = (state: CaseState, each: Deed, other: Partial<MoneyTerms> = {}) => {
  const posted = money(state, each, other);
  return posted.ok ? null : posted.refusal;
};
const transfersOf = (state: CaseState, each: Deed, other: Partial<MoneyTerms> = {}): readonly string[] | null => {
  const posted = money(state, each, other);
  return posted.ok ? (posted.event?.entries.map(({ transfer }) => transfer) ?? []) : null;
};
const result = (which: 'success' | 'failed' | 'bounced', part = 'p1'): Deed =>
  deed(maker, 'pay-result', { part, result: which, proof: '回单' });

describe('what an action posts', () => {
  it('is said of every kind of action, and of no other', () => {
    expect(Object.keys(moneyRows).toSorted()).toEqual(actionKinds.toSorted());
  });

  it('gives money back in phases that there are', () => {
    for (const kind of everyProcedure) {
      const phases = Object.keys(procedures[kind].phases);
      expect(givenBack[kind].filter((phase) => !phases.includes(phase))).toEqual([]);
    }
  });

  it('is one event with the part, its funder, its year and the line of the budget', () => {
    const posted = money(decided, deed(head, 'allocate'));
    const keys = { tenant: 'toy', fund: '产业资金', year: '2026', funder: '市级', budgetLine: '甲' };
    expect(posted).toEqual({
      ok: true,
      event: {
        key: `case/case/a${decided.done.size}`,
        entries: [
          { transfer: 'T07-asked', keys: { ...keys, part: 'case-p1' }, amounts: { amount: 5_000_000n } },
          { transfer: 'T07-asked', keys: { ...keys, part: 'case-p2' }, amounts: { amount: 5_000_001n } },
        ],
      },
    });
  });

  it('is nothing where no money moves', () => {
    expect(money(due, deed(maker, 'make-order', { part: 'p1' }))).toEqual({ ok: true, event: null });
  });

  it('is nothing at all where the case does not allow the action', () => {
    const refusal = refusalOf(decided, deed(maker, 'make-order', { part: 'p1' }));
    expect(refusal).toMatchObject({ code: 'case-refused', refusal: { code: 'not-at-stage' } });
    const once = after(due, ...paid('p1'));
    expect(refusalOf(once, result('success'))).toMatchObject({ refusal: { code: 'no-such-order' } });
  });
});

describe('an action whose money cannot be moved', () => {
  it('names the line that the pack does not give', () => {
    expect(refusalOf(decided, deed(head, 'allocate'), { budgetLines: new Map() })).toEqual({
      code: 'no-budget-line',
      funder: '市级',
    });
  });

  it('has names of which an order number can be made that says whose it is', () => {
    const parts = toyTerms.planned.map((part) => ({ ...part, part: `1-${part.part}` }));
    const allocate = deed(head, 'allocate', { parts });
    expect(refusalOf(decided, allocate)).toEqual({ code: 'name-unusable', name: '1-p1' });
    expect(refusalOf(decided, deed(head, 'allocate'), { tenant: 'toy-city' })).toEqual({
      code: 'name-unusable',
      name: 'toy-city',
    });
    expect(refusalOf({ ...decided, id: '案一' }, deed(head, 'allocate'))).toEqual({
      code: 'name-unusable',
      name: '案一',
    });
  });

  it('queues only by a plan that is the approved amount to the 分', () => {
    const planned = toyTerms.planned.slice(0, 1);
    expect(refusalOf(decided, deed(head, 'queue'), { planned })).toEqual({
      code: 'plan-differs',
      plannedFen: 5_000_000n,
      approvedFen: 10_000_001n,
    });
    const terms = { reserve: 'acceptance' } as const;
    expect(refusalOf(decided, deed(head, 'queue'), terms)).toEqual({ code: 'reserved-already' });
  });

  it('leaves the queue with every part that queues', () => {
    const queued = after(decided, deed(head, 'queue'));
    const parts = toyTerms.planned.map((part, at) => (at === 0 ? { ...part, part: 'other' } : part));
    expect(refusalOf(queued, deed(head, 'allocate', { parts }))).toEqual({ code: 'queued-part-missing', part: 'p1' });
  });

  it('does not change in one posting what was reserved on acceptance', () => {
    const parts = toyTerms.planned.map((part, at) => ({ ...part, amountFen: at === 0 ? 5_000_001n : 5_000_000n }));
    expect(refusalOf(decided, deed(head, 'allocate', { parts }), { reserve: 'acceptance' })).toEqual({
      code: 'several-events',
      transfers: ['T08', 'T08', 'T07-asked', 'T07-asked'],
    });
  });

  it('does not collect what cannot be shared between principal and interest', () => {
    const owed = after(
      opened('recover'),
      deed(handler, 'start-work'),
      deed(handler, 'find'),
      deed(handler, 'serve-hearing'),
      deed(head, 'decide-recovery'),
    );
    expect(refusalOf(owed, deed(handler, 'collect'))).toEqual({ code: 'principal-unknown' });
    expect(refusalOf(owed, deed(handler, 'collect'), { principalFen: 102n })).toEqual({ code: 'principal-unknown' });
    expect(transfersOf(owed, deed(handler, 'collect'), { principalFen: 100n })).toEqual(['T25']);
  });
});

describe('a payment that comes back after its year', () => {
  const next = { year: 2027 };
  const once = after(due, ...paid('p1'));

  it('lapses and queues, and cannot be paid again from what is gone', () => {
    expect(transfersOf(once, result('bounced'))).toEqual(['T15-pending']);
    expect(transfersOf(once, result('bounced'), next)).toEqual(['T17-pending']);
    const back = after(once, result('bounced'), deed(maker, 'make-order', { part: 'p1' }));
    expect(refusalOf(back, deed(checker, 'check-order', { part: 'p1' }), next)).toEqual({
      code: 'authority-lapsed',
      part: 'p1',
      year: 2026,
    });
    expect(transfersOf(back, deed(checker, 'check-order', { part: 'p1' }))).toEqual(['T16']);
  });

  it('is posted as any success or failure before', () => {
    const out = after(due, ...paid('p1').slice(0, 3));
    expect(transfersOf(out, result('success'), next)).toEqual(['T13-pending']);
    expect(transfersOf(out, result('failed'), next)).toEqual(['T14']);
  });
});

describe('case and ledger', () => {
  const start = { state: opened('apply'), journal: budgetOf(30_000_000n) };
  const first = told(start, [...toPay, ...paid('p1')]);

  it('disagree by name and amount', () => {
    const { balances } = told(start, toPay).journal;
    expect(agrees(first.state, balances, toyTerms)).toEqual([
      { what: 'paid-state', byCase: 'partly-paid', byLedger: 'unpaid' },
      { what: 'account', account: 'F30/toy/产业资金/2026/市级/case-p1', byCase: 0n, byLedger: 5_000_000n },
      { what: 'account', account: 'F51/toy/产业资金/2026/市级/case-p1', byCase: 5_000_000n, byLedger: 0n },
    ]);
  });

  it('disagree where the phase alone is wrong', () => {
    const wrong = { ...first.state, phase: 'paid' };
    expect(agrees(wrong, first.journal.balances, toyTerms)).toEqual([
      { what: 'paid-state', byCase: 'paid', byLedger: 'partly-paid' },
    ]);
  });

  it('agree when a paid part was recovered and its money is available again', () => {
    const all = told(first, [deed(handler, 'accept-completion'), ...paid('p2')]);
    const part = 'F50/toy/产业资金/2026/市级/case-p2';
    const balances = new Map([...all.journal.balances].filter(([id]) => id !== part));
    expect(agrees(all.state, balances, toyTerms, new Map([['p2', 5_000_001n]]))).toEqual([]);
    expect(agrees(all.state, balances, toyTerms).map(({ what }) => what)).toEqual(['paid-state', 'account']);
  });
});

describe('a budget that does not reach', () => {
  it('shows for every line what is missing', () => {
    const parts = [
      { part: 'a', amountFen: 4_000_000n, funder: '市级', year: 2026, instalment: 1 },
      { part: 'b', amountFen: 3_000_000n, funder: '区级', year: 2026, instalment: 1 },
      { part: 'c', amountFen: 3_000_001n, funder: '市级', year: 2026, instalment: 2 },
    ];
    const budgetLines = new Map([
      ['市级', '甲'],
      ['区级', '乙'],
    ]);
    const posted = money(decided, deed(head, 'allocate', { parts }), { budgetLines });
    const entries = posted.ok ? (posted.event?.entries ?? []) : [];
    expect(shortagesOf(budgetOf(5_000_000n).balances, entries)).toEqual([
      { account: 'F11/toy/产业资金/2026/市级/甲', available: 5_000_000n, asked: 7_000_001n, missing: 2_000_001n },
      { account: 'F11/toy/产业资金/2026/区级/乙', available: 0n, asked: 3_000_000n, missing: 3_000_000n },
    ]);
    expect(shortagesOf(budgetOf(7_000_001n).balances, entries)).toHaveLength(1);
  });

  it('is not asked of an action that takes nothing from it', () => {
    const posted = money(due, deed(firm, 'withdraw'));
    expect(shortagesOf(new Map(), posted.ok ? (posted.event?.entries ?? []) : [])).toEqual([]);
  });
});
