// What an action on a case posts in the ledger: one event under its business key, nothing, or why it cannot.
import type { Action, ActionOf } from '#casework/cases/actions.ts';
import type { ActionKind } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { step } from '#casework/cases/step.ts';
import type { Entry } from '#casework/ledger/posting.ts';
import { transferOf } from '#casework/ledger/transfers.ts';
import type { MoneyRefusal } from './money-refusals.ts';
import { moneyRows, type MoneyRows } from './money-rows.ts';
import { unusableName, type MoneyTerms } from './money-terms.ts';
import type { Entries } from './part-moves.ts';

export type MoneyEvent = { readonly key: string; readonly entries: readonly Entry[] };

export type Postings =
  | { readonly ok: true; readonly event: MoneyEvent | null }
  | { readonly ok: false; readonly refusal: MoneyRefusal };

const rows: MoneyRows = moneyRows;

const entriesFor = <K extends ActionKind>(
  before: CaseState,
  after: CaseState,
  action: ActionOf<K>,
  terms: MoneyTerms,
): Entries => rows[action.kind]?.({ before, after, action, terms }) ?? { ok: true, entries: [] };

/** What an order does, it does once: its number and the row name the event. Anything else is named by its action. */
const keyFor = (action: Action, entries: readonly Entry[]): string => {
  const [first, second] = entries;
  const order = second === undefined ? first?.keys.order : undefined;
  if (first === undefined || order === undefined) return `case/${action.case}/${action.id}`;
  return `order/${order}/${transferOf(first.transfer).id}`;
};

/**
 * The ledger's side of an action: the money of every part, from where the case said that it lay to where it lies then.
 *
 * @param before  the case before the action
 * @param terms   what the item's pack says about money
 * @returns       one event, all of whose transfers are of one row; `event` null where no money moves
 * @problem       see MoneyRefusal; whether the budget suffices is the ledger's to say
 * @source money: transfers; invariants I16 and I17
 */
export const postingsFor = (before: CaseState, action: Action, terms: MoneyTerms): Postings => {
  const stepped = step(before, action);
  if (!stepped.ok) return { ok: false, refusal: { code: 'case-refused', refusal: stepped } };
  const found = entriesFor(before, stepped.state, action, terms);
  if (!found.ok) return found;
  const { entries } = found;
  if (entries.length === 0) return { ok: true, event: null };
  const name = unusableName(before, [], terms);
  if (name !== null) return { ok: false, refusal: { code: 'name-unusable', name } };
  return { ok: true, event: { key: keyFor(action, entries), entries } };
};
