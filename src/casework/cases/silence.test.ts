import { describe, expect, it } from 'vitest';
import { minute, opened, someone } from './toy-office.ts';
import { firm, handler, maker, passed, toReview, toPay } from './toy-road.ts';
import { after, deed, refusalOf } from './toy-story.ts';

describe('silence', () => {
  const clock = someone('clock');
  const silence = deed(clock, 'silence');
  const correcting = after(opened('apply'), deed(firm, 'submit'), deed(someone('window'), 'return-for-correction'));

  it('in 补正 deems an application withdrawn only after two reminders', () => {
    expect(refusalOf(correcting, silence)).toBe('two-reminders');
    const once = after(correcting, deed(clock, 'remind'));
    expect(refusalOf(once, silence)).toBe('two-reminders');
    expect(after(once, deed(clock, 'remind'), silence).phase).toBe('deemed-withdrawn');
  });

  it('counts reminders for each correction by itself', () => {
    const first = after(correcting, deed(clock, 'remind'), deed(clock, 'remind'), deed(firm, 'resubmit'));
    const accepted = after(first, deed(someone('window'), 'accept'));
    const second = after(accepted, deed(someone('window'), 'return-for-correction'));
    expect(refusalOf(second, silence)).toBe('two-reminders');
  });

  it('of the counter accepts only where a clause of the case says so', () => {
    const submitted = after(opened('apply'), deed(firm, 'submit'));
    expect(after(submitted, silence).phase).toBe('awaiting-acceptance');
    const cited = after(opened('apply', { silenceAcceptsBy: 'permit-law-32' }), deed(firm, 'submit'));
    expect(after(cited, silence).phase).toBe('reviewing');
  });

  it('of a county lets the city take over, and not before', () => {
    const atCounty = after(opened('apply'), ...toReview, passed(someone('window')));
    expect(refusalOf(atCounty, deed(handler, 'overrule'))).toBe('county-overdue');
    const taken = after(atCounty, silence, deed(handler, 'overrule'));
    expect([taken.phase, taken.stage]).toEqual(['reviewing', 2]);
  });

  it('of a deputy is 未反馈, and never 满意', () => {
    const assigner = someone('assigner');
    const state = after(
      opened('task'),
      deed(assigner, 'propose-handling'),
      deed(assigner, 'assign'),
      deed(handler, 'sign-for'),
      deed(handler, 'start-work'),
      deed(handler, 'draft-result'),
      deed(handler, 'finish'),
      deed(someone('director'), 'sign-off'),
      silence,
    );
    expect([state.phase, state.feedback]).toEqual(['closed', '未反馈']);
  });

  it('of one partner concerns that partner, and the next one is asked', () => {
    const start = opened('match');
    const consent = deed(firm, 'consent', {
      organisations: ['甲银行', '乙银行'],
      purpose: '贷款',
      text: '2026版',
      until: '2099-01-01T00:00:00.000Z',
    });
    const published = after(start, consent, deed(firm, 'publish'));
    const lapse = (organisation: string | null) =>
      deed(clock, 'silence', { endedAt: minute(published.done.size), organisation });
    const state = after(published, lapse('甲银行'));
    expect(state.phase).toBe('published');
    expect([...state.partners]).toEqual([
      ['甲银行', 'lapsed'],
      ['乙银行', 'awaiting'],
    ]);
    const bank = { ...someone('partner'), organisation: '甲银行' };
    expect(refusalOf(state, deed(bank, 'answer', { answer: 'offer' }))).toBe('partner-cannot');
    const expired = after(published, lapse(null));
    expect([expired.phase, expired.consents]).toEqual(['expired', []]);
  });

  it('is reported only when the limit has ended, and only by the clock', () => {
    const early = deed(clock, 'silence', { endedAt: minute(900), organisation: null });
    const submitted = after(opened('apply'), deed(firm, 'submit'));
    expect(refusalOf(submitted, early)).toBe('clock-runs');
    const before = deed(clock, 'silence', { endedAt: minute(0), organisation: null });
    expect(refusalOf(submitted, before)).toBe('clock-runs');
    expect(refusalOf(submitted, deed(handler, 'silence'))).toBe('role-not-allowed');
    expect(refusalOf(opened('apply'), silence)).toBe('no-clock');
  });

  it('never pays: no part is paid by it, in whatever state', () => {
    const state = after(opened('apply'), ...toPay, deed(maker, 'make-order', { part: 'p1' }), silence);
    expect(state.parts.some((part) => part.paid)).toBe(false);
    expect(state.phase).toBe('paying');
  });
});
