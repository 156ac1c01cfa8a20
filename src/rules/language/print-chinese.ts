// The canonical Chinese of an expression. What is printed parses back to the same tree.
import { isPlainName } from './characters.ts';
import type { ComparisonNode, ComparisonOperator, Expression, MembershipNode } from './syntax.ts';
import { takesAnyText } from './literals.ts';
import { keywords } from './words.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

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
  const [first, ...more] = set.kind === 'listed' ? set.members.map((each) => member(each, e.left.type)) : [set.set.name];
  const right = more.length === 0 && first !== undefined ? first : `(${[first, ...more].join('、')})`;
  return `${at(e.left, 5)} ${e.negated ? '不属于' : '属于'} ${right}`;
};

const yearSpoken = { 2: '两', 3: '三', 5: '五' } as const;

const aggregate = (e: Extract<Expression, { kind: 'aggregate' }>, subjectName: string): string => {
  const rows = e.rows.kind === 'fact' ? e.rows.fact.path : subjectName;
  const source = e.field === null ? rows : `${rows}.${e.field}`;
  return `${e.word}(${source}${e.where === null ? '' : ` 当 ${printChinese(e.where)}`})`;
};
