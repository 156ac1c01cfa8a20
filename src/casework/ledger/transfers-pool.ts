// The risk pool: its cash and the principal it stands for, T60 to T71.
import type { TransferTable } from './transfer.ts';

export const poolTransfers = {
  T60: { id: 'T60', event: '注入资本', guards: ['matched'], legs: [{ debit: 'P10', credit: 'P20' }] },
  T61: {
    id: 'T61',
    event: '并入原风险池',
    guards: ['signed'],
    legs: [
      { debit: 'P10', credit: 'P20', takes: 'cash', optional: true },
      { debit: 'P12', credit: 'P20', takes: 'recoverable', optional: true },
    ],
  },
  T62: { id: 'T62', event: '贷款入池登记', guards: ['window'], legs: [{ debit: 'Q11', credit: 'Q10' }] },
  'T63-repaid': { id: 'T63', event: '归还本金', guards: ['proof'], legs: [{ debit: 'Q12', credit: 'Q11' }] },
  'T63-expired': { id: 'T63', event: '到期解除', guards: ['reason'], legs: [{ debit: 'Q14', credit: 'Q11' }] },
  T64: { id: 'T64', event: '银行申请代偿', guards: ['evidence'], legs: [{ debit: 'Q13', credit: 'Q11' }] },
  'T65-own': {
    id: 'T65',
    event: '批准代偿，资金池份额',
    guards: ['frozenShares', 'caps'],
    legs: [{ debit: 'P12', credit: 'P22' }],
  },
  'T65-other': {
    id: 'T65',
    event: '批准代偿，代垫其他方份额',
    guards: ['frozenShares', 'caps'],
    legs: [{ debit: 'P11', credit: 'P22' }],
  },
  'T66-released': {
    id: 'T66',
    event: '签发代偿指令',
    guards: ['fourEyes', 'account', 'noHold', 'noLiveOrder'],
    legs: [{ debit: 'P13', credit: 'P10' }],
  },
  'T66-success': { id: 'T66', event: '代偿支付成功', guards: ['matched'], legs: [{ debit: 'P22', credit: 'P13' }] },
  'T66-failed': { id: 'T66', event: '代偿支付失败', guards: ['proof'], legs: [{ debit: 'P10', credit: 'P13' }] },
  T67: { id: 'T67', event: '其他方归还代垫', guards: ['bankLine'], legs: [{ debit: 'P10', credit: 'P11' }] },
  T68: { id: 'T68', event: '收到银行追偿款', guards: ['bankLine'], legs: [{ debit: 'P10', credit: 'P23' }] },
  'T69-pool': {
    id: 'T69',
    event: '分配追偿款，资金池份额',
    guards: ['frozenShares'],
    legs: [{ debit: 'P23', credit: 'P12' }],
  },
  'T69-party': {
    id: 'T69',
    event: '分配追偿款，费用和其他方份额',
    guards: ['frozenShares'],
    legs: [{ debit: 'P23', credit: 'P22' }],
  },
  'T70-loss': { id: 'T70', event: '核销代偿损失', guards: ['legalEnd'], legs: [{ debit: 'P14', credit: 'P12' }] },
  'T70-later': {
    id: 'T70',
    event: '核销后又追回',
    guards: ['frozenShares'],
    legs: [{ debit: 'P23', credit: 'P14' }],
  },
  'T71-interest': { id: 'T71', event: '存款利息', guards: ['bankLine'], legs: [{ debit: 'P10', credit: 'P21' }] },
  'T71-fee': { id: 'T71', event: '支付费用', guards: ['document'], legs: [{ debit: 'P15', credit: 'P10' }] },
  'T71-capital': { id: 'T71', event: '退还资本', guards: ['approval'], legs: [{ debit: 'P20', credit: 'P10' }] },
} as const satisfies TransferTable;
