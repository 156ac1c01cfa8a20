// The interpreter of expressions: exact, three-valued, every branch evaluated.
import { calculate, extreme } from './arithmetic.ts';
import { compareOutcomes, contains, isMember } from './compare.ts';
import { lastYear, valueInYear, valueOfFact, type Context } from './context.ts';
import {
  because,
  conjunction,
  disjunction,
  negation,
  no,
  point,
  sameOutcome,
  truth,
  unknownFrom,
  whyOf,
  yes,
  type Outcome,
  type Truth,
} from './outcome.ts';
import { valueOfParameter } from './parameter.ts';
import { evaluateAggregate, evaluateHolds, valueOfField } from './rows.ts';
import { evaluateGrowth, evaluateSinceFounded, evaluateWindow, yearsBack } from './series.ts';
import { addDays, addMonths, addYears, daysBetween, monthsBetween, type PlainDate } from '#rules/exact/plain-date.ts';
import { whole } from '#rules/exact/rational.ts';
import { childrenOf } from '#rules/language/children.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type {
  ConditionalNode,
  DateShiftNode,
  DurationLiteral,
  EachYearNode,
  ElapsedNode,
  Expression,
  MembershipNode,
} from '#rules/language/syntax.ts';

/** A yes-or-no outcome as a truth. */
export const asTruth = (outcome: Outcome): Truth => {
  if (outcome.is === 'boolean' || outcome.is === 'unknown') return outcome;
  // A yes-or-no fact answered 无 is not fulfilled.
  if (outcome.is === 'none') return no;
  throw new Error(`the checker let ${outcome.is} stand for a condition`);
};

const shift = (date: PlainDate, by: DurationLiteral, sign: 1 | -1): PlainDate | null => {
  switch (by.unit) {
    case '年':
      return addYears(date, sign * by.count);
    case '个月':
      return addMonths(date, sign * by.count);
    case '日':
      return addDays(date, sign * by.count);
    case '个工作日':
      return null;
  }
};

/** A date so much later (or earlier). */
export const shifted = (context: Context, date: Expression, by: DurationLiteral, sign: 1 | -1): Outcome => {
  const start = evaluate(context, date);
  if (start.is !== 'date') return start;
  const end = shift(start.value, by, sign);
  return end === null
    ? because('no-calendar', by.digits, '工作日的期限由办件时钟计算，不在条件里计算')
    : { is: 'date', value: end };
};

const aged = (context: Context, date: Expression, by: DurationLiteral): Truth => {
  const due = shifted(context, date, by, 1);
  return due.is === 'unknown' ? due : truth(due.is === 'date' && context.on >= due.value);
};

const elapsed = (context: Context, node: ElapsedNode): Outcome => {
  const [from, until] = [evaluate(context, node.from), evaluate(context, node.until)];
  const open = [from, until].filter((side) => side.is === 'unknown');
  if (open.length > 0) return unknownFrom(open);
  if (from.is !== 'date' || until.is !== 'date') return { is: 'none' };
  const between = node.word === '天数' ? daysBetween : monthsBetween;
  return point(whole(between(from.value, until.value)));
};

const conditional = (context: Context, node: ConditionalNode): Outcome => {
  const when = truthOf(context, node.when);
  const [then, otherwise] = [evaluate(context, node.then), evaluate(context, node.otherwise)];
  if (when.is === 'boolean') return when.value ? then : otherwise;
  if (sameOutcome(then, otherwise)) return then;
  return unknownFrom([when, ...[then, otherwise].map(whyOf).filter((why) => why !== null)]);
};

const eachYear = (context: Context, node: EachYearNode): Truth => {
  const tried = yearsBack(context, node.years).map((year) => truthOf({ ...context, year }, node.of));
  return node.take === '每年' ? conjunction(tried) : disjunction(tried);
};

/** What to ask for again, more precisely, when a value is known but too coarse. */
const readBy = (context: Context, node: Expression): readonly string[] => {
  switch (node.kind) {
    case 'fact':
      return [node.fact.yearly && context.year !== null ? `${node.fact.path}@${context.year}` : node.fact.path];
    case 'field':
      return [context.row?.path(node.field) ?? node.field];
    case 'year':
      return [`${node.fact.path}@${lastYear(context) - node.back}`];
    default:
      return childrenOf(node).flatMap((part) => readBy(context, part));
  }
};

const membership = (context: Context, node: MembershipNode): Truth => {
  const set =
    node.set.kind === 'named'
      ? node.set.set
      : { name: node.set.members.join('、'), members: node.set.members, unsettled: [] };
  const inside = isMember(context, evaluate(context, node.left), node.left.type, set, () => readBy(context, node.left));
  return node.negated ? negation(inside) : inside;
};

/** What the expression comes to for this firm on this date. */
export const evaluate = (context: Context, node: Expression): Outcome => {
  switch (node.kind) {
    case 'number':
      return point(node.value);
    case 'duration':
      return { is: 'duration', count: node.count };
    case 'date':
      return { is: 'date', value: node.value };
    case 'boolean':
      return truth(node.value);
    case 'none':
      return { is: 'none' };
    case 'text':
      return { is: 'text', value: node.value };
    case 'fact':
      return valueOfFact(context, node.fact);
    case 'field':
      return valueOfField(context.row, node.field);
    case 'parameter':
      return valueOfParameter(context, node.parameter);
    case 'filing-date':
      return { is: 'date', value: context.on };
    case 'year':
      return valueInYear(context, node.fact, lastYear(context) - node.back);
    case 'window':
      return evaluateWindow(context, node);
    case 'growth':
      return evaluateGrowth(context, node);
    case 'since-founded':
      return evaluateSinceFounded(context, node);
    case 'arithmetic':
      return calculate(node.operator, evaluate(context, node.left), evaluate(context, node.right), () =>
        printChinese(node.right),
      );
    case 'date-shift':
      return dateShift(context, node);
    case 'extreme':
      return extreme(
        node.word,
        node.of.map((part) => evaluate(context, part)),
      );
    case 'elapsed':
      return elapsed(context, node);
    case 'if':
      return conditional(context, node);
    case 'aggregate':
      return evaluateAggregate(context, node, (row) =>
        node.where === null ? yes : truthOf({ ...context, row }, node.where),
      );
    default:
      return judge(context, node);
  }
};

const dateShift = (context: Context, node: DateShiftNode): Outcome => shifted(context, node.date, node.by, node.sign);

type TruthNode = Extract<
  Expression,
  { kind: 'comparison' | 'membership' | 'contains' | 'and' | 'or' | 'not' | 'aged' | 'known' | 'holds' | 'each-year' }
>;

const judge = (context: Context, node: TruthNode): Truth => {
  switch (node.kind) {
    case 'comparison':
      return compareOutcomes(
        node.operator,
        evaluate(context, node.left),
        evaluate(context, node.right),
        comparedType(node.left, node.right),
      );
    case 'membership':
      return membership(context, node);
    case 'contains':
      return contains(evaluate(context, node.left), node.member);
    case 'and':
      return conjunction(node.of.map((part) => truthOf(context, part)));
    case 'or':
      return disjunction(node.of.map((part) => truthOf(context, part)));
    case 'not':
      return negation(truthOf(context, node.of));
    case 'aged':
      return aged(context, node.date, node.by);
    case 'known':
      return truth(whyOf(evaluate(context, node.of)) === null);
    case 'holds':
      return evaluateHolds(context, node);
    case 'each-year':
      return eachYear(context, node);
  }
};

/** The type that a comparison's values share: an ordered choice gives its order to the literal beside it. */
export const comparedType = (left: Expression, right: Expression): Expression['type'] =>
  left.type.kind === 'ordered' || right.type.kind !== 'ordered' ? left.type : right.type;

/** A condition's truth. */
export const truthOf = (context: Context, node: Expression): Truth => asTruth(evaluate(context, node));
