// An expression as FEEL 1.3, for other engines. Printed only: FEEL has no dictionary to parse it back with.
import { closed, compared, divided, extremeOf, guarded, listOf, number, text } from './feel-shapes.ts';
import type {
  AggregateNode,
  ComparisonNode,
  ElapsedNode,
  Expression,
  GrowthNode,
  MembershipNode,
  SinceFoundedNode,
} from './syntax.ts';
import { subjectNames, type DurationUnit } from '#rules/facts/dictionary.ts';

const durations = { 年: 'P%Y', 个月: 'P%M', 日: 'P%D' } as const;

/** Working days need a calendar, which FEEL has none of. */
const duration = (count: number, unit: DurationUnit): string =>
  unit === '个工作日' ? 'null' : `duration("${durations[unit].replace('%', String(count))}")`;

/** A series is a context by year; Y is the last complete year. */
const inYear = (path: string, year: string): string => `get value(${path}, string(${year}))`;
const yearBack = (back: number): string => (back === 0 ? 'Y' : back > 0 ? `Y - ${back}` : `Y + ${-back}`);
const back = (path: string, count: number): string => inYear(path, yearBack(count));
const yearsBack = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const arithmetics = { '+': '+', '-': '-', '×': '*', '÷': '/' } as const;

/** What a fact with a series means: its value in this FEEL variable, inside 每年 and 任一年. */
type Place = { readonly year: string | null };

const growthIn = (path: string, count: number): string => {
  const base = back(path, count + 1);
  return `(if ${base} > 0 then (${back(path, count)} - ${base}) / ${base} else null)`;
};

const growth = (e: GrowthNode): string => {
  const { path } = e.fact;
  if (e.word === '复合增长率') return `((${back(path, 0)} / ${back(path, e.years)}) ** (1 / ${e.years}) - 1)`;
  return e.word === '增长率'
    ? growthIn(path, 0)
    : `mean(${listOf(yearsBack(e.years).map((count) => growthIn(path, count)))})`;
};

/** Compound growth is compared by multiplying out: no root is taken. */
const compound = (e: GrowthNode, operator: string, rate: string): string => {
  const base = back(e.fact.path, e.years);
  return `(if ${base} > 0 then ${back(e.fact.path, 0)} / ${base} ${operator} (1 + ${rate}) ** ${e.years} else null)`;
};

const sinceFounded = (e: SinceFoundedNode): string => {
  const sum = `sum(for year in [Y - 2, Y - 1, Y] return if year >= 注册日期.year then ${inYear(e.fact.path, 'year')} else 0)`;
  return `(if 注册日期 != null then ${sum} else null)`;
};

const comparison = (e: ComparisonNode, at: Place): string => {
  const isCompound = e.left.kind === 'growth' && e.left.word === '复合增长率' && e.right.kind === 'number';
  if (isCompound && e.left.kind === 'growth') return compound(e.left, compared[e.operator], print(e.right, at));
  const type = e.left.type.kind === 'ordered' ? e.left.type : e.right.type;
  const inOrder = e.operator !== '=' && e.operator !== '≠' && type.kind === 'ordered';
  const place = (side: Expression): string =>
    inOrder ? `index of(${listOf(type.values.map(text))}, ${print(side, at)})[1]` : closed(print(side, at));
  const told = `${place(e.left)} ${compared[e.operator]} ${place(e.right)}`;
  const open = [e.left, e.right].filter(
    (side) => side.kind !== 'text' && side.kind !== 'number' && side.kind !== 'none',
  );
  // FEEL's = takes null for a value like any other; ours leaves it open.
  if (e.operator === '=' || e.operator === '≠')
    return guarded(
      open.map((side) => print(side, at)),
      told,
    );
  const rank = e.left.type.kind === 'rank' ? e.left : e.right;
  return rank.type.kind === 'rank' ? `(${print(rank, at)} != "无" and ${told})` : told;
};

const membership = (e: MembershipNode, at: Place): string => {
  const left = print(e.left, at);
  const isTree = e.left.type.kind === 'tree';
  const inside = (members: readonly string[]): string =>
    isTree
      ? `is within(${left}, ${listOf(members.map(text))})`
      : `list contains(${listOf(members.map(text))}, ${left})`;
  const [members, unsettled] = e.set.kind === 'named' ? [e.set.set.members, e.set.set.unsettled] : [e.set.members, []];
  const settled = e.negated ? `not(${inside(members)})` : inside(members);
  return guarded([left], unsettled.length === 0 ? settled : `(if ${inside(unsettled)} then null else ${settled})`);
};

const aggregate = (e: AggregateNode, at: Place): string => {
  const rows = e.rows.kind === 'subjects' ? subjectNames[e.rows.subject] : e.rows.fact.path;
  const found = e.where === null ? rows : `${rows}[${print(e.where, at)}]`;
  switch (e.word) {
    case '数量':
      return `count(${found})`;
    case '合计':
      return `sum(${found}.${e.field ?? ''})`;
    case '任一':
      return `(count(${found}) > 0)`;
    case '全部':
      return `(count(${found}) = count(${rows}))`;
  }
};

const elapsed = (e: ElapsedNode, at: Place): string => {
  const [from, until] = [print(e.from, at), print(e.until, at)];
  return e.word === '天数'
    ? divided(`(${until} - ${from})`, 'P1D')
    : divided(`years and months duration(${from}, ${until})`, 'P1M');
};

const holds = (title: string): string =>
  `(some title in 称号 satisfies title.名称 = ${text(title)} and title.认定日期 <= 申报日` +
  ` and (title.有效期至 = "无" or title.有效期至 >= 申报日) and (title.撤销日期 = "无" or title.撤销日期 > 申报日))`;

const word = (e: Expression, at: Place): string | null => {
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
      return e.fact.yearly && at.year !== null ? inYear(e.fact.path, at.year) : e.fact.path;
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

const calls = (e: Expression, at: Place): string | null => {
  switch (e.kind) {
    case 'year':
      return back(e.fact.path, e.back);
    case 'window':
      return `${e.take === '合计' ? 'sum' : 'mean'}(${listOf(yearsBack(e.years).map((count) => back(e.fact.path, count)))})`;
    case 'each-year':
      return `(${e.take === '每年' ? 'every' : 'some'} year in ${listOf(yearsBack(e.years).map(yearBack))} satisfies ${print(e.of, { year: 'year' })})`;
    case 'growth':
      return growth(e);
    case 'since-founded':
      return sinceFounded(e);
    case 'extreme':
      return extremeOf(
        e.word,
        e.of.map((part) => print(part, at)),
      );
    case 'elapsed':
      return elapsed(e, at);
    case 'aged':
      return `申报日 >= ${print(e.date, at)} + ${duration(e.by.count, e.by.unit)}`;
    case 'known':
      return `${closed(print(e.of, at))} != null`;
    case 'holds':
      return holds(e.title);
    case 'aggregate':
      return aggregate(e, at);
    default:
      return null;
  }
};

const operations = (e: Expression, at: Place): string | null => {
  switch (e.kind) {
    case 'arithmetic':
      return `(${print(e.left, at)} ${arithmetics[e.operator]} ${print(e.right, at)})`;
    case 'date-shift':
      return `(${print(e.date, at)} ${e.sign === 1 ? '+' : '-'} ${duration(e.by.count, e.by.unit)})`;
    case 'comparison':
      return comparison(e, at);
    case 'membership':
      return membership(e, at);
    case 'contains':
      return `list contains(${print(e.left, at)}, ${text(e.member)})`;
    case 'and':
    case 'or':
      return `(${e.of.map((part) => print(part, at)).join(` ${e.kind} `)})`;
    case 'not':
      return `not(${print(e.of, at)})`;
    case 'if':
      return guarded(
        [print(e.when, at)],
        `(if ${print(e.when, at)} then ${print(e.then, at)} else ${print(e.otherwise, at)})`,
      );
    default:
      return null;
  }
};

const print = (e: Expression, at: Place): string => {
  const printed = word(e, at) ?? calls(e, at) ?? operations(e, at);
  if (printed === null) throw new Error(`${e.kind} has no FEEL form`);
  return printed;
};

/**
 * FEEL for readers and other engines, with null for unknown: where FEEL would take null for a value (`if`, `=`, lists of
 * members) a guard passes it on. Money is in yuan, a ratio a plain number, 无 the text "无". Y is the last complete year, a
 * series a context by year; `is within(value, members)` looks into a tree and must be supplied. Lists are taken as complete.
 */
export const printFeel = (e: Expression): string => {
  const printed = print(e, { year: null });
  // Brackets around the whole say nothing.
  return ['and', 'or', 'arithmetic', 'date-shift'].includes(e.kind) ? printed.slice(1, -1) : printed;
};
