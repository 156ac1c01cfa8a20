// The compiled rulebook: what the packs say, checked and typed. Everything that evaluates, explains or prints reads this.
import type { Expression } from '#rules/language/syntax.ts';
import type { Dictionary, FactDefinition, NamedSet, SubjectKind } from '#rules/facts/dictionary.ts';
import type { Rational } from '#rules/exact/rational.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Nouns } from './nouns/nouns.ts';
import type { Ruling } from './ruling.ts';

/** Evidence grades, best first. A condition below `seed` does not decide. */
export const grades = [
  'primary',
  'ruling',
  'secondary',
  'seed',
  'draft',
  'inferred',
  'recalled',
  'assumption',
  'unknown',
] as const;
export type Grade = (typeof grades)[number];

/** Where something was written, for messages. Line and column count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

export type DocumentRecord = {
  readonly id: string;
  readonly title: string;
  /** 文号; null when not found (shown 待核). */
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly from: string | null;
  /** A date, 'unknown', or null for no end. */
  readonly to: string | null;
  readonly seen: string | null;
  readonly evidence: Grade;
  readonly successor: string | null;
  readonly note: string | null;
  /** Invented for demonstration (演示口径): registered in a demo pack. */
  readonly demo?: true;
};

/** A clause of a document, restated. Conditions and numbers point to it by key. */
export type Clause = {
  readonly key: string;
  readonly document: DocumentRecord;
  readonly at: string | null;
  readonly evidence: Grade;
  readonly says: string;
};

export type Mode = 'new' | 'review';

type ConditionNode = {
  /** The id that the facts files give it, or null. */
  readonly id: string | null;
  /** Its own clause or the nearest ancestor's. Never null for a leaf of a checked pack that states a number. */
  readonly clause: Clause | null;
  /** Not tested in the other mode: counts as true there (不考察). */
  readonly onlyFor: Mode | null;
  readonly place: Place;
};

export type TestCondition = ConditionNode & { readonly kind: 'test'; readonly test: Expression; readonly text: string };
export type JunctionCondition = ConditionNode & { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };
export type NotCondition = ConditionNode & { readonly kind: 'not'; readonly of: Condition };
/** First row whose guard is true decides; the last row has no guard. */
export type FirstCondition = ConditionNode & {
  readonly kind: 'first';
  readonly rows: readonly { readonly when: Condition | null; readonly then: Condition }[];
};
/** The source says a condition exists, but not which. */
export type UnpublishedCondition = ConditionNode & { readonly kind: 'unpublished'; readonly what: string };
/** Sources disagree: true if all are, false if none is, else unknown (口径不一). */
export type DisputedCondition = ConditionNode & { readonly kind: 'disputed'; readonly of: readonly Condition[] };
export type JudgedCondition = ConditionNode & { readonly kind: 'judged'; readonly fact: FactDefinition };
export type ScoreCondition = ConditionNode & {
  readonly kind: 'score';
  readonly score: string;
  /** The whole table, one block, or one indicator. */
  readonly part: { readonly kind: 'total' } | { readonly kind: 'block' | 'indicator'; readonly name: string };
  readonly mark: Rational;
  /** True: more than the mark (more-than). False: the mark is enough (at-least). */
  readonly strict: boolean;
};

/** What an overlay switched off: counts as true, shown as 豁免 with the overlay's clause. */
export type WaivedCondition = ConditionNode & { readonly kind: 'waived'; readonly was: Condition };

export type Condition =
  | WaivedCondition
  | TestCondition
  | JunctionCondition
  | NotCondition
  | FirstCondition
  | UnpublishedCondition
  | DisputedCondition
  | JudgedCondition
  | ScoreCondition;

/** Points that a human picks within low..high, or one number when they are equal. */
export type Points = { readonly low: Rational; readonly high: Rational };

export type IndicatorRule =
  /** Highest threshold reached first; below the last row 0. `better: 'high'` is at-least, 'low' is at-most. */
  | {
      readonly kind: 'bands';
      readonly of: Expression;
      readonly better: 'high' | 'low';
      readonly rows: readonly { readonly threshold: Expression; readonly points: Points }[];
    }
  /** Full steps only. */
  | { readonly kind: 'per'; readonly of: Expression; readonly step: Expression; readonly points: Rational }
  | { readonly kind: 'count'; readonly of: readonly Condition[]; readonly points: Rational }
  | {
      readonly kind: 'first';
      readonly rows: readonly { readonly when: Condition | null; readonly points: Points | null }[];
    }
  | { readonly kind: 'best'; readonly of: readonly IndicatorRule[] }
  /** The rule is not published: 0…max. */
  | { readonly kind: 'unknown' }
  /** A reviewer picks one of these. */
  | { readonly kind: 'judged'; readonly fact: FactDefinition; readonly points: readonly Rational[] };

export type Indicator = {
  readonly id: string;
  readonly name: string;
  readonly max: Rational;
  readonly rule: IndicatorRule;
  readonly clause: Clause | null;
  readonly place: Place;
};

/** Indicators that are added up together; what goes beyond `max` does not count. Null: nothing is cut off. */
export type ScoreBlock = { readonly of: readonly string[]; readonly max: Rational | null };

export type ScoreTable = {
  readonly id: string;
  readonly name: string;
  readonly blocks: ReadonlyMap<string, ScoreBlock>;
  readonly indicators: readonly Indicator[];
  readonly place: Place;
};

/** A span of dates; `to` null means no end is set, 'unknown' that the end is not known. */
export type Term = {
  readonly from: PlainDate | null;
  readonly to: PlainDate | 'unknown' | null;
  readonly seen: PlainDate | null;
};

export type Gate = {
  readonly id: string;
  readonly name: string;
  readonly en: string | null;
  /** The level it leads to, or a title outside the ladder. */
  readonly to: string;
  readonly terms: { readonly [mode in Mode]: Term | null };
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly require: Condition;
  readonly unsettled: readonly string[];
  readonly pack: string;
  readonly place: Place;
};

export type Overlay = {
  readonly id: string;
  readonly gate: string;
  /** null: both modes. */
  readonly mode: Mode | null;
  readonly term: Term;
  readonly clause: Clause | null;
  readonly change:
    | { readonly kind: 'waive'; readonly id: string }
    | { readonly kind: 'replace'; readonly id: string; readonly by: Condition }
    | { readonly kind: 'add'; readonly condition: Condition };
  /** The overlay that this one goes before, if any. */
  readonly over: string | null;
  readonly place: Place;
};

export const measures = ['cash', 'tax', 'base', 'credit', 'price', 'service'] as const;
export type Measure = (typeof measures)[number];

/** A number of a benefit: an expression, or not published. */
export type BenefitNumber = Expression | 'unknown';

export type BenefitForm =
  | { readonly kind: 'amount'; readonly amount: BenefitNumber }
  | { readonly kind: 'rate'; readonly rate: BenefitNumber; readonly of: Expression }
  | {
      readonly kind: 'monthly';
      readonly monthly: BenefitNumber;
      readonly months: BenefitNumber;
      readonly less: readonly Expression[];
    }
  /** Slices: from each threshold up to the next, this rate. */
  | {
      readonly kind: 'progressive';
      readonly slices: readonly { readonly from: Expression; readonly rate: Expression }[];
      readonly of: Expression;
    }
  /** Someone else decides within the two rates. */
  | { readonly kind: 'between'; readonly low: Expression; readonly high: Expression; readonly of: Expression }
  /** Discretion: 0…cap. */
  | { readonly kind: 'up-to'; readonly most: BenefitNumber }
  | { readonly kind: 'none' }
  /** 一事一议 */
  | { readonly kind: 'case-by-case' }
  | { readonly kind: 'first'; readonly rows: readonly { readonly when: Condition | null; readonly then: Benefit }[] };

export type Benefit = BenefitForm & {
  readonly cap: BenefitNumber | null;
  readonly floor: BenefitNumber | null;
  /** null: down to one fen. `to` in fen. */
  readonly round: { readonly to: bigint; readonly mode: 'down' | 'half-up' } | null;
  readonly measure: Measure;
  readonly clause: Clause | null;
  /** Rulings that gave a number which the clause leaves open; absent where none did. */
  readonly settledBy?: readonly Clause[];
  readonly place: Place;
};

export type ItemVersion = {
  readonly term: Term;
  /** The date fact that picks the version; null: the filing date. */
  readonly by: FactDefinition | null;
  readonly applies: Condition | null;
  readonly eligible: Condition | null;
  readonly benefit: Benefit;
  readonly unsettled: readonly string[];
  readonly place: Place;
};

export const itemKinds = ['award', 'subsidy', 'allowance', 'loan', 'service', 'title', 'tax', 'priority'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Dates of a year (03-15 to 04-15), always, or not published. */
export type Window =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'always' }
  | { readonly kind: 'yearly'; readonly from: string; readonly to: string }
  | { readonly kind: 'dates'; readonly from: PlainDate; readonly to: PlainDate };

export const reserves = ['list', 'acceptance'] as const;
export const procedureKinds = ['confirm', 'apply', 'service', 'match', 'enrol', 'task'] as const;
export type Procedure = {
  readonly kind: (typeof procedureKinds)[number] | 'unknown';
  readonly window: Window;
  readonly stages: readonly {
    readonly kind: string;
    readonly days: string | null;
    readonly who: string | null;
    /** How many must take part; null when the source does not say. */
    readonly quorum: number | null;
    /** Which part of the money this stage settles; null when the source does not say. */
    readonly share: Rational | null;
    readonly clause: Clause | null;
  }[];
  /** What the source promises or demands by when; `since` null: the source does not say from when it runs. */
  readonly clocks: readonly {
    readonly name: string;
    readonly within: string;
    readonly since: string | null;
    readonly clause: Clause | null;
  }[];
  readonly materials: readonly {
    readonly name: string;
    readonly proves: readonly string[];
    readonly held: boolean;
    readonly clause: Clause | null;
  }[];
  readonly channel: string | null;
  /** The fund that pays; null when the source names none. */
  readonly fund: string | null;
  /** When money is reserved: for a list that was fixed, or on acceptance; null when nobody says. */
  readonly reserve: (typeof reserves)[number] | null;
  readonly clause: Clause | null;
};

export type Item = {
  readonly id: string;
  readonly name: string;
  readonly en: string | null;
  readonly kind: ItemKind;
  readonly subject: SubjectKind;
  readonly theme: string;
  readonly owner: string | null;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly versions: readonly ItemVersion[];
  readonly competition: 'none' | 'selected';
  readonly stacking: readonly string[];
  /** Facts that this measure improves. */
  readonly helps: readonly FactDefinition[];
  readonly procedure: Procedure | null;
  readonly pack: string;
  readonly place: Place;
};

export const scopes = ['enterprise', 'project', 'person', 'household', 'loan', 'patent', 'bid'] as const;

export type StackingRule = {
  readonly id: string;
  readonly name: string;
  readonly scope: (typeof scopes)[number];
  readonly rule:
    | { readonly kind: 'highest' | 'choose-one' | 'top-up' | 'once' }
    | { readonly kind: 'sum-up-to'; readonly limit: Expression }
    | { readonly kind: 'after'; readonly item: string }
    /** `yearOf` null: the filing date. */
    | { readonly kind: 'per-year-cap'; readonly amount: Expression; readonly yearOf: FactDefinition | null };
  readonly clause: Clause | null;
  readonly evidence: Grade;
  readonly enabled: boolean;
  readonly place: Place;
};

/** Legal working days of the years that are known. A year that is not there is unknown. */
export type WorkCalendar = {
  readonly id: string;
  readonly years: ReadonlyMap<
    number,
    {
      /** Weekdays that are days off. */
      readonly off: ReadonlySet<PlainDate>;
      /** Weekend days that are worked (调休). */
      readonly worked: ReadonlySet<PlainDate>;
      readonly clause: Clause | null;
    }
  >;
};

export type PackInfo = {
  readonly id: string;
  readonly name: string;
  readonly division: string | null;
  readonly buildsOn: readonly string[];
  /** Holds invented rulings: loaded in demo mode only, and nothing outside may need it. */
  readonly demo: boolean;
};

/** `Nouns`: registers, funds, indicators, plans, assessments and the glossary. */
export type Rulebook = Nouns & {
  readonly hash: string;
  readonly packs: readonly PackInfo[];
  readonly dictionary: Dictionary;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly sets: ReadonlyMap<string, NamedSet>;
  /** Ordered, lowest first. */
  readonly levels: readonly string[];
  /** Titles outside the ladder (高新技术企业), each recorded by a yes-or-no fact of that name. */
  readonly titles: readonly string[];
  readonly gates: ReadonlyMap<string, Gate>;
  readonly overlays: readonly Overlay[];
  readonly rulings: readonly Ruling[];
  readonly scores: ReadonlyMap<string, ScoreTable>;
  readonly items: ReadonlyMap<string, Item>;
  readonly stacking: ReadonlyMap<string, StackingRule>;
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  /** Names of the packs and their English, as far as it was given. */
  readonly english: ReadonlyMap<string, string>;
};
