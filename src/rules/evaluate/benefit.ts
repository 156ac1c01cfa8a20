// What a benefit comes to: an exact amount, or the honest range that unknown facts, rates and caps leave open, with the arithmetic.
import { calculate } from './arithmetic.ts';
import { pointOf } from './compare.ts';
import { decides, weaker, type Context } from './context.ts';
import { reachableRows } from './decide.ts';
import { evaluate } from './expression.ts';
import { because, whyOf, yes, unite, type NumberOutcome, type Outcome, type Why } from './outcome.ts';
import type { AmountResult } from './result.ts';
import { showClause, showOutcome } from './show.ts';
import { formatFen, formatRatio } from '#rules/facts/format.ts';
import {
  add,
  compare,
  divide,
  floor,
  halfUp,
  maximum,
  minimum,
  multiply,
  subtract,
  toDecimal,
  whole,
  zero,
  type Rational,
} from '#rules/exact/rational.ts';
import type { Benefit, BenefitNumber, Grade } from '#rules/packs/rulebook.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

/** Fen, not yet rounded; high null when there is no upper bound. */
type Sum = {
  readonly low: Rational;
  readonly high: Rational | null;
  readonly steps: readonly string[];
  readonly why: Why | null;
  readonly grade: Grade;
};

const money: ValueType = { kind: 'money' };
const ratio: ValueType = { kind: 'ratio' };

const numberOf = (context: Context, value: BenefitNumber, what: string): Outcome =>
  value === 'unknown' ? because('unpublished', what, `${what}未公开`) : evaluate(context, value);

const known = (outcome: Outcome): outcome is NumberOutcome => outcome.is === 'number';

const open = (why: Why | null, steps: readonly string[]): Omit<Sum, 'grade'> => ({ low: zero, high: null, steps, why });

const shownAs = (outcome: Outcome, type: ValueType, unknown: string): string => showOutcome(outcome, type) ?? unknown;

const whyOfAll = (...outcomes: readonly Outcome[]): Why | null => {
  const whys = outcomes.map(whyOf).filter((why) => why !== null);
  return whys.length === 0 ? null : unite(whys);
};

/** A sum of one number outcome: none below zero, for a benefit never takes money away. */
const fromOutcome = (outcome: Outcome, steps: readonly string[]): Omit<Sum, 'grade'> =>
  known(outcome)
    ? { low: maximum(zero, outcome.low), high: maximum(zero, outcome.high), steps, why: outcome.why }
    : outcome.is === 'none'
      ? { low: zero, high: zero, steps, why: null }
      : open(whyOf(outcome), steps);

const byRate = (context: Context, rateOf: BenefitNumber, baseOf: Parameters<typeof evaluate>[1]): Omit<Sum, 'grade'> => {
  const [base, rate] = [evaluate(context, baseOf), numberOf(context, rateOf, '比例')];
  const product = calculate('×', base, rate, '补助');
  const result = known(product) ? ` = ${shownAs(product, money, '')}` : '';
  return fromOutcome(product, [`${shownAs(base, money, '基数未知')} × ${shownAs(rate, ratio, '比例待核')}${result}`]);
};

const between = (context: Context, form: Extract<Benefit, { kind: 'between' }>): Omit<Sum, 'grade'> => {
  const base = evaluate(context, form.of);
  const [least, most] = [evaluate(context, form.low), evaluate(context, form.high)];
  const [low, high] = [calculate('×', base, least, '下限'), calculate('×', base, most, '上限')];
  const rates = `${shownAs(least, ratio, '?')}–${shownAs(most, ratio, '?')}`;
  const steps = [`${shownAs(base, money, '基数未知')} × ${rates}（由主管部门或采购人确定）`];
  if (!known(low) || !known(high)) return open(whyOfAll(base), steps);
  return { low: maximum(zero, low.low), high: maximum(zero, high.high), steps, why: whyOfAll(base) };
};

const monthly = (context: Context, form: Extract<Benefit, { kind: 'monthly' }>): Omit<Sum, 'grade'> => {
  const perMonth = numberOf(context, form.monthly, '每月标准');
  const months = numberOf(context, form.months, '月数');
  const used = form.less.map((each) => evaluate(context, each));
  const left = used.reduce((rest, each) => calculate('-', rest, each, '月数'), months);
  const monthsType: ValueType = { kind: 'integer', unit: '月' };
  const deduction = form.less.length === 0 ? '' : `，已用 ${used.map((each) => shownAs(each, monthsType, '未知')).join(' + ')}`;
  const counted = `最长 ${shownAs(months, monthsType, '待核')}${deduction}`;
  if (!known(left)) {
    const upper = known(perMonth) && known(months) ? multiply(perMonth.high, maximum(zero, months.high)) : null;
    return { low: zero, high: upper, steps: [`每月 ${shownAs(perMonth, money, '待核')}，${counted}`], why: whyOfAll(perMonth, months, ...used) };
  }
  const rest: NumberOutcome = { ...left, low: maximum(zero, left.low), high: maximum(zero, left.high) };
  const total = calculate('×', perMonth, rest, '月数');
  const shownRest = shownAs(rest, monthsType, '');
  return fromOutcome(total, [
    `每月 ${shownAs(perMonth, money, '待核')}，${counted}，剩余 ${shownRest}`,
    ...(known(total) ? [`${shownAs(perMonth, money, '')} × ${toDecimal(rest.high)} = ${shownAs(total, money, '')}`] : []),
  ]);
};

const sliced = (form: Extract<Benefit, { kind: 'progressive' }>, context: Context, base: Rational): { sum: Rational; steps: string[] } => {
  const slices = form.slices.map(({ from, rate }) => ({
    from: pointOf(evaluate(context, from)) ?? zero,
    rate: pointOf(evaluate(context, rate)) ?? zero,
  }));
  let sum = zero;
  const steps: string[] = [];
  slices.forEach(({ from, rate }, index) => {
    const next = slices[index + 1]?.from ?? base;
    const part = subtract(minimum(base, next), from);
    if (part.n <= 0n) return;
    const amount = multiply(part, rate);
    sum = add(sum, amount);
    steps.push(`${formatFen(part)} × ${formatRatio(rate)} = ${formatFen(amount)}`);
  });
  if (steps.length > 1) steps.push(`合计 ${formatFen(sum)}`);
  return { sum, steps };
};

const progressive = (context: Context, form: Extract<Benefit, { kind: 'progressive' }>): Omit<Sum, 'grade'> => {
  const base = evaluate(context, form.of);
  if (!known(base)) return base.is === 'none' ? fromOutcome(base, []) : open(whyOf(base), ['基数未知']);
  const [low, high] = [sliced(form, context, maximum(zero, base.low)), sliced(form, context, maximum(zero, base.high))];
  return { low: low.sum, high: high.sum, steps: high.steps, why: base.why };
};

const firstOf = (context: Context, form: Extract<Benefit, { kind: 'first' }>): Sum => {
  const guarded = form.rows.map(({ when, then }) => ({ when: when === null ? yes : context.decide(context, when), then }));
  const reachable = reachableRows(guarded);
  const sums = reachable.rows.map((row) => settle(context, row.then));
  const [only] = sums;
  if (only === undefined) return { low: zero, high: zero, steps: [], why: null, grade: 'primary' };
  if (sums.length === 1) return only;
  const highs = sums.map((sum) => sum.high);
  const whys = [...reachable.open, ...sums.map((sum) => sum.why).filter((why) => why !== null)];
  return {
    low: sums.map((sum) => sum.low).reduce(minimum),
    high: highs.every((high) => high !== null) ? highs.reduce(maximum) : null,
    steps: sums.flatMap((sum) => sum.steps),
    why: unite(whys),
    grade: sums.map((sum) => sum.grade).reduce(weaker),
  };
};

const raw = (context: Context, benefit: Benefit): Omit<Sum, 'grade'> => {
  switch (benefit.kind) {
    case 'amount': {
      const amount = numberOf(context, benefit.amount, '金额');
      return fromOutcome(amount, [shownAs(amount, money, '金额待核')]);
    }
    case 'rate':
      return byRate(context, benefit.rate, benefit.of);
    case 'monthly':
      return monthly(context, benefit);
    case 'progressive':
      return progressive(context, benefit);
    case 'between':
      return between(context, benefit);
    case 'up-to': {
      const most = numberOf(context, benefit.most, '上限');
      const steps = [`不超过 ${shownAs(most, money, '待核')}，具体数额由评审确定`];
      return known(most) ? { low: zero, high: most.high, steps, why: most.why } : open(whyOf(most), steps);
    }
    case 'case-by-case':
      return open(null, ['一事一议']);
    case 'none':
    case 'first':
      return { low: zero, high: zero, steps: [], why: null };
  }
};

/** Floor first, then cap: an unknown cap leaves floor…the uncapped value. */
const bounded = (context: Context, benefit: Benefit, sum: Omit<Sum, 'grade'>): Omit<Sum, 'grade'> => {
  let { low, high } = sum;
  const steps = [...sum.steps];
  const whys = sum.why === null ? [] : [sum.why];
  const least = benefit.floor === null ? null : numberOf(context, benefit.floor, '下限');
  if (least !== null && known(least)) {
    if (compare(low, least.low) < 0) steps.push(`不低于 ${formatFen(least.low)}`);
    low = maximum(low, least.low);
    high = high === null ? null : maximum(high, least.high);
  }
  const cap = benefit.cap === null ? null : numberOf(context, benefit.cap, '上限');
  if (cap === null) return { ...sum, low, high, steps };
  if (!known(cap)) {
    steps.push('上限待核');
    return { low: least !== null && known(least) ? least.low : zero, high, steps, why: unite([...whys, whyOf(cap) ?? { missing: [], reasons: [] }]) };
  }
  const reached = high === null || compare(high, cap.high) > 0;
  steps.push(`不超过 ${formatFen(cap.high)}${reached && sum.why === null ? `，取 ${formatFen(cap.high)}` : ''}`);
  const capped = high === null ? cap.high : minimum(high, cap.high);
  low = minimum(low, cap.low);
  return { low, high: capped, steps, why: compare(low, capped) === 0 ? null : unite([...whys, ...(cap.why === null ? [] : [cap.why])]) };
};

const settle = (context: Context, benefit: Benefit): Sum => {
  const grade = benefit.clause?.evidence ?? 'primary';
  if (!decides(grade, context.accept))
    return { low: zero, high: null, steps: ['依据等级不足，金额待核'], why: because('evidence', '金额', '金额的依据尚未核实'), grade };
  if (benefit.kind !== 'first') return { ...bounded(context, benefit, raw(context, benefit)), grade };
  const chosen = firstOf(context, benefit);
  return { ...bounded(context, benefit, chosen), grade: weaker(grade, chosen.grade) };
};

const rounded = (value: Rational, round: Benefit['round']): bigint => {
  const unit = round?.to ?? 1n;
  const units = divide(value, whole(unit)) ?? zero;
  return (round?.mode === 'half-up' ? halfUp(units) : floor(units)) * unit;
};

/** Forms in which someone else decides how much. */
const leavesDiscretion = (benefit: Benefit): boolean =>
  benefit.kind === 'first'
    ? benefit.rows.some((row) => leavesDiscretion(row.then))
    : benefit.kind === 'between' || benefit.kind === 'up-to' || benefit.kind === 'case-by-case';

/** The measure of the row that pays, where a table of benefits mixes them; the benefit's own otherwise. */
const gives = (benefit: Benefit): boolean =>
  benefit.kind === 'first' ? benefit.rows.some((row) => gives(row.then)) : benefit.kind !== 'none';

/**
 * The amount of a benefit before stacking, in fen.
 *
 * @returns null when the item gives no money at all (a title, a service)
 */
export const evaluateBenefit = (context: Context, benefit: Benefit): AmountResult | null => {
  if (!gives(benefit)) return null;
  const sum = settle(context, benefit);
  const low = rounded(sum.low, benefit.round);
  const high = sum.high === null ? null : rounded(sum.high, benefit.round);
  const cut = sum.high !== null && compare(sum.high, whole(high ?? 0n)) !== 0;
  return {
    low,
    high,
    unit: 'fen',
    measure: benefit.measure,
    evidence: sum.grade,
    clause: showClause(benefit.clause),
    discretion: leavesDiscretion(benefit),
    steps: cut && high !== null ? [...sum.steps, `舍入到 ${formatFen(high)}`] : sum.steps,
    missing: sum.why?.missing ?? [],
  };
};

