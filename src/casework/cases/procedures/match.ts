// 对接: a firm's intent, shown with consent to partners who may answer. Each partner's standing is in partner-answers.ts.
import type { Procedure } from './shape.ts';

type Phase = 'intent' | 'published' | 'deal-confirming' | 'done' | 'failed' | 'rated' | 'withdrawn' | 'expired';

const rating = { outcome: { good: 'rated', bad: 'rated' } } as const;

export const match = {
  name: '对接',
  starts: [{ by: ['legal-person', 'agent', 'talent'], phase: 'intent' }],
  homes: null,
  phases: {
    intent: {
      name: '意向与同意书',
      owner: 'legal-person',
      clock: { none: '意向由企业自定，签署同意书前谁也看不到' },
      silence: { then: 'nothing', text: '意向保留，不视为同意' },
      on: { consent: '@stay', publish: { to: 'published', guard: 'consent-in-force' }, withdraw: 'withdrawn' },
    },
    published: {
      name: '已发布',
      owner: 'partner',
      clock: { limit: '机构答复期限', side: 'outside' },
      silence: { then: 'move', to: 'expired', text: '逾期的机构轮到下一家；意向到期的撤下，可以重开' },
      on: {
        consent: '@stay',
        answer: '@stay',
        'give-materials': '@stay',
        'strike-deal': 'deal-confirming',
        'no-deal': 'failed',
        withdraw: 'withdrawn',
      },
    },
    'deal-confirming': {
      name: '成交待双方确认',
      owner: 'partner',
      clock: { limit: '成交确认期限', side: 'outside' },
      silence: { then: 'move', to: 'failed', text: '逾期未由双方确认并附凭证的，不算成交' },
      on: {
        'confirm-deal': { outcome: { 'one-side': '@stay', 'both-sides': 'done' } },
        'no-deal': 'failed',
        withdraw: 'withdrawn',
      },
    },
    done: { name: '成交', remedy: '可以评价合作机构；有纠纷的，可以重开对接', on: { rate: rating, reopen: 'intent' } },
    failed: { name: '未成', remedy: '已记录原因；可以评价，也可以重开对接', on: { rate: rating, reopen: 'intent' } },
    rated: { name: '已评价', remedy: '评价已记录，可以重开对接', on: { reopen: 'intent' } },
    withdrawn: { name: '撤回', remedy: '授权已同时终止；可以重开对接', on: { reopen: 'intent' } },
    expired: { name: '到期', remedy: '授权已同时终止；可以重开对接', on: { reopen: 'intent' } },
  },
} as const satisfies Procedure<Phase>;
