// From the order to the money in the account: T11 to T20, between treasuries T21 to T23.
import type { LegRule, TransferTable } from './transfer.ts';

const district = {
  fund: 'districtFund',
  year: 'districtYear',
  funder: 'districtFunder',
  budgetLine: 'districtLine',
} as const;
const districtGains: LegRule = { debit: 'F11', credit: 'F10', debitBy: district, creditBy: district };
const districtGivesBack: LegRule = { debit: 'F10', credit: 'F11', debitBy: district, creditBy: district };

/** A bounce after the year has closed: the year's authority is gone, the part waits for the next one. */
const lapsed: LegRule = { debit: 'F70', credit: 'F41' };
const requeued: LegRule = { debit: 'N20', credit: 'N90' };

export const paymentTransfers = {
  T11: {
    id: 'T11',
    event: '签发支付指令',
    guards: ['fourEyes', 'account', 'credit', 'noHold', 'noLiveOrder'],
    legs: [{ debit: 'F40', credit: 'F30' }],
  },
  T12: { id: 'T12', event: '发出前撤销指令', guards: ['notSent'], legs: [{ debit: 'F30', credit: 'F40' }] },
  T13: {
    id: 'T13',
    event: '支付成功',
    guards: ['matched'],
    legs: [{ debit: 'F50', credit: 'F40' }],
    closedYear: 'taken',
  },
  'T13-pending': {
    id: 'T13',
    event: '首期支付成功，待验收',
    guards: ['matched'],
    legs: [{ debit: 'F51', credit: 'F40' }],
    closedYear: 'taken',
  },
  'T13-advance': {
    id: 'T13',
    event: '贴息资金预拨银行成功',
    guards: ['matched'],
    legs: [{ debit: 'F55', credit: 'F40' }],
    closedYear: 'taken',
  },
  T14: {
    id: 'T14',
    event: '支付失败',
    guards: ['proof'],
    legs: [{ debit: 'F41', credit: 'F40' }],
    closedYear: 'taken',
  },
  T15: { id: 'T15', event: '当年退票', guards: ['proof', 'sameYear'], legs: [{ debit: 'F41', credit: 'F50' }] },
  'T15-pending': {
    id: 'T15',
    event: '首期当年退票',
    guards: ['proof', 'sameYear'],
    legs: [{ debit: 'F41', credit: 'F51' }],
  },
  T16: { id: 'T16', event: '准备重新支付', guards: ['corrected'], legs: [{ debit: 'F30', credit: 'F41' }] },
  T17: {
    id: 'T17',
    event: '跨年退票，项目排队',
    guards: ['proof', 'yearClosed'],
    legs: [{ debit: 'F41', credit: 'F50' }, lapsed, requeued],
    closedYear: 'taken',
  },
  'T17-pending': {
    id: 'T17',
    event: '首期跨年退票，项目排队',
    guards: ['proof', 'yearClosed'],
    legs: [{ debit: 'F41', credit: 'F51' }, lapsed, requeued],
    closedYear: 'taken',
  },
  // The money came back in its own year but was not paid again before the year closed.
  'T17-returned': {
    id: 'T17',
    event: '退回款跨年收回，项目排队',
    guards: ['yearClosed'],
    legs: [lapsed, requeued],
    closedYear: 'taken',
  },
  T18: {
    id: 'T18',
    event: '验收通过',
    guards: ['accepted'],
    legs: [{ debit: 'F50', credit: 'F51' }],
    // An acceptance is a result; it moves no money and often falls into the next year.
    closedYear: 'taken',
  },
  T19: { id: 'T19', event: '结算贴息', guards: ['settled'], legs: [{ debit: 'F50', credit: 'F55' }] },
  T20: {
    id: 'T20',
    event: '当年退回预拨',
    guards: ['proof', 'sameYear'],
    legs: [{ debit: 'F11', credit: 'F55' }],
  },
  'T20-later': {
    id: 'T20',
    event: '跨年退回预拨',
    guards: ['proof', 'yearClosed'],
    legs: [{ debit: 'F70', credit: 'F55' }],
    closedYear: 'taken',
  },
  'T21-committed': {
    id: 'T21',
    event: '承诺资金下达下级财政',
    guards: ['pair', 'document'],
    legs: [{ debit: 'F60', credit: 'F30' }, districtGains],
  },
  'T21-available': {
    id: 'T21',
    event: '可用资金下达下级财政',
    guards: ['pair', 'document'],
    legs: [{ debit: 'F60', credit: 'F11' }, districtGains],
  },
  T22: {
    id: 'T22',
    event: '下级财政退回额度',
    guards: ['pair', 'document'],
    legs: [districtGivesBack, { debit: 'F11', credit: 'F60' }],
  },
  'T23-advance': { id: 'T23', event: '市级垫付区级份额', guards: ['sharing'], legs: [{ debit: 'X10', credit: 'X11' }] },
  'T23-settle': { id: 'T23', event: '年终结算垫付', guards: ['document'], legs: [{ debit: 'X12', credit: 'X10' }] },
} as const satisfies TransferTable;
