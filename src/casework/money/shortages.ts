// What a budget lacks for an event, line by line: a meeting that fixes a list has to see all of it at once.
import { codeOf, type AccountId } from '#casework/ledger/accounts.ts';
import { balanceOf, legsOfEvent, type Balances, type Entry } from '#casework/ledger/posting.ts';

export type Shortage = {
  /** 可用 of one budget line. */
  readonly account: AccountId;
  /** All in fen; `missing` > 0. */
  readonly available: bigint;
  readonly asked: bigint;
  readonly missing: bigint;
};

/** What an event takes from each budget line, fen. */
export const askedOf = (entries: readonly Entry[]): ReadonlyMap<AccountId, bigint> => {
  const found = legsOfEvent(entries);
  const asked = new Map<AccountId, bigint>();
  for (const { credit, amount } of found.ok ? found.legs : [])
    if (codeOf(credit) === 'F11') asked.set(credit, (asked.get(credit) ?? 0n) + amount);
  return asked;
};

/**
 * The budget lines that do not reach for an event.
 *
 * @param balances  what the lines hold; others are not looked at
 * @returns         one per line that is short, in the order of the entries; none when the budget suffices
 * @source money: what goes wrong, budget cut while a meeting runs
 */
export const shortagesOf = (balances: Balances, entries: readonly Entry[]): readonly Shortage[] =>
  [...askedOf(entries)].flatMap(([account, asked]) => {
    const available = balanceOf(balances, account);
    return asked > available ? [{ account, available, asked, missing: asked - available }] : [];
  });
