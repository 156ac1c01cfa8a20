// Sums, products and shifted dates: which mixtures make sense and what they yield.
import { refuse, spanOf, textOf, type Checking } from './checking.ts';
import { checkPair, refuseMixture } from './comparisons.ts';
import { refuseDuration } from './literals.ts';
import type { ArithmeticOperator, Expression } from './syntax.ts';
import type { Cst } from './tree.ts';
import {
  dateType,
  durationType,
  isCount,
  isPlainNumber,
  moneyType,
  nameOfType,
  ratioType,
  unitsFit,
  type CountType,
} from './types.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import { foldSymbol } from './characters.ts';

const operatorAt = (at: Checking, mark: Cst): ArithmeticOperator => {
  const symbol = String.fromCodePoint(foldSymbol(at.text.codePointAt(mark.from) ?? 0));
  return symbol === '+' ? '+' : symbol === '-' ? '-' : symbol === '×' || symbol === '*' ? '×' : '÷';
};

const count = (kind: CountType['kind'], unit: string | null): ValueType => ({ kind, unit });

const bothIntegers = (a: CountType, b: CountType): CountType['kind'] =>
  a.kind === 'integer' && b.kind === 'integer' ? 'integer' : 'number';

/** Money + money, ratio + ratio, counts of one unit. */
const sumType = (left: Expression, right: Expression): ValueType | null => {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'money' && b.kind === 'money') return moneyType;
  if (a.kind === 'ratio' && b.kind === 'ratio') return ratioType;
  if (isCount(a) && isCount(b) && unitsFit(left, right)) return count(bothIntegers(a, b), a.unit ?? b.unit);
  return null;
};

const productType = (left: Expression, right: Expression): ValueType | null => {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'money') return b.kind === 'ratio' || isCount(b) ? moneyType : null;
  if (b.kind === 'money') return a.kind === 'ratio' || isCount(a) ? moneyType : null;
  if (a.kind === 'ratio' && b.kind === 'ratio') return ratioType;
  if (a.kind === 'ratio' && isCount(b)) return isPlainNumber(right) ? ratioType : count('number', b.unit);
  if (b.kind === 'ratio' && isCount(a)) return isPlainNumber(left) ? ratioType : count('number', a.unit);
  if (!isCount(a) || !isCount(b)) return null;
  return a.unit === null || b.unit === null ? count(bothIntegers(a, b), a.unit ?? b.unit) : null;
};

/** Like divided by like is a ratio; division by a number written out or by a ratio keeps the kind. */
const quotientType = (left: Expression, right: Expression): ValueType | null => {
  const [a, b] = [left.type, right.type];
  if (b.kind === 'money') return a.kind === 'money' ? ratioType : null;
  if (b.kind !== 'ratio' && !isCount(b)) return null;
  if (a.kind === 'money') return moneyType;
  if (a.kind === 'ratio') return ratioType;
  if (!isCount(a)) return null;
  if (b.kind === 'ratio' || isPlainNumber(right)) return count('number', a.unit);
  return unitsFit(left, right) ? ratioType : null;
};

const typeOf = (operator: ArithmeticOperator, left: Expression, right: Expression): ValueType | null =>
  operator === '×' ? productType(left, right) : operator === '÷' ? quotientType(left, right) : sumType(left, right);

const isNumeric = (type: ValueType): boolean => type.kind === 'money' || type.kind === 'ratio' || isCount(type);

/** Notes a value that cannot be calculated with. */
export const isCalculable = (at: Checking, e: Expression): boolean => {
  if (isNumeric(e.type)) return true;
  const remedy = e.type.kind === 'date' ? '两个日期之间写 天数(a，b) 或 月数(a，b)' : null;
  refuse(at, e.span, 'not-a-number', `${nameOfType(e.type)}不能计算`, {
    found: textOf(at, e.span),
    expected: '金额、比例或数',
    remedy,
  });
  return false;
};

/** The shifted date, or why the other side of + or − is no length of time. */
const dateShift = (
  at: Checking,
  node: Cst,
  operator: '+' | '-',
  date: Expression,
  by: Expression,
): Expression | null => {
  if (by.kind === 'duration') {
    return { kind: 'date-shift', span: spanOf(node), type: dateType, date, sign: operator === '-' ? -1 : 1, by };
  }
  if (by.type.kind === 'date') {
    const remedy = `写 天数(${textOf(at, by.span)}，${textOf(at, date.span)}) 或 月数(…)`;
    return refuse(at, spanOf(node), 'date-difference', '两个日期不能相加减', { found: textOf(at, node), remedy });
  }
  return refuseDuration(at, by);
};

const combine = (
  at: Checking,
  node: Cst,
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
): Expression | null => {
  const usable = [left, right].map((side) => isCalculable(at, side));
  if (usable.includes(false)) return null;
  const type = typeOf(operator, left, right);
  if (type !== null) return { kind: 'arithmetic', span: spanOf(node), type, operator, left, right };
  if (operator === '+' || operator === '-') return refuseMixture(at, left, right, node);
  const verb = operator === '×' ? '乘' : '除以';
  return refuse(at, spanOf(node), 'type-mismatch', `${nameOfType(left.type)}不能${verb}${nameOfType(right.type)}`, {
    found: textOf(at, node),
  });
};

/** Beside a date stands a length of time; beside anything else its like. */
const besideInSum = (type: ValueType): ValueType => (type.kind === 'date' ? durationType : type);

export const checkSum = (at: Checking, node: Cst): Expression | null => {
  const [leftNode, mark, rightNode] = node.parts;
  if (!leftNode || !mark || !rightNode) return null;
  const operator = operatorAt(at, mark) === '-' ? '-' : '+';
  const [left, right] = checkPair(at, leftNode, rightNode, besideInSum);
  if (left === null || right === null) return null;
  if (left.type.kind === 'date') return dateShift(at, node, operator, left, right);
  if (left.kind === 'duration') {
    const remedy = operator === '+' ? `写 ${textOf(at, right.span)} + ${textOf(at, left.span)}` : null;
    return refuse(at, spanOf(node), 'duration-first', '先写日期，再写时间长度', { found: textOf(at, node), remedy });
  }
  return combine(at, node, operator, left, right);
};

export const checkProduct = (at: Checking, node: Cst): Expression | null => {
  const [leftNode, mark, rightNode] = node.parts;
  if (!leftNode || !mark || !rightNode) return null;
  const [left, right] = [at.check(at, leftNode, null), at.check(at, rightNode, null)];
  if (left === null || right === null) return null;
  return combine(at, node, operatorAt(at, mark), left, right);
};
