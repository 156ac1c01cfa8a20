// Money that comes back by decision: T24 to T30. Interest is never the fund's again (I15): T26 fixes its kind.
import type { LegRule, TransferTable } from './transfer.ts';

const principalDisposed: LegRule = { debit: 'R20', credit: 'R11', fixed: { kind: 'principal' } };

export const recoveryTransfers = {
  T24: { id: 'T24', event: '作出追回决定', guards: ['heard'], legs: [{ debit: 'R10', credit: 'R20' }] },
  T25: { id: 'T25', event: '追回款到账', guards: ['bankLine'], legs: [{ debit: 'R11', credit: 'R10' }] },
  T26: {
    id: 'T26',
    event: '当年本金恢复可用',
    guards: ['sameYear'],
    legs: [principalDisposed, { debit: 'F11', credit: 'F50' }],
  },
  'T26-pending': {
    id: 'T26',
    event: '当年首期本金恢复可用',
    guards: ['sameYear'],
    legs: [principalDisposed, { debit: 'F11', credit: 'F51' }],
  },
  T27: { id: 'T27', event: '追回款缴库', guards: ['document'], legs: [{ debit: 'R12', credit: 'R11' }] },
  T28: { id: 'T28', event: '核销', guards: ['legalEnd'], legs: [{ debit: 'R13', credit: 'R10' }] },
  'T29-due': { id: 'T29', event: '撤销决定，未收', guards: ['document'], legs: [{ debit: 'R20', credit: 'R10' }] },
  'T29-received': {
    id: 'T29',
    event: '撤销决定，已收退还',
    guards: ['document', 'fourEyes'],
    legs: [{ debit: 'R20', credit: 'R11' }],
  },
  'T29-remitted': {
    id: 'T29',
    event: '撤销决定，已缴库退库',
    guards: ['document', 'approval'],
    legs: [{ debit: 'R20', credit: 'R12' }],
  },
  T30: {
    id: 'T30',
    event: '以应付款抵扣追回款',
    guards: ['consent'],
    legs: [
      { debit: 'F50', credit: 'F30' },
      { debit: 'R11', credit: 'R10' },
    ],
  },
} as const satisfies TransferTable;
