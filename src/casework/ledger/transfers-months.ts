// Months of a personal allowance: T50 to T56. One unit is one month.
import type { TransferTable } from './transfer.ts';

export const monthTransfers = {
  T50: { id: 'T50', event: '核定应享月数', guards: ['document'], legs: [{ debit: 'M11', credit: 'M10' }] },
  T51: { id: 'T51', event: '扣除他处已享月数', guards: ['document'], legs: [{ debit: 'M12', credit: 'M11' }] },
  T52: { id: 'T52', event: '列入当月发放', guards: ['runMonth'], legs: [{ debit: 'M13', credit: 'M11' }] },
  T53: { id: 'T53', event: '当月补贴已发', guards: ['matched'], legs: [{ debit: 'M14', credit: 'M13' }] },
  T54: { id: 'T54', event: '当月补贴退回', guards: ['proof'], legs: [{ debit: 'M13', credit: 'M14' }] },
  T55: { id: 'T55', event: '月数失效', guards: ['reason'], legs: [{ debit: 'M15', credit: 'M11' }] },
  T56: { id: 'T56', event: '延长应享月数', guards: ['document'], legs: [{ debit: 'M11', credit: 'M10' }] },
} as const satisfies TransferTable;
