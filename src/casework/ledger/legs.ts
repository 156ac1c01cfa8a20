// From a transfer of the table to legs between named accounts: which key value fills which account.
import { accountId, codeOf, keyOf, valuesOf, type AccountCode, type AccountId } from './accounts.ts';
import type { AmountName, KeyName, LegRule } from './transfer.ts';
import { transferOf, type TransferName } from './transfers.ts';

export type Keys = Readonly<Partial<Record<KeyName, string>>>;

/** In the units of the books that the legs lie in. */
export type Amounts = Readonly<Partial<Record<AmountName, bigint>>>;

/** One leg: debit one account, credit one account. */
export type Leg = {
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly amount: bigint;
  /** Which of the event's amounts it is. */
  readonly takes: AmountName;
};

export type LegsRefusal =
  | { readonly code: 'missing-key'; readonly transfer: TransferName; readonly key: KeyName }
  | { readonly code: 'missing-amount'; readonly transfer: TransferName; readonly amount: AmountName };

type Named = { readonly values: readonly string[] } | { readonly missing: KeyName };

const valuesFor = (code: AccountCode, by: LegRule['debitBy'], fixed: LegRule['fixed'], keys: Keys): Named => {
  const values: string[] = [];
  for (const part of keyOf(code)) {
    const name = by?.[part] ?? part;
    const value = fixed?.[part] ?? keys[name];
    if (value === undefined || value === '') return { missing: name };
    values.push(value);
  }
  return { values };
};

/**
 * The legs of a transfer for these keys and amounts. An optional leg whose amount is not given is left out.
 *
 * @problem missing-key     an account of a leg needs a key value that is not given or empty
 * @problem missing-amount  a leg that is not optional has no amount
 */
export const legsOf = (
  transfer: TransferName,
  keys: Keys,
  amounts: Amounts,
): { readonly ok: true; readonly legs: readonly Leg[] } | { readonly ok: false; readonly refusal: LegsRefusal } => {
  const legs: Leg[] = [];
  for (const rule of transferOf(transfer).legs) {
    const takes = rule.takes ?? 'amount';
    const amount = amounts[takes];
    if (amount === undefined && rule.optional === true) continue;
    if (amount === undefined) return { ok: false, refusal: { code: 'missing-amount', transfer, amount: takes } };
    const debit = valuesFor(rule.debit, rule.debitBy, rule.fixed, keys);
    const credit = valuesFor(rule.credit, rule.creditBy, rule.fixed, keys);
    if ('missing' in debit) return { ok: false, refusal: { code: 'missing-key', transfer, key: debit.missing } };
    if ('missing' in credit) return { ok: false, refusal: { code: 'missing-key', transfer, key: credit.missing } };
    legs.push({
      debit: accountId(rule.debit, debit.values),
      credit: accountId(rule.credit, credit.values),
      amount,
      takes,
    });
  }
  return { ok: true, legs };
};

/**
 * The account of this code for these keys.
 *
 * @throws RangeError when a key value is missing: whoever asks for an account knows its key
 */
export const accountOf = (code: AccountCode, keys: Keys): AccountId => {
  const named = valuesFor(code, undefined, undefined, keys);
  if ('missing' in named) throw new RangeError(`account ${code} needs the key ${named.missing}`);
  return accountId(code, named.values);
};

/** Whether an account's key has these values; a part that the account is not kept per does not fit. */
export const hasKeys = (id: AccountId, keys: Keys): boolean => {
  const parts = keyOf(codeOf(id));
  const values = valuesOf(id);
  return Object.entries(keys).every(([name, value]) => values[parts.findIndex((part) => part === name)] === value);
};
