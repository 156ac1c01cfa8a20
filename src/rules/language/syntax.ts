// The one syntax tree of the expression language. It is typed: a tree that exists has passed the checker.
import type {
  DurationUnit,
  FactDefinition,
  NamedSet,
  Parameter,
  SubjectKind,
  ValueType,
} from '#rules/facts/dictionary.ts';
import type { Rational } from '#rules/exact/rational.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';

/** Where a node stands in its expression's text, in UTF-16 units. */
export type Span = { readonly from: number; readonly to: number };

type Node = { readonly span: Span; readonly type: ValueType };

export type ComparisonOperator = '≥' | '>' | '≤' | '<' | '=' | '≠';
export type ArithmeticOperator = '+' | '-' | '×' | '÷';

/**
 * A literal keeps how it was written: `digits` and `unit` of `1.5亿元` are `1.5` and `亿元`, its value is in fen.
 * A count or duration literal (`300人`, `10年`) compared with a number has kind number; one added to a date has kind duration.
 */
export type NumberLiteral = Node & {
  readonly kind: 'number';
  readonly digits: string;
  readonly unit: string | null;
  readonly value: Rational;
};
export type DurationLiteral = Node & {
  readonly kind: 'duration';
  readonly digits: string;
  readonly unit: DurationUnit;
  readonly count: number;
};
export type DateLiteral = Node & { readonly kind: 'date'; readonly value: PlainDate };
export type BooleanLiteral = Node & { readonly kind: 'boolean'; readonly value: boolean };
/** 无: known to have none. */
export type NoneLiteral = Node & { readonly kind: 'none' };
/** A choice, ordered choice, tree node or quoted text. `quoted` keeps how it was written. */
export type TextLiteral = Node & { readonly kind: 'text'; readonly value: string; readonly quoted: boolean };

/** A fact that has one value: of the enterprise, of the bound subject, or (inside 每年, 任一年 and series derivations) of the year at hand. */
export type FactNode = Node & { readonly kind: 'fact'; readonly fact: FactDefinition };
/** A column of the row at hand, inside the 当 clause of a list. */
export type FieldNode = Node & { readonly kind: 'field'; readonly field: string };
export type ParameterNode = Node & { readonly kind: 'parameter'; readonly parameter: Parameter };
/** 申报日 */
export type FilingDateNode = Node & { readonly kind: 'filing-date' };

/** 上年(x) 0 · 前年(x) 1 · 往年(x，k) k−1 · 本年(x) −1: years back from the last complete year. */
export type YearNode = Node & {
  readonly kind: 'year';
  readonly word: '上年' | '前年' | '往年' | '本年';
  readonly back: number;
  readonly fact: FactDefinition;
};
/** 近两年合计(x) 近三年均值(x): the last `years` complete years of a series. */
export type WindowNode = Node & {
  readonly kind: 'window';
  readonly years: 2 | 3 | 5;
  readonly take: '合计' | '均值';
  readonly fact: FactDefinition;
};
/** 近两年每年(…) 近三年任一年(…): a condition tried in each year; facts with a series stand bare inside. */
export type EachYearNode = Node & {
  readonly kind: 'each-year';
  readonly years: 2 | 3 | 5;
  readonly take: '每年' | '任一年';
  readonly of: Expression;
};
/** 增长率(x) (one year) · 平均增长率(x，n) · 复合增长率(x，n) */
export type GrowthNode = Node & {
  readonly kind: 'growth';
  readonly word: '增长率' | '平均增长率' | '复合增长率';
  readonly years: number;
  readonly fact: FactDefinition;
};
/** 自成立近三年合计(x): the years of the last three that the firm has existed in. */
export type SinceFoundedNode = Node & {
  readonly kind: 'since-founded';
  readonly years: 3;
  readonly fact: FactDefinition;
};

export type ArithmeticNode = Node & {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
};
/** 日期 + 2年 */
export type DateShiftNode = Node & {
  readonly kind: 'date-shift';
  readonly date: Expression;
  readonly sign: 1 | -1;
  readonly by: DurationLiteral;
};
export type ExtremeNode = Node & {
  readonly kind: 'extreme';
  readonly word: '最小' | '最大';
  readonly of: readonly Expression[];
};
/** 天数(a，b) 月数(a，b): from a to b. */
export type ElapsedNode = Node & {
  readonly kind: 'elapsed';
  readonly word: '天数' | '月数';
  readonly from: Expression;
  readonly until: Expression;
};

/** Comparison of two values of one type; ordered choices compare by rank. */
export type ComparisonNode = Node & {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
};
/** x 属于 南通市区 · 状态 属于 (授权、维持) · 注册地 属于 南通市 */
export type MembershipNode = Node & {
  readonly kind: 'membership';
  readonly negated: boolean;
  readonly left: Expression;
  readonly set:
    | { readonly kind: 'named'; readonly set: NamedSet }
    | { readonly kind: 'listed'; readonly members: readonly string[] };
};
/** 主导产品领域 含 六基 */
export type ContainsNode = Node & { readonly kind: 'contains'; readonly left: Expression; readonly member: string };
export type JunctionNode = Node & { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] };
export type NotNode = Node & { readonly kind: 'not'; readonly of: Expression };
export type ConditionalNode = Node & {
  readonly kind: 'if';
  readonly when: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
};
/** 满(d，n): 申报日 ≥ d + n */
export type ElapsedAtLeastNode = Node & {
  readonly kind: 'aged';
  readonly date: Expression;
  readonly by: DurationLiteral;
};
/** 已知(x): true when x has a value, false when not. Never unknown. */
export type KnownNode = Node & { readonly kind: 'known'; readonly of: Expression };
/** 持有(小巨人): the firm holds this title on 申报日. `quoted` keeps how the title was written. */
export type HoldsNode = Node & { readonly kind: 'holds'; readonly title: string; readonly quoted?: boolean };

/** The rows an aggregate runs over: a list of subjects (专利), or a list-valued fact (称号, 项目.发票). */
export type RowSource =
  | { readonly kind: 'subjects'; readonly subject: Exclude<SubjectKind, 'enterprise'> }
  | { readonly kind: 'fact'; readonly fact: FactDefinition };
/** 数量(专利 当 …) · 合计(项目.发票.不含税金额 当 …) · 任一(称号 当 …) · 全部(人员 当 …) */
export type AggregateNode = Node & {
  readonly kind: 'aggregate';
  readonly word: '数量' | '合计' | '任一' | '全部';
  readonly rows: RowSource;
  /** The column that 合计 adds up. */
  readonly field: string | null;
  readonly where: Expression | null;
};

export type Expression =
  | NumberLiteral
  | DurationLiteral
  | DateLiteral
  | BooleanLiteral
  | NoneLiteral
  | TextLiteral
  | FactNode
  | FieldNode
  | ParameterNode
  | FilingDateNode
  | YearNode
  | WindowNode
  | EachYearNode
  | GrowthNode
  | SinceFoundedNode
  | ArithmeticNode
  | DateShiftNode
  | ExtremeNode
  | ElapsedNode
  | ComparisonNode
  | MembershipNode
  | ContainsNode
  | JunctionNode
  | NotNode
  | ConditionalNode
  | ElapsedAtLeastNode
  | KnownNode
  | HoldsNode
  | AggregateNode;
