// An expression as FEEL 1.3, for other engines. Printed only: FEEL has no dictionary to parse it back with.
import type { Expression, NumberLiteral } from './syntax.ts';
import { subjectNames } from '#rules/facts/dictionary.ts';
import { toDecimal, type Rational } from '#rules/exact/rational.ts';

/** A series is a FEEL context by year; Y stands for 上年. */
const inYear = (path: string, back: number): string => `${path}[${back === 0 ? 'Y' : back > 0 ? `Y - ${back}` : `Y + ${-back}`}]`;

const years = (count: number): readonly number[] => Array.from({ length: count }, (_, back) => back);

const text = (value: string): string => JSON.stringify(value);

/** FEEL numbers are decimals: money is printed in yuan, a ratio as a plain number. */
const number = (value: Rational, type: NumberLiteral['type']): string =>
  toDecimal(type.kind === 'money' ? { n: value.n, d: value.d * 100n } : value, 12);

const durations = { 年: 'P%Y', 个月: 'P%M', 日: 'P%D', 个工作日: 'P%D' } as const;
const duration = (count: number, unit: keyof typeof durations): string => `duration("${durations[unit].replace('%', String(count))}")`;

const comparisons = { '≥': '>=', '>': '>', '≤': '<=', '<': '<', '=': '=', '≠': '!=' } as const;
const arithmetics = { '+': '+', '-': '-', '×': '*', '÷': '/' } as const;

const growth = (path: string, back: number): string => `(${inYear(path, back)} - ${inYear(path, back + 1)}) / ${inYear(path, back + 1)}`;

const aggregate = (e: Extract<Expression, { kind: 'aggregate' }>): string => {
  const rows = e.rows.kind === 'subjects' ? subjectNames[e.rows.subject] : e.rows.fact.path;
  const where = e.where === null ? 'true' : printFeel(e.where);
  switch (e.word) {
    case '数量':
      return `count(${rows}[${where}])`;
    case '合计':
      return `sum(${rows}[${where}].${e.field ?? ''})`;
    case '任一':
      return `some row in ${rows} satisfies row[${where}]`;
    case '全部':
      return `every row in ${rows} satisfies row[${where}]`;
  }
};

const ordered = (e: Expression): string =>
  e.type.kind === 'ordered' && e.kind !== 'text' ? `rank(${printFeel(e)})` : e.kind === 'text' && e.type.kind === 'ordered' ? String(e.type.values.indexOf(e.value) + 1) : printFeel(e);

const growthText = (e: Extract<Expression, { kind: 'growth' }>): string => {
  const { path } = e.fact;
  if (e.word === '复合增长率') return `(${inYear(path, 0)} / ${inYear(path, e.years)}) ** (1 / ${e.years}) - 1`;
  return e.word === '增长率' ? growth(path, 0) : `mean([${years(e.years).map((back) => growth(path, back)).join(', ')}])`;
};

const value = (e: Expression): string | null => {
  switch (e.kind) {
    case 'number':
      return number(e.value, e.type);
    case 'duration':
      return duration(e.count, e.unit);
    case 'date':
      return `date("${e.value}")`;
    case 'boolean':
      return e.value ? 'true' : 'false';
    case 'none':
      return '"无"';
    case 'text':
      return text(e.value);
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

const overYears = (e: Expression): string | null => {
  switch (e.kind) {
    case 'year':
      return inYear(e.fact.path, e.back);
    case 'window':
      return `${e.take === '合计' ? 'sum' : 'mean'}([${years(e.years).map((back) => inYear(e.fact.path, back)).join(', ')}])`;
    case 'each-year':
      return `${e.take === '每年' ? 'every' : 'some'} year in [${years(e.years).map((back) => (back === 0 ? 'Y' : `Y - ${back}`)).join(', ')}] satisfies ${printFeel(e.of)}`;
    case 'growth':
      return growthText(e);
    case 'since-founded':
      return `sum(for year in years since(注册日期) return ${e.fact.path}[year])`;
    default:
      return null;
  }
};

const structure = (e: Expression): string => {
  switch (e.kind) {
    case 'arithmetic':
      return `(${printFeel(e.left)} ${arithmetics[e.operator]} ${printFeel(e.right)})`;
    case 'date-shift':
      return `(${printFeel(e.date)} ${e.sign === 1 ? '+' : '-'} ${duration(e.by.count, e.by.unit)})`;
    case 'extreme':
      return `${e.word === '最小' ? 'min' : 'max'}(${e.of.map(printFeel).join(', ')})`;
    case 'elapsed':
      return e.word === '天数'
        ? `(${printFeel(e.until)} - ${printFeel(e.from)}) / duration("P1D")`
        : `years and months duration(${printFeel(e.from)}, ${printFeel(e.until)}).months`;
    case 'comparison':
      return `${ordered(e.left)} ${comparisons[e.operator]} ${ordered(e.right)}`;
    case 'membership': {
      const members = e.set.kind === 'named' ? e.set.set.members : e.set.members;
      const inside = `list contains([${members.map(text).join(', ')}], ${printFeel(e.left)})`;
      return e.negated ? `not(${inside})` : inside;
    }
    case 'contains':
      return `list contains(${printFeel(e.left)}, ${text(e.member)})`;
    case 'and':
    case 'or':
      return e.of.map((part) => `(${printFeel(part)})`).join(` ${e.kind} `);
    case 'not':
      return `not(${printFeel(e.of)})`;
    case 'if':
      // FEEL takes the else branch on null; ours is unknown then.
      return `if (${printFeel(e.when)}) != null then (if ${printFeel(e.when)} then ${printFeel(e.then)} else ${printFeel(e.otherwise)}) else null`;
    case 'aged':
      return `申报日 >= ${printFeel(e.date)} + ${duration(e.by.count, e.by.unit)}`;
    case 'known':
      return `(${printFeel(e.of)}) != null`;
    case 'holds':
      return `some title in 称号 satisfies title.名称 = ${text(e.title)} and title.认定日期 <= 申报日 and title.有效期至 >= 申报日`;
    case 'aggregate':
      return aggregate(e);
    default:
      throw new Error(`${e.kind} is printed elsewhere`);
  }
};

/**
 * FEEL for readers and other engines. Two names stand for what FEEL lacks: Y is the last complete year, rank() the place of an
 * ordered choice.
 */
export const printFeel = (e: Expression): string => value(e) ?? overYears(e) ?? structure(e);
