// The sum that a benefit may come to, on its way from the form to the amount: exact fen, a range, with the arithmetic in words.
import { calculate } from './arithmetic.ts';
import { pointOf } from './compare.ts';
import type { Context } from './context.ts';
import { evaluate } from './expression.ts';
import { because, range, unite, whyOf, type NumberOutcome, type Outcome, type Why } from './outcome.ts';
import { showOutcome } from './show.ts';
import { formatFen, formatRatio } from '#rules/facts/format.ts';
import { add, compare, maximum, minimum, multiply, subtract, zero, type Rational } from '#rules/exact/rational.ts';
import type { Benefit, BenefitNumber } from '#rules/packs/rulebook.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

/** Fen, not yet rounded, never below zero; high null when there is no upper bound. `why` says what leaves a range open. */
export type Sum = {
  readonly low: Rational;
  readonly high: Rational | null;
  readonly steps: readonly string[];
  readonly why: Why | null;
};

type Form<K extends Benefit['kind']> = Extract<Benefit, { kind: K }>;

const money: ValueType = { kind: 'money' };
const ratio: ValueType = { kind: 'ratio' };
const months: ValueType = { kind: 'integer', unit: '月' };

/** A number of a benefit: worked out, or not published. */
const numberOf = (context: Context, value: BenefitNumber, what: string): Outcome =>
  value === 'unknown' ? because('unpublished', what, `${what}未公开`) : evaluate(context, value);

const isKnown = (outcome: Outcome): outcome is NumberOutcome => outcome.is === 'number';

/** What keeps these outcomes open, together; null when nothing does. */
const whyOfAll = (...outcomes: readonly Outcome[]): Why | null => {
  const whys = outcomes.map(whyOf).filter((why) => why !== null);
  return whys.length === 0 ? null : unite(whys);
};

const notBelowZero = (value: Rational): Rational => maximum(zero, value);

/** What nothing is known of. */
export const openSum = (why: Why | null, steps: readonly string[]): Sum => ({ low: zero, high: null, steps, why });
export const nothing: Sum = { low: zero, high: zero, steps: [], why: null };

const shownAs = (outcome: Outcome, type: ValueType, unknown: string): string => showOutcome(outcome, type) ?? unknown;

/** A benefit never takes money away, and what is known to be none of is nothing. */
const fromOutcome = (outcome: Outcome, steps: readonly string[]): Sum => {
  if (outcome.is === 'none') return { ...nothing, steps };
  return isKnown(outcome)
    ? { low: notBelowZero(outcome.low), high: notBelowZero(outcome.high), steps, why: outcome.why }
    : openSum(whyOf(outcome), steps);
};

const amount = (context: Context, form: Form<'amount'>): Sum => {
  const sum = numberOf(context, form.amount, '金额');
  return fromOutcome(sum, [shownAs(sum, money, '金额待核')]);
};

const byRate = (context: Context, form: Form<'rate'>): Sum => {
  const [base, rate] = [evaluate(context, form.of), numberOf(context, form.rate, '比例')];
  const product = calculate('×', base, rate);
  const result = isKnown(product) ? ` = ${shownAs(product, money, '')}` : '';
  return fromOutcome(product, [`${shownAs(base, money, '基数未知')} × ${shownAs(rate, ratio, '比例待核')}${result}`]);
};

/** Someone else decides within the two rates: a range, with nothing missing. */
const between = (context: Context, form: Form<'between'>): Sum => {
  const base = evaluate(context, form.of);
  const [least, most] = [evaluate(context, form.low), evaluate(context, form.high)];
  const [low, high] = [fromOutcome(calculate('×', base, least), []), fromOutcome(calculate('×', base, most), [])];
  const steps = [
    `${shownAs(base, money, '基数未知')} × ${shownAs(least, ratio, '?')}–${shownAs(most, ratio, '?')}（由主管部门或采购人确定）`,
  ];
  return { low: low.low, high: high.high, steps, why: whyOfAll(base, least, most) };
};

/** Months that are known to be none take nothing off. */
const orZero = (outcome: Outcome): Outcome =>
  outcome.is === 'none' ? { is: 'number', low: zero, high: zero, why: null } : outcome;

/** Months left: those that are surely gone are gone, whatever the unknown ones turn out to be, from none to all that is left. */
const monthsLeft = (most: Outcome, used: readonly Outcome[]): Outcome => {
  const left = used.reduce<Outcome>((rest, each) => calculate('-', rest, each), most);
  if (isKnown(left)) return { ...left, low: notBelowZero(left.low), high: notBelowZero(left.high) };
  if (!isKnown(most)) return left;
  const gone = used.filter(isKnown).reduce((sum, each) => add(sum, each.low), zero);
  return range(zero, notBelowZero(subtract(most.high, gone)), whyOfAll(most, ...used));
};

const monthly = (context: Context, form: Form<'monthly'>): Sum => {
  const perMonth = numberOf(context, form.monthly, '每月标准');
  const most = numberOf(context, form.months, '月数');
  const used = form.less.map((each) => orZero(evaluate(context, each)));
  const deduction = used.length === 0 ? '' : `，已用 ${used.map((each) => shownAs(each, months, '未知')).join(' + ')}`;
  const terms = `每月 ${shownAs(perMonth, money, '待核')}，最长 ${shownAs(most, months, '待核')}${deduction}`;
  const rest = monthsLeft(most, used);
  const total = calculate('×', perMonth, rest);
  if (!isKnown(rest)) return openSum(whyOfAll(perMonth, most, ...used), [terms]);
  const shownRest = shownAs(rest, months, '');
  const product = isKnown(total)
    ? [`${shownAs(perMonth, money, '')} × ${shownRest} = ${shownAs(total, money, '')}`]
    : [];
  return fromOutcome(total, [`${terms}，剩余 ${shownRest}`, ...product]);
};

type Slice = { readonly from: Rational; readonly rate: Rational };

const sliced = (
  slices: readonly Slice[],
  base: Rational,
): { readonly sum: Rational; readonly steps: readonly string[] } => {
  let sum = zero;
  const steps: string[] = [];
  slices.forEach(({ from, rate }, index) => {
    const next = slices[index + 1]?.from ?? base;
    const part = subtract(minimum(base, next), from);
    if (part.n <= 0n) return;
    const share = multiply(part, rate);
    sum = add(sum, share);
    steps.push(`${formatFen(part)} × ${formatRatio(rate)} = ${formatFen(share)}`);
  });
  if (steps.length > 1) steps.push(`合计 ${formatFen(sum)}`);
  return { sum, steps };
};

const progressive = (context: Context, form: Form<'progressive'>): Sum => {
  const base = evaluate(context, form.of);
  const numbers = form.slices.map(({ from, rate }) => [evaluate(context, from), evaluate(context, rate)] as const);
  const slices = numbers.flatMap(([start, share]): readonly Slice[] => {
    const [from, rate] = [pointOf(start), pointOf(share)];
    return from === null || rate === null ? [] : [{ from, rate }];
  });
  if (base.is === 'none') return nothing;
  if (!isKnown(base)) return openSum(whyOfAll(base, ...numbers.flat()), ['基数未知']);
  if (slices.length < numbers.length) return openSum(whyOfAll(base, ...numbers.flat()), ['分段比例待核']);
  const [low, high] = [sliced(slices, notBelowZero(base.low)), sliced(slices, notBelowZero(base.high))];
  return { low: low.sum, high: high.sum, steps: high.steps, why: base.why };
};

const upTo = (context: Context, form: Form<'up-to'>): Sum => {
  const most = fromOutcome(numberOf(context, form.most, '上限'), []);
  const shown = most.high === null ? '待核' : formatFen(most.high);
  return { ...most, low: zero, steps: [`不超过 ${shown}，具体数额由评审确定`] };
};

/** What the form itself comes to, before floor, cap and rounding. A table of forms is not one of them. */
export const sumOfForm = (context: Context, form: Exclude<Benefit, { kind: 'first' }>): Sum => {
  switch (form.kind) {
    case 'amount':
      return amount(context, form);
    case 'rate':
      return byRate(context, form);
    case 'monthly':
      return monthly(context, form);
    case 'progressive':
      return progressive(context, form);
    case 'between':
      return between(context, form);
    case 'up-to':
      return upTo(context, form);
    case 'case-by-case':
      return openSum(null, ['一事一议']);
    case 'none':
      return nothing;
  }
};

/** Floor first: what is not known of it may raise the sum to anything that a cap still lets through. */
const raised = (context: Context, floor: BenefitNumber | null, sum: Sum): Sum => {
  const least = floor === null ? null : numberOf(context, floor, '下限');
  if (least === null || least.is === 'none') return sum;
  if (!isKnown(least)) return { ...sum, high: null, steps: [...sum.steps, '下限待核'], why: whyOfSum(sum, least) };
  const steps = compare(sum.low, least.low) < 0 ? [...sum.steps, `不低于 ${formatFen(least.low)}`] : sum.steps;
  return {
    low: maximum(sum.low, least.low),
    high: sum.high && maximum(sum.high, least.high),
    steps,
    why: whyOfSum(sum, least),
  };
};

const whyOfSum = (sum: Sum, limit: Outcome): Why | null => {
  const whys = [sum.why, whyOf(limit)].filter((why) => why !== null);
  return whys.length === 0 ? null : unite(whys);
};

/** A cap that is not published leaves everything from the floor to the uncapped sum; one that a fact will tell may lie below the floor. */
const capped = (context: Context, benefit: Benefit, sum: Sum): Sum => {
  const cap = benefit.cap === null ? null : numberOf(context, benefit.cap, '上限');
  if (cap === null || cap.is === 'none') return sum;
  if (!isKnown(cap)) {
    const floor = benefit.floor === null || benefit.cap !== 'unknown' ? null : numberOf(context, benefit.floor, '下限');
    const low = floor !== null && isKnown(floor) ? minimum(sum.low, notBelowZero(floor.low)) : zero;
    return { low, high: sum.high, steps: [...sum.steps, '上限待核'], why: whyOfSum(sum, cap) };
  }
  const [least, most] = [notBelowZero(cap.low), notBelowZero(cap.high)];
  // Only a sum that is surely above the cap is said to come to it.
  const reached = compare(sum.low, most) > 0 ? `，取 ${formatFen(most)}` : '';
  return {
    low: minimum(sum.low, least),
    high: sum.high === null ? most : minimum(sum.high, most),
    steps: [...sum.steps, `不超过 ${formatFen(most)}${reached}`],
    why: whyOfSum(sum, cap),
  };
};

/** Nothing is open any more where both ends are the same. */
export const closed = <S extends Sum>(sum: S): S =>
  sum.why !== null && sum.high !== null && compare(sum.low, sum.high) === 0 ? { ...sum, why: null } : sum;

export const bounded = (context: Context, benefit: Benefit, sum: Sum): Sum =>
  closed(capped(context, benefit, raised(context, benefit.floor, sum)));

/** What a cap lets through, at least and at most; null without one, or while it is not known. */
export const capOf = (
  context: Context,
  cap: BenefitNumber | null,
): { readonly low: Rational; readonly high: Rational } | null => {
  const most = cap === null ? null : numberOf(context, cap, '上限');
  return most !== null && isKnown(most) ? { low: notBelowZero(most.low), high: notBelowZero(most.high) } : null;
};
