// From where a part's money lay before an action to where it lies after it: the transfers between the two.
import type { PartPlan } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import type { Entry } from '#casework/ledger/posting.ts';
import { transfersFor } from '#casework/ledger/result-transfers.ts';
import { transferOf, type TransferName } from '#casework/ledger/transfers.ts';
import type { MoneyRefusal } from './money-refusals.ts';
import { keysOf, numberOf, unusableName, type MoneyTerms } from './money-terms.ts';
import { partsOf, placeOf, type At, type Place } from './places.ts';

/** Where an action of a person takes money. What the bank says goes by `transfersFor`. */
const moves = {
  none: { reserved: 'T07-asked' },
  reserved: { none: 'T08', committed: 'T09' },
  committed: { none: 'T10', 'in-flight': 'T11' },
  'in-flight': {},
  returned: { committed: 'T16' },
  pending: { paid: 'T18' },
  paid: {},
} as const satisfies { readonly [A in At]: { readonly [B in At]?: TransferName } };

const nothingOut: Place = { at: 'none', order: null };

const isPaidPlace = ({ at }: Place): boolean => at === 'paid' || at === 'pending';

/** The transfer that the bank's word makes; null where the bank has said nothing. */
const resultTransfer = (from: Place, to: Place, isLater: boolean): TransferName | null => {
  const status = to.order?.status;
  if (status !== 'success' && status !== 'failed' && status !== 'bounced') return null;
  const as = from.at === 'pending' || to.at === 'pending' ? 'pending' : 'final';
  const made = transfersFor(isPaidPlace(from) ? 'success' : 'in-flight', status, as, isLater);
  // A failure after its year has a second posting, the lapse: an action has one, and the close of the year posts the other.
  return made.ok ? (made.transfers[0] ?? null) : null;
};

const transferBetween = (from: Place, to: Place, isLater: boolean): TransferName => {
  const row: { readonly [B in At]?: TransferName } = moves[from.at];
  const found = row[to.at] ?? resultTransfer(from, to, isLater);
  if (found === null) throw new Error(`no transfer takes money from ${from.at} to ${to.at}`);
  return found;
};

/** A part that was planned otherwise is another part, whatever its name. */
const identity = ({ part, funder, year, amountFen, instalment }: PartPlan): string =>
  [part, funder, year, amountFen, instalment].join('\n');

type PartMove = { readonly part: PartPlan; readonly from: Place; readonly to: Place };

const movesBetween = (before: CaseState, after: CaseState, terms: MoneyTerms): readonly PartMove[] => {
  const [old, now] = [partsOf(before, terms), partsOf(after, terms)].map(
    (parts) => new Map(parts.map((part) => [identity(part), part])),
  );
  return [...new Map([...(old ?? []), ...(now ?? [])])].flatMap(([id, part]) => {
    const from = old?.has(id) === true ? placeOf(before, part) : nothingOut;
    const to = now?.has(id) === true ? placeOf(after, part) : nothingOut;
    return from.at === to.at ? [] : [{ part, from, to }];
  });
};

export type Entries =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: MoneyRefusal };

const refuse = (refusal: MoneyRefusal): Entries => ({ ok: false, refusal });

/** Transfers with a leg in the free budget name its line. */
const needsLine = (transfer: TransferName): boolean => ['T07', 'T08', 'T10'].includes(transferOf(transfer).id);

const entryOf = (state: CaseState, { part, from, to }: PartMove, terms: MoneyTerms): Entry => {
  const transfer = transferBetween(from, to, part.year < terms.year);
  const line = terms.budgetLines.get(part.funder);
  const order = to.order ?? (transfer === 'T16' ? from.order : null);
  return {
    transfer,
    keys: {
      ...keysOf(state, part, terms),
      ...(needsLine(transfer) && line !== undefined ? { budgetLine: line } : {}),
      ...(order === null ? {} : { order: numberOf(state, part.part, order.attempt, terms) }),
    },
    amounts: { amount: part.amountFen },
  };
};

/**
 * What takes the money of every part from where it lay to where it lies now.
 *
 * @returns entries of one row of the transfer table, in the order of the parts; none where no money moves
 * @problem name-unusable     no order number could be made that says whose it is
 * @problem no-budget-line    the pack names no line for a funder
 * @problem authority-lapsed  money that came back is to be paid again after its year
 * @problem several-events    two rows of the table would be needed, and an action has one posting
 */
export const partEntries = (before: CaseState, after: CaseState, terms: MoneyTerms): Entries => {
  const moved = movesBetween(before, after, terms);
  const name = unusableName(
    after,
    moved.map(({ part }) => part),
    terms,
  );
  if (name !== null && moved.length > 0) return refuse({ code: 'name-unusable', name });
  const lapsed = moved.find(
    ({ part, from, to }) => from.at === 'returned' && to.at === 'committed' && part.year < terms.year,
  );
  if (lapsed !== undefined) return refuse({ code: 'authority-lapsed', part: lapsed.part.part, year: lapsed.part.year });
  const entries = moved.map((each) => entryOf(after, each, terms));
  const lineless = moved.find(
    ({ part }, at) => needsLine(entries[at]?.transfer ?? 'T09') && !terms.budgetLines.has(part.funder),
  );
  if (lineless !== undefined) return refuse({ code: 'no-budget-line', funder: lineless.part.funder });
  const rows = new Set(entries.map(({ transfer }) => transferOf(transfer).id));
  if (rows.size > 1) return refuse({ code: 'several-events', transfers: entries.map(({ transfer }) => transfer) });
  return { ok: true, entries };
};
