// Compiles benefits: what one gets, with cap, floor, rounding, measure and the clause of each number.
import { compare, type Rational, signOf, one, zero } from '#rules/exact/rational.ts';
import { formatFen } from '#rules/facts/format.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Wanted } from '#rules/language/parse.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { checkTotal, compileCondition, isGuarded } from './conditions.ts';
import type { Benefit, BenefitForm, BenefitNumber, Measure, Place } from './rulebook.ts';
import type { BenefitMap, BenefitShape, GuardedBenefit, RoundShape } from './shapes/benefits.ts';
import { mayHave } from './shapes/data.ts';
import { below, clauseHere, clauseRequired, expressionHere, type Site } from './site.ts';

/** The site of a benefit, and the measure that holds unless it says otherwise. */
type Desk = { readonly site: Site; readonly measure: Measure };

const numberOf = (desk: Desk, scalar: NotedScalar | undefined, wanted: Wanted): BenefitNumber | null => {
  if (scalar === undefined) return null;
  if (scalar.text === 'unknown') return 'unknown';
  const number = expressionHere(desk.site, scalar, wanted);
  if (wanted !== 'ratio') checkNotNegative(desk.site.bench, scalar, number);
  return number;
};

const literalOf = (number: BenefitNumber | null): Rational | null =>
  number !== null && number !== 'unknown' && number.kind === 'number' ? number.value : null;

/** Nobody is granted less than nothing. Only what is written as a number is checked; a sum may well be negative. */
const checkNotNegative = (bench: Bench, scalar: NotedScalar, number: BenefitNumber | null): void => {
  const value = literalOf(number);
  if ((value !== null && signOf(value) < 0) || /^[-−－]\s*\d/.test(scalar.text))
    report(bench, scalar.place, 'negative-number', '金额、月数和限额不能是负数', {
      found: scalar.text,
      expected: '不小于 0 的数',
    });
};

/** A share of money is 0–100 %; only a tax base may be increased by more. */
export const checkRate = (bench: Bench, scalar: NotedScalar, rate: BenefitNumber | null, measure: Measure): void => {
  const value = literalOf(rate);
  const tooHigh = value !== null && compare(value, one) > 0 && measure !== 'base';
  if (value === null || (signOf(value) >= 0 && !tooHigh)) return;
  report(bench, scalar.place, 'rate-out-of-range', '比例要在 0% 到 100% 之间', {
    found: scalar.text,
    remedy: tooHigh ? '加计扣除等增加税基的比例请写 measure: base' : null,
  });
};

const rateOf = (desk: Desk, scalar: NotedScalar | undefined): BenefitNumber | null => {
  const rate = numberOf(desk, scalar, 'ratio');
  if (scalar !== undefined) checkRate(desk.site.bench, scalar, rate, desk.measure);
  return rate;
};

const of = (desk: Desk, scalar: NotedScalar | undefined, wanted: Wanted): Expression | null =>
  scalar === undefined ? null : expressionHere(desk.site, scalar, wanted);

type Progressive = NonNullable<BenefitMap['progressive']>;
type Slice = { readonly from: Expression; readonly rate: Expression };

const slicesOf = (desk: Desk, entries: Progressive): readonly Slice[] | null => {
  const slices: Slice[] = [];
  // Undefined where a start could not be read.
  let before: Rational | null | undefined = null;
  for (const { key, value } of entries) {
    const from = expressionHere(desk.site, key, 'money');
    const rate = rateOf(desk, value);
    if (rate === 'unknown' || (from !== null && from.kind !== 'number')) {
      report(desk.site.bench, key.place, 'not-a-literal', '分段要写明起点和比例，不能写算式或 unknown', {
        found: `${key.text}: ${value.text}`,
      });
    }
    if (from === null || from.kind !== 'number') {
      before = undefined;
      continue;
    }
    const ascending =
      before === null ? compare(from.value, zero) === 0 : before === undefined || compare(before, from.value) < 0;
    if (!ascending) {
      report(desk.site.bench, key.place, 'slices-not-ascending', '分段要从 0元 开始，起点从低到高', {
        found: key.text,
        expected: before === null ? '0元' : '比上一段高的起点',
      });
    }
    before = from.value;
    if (rate !== null && rate !== 'unknown') slices.push({ from, rate });
  }
  return slices.length < entries.length ? null : slices;
};

const betweenOf = (desk: Desk, shape: BenefitMap, pair: readonly [NotedScalar, NotedScalar]): BenefitForm | null => {
  const [low, high] = [rateOf(desk, pair[0]), rateOf(desk, pair[1])];
  const base = of(desk, shape.of, 'money');
  if (low === 'unknown' || high === 'unknown') {
    report(desk.site.bench, pair[0].place, 'not-a-literal', '区间的两端要写明，不能写 unknown', {
      remedy: '整个比例未公布时请写 rate: unknown',
    });
    return null;
  }
  const [from, to] = [literalOf(low), literalOf(high)];
  if (from !== null && to !== null && compare(from, to) > 0) {
    report(desk.site.bench, pair[1].place, 'min-above-max', '区间的低端大于高端', {
      found: `${pair[0].text}–${pair[1].text}`,
    });
  }
  if (low === null || high === null || base === null) return null;
  return { kind: 'between', low, high, of: base };
};

const monthlyOf = (desk: Desk, shape: BenefitMap): BenefitForm | null => {
  const monthly = numberOf(desk, shape.monthly, 'money');
  const months = numberOf(desk, shape.months, 'number');
  const less = shape.less === undefined ? [] : 'text' in shape.less ? [shape.less] : shape.less;
  const taken = less.map((scalar) => expressionHere(desk.site, scalar, 'number'));
  if (monthly === null || months === null) return null;
  return { kind: 'monthly', monthly, months, less: taken.filter((expression) => expression !== null) };
};

const rowsOf = (desk: Desk, shapes: readonly GuardedBenefit[]): BenefitForm => {
  const guardOf = (shape: GuardedBenefit) => ('@' in shape ? (shape.when ?? null) : null);
  const placeOf = (shape: GuardedBenefit): Place => ('@' in shape ? shape['@'].place : shape.place);
  checkTotal(
    desk.site,
    shapes.map((shape) => ({ guarded: '@' in shape ? isGuarded(shape) : false, place: placeOf(shape) })),
  );
  const rows = shapes.map((shape) => {
    const guard = guardOf(shape);
    const rowSite = '@' in shape ? below(desk.site, shape) : desk.site;
    const when = guard === null ? null : compileCondition(rowSite, guard);
    return { when, then: benefitOf(desk, shape) };
  });
  return { kind: 'first', rows };
};

const formOf = (desk: Desk, shape: BenefitMap): BenefitForm | null => {
  if (shape.amount !== undefined) {
    const amount = numberOf(desk, shape.amount, 'money');
    return amount === null ? null : { kind: 'amount', amount };
  }
  if (shape.rate !== undefined) {
    const [rate, base] = [rateOf(desk, shape.rate), of(desk, shape.of, 'money')];
    return rate === null || base === null ? null : { kind: 'rate', rate, of: base };
  }
  if (shape.monthly !== undefined) return monthlyOf(desk, shape);
  if (shape.progressive !== undefined) {
    const [slices, base] = [slicesOf(desk, shape.progressive), of(desk, shape.of, 'money')];
    return slices === null || base === null ? null : { kind: 'progressive', slices, of: base };
  }
  if (shape.between !== undefined) return betweenOf(desk, shape, shape.between);
  if (shape['up-to'] !== undefined) {
    const most = numberOf(desk, shape['up-to'], 'money');
    return most === null ? null : { kind: 'up-to', most };
  }
  if (shape.first !== undefined) return rowsOf(desk, shape.first);
  return { kind: shape.none === undefined ? 'case-by-case' : 'none' };
};

const fenPerUnit = { 分: 1n, 角: 10n, 元: 100n, 百元: 10_000n, 万元: 1_000_000n } as const;

const roundOf = (shape: RoundShape | undefined): Benefit['round'] =>
  shape === undefined ? null : { to: fenPerUnit[shape.to?.value ?? '分'], mode: shape.mode.value };

/** Reports a cap below the floor, at the scalar that says so. */
export const checkLimits = (
  bench: Bench,
  scalar: NotedScalar | undefined,
  cap: BenefitNumber | null,
  floor: BenefitNumber | null,
): void => {
  const [highest, lowest] = [literalOf(cap), literalOf(floor)];
  if (highest === null || lowest === null || compare(highest, lowest) >= 0 || scalar === undefined) return;
  report(bench, scalar.place, 'min-above-max', '上限低于下限', {
    found: scalar.text,
    expected: `上限不低于 ${formatFen(lowest)}`,
  });
};

const statesNumber = (form: BenefitForm): boolean =>
  form.kind !== 'none' && form.kind !== 'case-by-case' && form.kind !== 'first';

const benefitOf = (outer: Desk, shape: BenefitShape): Benefit => {
  if (!('@' in shape)) {
    const bare = { cap: null, floor: null, round: null, measure: outer.measure, clause: clauseHere(outer.site) };
    return { kind: shape.value, ...bare, place: shape.place };
  }
  const site = below(outer.site, shape);
  // Only a tax base takes any rate.
  const measure = mayHave(shape, 'measure') ? 'base' : (shape.measure?.value ?? outer.measure);
  const desk: Desk = { site, measure };
  const { place } = shape['@'];
  const read = formOf(desk, shape);
  const cap = numberOf(desk, shape.cap, 'money');
  const floor = numberOf(desk, shape.floor, 'money');
  checkLimits(site.bench, shape.cap, cap, floor);
  const cited = read === null || statesNumber(read) || cap !== null || floor !== null;
  const clause = cited ? clauseRequired(site, place, '待遇') : clauseHere(site);
  // A form whose problems were reported has a stand-in, so that the version that it belongs to is checked as well.
  const form = read ?? { kind: 'none' as const };
  return { ...form, cap, floor, round: roundOf(shape.round), measure: desk.measure, clause, place };
};

/** The benefit of an item's version. */
export const compileBenefit = (site: Site, shape: BenefitShape): Benefit => benefitOf({ site, measure: 'cash' }, shape);
