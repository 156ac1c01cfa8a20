import { describe, expect, it } from 'vitest';
import { type Action } from './actions.ts';
import { fold } from './fold.ts';
import type { CaseState } from './state.ts';
import { step } from './step.ts';
import { action, city, date, minute, opened, opening, someone, stageSpecs } from './toy-office.ts';
import { firm, handler, head, passed, paid, toReview, review, decision, toPay } from './toy-road.ts';
import { after, deed, refusalOf, type Deed } from './toy-story.ts';

const phases = (start: CaseState, deeds: readonly Deed[]): readonly string[] => {
  let state = start;
  const road = [state.phase];
  for (const each of deeds) {
    state = after(state, each);
    if (state.phase !== road.at(-1)) road.push(state.phase);
  }
  return road;
};

describe('an application on the main road', () => {
  it('goes from 草稿 to 办结, and 部分拨付 stands between the first instalment and the last', () => {
    const end = [
      ...toPay,
      ...paid('p1'),
      deed(handler, 'accept-completion'),
      ...paid('p2'),
      deed(handler, 'start-tracking'),
      deed(handler, 'assess-performance'),
      deed(handler, 'close'),
    ];
    expect(phases(opened('apply'), end)).toEqual([
      'draft',
      'awaiting-acceptance',
      'reviewing',
      'approving',
      'notice',
      'issuing',
      'paying',
      'part-paid',
      'paid',
      'tracking',
      'closed',
    ]);
  });

  it('keeps the parts equal to the approved amount, to the 分', () => {
    const state = after(opened('apply'), ...toPay);
    // 100,000.01 in two instalments: 50,000.00 and 50,000.01.
    expect(state.parts.map(({ amountFen }) => amountFen)).toEqual([5_000_000n, 5_000_001n]);
  });

  it('says whose time passed at each step: the firm’s, the bureau’s, or neither’s', () => {
    const { intervals } = after(opened('apply'), ...toReview, ...review.slice(0, 4));
    expect(intervals.map(({ phase, stage, side }) => [phase, stage, side])).toEqual([
      ['draft', null, null],
      ['awaiting-acceptance', null, 'bureau'],
      ['reviewing', 0, 'bureau'],
      ['reviewing', 1, 'bureau'],
      ['reviewing', 2, 'bureau'],
      ['reviewing', 3, 'bureau'],
      ['reviewing', 4, 'outside'],
    ]);
    for (const [index, { until }] of intervals.entries()) expect(until).toBe(intervals[index + 1]?.from ?? null);
  });

  it('for a title ends with its last stage, and pays nothing', () => {
    const start = opened('apply', { stages: stageSpecs(['formal', 'collective', 'notice']) });
    const approve = deed(someone('director'), 'approve', { slip: null, amountFen: null });
    const deeds = [...toReview, passed(someone('window')), approve, deed(handler, 'publish-notice'), passed()];
    expect(phases(start, deeds).at(-1)).toBe('closed');
  });
});

describe('a decision', () => {
  it('keeps the hash of the rulebook, or is refused', () => {
    const state = after(opened('apply'), deed(firm, 'submit'));
    const accept = { ...action(state, someone('window'), 'accept', {}), rulebook: null };
    expect(step(state, accept)).toMatchObject({ ok: false, code: 'no-rulebook' });
  });

  it('is not taken by who declared a tie to the firm', () => {
    const state = after(opened('apply'), ...toReview, deed(someone('window'), 'declare-tie'));
    expect(refusalOf(state, passed(someone('window')))).toBe('declared-tie');
    expect(refusalOf(state, passed(someone('window', 2)))).toBe(null);
  });

  it('of another jurisdiction is refused, until the case is handed over', () => {
    const state = after(opened('apply'), ...toReview, passed(someone('window')));
    const other = { ...someone('county-reviewer'), jurisdiction: '柳西区' };
    expect(refusalOf(state, deed(other, 'recommend'))).toBe('other-jurisdiction');
    const moved = after(state, deed(handler, 'hand-over', { reason: '迁址', jurisdiction: '柳西区' }));
    expect(refusalOf(moved, deed(other, 'recommend'))).toBe(null);
    expect(refusalOf(moved, deed(someone('county-reviewer'), 'recommend'))).toBe('other-jurisdiction');
  });

  it('entered by a clerk needs the signed slip; entered at a counter, the signed paper', () => {
    const state = after(opened('apply'), ...toReview, ...review);
    expect(refusalOf(state, deed(handler, 'approve', { slip: null, amountFen: 100n }))).toBe('slip-missing');
    expect(refusalOf(state, deed(someone('director'), 'approve', { slip: null, amountFen: 100n }))).toBe(null);
    const counter = { ...someone('window'), jurisdiction: city };
    expect(refusalOf(opened('apply'), deed(counter, 'submit', { paper: null }))).toBe('paper-missing');
  });

  it('of refusal gives a reason and what can be done', () => {
    const state = after(opened('apply'), deed(firm, 'submit'));
    const by = someone('window');
    expect(refusalOf(state, deed(by, 'refuse-acceptance', { reason: ' ', remedy: '重报' }))).toBe('reason-missing');
    expect(refusalOf(state, deed(by, 'refuse-acceptance', { reason: '超期', remedy: '' }))).toBe('remedy-missing');
  });
});

describe('an agent', () => {
  const agent = someone('agent');
  const delegated = (scope: readonly string[], until = minute(5)): CaseState =>
    after(opened('apply'), deed(firm, 'delegate', { to: agent.person, scope, until }));

  it('acts only within the scope and the term of the delegation', () => {
    expect(refusalOf(opened('apply'), deed(agent, 'submit'))).toBe('not-delegated');
    expect(refusalOf(delegated(['submit']), deed(agent, 'submit'))).toBe(null);
    expect(refusalOf(delegated(['withdraw']), deed(agent, 'submit'))).toBe('not-delegated');
    expect(refusalOf(delegated(['submit'], minute(2)), deed(agent, 'submit'))).toBe('not-delegated');
  });

  it('of another firm cannot act at all', () => {
    const other = { ...agent, organisation: '别家' };
    expect(refusalOf(delegated(['submit']), deed(other, 'submit'))).toBe('other-firm');
  });
});

describe('公示', () => {
  const start = after(opened('apply'), ...toReview, ...review, ...decision, deed(head, 'allocate'));
  const publish = (overAt: string) =>
    deed(handler, 'publish-notice', { list: 'a'.repeat(64), lastDay: date('2026-01-12'), overAt });

  it('passes only when it is over and no objection is open', () => {
    expect(refusalOf(start, passed())).toBe('notice-running');
    expect(refusalOf(after(start, publish(minute(5000))), passed())).toBe('notice-running');
    const objected = after(start, deed(handler, 'publish-notice'), deed(someone('public'), 'object'));
    expect(refusalOf(objected, passed())).toBe('on-hold');
    const [objection] = objected.objections.keys();
    const same = deed(someone('public'), 'object', { objection: objection ?? '', signed: 'b'.repeat(64) });
    expect(refusalOf(objected, same)).toBe('objection-exists');
    expect(refusalOf(objected, deed(handler, 'release-hold'))).toBe('objection-open');
    const dismissed = after(objected, deed(handler, 'dismiss-objection'));
    expect(dismissed.holds).toEqual([]);
    expect(refusalOf(dismissed, passed())).toBe(null);
  });

  it('with an upheld objection goes back to the allocation of money, and is published again', () => {
    const state = after(
      start,
      deed(handler, 'publish-notice'),
      deed(someone('public'), 'object'),
      deed(handler, 'uphold-objection'),
    );
    expect([state.phase, state.stages[state.stage ?? 0]?.kind, state.parts, state.holds]).toEqual([
      'approving',
      'allocate',
      [],
      [],
    ]);
    const again = after(state, deed(head, 'allocate'));
    expect(refusalOf(again, passed())).toBe('notice-running');
  });
});

describe('a stored list', () => {
  const list = (deeds: readonly Deed[]): readonly Action[] => {
    const actions: Action[] = [opening('apply')];
    let state = opened('apply');
    for (const each of deeds) {
      actions.push(each.make(state));
      state = after(state, each);
    }
    return actions;
  };
  const lawful = list(toPay);

  it('folds to the state that its actions made one by one', () => {
    expect(fold(lawful)).toEqual({ ok: true, state: after(opened('apply'), ...toPay) });
  });

  it('that lacks an action, or has one twice, names the first that was not allowed', () => {
    const without = lawful.filter(({ kind }) => kind !== 'accept');
    expect(fold(without)).toMatchObject({ ok: false, index: 2, action: 'a3', code: 'unknown-phase-action' });
    expect(fold([...lawful, ...lawful.slice(-1)])).toMatchObject({
      ok: false,
      index: lawful.length,
      code: 'repeated-id',
    });
  });

  it('does not begin without an opening, and has only one', () => {
    expect(fold([])).toMatchObject({ ok: false, code: 'not-open', action: null });
    expect(fold(lawful.slice(1))).toMatchObject({ ok: false, code: 'not-open', action: 'a1', index: 0 });
    const second = { ...opening('apply'), id: 'second', at: minute(9) };
    expect(fold([opening('apply'), second])).toMatchObject({ ok: false, index: 1, code: 'already-open' });
  });

  it('of another case, with a clock that ran backwards, or with a moment that is none, is refused', () => {
    const change = (part: Partial<Action>): readonly Action[] =>
      // One field of one action is replaced by another of its own type.
      lawful.map((each, index) => (index === 3 ? ({ ...each, ...part } as Action) : each));
    expect(fold(change({ case: 'another' }))).toMatchObject({ index: 3, code: 'wrong-case' });
    expect(fold(change({ at: minute(0) }))).toMatchObject({ index: 3, code: 'clock-back' });
    for (const at of ['2026-01-05', '2026-02-30T00:00:00.000Z', '2026-01-05T08:00:00.000+08:00'])
      expect(fold(change({ at })), at).toMatchObject({ index: 3, code: 'bad-instant' });
  });
});
