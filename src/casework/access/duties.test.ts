import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#casework/cases/roles.ts';
import { accessRefusals } from './access-refusals.ts';
import { dutyConflict } from './duties.ts';

/** Written out from the sheet of duties, not from the table: for each role the others that one person may hold beside it. */
const beside: Partial<Record<Role, readonly Role[]>> = {
  maker: ['talent', 'expert', 'assigner', 'deputy', 'public', 'clock', 'handler', 'window', 'county-treasury'],
  agent: ['legal-person', 'talent', 'partner', 'assigner', 'deputy', 'public', 'clock'],
  auditor: ['talent', 'expert', 'assigner', 'deputy', 'public', 'clock'],
  handler: ['window', 'division-head', 'policy-author', 'talent', 'deputy', 'maker'],
};

describe('two roles of one person', () => {
  it('are apart or not whichever is named first, and never the same one', () => {
    for (const a of roles) {
      expect(dutyConflict(a, a), a).toBeNull();
      for (const b of roles) expect(dutyConflict(a, b), `${a} ${b}`).toBe(dutyConflict(b, a));
    }
  });

  it('are never two of 制单, 复核 and 签发', () => {
    expect(dutyConflict('maker', 'checker')).toBe('same-order');
    expect(dutyConflict('checker', 'releaser')).toBe('same-order');
    expect(dutyConflict('maker', 'releaser')).toBe('same-order');
  });

  it('are never two of the three administrators, nor an administrator and anything else', () => {
    expect(dutyConflict('system-admin', 'security-admin')).toBe('three-administrators');
    expect(dutyConflict('security-admin', 'audit-admin')).toBe('three-administrators');
    expect(dutyConflict('system-admin', 'audit-admin')).toBe('three-administrators');
    expect(dutyConflict('audit-admin', 'talent')).toBe('administers-only');
    expect(dutyConflict('director', 'system-admin')).toBe('administers-only');
  });

  it('are never one that decides and one that is decided on', () => {
    expect(dutyConflict('legal-person', 'handler')).toBe('both-sides');
    expect(dutyConflict('partner', 'releaser')).toBe('both-sides');
    expect(dutyConflict('agent', 'expert')).toBe('both-sides');
    expect(dutyConflict('auditor', 'legal-person')).toBe('audits-own-work');
    expect(dutyConflict('city-treasury', 'auditor')).toBe('audits-own-work');
    expect(dutyConflict('expert', 'director')).toBe('scores-own-decision');
    expect(dutyConflict('inspection', 'handler')).toBe('supervises-only');
  });

  it('go together where the sheet of duties says so', () => {
    for (const [role, others] of Object.entries(beside))
      for (const other of others) expect(dutyConflict(role as Role, other), `${role} ${other}`).toBeNull();
    for (const alone of ['system-admin', 'security-admin', 'audit-admin', 'inspection'] as const)
      for (const other of roles.filter((each) => each !== alone))
        expect(dutyConflict(alone, other), `${alone} ${other}`).not.toBeNull();
  });
});

describe('a refusal', () => {
  it('says in Chinese why, and what would make it possible', () => {
    for (const [code, sentence] of Object.entries(accessRefusals))
      expect(sentence, code).toMatch(/^[\p{Script=Han}、，]+；[\p{Script=Han}、，]+$/u);
    expect(new Set(Object.values(accessRefusals)).size).toBe(Object.keys(accessRefusals).length);
  });
});
