// A worked case as it is run: a firm, a date, what is asked of the rulebook, and what a person worked out by hand.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Rational } from '#rules/exact/rational.ts';
import type { Enterprise, Value } from '#rules/facts/enterprise.ts';
import type { AmountRange, Verdict, WindowShown } from '#rules/evaluate/result.ts';
import type { Grade, Mode, Place } from '#rules/packs/rulebook.ts';
import type { Problem } from '#rules/problem.ts';

/** A firm of which nothing is known. */
export const emptyFirm: Enterprise = {
  creditCode: null,
  name: null,
  facts: { single: new Map(), yearly: new Map() },
  subjects: {},
  received: null,
  sources: [],
};

/** Points low to high, equal when they are certain. */
export type PointsRange = { readonly low: Rational; readonly high: Rational };

/** Everywhere below null means: the case does not say, so it is not compared. */
export type ScoreExpectation = {
  readonly total: PointsRange | null;
  readonly blocks: ReadonlyMap<string, PointsRange>;
};

export type VerdictExpectation = {
  readonly verdict: Verdict | null;
  readonly applies: boolean | 'unknown' | null;
  readonly missing: readonly string[] | null;
  readonly failing: readonly string[] | null;
  readonly reasons: readonly string[] | null;
  readonly unsettled: readonly string[] | null;
  /** Ids of the rulings that went into the result. */
  readonly rulings: readonly string[] | null;
  readonly evidence: Grade | null;
};

export type ItemExpectation = VerdictExpectation & {
  /** high null: no upper bound. */
  readonly amount: AmountRange | null;
  readonly steps: readonly string[] | null;
  readonly window: Partial<WindowShown> | null;
};

export type GateExpectation = VerdictExpectation & { readonly score: ScoreExpectation | null };

export type FactExpectation = {
  readonly value: Value | 'unknown' | null;
  readonly missing: readonly string[] | null;
  readonly reasons: readonly string[] | null;
};

export type LeaveExpectation = { readonly entry: string; readonly because: string | null };

export type AssessExpectation = {
  readonly take: readonly string[] | null;
  readonly leave: readonly LeaveExpectation[] | null;
  readonly couldAdd: readonly string[] | null;
  readonly total: { readonly cash: AmountRange | null; readonly tax: AmountRange | null } | null;
  readonly level: string | null;
  readonly next: string | null;
};

type OfFirm = {
  readonly on: PlainDate;
  readonly firm: Enterprise;
  /** The weakest grade that decides in this case; null: the usual one. */
  readonly accept: Grade | null;
  /** True for a case that is asked of the packs without the demo ones: all of real packs, and those that say so. */
  readonly withoutDemo: boolean;
};

export type Question =
  | ({
      readonly kind: 'item';
      readonly item: string;
      readonly subject: string | null;
      readonly expect: ItemExpectation;
    } & OfFirm)
  | ({ readonly kind: 'gate'; readonly gate: string; readonly mode: Mode; readonly expect: GateExpectation } & OfFirm)
  | ({
      readonly kind: 'fact';
      readonly fact: string;
      readonly subject: string | null;
      readonly expect: FactExpectation;
    } & OfFirm)
  | ({ readonly kind: 'score'; readonly score: string; readonly expect: ScoreExpectation } & OfFirm)
  | {
      readonly kind: 'indicator';
      readonly table: string;
      readonly indicator: string;
      readonly on: PlainDate;
      readonly accept: Grade | null;
      readonly rows: readonly { readonly firm: Enterprise; readonly points: PointsRange; readonly place: Place }[];
    }
  | {
      readonly kind: 'calendar';
      readonly calendar: string;
      readonly from: PlainDate;
      readonly count: number;
      readonly unit: '工作日' | '日' | '月' | '年';
      readonly expect: { readonly date: PlainDate | null; readonly provisional: boolean | null };
    }
  | ({ readonly kind: 'assess'; readonly expect: AssessExpectation } & OfFirm);

export type Case = { readonly title: string; readonly place: Place; readonly question: Question };

/** A case that cannot be run: it names what does not exist, or gives a firm that cannot be. It counts as failed. */
export type BrokenCase = { readonly title: string; readonly place: Place; readonly problems: readonly Problem[] };

/** A mutant that changes nothing anyone can see, by its id, with the reason. */
export type Equivalent = { readonly mutant: string; readonly because: string; readonly place: Place };

export type CaseFile = {
  readonly cases: readonly Case[];
  readonly broken: readonly BrokenCase[];
  readonly equivalents: readonly Equivalent[];
  /** Why the file as a whole cannot be read. */
  readonly problems: readonly Problem[];
};

export type CaseResult = {
  readonly title: string;
  readonly place: Place;
  /** True for a case that was generated from a leaf of the rulebook, not written by hand. */
  readonly generated: boolean;
  readonly passed: boolean;
  /** One line each: 期望 …，得到 …. Empty when passed. */
  readonly differences: readonly string[];
};
