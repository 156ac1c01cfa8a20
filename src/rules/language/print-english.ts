// An expression in plain English, for readers who have no Chinese. Printed only.
import type { AggregateNode, ComparisonNode, Expression, GrowthNode, MembershipNode, NumberLiteral } from './syntax.ts';
import { factWords, formatYuan, subjectWords } from './english-words.ts';
import { toDecimal } from '#rules/exact/rational.ts';

const comparisons = {
  '≥': 'at least',
  '>': 'more than',
  '≤': 'at most',
  '<': 'less than',
  '=': '',
  '≠': 'not',
} as const;
const dates = { ...comparisons, '≥': 'on or after', '>': 'after', '≤': 'on or before', '<': 'before' } as const;
const ranks = { '≥': 'at or above', '>': 'above', '≤': 'at or below', '<': 'below', '=': '', '≠': 'not' } as const;
const arithmetics = { '+': 'plus', '-': 'minus', '×': 'times', '÷': 'divided by' } as const;
const counts = { 2: 'two', 3: 'three', 5: 'five' } as const;
const durations = { 年: 'year', 个月: 'month', 日: 'day', 个工作日: 'working day' } as const;
/** What is counted says what the number means; only time and people are named. */
const units: Readonly<Record<string, readonly [one: string, more: string]>> = {
  年: ['year', 'years'],
  月: ['month', 'months'],
  日: ['day', 'days'],
  人: ['person', 'people'],
};

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const counted = (e: NumberLiteral, unit: string | null): string => {
  const number = toDecimal(e.value);
  const words = units[unit ?? ''];
  return words ? `${number} ${number === '1' ? words[0] : words[1]}` : number;
};

const number = (e: NumberLiteral): string => {
  switch (e.type.kind) {
    case 'money':
      return formatYuan(e.value);
    case 'ratio':
      return `${toDecimal({ n: e.value.n * 100n, d: e.value.d })}%`;
    case 'number':
    case 'integer':
      return counted(e, e.type.unit);
    default:
      return toDecimal(e.value);
  }
};

const value = (e: Expression): string | null => {
  switch (e.kind) {
    case 'number':
      return number(e);
    case 'duration':
      return plural(e.count, durations[e.unit]);
    case 'date':
      return e.value;
    case 'boolean':
      return e.value ? 'yes' : 'no';
    case 'none':
      return 'none';
    case 'text':
      return `“${e.value}”`;
    case 'fact':
      return factWords(e.fact);
    case 'field':
      return `its ${e.field}`;
    case 'parameter':
      return e.parameter.name;
    case 'filing-date':
      return 'the filing date';
    default:
      return null;
  }
};

const yearWords = { 上年: 'last year’s', 前年: 'the year before last’s', 本年: 'this year’s' } as const;

const growth = (e: GrowthNode): string => {
  const fact = factWords(e.fact);
  if (e.word === '增长率') return `growth of ${fact} last year`;
  return `${e.word === '平均增长率' ? 'average' : 'compound'} growth of ${fact} over ${plural(e.years, 'year')}`;
};

const overYears = (e: Expression): string | null => {
  switch (e.kind) {
    case 'year':
      return e.word === '往年'
        ? `${factWords(e.fact)} ${plural(e.back + 1, 'year')} ago`
        : `${yearWords[e.word]} ${factWords(e.fact)}`;
    case 'window':
      return `${e.take === '合计' ? 'total' : 'average'} ${factWords(e.fact)} of the last ${counts[e.years]} years`;
    case 'each-year':
      return `in ${e.take === '每年' ? 'each' : 'any'} of the last ${counts[e.years]} years, ${printEnglish(e.of)}`;
    case 'growth':
      return growth(e);
    case 'since-founded':
      return `total ${factWords(e.fact)} of the last three years since founding`;
    default:
      return null;
  }
};

const isYesNo = (e: ComparisonNode): boolean => e.left.type.kind === 'boolean' && e.right.kind === 'boolean';

const operatorWords = ({ left, right, operator }: ComparisonNode): string => {
  const { kind } = left.kind === 'none' || left.kind === 'text' ? right.type : left.type;
  return (kind === 'ordered' ? ranks : kind === 'date' ? dates : comparisons)[operator];
};

const comparison = (e: ComparisonNode): string => {
  if (isYesNo(e)) {
    const holds = e.right.kind === 'boolean' && e.right.value === (e.operator === '=');
    return holds ? printEnglish(e.left) : `not ${part(e.left)}`;
  }
  return [part(e.left), 'is', operatorWords(e), part(e.right)].filter((word) => word !== '').join(' ');
};

const membership = (e: MembershipNode): string => {
  const is = e.negated ? 'is not' : 'is';
  const left = part(e.left);
  // What is called “registered in” already says how its place follows.
  const only = e.set.kind === 'named' ? e.set.set.name : e.set.members.length === 1 ? e.set.members[0] : undefined;
  if (left.endsWith(' in') && only !== undefined) return `${e.negated ? 'not ' : ''}${left} “${only}”`;
  if (e.set.kind === 'named') return `${part(e.left)} ${is} in “${e.set.set.name}”`;
  const members = e.set.members.map((member) => `“${member}”`).join(', ');
  return `${part(e.left)} ${is} ${e.set.members.length === 1 ? 'within' : 'within one of'} ${members}`;
};

const aggregate = (e: AggregateNode): string => {
  const rows = e.rows.kind === 'subjects' ? subjectWords[e.rows.subject] : factWords(e.rows.fact);
  const where = e.where === null ? '' : ` where ${printEnglish(e.where)}`;
  switch (e.word) {
    case '数量':
      return `number of ${rows}${where}`;
    case '合计':
      return `total ${e.field ?? ''} of ${rows}${where}`;
    case '任一':
      return `there is one of ${rows}${where}`;
    case '全部':
      return `for all of ${rows}${e.where === null ? '' : `, ${printEnglish(e.where)}`}`;
  }
};

const simple: ReadonlySet<Expression['kind']> = new Set([
  'number',
  'duration',
  'date',
  'boolean',
  'none',
  'text',
  'fact',
  'field',
  'parameter',
  'filing-date',
  'year',
  'window',
  'growth',
  'extreme',
]);

/** A part of a longer phrase: in brackets unless it is one thing. */
const part = (e: Expression): string => (simple.has(e.kind) ? printEnglish(e) : `(${printEnglish(e)})`);

const structure = (e: Expression): string => {
  switch (e.kind) {
    case 'arithmetic':
      return `${part(e.left)} ${arithmetics[e.operator]} ${part(e.right)}`;
    case 'date-shift':
      return `${part(e.date)} ${e.sign === 1 ? 'plus' : 'minus'} ${printEnglish(e.by)}`;
    case 'extreme':
      return `the ${e.word === '最小' ? 'least' : 'greatest'} of ${e.of.map(part).join(', ')}`;
    case 'elapsed':
      return `${e.word === '天数' ? 'days' : 'full months'} from ${part(e.from)} to ${part(e.until)}`;
    case 'comparison':
      return comparison(e);
    case 'membership':
      return membership(e);
    case 'contains':
      return `${part(e.left)} includes “${e.member}”`;
    case 'and':
    case 'or':
      return e.of.map(part).join(` ${e.kind} `);
    case 'not':
      return `not ${part(e.of)}`;
    case 'if':
      return `if ${printEnglish(e.when)} then ${part(e.then)}, otherwise ${part(e.otherwise)}`;
    case 'aged':
      return `at least ${printEnglish(e.by)} ${e.by.count === 1 ? 'has' : 'have'} passed since ${part(e.date)}`;
    case 'known':
      return `${part(e.of)} is known`;
    case 'holds':
      return `the firm holds the title “${e.title}”`;
    case 'aggregate':
      return aggregate(e);
    default:
      throw new Error(`${e.kind} is printed elsewhere`);
  }
};

/** The expression as an English phrase. Names come from the facts' keys; values stay as they are written. */
export const printEnglish = (e: Expression): string => value(e) ?? overYears(e) ?? structure(e);
