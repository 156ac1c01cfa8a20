// Who sends letters in a case. The database has the same table; a test holds the two together.
import type { Role } from '#casework/cases/roles.ts';

export const letterIssuers = [
  'window',
  'county-reviewer',
  'handler',
  'division-head',
  'vice-director',
  'director',
] as const satisfies readonly Role[];
