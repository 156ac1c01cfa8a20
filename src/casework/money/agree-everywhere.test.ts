// Every state that a case can come into and everything that may be done there: the ledger never refuses what the case
// allows, and case and ledger say the same afterwards.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionKinds, actionRows, type Action } from '#casework/cases/actions.ts';
import type { ProcedureKind } from '#casework/cases/procedures/shape.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { step } from '#casework/cases/step.ts';
import { candidates, opened } from '#casework/cases/toy-office.ts';
import { handler, paid, toPay } from '#casework/cases/toy-road.ts';
import { deed } from '#casework/cases/toy-story.ts';
import { walk } from '#casework/cases/toy-walk.ts';
import { isOffered } from '#casework/cases/ways.ts';
import { codeOf } from '#casework/ledger/accounts.ts';
import { accountOf } from '#casework/ledger/legs.ts';
import { identities, postTogether, type Balances } from '#casework/ledger/posting.ts';
import { agrees, expectedAccounts } from './agrees.ts';
import type { MoneyTerms } from './money-terms.ts';
import { postingsFor } from './postings-for.ts';
import { budgetOf, onePart, told, toyTerms, type Told } from './toy-money.ts';

const book = { tenant: 'toy', fund: '产业资金', year: '2026', funder: '市级' };
const positive = ([, amount]: readonly [unknown, bigint]): boolean => amount > 0n;

const claimOf = (state: CaseState, due: Balances) =>
  (['principal', 'interest'] as const).flatMap((kind) => {
    const keys = { tenant: 'toy', recovery: state.id, kind };
    const owed = state.owedFen === 0n ? 0n : kind === 'principal' ? 100n : 1n;
    const left = due.get(accountOf('R10', keys)) ?? 0n;
    return [[accountOf('R20', keys), owed] as const, [accountOf('R11', keys), owed - left] as const];
  });

/** A ledger that agrees with the case, with a budget that suffices, and the queue and the claim that belong to it. */
const ledgerOf = (state: CaseState, terms: MoneyTerms): Balances => {
  const own = new Map(expectedAccounts(state, terms).filter(positive));
  const inFunds = [...own].reduce((all, [id, amount]) => (id.startsWith('F') ? all + amount : all), 0n);
  const queued = state.phase === 'queued' ? terms.planned : [];
  const waiting = queued.reduce((all, { amountFen }) => all + amountFen, 0n);
  const all = [
    ...own,
    [accountOf('F11', { ...book, budgetLine: '甲' }), 1_000_000_000n] as const,
    [accountOf('F10', book), 1_000_000_000n + inFunds] as const,
    ...queued.map(({ part, amountFen }) => [accountOf('N20', { ...book, part: `case-${part}` }), amountFen] as const),
    [accountOf('N90', book), waiting] as const,
    ...(state.procedure === 'recover' ? claimOf(state, own) : []),
  ];
  return new Map(all.filter(positive));
};

const cityWide = ['F10', 'F11', 'N90'];

/** The accounts of cases, in the order of their names; nothing may be left on one that the case does not know. */
const ofCases = (balances: Balances): readonly string[] =>
  [...balances]
    .filter(([id]) => !cityWide.includes(codeOf(id)) && /^[FN]/u.test(id))
    .map(([id, amount]) => `${id} ${amount}`)
    .toSorted();

/** No row of the transfer table takes demand back from a case that leaves the queue without money. */
const isDroppedFromQueue = ({ phase }: CaseState, { kind }: Action): boolean =>
  phase === 'queued' && (kind === 'withdraw' || kind === 'terminate');

type Met = { readonly fault: string | null; readonly transfers: readonly string[] };

/** What the action posts, and what is wrong with it; null where the case does not allow the action. */
const meet = (state: CaseState, before: Balances, action: Action, terms: MoneyTerms): Met | null => {
  const stepped = step(state, action);
  if (!stepped.ok) return null;
  const at = `${action.kind} in ${state.phase}/${state.stage}`;
  const money = postingsFor(state, action, terms);
  if (!money.ok) return { fault: `${at}: ${money.refusal.code}`, transfers: [] };
  const entries = money.event?.entries ?? [];
  const posted = entries.length === 0 ? { ok: true as const, balances: before } : postTogether(before, entries);
  const transfers = entries.map(({ transfer }) => transfer);
  if (!posted.ok) return { fault: `${at}: ${transfers.join()} ${posted.refusal.code}`, transfers };
  const differ = agrees(stepped.state, posted.balances, terms).map(({ what }) => what);
  const [held, due] = [posted.balances, ledgerOf(stepped.state, terms)].map(ofCases);
  const left = held?.join() === due?.join() || isDroppedFromQueue(state, action) ? [] : ['left over'];
  const wrong = [...differ, ...left];
  return { fault: wrong.length === 0 ? null : `${at}: ${transfers.join()} ${wrong.join()}`, transfers };
};

/** What is done, whoever does it: money does not ask who. */
const contentOf = ({ kind, payload }: Action): string =>
  kind + JSON.stringify(payload, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

const walks = new Map<ProcedureKind, readonly CaseState[]>();

const statesOf = (procedure: ProcedureKind): readonly CaseState[] => {
  const states = walks.get(procedure) ?? [...walk(procedure).values()].map(({ state }) => state);
  walks.set(procedure, states);
  return states;
};

/** Everything that anybody may do in every state of the walk, judged by the terms. */
const everywhere = (procedure: ProcedureKind, terms: MoneyTerms) => {
  const faults = new Set<string>();
  const posted = new Set<string>();
  let allowed = 0;
  // Where money is reserved on acceptance nothing queues.
  const isQueueless = terms.reserve === 'acceptance';
  const kinds = actionKinds.filter((kind) => !isQueueless || kind !== 'queue');
  for (const state of statesOf(procedure)) {
    if (isQueueless && state.phase === 'queued') continue;
    const before = ledgerOf(state, terms);
    if (identities(before).length > 0) throw new Error(`no ledger could be made for ${state.phase}`);
    const done = new Set<string>();
    for (const action of candidates(
      state,
      kinds.filter((kind) => isOffered(state, kind)),
    )) {
      const content = contentOf(action);
      const met = done.has(content) ? null : meet(state, before, action, terms);
      if (met === null) continue;
      done.add(content);
      allowed += 1;
      if (met.fault !== null) faults.add(met.fault);
      for (const transfer of met.transfers) posted.add(transfer);
    }
  }
  return { faults: [...faults], posted: [...posted].toSorted(), allowed };
};

describe('in every state of a case, whatever may be done there', () => {
  it('I16 the ledger follows an application that is paid in two instalments', () => {
    const { faults, posted, allowed } = everywhere('apply', toyTerms);
    expect(faults).toEqual([]);
    const names = 'T06 T07-asked T07-queued T08 T09 T10 T11 T13 T13-pending T14 T15 T15-pending T16 T18';
    expect(posted.join(' ')).toBe(names);
    expect(allowed).toBeGreaterThan(5000);
  }, 120_000);

  it('I16 the ledger follows a benefit that comes without an application', () => {
    const { faults, posted } = everywhere('confirm', { ...toyTerms, planned: onePart });
    expect(faults).toEqual([]);
    expect(posted).toEqual(['T07-asked', 'T08', 'T09', 'T10', 'T11', 'T13', 'T14', 'T15', 'T16']);
  }, 120_000);

  it('I16 the ledger follows them where the pack reserves on acceptance and nothing queues', () => {
    const terms = { ...toyTerms, reserve: 'acceptance' } as const;
    expect(everywhere('apply', terms).faults).toEqual([]);
    expect(everywhere('confirm', { ...terms, planned: onePart }).faults).toEqual([]);
  }, 120_000);

  it('the ledger follows a recovery', () => {
    const { faults, posted } = everywhere('recover', { ...toyTerms, principalFen: 100n });
    expect(faults).toEqual([]);
    expect(posted).toEqual(['T24', 'T25', 'T28', 'T29-due', 'T29-received']);
  });

  it('procedures without money post nothing', () => {
    for (const procedure of ['service', 'match', 'enrol', 'task'] as const)
      expect(everywhere(procedure, toyTerms)).toMatchObject({ faults: [], posted: [] });
  }, 120_000);
});

describe('along any road', () => {
  const leadingOn = actionKinds.filter((kind) => actionRows[kind].reach === 'phase');

  const ends = ['withdraw', 'terminate', 'stage-failed', 'reject', 'close', 'uphold-objection'];

  /** One of the allowed actions: first a kind, and only one time in six one that ends the road. */
  const drawn = (state: CaseState, pick: number): Action | undefined => {
    const offered = leadingOn.filter((kind) => isOffered(state, kind));
    const allowed = candidates(state, offered).filter((each) => step(state, each).ok);
    const all = [...new Set(allowed.map(({ kind }) => kind))];
    const onward = all.filter((kind) => !ends.includes(kind));
    const kinds = pick % 6 === 0 || onward.length === 0 ? all : onward;
    const kind = kinds[(pick >> 3) % Math.max(1, kinds.length)];
    const ofKind = allowed.filter((each) => each.kind === kind);
    return ofKind[(pick >> 8) % Math.max(1, ofKind.length)];
  };

  const whole = [...toPay, ...paid('p1'), deed(handler, 'accept-completion'), ...paid('p2')];

  /** From some way along the good road, wherever the picks lead. */
  const wander = (far: number, picks: readonly number[], terms: MoneyTerms): Told => {
    const queueless = terms.reserve === 'acceptance';
    let now: Told = told({ state: opened('apply'), journal: budgetOf(10n ** 12n) }, whole.slice(0, far), terms);
    for (const pick of picks) {
      const action = drawn(now.state, pick);
      if (action === undefined || (queueless && action.kind === 'queue')) break;
      now = told(now, [{ by: action.by, make: () => action }], terms);
    }
    return now;
  };

  it.each(['list', 'acceptance'] as const)(
    'I16 holds after every step, money reserved on %s',
    (reserve) => {
      const posted = new Set<string>();
      const won = new Set<string>();
      fc.assert(
        fc.property(
          fc.integer({ min: 2, max: whole.length }),
          fc.array(fc.noBias(fc.nat()), { minLength: 10, maxLength: 40 }),
          (far, picks) => {
            const { state, journal } = wander(far, picks, { ...toyTerms, reserve });
            expect(identities(journal.balances)).toEqual([]);
            const names = [...journal.postings.values()].flatMap(({ transfers }) => transfers);
            for (const name of names) posted.add(name);
            const [funded, again] = [names.indexOf('T09'), names.lastIndexOf('T07-asked')];
            if (funded >= 0 && again > funded && state.orders.length > 0) won.add(state.phase);
          },
        ),
        { numRuns: 400, seed: 20260105 },
      );
      const far = ['T08', 'T10', 'T11', 'T13-pending', 'T14', 'T15-pending', 'T16', 'T18', 'T13'];
      expect(far.filter((name) => !posted.has(name))).toEqual([]);
      // Some were dropped after their funding, won their appeal, and came to an order again.
      expect(won.size).toBeGreaterThan(0);
    },
    120_000,
  );
});
