// What review and decision must carry: remarks that are pinned, people who took part, bases, opinions, notices that are over.
import type { StageKind } from '#rules/packs/stage-order.ts';
import { first, isBlank, unless, type Checks } from './checks-shape.ts';
import type { Instant, Remark } from './payloads.ts';
import type { RefusalCode } from './refusals.ts';
import { mayReturn } from './returns.ts';
import { runningStage } from './stage-home.ts';
import { stages } from './stages.ts';
import { drawnExperts, type CaseState } from './state.ts';

const quorumOf = (state: CaseState, kind: StageKind): number => {
  const spec = state.stage === null ? undefined : state.stages[state.stage];
  return Math.max(stages[kind].persons, spec?.quorum ?? 1);
};

const hasAllScores = (state: CaseState): boolean => {
  const drawn = drawnExperts(state);
  return (
    drawn.length >= quorumOf(state, 'panel') &&
    drawn.every((expert) => state.scores.some((score) => score.expert === expert))
  );
};

/** An open objection needs no word here: its hold stops the stage. */
const noticeReady = ({ notice, stage }: CaseState, at: Instant): RefusalCode | null =>
  unless(notice !== null && notice.stage === stage && notice.overAt <= at, 'notice-running');

/** What a stage must have yielded before it can pass; the others only need the word of who is responsible. */
const stageReady: { readonly [K in StageKind]?: (state: CaseState, at: Instant) => RefusalCode | null } = {
  panel: (state) => unless(hasAllScores(state), 'scores-missing'),
  site: (state) => unless(state.visits.length > 0, 'two-persons'),
  audit: (state) => unless(state.baseFen !== null, 'base-missing'),
  joint: (state) =>
    unless(
      new Set(state.opinions.map(({ organisation }) => organisation)).size >= quorumOf(state, 'joint'),
      'opinions-missing',
    ),
  notice: noticeReady,
  account: (state) => unless(state.account !== null && state.account.verifiedBy !== null, 'account-not-verified'),
};

const isPinned = ({ name, text }: Remark): boolean => !isBlank(name) && !isBlank(text);

const isOpenObjection = (state: CaseState, objection: string): RefusalCode | null =>
  unless(state.objections.get(objection) === 'open', 'no-such-objection');

export const reviewChecks: Checks = {
  'return-for-correction': (state, { payload: { remarks } }) =>
    first(
      unless(remarks.length > 0 && remarks.every(isPinned), 'remarks-missing'),
      unless(mayReturn(state, remarks), 'second-return'),
    ),
  resubmit: (_, { payload }) => unless(payload.changed.length > 0, 'nothing-changed'),
  'stage-passed': (state, { at }) => {
    const stage = runningStage(state);
    return stage === null ? null : (stageReady[stage]?.(state, at) ?? null);
  },
  score: (_, { payload: { points, outOf } }) => unless(outOf > 0n && points >= 0n && points <= outOf, 'points-wrong'),
  'draw-experts': (state, { payload: { attempt, experts } }) =>
    first(
      unless(attempt === state.draws.filter(({ stage }) => stage === state.stage).length + 1, 'draw-repeated'),
      unless(experts.length >= 1 && new Set(experts).size === experts.length, 'not-drawn'),
    ),
  'record-visit': (_, { by, payload: { persons, photos } }) =>
    unless(
      new Set(persons).size >= stages.site.persons && persons.includes(by.person) && photos.length > 0,
      'two-persons',
    ),
  'set-base': (_, { payload }) => unless(payload.baseFen > 0n, 'amount-wrong'),
  approve: (state, { payload: { amountFen } }) => {
    const needsAmount = state.approvedFen === null && state.stages.some(({ kind }) => kind === 'allocate');
    return unless(amountFen === null ? !needsAmount : amountFen > 0n, 'amount-wrong');
  },
  'publish-notice': (_, { at, payload }) => unless(payload.overAt > at, 'notice-running'),
  object: (state, { payload: { objection } }) =>
    first(
      unless(state.notice !== null && state.notice.stage === state.stage, 'not-published'),
      unless(!state.objections.has(objection), 'objection-exists'),
    ),
  'uphold-objection': (state, { payload }) => isOpenObjection(state, payload.objection),
  'dismiss-objection': (state, { payload }) => isOpenObjection(state, payload.objection),
};
