// The money terms of the toy office, a budget for it, and a case told step by step with its ledger.
import type { PartPlan } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { step } from '#casework/cases/step.ts';
import type { Deed } from '#casework/cases/toy-story.ts';
import { emptyJournal, record, type Journal } from '#casework/ledger/journal.ts';
import { agrees } from './agrees.ts';
import type { MoneyTerms } from './money-terms.ts';
import { postingsFor } from './postings-for.ts';

const part = { funder: '市级', year: 2026 };

/** 100,000.01 in two instalments, as the samples of the toy office have it. */
const twoParts: readonly PartPlan[] = [
  { ...part, part: 'p1', amountFen: 5_000_000n, instalment: 1 },
  { ...part, part: 'p2', amountFen: 5_000_001n, instalment: 2 },
];
export const onePart: readonly PartPlan[] = [{ ...part, part: 'p1', amountFen: 10_000_001n, instalment: 1 }];

export const toyTerms: MoneyTerms = {
  tenant: 'toy',
  fund: '产业资金',
  budgetLines: new Map([['市级', '甲']]),
  reserve: 'list',
  planned: twoParts,
  year: 2026,
  recoverFirst: 'principal',
  principalFen: null,
};

/** A budget of so many fen on the one line. */
export const budgetOf = (amount: bigint): Journal => {
  const keys = { tenant: 'toy', fund: '产业资金', year: '2026', funder: '市级', budgetLine: '甲' };
  const made = record(emptyJournal, 'budget', [{ transfer: 'T01', keys, amounts: { amount } }]);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.journal;
};

export type Told = { readonly state: CaseState; readonly journal: Journal };

/** The case and its ledger after these deeds; each must be allowed, post, and leave the two agreed. */
export const told = (start: Told, deeds: readonly Deed[], terms: MoneyTerms = toyTerms): Told =>
  deeds.reduce(({ state, journal }, { make }) => {
    const action = make(state);
    const stepped = step(state, action);
    const money = postingsFor(state, action, terms);
    const where = `${action.kind} in ${state.phase}/${state.stage}`;
    if (!stepped.ok) throw new Error(`${where}: ${stepped.code}`);
    if (!money.ok) throw new Error(`${where}: ${money.refusal.code}`);
    const { event } = money;
    const posted = event === null ? null : record(journal, event.key, event.entries);
    if (posted?.ok === false)
      throw new Error(`${where}: ${JSON.stringify(event?.entries.map((e) => e.transfer))} ${posted.refusal.code}`);
    const next = { state: stepped.state, journal: posted?.journal ?? journal };
    const differ = agrees(next.state, next.journal.balances, terms);
    const first = differ[0];
    if (first !== undefined) throw new Error(`${where}: ${first.what} ${first.byCase} ≠ ${first.byLedger}`);
    return next;
  }, start);

/** What the ledger holds of the case, without the budget's own accounts: `F50 p1` and its fen. */
export const heldBy = ({ journal }: Told): Readonly<Record<string, bigint>> =>
  Object.fromEntries(
    [...journal.balances]
      .filter(([id]) => !id.startsWith('F10'))
      .map(([id, amount]) => {
        const names = id.split('/');
        const own = names.at(-1) ?? '';
        return [`${names[0]} ${own.replace(/^(?:toy-)?case-/, '')}`, amount] as const;
      }),
  );
