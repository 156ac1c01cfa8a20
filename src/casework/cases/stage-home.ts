// Which phase a stage stands in. It follows from the stage's place in the list, so that a pack may repeat and reorder stages.
import type { StageKind } from '#rules/packs/stage-order.ts';
import { procedures } from './procedures/procedures.ts';
import type { Homes } from './procedures/shape.ts';
import type { CaseState } from './state.ts';

export type StageHome = 'review' | 'approve' | 'notice' | 'fund' | 'pay' | 'track';

const deciding: readonly StageKind[] = ['collective', 'government', 'allocate'];

/** What the stage at `index` serves: the review, the decision, the notice, the way to the money, the payment, or what follows it. */
export const homeOfStage = (kinds: readonly StageKind[], index: number): StageHome => {
  const kind = kinds[index];
  const before = kinds.slice(0, index);
  if (kind === 'pay') return 'pay';
  if (before.includes('pay')) return kinds.slice(index).includes('pay') ? 'pay' : 'track';
  if (kind === 'notice') return 'notice';
  if (kind === 'funding' || before.includes('funding') || before.includes('notice')) return 'fund';
  return kind !== undefined && [kind, ...before].some((each) => deciding.includes(each)) ? 'approve' : 'review';
};

const phaseOfHome = (homes: Homes<string>, home: StageHome, isPartPaid: boolean): string => {
  if (home === 'review' || home === 'approve' || home === 'notice') return homes[home];
  // A list that ends without paying has its last steps where it was decided.
  if (homes.money === null) return homes.approve;
  if (home === 'pay' && isPartPaid) return homes.money.partPay;
  return homes.money[home];
};

/** The phases in which the stage at hand says what may be done. */
const stagePhases = (homes: Homes<string>): readonly string[] => {
  const { money } = homes;
  const paying = money === null ? [] : [money.fund, money.pay, money.partPay, money.track];
  return [homes.review, homes.approve, homes.notice, ...paying];
};

/** True where the stage at hand says what may be done; after the last stage nothing of that kind is left to do. */
export const isInStages = (state: CaseState): boolean => {
  const { homes } = procedures[state.procedure];
  return homes !== null && stagePhases(homes).includes(state.phase);
};

/** The kind of the stage at hand, while stages run; null in every other phase, and after the last stage. */
export const runningStage = (state: CaseState): StageKind | null =>
  state.stage === null || !isInStages(state) ? null : (state.stages[state.stage]?.kind ?? null);

/**
 * The phase that the stage at hand belongs to; after the last stage, where the case ends up.
 * A case whose firm has yet to say yes waits for it before it leaves the review.
 */
export const phaseOfStage = (state: CaseState): string => {
  const { homes } = procedures[state.procedure];
  if (homes === null || state.stage === null) return state.phase;
  const kinds = state.stages.map(({ kind }) => kind);
  const isDone = state.stage >= kinds.length;
  const home = isDone ? null : homeOfStage(kinds, state.stage);
  if (homes.consent !== null && !state.confirmed && home !== 'review') return homes.consent;
  const isPartPaid = state.parts.some(({ paid }) => paid);
  if (home !== null) return phaseOfHome(homes, home, isPartPaid);
  if (homes.money === null || state.parts.length === 0) return homes.done;
  return state.phase === homes.money.track ? homes.money.track : homes.money.paid;
};
