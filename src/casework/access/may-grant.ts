// May this role be given to this person, by whom, for how long.
import type { Role } from '#casework/cases/roles.ts';
import { readInstant } from '#casework/time/instant.ts';
import { refuseAccess, type AccessRefusal, type AccessRefusalCode } from './access-refusals.ts';
import { dutyConflict } from './duties.ts';

/** A role of a person, in a place, for a time. Every grant ends by date; `until` is the first moment at which it is over. */
export type Grant = {
  readonly person: string;
  readonly role: Role;
  readonly jurisdiction: string;
  readonly organisation: string;
  /** 2026-09-23T01:00:00.000Z */
  readonly from: string;
  readonly until: string;
};

export type Grantor = { readonly person: string; readonly role: Role };

type Question = {
  readonly existing: readonly Grant[];
  readonly wanted: Grant;
  readonly by: Grantor;
  readonly at: string;
};

const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isInstant = (text: string): boolean => written.test(text) && readInstant(text) !== null;

/** One way of writing, so that texts compare as moments do. */
const overlap = (a: Grant, b: Grant): boolean => a.from < b.until && b.from < a.until;

const conflict = ({ existing, wanted }: Question): AccessRefusalCode | null => {
  const held = existing.filter((each) => each.person === wanted.person && overlap(each, wanted));
  for (const { role } of held) {
    const code = dutyConflict(role, wanted.role);
    if (code !== null) return code;
  }
  return null;
};

const checks: readonly ((question: Question) => AccessRefusalCode | null)[] = [
  ({ by }) => (by.role === 'security-admin' ? null : 'only-security-admin'),
  ({ by, wanted }) => (by.person === wanted.person ? 'own-grant' : null),
  ({ wanted }) => (wanted.role === 'clock' || wanted.role === 'public' ? 'not-grantable' : null),
  ({ wanted }) => (isInstant(wanted.from) && isInstant(wanted.until) ? null : 'bad-instant'),
  ({ wanted }) => (wanted.from < wanted.until ? null : 'period-empty'),
  ({ wanted, at }) => (wanted.from < at ? 'backdated' : null),
  conflict,
];

/**
 * May this role be granted.
 *
 * @param existing  what was granted before, to anybody; what was ended early has its end as `until`
 * @param wanted    instants are ISO texts with milliseconds in UTC
 * @param by        who grants, in which role
 * @param at        now, as an ISO text
 * @returns         ok, or the first reason why not with what would make it possible
 * @source          casework: people and access
 */
export const mayGrant = (
  existing: readonly Grant[],
  wanted: Grant,
  { by, at }: { readonly by: Grantor; readonly at: string },
): { readonly ok: true } | AccessRefusal => {
  for (const check of checks) {
    const code = check({ existing, wanted, by, at });
    if (code !== null) return refuseAccess(code);
  }
  return { ok: true };
};
