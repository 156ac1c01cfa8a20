// From concrete syntax to the typed tree: one case per rule of the grammar.
import { checkProduct, checkSum } from './arithmetic.ts';
import { foldSymbols } from './characters.ts';
import { checkCall } from './calls.ts';
import { refuse, spanOf, textOf, type Checking } from './checking.ts';
import { checkComparison, checkPair } from './comparisons.ts';
import * as term from './expression-terms.ts';
import { checkDate, checkNone, checkNumber, checkText, checkTruth } from './literals.ts';
import { checkContainment, checkMembership } from './membership.ts';
import { checkName, checkUnknown } from './resolve.ts';
import type { Expression } from './syntax.ts';
import type { Cst } from './tree.ts';
import { booleanType, dateType, isCount, nameOfType, sameValues, unitsFit } from './types.ts';
import { foreignSigns, writtenHere } from './words.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

/** A part that must be a condition. */
const checkCondition = (at: Checking, node: Cst): Expression | null => {
  const found = at.check(at, node, booleanType);
  if (found === null || found.type.kind === 'boolean') return found;
  const text = textOf(at, found.span);
  return refuse(at, found.span, 'condition-expected', `这里要写条件，「${text}」是${nameOfType(found.type)}`, {
    found: text,
    expected: '条件',
    remedy: `写 ${text} ≥ … 这样的比较`,
  });
};

const refuseJoin = (at: Checking, mark: Cst): void => {
  const text = textOf(at, mark);
  const write = writtenHere(text) ?? '且';
  refuse(at, spanOf(mark), 'write-instead', `不写「${text}」`, { found: text, expected: write, remedy: `写 ${write}` });
};

/** a 且 b 且 c is one conjunction of three; brackets keep their own. */
const checkJunction = (at: Checking, node: Cst, kind: 'and' | 'or'): Expression | null => {
  const operands: Cst[] = [];
  let chain: Cst = node;
  for (;;) {
    const [left, mark, right] = chain.parts;
    if (!left || !mark || !right) return null;
    if (mark.term === term.HintAnd || mark.term === term.HintOr) refuseJoin(at, mark);
    operands.unshift(right);
    if (left.term !== node.term) {
      operands.unshift(left);
      break;
    }
    chain = left;
  }
  const of = operands.map((operand) => checkCondition(at, operand));
  const known = of.filter((part) => part !== null);
  return known.length === of.length ? { kind, span: spanOf(node), type: booleanType, of: known } : null;
};

const checkNegation = (at: Checking, node: Cst): Expression | null => {
  const operand = node.parts[1];
  const of = operand ? checkCondition(at, operand) : null;
  return of && { kind: 'not', span: spanOf(node), type: booleanType, of };
};

const joined = (then: Expression, otherwise: Expression): ValueType | null => {
  if (then.kind === 'none') return otherwise.type;
  if (otherwise.kind === 'none') return then.type;
  const [a, b] = [then.type, otherwise.type];
  if (isCount(a) && isCount(b)) {
    const kind = a.kind === 'integer' && b.kind === 'integer' ? 'integer' : 'number';
    return unitsFit(then, otherwise) ? { kind, unit: a.unit ?? b.unit } : null;
  }
  if (a.kind === 'choice' || a.kind === 'ordered' || a.kind === 'set' || a.kind === 'tree')
    return sameValues(a, b) ? a : null;
  return a.kind === b.kind ? a : null;
};

const checkConditional = (at: Checking, node: Cst, expected: ValueType | null): Expression | null => {
  const [, whenNode, , thenNode, , otherwiseNode] = node.parts;
  if (!whenNode || !thenNode || !otherwiseNode) return null;
  const when = checkCondition(at, whenNode);
  const [then, otherwise] = expected
    ? [at.check(at, thenNode, expected), at.check(at, otherwiseNode, expected)]
    : checkPair(at, thenNode, otherwiseNode);
  if (when === null || then === null || otherwise === null) return null;
  const type = joined(then, otherwise);
  if (type !== null) return { kind: 'if', span: spanOf(node), type, when, then, otherwise };
  return refuse(
    at,
    spanOf(node),
    'type-mismatch',
    `则 与 否则 要是同一类：${nameOfType(then.type)}、${nameOfType(otherwise.type)}`,
    {
      found: textOf(at, otherwise.span),
      expected: nameOfType(then.type),
    },
  );
};

const checkSuffixed = (at: Checking, node: Cst): null => {
  const [number, suffix] = node.parts;
  if (!number || !suffix) return null;
  const [found, amount] = [textOf(at, suffix), textOf(at, number)];
  const write = writtenHere(found) ?? '≥';
  return refuse(at, spanOf(suffix), 'write-instead', `不写「${found}」`, {
    found,
    expected: write,
    remedy: `写 … ${write} ${amount}`,
  });
};

const refuseBad = (at: Checking, node: Cst): null => {
  const found = textOf(at, node);
  if (/^["「“”＂]/u.test(found)) {
    return refuse(at, spanOf(node), 'open-text', '引号没有成对', {
      found,
      expected: '「…」',
      remedy: '补上另一半引号',
    });
  }
  const remedy = foreignSigns.get(foldSymbols(found)) ?? null;
  return refuse(at, spanOf(node), 'bad-character', `表达式里不能有「${found}」`, { found, remedy });
};

/** Checks one node; `expected` tells how a bare word or number is to be read. */
export const checkNode = (at: Checking, node: Cst, expected: ValueType | null): Expression | null => {
  switch (node.term) {
    case term.Parenthesised:
      return node.parts[1] ? at.check(at, node.parts[1], expected) : null;
    case term.Numeral:
    case term.Negative:
      return checkNumber(at, node, expected);
    case term.Name:
      return checkName(at, node, expected);
    case term.Call:
      return checkCall(at, node);
    case term.Comparison:
      return checkComparison(at, node);
    case term.Membership:
      return checkMembership(at, node);
    case term.Containment:
      return checkContainment(at, node);
    case term.Conjunction:
      return checkJunction(at, node, 'and');
    case term.Disjunction:
      return checkJunction(at, node, 'or');
    case term.Negation:
      return checkNegation(at, node);
    case term.Sum:
      return checkSum(at, node);
    case term.Product:
      return checkProduct(at, node);
    case term.Conditional:
      return checkConditional(at, node, expected);
    default:
      return checkLeaf(at, node, expected);
  }
};

const checkLeaf = (at: Checking, node: Cst, expected: ValueType | null): Expression | null => {
  switch (node.term) {
    case term.Day:
      return checkDate(at, node);
    case term.Text:
      return checkText(at, node, expected);
    case term.Truth:
      return checkTruth(at, node);
    case term.None:
      return checkNone(node, expected);
    case term.FilingDate:
      return { kind: 'filing-date', span: spanOf(node), type: dateType };
    case term.Unknown:
      return checkUnknown(at, node, expected);
    case term.Suffixed:
      return checkSuffixed(at, node);
    default:
      return refuseBad(at, node);
  }
};
