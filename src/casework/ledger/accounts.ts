// The chart of accounts: every account that a posting may touch, its book, its normal side and what it is kept per.
// The database keeps the same table; a balance is never below zero, so each account is also a limit.

/** What an account or a book is kept per. Values are texts; a year is `2026`, a month `2026-03`. */
export type KeyPart =
  | 'tenant'
  | 'fund'
  | 'year'
  | 'funder'
  | 'budgetLine'
  | 'case'
  | 'part'
  | 'order'
  | 'bank'
  | 'jurisdiction'
  | 'recovery'
  | 'kind'
  | 'payer'
  | 'debtor'
  | 'invoiceLine'
  | 'exclusionGroup'
  | 'person'
  | 'allowance'
  | 'month'
  | 'pool'
  | 'bankAccount'
  | 'party'
  | 'payee'
  | 'claim'
  | 'loan'
  | 'contributor'
  | 'feeKind';

export type Unit = 'fen' | 'base fen' | 'month';

type BookShape = { readonly name: string; readonly unit: Unit; readonly per: readonly KeyPart[] };

/**
 * The books. Debits and credits are equal inside one book *and* one value of its key, which is what the identities say:
 * a leg that stays inside cannot break them, and no leg goes outside.
 *
 * @source money: words and chart of accounts
 */
export const books = {
  authority: { name: '预算授权账', unit: 'fen', per: ['tenant', 'fund', 'year', 'funder'] },
  recovery: { name: '追回账', unit: 'fen', per: ['tenant', 'recovery', 'kind'] },
  treasuries: { name: '财政往来账', unit: 'fen', per: ['tenant', 'payer', 'debtor', 'year'] },
  demand: { name: '需求账', unit: 'fen', per: ['tenant', 'fund'] },
  claims: { name: '支出占用账', unit: 'base fen', per: ['tenant', 'invoiceLine', 'exclusionGroup'] },
  support: { name: '支持强度账', unit: 'fen', per: ['tenant', 'invoiceLine'] },
  months: { name: '补贴月份账', unit: 'month', per: ['tenant', 'person', 'allowance'] },
  pool: { name: '风险池资金账', unit: 'fen', per: ['tenant', 'pool'] },
  risk: { name: '风险敞口账', unit: 'fen', per: ['tenant', 'pool', 'loan'] },
} as const satisfies Readonly<Record<string, BookShape>>;

export type Book = keyof typeof books;

/** D: balance = debits − credits. C: balance = credits − debits. */
export type Side = 'D' | 'C';

type AccountShape = {
  readonly book: Book;
  readonly side: Side;
  readonly name: string;
  /** What the account is kept per, after the key of its book. */
  readonly per: readonly KeyPart[];
};

export const accounts = {
  F10: { book: 'authority', side: 'C', name: '预算授权', per: [] },
  F11: { book: 'authority', side: 'D', name: '可用', per: ['budgetLine'] },
  F12: { book: 'authority', side: 'D', name: '冻结', per: ['budgetLine'] },
  F20: { book: 'authority', side: 'D', name: '预留', per: ['part'] },
  F30: { book: 'authority', side: 'D', name: '承诺', per: ['part'] },
  F40: { book: 'authority', side: 'D', name: '在途', per: ['order'] },
  F41: { book: 'authority', side: 'D', name: '退回待处理', per: ['order'] },
  F50: { book: 'authority', side: 'D', name: '已付', per: ['part'] },
  F51: { book: 'authority', side: 'D', name: '已付待验收', per: ['part'] },
  F55: { book: 'authority', side: 'D', name: '预拨', per: ['bank'] },
  F60: { book: 'authority', side: 'D', name: '下达下级', per: ['jurisdiction'] },
  F70: { book: 'authority', side: 'D', name: '收回', per: [] },
  F71: { book: 'authority', side: 'D', name: '结转', per: [] },

  R10: { book: 'recovery', side: 'D', name: '应追回', per: [] },
  R11: { book: 'recovery', side: 'D', name: '已收回待处理', per: [] },
  R12: { book: 'recovery', side: 'D', name: '已缴库', per: [] },
  R13: { book: 'recovery', side: 'D', name: '核销', per: [] },
  R20: { book: 'recovery', side: 'C', name: '追回债权', per: [] },

  X10: { book: 'treasuries', side: 'D', name: '应收下级财政', per: [] },
  X12: { book: 'treasuries', side: 'D', name: '已结算', per: [] },
  X11: { book: 'treasuries', side: 'C', name: '财政间债权', per: [] },

  N10: { book: 'demand', side: 'D', name: '申请', per: ['case'] },
  N20: { book: 'demand', side: 'D', name: '排队', per: ['part'] },
  N90: { book: 'demand', side: 'C', name: '需求对应', per: [] },

  K10: { book: 'claims', side: 'C', name: '可用支出', per: [] },
  K11: { book: 'claims', side: 'D', name: '未占用', per: [] },
  K12: { book: 'claims', side: 'D', name: '审核占用', per: ['case'] },
  K13: { book: 'claims', side: 'D', name: '已用', per: ['case'] },
  K14: { book: 'claims', side: 'D', name: '作废', per: [] },

  S10: { book: 'support', side: 'C', name: '支持上限', per: [] },
  S11: { book: 'support', side: 'D', name: '可支持', per: [] },
  S12: { book: 'support', side: 'D', name: '已支持', per: ['case'] },

  M10: { book: 'months', side: 'C', name: '应享月数', per: [] },
  M11: { book: 'months', side: 'D', name: '剩余月数', per: [] },
  M12: { book: 'months', side: 'D', name: '扣除月数', per: [] },
  M13: { book: 'months', side: 'D', name: '应发', per: ['month'] },
  M14: { book: 'months', side: 'D', name: '已发', per: ['month'] },
  M15: { book: 'months', side: 'D', name: '失效月数', per: [] },

  P10: { book: 'pool', side: 'D', name: '资金池存款', per: ['bankAccount'] },
  P11: { book: 'pool', side: 'D', name: '代垫应收', per: ['party', 'claim'] },
  P12: { book: 'pool', side: 'D', name: '代偿待追', per: ['loan'] },
  P13: { book: 'pool', side: 'D', name: '代偿在途', per: ['order'] },
  P14: { book: 'pool', side: 'D', name: '代偿损失', per: ['loan'] },
  P15: { book: 'pool', side: 'D', name: '费用', per: ['feeKind'] },
  P20: { book: 'pool', side: 'C', name: '注入资本', per: ['contributor'] },
  P21: { book: 'pool', side: 'C', name: '利息收入', per: [] },
  P22: { book: 'pool', side: 'C', name: '应付', per: ['claim', 'payee'] },
  P23: { book: 'pool', side: 'C', name: '追偿待分配', per: ['loan'] },

  Q10: { book: 'risk', side: 'C', name: '入池本金', per: [] },
  Q11: { book: 'risk', side: 'D', name: '在保本金', per: [] },
  Q12: { book: 'risk', side: 'D', name: '已还本金', per: [] },
  Q13: { book: 'risk', side: 'D', name: '申请代偿本金', per: [] },
  Q14: { book: 'risk', side: 'D', name: '解除本金', per: [] },
} as const satisfies Readonly<Record<string, AccountShape>>;

export type AccountCode = keyof typeof accounts;

/** All parts of an account's key: its book's, then its own. */
export const keyOf = (code: AccountCode): readonly KeyPart[] => {
  const { book, per } = accounts[code];
  return [...books[book].per, ...per];
};

/** One account with its key values, as text that sorts: `F30/nantong/tech/2026/city/case-1`. */
export type AccountId = string & { readonly accountId: true };

// A slash in a key value would make two accounts one.
const escapeValue = (value: string): string => value.replaceAll('%', '%25').replaceAll('/', '%2F');
const restoreValue = (text: string): string => text.replaceAll('%2F', '/').replaceAll('%25', '%');

/** The account of this code for these key values, one for each part of `keyOf(code)` and in that order. */
export const accountId = (code: AccountCode, values: readonly string[]): AccountId =>
  // Joined from a code of the chart and escaped values, so the brand holds.
  [code, ...values.map(escapeValue)].join('/') as AccountId;

/** The code that an account was made of. */
export const codeOf = (id: AccountId): AccountCode =>
  // An id starts with the code that it was made of.
  id.slice(0, id.indexOf('/')) as AccountCode;

/** The key values of an account, in the order of `keyOf`. */
export const valuesOf = (id: AccountId): readonly string[] => id.split('/').slice(1).map(restoreValue);

/** The book and the values of its key: inside it debits equal credits. */
export const bookOf = (id: AccountId): string => {
  const { book } = accounts[codeOf(id)];
  return [book, ...id.split('/').slice(1, 1 + books[book].per.length)].join('/');
};
