// Comparisons and membership, three-valued. A range decides only when all of it is on one side.
import type { Context } from './context.ts';
import {
  because,
  missingFact,
  no,
  truth,
  unknownFrom,
  whyOf,
  yes,
  type CompoundOutcome,
  type NumberOutcome,
  type Outcome,
  type Truth,
} from './outcome.ts';
import type { NamedSet, Tree, ValueType } from '#rules/facts/dictionary.ts';
import { add, compare, one, power, signOf, type Rational } from '#rules/exact/rational.ts';
import type { ComparisonOperator } from '#rules/language/syntax.ts';

const holds = (operator: ComparisonOperator, order: number): boolean => {
  switch (operator) {
    case '≥':
      return order >= 0;
    case '>':
      return order > 0;
    case '≤':
      return order <= 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
    case '≠':
      return order !== 0;
  }
};

const compareRanges = (operator: ComparisonOperator, a: NumberOutcome, b: NumberOutcome): Truth => {
  const least = compare(a.low, b.high);
  const most = compare(a.high, b.low);
  if (a.why === null && b.why === null) return truth(holds(operator, least));
  const whys = [a.why, b.why].filter((why) => why !== null);
  // The order of a and b lies between least (−) and most (+): the verdict stands when it is the same all along.
  const reachable = [-1, 0, 1]
    .filter((order) => order >= least && order <= most)
    .map((order) => holds(operator, order));
  if (reachable.every((value) => value === reachable[0])) return truth(reachable[0] === true);
  return unknownFrom(whys);
};

/**
 * −1, 0 or 1 of the root of q against the factor, without taking the root. An even root of a negative quotient does not exist:
 * a firm that ended below zero is under every rate.
 */
export const orderOfRoot = (q: Rational, factor: Rational, years: number): -1 | 0 | 1 => {
  if (years % 2 === 1) return compare(q, power(factor, years));
  if (signOf(q) < 0) return -1;
  return signOf(factor) < 0 ? 1 : compare(q, power(factor, years));
};

/** (last ÷ first) against (1 + rate)^years: the root itself is never taken. */
const compareCompound = (operator: ComparisonOperator, a: CompoundOutcome, rate: Rational): Truth =>
  truth(holds(operator, orderOfRoot(a.quotient, add(one, rate), a.years)));

const turned = { '≥': '≤', '>': '<', '≤': '≥', '<': '>', '=': '=', '≠': '≠' } as const;

const compareNone = (operator: ComparisonOperator, both: boolean): Truth =>
  truth(operator === '=' ? both : operator === '≠' ? !both : false);

const compareText = (operator: ComparisonOperator, a: string, b: string, type: ValueType): Truth => {
  if (type.kind !== 'ordered') return truth(operator === '=' ? a === b : a !== b);
  return truth(holds(operator, type.values.indexOf(a) - type.values.indexOf(b)));
};

/**
 * a against b. Values of one kind compare; 无 equals only 无 and is on no side of a number.
 *
 * @param type  the type of the compared values; ordered choices compare by their rank in it
 */
export const compareOutcomes = (operator: ComparisonOperator, a: Outcome, b: Outcome, type: ValueType): Truth => {
  // An unknown beside a range: both keep the comparison open.
  if (a.is === 'unknown' || b.is === 'unknown') return unknownFrom([a, b].map(whyOf).filter((why) => why !== null));
  if (a.is === 'none' || b.is === 'none') return compareNone(operator, a.is === b.is);
  if (a.is === 'number' && b.is === 'number') return compareRanges(operator, a, b);
  if (a.is === 'compound' && b.is === 'number') return compareCompound(operator, a, b.low);
  if (a.is === 'number' && b.is === 'compound') return compareCompound(turned[operator], b, a.low);
  if (a.is === 'date' && b.is === 'date')
    return truth(holds(operator, a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  if (a.is === 'boolean' && b.is === 'boolean') return truth((operator === '=') === (a.value === b.value));
  if (a.is === 'text' && b.is === 'text') return compareText(operator, a.value, b.value, type);
  throw new Error(`the checker let a comparison of ${a.is} with ${b.is} pass`);
};

/** A tree node and all that contain it, innermost first. */
const lineage = (tree: Tree, node: string): readonly string[] => {
  const line: string[] = [];
  for (let at: string | null | undefined = node; at; at = tree.parents.get(at)) line.push(at);
  return line;
};

const inTree = (
  tree: Tree,
  set: Pick<NamedSet, 'name' | 'members' | 'unsettled'>,
  value: string,
  asked: () => readonly string[],
): Truth => {
  const line = lineage(tree, value);
  // The innermost settled or unsettled place that holds the value decides.
  for (const place of line) {
    if (set.unsettled.includes(place)) return because('unsettled-member', value, `${value}是否属于${set.name}待核`);
    if (set.members.includes(place)) return yes;
  }
  const within = [...set.members, ...set.unsettled].some((member) => lineage(tree, member).includes(value));
  return within ? missingFact(...asked()) : no;
};

/**
 * x 属于 S: true for a member or what lies inside one; unknown for an unsettled member, and for a value so coarse that it
 * contains a member; else false.
 *
 * @param asked  the facts to ask for more precisely when the value is too coarse
 */
export const isMember = (
  context: Context,
  left: Outcome,
  type: ValueType,
  set: Pick<NamedSet, 'name' | 'members' | 'unsettled'>,
  asked: () => readonly string[],
): Truth => {
  if (left.is === 'unknown') return left;
  if (left.is === 'none') return no;
  if (left.is !== 'text') throw new Error(`the checker let membership of ${left.is} pass`);
  const tree = type.kind === 'tree' ? context.book.dictionary.trees.get(type.of) : undefined;
  if (tree) return inTree(tree, set, left.value, asked);
  if (set.unsettled.includes(left.value))
    return because('unsettled-member', left.value, `${left.value}是否属于${set.name}待核`);
  return truth(set.members.includes(left.value));
};

/** The known set holds this member. */
export const contains = (left: Outcome, member: string): Truth => {
  if (left.is === 'unknown') return left;
  return truth(left.is === 'set' && left.value.includes(member));
};

/** A number that is one known value, or null. */
export const pointOf = (outcome: Outcome): Rational | null =>
  outcome.is === 'number' && whyOf(outcome) === null ? outcome.low : null;
