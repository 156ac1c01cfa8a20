// Where the money of each part lies, by what the case says: what the ledger must hold after every action.
import type { PartPlan } from '#casework/cases/payloads.ts';
import type { ProcedureKind } from '#casework/cases/procedures/shape.ts';
import { instalmentAt, type CaseState, type Order } from '#casework/cases/state.ts';
import type { MoneyTerms } from './money-terms.ts';

/** `pending`: paid, and an acceptance after it has not been passed. */
export type At = 'none' | 'reserved' | 'committed' | 'in-flight' | 'returned' | 'pending' | 'paid';

/** `order`: the one that the money is out with, came back with or was paid by; null where none is. */
export type Place = { readonly at: At; readonly order: Order | null };

/**
 * Phases of a case that holds no money for what is unpaid. Some of them can be appealed: whoever wins is allocated money
 * anew, for it was free for others in the meantime.
 */
export const givenBack = {
  apply: [
    'not-accepted',
    'deemed-withdrawn',
    'not-supported',
    'reconsidering',
    'maintained',
    'overturned',
    'withdrawn',
    'terminated',
  ],
  confirm: ['excluded', 'declined', 'lapsed'],
  recover: [],
  service: [],
  match: [],
  enrol: [],
  task: [],
} as const satisfies { readonly [K in ProcedureKind]: readonly string[] };

const isGivenBack = (state: CaseState): boolean => {
  const phases: readonly string[] = givenBack[state.procedure];
  // An appeal against an exclusion is checked as any dispute is; only its flag tells them apart.
  return phases.includes(state.phase) || (state.phase === 'checking' && state.appealed);
};

/** The position of the last of these kinds among the actions done; −1 when there was none. */
const lastOf = (state: CaseState, kinds: readonly string[]): number =>
  [...state.done.values()].findLastIndex((kind) => kinds.includes(kind));

/**
 * Whether the funding document covers the parts: it came after they were last set aside. A case that comes back to life
 * after its funding has no second one; the first order made then takes up the document that it has.
 */
const isFunded = (state: CaseState): boolean =>
  state.document !== null &&
  lastOf(state, ['fund', 'make-order']) > lastOf(state, ['allocate', 'resume', 'decide-appeal']);

const restingPlace = (state: CaseState): At => {
  if (isGivenBack(state)) return 'none';
  return isFunded(state) ? 'committed' : 'reserved';
};

/** Whether the acceptance that follows a part's payment is passed; true where none follows. */
const isAccepted = (state: CaseState, { instalment }: PartPlan): boolean => {
  const payStage = state.stages.findIndex(({ kind }, at) => kind === 'pay' && instalmentAt(state, at) === instalment);
  const acceptance = state.stages.findIndex(({ kind }, at) => kind === 'acceptance' && at > payStage);
  return acceptance < 0 || state.furthest > acceptance;
};

/** An order takes up its part's money when it is checked; until then the money lies where it lay. */
const takenUp = (state: CaseState, part: string): Order | null =>
  state.orders.findLast((order) => order.part === part && order.checker !== null) ?? null;

/** Where the money of a part lies. */
export const placeOf = (state: CaseState, part: PartPlan): Place => {
  const order = takenUp(state, part.part);
  const resting: Place = { at: restingPlace(state), order: null };
  if (order === null) return resting;
  switch (order.status) {
    case 'draft':
    case 'checked':
    case 'cancelled':
      return resting;
    case 'released':
    case 'unknown':
      return { at: 'in-flight', order };
    case 'success':
      return { at: isAccepted(state, part) ? 'paid' : 'pending', order };
    case 'failed':
    case 'bounced':
      return { at: 'returned', order };
  }
};

/** The parts that the case holds or could hold money for: those allocated, or those set aside when it was accepted. */
export const partsOf = (state: CaseState, terms: MoneyTerms): readonly PartPlan[] => {
  if (state.parts.length > 0) return state.parts;
  return terms.reserve === 'acceptance' && state.stage !== null ? terms.planned : [];
};
