// Whether a case and the ledger say the same (I16): how far it is paid, and where the money of each part lies.
import { procedures } from '#casework/cases/procedures/procedures.ts';
import type { Homes } from '#casework/cases/procedures/shape.ts';
import type { PartPlan } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { accountOf } from '#casework/ledger/legs.ts';
import type { AccountCode, AccountId } from '#casework/ledger/accounts.ts';
import { paidState, type PaidState, type PartMoney } from '#casework/ledger/paid-state.ts';
import { balanceOf, type Balances } from '#casework/ledger/posting.ts';
import { keysOf, numberOf, unusableName, type MoneyTerms } from './money-terms.ts';
import { partsOf, placeOf, type At } from './places.ts';
import { recoveryOf } from './recovery-entries.ts';

export type Disagreement =
  | { readonly what: 'paid-state'; readonly byCase: PaidState; readonly byLedger: PaidState }
  | { readonly what: 'account'; readonly account: AccountId; readonly byCase: bigint; readonly byLedger: bigint };

/** Fen recovered of a part and available again, by the part's name. */
export type Recovered = ReadonlyMap<string, bigint>;

const accountAt = {
  none: null,
  reserved: 'F20',
  committed: 'F30',
  'in-flight': 'F40',
  returned: 'F41',
  pending: 'F51',
  paid: 'F50',
} as const satisfies { readonly [A in At]: AccountCode | null };

type Expected = readonly (readonly [AccountId, bigint])[];

const ordersOf = (state: CaseState, part: string, terms: MoneyTerms): readonly string[] =>
  state.orders.filter((order) => order.part === part).map(({ attempt }) => numberOf(state, part, attempt, terms));

/** What every account of a part must hold. Money that came back after its year is gone from its account already. */
const partAccounts = (state: CaseState, part: PartPlan, terms: MoneyTerms, back: bigint): Expected => {
  const { at, order } = placeOf(state, part);
  const keys = keysOf(state, part, terms);
  const here = accountAt[at];
  const held = at === 'paid' || at === 'pending' ? part.amountFen - back : part.amountFen;
  const ofPart = (['F20', 'F30', 'F50', 'F51'] as const).map(
    (code) => [accountOf(code, keys), code === here ? held : 0n] as const,
  );
  if (at === 'returned' && part.year < terms.year) return ofPart;
  const live = order === null ? null : numberOf(state, part.part, order.attempt, terms);
  const ofOrders = ordersOf(state, part.part, terms).flatMap((number) =>
    (['F40', 'F41'] as const).map(
      (code) => [accountOf(code, { ...keys, order: number }), code === here && number === live ? held : 0n] as const,
    ),
  );
  return [...ofPart, ...ofOrders];
};

const recoveryAccounts = (state: CaseState, terms: MoneyTerms): Expected => {
  const found = recoveryOf(state, terms);
  if (state.procedure !== 'recover' || found === null) return [];
  const isOver = state.phase === 'written-off' || state.phase === 'cancelled';
  return (['principal', 'interest'] as const).map((kind) => [
    accountOf('R10', { tenant: terms.tenant, recovery: state.id, kind }),
    isOver ? 0n : found.owed[kind] - found.collected[kind],
  ]);
};

/**
 * What each account of the case's own must hold by what the case says, fen; those at zero too.
 *
 * @param recovered  what came back of parts that had been paid
 */
export const expectedAccounts = (state: CaseState, terms: MoneyTerms, recovered: Recovered = new Map()): Expected => [
  ...partsOf(state, terms).flatMap((part) => partAccounts(state, part, terms, recovered.get(part.part) ?? 0n)),
  ...recoveryAccounts(state, terms),
];

const byParts = ({ parts }: CaseState): PaidState => {
  if (parts.length > 0 && parts.every(({ paid }) => paid)) return 'paid';
  return parts.some(({ paid }) => paid) ? 'partly-paid' : 'unpaid';
};

/** What the phase on the screen says; a phase that says nothing of payment leaves it to the parts. */
const byPhase = (state: CaseState): PaidState => {
  const homes: Homes<string> | null = procedures[state.procedure].homes;
  const money = homes?.money ?? null;
  if (money === null) return byParts(state);
  if (state.phase === money.paid) return 'paid';
  return state.phase === money.partPay && money.partPay !== money.pay ? 'partly-paid' : byParts(state);
};

const moneyOf = (state: CaseState, terms: MoneyTerms, recovered: Recovered): readonly PartMoney[] =>
  partsOf(state, terms).map((part) => ({
    place: { keys: keysOf(state, part, terms), orders: ordersOf(state, part.part, terms) },
    approved: part.amountFen,
    recovered: recovered.get(part.part) ?? 0n,
    passedDown: null,
  }));

/**
 * Where a case and the ledger differ.
 *
 * @param balances   at least the accounts of this case
 * @param recovered  what of its parts was recovered and is available again: recoveries are apart (I16)
 * @returns          every disagreement; none when phase, parts and ledger say the same
 * @source money: invariant I16
 */
export const agrees = (
  state: CaseState,
  balances: Balances,
  terms: MoneyTerms,
  recovered: Recovered = new Map(),
): readonly Disagreement[] => {
  // Nothing was ever posted for a case under such names.
  if (unusableName(state, state.parts, terms) !== null) return [];
  const [byCase, byLedger] = [byPhase(state), paidState(balances, moneyOf(state, terms, recovered))];
  const phase = byCase === byLedger ? [] : [{ what: 'paid-state', byCase, byLedger } as const];
  const accounts = expectedAccounts(state, terms, recovered).flatMap(([account, expected]) => {
    const held = balanceOf(balances, account);
    return held === expected ? [] : [{ what: 'account', account, byCase: expected, byLedger: held } as const];
  });
  return [...phase, ...accounts];
};
