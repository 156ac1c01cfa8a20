// What each procedure promises people, told as cases.
import { describe, expect, it } from 'vitest';
import { openCase } from './open-case.ts';
import { bank, date, minute, opened, opening, someone } from './toy-office.ts';
import { firm, handler, head, paid, passed, treasury } from './toy-road.ts';
import { after, deed, refusalOf } from './toy-story.ts';

const director = someone('director');
const clock = someone('clock');
const manager = someone('register-manager');

describe('免申即享', () => {
  const listed = after(opened('confirm'), deed(handler, 'start-work'), passed(), passed());

  it('waits for the firm before anything is decided, and pays it in the end', () => {
    expect(listed.phase).toBe('awaiting-confirmation');
    expect(refusalOf(listed, deed(director, 'approve'))).toBe('unknown-phase-action');
    const end = after(
      listed,
      deed(firm, 'confirm-benefit'),
      deed(director, 'approve'),
      deed(head, 'allocate'),
      deed(handler, 'publish-notice'),
      passed(),
      deed(head, 'fund'),
      deed(firm, 'set-account'),
      deed(treasury, 'verify-account'),
      passed(treasury),
      ...paid('p1'),
    );
    expect(end.phase).toBe('paid');
    expect(after(end, deed(handler, 'assess-performance'), deed(handler, 'close')).phase).toBe('closed');
  });

  it('can be taken up again after 婉拒, until the clause ends', () => {
    const declined = after(listed, deed(firm, 'decline'));
    expect(after(declined, deed(firm, 'take-back')).phase).toBe('awaiting-confirmation');
    expect(after(declined, deed(clock, 'silence')).phase).toBe('lapsed');
  });

  it('that nobody confirmed can be claimed until the clause ends, with a reminder a month, and is never paid by itself', () => {
    const unclaimed = after(listed, deed(clock, 'silence'));
    expect(unclaimed.phase).toBe('unclaimed');
    expect(after(unclaimed, deed(clock, 'remind'), deed(firm, 'confirm-benefit')).phase).toBe('approving');
    const lapsed = after(unclaimed, deed(clock, 'silence'));
    expect([lapsed.phase, lapsed.parts]).toEqual(['lapsed', []]);
  });

  it('comes back to where it was after an objection to the data', () => {
    const objected = after(listed, deed(firm, 'dispute-data'), deed(handler, 'check-data'));
    expect(objected.phase).toBe('checking');
    expect(refusalOf(objected, deed(head, 'decide-appeal'))).toBe('appeal-open');
    expect(after(objected, deed(handler, 'settle-data')).phase).toBe('awaiting-confirmation');
  });

  it('that was excluded can be appealed, and the appeal is decided, not merely settled', () => {
    const appealed = after(listed, deed(handler, 'exclude'), deed(firm, 'appeal'));
    expect(refusalOf(appealed, deed(handler, 'settle-data'))).toBe('no-appeal-open');
    const decide = (outcome: 'upheld' | 'changed') => deed(head, 'decide-appeal', { reason: '核实', outcome });
    expect(after(appealed, decide('upheld')).phase).toBe('excluded');
    expect(after(appealed, decide('changed')).phase).toBe('awaiting-confirmation');
  });
});

describe('对接', () => {
  const partner = someone('partner');
  const published = after(opened('match'), deed(firm, 'consent'), deed(firm, 'publish'));
  const signed = after(
    published,
    deed(partner, 'answer', { answer: 'ask-materials' }),
    deed(firm, 'give-materials'),
    deed(partner, 'answer', { answer: 'offer' }),
    deed(partner, 'answer', { answer: 'sign' }),
    deed(firm, 'strike-deal'),
  );
  const confirm = (by: typeof partner, evidence: string | null) => deed(by, 'confirm-deal', { evidence });

  it('shows nothing before the consent is signed', () => {
    expect(refusalOf(opened('match'), deed(firm, 'publish'))).toBe('consent-in-force');
    expect(refusalOf(opened('match'), deed(partner, 'answer'))).toBe('no-consent');
  });

  it('ends the partner’s access in the moment when the consent is withdrawn or runs out', () => {
    const withdrawn = after(published, deed(firm, 'withdraw'));
    expect(refusalOf(withdrawn, deed(partner, 'answer'))).toBe('no-consent');
    const short = deed(firm, 'consent', { organisations: [bank], purpose: '贷款', text: '2026版', until: minute(2) });
    const brief = after(opened('match'), short);
    expect(refusalOf(brief, deed(firm, 'publish'))).toBe('consent-in-force');
    const expiring = deed(firm, 'consent', {
      organisations: [bank],
      purpose: '贷款',
      text: '2026版',
      until: minute(4),
    });
    const shown = after(opened('match'), expiring, deed(firm, 'publish'));
    expect(refusalOf(shown, deed(partner, 'answer', { answer: 'offer' }))).toBe(null);
    const later = after(shown, deed(clock, 'remind'));
    expect(refusalOf(later, deed(partner, 'answer', { answer: 'offer' }))).toBe('no-consent');
  });

  it('counts a deal only when both sides confirmed and evidence is attached', () => {
    expect(after(signed, confirm(firm, null)).phase).toBe('deal-confirming');
    expect(after(signed, confirm(partner, '凭证')).phase).toBe('deal-confirming');
    expect(refusalOf(signed, confirm(partner, null))).toBe('evidence-missing');
    expect(after(signed, confirm(firm, null), confirm(partner, '凭证')).phase).toBe('done');
    expect(after(signed, confirm(partner, '凭证'), confirm(firm, null)).phase).toBe('done');
  });

  it('is confirmed by the partner that was chosen, not by another with a consent', () => {
    const other = { ...partner, organisation: '乙银行' };
    const both = deed(firm, 'consent', {
      organisations: [bank, '乙银行'],
      purpose: '贷款',
      text: '2026版',
      until: minute(9999),
    });
    const struck = after(
      opened('match'),
      both,
      deed(firm, 'publish'),
      deed(partner, 'answer', { answer: 'offer' }),
      deed(partner, 'answer', { answer: 'sign' }),
      deed(firm, 'strike-deal'),
    );
    expect(refusalOf(struck, confirm(other, '凭证'))).toBe('partner-cannot');
    expect(refusalOf(struck, confirm(partner, '凭证'))).toBe(null);
  });

  it('is not a deal when one side kept silent', () => {
    expect(after(signed, confirm(firm, null), deed(clock, 'silence')).phase).toBe('failed');
  });

  it('is struck only with a partner that signed', () => {
    expect(refusalOf(published, deed(firm, 'strike-deal'))).toBe('deal-needs-signature');
    expect(refusalOf(published, deed(partner, 'answer', { answer: 'sign' }))).toBe('partner-cannot');
  });

  it('opened again begins with a new consent', () => {
    const again = after(published, deed(firm, 'no-deal'), deed(firm, 'reopen'));
    expect([again.phase, again.consents, again.partners.size]).toEqual(['intent', [], 0]);
  });
});

describe('入库', () => {
  it('asks the firm first, whoever found or recommended it, and silence is no consent', () => {
    const asked = after(opened('enrol'), deed(manager, 'start-work'));
    expect(asked.phase).toBe('consenting');
    expect(after(asked, deed(clock, 'silence')).phase).toBe('not-enrolled');
    expect(refusalOf(asked, deed(manager, 'enrol'))).toBe('unknown-phase-action');
  });

  it('enrols only when all stages are done', () => {
    const reviewing = after(opened('enrol'), deed(manager, 'start-work'), deed(firm, 'consent'));
    expect(refusalOf(reviewing, deed(manager, 'enrol'))).toBe('stages-done');
    const done = after(
      reviewing,
      passed(),
      deed(someone('county-reviewer'), 'recommend'),
      deed(someone('joint-bureau'), 'give-opinion'),
      passed(),
      deed(director, 'approve'),
      deed(handler, 'publish-notice'),
      passed(),
    );
    expect([done.phase, done.stage]).toEqual(['reviewing', 5]);
    const enrolled = after(done, deed(manager, 'enrol'));
    expect([enrolled.phase, enrolled.tier]).toEqual(['enrolled', '培育层']);
    const removed = after(enrolled, deed(manager, 'recheck'), deed(manager, 'remove'));
    expect([removed.phase, removed.tier]).toEqual(['removed', null]);
    expect(after(removed, deed(firm, 'reopen')).stage).toBe(null);
  });
});

describe('服务', () => {
  const done = after(opened('service'), deed(handler, 'accept'), deed(handler, 'start-work'), deed(handler, 'finish'));

  it('stays with the first taker until the next one signs', () => {
    const transferring = after(opened('service'), deed(handler, 'transfer'));
    expect(transferring.phase).toBe('transferring');
    expect(after(transferring, deed(head, 'send-back')).phase).toBe('requested');
    expect(after(transferring, deed(head, 'sign-for')).phase).toBe('accepted');
  });

  it('rated badly is mended and called back', () => {
    expect(after(done, deed(firm, 'rate', { grade: 3 })).phase).toBe('rated');
    const bad = after(done, deed(firm, 'rate', { grade: 2 }));
    expect(bad.phase).toBe('mending');
    expect(after(bad, deed(handler, 'mend'), deed(handler, 'call-back')).phase).toBe('rated');
  });

  it('is extended once, before the limit ends, by another person', () => {
    const working = after(opened('service'), deed(handler, 'accept'));
    expect(refusalOf(after(working, deed(handler, 'extend')), deed(handler, 'extend'))).toBe('already-extended');
    expect(refusalOf(after(working, deed(clock, 'silence')), deed(handler, 'extend'))).toBe('too-late-to-extend');
    const alone = { reason: '复杂', until: date('2026-03-02'), approver: handler.person };
    expect(refusalOf(working, deed(handler, 'extend', alone))).toBe('approver-same');
  });
});

describe('追回', () => {
  const heard = after(
    opened('recover'),
    deed(handler, 'start-work'),
    deed(handler, 'find', { reason: '属实', outcome: 'founded' }),
  );
  const decide = deed(head, 'decide-recovery', { principalFen: 1_000n, interestFen: 10n, heard: '无异议' });
  const decided = after(heard, deed(handler, 'serve-hearing'), decide);
  const collect = (amountFen: bigint) => deed(handler, 'collect', { amountFen, bankLine: '流水' });

  it('hears the firm before it decides', () => {
    expect(refusalOf(heard, decide)).toBe('hearing-served');
    expect(decided.phase).toBe('decided');
  });

  it('is 收清 at the last 分, and never takes more than is owed', () => {
    const part = after(decided, collect(1_009n));
    expect(part.phase).toBe('part-collected');
    expect(refusalOf(part, collect(2n))).toBe('more-than-owed');
    expect(after(part, collect(1n)).phase).toBe('collected');
  });

  it('waits while the successor is looked for, and goes on where it was', () => {
    const urged = after(decided, deed(handler, 'urge'));
    const changed = after(urged, deed(handler, 'subject-changed'));
    expect(changed.phase).toBe('subject-changed');
    expect(after(changed, deed(handler, 'resume')).phase).toBe('urged');
  });

  it('is written off with evidence and by two persons', () => {
    const enforced = after(decided, deed(handler, 'urge'), deed(handler, 'seek-enforcement'));
    const off = (evidence: readonly string[], secondApprover: string) =>
      deed(director, 'write-off', { evidence, secondApprover });
    expect(refusalOf(enforced, off([], '第二人'))).toBe('second-approver');
    expect(refusalOf(enforced, off(['终结裁定'], director.person))).toBe('second-approver');
    expect(after(enforced, off(['终结裁定'], '第二人')).phase).toBe('written-off');
  });

  it('of a lead that proves groundless ends without a decision', () => {
    const verifying = after(opened('recover'), deed(handler, 'start-work'));
    const unfounded = deed(handler, 'find', { reason: '不属实', outcome: 'unfounded' });
    expect(after(verifying, unfounded).phase).toBe('dismissed');
  });
});

describe('交办', () => {
  const assigner = someone('assigner');
  const assigned = after(opened('task'), deed(assigner, 'propose-handling'), deed(assigner, 'assign'));
  const answered = after(
    assigned,
    deed(handler, 'sign-for'),
    deed(handler, 'start-work'),
    deed(handler, 'promise'),
    deed(handler, 'draft-result'),
    deed(handler, 'finish'),
    deed(director, 'sign-off'),
  );
  const feedback = (grade: '满意' | '基本满意' | '不满意') =>
    deed(someone('deputy'), 'feedback', { grade, scan: null });

  it('that is asked back is assigned to another, or stays', () => {
    const asked = after(assigned, deed(handler, 'ask-return'));
    expect(after(asked, deed(assigner, 'reassign')).phase).toBe('reassigned');
    expect(after(asked, deed(assigner, 'send-back')).phase).toBe('assigned');
  });

  it('with 不满意 is done again; with 基本满意 it ends', () => {
    expect(after(answered, feedback('不满意')).phase).toBe('redo');
    expect(after(answered, feedback('基本满意')).phase).toBe('closed');
  });

  it('follows its promises until they are kept', () => {
    const following = after(answered, feedback('满意'), deed(handler, 'start-tracking'));
    expect(refusalOf(following, deed(handler, 'close'))).toBe('promises-kept');
    expect(after(following, deed(handler, 'keep-promise'), deed(handler, 'close')).phase).toBe('closed');
  });
});

describe('opening a case', () => {
  const answer = (action: ReturnType<typeof opening>) => (action.kind === 'open' ? openCase(action) : null);

  it('is refused to a role that opens no such case, to a firm for another, and to an office elsewhere', () => {
    expect(answer(opening('confirm', { by: firm }))).toMatchObject({ ok: false, code: 'cannot-start' });
    expect(answer(opening('apply', { by: { ...firm, organisation: '别家' } }))).toMatchObject({ code: 'other-firm' });
    const away = { ...handler, jurisdiction: '别处' };
    expect(answer(opening('confirm', { by: away }))).toMatchObject({ code: 'other-jurisdiction' });
    expect(answer(opening('enrol', { by: someone('partner') }))).toMatchObject({ ok: true });
    expect(answer({ ...opening('apply'), rulebook: null })).toMatchObject({ code: 'no-rulebook' });
  });
});
