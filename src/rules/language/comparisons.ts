// Comparisons: both sides of one type and unit, ranks and choices only as their kind allows.
import { refuse, spanOf, textOf, type Checking } from './checking.ts';
import { standsAlone } from './resolve.ts';
import * as term from './expression-terms.ts';
import type { ComparisonOperator, Expression, NumberLiteral } from './syntax.ts';
import type { Cst } from './tree.ts';
import { booleanType, isChoice, isCount, nameOfType, sameValues, unitsFit } from './types.ts';
import { comparisonWords, writtenHere } from './words.ts';
import { foldSymbols } from './characters.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

const isOperator = (text: string): text is ComparisonOperator => ['≥', '>', '≤', '<', '=', '≠'].includes(text);

const operatorAt = (at: Checking, mark: Cst): ComparisonOperator => {
  const text = textOf(at, mark);
  const known = comparisonWords.get(foldSymbols(text));
  if (known !== undefined) return known;
  const write = writtenHere(text) ?? '=';
  refuse(at, spanOf(mark), 'write-instead', `不写「${text}」`, { found: text, expected: write, remedy: `写 ${write}` });
  return isOperator(write) ? write : '=';
};

/** True when the part has a type of its own: not a literal and not a bare value word. */
export const hasOwnType = (at: Checking, node: Cst): boolean => {
  switch (node.term) {
    case term.Numeral:
    case term.Negative:
    case term.Suffixed:
    case term.Day:
    case term.Text:
    case term.Truth:
    case term.None:
    case term.Unknown:
    case term.Bad:
      return false;
    case term.Name:
      return standsAlone(at, node);
    case term.Parenthesised:
      return node.parts.some((part) => part.term !== term.Open && part.term !== term.Close && hasOwnType(at, part));
    default:
      return true;
  }
};

/** Checks two sides that should be of one type; the one that has a type of its own tells how to read the other. */
export const checkPair = (
  at: Checking,
  left: Cst,
  right: Cst,
  beside: (type: ValueType) => ValueType = (type) => type,
): readonly [Expression | null, Expression | null] => {
  const [leftOwn, rightOwn] = [hasOwnType(at, left), hasOwnType(at, right)];
  const before = at.problems.length;
  // Of a side in error that was passed over in silence nothing is known: an unknown word beside it may be its value.
  const echoes = (other: Cst): boolean => other.term !== term.Unknown || at.problems.length === before;
  if (leftOwn || !rightOwn) {
    const first = at.check(at, left, null);
    // When the first side is in error, a literal beside it would only echo that error.
    if (first === null && !rightOwn && echoes(right)) return [null, null];
    return [first, at.check(at, right, first && beside(first.type))];
  }
  const second = at.check(at, right, null);
  if (second === null && echoes(left)) return [null, null];
  return [at.check(at, left, second && beside(second.type)), second];
};

const ordering: ReadonlySet<ComparisonOperator> = new Set(['≥', '>', '≤', '<']);

const isRankOperator = (operator: ComparisonOperator, rankIsLeft: boolean): boolean =>
  operator === '=' ||
  operator === '≠' ||
  (rankIsLeft ? operator === '≤' || operator === '<' : operator === '≥' || operator === '>');

type Sides = {
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly node: Cst;
  readonly mark: Cst;
};

const mayBeNone = (e: Expression): boolean => e.kind === 'field' || ('fact' in e && e.fact.none) || e.kind === 'none';

const checkWithNone = (at: Checking, { operator, left, right, node, mark }: Sides): boolean => {
  const other = left.kind === 'none' ? right : left;
  if (ordering.has(operator)) {
    refuse(at, spanOf(mark), 'none-order', '「无」没有大小', { found: textOf(at, mark), expected: '= 或 ≠' });
    return false;
  }
  if (mayBeNone(other)) return true;
  refuse(at, spanOf(node), 'none-not-allowed', `「${textOf(at, other.span)}」没有「无」这个值`, { found: '无' });
  return false;
};

const checkRank = (at: Checking, { operator, left, right, node, mark }: Sides): boolean => {
  const [rank, other] = left.type.kind === 'rank' && left.kind !== 'number' ? [left, right] : [right, left];
  if (other.kind !== 'number' || other.type.kind !== 'rank') {
    refuse(at, spanOf(node), 'rank-operand', '名次只与正整数或「无」比较', { found: textOf(at, other.span) });
    return false;
  }
  if (isRankOperator(operator, rank === left)) return true;
  refuse(at, spanOf(mark), 'rank-operator', '名次只能用 ≤、<、=、≠：名次越小越好', {
    found: textOf(at, mark),
    expected: '≤、<、= 或 ≠',
    remedy: `写 ${textOf(at, rank.span)} ≤ ${textOf(at, other.span)}`,
  });
  return false;
};

const checkChoices = (at: Checking, { operator, left, right, node, mark }: Sides): boolean => {
  const type = left.type;
  if (type.kind === 'set') {
    const remedy = `写 ${textOf(at, left.span)} 含 ${textOf(at, right.span)}`;
    refuse(at, spanOf(node), 'set-comparison', '多选项不用比较符', { found: textOf(at, mark), expected: '含', remedy });
    return false;
  }
  if (!ordering.has(operator) || type.kind === 'ordered') return true;
  refuse(at, spanOf(mark), 'not-ordered', '这些值没有高低', { found: textOf(at, mark), expected: '=、≠ 或 属于' });
  return false;
};

/** A compound growth rate is never computed: the comparison multiplies out, which needs a written ratio. */
const checkCompound = (at: Checking, { left, right, node }: Sides): boolean => {
  const [growth, other] = left.kind === 'growth' ? [left, right] : [right, left];
  if (growth.kind !== 'growth' || growth.word !== '复合增长率') return true;
  if (other.kind === 'number' && other.type.kind === 'ratio') return true;
  refuse(at, spanOf(node), 'compound-growth', '复合增长率只能与写出的比例比较', {
    found: textOf(at, other.span),
    remedy: '写 复合增长率(…) ≥ 5%',
  });
  return false;
};

const fitKinds = (left: Expression, right: Expression): boolean => {
  if (isCount(left.type) && isCount(right.type)) return true;
  if (isChoice(left.type) || left.type.kind === 'tree') return sameValues(left.type, right.type);
  return left.type.kind === right.type.kind;
};

/** Notes why two sides do not fit; the span is the literal at fault, else the whole. */
export const refuseMixture = (at: Checking, left: Expression, right: Expression, node: Cst): null => {
  const [literal, other] = left.kind === 'number' && right.kind !== 'number' ? [left, right] : [right, left];
  const expected = nameOfType(other.type);
  const found = textOf(at, literal.span);
  const span = literal.kind === 'number' ? literal.span : spanOf(node);
  if (isCount(left.type) && isCount(right.type)) {
    return refuse(at, span, 'unit-mismatch', `单位不同：${nameOfType(left.type)}与${nameOfType(right.type)}`, {
      found,
      expected,
      remedy: literal.kind === 'number' ? remedyFor(literal, other.type) : null,
    });
  }
  return refuse(at, span, 'type-mismatch', `${nameOfType(left.type)}与${nameOfType(right.type)}不能放在一起`, {
    found,
    expected,
    remedy: literal.kind === 'number' ? remedyFor(literal, other.type) : fullDate(textOf(at, spanOf(node))),
  });
};

/** A date with a month or day of one digit reads as a subtraction. */
const fullDate = (text: string): string | null => {
  const [, year, month = '', day = ''] = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? [];
  return year === undefined ? null : `写 ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const remedyFor = (literal: NumberLiteral, type: ValueType): string | null => {
  if (isCount(type)) return `写 ${literal.digits}${type.unit === '月' ? '个月' : (type.unit ?? '')}`;
  return type.kind === 'money' ? '写 500万元 这样的金额' : type.kind === 'ratio' ? '写 3% 这样的比例' : null;
};

/** A bare literal takes any unit; an unlike unit or type is refused. */
const isLike = (at: Checking, { left, right, node }: Sides): boolean => {
  const fits = fitKinds(left, right) && (!isCount(left.type) || unitsFit(left, right));
  if (!fits) refuseMixture(at, left, right, node);
  return fits;
};

const checkSides = (at: Checking, sides: Sides): boolean => {
  const { operator, left, right, mark } = sides;
  if (left.kind === 'none' || right.kind === 'none') return checkWithNone(at, sides);
  if (left.type.kind === 'rank' || right.type.kind === 'rank') return checkRank(at, sides);
  if (!isLike(at, sides)) return false;
  if (isChoice(left.type)) return checkChoices(at, sides);
  if (left.type.kind === 'list' || left.type.kind === 'duration') {
    refuse(at, spanOf(sides.node), 'not-comparable', `${nameOfType(left.type)}不能比较`);
    return false;
  }
  const unordered = left.type.kind === 'boolean' || left.type.kind === 'text' || left.type.kind === 'tree';
  if (unordered && ordering.has(operator)) {
    refuse(at, spanOf(mark), 'not-ordered', `${nameOfType(left.type)}没有大小`, {
      found: textOf(at, mark),
      expected: '= 或 ≠',
    });
    return false;
  }
  return checkCompound(at, sides);
};

export const checkComparison = (at: Checking, node: Cst): Expression | null => {
  const [leftNode, mark, rightNode] = node.parts;
  if (!leftNode || !mark || !rightNode) return null;
  const operator = operatorAt(at, mark);
  if (leftNode.term === term.Comparison) {
    const middle = leftNode.parts[2];
    const text = middle ? textOf(at, middle) : '…';
    return refuse(at, spanOf(node), 'chained-comparison', '不能连着比较', {
      found: textOf(at, node),
      remedy: `用 且 分成两个比较，如 a < ${text} 且 ${text} < b`,
    });
  }
  const [left, right] = checkPair(at, leftNode, rightNode);
  if (left === null || right === null) return null;
  const sides: Sides = { operator, left, right, node, mark };
  if (!checkSides(at, sides)) return null;
  return { kind: 'comparison', span: spanOf(node), type: booleanType, operator, left, right };
};
