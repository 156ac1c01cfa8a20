// 交办: what a proposal, a meeting, a visit or an audit asks for, until it is answered and its promises are kept.
import type { On, Procedure } from './shape.ts';

type Phase =
  | 'registered'
  | 'proposed'
  | 'assigned'
  | 'return-asked'
  | 'reassigned'
  | 'received'
  | 'handling'
  | 'result'
  | 'signing'
  | 'feedback'
  | 'redo'
  | 'closed'
  | 'following';

const escalate = (text: string) => ({ then: 'escalate', text }) as const;
const given: On<Phase> = { 'sign-for': 'received', 'ask-return': 'return-asked' };
const bureau = (limit: string) => ({ limit, side: 'bureau' }) as const;

export const task = {
  name: '交办',
  starts: [{ by: ['assigner', 'deputy', 'handler', 'division-head'], phase: 'registered' }],
  homes: null,
  phases: {
    registered: {
      name: '登记',
      owner: 'assigner',
      clock: bureau('拟办期限'),
      silence: escalate('逾期未拟办的亮红上报'),
      on: { 'propose-handling': 'proposed' },
    },
    proposed: {
      name: '拟办',
      owner: 'assigner',
      clock: bureau('交办期限'),
      silence: escalate('逾期未交办的亮红上报'),
      on: { assign: 'assigned', 'propose-handling': '@stay' },
    },
    assigned: {
      name: '交办',
      owner: 'handler',
      clock: bureau('签收期限'),
      silence: escalate('逾期未签收的亮红上报，不视为已签收'),
      on: given,
    },
    'return-asked': {
      name: '申请退办',
      owner: 'assigner',
      clock: bureau('退办审核期限'),
      silence: escalate('退办申请逾期未答复的，仍由原单位负责'),
      on: { reassign: 'reassigned', 'send-back': 'assigned' },
    },
    reassigned: {
      name: '改派',
      owner: 'handler',
      clock: bureau('签收期限'),
      silence: escalate('逾期未签收的亮红上报，不视为已签收'),
      on: given,
    },
    received: {
      name: '签收',
      owner: 'handler',
      clock: bureau('办理期限'),
      silence: escalate('签收后逾期未办理的亮红上报'),
      on: { 'start-work': 'handling' },
    },
    handling: {
      name: '办理',
      owner: 'handler',
      clock: bureau('办理期限'),
      silence: escalate('逾期未形成结果的亮红上报，协办意见缺的写明缺谁'),
      on: { 'give-opinion': '@stay', promise: '@stay', 'draft-result': 'result' },
    },
    result: {
      name: '结果',
      owner: 'handler',
      clock: bureau('送审期限'),
      silence: escalate('逾期未送审的亮红上报'),
      on: { 'draft-result': '@stay', promise: '@stay', finish: 'signing' },
    },
    signing: {
      name: '审核签发',
      owner: 'director',
      clock: bureau('签发期限'),
      silence: escalate('逾期未签发的亮红上报'),
      on: { 'sign-off': 'feedback', 'send-back': 'handling' },
    },
    feedback: {
      name: '反馈',
      owner: 'deputy',
      clock: { limit: '反馈期限', side: 'outside' },
      silence: { then: 'move', to: 'closed', text: '逾期没有反馈的记为未反馈，不计为满意' },
      on: { feedback: { outcome: { good: 'closed', bad: 'redo' } } },
    },
    redo: {
      name: '再办',
      owner: 'handler',
      clock: bureau('再办期限'),
      silence: escalate('不满意件逾期未再办的亮红上报'),
      on: { 'start-work': 'handling' },
    },
    closed: {
      name: '办结',
      remedy: '有未兑现的承诺的继续跟踪；认为没有办好的，可以要求重办',
      on: { 'start-tracking': { to: 'following', guard: 'promises-open' }, reopen: 'redo' },
    },
    following: {
      name: '跟踪承诺',
      owner: 'handler',
      clock: { limit: '承诺期限', side: 'bureau' },
      silence: escalate('承诺到期未兑现的亮红上报'),
      on: { 'keep-promise': '@stay', promise: '@stay', close: { to: 'closed', guard: 'promises-kept' } },
    },
  },
} as const satisfies Procedure<Phase>;
