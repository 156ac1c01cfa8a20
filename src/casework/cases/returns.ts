// 一次性告知: one return per stage, unless the firm's answer raised a new point.
import type { Pinned } from './payloads.ts';
import { phaseRow } from './procedures/procedures.ts';
import { isEnding } from './procedures/shape.ts';
import type { CaseState, Returns } from './state.ts';

const none: Returns = { count: 0, remarked: [], changed: [] };

/** Returns are counted by stage; before the first stage, and where there are none, by the phase that sent the case back. */
const returnKey = (state: CaseState): string => {
  if (state.stage !== null) return String(state.stage);
  const row = phaseRow(state.procedure, state.phase);
  return !isEnding(row) && row.comesBack === true && state.back !== null ? state.back : state.phase;
};

export const returnsAt = (state: CaseState): Returns => state.returns.get(returnKey(state)) ?? none;

const includes = (places: readonly Pinned[], place: Pinned): boolean =>
  places.some(({ on, name }) => on === place.on && name === place.name);

/**
 * True when the case may be sent back with these remarks: the first time, or when each remark is about something that
 * the firm's last answer touched and that no earlier remark of this stage was about.
 *
 * @source casework: 一次性告知
 */
export const mayReturn = (state: CaseState, remarks: readonly Pinned[]): boolean => {
  const { count, remarked, changed } = returnsAt(state);
  return count === 0 || remarks.every((remark) => includes(changed, remark) && !includes(remarked, remark));
};

const withReturns = (state: CaseState, returns: Returns): ReadonlyMap<string, Returns> =>
  new Map([...state.returns, [returnKey(state), returns]]);

export const afterReturn = (state: CaseState, remarks: readonly Pinned[]): ReadonlyMap<string, Returns> => {
  const { count, remarked } = returnsAt(state);
  const places = remarks.map(({ on, name }) => ({ on, name }));
  return withReturns(state, { count: count + 1, remarked: [...remarked, ...places], changed: [] });
};

export const afterAnswerOfFirm = (state: CaseState, changed: readonly Pinned[]): ReadonlyMap<string, Returns> =>
  withReturns(state, { ...returnsAt(state), changed });
