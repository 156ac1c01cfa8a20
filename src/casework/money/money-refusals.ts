// Why an action cannot move its money, and what would make it possible: one sentence each, for the person who tried.
import type { Refusal } from '#casework/cases/refusals.ts';
import type { TransferName } from '#casework/ledger/transfers.ts';
import type { Shortage } from './shortages.ts';

export type MoneyRefusal =
  /** What the case itself says of the action. */
  | { readonly code: 'case-refused'; readonly refusal: Refusal }
  | { readonly code: 'name-unusable'; readonly name: string }
  | { readonly code: 'no-budget-line'; readonly funder: string }
  | { readonly code: 'budget-short'; readonly lines: readonly Shortage[] }
  | { readonly code: 'several-events'; readonly transfers: readonly TransferName[] }
  | { readonly code: 'authority-lapsed'; readonly part: string; readonly year: number }
  | { readonly code: 'plan-differs'; readonly plannedFen: bigint; readonly approvedFen: bigint | null }
  | { readonly code: 'queued-part-missing'; readonly part: string }
  | { readonly code: 'reserved-already' }
  | { readonly code: 'principal-unknown' };

export const moneyRefusals = {
  'case-refused': '案件不能办理这一事项；按案件给出的理由处理',
  'name-unusable': '名称不能用于支付单号；案件编号只用字母、数字和连字符，应付款和城市代号只用字母和数字',
  'no-budget-line': '没有写明出资方的预算科目；请在事项的资金条款中补上',
  'budget-short': '预算不足；请按所列缺口追加、调剂，或者列入排队',
  'several-events': '这一事项要记两笔不同的账；请先退回已预留的资金，再重新安排',
  'authority-lapsed': '这一笔的预算年度已过；要列入新年度预算后再支付',
  'plan-differs': '资金条款分出的各笔之和与审定金额不一致；请核对资金条款',
  'queued-part-missing': '排队的应付款没有列入名单；请一并安排',
  'reserved-already': '受理时已预留资金；不用排队',
  'principal-unknown': '不知道追回决定中的本金；请核对追回决定',
} as const satisfies Readonly<Record<MoneyRefusal['code'], string>>;
