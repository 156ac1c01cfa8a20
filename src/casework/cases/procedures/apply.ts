// 申报: a firm files, stages judge, money follows.
import type { On, Procedure } from './shape.ts';
import { moneyWork, stageWork } from './stage-work.ts';

type Phase =
  | 'draft'
  | 'awaiting-acceptance'
  | 'correcting'
  | 'not-accepted'
  | 'deemed-withdrawn'
  | 'reviewing'
  | 'not-recommended'
  | 'approving'
  | 'queued'
  | 'notice'
  | 'issuing'
  | 'paying'
  | 'part-paid'
  | 'paid'
  | 'tracking'
  | 'closed'
  | 'not-supported'
  | 'reconsidering'
  | 'maintained'
  | 'overturned'
  | 'withdrawn'
  | 'terminated'
  | 'recovering';

const work: On<Phase> = {
  ...stageWork<Phase>({
    failed: 'not-supported',
    rejected: 'not-supported',
    notRecommended: 'not-recommended',
    correcting: 'correcting',
  }),
  ...moneyWork<Phase>({ queued: 'queued', partPaid: 'part-paid', paid: 'paid' }),
};
const leave: On<Phase> = {
  withdraw: { to: 'withdrawn', guard: 'nothing-in-flight' },
  terminate: { to: 'terminated', guard: 'nothing-in-flight' },
};
const stages = { then: 'escalate', text: '环节逾期亮红并逐级提醒，不因沉默视为通过' } as const;
const bureau = { limit: '环节时限', side: 'bureau' } as const;

export const apply = {
  name: '申报',
  starts: [{ by: ['legal-person', 'agent', 'talent', 'window'], phase: 'draft' }],
  homes: {
    review: 'reviewing',
    approve: 'approving',
    notice: 'notice',
    money: { fund: 'issuing', pay: 'paying', partPay: 'part-paid', paid: 'paid', track: 'tracking' },
    done: 'closed',
    consent: null,
  },
  phases: {
    draft: {
      name: '草稿',
      owner: 'legal-person',
      clock: { none: '草稿由企业自定，提交只受申报窗口限制' },
      silence: { then: 'nothing', text: '草稿保留，不视为提交' },
      on: { submit: 'awaiting-acceptance', withdraw: 'withdrawn' },
    },
    'awaiting-acceptance': {
      name: '待受理',
      owner: 'window',
      clock: { limit: '受理期限', side: 'bureau' },
      silence: {
        then: 'escalate',
        text: '逾期未受理亮红并上报；条款写明逾期视为受理的，按该条款受理',
        cited: '@stage',
      },
      on: {
        accept: '@stage',
        'refuse-acceptance': 'not-accepted',
        'return-for-correction': 'correcting',
        withdraw: 'withdrawn',
      },
    },
    correcting: {
      name: '补正中',
      owner: 'legal-person',
      clock: { limit: '补正期限', side: 'firm' },
      silence: {
        then: 'move',
        to: 'deemed-withdrawn',
        guard: 'two-reminders',
        text: '提醒两次后仍未补正的，视为撤回，材料保留，窗口期内可以重新申报',
      },
      comesBack: true,
      on: { resubmit: '@back', withdraw: { to: 'withdrawn', guard: 'nothing-in-flight' } },
    },
    'not-accepted': {
      name: '不予受理',
      remedy: '可以按告知的理由补齐后在窗口期内重新申报；对不予受理有异议的，可以申请复核',
      on: { appeal: 'reconsidering' },
    },
    'deemed-withdrawn': { name: '视为撤回', remedy: '材料已保留，窗口期内可以重新申报', on: {} },
    reviewing: { name: '审查中', owner: 'handler', clock: bureau, silence: stages, on: { ...work, ...leave } },
    'not-recommended': {
      name: '不予推荐',
      owner: 'handler',
      clock: { limit: '市级复看期限', side: 'bureau' },
      silence: { then: 'escalate', text: '市级逾期未复看的亮红上报，县区意见不因此自动生效' },
      on: { overrule: '@next', reject: 'not-supported', withdraw: 'withdrawn' },
    },
    approving: { name: '审定', owner: 'director', clock: bureau, silence: stages, on: { ...work, ...leave } },
    queued: {
      name: '排队',
      owner: 'division-head',
      clock: { none: '已同意支持，等待预算，到账时间以预算下达为准' },
      silence: { then: 'nothing', text: '排队名次保留，不因等待失效' },
      on: { allocate: '@next', ...leave },
    },
    notice: {
      name: '公示',
      owner: 'handler',
      clock: { limit: '公示期', side: 'outside' },
      silence: { then: 'escalate', text: '公示期满无异议的，由经办人确认后继续，不自动付款' },
      on: { ...work, ...leave },
    },
    issuing: { name: '待下达', owner: 'division-head', clock: bureau, silence: stages, on: { ...work, ...leave } },
    paying: { name: '拨付中', owner: 'maker', clock: bureau, silence: stages, on: { ...work, ...leave } },
    'part-paid': {
      name: '部分拨付',
      owner: 'maker',
      clock: bureau,
      silence: stages,
      on: { ...work, 'stage-failed': 'recovering', reject: 'recovering', 'open-recovery': 'recovering' },
    },
    paid: {
      name: '已拨付',
      owner: 'handler',
      clock: { limit: '办结期限', side: 'bureau' },
      silence: { then: 'escalate', text: '已到账未办结的，提醒经办人' },
      on: {
        'start-tracking': { to: '@stage', guard: 'stages-left' },
        close: { to: 'closed', guard: 'stages-done' },
        'pay-result': work['pay-result'] ?? '@stay',
        'open-recovery': 'recovering',
      },
    },
    tracking: {
      name: '跟踪',
      owner: 'handler',
      clock: { limit: '验收或绩效期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未验收或者未评价的亮红上报，不视为合格' },
      on: {
        ...work,
        'stage-failed': 'recovering',
        reject: 'recovering',
        close: { to: 'closed', guard: 'stages-done' },
        'open-recovery': 'recovering',
      },
    },
    closed: {
      name: '办结',
      remedy: '对结果有异议的，可以申请更正；银行退汇的，更正账户后重新支付',
      on: {
        'pay-result': work['pay-result'] ?? '@stay',
        'open-recovery': { to: 'recovering', guard: 'something-paid' },
      },
    },
    'not-supported': { name: '不予支持', remedy: '可以在规定期限内申请复核', on: { appeal: 'reconsidering' } },
    reconsidering: {
      name: '复核',
      owner: 'division-head',
      clock: { limit: '复核期限', side: 'bureau' },
      silence: { then: 'escalate', text: '逾期未答复的亮红上报，不视为维持' },
      on: {
        'decide-appeal': { outcome: { upheld: 'maintained', changed: 'overturned' }, guard: 'appeal-open' },
        withdraw: 'withdrawn',
      },
    },
    maintained: { name: '维持', remedy: '可以依法申请行政复议或者提起行政诉讼', on: {} },
    overturned: {
      name: '改判',
      owner: 'handler',
      clock: { limit: '改判执行期限', side: 'bureau' },
      silence: { then: 'escalate', text: '改判后逾期未恢复办理的亮红上报' },
      on: { resume: '@stage', withdraw: 'withdrawn' },
    },
    withdrawn: { name: '撤回', remedy: '材料已保留，窗口期内可以重新申报', on: {} },
    terminated: { name: '终止', remedy: '对终止有异议的，可以申请复核', on: { appeal: 'reconsidering' } },
    recovering: {
      name: '追回',
      owner: 'handler',
      clock: { none: '由追回案件自己计时' },
      silence: { then: 'nothing', text: '追回案件办结后恢复' },
      comesBack: true,
      on: {
        // A failed acceptance leads here before anybody has opened the recovery.
        'open-recovery': '@stay',
        'close-recovery': { to: 'closed', guard: 'nothing-in-flight' },
        'pay-result': '@stay',
        'cancel-order': '@stay',
      },
    },
  },
} as const satisfies Procedure<Phase>;
