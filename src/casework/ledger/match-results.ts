// Bank results against our orders. What an order is follows from the *set* of rows that match it, so importing a file
// twice, in halves or in another order ends in the same state; what matches nothing goes to 待查.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { isLive, type OrderState } from './order-states.ts';

/** What the bank can say of an order. */
export type Outcome = 'success' | 'failed' | 'bounced';

/** One row of a result file. */
export type ResultRow = {
  readonly number: string;
  /** Integer fen. */
  readonly amount: bigint;
  readonly payee: string;
  readonly outcome: Outcome;
  /** The bank's own number of the movement. */
  readonly serial: string;
  readonly on: PlainDate;
};

/** An order as it was given to the bank; `state` is what our side knows without any result. */
export type IssuedOrder = {
  readonly number: string;
  readonly amount: bigint;
  readonly payee: string;
  readonly state: OrderState;
};

/** Why a row waits for a person. */
export const queryReasons = {
  'no-order': '没有这个指令号',
  'not-issued': '指令没有签发，或已撤销',
  'other-amount': '金额不一致',
  'other-payee': '户名不一致',
} as const satisfies Readonly<Record<string, string>>;

export type QueryReason = keyof typeof queryReasons;

/** What a person has found out about contradictory rows; a row that was not among the judged ones reopens the question. */
export type Ruling = { readonly outcome: Outcome; readonly judged: ReadonlySet<string> };

export type ResultBook = {
  readonly issued: ReadonlyMap<string, IssuedOrder>;
  /** Matching rows by order number, each by its own text. */
  readonly matched: ReadonlyMap<string, ReadonlyMap<string, ResultRow>>;
  /** 待查, each by its own text. */
  readonly queries: ReadonlyMap<string, { readonly row: ResultRow; readonly reason: QueryReason }>;
  readonly rulings: ReadonlyMap<string, Ruling>;
};

/** A book in which these orders wait for their results. */
export const openResultBook = (orders: readonly IssuedOrder[]): ResultBook => ({
  issued: new Map(orders.map((order) => [order.number, order])),
  matched: new Map(),
  queries: new Map(),
  rulings: new Map(),
});

/** A row as text: the same row twice is one row. */
export const rowText = ({ number, amount, payee, outcome, serial, on }: ResultRow): string =>
  JSON.stringify([number, amount.toString(), payee, outcome, serial, on]);

/** Orders that a bank may have a result for: those under way, and those that have one already. */
const awaitsResult = (state: OrderState): boolean =>
  isLive(state) || state === 'success' || state === 'failed' || state === 'bounced';

const mismatch = (order: IssuedOrder | undefined, row: ResultRow): QueryReason | null => {
  if (order === undefined) return 'no-order';
  if (!awaitsResult(order.state)) return 'not-issued';
  if (order.amount !== row.amount) return 'other-amount';
  return order.payee === row.payee ? null : 'other-payee';
};

/**
 * Takes in rows of a result file. Rows match on number *and* amount *and* payee; anything else goes to 待查.
 *
 * @source money: orders and files; invariant I29
 */
export const importResults = (book: ResultBook, rows: readonly ResultRow[]): ResultBook => {
  const matched = new Map(book.matched);
  const queries = new Map(book.queries);
  for (const row of rows) {
    const reason = mismatch(book.issued.get(row.number), row);
    if (reason === null) matched.set(row.number, new Map([...(matched.get(row.number) ?? []), [rowText(row), row]]));
    else queries.set(rowText(row), { row, reason });
  }
  return { ...book, matched, queries };
};

/** A person's finding on the rows that are there now; null when the rows of this order do not contradict each other. */
export const ruleOn = (book: ResultBook, number: string, outcome: Outcome): ResultBook | null => {
  if (stateOf(book, number) !== 'contradicted') return null;
  const judged = new Set(book.matched.get(number)?.keys());
  return { ...book, rulings: new Map([...book.rulings, [number, { outcome, judged }]]) };
};

/**
 * Whether rows of one order cannot all be true: failed and paid; paid under two serials, which is paid twice; or one
 * serial with two meanings.
 */
const contradict = (rows: readonly ResultRow[]): boolean => {
  const has = (outcome: Outcome): boolean => rows.some((row) => row.outcome === outcome);
  const serials = new Set(rows.map(({ serial }) => serial));
  const payments = rows.filter(({ outcome }) => outcome === 'success');
  return (has('failed') && (has('success') || has('bounced'))) || payments.length > 1 || serials.size < rows.length;
};

/**
 * What an order is, by what our side knows and the rows that match it; null for a number that is not ours.
 * A bounce without its payment is `unknown`: something happened, and the row that says what is missing.
 */
export const stateOf = (book: ResultBook, number: string): OrderState | null => {
  const order = book.issued.get(number);
  if (order === undefined) return null;
  const matched = book.matched.get(number) ?? new Map<string, ResultRow>();
  const ruling = book.rulings.get(number);
  if (ruling !== undefined && [...matched.keys()].every((text) => ruling.judged.has(text))) return ruling.outcome;
  const rows = [...matched.values()];
  if (contradict(rows)) return 'contradicted';
  const outcomes = new Set(rows.map(({ outcome }) => outcome));
  if (outcomes.has('bounced')) return outcomes.has('success') || order.state === 'success' ? 'bounced' : 'unknown';
  return outcomes.has('success') ? 'success' : outcomes.has('failed') ? 'failed' : order.state;
};
