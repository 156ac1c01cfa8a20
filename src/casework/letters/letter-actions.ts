// Which actions of a case a kind of letter tells of: no letter says that something was done which was not.
import type { ActionKind } from '#casework/cases/payloads.ts';
import type { LetterKind } from './letter.ts';

export const letterActions = {
  acceptance: ['accept'],
  correction: ['return-for-correction'],
  'acceptance-refused': ['refuse-acceptance'],
  // A stage that is not passed ends the case too, and so does being taken off a list.
  rejection: ['reject', 'stage-failed', 'exclude'],
  award: ['approve'],
  extension: ['extend'],
  recovery: ['decide-recovery'],
} as const satisfies Record<LetterKind, readonly ActionKind[]>;
