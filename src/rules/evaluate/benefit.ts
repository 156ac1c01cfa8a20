// What a benefit comes to: an exact amount, or the honest range that unknown facts, rates and caps leave open, with the arithmetic.
import { bounded, capOf, closed, nothing, openSum, sumOfForm, type Sum } from './benefit-sum.ts';
import { decides, onFooting, weaker, type Context } from './context.ts';
import { reachableRows } from './decide.ts';
import { explain, gradeOfFirst, truthOfResult } from './explain.ts';
import { because, unite, yes, type Why } from './outcome.ts';
import type { AmountResult, ClauseShown } from './result.ts';
import { showClause } from './show.ts';
import { formatFen } from '#rules/facts/format.ts';
import { compare, divide, floor, halfUp, maximum, minimum, whole, zero, type Rational } from '#rules/exact/rational.ts';
import { measures, type Benefit, type Clause, type Grade, type Measure } from '#rules/packs/rulebook.ts';

/** A sum with what it rests on. `measure` is null where nothing is given. */
type Settled = Sum & {
  readonly grade: Grade;
  readonly measure: Measure | null;
  readonly clause: Clause | null;
  /** The rulings that gave a number. */
  readonly rulings: readonly Clause[];
  /** Someone else decides how much (幅度、酌定、一事一议). */
  readonly discretion: boolean;
  /** False where it may also come to something of another measure, or to nothing at all. */
  readonly sure: boolean;
};

const measureNames = {
  cash: '资金',
  tax: '税款',
  base: '税基',
  credit: '授信',
  price: '价格优惠',
  service: '服务',
} as const satisfies Record<Measure, string>;

const roundedTo = (value: Rational, unit: bigint, mode: 'down' | 'half-up'): Rational => {
  const units = divide(value, whole(unit)) ?? zero;
  return whole((mode === 'half-up' ? halfUp(units) : floor(units)) * unit);
};

const roundedStep = (before: Sum, low: Rational, high: Rational | null): readonly string[] => {
  if (high === null || before.high === null || compare(before.high, high) === 0) return before.steps;
  return [...before.steps, `舍入到 ${compare(low, high) === 0 ? '' : `${formatFen(low)}–`}${formatFen(high)}`];
};

/** Both ends by the benefit's own rule; rounding up never passes the cap. */
const rounded = <S extends Sum>(context: Context, benefit: Pick<Benefit, 'round' | 'cap'>, sum: S): S => {
  const { round } = benefit;
  if (round === null) return sum;
  const cap = round.mode === 'half-up' ? capOf(context, benefit.cap) : null;
  const cut = (value: Rational, most: Rational | undefined): Rational => {
    const result = roundedTo(value, round.to, round.mode);
    return most !== undefined && compare(result, most) > 0 ? roundedTo(value, round.to, 'down') : result;
  };
  const [low, high] = [cut(sum.low, cap?.low), sum.high === null ? null : cut(sum.high, cap?.high)];
  return closed({ ...sum, low, high, steps: roundedStep(sum, low, high) });
};

const leavesDiscretion = (benefit: Benefit): boolean =>
  benefit.kind === 'between' || benefit.kind === 'up-to' || benefit.kind === 'case-by-case';

/** What several sums may come to when any of them may be the one. The steps of each stand one after another. */
const eitherSteps = (sums: readonly Pick<Sum, 'steps'>[]): readonly string[] =>
  sums.flatMap(({ steps }, index) => steps.map((step, line) => (index > 0 && line === 0 ? `或者：${step}` : step)));

/** The measure that several amounts are shown in: the one that is totalled goes first. */
const sharedMeasure = (given: readonly (Measure | null)[]): Measure | null =>
  measures.find((measure) => given.includes(measure)) ?? null;

const hullOf = (rows: readonly Settled[]): Settled => {
  const measure = sharedMeasure(rows.map((row) => row.measure));
  const inMeasure = rows.filter((row) => row.measure === measure);
  const others = [...new Set(rows.map((row) => row.measure))].filter((other) => other !== null && other !== measure);
  const highs = inMeasure.map((row) => row.high);
  const lows = inMeasure.map((row) => row.low);
  const notes = others.map((other) => `也可能给的是${other === null ? '' : measureNames[other]}，不计在内`);
  const clauses = new Set(rows.map((row) => row.clause));
  return {
    low: lows.reduce(minimum),
    high: highs.every((high) => high !== null) ? highs.reduce(maximum) : null,
    steps: [...eitherSteps(rows), ...notes],
    why: null,
    grade: rows.map((row) => row.grade).reduce(weaker),
    measure,
    clause: clauses.size === 1 ? (rows[0]?.clause ?? null) : null,
    rulings: [...new Set(rows.flatMap((row) => row.rulings))],
    discretion: rows.some((row) => row.discretion),
    sure: inMeasure.length === rows.length && rows.every((row) => row.sure),
  };
};

/** The first row whose guard holds; the hull of all that may be it. The guards that decided are evidence too. */
const firstOf = (context: Context, form: Extract<Benefit, { kind: 'first' }>): Settled => {
  const guarded = form.rows.map(({ when, then }) => {
    const guard = when === null ? null : explain(context, when);
    return { when: guard === null ? yes : truthOfResult(guard), then: { guard, then } };
  });
  const reachable = reachableRows(guarded);
  const sums = reachable.rows.map(({ then }) => settle(context, then.then));
  const [only] = sums;
  if (only === undefined)
    return {
      ...nothing,
      grade: 'primary',
      measure: null,
      clause: form.clause,
      rulings: [],
      discretion: false,
      sure: true,
    };
  const whys = [...reachable.open, ...sums.map((sum) => sum.why).filter((why) => why !== null)];
  const chosen = sums.length === 1 ? only : { ...hullOf(sums), why: unite(whys) };
  return {
    ...chosen,
    grade: gradeOfFirst(
      guarded.map(({ then }) => then.guard),
      [chosen.grade],
    ),
  };
};

/** Floor, cap and rounding. They raise nothing where nothing of the measure may be given. */
const limited = (context: Context, benefit: Benefit, sum: Settled): Settled => {
  if (sum.measure === null) return { ...sum, ...nothing };
  const within = rounded(context, benefit, { ...sum, ...bounded(context, benefit, sum) });
  return within.sure ? within : closed({ ...within, low: zero, why: within.why ?? sum.why });
};

/** A sum with its grade; what it is worked out from is evidence too. */
const settle = (context: Context, benefit: Benefit): Settled => {
  const { value, grade } = onFooting(context, (own) => settleOn(own, benefit));
  return { ...value, grade: weaker(value.grade, grade) };
};

const settleOn = (context: Context, benefit: Benefit): Settled => {
  const { clause, settledBy: rulings = [] } = benefit;
  const grade = [clause, ...rulings].map((each) => each?.evidence ?? 'primary').reduce(weaker);
  const own = {
    grade,
    clause,
    rulings,
    measure: benefit.kind === 'none' ? null : benefit.measure,
    discretion: leavesDiscretion(benefit),
    sure: true,
  };
  if (!decides(grade, context.accept))
    return { ...openSum(because('evidence', '金额', '金额的依据尚未核实'), ['依据等级不足，金额待核']), ...own };
  if (benefit.kind !== 'first') return limited(context, benefit, { ...sumOfForm(context, benefit), ...own });
  const chosen = firstOf(context, benefit);
  return limited(context, benefit, {
    ...chosen,
    grade: weaker(grade, chosen.grade),
    clause: chosen.clause ?? clause,
    rulings: [...rulings, ...chosen.rulings],
  });
};

/** Whether any row gives anything: an amount of nothing is another thing than a benefit that is no money. */
export const gives = (benefit: Benefit): boolean =>
  benefit.kind === 'first' ? benefit.rows.some((row) => gives(row.then)) : benefit.kind !== 'none';

const shownRulings = (rulings: readonly ClauseShown[]): Pick<AmountResult, 'rulings'> =>
  rulings.length === 0 ? {} : { rulings: [...new Set(rulings)] };

/**
 * The amounts of several versions, any of which may be the one: their hull. A version that gives nothing has none.
 *
 * @param why  what would tell which version it is
 */
export const eitherAmount = (amounts: readonly (AmountResult | null)[], why: Why): AmountResult | null => {
  const given = amounts.filter((amount) => amount !== null);
  const measure = sharedMeasure(given.map((amount) => amount.measure));
  const inMeasure = given.filter((amount) => amount.measure === measure);
  const [first] = inMeasure;
  if (first === undefined || amounts.length === 1) return first ?? null;
  const [lows, highs] = [inMeasure.map(({ low }) => low), inMeasure.map(({ high }) => high)];
  const low = inMeasure.length < amounts.length ? 0n : lows.reduce((a, b) => (a < b ? a : b));
  const high = highs.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
  const clauses = new Set(inMeasure.map((amount) => amount.clause));
  return {
    ...first,
    low,
    high,
    evidence: given.map((amount) => amount.evidence).reduce(weaker),
    clause: clauses.size === 1 ? first.clause : null,
    ...shownRulings(given.flatMap((amount) => amount.rulings ?? [])),
    discretion: given.some((amount) => amount.discretion),
    steps: eitherSteps(given),
    missing: low === high ? [] : [...new Set([...given.flatMap((amount) => amount.missing), ...why.missing])],
  };
};

const toFen = { round: { to: 1n, mode: 'down' }, cap: null } as const;

/**
 * The amount of a benefit before stacking, in fen: an exact quotient until the last step, then down to the fen.
 *
 * @returns null when the item gives no money at all (a title, a service). Where rows of several measures may be the one, the
 *          amount is of the measure that is totalled, from nothing up
 */
export const evaluateBenefit = (context: Context, benefit: Benefit): AmountResult | null => {
  if (!gives(benefit)) return null;
  const sum = rounded(context, toFen, settle(context, benefit));
  return {
    low: floor(sum.low),
    high: sum.high === null ? null : floor(sum.high),
    unit: 'fen',
    measure: sum.measure ?? benefit.measure,
    evidence: sum.grade,
    clause: showClause(sum.clause),
    ...shownRulings(sum.rulings.flatMap((clause) => showClause(clause) ?? [])),
    discretion: sum.discretion,
    steps: sum.steps,
    missing: sum.why?.missing ?? [],
  };
};
