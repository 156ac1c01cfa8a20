// From the budget to the funding document: T01 to T10, and the year's end, T31 and T32.
import type { LegRule, TransferTable } from './transfer.ts';

/** Who asked and now has a reserve no longer stands in the demand. */
const asked: LegRule = { debit: 'N90', credit: 'N10', takes: 'demand', optional: true };
const queued: LegRule = { debit: 'N90', credit: 'N20', takes: 'demand' };
/** What the year's end takes from a part queues for new authority. */
const requeued: LegRule = { debit: 'N20', credit: 'N90' };

const toNextYear = { year: 'nextYear' } as const;

export const budgetTransfers = {
  T01: { id: 'T01', event: '下达、追加预算', guards: ['document'], legs: [{ debit: 'F11', credit: 'F10' }] },
  T02: { id: 'T02', event: '核减预算', guards: ['document'], legs: [{ debit: 'F10', credit: 'F11' }] },
  T03: {
    id: 'T03',
    event: '同一资金内调剂',
    guards: ['document'],
    legs: [{ debit: 'F11', credit: 'F11', debitBy: { budgetLine: 'toBudgetLine' } }],
  },
  'T04-freeze': { id: 'T04', event: '冻结', guards: ['document'], legs: [{ debit: 'F12', credit: 'F11' }] },
  'T04-thaw': { id: 'T04', event: '解冻', guards: ['document'], legs: [{ debit: 'F11', credit: 'F12' }] },
  T05: { id: 'T05', event: '受理', guards: [], legs: [{ debit: 'N10', credit: 'N90' }] },
  T06: {
    id: 'T06',
    event: '审定，预算不足，进入排队',
    guards: ['queue'],
    legs: [{ debit: 'N20', credit: 'N90' }, asked],
  },
  'T07-asked': {
    id: 'T07',
    event: '名单确定，预留资金',
    guards: ['meeting', 'screened'],
    legs: [{ debit: 'F20', credit: 'F11' }, asked],
  },
  'T07-queued': {
    id: 'T07',
    event: '排队项目得到资金，预留',
    guards: ['meeting', 'screened'],
    legs: [{ debit: 'F20', credit: 'F11' }, queued],
  },
  T08: { id: 'T08', event: '下达前退出名单', guards: ['reason'], legs: [{ debit: 'F11', credit: 'F20' }] },
  T09: {
    id: 'T09',
    event: '资金下达文件',
    guards: ['noticeOver', 'noHold', 'document'],
    legs: [{ debit: 'F30', credit: 'F20' }],
  },
  T10: {
    id: 'T10',
    event: '下达后收回、放弃或信用不合格',
    guards: ['reason'],
    legs: [{ debit: 'F11', credit: 'F30' }],
  },
  T31: {
    id: 'T31',
    event: '结转下年',
    guards: ['approval'],
    legs: [
      { debit: 'F71', credit: 'F30' },
      { debit: 'F30', credit: 'F10', debitBy: toNextYear, creditBy: toNextYear },
    ],
  },
  'T32-available': { id: 'T32', event: '年终收回可用', guards: ['document'], legs: [{ debit: 'F70', credit: 'F11' }] },
  'T32-frozen': { id: 'T32', event: '年终收回冻结', guards: ['document'], legs: [{ debit: 'F70', credit: 'F12' }] },
  'T32-reserved': {
    id: 'T32',
    event: '年终收回预留，项目排队',
    guards: ['document'],
    legs: [{ debit: 'F70', credit: 'F20' }, requeued],
  },
  'T32-committed': {
    id: 'T32',
    event: '年终收回承诺，项目排队',
    guards: ['document'],
    legs: [{ debit: 'F70', credit: 'F30' }, requeued],
  },
} as const satisfies TransferTable;
