// Whom a case waits for, whose time it is, and what silence does: the line that everybody reads first.
import { holds, type HoldKind } from './holds.ts';
import { phaseRow } from './procedures/procedures.ts';
import { isEnding, type Clock, type Silence } from './procedures/shape.ts';
import type { Role } from './roles.ts';
import { runningStage } from './stage-home.ts';
import { stages } from './stages.ts';
import type { CaseState } from './state.ts';
import { isOffered } from './ways.ts';

export type WaitingFor =
  | { readonly is: 'ended'; readonly remedy: string }
  | {
      readonly is: 'waiting';
      /** What holds the case up: a hold by its kind, the stage at hand, or the phase itself. */
      readonly on: 'hold' | 'stage' | 'phase';
      readonly hold: HoldKind | null;
      readonly what: string;
      readonly owner: Role;
      readonly clock: Clock;
      readonly silence: Silence<string>;
    };

/** A hold that stops something that could be done now. One that stops only later steps does not stop the clock yet. */
const bitingHold = (state: CaseState): HoldKind | null =>
  state.holds.find(({ kind }) => holds[kind].blocks.some((blocked) => isOffered(state, blocked)))?.kind ?? null;

const silenceOfHold = (clock: Clock): Silence<string> =>
  'none' in clock
    ? { then: 'nothing', text: '没有期限，解除前一直冻结' }
    : { then: 'escalate', text: '逾期未解除的亮红上报，冻结不因此解除' };

/**
 * Whom the case waits for at this moment.
 *
 * @returns the owner, the clock or the reason for none, and what silence does; for an ended case the remedy
 * @source casework: holds; silence
 */
export const waitingFor = (state: CaseState): WaitingFor => {
  const row = phaseRow(state.procedure, state.phase);
  if (isEnding(row)) return { is: 'ended', remedy: row.remedy };
  const hold = bitingHold(state);
  if (hold !== null) {
    const { name, owner, clock } = holds[hold];
    return { is: 'waiting', on: 'hold', hold, what: name, owner, clock, silence: silenceOfHold(clock) };
  }
  const stage = runningStage(state);
  if (stage !== null) {
    const { name, owner, clock } = stages[stage];
    return { is: 'waiting', on: 'stage', hold: null, what: name, owner, clock, silence: row.silence };
  }
  const { name, owner, clock, silence } = row;
  return { is: 'waiting', on: 'phase', hold: null, what: name, owner, clock, silence };
};
