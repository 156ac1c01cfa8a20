// What a comparison shows: our value, the threshold, and how far one is from the other.
import type { Context } from './context.ts';
import { comparedType, evaluate, shifted } from './expression.ts';
import { showGrowthGap } from './growth-shown.ts';
import { whyOf, type Outcome } from './outcome.ts';
import { parameterOn } from './parameter.ts';
import type { ComparedValues } from './result.ts';
import { yearsBack } from './series.ts';
import { showDistance, showOutcome } from './show.ts';
import { daysBetween } from '#rules/exact/plain-date.ts';
import { signOf, subtract, whole, type Rational } from '#rules/exact/rational.ts';
import type { Parameter, ValueType } from '#rules/facts/dictionary.ts';
import { childrenOf } from '#rules/language/children.ts';
import type {
  ComparisonNode,
  ComparisonOperator,
  EachYearNode,
  ElapsedAtLeastNode,
  Expression,
  HoldsNode,
} from '#rules/language/syntax.ts';

/** True when no fact of the firm is read: a threshold. */
const isThreshold = (e: Expression): boolean => {
  switch (e.kind) {
    case 'number':
    case 'duration':
    case 'date':
    case 'boolean':
    case 'none':
    case 'text':
    case 'parameter':
    case 'filing-date':
      return true;
    case 'arithmetic':
    case 'date-shift':
    case 'extreme':
      return childrenOf(e).every(isThreshold);
    default:
      return false;
  }
};

const turned = { '≥': '≤', '>': '<', '≤': '≥', '<': '>', '=': '=', '≠': '≠' } as const satisfies Record<
  ComparisonOperator,
  ComparisonOperator
>;

/** Both sides of a comparison with ours first: 500万元 ≤ 存款 is shown as 存款 ≥ 500万元. */
type Sides<T> = { readonly operator: ComparisonOperator; readonly left: T; readonly right: T };

const oursFirst = <T>(node: ComparisonNode, left: T, right: T): Sides<T> =>
  isThreshold(node.left) && !isThreshold(node.right)
    ? { operator: turned[node.operator], left: right, right: left }
    : { operator: node.operator, left, right };

/** The sign of left − right, and its size in words; `measure` orders gaps of one comparison. */
type Distance = { readonly sign: -1 | 0 | 1; readonly text: string; readonly measure: Rational };

const inUnits = (difference: Rational, size: (magnitude: Rational) => string): Distance => {
  const sign = signOf(difference);
  return { sign, text: size(sign < 0 ? { n: -difference.n, d: difference.d } : difference), measure: difference };
};

const distanceOf = (left: Outcome, right: Outcome, type: ValueType): Distance | null => {
  if (whyOf(left) !== null || whyOf(right) !== null) return null;
  if (left.is === 'number' && right.is === 'number')
    return inUnits(subtract(left.low, right.low), (size) => showDistance(size, type));
  if (left.is === 'compound' && right.is === 'number') {
    const gap = showGrowthGap(left, right.low);
    return gap && { ...gap, measure: whole(gap.sign) };
  }
  if (left.is === 'date' && right.is === 'date')
    return inUnits(whole(daysBetween(right.value, left.value)), (days) => `${days.n}日`);
  if (left.is === 'text' && right.is === 'text' && type.kind === 'ordered') {
    const [ours, asked] = [left.value, right.value].map((value) => type.values.indexOf(value));
    return ours === undefined || asked === undefined || ours < 0 || asked < 0
      ? null
      : inUnits(whole(ours - asked), (steps) => `${steps.n}级`);
  }
  return null;
};

/** + is on the right side of the threshold. Standing on it is right for ≥ and ≤, and nothing to measure for > and <. */
const signed = (operator: ComparisonOperator, distance: Distance | null): string | null => {
  if (distance === null || operator === '=' || operator === '≠') return null;
  const upward = operator === '≥' || operator === '>';
  if (distance.sign === 0) return operator === '≥' || operator === '≤' ? `+${distance.text}` : null;
  return `${distance.sign > 0 === upward ? '+' : '-'}${distance.text}`;
};

const parametersOf = new WeakMap<Expression, readonly Parameter[]>();

const parametersIn = (e: Expression): readonly Parameter[] => {
  const known = parametersOf.get(e);
  if (known) return known;
  const found = e.kind === 'parameter' ? [e.parameter] : childrenOf(e).flatMap(parametersIn);
  const each = [...new Set(found)];
  parametersOf.set(e, each);
  return each;
};

/** Which version of a dated parameter was used: （起评收成，2024-01-01 起）. */
const dated = (context: Context, e: Expression): string => {
  const { parametersOn: date } = context;
  const used = parametersIn(e).flatMap((parameter) => {
    const from = typeof date === 'string' ? parameterOn(parameter, date)?.from : undefined;
    // A value whose start is not known holds from the first of all days.
    return from === undefined || from === '0001-01-01' ? [] : [`${parameter.name}，${from} 起`];
  });
  return used.length === 0 ? '' : `（${used.join('；')}）`;
};

/** A number written without its unit takes it from the other side. */
const shown = (context: Context, e: Expression, outcome: Outcome, beside: ValueType): string | null => {
  const text = showOutcome(outcome, e.kind === 'number' ? beside : e.type);
  return text === null ? null : `${text}${dated(context, e)}`;
};

/** The type of both sides, with the unit of the one that has one. */
const sharedType = (node: ComparisonNode): ValueType => {
  const type = comparedType(node.left, node.right);
  return 'unit' in type && type.unit === null ? node.right.type : type;
};

/** The values of a comparison whose two sides came to these outcomes. */
export const comparedValues = (
  context: Context,
  node: ComparisonNode,
  left: Outcome,
  right: Outcome,
): ComparedValues => {
  const expressions = oursFirst(node, node.left, node.right);
  const outcomes = oursFirst(node, left, right);
  const type = sharedType(node);
  return {
    left: shown(context, expressions.left, outcomes.left, type),
    right: shown(context, expressions.right, outcomes.right, type),
    gap: signed(outcomes.operator, distanceOf(outcomes.left, outcomes.right, type)),
  };
};

/** The gap of the year that decides: the worst of all for 每年, the best for 任一年; null while a year is open. */
const decidingGap = (
  take: EachYearNode['take'],
  operator: ComparisonOperator,
  distances: readonly (Distance | null)[],
): string | null => {
  const known = distances.filter((distance) => distance !== null);
  const upward = operator === '≥' || operator === '>';
  const ordered = known.toSorted((a, b) => signOf(subtract(a.measure, b.measure)));
  const lowest = (take === '每年') === upward;
  return known.length < distances.length ? null : signed(operator, (lowest ? ordered[0] : ordered.at(-1)) ?? null);
};

const eachYearValues = (context: Context, node: EachYearNode): ComparedValues | null => {
  const inner = node.of;
  if (inner.kind !== 'comparison') return null;
  const sides = oursFirst(inner, inner.left, inner.right);
  const years = yearsBack(context, node.years).map((year) => {
    const at = { ...context, year };
    return { year, left: evaluate(at, sides.left), right: evaluate(at, sides.right) };
  });
  const inYears = (side: 'left' | 'right', e: Expression): string =>
    years.map((each) => `${each.year}:${showOutcome(each[side], e.type) ?? '未知'}`).join(' ');
  const [last] = years.slice(-1);
  const type = sharedType(inner);
  const right =
    isThreshold(sides.right) && last ? shown(context, sides.right, last.right, type) : inYears('right', sides.right);
  const distances = years.map((each) => distanceOf(each.left, each.right, type));
  return { left: inYears('left', sides.left), right, gap: decidingGap(node.take, sides.operator, distances) };
};

/** 满(d，n) is 申报日 ≥ d + n. */
const agedValues = (context: Context, node: ElapsedAtLeastNode): ComparedValues => {
  const today: Outcome = { is: 'date', value: context.on };
  const due = shifted(context, node.date, node.by, 1);
  const date: ValueType = { kind: 'date' };
  return { left: context.on, right: showOutcome(due, date), gap: signed('≥', distanceOf(today, due, date)) };
};

const holdsValues = (context: Context, node: HoldsNode): ComparedValues => {
  const titles = context.firm.facts.single.get('称号');
  const rows = titles?.is === 'rows' ? titles.value : [];
  const names = rows.flatMap((row) => {
    const name = row.get('名称');
    return name?.is === 'text' ? [name.value] : [];
  });
  const none = titles !== undefined && rows.length === 0;
  return { left: none ? '无' : names.length === 0 ? null : names.join('、'), right: node.title, gap: null };
};

/** Both sides of a leaf that is not a plain comparison; null where it has no two sides. */
export const leafValues = (context: Context, test: Expression): ComparedValues | null => {
  switch (test.kind) {
    case 'comparison':
      return comparedValues(context, test, evaluate(context, test.left), evaluate(context, test.right));
    case 'membership': {
      const right = test.set.kind === 'named' ? test.set.set.name : test.set.members.join('、');
      return { left: showOutcome(evaluate(context, test.left), test.left.type), right, gap: null };
    }
    case 'contains':
      return { left: showOutcome(evaluate(context, test.left), test.left.type), right: test.member, gap: null };
    case 'each-year':
      return eachYearValues(context, test);
    case 'aged':
      return agedValues(context, test);
    case 'holds':
      return holdsValues(context, test);
    case 'fact':
      return { left: showOutcome(evaluate(context, test), test.type), right: '是', gap: null };
    case 'not':
      return test.of.kind === 'fact'
        ? { left: showOutcome(evaluate(context, test.of), test.of.type), right: '否', gap: null }
        : null;
    default:
      return null;
  }
};
