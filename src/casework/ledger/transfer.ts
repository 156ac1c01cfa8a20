// What a transfer is made of: the legs of one event, which key fills which account, and what must be proven first.
import type { AccountCode, KeyPart } from './accounts.ts';

/** A key value that a posting is given. Those after the key parts fill the second account of a pair. */
export type KeyName =
  | KeyPart
  | 'toBudgetLine'
  | 'nextYear'
  | 'districtFund'
  | 'districtYear'
  | 'districtFunder'
  | 'districtLine';

/** Which of the amounts of a posting a leg takes. Most events have one. */
export type AmountName = 'amount' | 'demand' | 'base' | 'rest' | 'ceiling' | 'support' | 'cash' | 'recoverable';

/** What must be shown before the event; the words are for the desk and for the log. */
export const guards = {
  document: '有文件依据',
  queue: '有排队位次',
  meeting: '有会议决定',
  screened: '查重、信用、审计已完成',
  reason: '写明理由',
  noticeOver: '公示期满',
  noHold: '没有暂停事项',
  fourEyes: '制单、复核、签发由不同的人办理',
  account: '收款账户已核验，且在规定天数内没有变更',
  credit: '信用核查在有效天数内',
  noLiveOrder: '这一笔没有其他在途指令',
  notSent: '指令尚未发出',
  matched: '指令号、金额、户名一致',
  proof: '有银行或国库凭证',
  sameYear: '与付款在同一年度',
  yearClosed: '年度已关账',
  corrected: '账户已更换或更正',
  accepted: '验收通过',
  settled: '到结息日，且不超过上限',
  pair: '上下级同时记账',
  sharing: '分担方式为市级垫付',
  heard: '已告知、听取意见并送达',
  bankLine: '有到账流水',
  legalEnd: '有依法终结的证明，两人批准',
  consent: '有条款依据或对方同意',
  approval: '经批准',
  invoice: '发票状态正常，购买方为申请人',
  awardShared: '各行分摊之和等于批准金额',
  runMonth: '一次发放只含一个月、一个事项',
  signed: '资产负债表已签字',
  window: '在放款后的登记期限内，且不超过限额',
  evidence: '代偿证据齐全',
  caps: '不超过代偿上限',
  frozenShares: '按登记时的分担比例和追偿顺序',
} as const satisfies Readonly<Record<string, string>>;

export type Guard = keyof typeof guards;

type Keyed = Readonly<Partial<Record<KeyPart, KeyName>>>;

export type LegRule = {
  readonly debit: AccountCode;
  readonly credit: AccountCode;
  /** `amount` when not said. */
  readonly takes?: AmountName;
  /** The leg is left out when its amount is not given: some events have nothing to move there. */
  readonly optional?: true;
  /** Where a key part of the debit or credit account is filled by another name than its own. */
  readonly debitBy?: Keyed;
  readonly creditBy?: Keyed;
  /** Key parts that the event itself fixes, whatever is given. */
  readonly fixed?: Readonly<Partial<Record<KeyPart, string>>>;
};

export type Transfer = {
  /** The row of the transfer table; a row with alternatives has several transfers. */
  readonly id: `T${number}`;
  readonly event: string;
  readonly guards: readonly Guard[];
  readonly legs: readonly LegRule[];
  /** A closed year takes only results, bounces and recoveries (I26). */
  readonly closedYear?: 'taken';
};

export type TransferTable = Readonly<Record<string, Transfer>>;
