// 入库: a firm enters a register, is kept up to date there, and may leave and return.
import type { On, Procedure } from './shape.ts';
import { stageWork } from './stage-work.ts';

type Phase =
  | 'found'
  | 'nominated'
  | 'applied'
  | 'consenting'
  | 'reviewing'
  | 'notice'
  | 'enrolled'
  | 'adjusting'
  | 'suspended'
  | 'rechecking'
  | 'removed'
  | 'not-enrolled'
  | 'reconsidering';

const work: On<Phase> = {
  ...stageWork<Phase>({
    failed: 'not-enrolled',
    rejected: 'not-enrolled',
    notRecommended: 'not-enrolled',
    correcting: null,
  }),
  enrol: { to: 'enrolled', guard: 'stages-done' },
};
const bureau = { limit: '环节时限', side: 'bureau' } as const;
const stages = { then: 'escalate', text: '环节逾期亮红并逐级提醒，不因沉默视为入库' } as const;
const ask = {
  owner: 'register-manager',
  clock: { limit: '征询期限', side: 'bureau' },
  silence: { then: 'escalate', text: '逾期未征询企业的亮红上报' },
  on: { 'start-work': 'consenting' },
} as const;

export const enrol = {
  name: '入库',
  starts: [
    { by: ['register-manager', 'handler'], phase: 'found' },
    { by: ['county-reviewer', 'partner'], phase: 'nominated' },
    { by: ['legal-person', 'agent', 'talent'], phase: 'applied' },
  ],
  homes: { review: 'reviewing', approve: 'reviewing', notice: 'notice', money: null, done: 'reviewing', consent: null },
  phases: {
    found: { name: '发现', ...ask },
    nominated: { name: '推荐', ...ask },
    applied: { name: '申请', ...ask },
    consenting: {
      name: '企业同意',
      owner: 'legal-person',
      clock: { limit: '同意期限', side: 'firm' },
      silence: { then: 'move', to: 'not-enrolled', text: '逾期未答复的不入库，以后可以再申请' },
      on: { consent: '@stage', 'refuse-consent': 'not-enrolled' },
    },
    reviewing: { name: '审核', owner: 'register-manager', clock: bureau, silence: stages, on: work },
    notice: {
      name: '公示',
      owner: 'handler',
      clock: { limit: '公示期', side: 'outside' },
      silence: { then: 'escalate', text: '公示期满无异议的，由经办人确认后入库' },
      on: work,
    },
    enrolled: {
      name: '在库',
      owner: 'register-manager',
      clock: { limit: '定期复核期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未复核的提醒名录管理人，不自动出库' },
      on: { adjust: 'adjusting', suspend: 'suspended', recheck: 'rechecking' },
    },
    adjusting: {
      name: '调整',
      owner: 'register-manager',
      clock: { limit: '调整期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未调整完成的亮红上报' },
      on: { restore: 'enrolled', suspend: 'suspended', recheck: 'rechecking' },
    },
    suspended: {
      name: '暂停',
      owner: 'register-manager',
      clock: { limit: '暂停期限', side: 'bureau' },
      silence: { then: 'escalate', text: '暂停期满未复核的亮红上报，不自动恢复或者出库' },
      on: { restore: 'enrolled', recheck: 'rechecking' },
    },
    rechecking: {
      name: '复核',
      owner: 'register-manager',
      clock: { limit: '复核期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未复核完成的亮红上报' },
      on: { restore: 'enrolled', remove: 'removed' },
    },
    removed: { name: '出库', remedy: '已告知理由；符合条件后可以再次入库', on: { reopen: 'consenting' } },
    'not-enrolled': {
      name: '不予入库',
      remedy: '可以申请复核；符合条件后可以再次申请',
      on: { appeal: 'reconsidering', reopen: 'consenting' },
    },
    reconsidering: {
      name: '复核（不予入库）',
      owner: 'division-head',
      clock: { limit: '复核期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未答复的亮红上报，不视为维持' },
      // The firm is asked again: it may be the one that had not agreed.
      on: { 'decide-appeal': { outcome: { upheld: 'not-enrolled', changed: 'consenting' }, guard: 'appeal-open' } },
    },
  },
} as const satisfies Procedure<Phase>;
