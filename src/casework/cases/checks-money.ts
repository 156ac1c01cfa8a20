// What money must carry: parts that add up, orders by three persons, results that belong to an order, recoveries within what is owed.
import { first, isBlank, unless, type Checks } from './checks-shape.ts';
import { isOtherPerson, takesFrom } from './may-act.ts';
import type { PartPlan } from './payloads.ts';
import type { RefusalCode } from './refusals.ts';
import { instalmentAt, type CaseState, type Order, type OrderStatus } from './state.ts';
import { isLive } from './transition-guards.ts';

/** Every part is positive and due at one of the pay stages, every pay stage has one, and together they are the approved amount to the 分. */
const addUp = (state: CaseState, parts: readonly PartPlan[]): boolean => {
  const payStages = instalmentAt(state, state.stages.length);
  const instalments = new Set(parts.map(({ instalment }) => instalment));
  return (
    parts.every(({ amountFen }) => amountFen > 0n) &&
    parts.reduce((sum, { amountFen }) => sum + amountFen, 0n) === state.approvedFen &&
    new Set(parts.map(({ part }) => part)).size === parts.length &&
    instalments.size === payStages &&
    [...instalments].every((each) => Number.isInteger(each) && each >= 1 && each <= payStages)
  );
};

const isVerified = (state: CaseState): boolean => state.account !== null && state.account.verifiedBy !== null;

const orderAt = (state: CaseState, part: string, statuses: readonly OrderStatus[]): Order | null =>
  state.orders.findLast((order) => order.part === part && statuses.includes(order.status)) ?? null;

const mayMakeOrder = (state: CaseState, wanted: string): RefusalCode | null => {
  const part = state.parts.find((each) => each.part === wanted);
  if (part === undefined || part.paid) return 'no-such-part';
  return first(
    unless(part.instalment <= instalmentAt(state, state.stage ?? -1), 'not-due'),
    unless(isVerified(state), 'account-not-verified'),
    state.orders.some((order) => order.part === wanted && isLive(order)) && 'order-live',
  );
};

const mayTake = (
  state: CaseState,
  part: string,
  person: string,
  kind: 'check-order' | 'release-order',
): RefusalCode | null => {
  const order = orderAt(state, part, [takesFrom[kind]]);
  if (order === null) return 'no-such-order';
  return unless(isOtherPerson(state, order, person, kind), 'same-person');
};

/** Which orders a result can be about: an answer belongs to an order that is out, a bounce to one that succeeded. */
const resultOf = {
  success: ['released', 'unknown'],
  failed: ['released', 'unknown'],
  unknown: ['released'],
  bounced: ['success'],
} as const satisfies Record<string, readonly OrderStatus[]>;

export const moneyChecks: Checks = {
  allocate: (state, { payload }) => unless(addUp(state, payload.parts), 'parts-do-not-add-up'),
  queue: (_, { payload }) => unless(Number.isInteger(payload.place) && payload.place >= 1, 'amount-wrong'),
  'verify-account': (state, { payload, by }) =>
    first(
      unless(state.account?.account === payload.account, 'account-not-verified'),
      unless(state.account?.setBy !== by.person, 'same-person'),
    ),
  'make-order': (state, { payload }) => mayMakeOrder(state, payload.part),
  'check-order': (state, { payload, by }) => mayTake(state, payload.part, by.person, 'check-order'),
  'release-order': (state, { payload, by }) =>
    first(mayTake(state, payload.part, by.person, 'release-order'), unless(isVerified(state), 'account-not-verified')),
  'cancel-order': (state, { payload }) =>
    unless(orderAt(state, payload.part, ['draft', 'checked']) !== null, 'no-such-order'),
  'pay-result': (state, { payload: { part, result } }) => {
    // Only the latest order of a part can be answered: an older one has had its answer.
    const latest = state.orders.findLast((order) => order.part === part);
    const fits = latest !== undefined && resultOf[result].some((status) => status === latest.status);
    return unless(fits, 'no-such-order');
  },
  'decide-recovery': (_, { payload: { principalFen, interestFen } }) =>
    unless(principalFen > 0n && interestFen >= 0n, 'amount-wrong'),
  collect: (state, { payload: { amountFen } }) =>
    first(
      unless(amountFen > 0n, 'amount-wrong'),
      unless(state.collectedFen + amountFen <= state.owedFen, 'more-than-owed'),
    ),
  'write-off': (_, { by, payload: { evidence, secondApprover } }) =>
    unless(evidence.length > 0 && !isBlank(secondApprover) && secondApprover !== by.person, 'second-approver'),
  'close-recovery': (state, { payload }) => unless(state.recoveries.includes(payload.recovery), 'no-such-recovery'),
};
