// From a role and where it stands to a column of the table of data classes.
import type { Role, Seat } from '#casework/cases/roles.ts';
import { views, type Cell, type DataClass, type Viewer } from './data-classes.ts';

/** In which column a role looks. Roles that the table does not name get the column that shows least of what their work needs. */
const viewers = {
  'legal-person': 'firm',
  agent: 'firm',
  talent: 'firm',
  window: 'handler',
  'county-reviewer': 'county',
  handler: 'handler',
  'division-head': 'handler',
  'vice-director': 'handler',
  director: 'handler',
  'joint-bureau': 'joint',
  expert: 'expert',
  // Both are asked one question each, and see what it needs.
  'site-inspector': 'joint',
  auditor: 'joint',
  'register-manager': 'handler',
  'policy-author': 'public',
  maker: 'treasury',
  checker: 'treasury',
  releaser: 'treasury',
  'county-treasury': 'treasury',
  'city-treasury': 'treasury',
  partner: 'partner',
  assigner: 'public',
  deputy: 'public',
  inspection: 'audit',
  'system-admin': 'administrator',
  'security-admin': 'administrator',
  'audit-admin': 'administrator',
  public: 'public',
  // No person: nothing is shown to it.
  clock: 'administrator',
} as const satisfies Record<Role, Viewer>;

/** Without a seat at this enterprise one is the public; who sees nothing anywhere sees nothing here. */
const columnOf = (role: Role, seat: Seat): Viewer => {
  const viewer: Viewer = viewers[role];
  if (viewer === 'administrator' || viewer === 'audit') return viewer;
  if (seat === 'anyone' || seat === 'nobody') return 'public';
  return viewer === 'handler' && seat === 'county' ? 'county' : viewer;
};

/**
 * How a role sees data of a class.
 *
 * @param seat  where it stands towards this enterprise or case: `firm`, `county`, `city` …; `anyone` for no seat at all
 * @returns     the cell: a view, and the condition that must hold for it
 */
export const viewOf = (role: Role, seat: Seat, dataClass: DataClass): Cell => views[dataClass][columnOf(role, seat)];
