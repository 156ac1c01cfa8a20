// The nouns beside items and gates, as compiled: registers, funds, indicators, plans, assessments and terms.
// They describe what the city keeps and promises. None of them decides a case, and no figure of them is a constant of the program.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Rational } from '#rules/exact/rational.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Clause, DocumentRecord, Place } from '#rules/packs/rulebook.ts';

/**
 * A number as the source states it. Money in fen, a percentage as a fraction, everything else in the unit that goes with it.
 * `high` is above `low` only where the source itself gives a range.
 */
export type Quantity = { readonly low: Rational; readonly high: Rational; readonly text: string };

/** How a source bounds a number: 30%, ≥ 30%, ≤ 30%, more than 1亿元, below 1%. */
export const bounds = ['exactly', 'at-least', 'at-most', 'more-than', 'less-than'] as const;

/** A number that a clause carries, or that the clause says exists without telling it. */
export type Stated = {
  readonly value: Quantity | 'unknown';
  readonly bound: (typeof bounds)[number];
  readonly clause: Clause | null;
};

/** What registers, funds, indicators, plans and assessments have in common. */
export type Noun = {
  readonly id: string;
  readonly name: string;
  readonly en: string | null;
  readonly owner: string | null;
  readonly clause: Clause | null;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly unsettled: readonly string[];
  readonly pack: string;
  readonly place: Place;
};

export const registerKinds = [
  'title',
  'pool',
  'whitelist',
  'station',
  'provider',
  'adviser',
  'fund',
  'portfolio',
  'node',
  'project',
  'product',
  'filing',
  'person',
] as const;
export const holders = ['enterprise', 'person', 'organisation', 'fund', 'project', 'product'] as const;
export const entries = ['rule', 'recommendation', 'application'] as const;

/** 名录: who holds what, since when, until when. */
export type Register = Noun & {
  readonly kind: (typeof registerKinds)[number];
  readonly holder: (typeof holders)[number];
  /** Lowest first; null where there are none, 'unknown' where the source names tiers without listing them. */
  readonly tiers: readonly string[] | 'unknown' | null;
  /** Years of an entry; null where it has no end. */
  readonly term: Stated | null;
  readonly public: boolean | 'unknown';
  readonly entry: readonly (typeof entries)[number][] | 'unknown';
  /** The level of the ladder whose holders it lists. */
  readonly level: string | null;
  readonly gates: readonly string[];
  readonly items: readonly string[];
  /** The facts that an entry answers. */
  readonly feeds: readonly FactDefinition[];
  /** What a source names as an example: no more than it says. */
  readonly quoted: readonly { readonly name: string; readonly says: string | null; readonly clause: Clause | null }[];
};

export const fundKinds = ['budget-line', 'risk-pool', 'mother-fund', 'sub-fund', 'guarantee-plan'] as const;

/** The terms of a fund and the units in which each may be stated. */
export const fundTerms = {
  size: ['元'],
  leverage: ['倍'],
  'exposure-limit': ['元'],
  'single-limit': ['元'],
  tolerance: ['%'],
  'compensation-cap': ['%'],
  fee: ['%'],
  'return-ratio': ['倍', '%'],
  duration: ['年'],
} as const;

/** 资金: a budget line, a shared-risk pool or an investment fund with its terms. */
export type Fund = Noun & {
  readonly kind: (typeof fundKinds)[number];
  readonly parent: string | null;
  readonly area: string | null;
  readonly budgets: readonly (Stated & { readonly year: number })[];
  /** The items that it pays or backs. */
  readonly products: readonly string[];
  /** `for`: the cases a row holds for; null: all. */
  readonly shares: readonly (Stated & { readonly party: string; readonly for: string | null })[];
  readonly terms: readonly (Stated & { readonly term: keyof typeof fundTerms; readonly for: string | null })[];
  readonly mergedFrom: readonly {
    readonly name: string;
    readonly opening: Stated | null;
    readonly clause: Clause | null;
  }[];
};

export const indicatorKinds = [
  'stock',
  'flow',
  'sum',
  'ratio',
  'average',
  'index',
  'count',
  'clock',
  'fixed-award',
  'rate',
  'cap',
  'threshold',
  'range',
  'list-count',
] as const;

/** The time that a figure looks back on. */
export type IndicatorWindow =
  | { readonly kind: 'since' | 'as-of' | 'year'; readonly date: string }
  | { readonly kind: 'last'; readonly years: number }
  /** As of the day that is asked for. */
  | { readonly kind: 'on-date' }
  /** A standard, not a count over time. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Who is counted in. `test` over facts of the subject makes it computable; text alone does not. */
export type Population = { readonly text: string; readonly test: Expression | null } | 'unknown';

export type Target = {
  readonly form: 'at-least' | 'more-than' | 'exactly' | 'full' | 'above-best';
  /** null for full coverage and for "above every earlier value". */
  readonly value: Quantity | 'unknown' | null;
  readonly by: PlainDate | 'unknown';
  readonly clause: Clause | null;
};

/** 指标: a defined, sourced, dated figure; what a source states of it, and what it promises. */
export type IndicatorDefinition = Noun & {
  readonly kind: (typeof indicatorKinds)[number];
  readonly definition: string;
  /** 元, 元/月, %, a counting unit; null for index points. */
  readonly unit: string | null;
  readonly window: IndicatorWindow;
  /** What is counted once, however often it occurs: enterprises, rounds of finance. */
  readonly distinct: string | null;
  /** Of a ratio, the denominator. */
  readonly population: Population;
  /** Of a ratio, what is counted above the line. */
  readonly numerator: string | null;
  /** Ids that a drill-down opens. */
  readonly measuredFrom: readonly string[];
  readonly stated: readonly (Stated & { readonly at: string })[];
  readonly target: Target | null;
  /** What the figure is easily mistaken for. */
  readonly cautions: readonly string[];
};

/** 文件措施台账: a document's list of measures, known ones by name. */
export type Plan = Noun & {
  readonly document: DocumentRecord;
  /** How many measures the source says there are. */
  readonly stated: (Stated & { readonly unit: string }) | null;
  readonly statedParts: (Stated & { readonly unit: string }) | null;
  readonly parts: readonly string[];
  /** Other counts that the source gives: small items, new ones. */
  readonly counts: readonly (Stated & { readonly name: string; readonly unit: string })[];
  readonly measures: readonly {
    readonly name: string;
    readonly says: string | null;
    readonly part: string | null;
    readonly owner: string | null;
    readonly items: readonly string[];
    readonly indicators: readonly string[];
    readonly clause: Clause | null;
  }[];
};

export const assessmentKinds = ['questionnaire', 'panel', 'platform', 'computed', 'self-test'] as const;
export const assessed = ['enterprise', 'provider', 'bank', 'project', 'person', 'factory', 'city'] as const;

/** 评测: who is assessed, by which table, and what the points mean. */
export type Assessment = Noun & {
  readonly kind: (typeof assessmentKinds)[number];
  readonly subject: (typeof assessed)[number];
  readonly document: DocumentRecord;
  /** null: which table, or which weights, is not known. */
  readonly score: string | null;
  /** The fact that the result answers. */
  readonly result: FactDefinition | null;
  /** Lowest first, each from this number of points; 'unknown' where no rule is known, empty where there are no levels. */
  readonly levels: readonly { readonly name: string; readonly from: Stated }[] | 'unknown';
  readonly dimensions: readonly string[];
  readonly counts: readonly (Stated & { readonly name: string; readonly unit: string })[];
};

/** 术语: a word of the sources. Without `means` its content is 待核. */
export type Term = {
  readonly term: string;
  readonly en: string | null;
  readonly means: string | null;
  readonly clause: Clause | null;
  readonly notToBeConfusedWith: readonly string[];
  /** Ids of what it names. */
  readonly see: readonly string[];
  readonly unsettled: readonly string[];
  readonly pack: string;
  readonly place: Place;
};

/** The nouns of a rulebook, by id; terms by pack/term. */
export type Nouns = {
  readonly registers: ReadonlyMap<string, Register>;
  readonly funds: ReadonlyMap<string, Fund>;
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly glossary: ReadonlyMap<string, Term>;
};

export const noNouns: Nouns = {
  registers: new Map(),
  funds: new Map(),
  indicators: new Map(),
  plans: new Map(),
  assessments: new Map(),
  glossary: new Map(),
};
