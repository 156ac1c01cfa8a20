// What review and decision leave behind: returns, scores, visits, the base, the approved amount, notices and objections.
import { withEntry, type Effects } from './effects-shape.ts';
import { afterAnswerOfFirm, afterReturn } from './returns.ts';
import type { CaseState, Hold } from './state.ts';

const objectionHold = (state: CaseState, hold: Hold): readonly Hold[] =>
  state.holds.some(({ kind }) => kind === 'objection') ? state.holds : [...state.holds, hold];

/** An objection that was answered; its hold goes with the last open one. */
const settled = (state: CaseState, objection: string, how: 'upheld' | 'dismissed'): Partial<CaseState> => {
  const objections = withEntry(state.objections, objection, how);
  const isOpen = [...objections.values()].includes('open');
  return { objections, holds: isOpen ? state.holds : state.holds.filter(({ kind }) => kind !== 'objection') };
};

export const reviewEffects: Effects = {
  'return-for-correction': (state, { payload }) => ({ returns: afterReturn(state, payload.remarks) }),
  resubmit: (state, { payload }) => ({ returns: afterAnswerOfFirm(state, payload.changed) }),
  score: (state, { by, payload: { points, outOf } }) => ({
    scores: [...state.scores.filter(({ expert }) => expert !== by.person), { expert: by.person, points, outOf }],
  }),
  // A new draw starts the scoring anew; the earlier draws stay on record.
  'draw-experts': (state, { payload }) => ({ draws: [...state.draws, { stage: state.stage, ...payload }], scores: [] }),
  'give-opinion': (state, { by, payload: { agrees } }) => ({
    opinions: [
      ...state.opinions.filter(({ organisation }) => organisation !== by.organisation),
      { organisation: by.organisation, agrees },
    ],
  }),
  'record-visit': (state, { payload }) => ({ visits: [...state.visits, payload] }),
  'set-base': (_, { payload }) => ({ baseFen: payload.baseFen }),
  approve: (state, { payload }) => ({ approvedFen: payload.amountFen ?? state.approvedFen }),
  'publish-notice': (state, { payload }) => ({ notice: { stage: state.stage ?? 0, overAt: payload.overAt } }),
  object: (state, { at, by, payload: { objection } }) => ({
    objections: withEntry(state.objections, objection, 'open'),
    holds: objectionHold(state, { kind: 'objection', reason: '公示期内收到异议', by: by.person, since: at }),
  }),
  'uphold-objection': (state, { payload }) => settled(state, payload.objection, 'upheld'),
  'dismiss-objection': (state, { payload }) => settled(state, payload.objection, 'dismissed'),
  appeal: () => ({ appealed: true }),
  'decide-appeal': () => ({ appealed: false }),
  'confirm-benefit': () => ({ confirmed: true }),
  decline: () => ({ confirmed: false }),
};
