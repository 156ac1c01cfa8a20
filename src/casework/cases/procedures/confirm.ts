// 免申即享: the city finds who is entitled, the firm only confirms.
import type { On, Procedure } from './shape.ts';
import { moneyWork, stageWork } from './stage-work.ts';

type Phase =
  | 'generated'
  | 'list-check'
  | 'awaiting-confirmation'
  | 'approving'
  | 'notice'
  | 'issuing'
  | 'paying'
  | 'paid'
  | 'closed'
  | 'excluded'
  | 'data-objection'
  | 'checking'
  | 'declined'
  | 'unclaimed'
  | 'lapsed';

const work: On<Phase> = {
  ...stageWork<Phase>({ failed: 'excluded', rejected: 'excluded', notRecommended: 'excluded', correcting: null }),
  ...moneyWork<Phase>({ queued: null, partPaid: 'paying', paid: 'paid' }),
};
const exclude: On<Phase> = {
  exclude: { to: 'excluded', guard: 'nothing-in-flight' },
  'dispute-data': 'data-objection',
};
const bureau = { limit: '环节时限', side: 'bureau' } as const;
const stages = { then: 'escalate', text: '环节逾期亮红并逐级提醒，不因沉默视为通过' } as const;

export const confirm = {
  name: '免申即享',
  starts: [{ by: ['handler'], phase: 'generated' }],
  homes: {
    review: 'list-check',
    approve: 'approving',
    notice: 'notice',
    money: { fund: 'issuing', pay: 'paying', partPay: 'paying', paid: 'paid', track: 'paid' },
    done: 'closed',
    consent: 'awaiting-confirmation',
  },
  phases: {
    generated: {
      name: '比对生成',
      owner: 'handler',
      clock: { limit: '名单核验启动期限', side: 'bureau' },
      silence: { then: 'escalate', text: '生成名单后逾期未核验的亮红上报' },
      on: { 'start-work': '@stage', exclude: 'excluded' },
    },
    'list-check': { name: '名单核验', owner: 'handler', clock: bureau, silence: stages, on: { ...work, ...exclude } },
    'awaiting-confirmation': {
      name: '待企业确认',
      owner: 'legal-person',
      clock: { limit: '确认期限', side: 'firm' },
      silence: { then: 'move', to: 'unclaimed', text: '逾期未确认的转为待领，不付款，条款有效期内随时可领' },
      on: { 'confirm-benefit': '@stage', decline: 'declined', ...exclude },
    },
    approving: { name: '审定', owner: 'director', clock: bureau, silence: stages, on: { ...work, ...exclude } },
    notice: {
      name: '公示',
      owner: 'handler',
      clock: { limit: '公示期', side: 'outside' },
      silence: { then: 'escalate', text: '公示期满无异议的，由经办人确认后继续，不自动付款' },
      on: { ...work, ...exclude },
    },
    issuing: { name: '下达', owner: 'division-head', clock: bureau, silence: stages, on: { ...work, ...exclude } },
    paying: { name: '拨付中', owner: 'maker', clock: bureau, silence: stages, on: work },
    paid: {
      name: '已拨付',
      owner: 'handler',
      clock: { limit: '办结期限', side: 'bureau' },
      silence: { then: 'escalate', text: '已到账未办结的，提醒经办人' },
      on: { ...work, close: { to: 'closed', guard: 'stages-done' } },
    },
    closed: {
      name: '办结',
      remedy: '对金额或者结果有异议的，可以申请更正；银行退汇的，更正账户后重新支付',
      on: { 'pay-result': work['pay-result'] ?? '@stay' },
    },
    excluded: {
      name: '排除',
      remedy: '已告知理由和补救办法；认为不应排除的，可以申诉，申诉后重新核对数据',
      on: { appeal: 'checking' },
    },
    'data-objection': {
      name: '数据异议',
      owner: 'handler',
      clock: { limit: '数据核对启动期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未核对的亮红上报，原数据不因此生效' },
      comesBack: true,
      on: { 'check-data': 'checking' },
    },
    checking: {
      name: '核对',
      owner: 'handler',
      clock: { limit: '数据核对期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未核对完成的亮红上报' },
      comesBack: true,
      on: {
        'settle-data': { to: '@back', guard: 'no-appeal-open' },
        'decide-appeal': { outcome: { upheld: 'excluded', changed: '@stage' }, guard: 'appeal-open' },
        exclude: { to: 'excluded', guard: 'nothing-in-flight' },
      },
    },
    declined: {
      name: '婉拒',
      owner: 'legal-person',
      clock: { limit: '条款有效期', side: 'firm' },
      silence: { then: 'move', to: 'lapsed', text: '条款有效期内可以收回婉拒，期满失效' },
      on: { 'take-back': 'awaiting-confirmation' },
    },
    unclaimed: {
      name: '待领',
      owner: 'legal-person',
      clock: { limit: '条款有效期', side: 'firm' },
      silence: { then: 'move', to: 'lapsed', text: '每月提醒一次，条款有效期满失效' },
      on: { 'confirm-benefit': '@stage', decline: 'declined', 'dispute-data': 'data-objection', exclude: 'excluded' },
    },
    lapsed: { name: '失效', remedy: '本条款已过有效期；可以关注后续条款，符合条件的会再次生成名单', on: {} },
  },
} as const satisfies Procedure<Phase>;
