// 追回: opened from a paid case when money has to come back.
import type { On, Procedure } from './shape.ts';

type Phase =
  | 'lead'
  | 'verifying'
  | 'hearing'
  | 'decided'
  | 'urged'
  | 'part-collected'
  | 'collected'
  | 'enforcement'
  | 'subject-changed'
  | 'written-off'
  | 'cancelled'
  | 'dismissed';

const debt: On<Phase> = {
  collect: { outcome: { part: 'part-collected', full: 'collected' } },
  'cancel-decision': 'cancelled',
  'subject-changed': 'subject-changed',
};
const escalate = (text: string) => ({ then: 'escalate', text }) as const;

export const recover = {
  name: '追回',
  starts: [{ by: ['handler', 'division-head'], phase: 'lead' }],
  homes: null,
  phases: {
    lead: {
      name: '线索',
      owner: 'handler',
      clock: { limit: '线索处置期限', side: 'bureau' },
      silence: escalate('线索逾期未处置的亮红上报'),
      on: { 'start-work': 'verifying' },
    },
    verifying: {
      name: '核查',
      owner: 'handler',
      clock: { limit: '核查期限', side: 'bureau' },
      silence: escalate('逾期未核查完成的亮红上报，不视为查实'),
      on: { find: { outcome: { founded: 'hearing', unfounded: 'dismissed' } } },
    },
    hearing: {
      name: '告知、听取意见',
      owner: 'handler',
      clock: { limit: '陈述申辩期限', side: 'outside' },
      silence: escalate('期满未陈述的记录在案，仍须由经办人作出决定'),
      on: {
        'serve-hearing': '@stay',
        'decide-recovery': { to: 'decided', guard: 'hearing-served' },
        'cancel-decision': 'cancelled',
      },
    },
    decided: {
      name: '决定',
      owner: 'legal-person',
      clock: { limit: '缴回期限', side: 'firm' },
      silence: escalate('逾期未缴回的，由经办人催告'),
      on: { ...debt, urge: 'urged' },
    },
    urged: {
      name: '催告',
      owner: 'legal-person',
      clock: { limit: '催告期限', side: 'firm' },
      silence: escalate('催告后仍未缴回的，由经办人依法申请强制执行'),
      on: { ...debt, urge: '@stay', 'seek-enforcement': 'enforcement' },
    },
    'part-collected': {
      name: '部分收回',
      owner: 'legal-person',
      clock: { limit: '分期缴回期限', side: 'firm' },
      silence: escalate('分期逾期的，由经办人催告'),
      on: { ...debt, urge: 'urged', 'seek-enforcement': 'enforcement' },
    },
    collected: { name: '收清', remedy: '对追回决定有异议的，可以依法申请行政复议或者提起行政诉讼', on: {} },
    enforcement: {
      name: '申请强制执行',
      owner: 'handler',
      clock: { none: '以人民法院的执行程序为准' },
      silence: { then: 'nothing', text: '执行期间不因等待而核销' },
      on: { ...debt, 'write-off': 'written-off' },
    },
    'subject-changed': {
      name: '主体变更',
      owner: 'handler',
      clock: { limit: '承继主体核实期限', side: 'bureau' },
      silence: escalate('逾期未查明承继主体的亮红上报'),
      comesBack: true,
      on: { resume: '@back', 'write-off': 'written-off' },
    },
    'written-off': { name: '终结核销', remedy: '核销留存证据；发现可供执行的财产后，另行追回', on: {} },
    cancelled: { name: '撤销决定', remedy: '已收回的款项退还；对处理有异议的，可以申请更正', on: {} },
    // The way out of a lead that proves groundless: nothing was decided, so there is no decision to cancel.
    dismissed: { name: '不予追回', remedy: '线索不成立，已告知当事人；对处理有异议的，可以申请更正', on: {} },
  },
} as const satisfies Procedure<Phase>;
