// Where a case stands after an action: the way is looked up in the tables and followed.
import type { Action } from './actions.ts';
import { phaseRow } from './procedures/procedures.ts';
import { isEnding, type Outcome, type Target, type Way } from './procedures/shape.ts';
import { phaseOfStage, runningStage } from './stage-home.ts';
import { instalmentAt, type CaseState } from './state.ts';
import { waitingFor } from './waiting.ts';
import { wayOf } from './ways.ts';

const paidOutcome = (before: CaseState, after: CaseState, result: string): Outcome => {
  if (after.parts.every(({ paid }) => paid)) return 'all-paid';
  const due = instalmentAt(after, after.stage ?? -1);
  const isStagePaid = after.parts.every(({ instalment, paid }) => instalment > due || paid);
  if (result === 'success' && isStagePaid && runningStage(before) === 'pay') return 'stage-paid';
  return after.parts.some(({ paid }) => paid) ? 'part-paid' : 'unpaid';
};

/** How an action came out. `null`: its kind has no outcomes. */
const outcomeOf = (before: CaseState, after: CaseState, action: Action): Outcome | null => {
  switch (action.kind) {
    case 'decide-appeal':
    case 'find':
      return action.payload.outcome;
    case 'pay-result':
      return paidOutcome(before, after, action.payload.result);
    case 'rate':
      // 好差评: 5 非常满意 … 3 基本满意 · 2 不满意 · 1 非常不满意.
      return action.payload.grade >= 3 ? 'good' : 'bad';
    case 'feedback':
      return action.payload.grade === '不满意' ? 'bad' : 'good';
    case 'collect':
      return after.collectedFen === after.owedFen ? 'full' : 'part';
    case 'confirm-deal':
      return after.deal?.firm === true && after.deal.partner ? 'both-sides' : 'one-side';
    default:
      return null;
  }
};

const silenceTarget = (state: CaseState, organisation: string | null): Target<string> => {
  const waiting = waitingFor(state);
  // One partner's silence concerns that partner only.
  if (waiting.is === 'ended' || organisation !== null) return '@stay';
  const { silence } = waiting;
  switch (silence.then) {
    case 'move':
      return silence.to;
    case 'escalate':
      return silence.cited !== undefined && state.silenceAcceptsBy !== null ? silence.cited : '@stay';
    case 'nothing':
      return '@stay';
  }
};

const targetOf = (way: Way<string>, outcome: Outcome | null, action: Action): Target<string> => {
  if (typeof way === 'string') return way;
  if ('to' in way) return way.to;
  const target = outcome === null ? undefined : way.outcome[outcome];
  if (target === undefined) throw new Error(`${action.kind} came out as ${outcome}, and the table has no way for it`);
  return target;
};

/** The case at another stage: what was gathered for the last one is no longer asked for. */
const atStage = (state: CaseState, stage: number): CaseState => {
  const moved: CaseState = {
    ...state,
    stage,
    furthest: Math.max(state.furthest, stage),
    scores: [],
    opinions: [],
    visits: [],
  };
  return { ...moved, phase: phaseOfStage(moved) };
};

/** A list that was wrong is drawn up again where money was allocated, or where it was decided. What is paid stays paid. */
const reallocate = (state: CaseState): CaseState => {
  const kinds = state.stages.map(({ kind }) => kind);
  const found = (['allocate', 'collective', 'government'] as const).map((kind) => kinds.indexOf(kind));
  const index = Math.max(0, found.find((each) => each >= 0) ?? 0);
  return atStage({ ...state, furthest: index, notice: null, parts: state.parts.filter(({ paid }) => paid) }, index);
};

/** True for a pay stage whose money is not all out. */
const isOwed = (state: CaseState, index: number): boolean =>
  state.stages[index]?.kind === 'pay' &&
  state.parts.some(({ instalment, paid }) => instalment === instalmentAt(state, index) && !paid);

/** The stage after this one; after a bounce, first what else came back, then on from where the case had been. */
const nextStage = (state: CaseState): number => {
  const here = state.stage ?? -1;
  const onward = Math.max(here + 1, state.furthest);
  const owed = state.stages.findIndex((_, index) => index > here && isOwed(state, index));
  return owed < 0 ? onward : Math.min(owed, onward);
};

/** Past the last payment, or as far as the case had been. */
const afterLastPay = (state: CaseState): number =>
  Math.max(state.furthest, state.stages.findLastIndex(({ kind }) => kind === 'pay') + 1);

const follow = (state: CaseState, target: Target<string>): CaseState => {
  switch (target) {
    case '@stay':
      return state;
    case '@stage':
      return state.stage === null ? atStage(state, 0) : { ...state, phase: phaseOfStage(state) };
    case '@next':
      return atStage(state, nextStage(state));
    case '@reallocate':
      return reallocate(state);
    case '@back':
      return { ...state, phase: state.back ?? state.phase };
    default:
      return { ...state, phase: target };
  }
};

const comesBack = (state: CaseState): boolean => {
  const row = phaseRow(state.procedure, state.phase);
  return !isEnding(row) && row.comesBack === true;
};

/**
 * The case where the action leads it.
 *
 * @param before  the case before the action: its tables say the way
 * @param after   the same case with what the action left behind
 */
export const move = (before: CaseState, after: CaseState, action: Action): CaseState => {
  const way = wayOf(before, action.kind) ?? '@stay';
  const outcome = outcomeOf(before, after, action);
  const target =
    action.kind === 'silence' ? silenceTarget(before, action.payload.organisation) : targetOf(way, outcome, action);
  const there = follow(after, target);
  const stage = outcome === 'all-paid' ? afterLastPay(after) : there.stage;
  const moved = { ...there, stage, furthest: Math.max(there.furthest, stage ?? 0) };
  const back = comesBack(moved) ? (comesBack(before) ? before.back : before.phase) : null;
  return { ...moved, back, reminders: moved.phase === before.phase ? moved.reminders : 0 };
};
