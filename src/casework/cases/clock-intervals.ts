// Whose time passed: one interval follows another as the case waits for someone else. Elapsed time is split by them.
import type { Instant } from './payloads.ts';
import type { CaseState, ClockInterval } from './state.ts';
import { waitingFor } from './waiting.ts';

const intervalOf = (state: CaseState, from: Instant): ClockInterval | null => {
  const waiting = waitingFor(state);
  if (waiting.is === 'ended') return null;
  const side = 'none' in waiting.clock ? null : waiting.clock.side;
  return { side, phase: state.phase, stage: state.stage, hold: waiting.hold, from, until: null };
};

const isSame = (a: ClockInterval, b: ClockInterval): boolean =>
  a.side === b.side && a.phase === b.phase && a.stage === b.stage && a.hold === b.hold;

/** The state with its intervals brought up to the moment `at`, from which it waits as it does now. */
export const withIntervals = (state: CaseState, at: Instant): CaseState => {
  const current = intervalOf(state, at);
  const last = state.intervals.at(-1);
  const isRunning = last !== undefined && last.until === null;
  if (isRunning && current !== null && isSame(last, current)) return state;
  const before = isRunning ? [...state.intervals.slice(0, -1), { ...last, until: at }] : state.intervals;
  return { ...state, intervals: current === null ? before : [...before, current] };
};
