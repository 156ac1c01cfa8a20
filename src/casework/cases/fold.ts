// A case is its list of actions. Folding them says what it is; a stored list is never trusted blindly.
import type { Action } from './actions.ts';
import { checkShape } from './checks-shape.ts';
import { openCase } from './open-case.ts';
import { refuse, type Refusal, type RefusalCode } from './refusals.ts';
import type { CaseState } from './state.ts';
import { isInstant, step } from './step.ts';

/** The action that the list may not hold, by its id and position; `null` and 0 for an empty list. */
export type FoldProblem = {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly sentence: string;
  readonly action: string | null;
  readonly index: number;
};

const begin = (action: Action | undefined): { readonly ok: true; readonly state: CaseState } | Refusal => {
  if (action?.kind !== 'open') return refuse('not-open');
  if (!isInstant(action.at)) return refuse('bad-instant');
  const shape = checkShape(action);
  return shape === null ? openCase(action) : refuse(shape);
};

/**
 * The state of a case from all its actions, in their order.
 *
 * @returns the state, or the first action that was not allowed when it stands in the list, and why
 */
export const fold = (actions: readonly Action[]): { readonly ok: true; readonly state: CaseState } | FoldProblem => {
  let now = begin(actions[0]);
  for (const [index, action] of actions.entries()) {
    if (index > 0 && now.ok) now = step(now.state, action);
    if (!now.ok) return { ...now, action: action.id, index };
  }
  return now.ok ? now : { ...now, action: null, index: 0 };
};
