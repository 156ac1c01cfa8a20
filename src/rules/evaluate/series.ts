// Values over accounting years: windows and growth. A year without a value is unknown; an earlier year never stands in.
import { calculate, sum } from './arithmetic.ts';
import { lastYear, valueInYear, type Context } from './context.ts';
import { because, point, unknownFrom, whyOf, type Outcome, type Unknown } from './outcome.ts';
import { divide, signOf, whole } from '#rules/exact/rational.ts';
import { yearOf } from '#rules/exact/plain-date.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { GrowthNode, SinceFoundedNode, WindowNode } from '#rules/language/syntax.ts';

/** The last `count` complete years, oldest first. */
export const yearsBack = (context: Context, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => lastYear(context) - count + 1 + i);

/** 近两年合计 and 近三年均值. */
export const evaluateWindow = (context: Context, node: WindowNode): Outcome => {
  const total = sum(yearsBack(context, node.years).map((year) => valueInYear(context, node.fact, year)));
  return node.take === '合计' ? total : calculate('÷', total, point(whole(node.years)));
};

const growthIn = (context: Context, fact: FactDefinition, year: number): Outcome => {
  const [before, after] = [valueInYear(context, fact, year - 1), valueInYear(context, fact, year)];
  const base = baseProblem(fact, before, year - 1);
  // An unusable base decides that there is no growth rate, whatever the later year is.
  if (base) return base;
  return calculate('÷', calculate('-', after, before), before);
};

const baseProblem = (fact: FactDefinition, base: Outcome, year: number): Unknown | null =>
  base.is === 'number' && signOf(base.high) <= 0
    ? because('base-not-positive', `${fact.path}@${year}`, `基期不为正：${year} 年${fact.name}不大于零`)
    : null;

/** 增长率 · 平均增长率 (the mean of the yearly rates) · 复合增长率 (kept as a quotient of the two ends). */
export const evaluateGrowth = (context: Context, node: GrowthNode): Outcome => {
  const until = lastYear(context);
  if (node.word !== '复合增长率') {
    const rates = yearsBack(context, node.years).map((year) => growthIn(context, node.fact, year));
    return calculate('÷', sum(rates), point(whole(node.years)));
  }
  const first = valueInYear(context, node.fact, until - node.years);
  const last = valueInYear(context, node.fact, until);
  const base = baseProblem(node.fact, first, until - node.years);
  if (base) return base;
  const open = [first, last].map(whyOf).filter((why) => why !== null);
  if (open.length > 0) return unknownFrom(open);
  const quotient = first.is === 'number' && last.is === 'number' ? divide(last.low, first.low) : null;
  return quotient === null ? { is: 'none' } : { is: 'compound', quotient, years: node.years };
};

/** 自成立近三年合计: the years of the last three that the firm has existed in. */
export const evaluateSinceFounded = (context: Context, node: SinceFoundedNode): Outcome => {
  const years = yearsBack(context, node.years);
  const registered = context.firm.facts.single.get('注册日期');
  if (registered?.is === 'date') {
    const lived = years.filter((year) => year >= yearOf(registered.value));
    return lived.length === 0
      ? because('not-founded', node.fact.path, `成立不足：企业 ${registered.value} 注册，还没有完整会计年度`)
      : sum(lived.map((year) => valueInYear(context, node.fact, year)));
  }
  const values = years.map((year) => valueInYear(context, node.fact, year));
  const open = values.map(whyOf).filter((why) => why !== null);
  // Without the founding date, a year without a value may be one that never was.
  return open.length === 0 ? sum(values) : unknownFrom([...open, { missing: ['注册日期'], reasons: [] }]);
};
