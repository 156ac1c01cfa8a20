// Who may do what to a payment order, when, and every reason why not.
import { addDays, daysBetween, type PlainDate } from '#rules/exact/plain-date.ts';
import { isLive, orderMoves, type OrderEvent, type OrderRow, type OrderState } from './order-states.ts';

export type Order = {
  readonly number: string;
  readonly part: string;
  readonly state: OrderState;
  readonly maker: string;
  readonly checker: string | null;
  readonly releaser: string | null;
  /** The order that this one takes the place of. */
  readonly replaces: string | null;
};

export type PayeeAccount = {
  readonly verified: boolean;
  /** The day of the last change; null when it was never changed. */
  readonly changedOn: PlainDate | null;
  /** Everybody who entered or changed it. */
  readonly editors: readonly string[];
};

export type ReleaseContext = {
  readonly today: PlainDate;
  readonly account: PayeeAccount;
  /** Full days that must lie between a change of the account and the release. */
  readonly coolingDays: number;
  /** The last credit check; null when there is none. */
  readonly credit: { readonly checkedOn: PlainDate; readonly passed: boolean } | null;
  readonly creditDays: number;
  /** Reasons of the holds that block payment. */
  readonly holds: readonly string[];
  /** After a restored backup: whether the statements since that backup have been matched; true when none was restored. */
  readonly statementsMatched: boolean;
  /** The other orders of the same part. */
  readonly siblings: readonly Order[];
};

export type OrderRefusal =
  | { readonly code: 'wrong-state'; readonly state: OrderState }
  | { readonly code: 'maker-is-checker' }
  | { readonly code: 'maker-is-releaser' }
  | { readonly code: 'checker-is-releaser' }
  | { readonly code: 'editor-is-releaser' }
  | { readonly code: 'statements-unmatched' }
  | { readonly code: 'hold'; readonly holds: readonly string[] }
  | { readonly code: 'account-unverified' }
  | { readonly code: 'account-fresh'; readonly from: PlainDate }
  | { readonly code: 'credit-missing' }
  | { readonly code: 'credit-failed' }
  | { readonly code: 'credit-stale'; readonly checkedOn: PlainDate }
  | { readonly code: 'live-order'; readonly number: string }
  | { readonly code: 'unknown-predecessor'; readonly number: string }
  | { readonly code: 'not-replaceable'; readonly number: string };

/** What the desk reads for each refusal. */
export const orderRefusals = {
  'wrong-state': '指令当前状态不能办理这一步',
  'maker-is-checker': '制单人不能复核自己的指令',
  'maker-is-releaser': '制单人不能签发自己的指令',
  'checker-is-releaser': '复核人不能签发同一指令',
  'editor-is-releaser': '录入或变更过收款账户的人不能向该账户签发',
  'statements-unmatched': '恢复备份后，备份以来的银行流水尚未核对完，不能签发',
  hold: '有暂停事项，不能签发',
  'account-unverified': '收款账户未核验',
  'account-fresh': '收款账户刚变更，未满规定天数',
  'credit-missing': '没有信用核查结果',
  'credit-failed': '信用核查不合格',
  'credit-stale': '信用核查已过有效天数',
  'live-order': '这一笔已有在途指令',
  'unknown-predecessor': '前一指令结果不明，不能重新支付',
  'not-replaceable': '前一指令没有失败或退票，不能重新支付',
} as const satisfies Readonly<Record<OrderRefusal['code'], string>>;

const people = (order: Order, actor: string, account: PayeeAccount): readonly OrderRefusal[] => [
  ...(order.maker === actor ? [{ code: 'maker-is-releaser' } as const] : []),
  ...(order.checker === actor ? [{ code: 'checker-is-releaser' } as const] : []),
  ...(account.editors.includes(actor) ? [{ code: 'editor-is-releaser' } as const] : []),
];

const accountFaults = ({ account, coolingDays, today }: ReleaseContext): readonly OrderRefusal[] => {
  const from = account.changedOn === null ? null : addDays(account.changedOn, coolingDays + 1);
  return [
    ...(account.verified ? [] : [{ code: 'account-unverified' } as const]),
    ...(from !== null && today < from ? [{ code: 'account-fresh', from } as const] : []),
  ];
};

const creditFaults = ({ credit, creditDays, today }: ReleaseContext): readonly OrderRefusal[] => {
  if (credit === null) return [{ code: 'credit-missing' }];
  const { checkedOn, passed } = credit;
  return [
    ...(passed ? [] : [{ code: 'credit-failed' } as const]),
    ...(daysBetween(checkedOn, today) > creditDays ? [{ code: 'credit-stale', checkedOn } as const] : []),
  ];
};

const siblingFaults = (order: Order, siblings: readonly Order[]): readonly OrderRefusal[] =>
  siblings.flatMap(({ number, state }): readonly OrderRefusal[] => {
    if (state === 'unknown') return [{ code: 'unknown-predecessor', number }];
    if (isLive(state)) return [{ code: 'live-order', number }];
    const replaceable = state === 'failed' || state === 'bounced';
    return order.replaces === number && !replaceable ? [{ code: 'not-replaceable', number }] : [];
  });

const releaseFaults = (order: Order, actor: string, context: ReleaseContext): readonly OrderRefusal[] => [
  ...people(order, actor, context.account),
  ...(context.statementsMatched ? [] : [{ code: 'statements-unmatched' } as const]),
  ...(context.holds.length > 0 ? [{ code: 'hold', holds: context.holds } as const] : []),
  ...accountFaults(context),
  ...creditFaults(context),
  ...siblingFaults(order, context.siblings),
];

/**
 * Whether this person may do this to the order now, and if not, every reason at once.
 *
 * @param context  what is known of account, credit, holds and the part's other orders
 * @returns        all refusals; none means it may be done
 * @source money: invariants I7, I8, I18, I19, I27
 */
export const mayOrder = (
  order: Order,
  event: OrderEvent,
  actor: string,
  context: ReleaseContext,
): readonly OrderRefusal[] => {
  const row: OrderRow = orderMoves[order.state];
  if (row[event] === undefined) return [{ code: 'wrong-state', state: order.state }];
  switch (event) {
    case 'check':
      return order.maker === actor ? [{ code: 'maker-is-checker' }] : [];
    case 'release':
      return releaseFaults(order, actor, context);
    case 'redo':
      return siblingFaults(order, context.siblings);
    case 'return':
    case 'send':
    case 'lose':
    case 'cancel':
      return [];
  }
};

export type Moved =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly refusals: readonly OrderRefusal[] };

/** The order after the event, with who did it, or every reason why not. */
export const moveOrder = (order: Order, event: OrderEvent, actor: string, context: ReleaseContext): Moved => {
  const refusals = mayOrder(order, event, actor, context);
  const row: OrderRow = orderMoves[order.state];
  const state = row[event];
  if (state === undefined || refusals.length > 0) return { ok: false, refusals };
  switch (event) {
    case 'check':
      return { ok: true, order: { ...order, state, checker: actor } };
    case 'return':
      return { ok: true, order: { ...order, state, checker: null } };
    case 'release':
      return { ok: true, order: { ...order, state, releaser: actor } };
    case 'send':
    case 'lose':
    case 'cancel':
    case 'redo':
      return { ok: true, order: { ...order, state } };
  }
};
