// The whole transfer table, and which transfers one event may post together.
import { accounts, type Book } from './accounts.ts';
import type { Transfer } from './transfer.ts';
import { budgetTransfers } from './transfers-budget.ts';
import { claimTransfers } from './transfers-claims.ts';
import { monthTransfers } from './transfers-months.ts';
import { paymentTransfers } from './transfers-payment.ts';
import { poolTransfers } from './transfers-pool.ts';
import { recoveryTransfers } from './transfers-recovery.ts';

/** Every transfer by name: the row of the table, and after a dash the alternative. @source money: transfers */
export const transfers = {
  ...budgetTransfers,
  ...paymentTransfers,
  ...recoveryTransfers,
  ...claimTransfers,
  ...monthTransfers,
  ...poolTransfers,
};

export type TransferName = keyof typeof transfers;

const isTransferName = (text: string): text is TransferName => Object.hasOwn(transfers, text);

/** All names, in the order of the table. */
export const transferNames: readonly TransferName[] = Object.keys(transfers).filter(isTransferName).toSorted();

export const transferOf = (name: TransferName): Transfer => transfers[name];

/**
 * Sets of rows that one event posts together. A posting holds transfers of one row (a list of parts, the lines of an
 * award), or of one of these sets: capital arrives in the pool as the payment succeeds; a month is paid or returned
 * with its money; a recovery is shared over what is still carried and what was written off.
 */
const postedTogether: readonly (readonly Transfer['id'][])[] = [
  ['T13', 'T60'],
  ['T13', 'T53'],
  ['T15', 'T54'],
  ['T17', 'T54'],
  ['T69', 'T70'],
];

/** Whether one event may post transfers of these rows in one posting. */
export const mayPostTogether = (ids: readonly Transfer['id'][]): boolean => {
  const rows = [...new Set(ids)];
  return rows.length <= 1 || postedTogether.some((set) => rows.every((row) => set.includes(row)));
};

/** The books that a transfer touches: one, or several where the table says that they are posted together. */
export const booksOf = (name: TransferName): readonly Book[] => [
  ...new Set(transferOf(name).legs.flatMap(({ debit, credit }) => [accounts[debit].book, accounts[credit].book])),
];
