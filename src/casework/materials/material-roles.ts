// Who hands files in, and who is shown those of a case. The database has the same tables; a test holds the two together.
import type { Role } from '#casework/cases/roles.ts';

/** For a firm: itself, and the window with the signed paper scanned. Others hand in what they write themselves. */
export const materialMakers = [
  'legal-person',
  'agent',
  'talent',
  'window',
  'county-reviewer',
  'handler',
  'division-head',
  'joint-bureau',
  'site-inspector',
  'auditor',
  'partner',
] as const satisfies readonly Role[];

/**
 * Who sees a case and is not shown its files: experts score an extract, blind, and a file names the firm; who only opened a
 * case follows how it goes; who writes policies has no case to handle.
 *
 * @source casework: experts; the table of data classes
 */
export const withoutMaterials = ['expert', 'assigner', 'deputy', 'policy-author'] as const satisfies readonly Role[];
