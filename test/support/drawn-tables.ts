// Random score tables and items over the dictionary of drawn-rules.ts: every kind of indicator and benefit, versions by a date.
import fc from 'fast-check';
import { drawnDay, firstDay, toyFacts } from './drawn-firms.ts';
import { clauseOf, drawnCondition, grade, literal, moneyOf, percent, ratioOf } from './drawn-rules.ts';
import { addDays, type PlainDate } from '#rules/exact/plain-date.ts';
import { compare, rational, whole, type Rational } from '#rules/exact/rational.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type {
  Benefit,
  BenefitForm,
  BenefitNumber,
  Indicator,
  IndicatorRule,
  Item,
  ItemVersion,
  Points,
  ScoreTable,
} from '#rules/packs/rulebook.ts';

const place = { file: 'toy', line: 1, column: 1 };
const money: ValueType = { kind: 'money' };
const ratio: ValueType = { kind: 'ratio' };
const staff: Expression = { kind: 'fact', fact: toyFacts.staff, type: toyFacts.staff.type, span: { from: 0, to: 0 } };

// ---- score tables

const max = 12;
const points = fc
  .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 3 }))
  .map(([low, more]): Points => ({ low: whole(low), high: whole(Math.min(max, low + more)) }));
const certain = fc.integer({ min: 0, max }).map((n) => whole(n));

/** Thresholds and points fall together, as the checker demands. */
const bands = (
  of: fc.Arbitrary<Expression>,
  threshold: fc.Arbitrary<Rational>,
  type: ValueType,
): fc.Arbitrary<IndicatorRule> =>
  fc
    .tuple(
      of,
      fc.constantFrom('high' as const, 'low' as const),
      fc.uniqueArray(threshold, { minLength: 1, maxLength: 3, comparator: (a, b) => compare(a, b) === 0 }),
      fc.boolean(),
    )
    .map(([measured, better, thresholds, open]) => {
      const best = thresholds.toSorted((a, b) => (better === 'high' ? compare(b, a) : compare(a, b)));
      const rows = best.map((each, index) => {
        const top = whole(max - 4 * index);
        return { threshold: literal(each, type), points: { low: open ? whole(max - 4 * index - 2) : top, high: top } };
      });
      return { kind: 'bands', of: measured, better, rows };
    });

const guarded = <T>(then: fc.Arbitrary<T>) =>
  fc.tuple(fc.array(fc.tuple(drawnCondition, then), { maxLength: 2 }), then);

const plainRule: fc.Arbitrary<IndicatorRule> = fc.oneof(
  bands(
    moneyOf,
    fc.bigInt({ min: -300n, max: 600n }).map((n) => whole(n)),
    money,
  ),
  bands(
    ratioOf,
    fc.bigInt({ min: -20n, max: 120n }).map((n) => rational(n, 100n)),
    ratio,
  ),
  fc
    .tuple(fc.oneof(moneyOf, fc.constant(staff)), fc.bigInt({ min: 1n, max: 90n }), fc.integer({ min: 1, max: 5 }))
    .map(([of, step, each]): IndicatorRule => ({
      kind: 'per',
      of,
      step: literal(whole(step), of.type),
      points: whole(each),
    })),
  fc
    .tuple(fc.array(drawnCondition, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 6 }))
    .map(([of, each]): IndicatorRule => ({ kind: 'count', of, points: whole(each) })),
  guarded(fc.option(points, { nil: null, freq: 8 })).map(([rows, last]): IndicatorRule => ({
    kind: 'first',
    rows: [...rows.map(([when, each]) => ({ when, points: each })), { when: null, points: last }],
  })),
  fc.constant<IndicatorRule>({ kind: 'unknown' }),
  fc
    .array(certain, { minLength: 1, maxLength: 3 })
    .map((of): IndicatorRule => ({ kind: 'judged', fact: toyFacts.mark, points: [whole(0), whole(5), ...of] })),
);

const rule: fc.Arbitrary<IndicatorRule> = fc.oneof(
  { weight: 5, arbitrary: plainRule },
  {
    weight: 1,
    arbitrary: fc.array(plainRule, { minLength: 2, maxLength: 3 }).map((of): IndicatorRule => ({ kind: 'best', of })),
  },
);

const indicators = fc.array(fc.tuple(rule, grade), { minLength: 1, maxLength: 4 }).map((drawn) =>
  drawn.map(([each, evidence], index): Indicator => ({
    id: `i${index}`,
    name: `指标${index}`,
    max: whole(max),
    rule: each,
    clause: clauseOf(evidence),
    place,
  })),
);

const cap = fc.option(
  fc.integer({ min: 1, max: 2 * max }).map((n) => whole(n)),
  { freq: 1 },
);

/** A table whose first block holds every other indicator; either may be cut off at a mark. */
export const drawnTable: fc.Arbitrary<ScoreTable> = fc.tuple(indicators, cap, cap).map(([all, first, second]) => ({
  id: 'table',
  name: '评分',
  blocks: new Map([
    ['甲', { of: all.filter((_, index) => index % 2 === 0).map(({ id }) => id), max: first }],
    ['乙', { of: all.filter((_, index) => index % 2 === 1).map(({ id }) => id), max: second }],
  ]),
  indicators: all,
  place,
}));

// ---- items

const number = (drawn: fc.Arbitrary<Expression>): fc.Arbitrary<BenefitNumber> =>
  fc.oneof({ weight: 7, arbitrary: drawn }, { weight: 1, arbitrary: fc.constant('unknown' as const) });
const sum = fc.bigInt({ min: 0n, max: 700n }).map((n) => literal(whole(n), money));
const share = percent.filter((each) => each.kind === 'number' && each.value.n >= 0n);

const simpleForm: fc.Arbitrary<Exclude<BenefitForm, { kind: 'first' }>> = fc.oneof(
  number(fc.oneof(sum, moneyOf)).map((amount) => ({ kind: 'amount' as const, amount })),
  fc.tuple(number(fc.oneof(share, ratioOf)), moneyOf).map(([rate, of]) => ({ kind: 'rate' as const, rate, of })),
  fc.tuple(number(sum), fc.integer({ min: 0, max: 400 }), fc.boolean()).map(([monthly, months, less]) => ({
    kind: 'monthly' as const,
    monthly,
    months: literal(whole(months), { kind: 'integer', unit: '月' }),
    less: less ? [staff] : [],
  })),
  fc.tuple(share, share, moneyOf).map(([first, second, of]) => ({
    kind: 'progressive' as const,
    slices: [
      { from: literal(whole(0), money), rate: first },
      { from: literal(whole(150), money), rate: second },
    ],
    of,
  })),
  fc.tuple(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 50n }), moneyOf).map(([low, more, of]) => ({
    kind: 'between' as const,
    low: literal(rational(low, 100n), ratio),
    high: literal(rational(low + more, 100n), ratio),
    of,
  })),
  number(moneyOf).map((most) => ({ kind: 'up-to' as const, most })),
  fc.constant({ kind: 'none' as const }),
  fc.constant({ kind: 'case-by-case' as const }),
);

const limits = fc.record({
  cap: fc.option(number(fc.oneof(sum, moneyOf)), { freq: 2 }),
  floor: fc.option(number(fc.bigInt({ min: 0n, max: 90n }).map((n) => literal(whole(n), money))), { freq: 1 }),
  round: fc.option(
    fc.record({ to: fc.constantFrom(1n, 10n, 100n), mode: fc.constantFrom('down' as const, 'half-up' as const) }),
    { freq: 1 },
  ),
  evidence: grade,
});

const withLimits = (
  form: fc.Arbitrary<BenefitForm>,
  measure: fc.Arbitrary<Benefit['measure']>,
): fc.Arbitrary<Benefit> =>
  fc.tuple(form, limits, measure).map(([drawn, { cap, floor, round, evidence }, given]): Benefit => ({
    ...drawn,
    cap,
    floor,
    round,
    measure: given,
    clause: clauseOf(evidence),
    place,
  }));

const measure = fc.constantFrom('cash' as const, 'cash' as const, 'cash' as const, 'tax' as const, 'credit' as const);

export const drawnBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  { weight: 3, arbitrary: withLimits(simpleForm, measure) },
  {
    weight: 2,
    arbitrary: withLimits(
      guarded(withLimits(simpleForm, measure)).map(([rows, last]): BenefitForm => ({
        kind: 'first',
        rows: [...rows.map(([when, then]) => ({ when, then })), { when: null, then: last }],
      })),
      fc.constant('cash'),
    ),
  },
);

type DrawnTerms = {
  readonly starts: readonly PlainDate[];
  /** Days without a rule before each later start. */
  readonly gaps: readonly number[];
  /** The first version's start is not known; it was seen in force that many days later, or on no day that is named. */
  readonly since: { readonly seen: number | null } | null;
  readonly end: ItemVersion['term']['to'];
};

const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

const termsOf = ({ starts, gaps, since, end }: DrawnTerms): readonly ItemVersion['term'][] => {
  const sorted = [...new Set(starts)].toSorted();
  return sorted.map((from, index) => {
    const next = sorted[index + 1];
    const last = end === null || end === 'unknown' ? end : laterOf(from, end);
    const to = next === undefined ? last : laterOf(from, addDays(next, -1 - (gaps[index] ?? 0)));
    if (index > 0 || since === null) return { from, to, seen: null };
    return { from: null, to, seen: since.seen === null ? null : addDays(from, since.seen) };
  });
};

/** Up to three terms: they may leave out days before the first, between two and after the last, or cover whatever day is drawn. */
const drawnTerms: fc.Arbitrary<readonly ItemVersion['term'][]> = fc
  .record({
    starts: fc
      .tuple(fc.oneof(fc.constant(firstDay), drawnDay), fc.array(drawnDay, { maxLength: 2 }))
      .map(([first, more]) => [first, ...more]),
    gaps: fc.array(fc.constantFrom(0, 0, 0, 200), { minLength: 2, maxLength: 2 }),
    since: fc.option(fc.record({ seen: fc.constantFrom(null, null, 100) }), { nil: null, freq: 1 }),
    end: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(null, 'unknown' as const) },
      { weight: 1, arbitrary: drawnDay },
    ),
  })
  .map(termsOf);

/** Up to three versions, picked by a date that the firm may not have given (or that is none), or by the filing date. */
export const drawnItem: fc.Arbitrary<Item> = fc
  .record({
    drawn: drawnTerms,
    by: fc.constantFrom(null, toyFacts.launched, toyFacts.painted),
    parts: fc.array(
      fc.tuple(fc.option(drawnCondition, { freq: 1 }), fc.option(drawnCondition, { freq: 4 }), drawnBenefit),
      { minLength: 3, maxLength: 3 },
    ),
  })
  .map(({ drawn, by, parts }) => ({
    id: 'item',
    name: '某事',
    en: null,
    kind: 'subsidy',
    subject: 'enterprise',
    theme: '村里',
    owner: null,
    clauses: new Map(),
    versions: drawn.flatMap((term, index): readonly ItemVersion[] => {
      const [applies = null, eligible = null, benefit] = parts[index] ?? [];
      return benefit ? [{ term, by, applies, eligible, benefit, unsettled: [], place }] : [];
    }),
    competition: 'none',
    stacking: [],
    helps: [],
    procedure: null,
    pack: 'toy',
    place,
  }));
