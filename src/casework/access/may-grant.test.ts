import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#casework/cases/roles.ts';
import { dutyConflict } from './duties.ts';
import { mayGrant, type Grant } from './may-grant.ts';

const at = '2026-09-23T01:00:00.000Z';
const by = { person: 'sun', role: 'security-admin' } as const;
const grant = (role: Role, other: Partial<Grant> = {}): Grant => ({
  person: 'li',
  role,
  jurisdiction: '柳东区',
  organisation: '柳东区财政局',
  from: at,
  until: '2027-09-23T01:00:00.000Z',
  ...other,
});

const code = (existing: readonly Grant[], wanted: Grant, who: { person: string; role: Role } = by): string => {
  const answer = mayGrant(existing, wanted, { by: who, at });
  return answer.ok ? 'ok' : answer.code;
};

describe('a grant', () => {
  it('is given by a security administrator and nobody else', () => {
    for (const role of roles)
      expect(code([], grant('maker'), { person: 'sun', role }), role).toBe(
        role === 'security-admin' ? 'ok' : 'only-security-admin',
      );
  });

  it('is never given to oneself', () => {
    expect(code([], grant('maker', { person: 'sun' }))).toBe('own-grant');
  });

  it('is not given of what no person is', () => {
    expect([code([], grant('clock')), code([], grant('public'))]).toEqual(['not-grantable', 'not-grantable']);
  });

  it('begins now or later and ends by a date that exists', () => {
    expect(code([], grant('maker', { from: '2026-09-23T00:59:59.999Z' }))).toBe('backdated');
    expect(code([], grant('maker', { until: at }))).toBe('period-empty');
    expect(code([], grant('maker', { until: '' }))).toBe('bad-instant');
    expect(code([], grant('maker', { until: '2027-02-30T00:00:00.000Z' }))).toBe('bad-instant');
    expect(code([], grant('maker', { until: '2027-02-28T00:00:00.000+08:00' }))).toBe('bad-instant');
  });

  it('is refused where the person holds the other half of a pair at any moment of it', () => {
    const held = grant('checker', { until: '2026-12-01T00:00:00.000Z' });
    expect(code([held], grant('maker'))).toBe('same-order');
    expect(code([held], grant('maker', { jurisdiction: '别处', organisation: '别家' }))).toBe('same-order');
    expect(code([held], grant('maker', { person: 'wang' }))).toBe('ok');
    // The first moment at which the other is over is free.
    expect(code([held], grant('maker', { from: '2026-12-01T00:00:00.000Z' }))).toBe('ok');
    expect(code([held], grant('maker', { from: '2026-11-30T23:59:59.999Z' }))).toBe('same-order');
    const later = grant('checker', { from: '2027-09-23T01:00:00.000Z', until: '2028-01-01T00:00:00.000Z' });
    expect(code([later], grant('maker'))).toBe('ok');
  });

  it('comes with a sentence when it is refused', () => {
    expect(mayGrant([grant('audit-admin')], grant('system-admin'), { by, at })).toEqual({
      ok: false,
      code: 'three-administrators',
      sentence: '系统、安全、审计三种管理员要由不同的人担任；请先结束原授权，或者换人',
    });
  });

  it('never leaves one person with two roles that are apart at one moment, whatever is asked in whatever order', () => {
    const day = (n: number): string => new Date(Date.parse(at) + n * 86_400_000).toISOString();
    const asked = fc.record({
      role: fc.constantFrom(...roles),
      person: fc.constantFrom('li', 'wang'),
      start: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (wishes) => {
        const held: Grant[] = [];
        for (const { role, person, start, days } of wishes) {
          const wanted = grant(role, { person, from: day(start), until: day(start + days) });
          if (mayGrant(held, wanted, { by, at }).ok) held.push(wanted);
        }
        for (let n = 0; n < 40; n++)
          for (const person of ['li', 'wang']) {
            const now = held.filter((each) => each.person === person && each.from <= day(n) && day(n) < each.until);
            for (const a of now) for (const b of now) expect(dutyConflict(a.role, b.role)).toBeNull();
          }
      }),
      { numRuns: 60 },
    );
  });
});
