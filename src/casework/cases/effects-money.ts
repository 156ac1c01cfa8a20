// What money leaves behind: parts, the document, the account, orders with the persons who took them, recoveries.
import type { Effects } from './effects-shape.ts';
import { takesFrom } from './may-act.ts';
import { instalmentAt, type CaseState, type Order, type OrderStatus } from './state.ts';

/** The latest order of a part that has one of these statuses, changed; every other order as it was. */
const changed = (
  orders: readonly Order[],
  part: string,
  statuses: readonly OrderStatus[],
  change: Partial<Order>,
): readonly Order[] => {
  const at = orders.findLastIndex((order) => order.part === part && statuses.includes(order.status));
  return orders.map((order, index) => (index === at ? { ...order, ...change } : order));
};

/** The stage where a bounced part is paid again: its own, unless an earlier one is being paid again already. */
const payStageOf = (state: CaseState, part: string): number | null => {
  const instalment = state.parts.find((each) => each.part === part)?.instalment;
  const index = state.stages.findIndex(({ kind }, at) => kind === 'pay' && instalmentAt(state, at) === instalment);
  return index < 0 ? state.stage : Math.min(index, state.stage ?? index);
};

const withResult = (state: CaseState, part: string, result: OrderStatus): Partial<CaseState> => {
  const orders = changed(state.orders, part, ['released', 'unknown', 'success'], { status: result });
  if (result !== 'success' && result !== 'bounced') return { orders };
  const parts = state.parts.map((each) => (each.part === part ? { ...each, paid: result === 'success' } : each));
  return result === 'success' ? { orders, parts } : { orders, parts, stage: payStageOf(state, part) };
};

export const moneyEffects: Effects = {
  allocate: (_, { payload }) => ({ parts: payload.parts.map((part) => ({ ...part, paid: false })) }),
  fund: (_, { payload }) => ({ document: payload.document }),
  'set-account': (_, { by, payload }) => ({
    account: { account: payload.account, setBy: by.person, verifiedBy: null },
  }),
  'verify-account': (state, { by }) => ({
    account: state.account === null ? null : { ...state.account, verifiedBy: by.person },
  }),
  'make-order': (state, { by, payload: { part } }) => {
    const attempt = state.orders.filter((order) => order.part === part).length + 1;
    const order: Order = { part, attempt, status: 'draft', maker: by.person, checker: null, releaser: null };
    return { orders: [...state.orders, order] };
  },
  'check-order': (state, { by, payload }) => ({
    orders: changed(state.orders, payload.part, [takesFrom['check-order']], { status: 'checked', checker: by.person }),
  }),
  'release-order': (state, { by, payload }) => ({
    orders: changed(state.orders, payload.part, [takesFrom['release-order']], {
      status: 'released',
      releaser: by.person,
    }),
  }),
  'cancel-order': (state, { payload }) => ({
    orders: changed(state.orders, payload.part, ['draft', 'checked'], { status: 'cancelled' }),
  }),
  'pay-result': (state, { payload: { part, result } }) => withResult(state, part, result),
  'open-recovery': (state, { payload }) => ({ recoveries: [...state.recoveries, payload.recovery] }),
  'serve-hearing': () => ({ heard: true }),
  'decide-recovery': (_, { payload: { principalFen, interestFen } }) => ({ owedFen: principalFen + interestFen }),
  collect: (state, { payload }) => ({ collectedFen: state.collectedFen + payload.amountFen }),
  'cancel-decision': () => ({ owedFen: 0n }),
};
