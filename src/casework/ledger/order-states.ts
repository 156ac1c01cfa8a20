// The states of a payment order and what moves it. An order is money only after the bank says so.

export const orderStates = {
  draft: '制单',
  checked: '已复核',
  released: '已签发',
  sent: '已发出',
  success: '支付成功',
  failed: '支付失败',
  unknown: '结果不明',
  bounced: '已退票',
  contradicted: '结果矛盾，待人工核实',
  cancelled: '已撤销',
} as const satisfies Readonly<Record<string, string>>;

export type OrderState = keyof typeof orderStates;

/** What a person does to an order. Results of the bank come through `match-results.ts` only. */
export type OrderEvent = 'check' | 'return' | 'release' | 'send' | 'lose' | 'cancel' | 'redo';

export type OrderRow = Readonly<Partial<Record<OrderEvent, OrderState>>>;

/**
 * State × event → state. An event that a state does not have is refused.
 *
 * `send` after a result keeps the result: the answer was recorded before the sending was. `redo` leaves the order as it
 * is and allows its successor. `unknown` has no way out but a result (I8).
 *
 * @source money: orders and files
 */
export const orderMoves = {
  draft: { check: 'checked', cancel: 'cancelled' },
  checked: { release: 'released', return: 'draft', cancel: 'cancelled' },
  released: { send: 'sent', cancel: 'cancelled' },
  sent: { lose: 'unknown' },
  success: { send: 'success' },
  failed: { send: 'failed', redo: 'failed' },
  unknown: { send: 'unknown' },
  bounced: { send: 'bounced', redo: 'bounced' },
  contradicted: { send: 'contradicted' },
  cancelled: {},
} as const satisfies Readonly<Record<OrderState, OrderRow>>;

/**
 * States in which the money may still move or may have moved: at most one order per part is in one of them (I7).
 * An order with contradictory results counts, for one of them may be the payment.
 */
const liveStates: ReadonlySet<OrderState> = new Set(['released', 'sent', 'unknown', 'contradicted']);

export const isLive = (state: OrderState): boolean => liveStates.has(state);
