// One action on one case: checked as it came, asked whether its author may, weighed by what it carries, then done.
import { readInstant } from '#casework/time/instant.ts';
import { actionRows, type Action, type ActionOf } from './actions.ts';
import { moneyChecks } from './checks-money.ts';
import { peopleChecks } from './checks-people.ts';
import { reviewChecks } from './checks-review.ts';
import { checkShape, type Checks } from './checks-shape.ts';
import { withIntervals } from './clock-intervals.ts';
import { moneyEffects } from './effects-money.ts';
import { peopleEffects } from './effects-people.ts';
import { reviewEffects } from './effects-review.ts';
import type { Effects } from './effects-shape.ts';
import { mayAct } from './may-act.ts';
import { move } from './move.ts';
import type { ActionKind } from './payloads.ts';
import { refuse, type Refusal, type RefusalCode } from './refusals.ts';
import type { CaseState } from './state.ts';

const checks: Checks = { ...reviewChecks, ...moneyChecks, ...peopleChecks };
const effects: Effects = { ...reviewEffects, ...moneyEffects, ...peopleEffects };

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** True for a point in time that exists, written so that texts compare in the order of time. */
export const isInstant = (text: string): boolean => instantShape.test(text) && readInstant(text) !== null;

const checkEnvelope = (state: CaseState, action: Action): RefusalCode | null => {
  if (action.case !== state.id) return 'wrong-case';
  if (!isInstant(action.at)) return 'bad-instant';
  if (state.done.has(action.id)) return 'repeated-id';
  if (action.at < state.last) return 'clock-back';
  return actionRows[action.kind].decides && action.rulebook === null ? 'no-rulebook' : null;
};

const checkPayload = <K extends ActionKind>(state: CaseState, action: ActionOf<K>): RefusalCode | null =>
  checks[action.kind]?.(state, action) ?? null;

const leftBehind = <K extends ActionKind>(state: CaseState, action: ActionOf<K>): Partial<CaseState> =>
  effects[action.kind]?.(state, action) ?? {};

/**
 * The case after an action, or why it is refused. A refusal changes nothing.
 *
 * @source casework: a case is its list of actions
 */
export const step = (state: CaseState, action: Action): { readonly ok: true; readonly state: CaseState } | Refusal => {
  const envelope = checkEnvelope(state, action);
  if (envelope !== null) return refuse(envelope);
  const may = mayAct(state, action.by, action.kind, action.at);
  if (!may.ok) return may;
  const carried = checkShape(action) ?? checkPayload(state, action);
  if (carried !== null) return refuse(carried);
  const after: CaseState = {
    ...state,
    ...leftBehind(state, action),
    done: new Map([...state.done, [action.id, action.kind]]),
    last: action.at,
  };
  return { ok: true, state: withIntervals(move(state, after, action), action.at) };
};
