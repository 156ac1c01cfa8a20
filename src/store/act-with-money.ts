// An action on a case and its money in one transaction: the entry of the log is the cause of the posting, and a refusal of
// either side leaves nothing of both.
import type { Action } from '#casework/cases/actions.ts';
import { fold } from '#casework/cases/fold.ts';
import type { ActionKind } from '#casework/cases/payloads.ts';
import type { AccountId } from '#casework/ledger/accounts.ts';
import type { Balances, Entry } from '#casework/ledger/posting.ts';
import { moneyRefusals, type MoneyRefusal } from '#casework/money/money-refusals.ts';
import { moneyRows } from '#casework/money/money-rows.ts';
import type { MoneyTerms } from '#casework/money/money-terms.ts';
import { postingsFor, type MoneyEvent } from '#casework/money/postings-for.ts';
import { askedOf, shortagesOf } from '#casework/money/shortages.ts';
import type { StoreActor } from './actor.ts';
import { act, readActions, type Acted, type NewAction } from './cases.ts';
import { postEvent } from './ledger.ts';
import type { Tx } from './open.ts';

/** The money cannot follow the action. Ends the transaction, so that nothing of the action is left. */
export class MoneyRefused extends Error {
  readonly refusal: MoneyRefusal;
  constructor(refusal: MoneyRefusal) {
    super(moneyRefusals[refusal.code]);
    this.name = 'MoneyRefused';
    this.refusal = refusal;
  }
}

/** What the pack says; the tenant is the actor's, and the principal of a recovery stands in the case's own log. */
export type PackTerms = Omit<MoneyTerms, 'tenant' | 'principalFen'>;

export type ActedWithMoney = Acted & {
  /** What was posted, under its business key; null where the action moves no money. */
  readonly event: MoneyEvent | null;
};

const principalOf = (actions: readonly Action[]): bigint | null => {
  const decision = actions.findLast(({ kind }) => kind === 'decide-recovery');
  return decision?.kind === 'decide-recovery' ? decision.payload.principalFen : null;
};

const heldBy = async (tx: Tx, accounts: readonly AccountId[]): Promise<Balances> => {
  if (accounts.length === 0) return new Map();
  const rows = await tx.selectFrom('balance').select(['account', 'amount']).where('account', 'in', accounts).execute();
  return new Map(rows.map(({ account, amount }) => [account as AccountId, amount] as const)); // some of those asked for
};

/** Asked before posting, so that a meeting sees every line that is short; whoever comes between is refused by the ledger. */
const refuseShort = async (tx: Tx, entries: readonly Entry[]): Promise<void> => {
  const lines = shortagesOf(await heldBy(tx, [...askedOf(entries).keys()]), entries);
  if (lines.length > 0) throw new MoneyRefused({ code: 'budget-short', lines });
};

const eventOf = (id: string, actions: readonly Action[], terms: MoneyTerms): MoneyEvent | null => {
  const last = actions.at(-1);
  // Money would silently stay where it is if whoever acted could not see the case any more.
  if (last?.id !== id) throw new Error(`the case does not end with the action ${id} that was just done`);
  const before = fold(actions.slice(0, -1));
  if (!before.ok) throw new Error(`case ${last.case} does not stand at action ${before.index}: ${before.code}`);
  const posted = postingsFor(before.state, last, terms);
  if (!posted.ok) throw new MoneyRefused(posted.refusal);
  return posted.event;
};

/**
 * Does one action on a case and posts what it does to the money, with the action's entry of the log as the cause (I17).
 *
 * @param pack  what the pack of the case's item says about money
 * @throws CaseRefused, CaseUnknown, MoneyRefused, LedgerRefused, StoreError: nothing of the action is left
 */
export const actWithMoney = async <K extends ActionKind>(
  tx: Tx,
  actor: StoreActor,
  given: NewAction<K>,
  pack: PackTerms,
): Promise<ActedWithMoney> => {
  // It locks the case first: what is read afterwards is what the action was allowed on.
  const acted = await act(tx, actor, given);
  if (moneyRows[given.kind] === null) return { ...acted, event: null };
  const actions = await readActions(tx, given.case);
  const event = eventOf(given.id, actions, { ...pack, tenant: actor.tenant, principalFen: principalOf(actions) });
  if (event === null) return { ...acted, event };
  await refuseShort(tx, event.entries);
  const { chain, seq } = acted.entry;
  await postEvent(tx, actor, { ...event, cause: { chain, seq } });
  return { ...acted, event };
};
