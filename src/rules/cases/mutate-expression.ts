// Changes of an expression: every literal by one unit of its last written digit, every operator to its neighbour, every part of a
// conjunction or disjunction left out.
import { fromDecimal, divide, multiply, rational, whole, type Rational } from '#rules/exact/rational.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import { moneyUnits } from '#rules/facts/read-number.ts';
import type {
  ComparisonNode,
  ComparisonOperator,
  Expression,
  GrowthNode,
  NumberLiteral,
  TextLiteral,
  YearNode,
} from '#rules/language/syntax.ts';
import {
  dropped,
  inList,
  inWhole,
  mutateCount,
  mutateDate,
  stepsOf,
  type Mutation,
  type Mutations,
} from './mutation.ts';

type Changes = Mutations<Expression>;

const change = (value: Expression, from: string, to: string): Mutation<Expression> => ({
  value,
  at: '',
  from,
  to,
  unseen: null,
});

const percents = ['%', '个百分点'];

/** What one written unit is worth: 亿元 10^10 fen, % a hundredth. A written value other than 0 says it itself. */
const scaleOf = (literal: NumberLiteral, written: Rational): Rational => {
  const own = divide(literal.value, written);
  if (own !== null) return own;
  const unit = literal.unit ?? '';
  return moneyUnits.get(unit) ?? (percents.includes(unit) ? rational(1n, 100n) : whole(1));
};

const mutateNumber = (literal: NumberLiteral): Changes => {
  const digits = literal.digits.normalize('NFKC').replaceAll(',', '');
  const written = fromDecimal(digits);
  if (written === null) return [];
  const [scale, unit] = [scaleOf(literal, written), literal.unit ?? ''];
  return stepsOf(digits, written).map((step) =>
    change(
      { ...literal, digits: step.digits, value: multiply(step.value, scale) },
      `${literal.digits}${unit}`,
      `${step.digits}${unit}`,
    ),
  );
};

/** The level below and the level above; nothing for a word that has no order. */
const mutateLevel = (literal: TextLiteral, order: readonly string[]): Changes => {
  const index = order.indexOf(literal.value);
  if (index < 0) return [];
  return [order[index - 1], order[index + 1]]
    .filter((level) => level !== undefined)
    .map((level) => change({ ...literal, value: level }, literal.value, level));
};

const neighbours = {
  '≥': '>',
  '>': '≥',
  '≤': '<',
  '<': '≤',
  '=': '≠',
  '≠': '=',
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

const orderOf = (...sides: readonly Expression[]): readonly string[] =>
  sides.flatMap(({ type }) => (type.kind === 'ordered' ? [type.values] : []))[0] ?? [];

/** A side of a comparison. `= 是` and `= 否` are left to the operator: to flip them is the same change. */
const mutateSide = (side: Expression, order: readonly string[]): Changes =>
  side.kind === 'boolean' ? [] : side.kind === 'text' ? mutateLevel(side, order) : mutateExpression(side);

const mutateComparison = (node: ComparisonNode): Changes => {
  const order = orderOf(node.left, node.right);
  const operator = neighbours[node.operator];
  return [
    change({ ...node, operator }, node.operator, operator),
    ...inWhole(mutateSide(node.left, order), (left) => ({ ...node, left })),
    ...inWhole(mutateSide(node.right, order), (right) => ({ ...node, right })),
  ];
};

/** 复合增长率(x，2): the number of years is written; 增长率(x) has none. */
const mutateGrowth = (node: GrowthNode): Changes =>
  node.word === '增长率'
    ? []
    : inWhole(
        mutateCount('', node.years, 1, (years) => `${node.word} ${years}`),
        (years) => ({ ...node, years }),
      );

/** 往年(x，3): written k is `back` + 1. 上年 and 前年 are words, not literals. */
const mutateYear = (node: YearNode): Changes =>
  node.word === '往年'
    ? inWhole(
        mutateCount('', node.back + 1, 1, (k) => `往年 ${k}`),
        (k) => ({ ...node, back: k - 1 }),
      )
    : [];

const mutateParts = (node: Extract<Expression, { kind: 'and' | 'or' }>): Changes => {
  const drops = dropped(node.of, (part) => ({ at: '', from: `「${printChinese(part)}」` }));
  return inWhole([...inList(node.of, mutateExpression), ...drops], (of) => ({ ...node, of }));
};

/** Every change of an expression. Words that have no neighbour (事实, 申报日, 上年) have none. */
export const mutateExpression = (node: Expression): Changes => {
  switch (node.kind) {
    case 'number':
      return mutateNumber(node);
    case 'date':
      return inWhole(mutateDate('', node.value), (value) => ({ ...node, value }));
    case 'duration':
      return inWhole(
        mutateCount('', node.count, 0, (count) => `${count}${node.unit}`),
        (count) => ({ ...node, count, digits: `${count}` }),
      );
    case 'text':
      return mutateLevel(node, orderOf(node));
    case 'boolean':
      return [change({ ...node, value: !node.value }, node.value ? '是' : '否', node.value ? '否' : '是')];
    case 'comparison':
      return mutateComparison(node);
    case 'growth':
      return mutateGrowth(node);
    case 'year':
      return mutateYear(node);
    case 'and':
    case 'or':
      return mutateParts(node);
    case 'none':
    case 'fact':
    case 'field':
    case 'parameter':
    case 'filing-date':
    case 'window':
    case 'since-founded':
    case 'holds':
      return [];
    default:
      return mutateInner(node);
  }
};

type Inner = Extract<
  Expression,
  {
    kind:
      | 'membership'
      | 'contains'
      | 'not'
      | 'each-year'
      | 'arithmetic'
      | 'date-shift'
      | 'extreme'
      | 'elapsed'
      | 'if'
      | 'aged'
      | 'known'
      | 'aggregate';
  }
>;

/** A duration literal changed stays one. */
const mutateDuration = (by: Extract<Expression, { kind: 'duration' }>): Mutations<typeof by> =>
  mutateExpression(by).flatMap((mutation) =>
    mutation.value.kind === 'duration' ? [{ ...mutation, value: mutation.value }] : [],
  );

const mutateInner = (node: Inner): Changes => {
  switch (node.kind) {
    case 'membership': {
      const [from, to] = node.negated ? ['不属于', '属于'] : ['属于', '不属于'];
      return [
        change({ ...node, negated: !node.negated }, from, to),
        ...inWhole(mutateExpression(node.left), (left) => ({ ...node, left })),
      ];
    }
    case 'contains':
      return inWhole(mutateExpression(node.left), (left) => ({ ...node, left }));
    case 'not':
      return [change(node.of, '非', '删去'), ...inWhole(mutateExpression(node.of), (of) => ({ ...node, of }))];
    case 'each-year':
    case 'known':
      return inWhole(mutateExpression(node.of), (of) => ({ ...node, of }));
    case 'arithmetic':
      return [
        ...inWhole(mutateExpression(node.left), (left) => ({ ...node, left })),
        ...inWhole(mutateExpression(node.right), (right) => ({ ...node, right })),
      ];
    case 'date-shift':
    case 'aged':
      return [
        ...inWhole(mutateExpression(node.date), (date) => ({ ...node, date })),
        ...inWhole(mutateDuration(node.by), (by) => ({ ...node, by })),
      ];
    case 'extreme':
      return inWhole(inList(node.of, mutateExpression), (of) => ({ ...node, of }));
    case 'elapsed':
      return [
        ...inWhole(mutateExpression(node.from), (from) => ({ ...node, from })),
        ...inWhole(mutateExpression(node.until), (until) => ({ ...node, until })),
      ];
    case 'if':
      return [
        ...inWhole(mutateExpression(node.when), (when) => ({ ...node, when })),
        ...inWhole(mutateExpression(node.then), (then) => ({ ...node, then })),
        ...inWhole(mutateExpression(node.otherwise), (otherwise) => ({ ...node, otherwise })),
      ];
    case 'aggregate':
      return node.where === null ? [] : inWhole(mutateExpression(node.where), (where) => ({ ...node, where }));
  }
};
