// What a fact is: its name, type, unit and bounds. The dictionary is closed: an unknown name is an error, never a new fact.
import type { Expression } from '#rules/language/syntax.ts';
import type { Clause, Condition } from '#rules/packs/rulebook.ts';
import type { Rational } from '#rules/exact/rational.ts';

/** What a case can be about. An enterprise has lists of the others. */
export const subjectKinds = ['enterprise', 'project', 'person', 'patent', 'loan', 'bid'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The Chinese word that stands before the dot in a path such as 项目.开工日期. */
export const subjectNames = {
  enterprise: '企业',
  project: '项目',
  person: '人员',
  patent: '专利',
  loan: '贷款',
  bid: '投标',
} as const satisfies Record<SubjectKind, string>;

/** The key of the list in an enterprise file. */
export const subjectLists = {
  project: 'projects',
  person: 'persons',
  patent: 'patents',
  loan: 'loans',
  bid: 'bids',
} as const satisfies Record<Exclude<SubjectKind, 'enterprise'>, string>;

/** The type of a fact or of an expression. Money is in fen, a ratio is plain (3 % is 3/100). */
export type ValueType =
  | { readonly kind: 'money' | 'ratio' | 'rank' | 'date' | 'boolean' | 'text' }
  /** `unit` is the count unit the fact is written in (年, 月, 人, 项, 件, 级), or null for a bare number. */
  | { readonly kind: 'number' | 'integer'; readonly unit: string | null }
  /** A length of time; `unit` says which. Only literals have this type. */
  | { readonly kind: 'duration'; readonly unit: DurationUnit }
  /** `values` empty: any text is a value (a choice whose values the sources do not list). */
  | { readonly kind: 'choice' | 'ordered' | 'set'; readonly values: readonly string[] }
  | { readonly kind: 'tree'; readonly of: string }
  | { readonly kind: 'list'; readonly fields: ReadonlyMap<string, ValueType> };

export type DurationUnit = '年' | '个月' | '日' | '个工作日';

/** How a fact can change (what a growth plan may propose). */
export type Change = 'effort' | 'time' | 'choice' | 'never' | 'declare';

export type FactDefinition = {
  /** The Chinese name, without the subject: 营业收入, 新设备购置额. */
  readonly name: string;
  /** The English key: revenue, newEquipment. */
  readonly key: string;
  readonly subject: SubjectKind;
  /** As written in an expression: 营业收入, 项目.新设备购置额. Unique in the dictionary. */
  readonly path: string;
  readonly type: ValueType;
  /** True for a series by accounting year. */
  readonly yearly: boolean;
  /** True when 无 (known to have none) is a value. */
  readonly none: boolean;
  readonly min: Rational | null;
  readonly max: Rational | null;
  readonly change: Change;
  /** True when more of it is what effort brings about. */
  readonly growsUp: boolean;
  /** What a derived fact is computed from, or null for a fact that is asked. A given value goes before the derivation. */
  readonly derived: Derivation | null;
  /** True for a fact that a `judged` condition declares: asked of the reviewer. */
  readonly judged: boolean;
  readonly note: string | null;
  /** Place in dictionary order, the last tie-breaker of searches and questions. */
  readonly order: number;
};

/** A derived fact: an expression, or a table whose first true row wins. */
export type Derivation =
  | { readonly kind: 'expression'; readonly expression: Expression; readonly clause: Clause | null }
  | { readonly kind: 'first'; readonly rows: readonly DerivationRow[] };

export type DerivationRow = {
  readonly when: Condition | null;
  readonly value: Expression;
  readonly clause: Clause | null;
};

/** A tree of values such as divisions or industry codes: each node has one parent. */
export type Tree = {
  readonly name: string;
  /** node → parent (null for a root). */
  readonly parents: ReadonlyMap<string, string | null>;
  /** Other spellings → node: 江苏省南通市崇川区 → 南通市崇川区. */
  readonly aliases: ReadonlyMap<string, string>;
};

/** A named set over a tree or a choice: members, and members that the sources leave open. */
export type NamedSet = {
  readonly name: string;
  /** The tree it is a set of (行政区划), or null for a set of choice values. */
  readonly of: string | null;
  readonly members: readonly string[];
  readonly unsettled: readonly string[];
  readonly clause: string | null;
};

/** A dated value named in expressions; the version in force on the date that picks the item's version is used. */
export type Parameter = {
  readonly name: string;
  readonly type: ValueType;
  readonly values: readonly {
    readonly from: string;
    /** null: not published. */
    readonly value: Rational | null;
    readonly text: string;
    readonly clause: Clause | null;
  }[];
};

export type Dictionary = {
  /** By path: 营业收入, 项目.新设备购置额. */
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** By `key` for enterprise facts and `subject.key` for others: revenue, project.newEquipment. */
  readonly byKey: ReadonlyMap<string, FactDefinition>;
  readonly trees: ReadonlyMap<string, Tree>;
  readonly sets: ReadonlyMap<string, NamedSet>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Only while packs with problems are checked; no rulebook has it. */
  readonly unsure?: Unsure;
};

/** Names whose declaration has a problem of its own: where an expression uses one, nothing is said about that. */
export type Unsure = {
  readonly names: ReadonlySet<string>;
  /** True when names were lost altogether: then no word can be called unknown. */
  readonly open: boolean;
};
