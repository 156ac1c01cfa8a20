// Where a fact can come from. The list is closed, and its order says whose word counts when two say different things.
import type { SubjectKind } from '#rules/facts/dictionary.ts';
import type { Role } from '#casework/cases/roles.ts';

/** By code: the name that people read, how much it weighs, and who may record so. Firms record as `firm` and as nothing else. */
export const origins = {
  firm: { name: '企业填报', rank: 1, roles: ['legal-person', 'agent', 'talent', 'window'] },
  import: {
    name: '批量导入',
    rank: 2,
    roles: ['window', 'county-reviewer', 'handler', 'division-head', 'register-manager'],
  },
  register: { name: '名录登记', rank: 3, roles: ['register-manager'] },
  correction: { name: '更正', rank: 4, roles: ['county-reviewer', 'handler', 'division-head', 'register-manager'] },
} as const satisfies Record<string, { readonly name: string; readonly rank: number; readonly roles: readonly Role[] }>;

export type Origin = keyof typeof origins;

/** Every origin, from the lightest. The names are literal, so the keys are exactly the origins. */
export const originCodes = Object.keys(origins) as readonly Origin[];

/**
 * Whether a person in this role may record facts of this kind of subject as coming from there. Of which enterprises is asked
 * elsewhere. A person who works for a firm speaks for persons alone, not for the firm's books.
 */
export const mayRecord = (role: Role, origin: Origin, kind: SubjectKind): boolean => {
  const allowed: readonly Role[] = origins[origin].roles;
  return allowed.includes(role) && (role !== 'talent' || kind === 'person');
};
