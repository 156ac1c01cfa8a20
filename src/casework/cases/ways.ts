// Which way an action opens in the state of a case, by the tables of its procedure.
import { actionRows } from './actions.ts';
import type { ActionKind } from './payloads.ts';
import { phaseRow } from './procedures/procedures.ts';
import { isEnding, type TransitionGuard, type Way } from './procedures/shape.ts';
import { isInStages, runningStage } from './stage-home.ts';
import { rolesAtStage, stageActions } from './stages.ts';
import type { CaseState } from './state.ts';

/**
 * The way that the phase opens for this kind; null when the phase has none. What is lawful anywhere stays in the phase
 * unless the phase gives it a way of its own.
 */
export const wayOf = (state: CaseState, kind: ActionKind): Way<string> | null => {
  const row = phaseRow(state.procedure, state.phase);
  const own = row.on[kind];
  if (own !== undefined) return own;
  const { reach } = actionRows[kind];
  return reach === 'even-after' || (reach === 'anywhere' && !isEnding(row)) ? '@stay' : null;
};

/** True when the phase, and while stages run the stage, know this kind. */
export const isOffered = (state: CaseState, kind: ActionKind): boolean => {
  if (wayOf(state, kind) === null) return false;
  if (!isInStages(state) || !stageActions.has(kind)) return true;
  const stage = runningStage(state);
  return stage !== null && rolesAtStage(stage, kind) !== null;
};

export const guardOf = (way: Way<string>): TransitionGuard | null =>
  typeof way === 'string' ? null : (way.guard ?? null);
