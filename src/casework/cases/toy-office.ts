// An invented office for the tests: people in every role, a sample of what each kind of action can carry, and a walk over all states.
import { addDays, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { StageKind } from '#rules/packs/stage-order.ts';
import { actionKinds, actionRows, type Action } from './actions.ts';
import { holdKinds } from './holds.ts';
import type { ActionKind, Instant, PartPlan, Payloads, StageSpec } from './payloads.ts';
import { rolesFor } from './permissions.ts';
import type { ProcedureKind } from './procedures/shape.ts';
import { openCase } from './open-case.ts';
import { seats, type Actor, type Role } from './roles.ts';
import { instalmentAt, type CaseState } from './state.ts';

/** A date of the tests; one that does not exist is a slip in the test. */
export const date = (text: string): PlainDate => {
  const found = readDate(text);
  if (found === null) throw new Error(`no such date: ${text}`);
  return found;
};

const monday = date('2026-01-05');

/** The n-th minute of the tests. */
export const minute = (n: number): Instant => {
  const day = addDays(monday, Math.floor(n / 1440));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day}T${two(Math.floor(n / 60) % 24)}:${two(n % 60)}:00.000Z`;
};

const never: Instant = '2099-12-31T00:00:00.000Z';
const hash = 'a'.repeat(64);
export const city = '柳城';
export const bank = '柳城银行';
const [county, firm] = ['柳东区', '柳东机械'] as const;

/** A person in this role, in the right seat; `number` tells several of them apart. */
export const someone = (role: Role, number = 1): Actor => {
  const seat = seats[role];
  const organisation = seat === 'firm' ? firm : seat === 'partner' ? bank : `${role}的单位`;
  const jurisdiction = seat === 'county' || seat === 'firm' ? county : city;
  return { person: `${role}-${number}`, role, jurisdiction, organisation };
};

/** The stages of the longest lawful road, money in two instalments. */
export const longRoad = [
  'formal',
  'county',
  'credit',
  'duplicate',
  'panel',
  'site',
  'audit',
  'joint',
  'collective',
  'government',
  'allocate',
  'notice',
  'funding',
  'treasury',
  'account',
  'credit',
  'pay',
  'acceptance',
  'pay',
  'performance',
] as const satisfies readonly StageKind[];

export const stageSpecs = (kinds: readonly StageKind[]): readonly StageSpec[] =>
  kinds.map((kind) => ({ kind, days: null, quorum: null }));

const openers: { readonly [K in ProcedureKind]: Role } = {
  apply: 'legal-person',
  confirm: 'handler',
  recover: 'handler',
  service: 'legal-person',
  match: 'legal-person',
  enrol: 'register-manager',
  task: 'assigner',
};

/** The stages that the walk uses for each procedure. */
export const roads: { readonly [K in ProcedureKind]: readonly StageKind[] } = {
  apply: longRoad,
  confirm: ['credit', 'duplicate', 'collective', 'allocate', 'notice', 'funding', 'account', 'pay', 'performance'],
  enrol: ['formal', 'county', 'joint', 'collective', 'notice'],
  recover: [],
  service: [],
  match: [],
  task: [],
};

export type Openings = Partial<Payloads['open']> & { readonly by?: Actor };

/** An opening action of this procedure; what is given replaces the usual. */
export const opening = (procedure: ProcedureKind, { by, ...given }: Openings = {}): Action => ({
  id: 'open',
  case: 'case',
  kind: 'open',
  at: minute(0),
  by: by ?? someone(openers[procedure]),
  rulebook: 'rules-1',
  payload: {
    procedure,
    matter: '设备补助',
    firm,
    jurisdiction: county,
    decidedBy: city,
    stages: stageSpecs(roads[procedure]),
    silenceAcceptsBy: null,
    ...given,
  },
});

/** The state after an opening that must succeed. */
export const opened = (procedure: ProcedureKind, given: Openings = {}): CaseState => {
  const action = opening(procedure, given);
  const result = action.kind === 'open' ? openCase(action) : null;
  if (result === null || !result.ok) throw new Error(result?.sentence ?? 'not an opening');
  return result.state;
};

/** An action of this kind by this person, at the next minute. The two are given together, as a pair that belongs together. */
export const action = <K extends ActionKind>(state: CaseState, by: Actor, kind: K, payload: Payloads[K]): Action =>
  // Kind and payload are one pair by the signature; TypeScript cannot see that the union has it.
  ({
    id: `a${state.done.size}`,
    case: state.id,
    kind,
    at: minute(state.done.size),
    by,
    payload,
    rulebook: actionRows[kind].decides ? 'rules-1' : null,
  }) as unknown as Action;

/** Parts of 100,000.00 for a case with so many pay stages: equal shares, the rest in the last. */
const sampleParts = (state: CaseState): readonly PartPlan[] => {
  const count = Math.max(1, instalmentAt(state, state.stages.length));
  const total = state.approvedFen ?? 10_000_000n;
  const share = total / BigInt(count);
  return Array.from({ length: count }, (_, index) => ({
    part: `p${index + 1}`,
    amountFen: index === count - 1 ? total - share * BigInt(count - 1) : share,
    funder: '市级',
    year: 2026,
    instalment: index + 1,
  }));
};

type Samples = { readonly [K in ActionKind]: (state: CaseState, by: Actor) => readonly Payloads[K][] };

const reasoned = (): readonly { readonly reason: string }[] => [{ reason: '写明理由' }];
const nothing = (): readonly { readonly [none: string]: never }[] => [{}];
const parts = (state: CaseState): readonly { readonly part: string }[] => state.parts.map(({ part }) => ({ part }));
const nextMinute = (state: CaseState): Instant => minute(state.done.size + 1);
const openObjections = (state: CaseState): readonly { readonly reason: string; readonly objection: string }[] =>
  [...state.objections].flatMap(([objection, how]) => (how === 'open' ? [{ reason: '核实', objection }] : []));
const slip = hash;

/** What each kind can carry: at least one of each outcome. Some are meant to be refused where they do not fit. */
export const samples: Samples = {
  open: () => [],
  submit: () => [{ paper: hash }],
  accept: nothing,
  'refuse-acceptance': () => [{ reason: '不在受理范围', remedy: '补齐后重报' }],
  'return-for-correction': () => [{ remarks: [{ on: 'file', name: '发票', text: '缺第二页' }] }],
  resubmit: () => [{ paper: hash, changed: [{ on: 'file', name: '发票' }] }],
  withdraw: () => [{ paper: hash, reason: '不再申报' }],
  terminate: reasoned,
  'stage-passed': nothing,
  'stage-failed': reasoned,
  recommend: () => [{ opinion: '同意推荐' }],
  'not-recommend': reasoned,
  overrule: reasoned,
  score: () => [{ points: 80n, outOf: 100n }],
  'draw-experts': (state) => [
    {
      seed: hash,
      attempt: state.draws.filter(({ stage }) => stage === state.stage).length + 1,
      experts: ['expert-1'],
    },
  ],
  'give-opinion': () => [{ agrees: true, opinion: '同意' }],
  'record-visit': (_, by) => [{ persons: [by.person, '另一位'], place: '厂区', photos: [hash] }],
  'set-base': () => [{ baseFen: 100_000_000n, report: hash }],
  approve: () => [{ slip, amountFen: 10_000_001n }],
  reject: () => [{ slip, reason: '不符合条件' }],
  'publish-notice': (state) => [{ list: hash, lastDay: date('2026-01-12'), overAt: nextMinute(state) }],
  object: (state) => [{ objection: `o${state.objections.size}`, signed: hash }],
  'uphold-objection': openObjections,
  'dismiss-objection': openObjections,
  allocate: (state) => [{ parts: sampleParts(state) }],
  queue: () => [{ reason: '预算不足', place: 1 }],
  fund: () => [{ document: '柳财〔2026〕1号' }],
  'set-account': () => [{ account: '基本户' }],
  'verify-account': (state) => [{ account: state.account?.account ?? '基本户' }],
  'make-order': parts,
  'check-order': parts,
  'release-order': parts,
  'cancel-order': (state) => parts(state).map((part) => ({ ...part, reason: '金额有误' })),
  'pay-result': (state) =>
    parts(state).flatMap((part) =>
      (['success', 'failed', 'unknown', 'bounced'] as const).map((result) => ({ ...part, result, proof: '回单' })),
    ),
  'start-tracking': nothing,
  'accept-completion': () => [{ report: hash }],
  'assess-performance': () => [{ grade: '良好' }],
  close: nothing,
  'open-recovery': () => [{ reason: '发票红冲', recovery: 'r1' }],
  'close-recovery': () => [{ recovery: 'r1' }],
  appeal: reasoned,
  'decide-appeal': () => [
    { reason: '维持', outcome: 'upheld' },
    { reason: '改判', outcome: 'changed' },
  ],
  resume: reasoned,
  exclude: () => [{ reason: '不在营', remedy: '恢复经营后再核' }],
  'confirm-benefit': () => [{ paper: hash }],
  'dispute-data': () => [{ reason: '研发费用不对', facts: ['研发费用'] }],
  'check-data': nothing,
  'settle-data': reasoned,
  decline: reasoned,
  'take-back': nothing,
  find: () => [
    { reason: '属实', outcome: 'founded' },
    { reason: '不属实', outcome: 'unfounded' },
  ],
  'serve-hearing': () => [{ letter: '告知书' }],
  'decide-recovery': () => [{ principalFen: 100n, interestFen: 1n, heard: '未提出意见' }],
  urge: () => [{ letter: '催告书' }],
  collect: (state) => [
    { amountFen: 1n, bankLine: '流水' },
    { amountFen: state.owedFen - state.collectedFen, bankLine: '流水' },
  ],
  'seek-enforcement': () => [{ court: '柳城法院' }],
  'write-off': () => [{ evidence: [hash], secondApprover: '第二批准人' }],
  'cancel-decision': reasoned,
  transfer: () => [{ to: '另一科室' }],
  'sign-for': nothing,
  'start-work': nothing,
  finish: () => [{ result: '已答复' }],
  rate: () => [{ grade: 5 }, { grade: 1 }],
  mend: () => [{ measure: '改进流程' }],
  'call-back': () => [{ said: '已解决' }],
  reopen: reasoned,
  consent: () => [{ organisations: [bank], purpose: '贷款', text: '2026版', until: never }],
  'refuse-consent': reasoned,
  publish: nothing,
  answer: () => [{ answer: 'decline' }, { answer: 'ask-materials' }, { answer: 'offer' }, { answer: 'sign' }],
  'give-materials': () => [{ organisation: bank, files: [hash] }],
  'strike-deal': () => [{ organisation: bank }],
  'confirm-deal': () => [{ evidence: hash }],
  'no-deal': reasoned,
  enrol: () => [{ tier: '培育层' }],
  adjust: () => [{ reason: '升级', tier: '骨干层' }],
  suspend: reasoned,
  restore: reasoned,
  recheck: reasoned,
  remove: reasoned,
  'propose-handling': () => [{ main: '甲科', helpers: ['乙科'] }],
  assign: () => [{ main: '甲科' }],
  'ask-return': reasoned,
  reassign: () => [{ main: '乙科' }],
  'draft-result': () => [{ text: '已落实' }],
  'sign-off': nothing,
  'send-back': reasoned,
  feedback: () => [
    { grade: '满意', scan: null },
    { grade: '不满意', scan: null },
  ],
  promise: () => [{ commitment: 'c1', due: '未定' }],
  'keep-promise': () => [{ commitment: 'c1' }],
  hold: () => holdKinds.map((hold) => ({ hold, reason: '依据来函' })),
  'release-hold': (state) => state.holds.map(({ kind }) => ({ hold: kind, reason: '已查清' })),
  delegate: () => [{ to: 'agent-1', scope: actionKinds, until: never }],
  'hand-over': () => [{ reason: '迁址', jurisdiction: county }],
  'declare-tie': () => [{ tie: '配偶任职' }],
  rule: () => [{ ruling: 'k1', text: '按含税价', basis: '会议纪要' }],
  correct: () => [{ reason: '笔误', action: 'open' }],
  'subject-changed': () => [{ reason: '更名', evidence: hash }],
  remind: () => [{ of: '期限' }],
  silence: (state) => [
    { endedAt: minute(state.done.size), organisation: null },
    { endedAt: minute(state.done.size), organisation: bank },
  ],
  extend: () => [{ reason: '材料复杂', until: date('2026-03-02'), approver: '分管领导' }],
  'explain-delay': reasoned,
};

/** Every sample of these kinds, by every role that may ever do it. */
export const candidates = (state: CaseState, kinds: readonly ActionKind[]): readonly Action[] =>
  kinds.flatMap((kind) =>
    rolesFor(kind).flatMap((role) => {
      const by = someone(role);
      return samples[kind](state, by).map((payload) => action(state, by, kind, payload));
    }),
  );
