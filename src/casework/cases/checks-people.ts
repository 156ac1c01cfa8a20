// What consents, partners, holds, clocks and corrections must carry.
import { first, unless, type Checks } from './checks-shape.ts';
import { holds } from './holds.ts';
import { afterAnswer } from './partner-answers.ts';
import type { CaseState } from './state.ts';

/** Where a clock runs, for the rule that it is extended once. */
export const clockKey = (state: CaseState): string => `${state.phase}/${state.stage ?? '-'}`;

const isOverdue = (state: CaseState): boolean =>
  state.silences.some(({ phase, stage }) => phase === state.phase && stage === state.stage);

export const peopleChecks: Checks = {
  consent: (state, { at, payload: { organisations, until } }) =>
    unless(until > at && (state.procedure !== 'match' || organisations.length > 0), 'consent-empty'),
  answer: (state, { by, payload }) => {
    const standing = state.partners.get(by.organisation);
    return unless(standing !== undefined && afterAnswer(standing, payload.answer) !== null, 'partner-cannot');
  },
  'give-materials': (state, { payload }) =>
    unless(state.partners.get(payload.organisation) === 'materials', 'partner-cannot'),
  'strike-deal': (state, { payload }) =>
    unless(state.partners.get(payload.organisation) === 'signed', 'deal-needs-signature'),
  'confirm-deal': (state, { by, payload }) =>
    by.role !== 'partner'
      ? null
      : first(
          unless(by.organisation === state.deal?.organisation, 'partner-cannot'),
          unless(payload.evidence !== null, 'evidence-missing'),
        ),
  'keep-promise': (state, { payload }) =>
    unless(state.promises.get(payload.commitment)?.kept === false, 'no-such-promise'),
  rate: (_, { payload }) => unless([1, 2, 3, 4, 5].includes(payload.grade), 'points-wrong'),
  hold: (state, { payload }) =>
    unless(
      state.holds.every(({ kind }) => kind !== payload.hold),
      'already-held',
    ),
  'release-hold': (state, { by, payload }) =>
    first(
      unless(
        state.holds.some(({ kind }) => kind === payload.hold),
        'no-such-hold',
      ),
      unless(
        holds[payload.hold].release.some((role) => role === by.role),
        'hold-not-yours',
      ),
      payload.hold === 'objection' && [...state.objections.values()].includes('open') && 'objection-open',
    ),
  delegate: (_, { at, payload }) => unless(payload.until > at && payload.scope.length > 0, 'consent-empty'),
  correct: (state, { payload }) => unless(state.done.has(payload.action), 'no-such-action'),
  silence: (state, { at, payload: { endedAt, organisation } }) => {
    const since = state.intervals.at(-1)?.from ?? at;
    const standing = organisation === null ? null : state.partners.get(organisation);
    return first(
      unless(endedAt <= at && endedAt > since, 'clock-runs'),
      organisation !== null &&
        unless(standing === 'awaiting' || standing === 'materials' || standing === 'offered', 'partner-cannot'),
    );
  },
  extend: (state, { by, payload }) =>
    first(
      unless(!state.extended.has(clockKey(state)), 'already-extended'),
      unless(!isOverdue(state), 'too-late-to-extend'),
      unless(payload.approver !== by.person, 'approver-same'),
    ),
};
