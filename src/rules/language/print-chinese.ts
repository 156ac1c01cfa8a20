// The canonical Chinese of an expression. What is printed parses back to the same tree.
import { isPlainName } from './characters.ts';
import type { AggregateNode, ComparisonNode, ComparisonOperator, Expression, MembershipNode } from './syntax.ts';
import { isOpenChoice, takesAnyText } from './types.ts';
import { keywords } from './words.ts';
import { subjectNames, type ValueType } from '#rules/facts/dictionary.ts';

/** How tightly a node binds; a part that binds less than its place asks for stands in brackets. */
const bindingOf = (e: Expression): number => {
  switch (e.kind) {
    case 'if':
      return 0;
    case 'or':
      return 1;
    case 'and':
      return 2;
    case 'not':
      return 3;
    case 'comparison':
    case 'membership':
    case 'contains':
      return 4;
    case 'date-shift':
      return 5;
    case 'arithmetic':
      return e.operator === '+' || e.operator === '-' ? 5 : 6;
    default:
      return 7;
  }
};

const at = (e: Expression, least: number): string => (bindingOf(e) < least ? `(${printChinese(e)})` : printChinese(e));

const quote = (text: string): string => (text.includes('」') ? `"${text}"` : `「${text}」`);

/** A value as a member of a list or the right side of 含: bare when it can be read as a word. */
const member = (value: string, type: ValueType): string =>
  takesAnyText(type) || !isPlainName(value) || keywords.has(value) ? quote(value) : value;

/** Ordered choices are read aloud: 培育层级 不低于 小巨人. Numbers take the symbols. */
const spoken: Readonly<Record<ComparisonOperator, string>> = {
  '≥': '不低于',
  '>': '高于',
  '≤': '不高于',
  '<': '低于',
  '=': '=',
  '≠': '≠',
};

const comparison = (e: ComparisonNode): string => {
  const ordered = e.left.type.kind === 'ordered' || e.right.type.kind === 'ordered';
  return `${at(e.left, 5)} ${ordered ? spoken[e.operator] : e.operator} ${at(e.right, 5)}`;
};

const membership = (e: MembershipNode): string => {
  const { set } = e;
  const [first, ...more] =
    set.kind === 'listed' ? set.members.map((each) => member(each, e.left.type)) : [set.set.name];
  const right = more.length === 0 && first !== undefined ? first : `(${[first, ...more].join('、')})`;
  return `${at(e.left, 5)} ${e.negated ? '不属于' : '属于'} ${right}`;
};

const yearSpoken = { 2: '两', 3: '三', 5: '五' } as const;

const aggregate = (e: AggregateNode): string => {
  const rows = e.rows.kind === 'fact' ? e.rows.fact.path : subjectNames[e.rows.subject];
  const source = e.field === null ? rows : `${rows}.${e.field}`;
  return `${e.word}(${source}${e.where === null ? '' : ` 当 ${printChinese(e.where)}`})`;
};

const digits = (e: { readonly digits: string; readonly unit: string | null }): string => `${e.digits}${e.unit ?? ''}`;

const call = (word: string, ...given: readonly string[]): string => `${word}(${given.join('，')})`;

const yearCall = (e: Extract<Expression, { kind: 'year' }>): string =>
  e.word === '往年' ? call(e.word, e.fact.path, String(e.back + 1)) : call(e.word, e.fact.path);

const growthCall = (e: Extract<Expression, { kind: 'growth' }>): string =>
  e.word === '增长率' ? call(e.word, e.fact.path) : call(e.word, e.fact.path, String(e.years));

const textOf = (e: Extract<Expression, { kind: 'text' }>): string =>
  e.quoted || e.type.kind === 'text' ? quote(e.value) : isOpenChoice(e.type) ? e.value : member(e.value, e.type);

/** Operands of − and ÷ on the right bind tighter, so that a − (b − c) keeps its brackets. */
const arithmetic = (e: Extract<Expression, { kind: 'arithmetic' }>): string => {
  const own = bindingOf(e);
  return `${at(e.left, own)} ${e.operator} ${at(e.right, own + 1)}`;
};

const conditional = (e: Extract<Expression, { kind: 'if' }>): string =>
  `如果 ${at(e.when, 1)} 则 ${at(e.then, 1)} 否则 ${printChinese(e.otherwise)}`;

/** Literals and names. */
const word = (e: Expression): string | null => {
  switch (e.kind) {
    case 'number':
    case 'duration':
      return digits(e);
    case 'date':
      return e.value;
    case 'boolean':
      return e.value ? '是' : '否';
    case 'none':
      return '无';
    case 'text':
      return textOf(e);
    case 'fact':
      return e.fact.path;
    case 'field':
      return e.field;
    case 'parameter':
      return e.parameter.name;
    case 'filing-date':
      return '申报日';
    default:
      return null;
  }
};

const calls = (e: Expression): string | null => {
  switch (e.kind) {
    case 'year':
      return yearCall(e);
    case 'window':
      return call(`近${yearSpoken[e.years]}年${e.take}`, e.fact.path);
    case 'each-year':
      return call(`近${yearSpoken[e.years]}年${e.take}`, printChinese(e.of));
    case 'growth':
      return growthCall(e);
    case 'since-founded':
      return call('自成立近三年合计', e.fact.path);
    case 'extreme':
      return call(e.word, ...e.of.map(printChinese));
    case 'elapsed':
      return call(e.word, printChinese(e.from), printChinese(e.until));
    case 'aged':
      return call('满', printChinese(e.date), digits(e.by));
    case 'known':
      return call('已知', printChinese(e.of));
    case 'holds':
      return call('持有', e.quoted === true ? quote(e.title) : e.title);
    case 'aggregate':
      return aggregate(e);
    default:
      return null;
  }
};

type Operation = Extract<
  Expression,
  { kind: 'arithmetic' | 'date-shift' | 'comparison' | 'membership' | 'contains' | 'and' | 'or' | 'not' | 'if' }
>;

const operation = (e: Operation): string => {
  switch (e.kind) {
    case 'arithmetic':
      return arithmetic(e);
    case 'date-shift':
      return `${at(e.date, 5)} ${e.sign === 1 ? '+' : '-'} ${digits(e.by)}`;
    case 'comparison':
      return comparison(e);
    case 'membership':
      return membership(e);
    case 'contains':
      return `${at(e.left, 5)} 含 ${member(e.member, e.left.type)}`;
    case 'and':
      return e.of.map((part) => at(part, 3)).join(' 且 ');
    case 'or':
      return e.of.map((part) => at(part, 2)).join(' 或 ');
    case 'not':
      return `非 ${at(e.of, 3)}`;
    case 'if':
      return conditional(e);
  }
};

const isOperation = (e: Expression): e is Operation => bindingOf(e) < 7;

/**
 * The canonical Chinese text of an expression: symbols between numbers, 不低于 and its like between ordered choices, one space
 * around operators, `，` between arguments, no bracket more than needed. It parses back to the same tree.
 */
export const printChinese = (e: Expression): string => {
  if (isOperation(e)) return operation(e);
  const printed = word(e) ?? calls(e);
  if (printed === null) throw new Error(`${e.kind} has no Chinese form`);
  return printed;
};
