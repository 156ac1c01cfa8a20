// Every state that a case can come into and everything that may be done there: the ledger never refuses what the case
// allows, and case and ledger say the same afterwards.
import { describe, expect, it } from 'vitest';
import { actionKinds, type Action } from '#casework/cases/actions.ts';
import type { ProcedureKind } from '#casework/cases/procedures/shape.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { step } from '#casework/cases/step.ts';
import { candidates } from '#casework/cases/toy-office.ts';
import { walk } from '#casework/cases/toy-walk.ts';
import { accountOf } from '#casework/ledger/legs.ts';
import { identities, postTogether, type Balances } from '#casework/ledger/posting.ts';
import { agrees, expectedAccounts } from './agrees.ts';
import type { MoneyTerms } from './money-terms.ts';
import { postingsFor } from './postings-for.ts';
import { onePart, toyTerms, twoParts } from './toy-money.ts';

/** What the ledger holds when it agrees with the case, with a budget that suffices, and the queue and recovery it needs. */
const ledgerOf = (state: CaseState, terms: MoneyTerms): Balances => {
  const own = expectedAccounts(state, terms).filter(([, amount]) => amount > 0n);
  const sum = (code: string) => own.reduce((all, [id, amount]) => (id.startsWith(code) ? all + amount : all), 0n);
  const book = { tenant: 'toy', fund: '产业资金', year: '2026', funder: '市级' };
  const free = 1_000_000_000n;
  const queued = state.phase === 'queued' ? terms.planned : [];
  const claim = (kind: 'principal' | 'interest') => {
    const keys = { tenant: 'toy', recovery: state.id, kind };
    const due = own.find(([id]) => id === accountOf('R10', keys))?.[1] ?? 0n;
    const owed = state.owedFen === 0n ? 0n : kind === 'principal' ? 100n : 1n;
    return [
      [accountOf('R20', keys), owed],
      [accountOf('R11', keys), owed - due],
    ] as const;
  };
  const all = [
    ...own,
    [accountOf('F11', { ...book, budgetLine: '甲' }), free] as const,
    [accountOf('F10', book), free + sum('F')] as const,
    ...queued.map((part) => [accountOf('N20', { ...book, part: `${state.id}-${part.part}` }), part.amountFen] as const),
    [accountOf('N90', book), queued.reduce((all_, { amountFen }) => all_ + amountFen, 0n)] as const,
    ...(state.procedure === 'recover' ? [...claim('principal'), ...claim('interest')] : []),
  ];
  return new Map(all.filter(([, amount]) => amount > 0n));
};

type Fault = { readonly at: string; readonly why: string };

const faultOf = (state: CaseState, action: Action, terms: MoneyTerms): Fault | null => {
  const stepped = step(state, action);
  if (!stepped.ok) return null;
  const at = `${action.kind} in ${state.phase}/${state.stage} ${JSON.stringify(action.payload, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))}`;
  const before = ledgerOf(state, terms);
  const money = postingsFor(state, action, terms);
  if (!money.ok) return { at, why: money.refusal.code };
  const posted = money.event === null ? null : postTogether(before, money.event.entries);
  if (posted?.ok === false) return { at, why: posted.refusal.code };
  const differ = agrees(stepped.state, posted?.balances ?? before, terms);
  return differ.length === 0 ? null : { at, why: differ.map(({ what }) => what).join() };
};

/** Everything that anybody may do in every state of the walk, judged by the terms. */
const everywhere = (
  procedure: ProcedureKind,
  terms: MoneyTerms,
  leaveOut: readonly string[] = [],
): { readonly faults: readonly Fault[]; readonly posted: ReadonlySet<string>; readonly states: number } => {
  const faults: Fault[] = [];
  const posted = new Set<string>();
  const seen = walk(procedure);
  const kinds = actionKinds.filter((kind) => !leaveOut.includes(kind));
  for (const { state } of seen.values()) {
    expect(identities(ledgerOf(state, terms)), `the ledger made for ${state.phase}`).toEqual([]);
    for (const action of candidates(state, kinds)) {
      const fault = faultOf(state, action, terms);
      if (fault !== null) faults.push(fault);
      const money = postingsFor(state, action, terms);
      if (money.ok) for (const { transfer } of money.event?.entries ?? []) posted.add(transfer);
    }
  }
  return { faults, posted, states: seen.size };
};

describe('in every state of a case, whatever may be done there', () => {
  it('I16 the ledger follows an application that is paid in two instalments', () => {
    const { faults, posted } = everywhere('apply', toyTerms);
    expect(faults.slice(0, 20)).toEqual([]);
    expect([...posted].toSorted()).toEqual([]);
    void twoParts;
  }, 300_000);
  it('I16 confirm', () => {
    const { faults, posted } = everywhere('confirm', { ...toyTerms, planned: onePart });
    expect(faults.slice(0, 20)).toEqual([]);
    expect([...posted].toSorted()).toEqual([]);
  }, 300_000);
  it('I16 recover', () => {
    const { faults, posted } = everywhere('recover', { ...toyTerms, principalFen: 100n });
    expect(faults.slice(0, 20)).toEqual([]);
    expect([...posted].toSorted()).toEqual([]);
  }, 300_000);
});
