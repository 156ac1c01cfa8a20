// 服务: a request that somebody takes, answers, and answers for.
import type { Procedure } from './shape.ts';

type Phase =
  | 'requested'
  | 'accepted'
  | 'not-accepted'
  | 'transferring'
  | 'in-progress'
  | 'awaiting-supplement'
  | 'done'
  | 'rated'
  | 'mending'
  | 'calling-back';

const rating = { outcome: { good: 'rated', bad: 'mending' } } as const;

export const service = {
  name: '服务',
  starts: [{ by: ['legal-person', 'agent', 'talent', 'window'], phase: 'requested' }],
  homes: null,
  phases: {
    requested: {
      name: '已请求',
      owner: 'handler',
      clock: { limit: '受理期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未受理的亮红上报', cited: 'accepted' },
      on: { accept: 'accepted', 'refuse-acceptance': 'not-accepted', transfer: 'transferring' },
    },
    accepted: {
      name: '受理',
      owner: 'handler',
      clock: { limit: '办理期限', side: 'bureau' },
      silence: { then: 'escalate', text: '受理后逾期未办理的亮红上报' },
      on: { 'start-work': 'in-progress', transfer: 'transferring' },
    },
    'not-accepted': { name: '不予受理', remedy: '已告知理由；补齐条件后可以重新提出', on: { reopen: 'requested' } },
    transferring: {
      name: '转办',
      owner: 'handler',
      clock: { limit: '签收期限', side: 'bureau' },
      silence: { then: 'escalate', text: '接办单位签收前，由首办单位负责；逾期未签收的亮红上报' },
      comesBack: true,
      on: { 'sign-for': 'accepted', 'send-back': '@back' },
    },
    'in-progress': {
      name: '办理中',
      owner: 'handler',
      clock: { limit: '办理期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未办结的亮红上报' },
      on: { 'return-for-correction': 'awaiting-supplement', finish: 'done', transfer: 'transferring' },
    },
    'awaiting-supplement': {
      name: '待补充',
      owner: 'legal-person',
      clock: { limit: '补充期限', side: 'firm' },
      silence: { then: 'move', to: 'done', text: '逾期未补充的，以未补充办结，可以随时重开' },
      comesBack: true,
      on: { resubmit: '@back' },
    },
    done: {
      name: '已办结',
      remedy: '可以评价；没有解决的，可以重开',
      on: { rate: rating, reopen: 'in-progress' },
    },
    rated: { name: '已评价', remedy: '没有解决的，可以重开', on: { reopen: 'in-progress' } },
    mending: {
      name: '整改',
      owner: 'handler',
      clock: { limit: '差评整改期限', side: 'bureau' },
      silence: { then: 'escalate', text: '差评逾期未整改的亮红上报' },
      on: { mend: 'calling-back' },
    },
    'calling-back': {
      name: '回访',
      owner: 'handler',
      clock: { limit: '差评回访期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未回访的亮红上报，不视为满意' },
      on: { 'call-back': 'rated', reopen: 'in-progress' },
    },
  },
} as const satisfies Procedure<Phase>;
