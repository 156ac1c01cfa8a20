// The terms of a risk pool, frozen per loan when it is registered, and what a pool knows besides its accounts.
import type { Rational } from '#rules/exact/rational.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Balances } from './posting.ts';
import type { Share } from './split.ts';

/** How a pool deals with its loans. Every number is pack data. */
export type PoolTerms = {
  /** Everybody who bears a loss, the bank included, in the order of the terms; 10 000 bp together. */
  readonly shares: readonly Share[];
  /** Which of the parties is the pool itself, and which is the bank. */
  readonly poolParty: string;
  readonly bankParty: string;
  /** Parties whose share the pool advances and asks back; the others pay theirs themselves. */
  readonly advancedFor: readonly string[];
  /** Limits on what the pool itself compensates, in fen; null where the terms set none. */
  readonly caps: Readonly<Record<CapName, bigint | null>>;
  /** Outstanding principal may be at most this many times the base. */
  readonly leverage: Rational;
  readonly leverageBase: 'cash' | 'net-capital';
  /** The bank may register nothing new while claimed ÷ registered is above this; null for no such stop. */
  readonly stopLoss: Rational | null;
  /** Days after disbursement within which a loan can be registered. */
  readonly windowDays: number;
  readonly recoveryOrder: 'proportional' | 'pool-first';
};

export type CapName = 'loan' | 'firm' | 'bank-year' | 'pool-year';

export type PoolLoan = {
  readonly loan: string;
  readonly bank: string;
  readonly firm: string;
  /** As they stood at registration; a later change of the terms does not touch old loans. */
  readonly terms: PoolTerms;
};

/** One approved compensation: the whole loss, and what the pool itself bears of it. */
export type Compensation = {
  readonly claim: string;
  readonly loan: string;
  readonly year: string;
  readonly loss: bigint;
  readonly own: bigint;
};

/** One pool: its balances, its loans with their frozen terms, its compensations and recoveries in order. */
export type PoolBook = {
  readonly tenant: string;
  readonly pool: string;
  readonly balances: Balances;
  readonly loans: ReadonlyMap<string, PoolLoan>;
  readonly compensations: readonly Compensation[];
  /** What was shared of each recovery after costs, up to the loss. */
  readonly recoveries: readonly { readonly loan: string; readonly shared: bigint }[];
};

/** A loan that a bank reports for registration. */
export type LoanReport = {
  readonly loan: string;
  readonly bank: string;
  readonly firm: string;
  readonly principal: bigint;
  readonly disbursedOn: PlainDate;
};
