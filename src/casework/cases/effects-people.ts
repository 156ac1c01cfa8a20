// What people leave behind: consents and partners, registers, tasks and promises, holds, delegations, silences.
import { clockKey } from './checks-people.ts';
import { withEntry, type Effects } from './effects-shape.ts';
import type { HoldKind } from './holds.ts';
import { afterAnswer, type PartnerStanding } from './partner-answers.ts';
import type { CaseState, Hold } from './state.ts';

const held = (state: CaseState, hold: Hold): readonly Hold[] =>
  state.holds.some(({ kind }) => kind === hold.kind) ? state.holds : [...state.holds, hold];

const without = (state: CaseState, hold: HoldKind): readonly Hold[] => state.holds.filter(({ kind }) => kind !== hold);

const withPartners = (state: CaseState, organisations: readonly string[]): ReadonlyMap<string, PartnerStanding> =>
  new Map([...organisations.map((each): [string, PartnerStanding] => [each, 'awaiting']), ...state.partners]);

/** What nobody said is kept as unsaid: it is never a good word. */
const unsaid = (state: CaseState): Partial<CaseState> => {
  if (state.phase === 'feedback') return { feedback: '未反馈' };
  if (state.phase === 'awaiting-supplement') return { result: '逾期未补充' };
  return state.procedure === 'match' ? { consents: [] } : {};
};

export const peopleEffects: Effects = {
  withdraw: (state) => (state.procedure === 'match' ? { consents: [] } : {}),
  consent: (state, { payload: { organisations, until } }) => ({
    consents: [...state.consents, { organisations, until }],
    partners: state.procedure === 'match' ? withPartners(state, organisations) : state.partners,
  }),
  answer: (state, { by, payload }) => {
    const next = afterAnswer(state.partners.get(by.organisation) ?? 'lapsed', payload.answer);
    return next === null ? {} : { partners: withEntry(state.partners, by.organisation, next) };
  },
  'give-materials': (state, { payload }) => ({ partners: withEntry(state.partners, payload.organisation, 'awaiting') }),
  'strike-deal': (_, { payload }) => ({ deal: { organisation: payload.organisation, firm: false, partner: false } }),
  'confirm-deal': ({ deal }, { by }) => {
    if (deal === null) return {};
    return { deal: by.role === 'partner' ? { ...deal, partner: true } : { ...deal, firm: true } };
  },
  // A new round begins at the beginning: nobody is bound by what was said in the last one.
  reopen: () => ({
    partners: new Map(),
    consents: [],
    deal: null,
    stage: null,
    furthest: 0,
    returns: new Map(),
    notice: null,
  }),
  enrol: (_, { payload }) => ({ tier: payload.tier }),
  adjust: (_, { payload }) => ({ tier: payload.tier }),
  remove: () => ({ tier: null }),
  finish: (_, { payload }) => ({ result: payload.result }),
  'draft-result': (_, { payload }) => ({ result: payload.text }),
  rate: (_, { payload }) => ({ rating: payload.grade }),
  feedback: (_, { payload }) => ({ feedback: payload.grade }),
  promise: (state, { payload: { commitment, due } }) => ({
    promises: withEntry(state.promises, commitment, { due, kept: false }),
  }),
  'keep-promise': (state, { payload: { commitment } }) => ({
    promises: withEntry(state.promises, commitment, {
      due: state.promises.get(commitment)?.due ?? '未定',
      kept: true,
    }),
  }),
  hold: (state, { at, by, payload: { hold, reason } }) => ({
    holds: held(state, { kind: hold, reason, by: by.person, since: at }),
  }),
  'release-hold': (state, { payload }) => ({ holds: without(state, payload.hold) }),
  'subject-changed': (state, { at, by, payload }) => ({
    holds: held(state, { kind: 'subject-change', reason: payload.reason, by: by.person, since: at }),
  }),
  delegate: (state, { payload }) => ({ delegations: [...state.delegations, payload] }),
  'hand-over': (_, { payload }) => ({ jurisdiction: payload.jurisdiction }),
  'declare-tie': (state, { by }) => ({ ties: new Set([...state.ties, by.person]) }),
  rule: (state, { payload }) => ({ rulings: [...state.rulings, payload.ruling] }),
  correct: (state, { payload }) => ({ corrections: [...state.corrections, payload.action] }),
  remind: (state) => ({ reminders: state.reminders + 1 }),
  silence: (state, { payload: { endedAt, organisation } }) => ({
    silences: [...state.silences, { phase: state.phase, stage: state.stage, endedAt }],
    ...(organisation === null ? unsaid(state) : { partners: withEntry(state.partners, organisation, 'lapsed') }),
  }),
  extend: (state) => ({ extended: new Set([...state.extended, clockKey(state)]) }),
};
