// Results of evaluation. These shapes are the JSON contract of assessments: plain data, money as bigint fen until it is printed.
import type { Grade, Measure, ItemKind, Mode } from '#rules/packs/rulebook.ts';

export type Verdict = 'eligible' | 'ineligible' | 'undetermined';

export const reasonCodes = [
  'division-by-zero',
  'base-not-positive',
  'unpublished',
  'disputed',
  'evidence',
  'not-founded',
  'no-calendar',
  'not-in-force',
  'unsettled-member',
] as const;

/** Why something is unknown although no fact is missing, or why a version does not apply. */
export type Reason = { readonly code: (typeof reasonCodes)[number]; readonly at: string; readonly text: string };

export type ClauseShown = {
  readonly key: string;
  readonly document: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly at: string | null;
  readonly evidence: Grade;
  readonly says: string;
  /** Invented for demonstration: shown with the mark 演示口径. */
  readonly demo?: true;
};

/** A ruling (口径) that a result rests on. `settles` names the point that the clauses leave open. */
export type RulingShown = {
  readonly id: string;
  readonly says: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly settles: string;
  readonly demo?: true;
};

/** Both sides of a comparison as shown: `left` our value, `right` the threshold, `gap` signed so that + is on the right side. */
export type ComparedValues = {
  readonly left: string | null;
  readonly right: string | null;
  readonly gap: string | null;
};

export type ConditionResult = {
  readonly id: string | null;
  readonly op:
    | 'test'
    | 'all'
    | 'any'
    | 'not'
    | 'first'
    | 'unpublished'
    | 'disputed'
    | 'judged'
    | 'score'
    | 'waived'
    | 'not-tested';
  readonly verdict: Verdict;
  /** Canonical Chinese of a leaf; null for a junction. */
  readonly text: string | null;
  readonly values: ComparedValues | null;
  readonly clause: ClauseShown | null;
  readonly evidence: Grade;
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
  readonly of?: readonly ConditionResult[];
  /** The guard of a row of `first`, on the row's result. */
  readonly when?: ConditionResult;
  readonly score?: ScoreResult;
};

export type IndicatorResult = {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
  readonly evidence: Grade;
  readonly value: string | null;
};

export type ScoreResult = {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly blocks: {
    readonly [name: string]: {
      readonly low: number;
      readonly high: number;
      /** What goes beyond it does not count; absent where nothing is cut off. */
      readonly max?: number;
    };
  };
  readonly indicators: readonly IndicatorResult[];
  readonly evidence: Grade;
};

export type AmountResult = {
  readonly low: bigint;
  /** null: no upper bound. */
  readonly high: bigint | null;
  readonly unit: 'fen';
  readonly measure: Measure;
  readonly evidence: Grade;
  readonly clause: ClauseShown | null;
  /** Rulings that gave a number which the clause leaves open; absent where none did. */
  readonly rulings?: readonly ClauseShown[];
  /** True where someone else decides how much (幅度、酌定、一事一议): never a promise. */
  readonly discretion: boolean;
  /** The arithmetic, line by line. */
  readonly steps: readonly string[];
  /** Facts that make it a range. */
  readonly missing: readonly string[];
};

export type VersionShown = {
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly date: string | null;
};

export type WindowShown = {
  readonly state: 'unknown' | 'always' | 'open' | 'upcoming' | 'closed';
  readonly from?: string;
  readonly to?: string;
  readonly daysLeft?: number;
};

export type ItemResult = {
  readonly id: string;
  readonly name: string;
  readonly en: string | null;
  readonly kind: ItemKind;
  readonly theme: string;
  readonly owner: string | null;
  /** 项目:三号车间, or null for the enterprise itself or when the firm has no such subject. */
  readonly subject: string | null;
  /** false: not addressed (不适用); null: not known. */
  readonly applies: boolean | null;
  readonly verdict: Verdict;
  readonly competition: 'none' | 'selected';
  readonly version: VersionShown | null;
  readonly window: WindowShown;
  readonly amount: AmountResult | null;
  readonly missing: readonly string[];
  readonly failing: readonly string[];
  readonly reasons: readonly Reason[];
  /** What the sources do not say, and where the firm's own data contradict one another. */
  readonly unsettled: readonly string[];
  /** The rulings in force on that date that went into this result. */
  readonly rulings: readonly RulingShown[];
  readonly evidence: Grade;
  readonly conditions: ConditionResult | null;
  readonly change: readonly ChangeResult[];
};

export type GateResult = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly mode: Mode;
  readonly applies: boolean;
  readonly verdict: Verdict;
  readonly missing: readonly string[];
  readonly failing: readonly string[];
  readonly reasons: readonly Reason[];
  readonly score: ScoreResult | null;
  readonly evidence: Grade;
  readonly unsettled: readonly string[];
  readonly rulings: readonly RulingShown[];
  readonly conditions: ConditionResult | null;
  readonly change: readonly ChangeResult[];
};

/** A gate to a title outside the ladder, and whether the firm holds the title; null when that is not known. */
export type TitleResult = GateResult & { readonly held: boolean | null };

/** One way to turn ineligible into eligible: these facts, from what to what. */
export type ChangeResult = {
  readonly at: string;
  readonly facts: readonly {
    readonly fact: string;
    readonly from: string | null;
    readonly to: string;
    readonly how: 'effort' | 'time' | 'choice' | 'declare';
    readonly date: string | null;
  }[];
  /** Values of years that are still open, taken to stay as in the year `like` (与上年持平); absent when nothing is assumed. */
  readonly assuming?: readonly { readonly fact: string; readonly value: string; readonly like: string }[];
};

export type AmountRange = { readonly low: bigint; readonly high: bigint | null };

export type Combination = {
  readonly total: { readonly cash: AmountRange; readonly tax: AmountRange };
  /** Competitive (择优) entries that are eligible: not promised, never in the total. */
  readonly competition: { readonly cash: AmountRange; readonly tax: AmountRange };
  /** What undetermined entries could add at most. */
  readonly potential: { readonly cash: AmountRange; readonly tax: AmountRange };
  readonly take: readonly string[];
  readonly leave: readonly { readonly entry: string; readonly because: string }[];
  readonly couldAdd: readonly string[];
  /** What the combination had to assume (no record of grants received …), one sentence each. */
  readonly assumes?: readonly string[];
};

export type Question = {
  readonly fact: string;
  readonly decides: number;
  readonly alone: number;
  readonly worth: { readonly high: bigint | null };
};

export type PlanStep = {
  readonly goal: string;
  readonly condition: string | null;
  readonly gap: string;
  readonly measures: readonly string[];
  readonly by: string | null;
};

export type Assessment = {
  readonly enterprise: { readonly creditCode: string | null; readonly name: string | null };
  readonly on: string;
  readonly rulebook: { readonly hash: string; readonly packs: readonly string[] };
  readonly ladder: {
    readonly level: string | null;
    readonly until: string | null;
    readonly next: string | null;
    readonly review: { readonly gate: string; readonly by: string | null; readonly verdict: Verdict } | null;
    readonly gates: readonly GateResult[];
  };
  /** 其他称号: titles that are no level of the ladder. */
  readonly titles: readonly TitleResult[];
  readonly items: readonly ItemResult[];
  readonly combination: Combination;
  readonly questions: readonly Question[];
  readonly plan: readonly PlanStep[];
};
