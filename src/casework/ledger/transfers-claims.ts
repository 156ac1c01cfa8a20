// What an invoice line can still carry: base per exclusion group and support over all groups, T40 to T45.
import type { LegRule, TransferTable } from './transfer.ts';

const ceilingLowered: LegRule = { debit: 'S10', credit: 'S11', takes: 'ceiling', optional: true };
const supportBack: LegRule = { debit: 'S11', credit: 'S12', takes: 'support', optional: true };

export const claimTransfers = {
  'T40-first': {
    id: 'T40',
    event: '发票行首次核验',
    guards: ['invoice'],
    legs: [
      { debit: 'K11', credit: 'K10', takes: 'base' },
      { debit: 'S11', credit: 'S10', takes: 'ceiling' },
    ],
  },
  'T40-group': {
    id: 'T40',
    event: '发票行首次用于另一互斥组',
    guards: ['invoice'],
    legs: [{ debit: 'K11', credit: 'K10', takes: 'base' }],
  },
  T41: { id: 'T41', event: '受理占用', guards: [], legs: [{ debit: 'K12', credit: 'K11', takes: 'base' }] },
  T42: {
    id: 'T42',
    event: '审定支出和支持额',
    guards: ['awardShared'],
    legs: [
      { debit: 'K13', credit: 'K12', takes: 'base' },
      { debit: 'K11', credit: 'K12', takes: 'rest', optional: true },
      { debit: 'S12', credit: 'S11', takes: 'support', optional: true },
    ],
  },
  T43: { id: 'T43', event: '不予支持或撤回', guards: [], legs: [{ debit: 'K11', credit: 'K12', takes: 'base' }] },
  'T44-free': {
    id: 'T44',
    event: '红冲或不予认可，未占用部分',
    guards: ['proof'],
    legs: [{ debit: 'K14', credit: 'K11', takes: 'base' }],
  },
  'T44-held': {
    id: 'T44',
    event: '红冲或不予认可，审核占用部分',
    guards: ['proof'],
    legs: [{ debit: 'K14', credit: 'K12', takes: 'base' }],
  },
  'T44-used': {
    id: 'T44',
    event: '红冲或不予认可，已用部分，启动追回',
    guards: ['proof'],
    legs: [{ debit: 'K14', credit: 'K13', takes: 'base' }],
  },
  'T44-ceiling': {
    id: 'T44',
    event: '支持上限同比例下调',
    guards: ['proof'],
    legs: [{ debit: 'S10', credit: 'S11', takes: 'ceiling' }],
  },
  'T45-free': {
    id: 'T45',
    event: '追回完成，支出恢复可用',
    guards: ['document'],
    legs: [{ debit: 'K11', credit: 'K13', takes: 'base' }, supportBack],
  },
  'T45-void': {
    id: 'T45',
    event: '追回完成，支出作废',
    guards: ['document'],
    // The base may be void since T44 already; then only the support comes back.
    legs: [{ debit: 'K14', credit: 'K13', takes: 'base', optional: true }, supportBack, ceilingLowered],
  },
} as const satisfies TransferTable;
