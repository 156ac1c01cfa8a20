// What a case must be like for a way to be open. Every guard has a refusal of the same name.
import type { TransitionGuard } from './procedures/shape.ts';
import { runningStage } from './stage-home.ts';
import { liveOrder, type CaseState, type Order } from './state.ts';
import type { RefusalCode } from './refusals.ts';
import type { Instant } from './payloads.ts';

/** True while an order may still move money: written, checked, released, or without an answer. */
export const isLive = (order: Order): boolean => liveOrder.some((status) => status === order.status);

type Guard = (state: CaseState, at: Instant) => boolean;

const guards: { readonly [G in TransitionGuard]: Guard } = {
  'two-reminders': (state) => state.reminders >= 2,
  'nothing-in-flight': (state) => !state.orders.some(isLive),
  'nothing-paid': (state) => !state.parts.some(({ paid }) => paid),
  'something-paid': (state) => state.parts.some(({ paid }) => paid),
  'stages-left': (state) => state.stage !== null && state.stage < state.stages.length,
  'stages-done': (state) => state.stage !== null && state.stage >= state.stages.length,
  'appeal-open': (state) => state.appealed,
  'no-appeal-open': (state) => !state.appealed,
  'consent-in-force': (state, at) => state.consents.some(({ until }) => until > at),
  'hearing-served': (state) => state.heard,
  'county-overdue': (state) =>
    runningStage(state) === 'county' && state.silences.some(({ stage }) => stage !== null && stage === state.stage),
  'promises-open': (state) => [...state.promises.values()].some(({ kept }) => !kept),
  'promises-kept': (state) => [...state.promises.values()].every(({ kept }) => kept),
};

/** The refusal of a guard that does not hold; null when it holds. */
export const failsGuard = (guard: TransitionGuard, state: CaseState, at: Instant): RefusalCode | null =>
  guards[guard](state, at) ? null : guard;
