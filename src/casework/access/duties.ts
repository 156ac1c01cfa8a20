// Separation of duties: which two roles one person may not hold at once. Asked when a role is granted; that one person does not
// take two steps of one case is asked again when they act.
import { roles, type Role } from '#casework/cases/roles.ts';
import type { AccessRefusalCode } from './access-refusals.ts';

/** The three of a payment order. */
const payers = ['maker', 'checker', 'releaser'] as const satisfies readonly Role[];

const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

/** Who speaks for a firm or for an organisation that deals with it. 人才本人 and 代表 are not here: an official can be one, and declares a tie. */
const parties = ['legal-person', 'agent', 'partner'] as const satisfies readonly Role[];

const deciders = [
  'county-reviewer',
  'handler',
  'division-head',
  'vice-director',
  'director',
] as const satisfies readonly Role[];

const officials = [
  ...deciders,
  'window',
  'joint-bureau',
  'site-inspector',
  'register-manager',
  'policy-author',
  ...payers,
  'county-treasury',
  'city-treasury',
] as const satisfies readonly Role[];

export type DutyCode = Extract<
  AccessRefusalCode,
  | 'same-order'
  | 'three-administrators'
  | 'administers-only'
  | 'supervises-only'
  | 'both-sides'
  | 'audits-own-work'
  | 'scores-own-decision'
>;

type Apart = { readonly code: DutyCode; readonly one: readonly Role[]; readonly other: readonly Role[] };

/** The first row that fits tells why. A role is never apart from itself: one person may hold it for two places. */
const apart: readonly Apart[] = [
  { code: 'same-order', one: payers, other: payers },
  { code: 'three-administrators', one: administrators, other: administrators },
  { code: 'administers-only', one: administrators, other: roles },
  { code: 'supervises-only', one: ['inspection'], other: roles },
  { code: 'both-sides', one: parties, other: [...officials, 'expert'] },
  { code: 'audits-own-work', one: ['auditor'], other: [...officials, ...parties] },
  { code: 'scores-own-decision', one: ['expert'], other: deciders },
];

/**
 * Why one person may not hold these two roles at once; null when they may. The order of the two does not matter.
 *
 * @source casework: people and access (maker ≠ checker ≠ releaser; administrators see no data)
 */
export const dutyConflict = (a: Role, b: Role): DutyCode | null => {
  if (a === b) return null;
  const found = apart.find(
    ({ one, other }) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)),
  );
  return found?.code ?? null;
};
