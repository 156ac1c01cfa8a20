// Random typed trees over the toy orchard, of every kind of node and in every place where one may stand.
import fc from 'fast-check';
import {
  anyText,
  countLiteral,
  counts,
  date,
  dateLiteral,
  durationLiteral,
  money,
  moneyLiteral,
  plainLiteral,
  quotedText,
  rank,
  ratio,
  ratioLiteral,
  span,
  text,
  truth,
  wordOf,
  type Drawn,
  type Unit,
} from './drawn-literals.ts';
import {
  bare,
  columns,
  factOf,
  growthOf,
  ofYears,
  seriesOf,
  singles,
  singlesOf,
  windowOf,
  yearOf,
  type RowsName,
  type Spot,
} from './drawn-facts.ts';
import { orchard } from './orchard.ts';
import { whole } from '#rules/exact/rational.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { AggregateNode, ComparisonOperator, Expression } from '#rules/language/syntax.ts';

const openField: Spot = { eachYear: false, rows: null };

/** One arbitrary for each depth and place: without this the number of them grows with every level. */
const shared = (build: (depth: number, spot: Spot) => Drawn): ((depth: number, spot: Spot) => Drawn) => {
  const made = new Map<string, Drawn>();
  return (depth, spot) => {
    const key = `${depth} ${spot.eachYear} ${spot.rows ?? ''}`;
    const known = made.get(key) ?? build(depth, spot);
    made.set(key, known);
    return known;
  };
};

// ---- rows

const subjectOf = { 项目: 'project', 人员: 'person', 专利: 'patent' } as const;
const rowsOf = (name: RowsName): AggregateNode['rows'] =>
  name === '项目' || name === '人员' || name === '专利'
    ? { kind: 'subjects', subject: subjectOf[name] }
    : { kind: 'fact', fact: factOf(name) };

const aggregate = (
  word: AggregateNode['word'],
  name: RowsName,
  field: string | null,
  type: ValueType,
  where: fc.Arbitrary<Expression | null>,
): Drawn => where.map((clause) => ({ kind: 'aggregate', word, rows: rowsOf(name), field, where: clause, type, span }));

const whereOf = (depth: number, spot: Spot, rows: RowsName): Drawn => conditions(depth, { ...spot, rows });
const maybeWhere = (depth: number, spot: Spot, rows: RowsName): fc.Arbitrary<Expression | null> =>
  fc.option(whereOf(depth, spot, rows), { nil: null });

const totals = (depth: number, spot: Spot): readonly Drawn[] =>
  spot.rows !== null || depth === 0
    ? []
    : (
        [
          ['箱单', '货款'],
          ['项目.单据', '金额'],
          ['项目', '棚款'],
        ] as const
      ).map(([rows, field]) => aggregate('合计', rows, field, money, maybeWhere(depth - 1, spot, rows)));

const tallies = (depth: number, spot: Spot): readonly Drawn[] =>
  spot.rows !== null || depth === 0
    ? []
    : (['箱单', '称号', '专利', '人员'] as const).map((rows) =>
        aggregate('数量', rows, null, { kind: 'integer', unit: null }, maybeWhere(depth - 1, spot, rows)),
      );

const quantified = (depth: number, spot: Spot): readonly Drawn[] =>
  spot.rows !== null || depth === 0
    ? []
    : (['箱单', '称号', '专利', '人员', '项目', '项目.单据'] as const).flatMap((rows) =>
        (['任一', '全部'] as const).map((word) => aggregate(word, rows, null, truth, whereOf(depth - 1, spot, rows))),
      );

// ---- values of each kind

const arithmetic = (operators: readonly ('+' | '-' | '×' | '÷')[], left: Drawn, right: Drawn, type: ValueType): Drawn =>
  fc
    .tuple(fc.constantFrom(...operators), left, right)
    .map(([operator, a, b]) => ({ kind: 'arithmetic', operator, left: a, right: b, type, span }));

const extreme = (part: Drawn, type: ValueType): Drawn =>
  fc
    .tuple(fc.constantFrom('最小' as const, '最大' as const), fc.array(part, { minLength: 2, maxLength: 4 }))
    .map(([name, of]) => ({ kind: 'extreme', word: name, of, type, span }));

const conditional = (depth: number, spot: Spot, part: Drawn, type: ValueType): Drawn =>
  fc
    .tuple(conditions(depth, spot), part, part)
    .map(([when, then, otherwise]) => ({ kind: 'if', when, then, otherwise, type, span }));

const moneyOf = shared((depth, spot) => {
  const leaves: Drawn = fc.oneof(
    singles(singlesOf.money, columns(spot, 'money')),
    moneyLiteral,
    fc.constant<Expression>({ kind: 'parameter', parameter: parameterOf('起评收成'), type: money, span }),
    ...ofYears(spot, seriesOf.money, [
      yearOf(seriesOf.money),
      windowOf(seriesOf.money, ['合计', '均值']),
      fc
        .constantFrom('收成', '肥料费')
        .map((path): Expression => ({ kind: 'since-founded', years: 3, fact: factOf(path), type: money, span })),
    ]),
  );
  if (depth === 0) return leaves;
  const part = moneyOf(depth - 1, spot);
  return fc.oneof(
    { weight: 3, arbitrary: leaves },
    arithmetic(['+', '-'], part, part, money),
    arithmetic(['×', '÷'], part, ratioOf(depth - 1, spot), money),
    arithmetic(['×'], ratioOf(depth - 1, spot), part, money),
    arithmetic(['×', '÷'], part, fc.oneof(countOf(0, spot, '棵'), plainLiteral), money),
    extreme(part, money),
    conditional(depth - 1, spot, part, money),
    ...totals(depth, spot),
  );
});

const parameterOf = (name: string) => {
  const parameter = orchard.dictionary.parameters.get(name);
  if (!parameter) throw new Error(`${name} is no parameter`);
  return parameter;
};

const ratioOf = shared((depth, spot) => {
  const leaves: Drawn = fc.oneof(
    singles(singlesOf.ratio),
    ratioLiteral,
    ...ofYears(spot, seriesOf.ratio, [yearOf(seriesOf.ratio), windowOf(['糖度', '肥料占比'], ['均值']), growthOf]),
  );
  if (depth === 0) return leaves;
  const part = ratioOf(depth - 1, spot);
  return fc.oneof(
    { weight: 2, arbitrary: leaves },
    arithmetic(['÷'], moneyOf(depth - 1, spot), moneyOf(depth - 1, spot), ratio),
    arithmetic(['+', '-', '×', '÷'], part, part, ratio),
    extreme(part, ratio),
    conditional(depth - 1, spot, part, ratio),
  );
});

const elapsed = (depth: number, spot: Spot, word: '天数' | '月数'): Drawn =>
  fc.tuple(dateOfKind(depth, spot), dateOfKind(depth, spot)).map(([from, until]) => ({
    kind: 'elapsed',
    word,
    from,
    until,
    type: { kind: 'integer', unit: word === '天数' ? '日' : '月' },
    span,
  }));

/** Counts of one unit; the type of sums and products is what the checker finds, so it is left to it (see withoutTypes). */
const buildCount = (depth: number, spot: Spot, unit: Unit): Drawn => {
  const type: ValueType = { kind: 'integer', unit };
  const known = unit === '人' ? [] : [singles(singlesOf[unit])];
  const leaves: readonly Drawn[] = [
    ...known,
    countLiteral(unit),
    ...(unit === '人'
      ? ofYears(spot, seriesOf['人'], [yearOf(seriesOf['人']), windowOf(seriesOf['人'], ['合计', '均值'])])
      : []),
    ...(unit === '月' && depth > 0 ? [elapsed(depth - 1, spot, '月数')] : []),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const part = countOf(depth - 1, spot, unit);
  return fc.oneof(
    { weight: 3, arbitrary: fc.oneof(...leaves) },
    arithmetic(['+', '-'], part, part, type),
    arithmetic(['×', '÷'], part, plainLiteral, type),
    extreme(part, type),
    conditional(depth - 1, spot, part, type),
  );
};

const countOfUnit = new Map(counts.map((unit) => [unit, shared((depth, spot) => buildCount(depth, spot, unit))]));
const countOf = (depth: number, spot: Spot, unit: Unit): Drawn => countOfUnit.get(unit)?.(depth, spot) ?? plainLiteral;

const dateOfKind = shared((depth, spot) => {
  const leaves: Drawn = fc.oneof(
    singles(singlesOf.date, columns(spot, 'date')),
    dateLiteral,
    fc.constant<Expression>({ kind: 'filing-date', type: date, span }),
  );
  if (depth === 0) return leaves;
  const part = dateOfKind(depth - 1, spot);
  const shifted: Drawn = fc
    .tuple(part, fc.constantFrom(1 as const, -1 as const), durationLiteral)
    .map(([start, sign, by]) => ({ kind: 'date-shift', date: start, sign, by, type: date, span }));
  return fc.oneof({ weight: 2, arbitrary: leaves }, shifted, conditional(depth - 1, spot, part, date));
});

// ---- conditions

const ordering: readonly ComparisonOperator[] = ['≥', '>', '≤', '<', '=', '≠'];
const equality: readonly ComparisonOperator[] = ['=', '≠'];

const compare = (operators: readonly ComparisonOperator[], left: Drawn, right: Drawn): Drawn =>
  fc
    .tuple(fc.constantFrom(...operators), left, right)
    .map(([operator, a, b]) => ({ kind: 'comparison', operator, left: a, right: b, type: truth, span }));

const none = (type: ValueType): Drawn => fc.constant<Expression>({ kind: 'none', type, span });
const rankLiteral: Drawn = fc
  .integer({ min: 1, max: 99 })
  .map((place) => ({ kind: 'number', digits: String(place), unit: null, value: whole(place), type: rank, span }));

const member = (left: Drawn, members: fc.Arbitrary<readonly string[]>): Drawn =>
  fc.tuple(fc.boolean(), left, members).map(([negated, of, listed]) => ({
    kind: 'membership',
    negated,
    left: of,
    set: { kind: 'listed', members: listed },
    type: truth,
    span,
  }));
const inSet = (left: Drawn, name: string): Drawn => {
  const set = orchard.dictionary.sets.get(name);
  if (!set) throw new Error(`${name} is no set`);
  return fc.tuple(fc.boolean(), left).map(([negated, of]) => ({
    kind: 'membership',
    negated,
    left: of,
    set: { kind: 'named', set },
    type: truth,
    span,
  }));
};
const someOf = (values: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...values], { minLength: 1 });

const valuesIn = (type: ValueType): readonly string[] => ('values' in type ? type.values : []);

const choiceTests = (spot: Spot): readonly Drawn[] => {
  const grade = factOf('等级').type;
  const fruit = factOf('果类').type;
  const listed = [bare('果类'), ...columns(spot, 'choice')];
  return [
    fc
      .constantFrom(...listed)
      .chain((left) => compare(equality, fc.constant(left), wordOf(left.type, valuesIn(left.type)))),
    fc.constantFrom(...listed).chain((left) => member(fc.constant(left), someOf(valuesIn(left.type)))),
    compare(equality, wordOf(fruit, valuesIn(fruit)), singles(['果类'])),
    compare(ordering, singles(['等级']), wordOf(grade, valuesIn(grade))),
    compare(ordering, wordOf(grade, valuesIn(grade)), singles(['等级'])),
    member(singles(['等级']), someOf(valuesIn(grade))),
    inSet(singles(['果类']), '核果'),
    inSet(singles(['所在地']), '老园区'),
    member(singles(['所在地']), someOf(['果乡', '北岭', '北岭甲村', '南坡甲村'])),
    compare(equality, singles(['所在地']), wordOf(factOf('所在地').type, ['北岭', '南坡甲村'])),
    compare(equality, singles(['砧木']), quotedText(factOf('砧木').type)),
    compare(equality, singles(['砧木']), wordOf(factOf('砧木').type, ['苹果', '金果'])),
    member(singles(['砧木']), fc.array(anyText, { minLength: 1, maxLength: 3 })),
    compare(equality, singles(['园名']), quotedText(text)),
    member(singles(['园名']), fc.array(anyText, { minLength: 1, maxLength: 3 })),
    fc
      .constantFrom('鲜食', '酿造')
      .map((each): Expression => ({ kind: 'contains', left: bare('用途'), member: each, type: truth, span })),
    ...columns(spot, 'ordered').map((left) =>
      compare(ordering, fc.constant(left), wordOf(left.type, valuesIn(left.type))),
    ),
  ];
};

const numberTests = (depth: number, spot: Spot): readonly Drawn[] => [
  compare(ordering, moneyOf(depth, spot), moneyOf(depth, spot)),
  compare(ordering, ratioOf(depth, spot), ratioOf(depth, spot)),
  ...counts.map((unit) => compare(ordering, countOf(depth, spot, unit), countOf(depth, spot, unit))),
  compare(ordering, dateOfKind(depth, spot), dateOfKind(depth, spot)),
  compare(equality, singles(['购地日']), none(date)),
  compare(['≤', '<', '=', '≠'], singles(['品鉴名次']), rankLiteral),
  compare(['≥', '>', '=', '≠'], rankLiteral, singles(['品鉴名次'])),
  compare(equality, singles(['品鉴名次']), none(rank)),
  compare(ordering, singles(singlesOf.plain, columns(spot, 'plain')), plainLiteral),
  ...tallies(depth, spot).map((tally) => compare(ordering, tally, fc.oneof(plainLiteral, singles(['地块'])))),
  ...(spot.eachYear
    ? []
    : [
        compare(
          ordering,
          fc
            .tuple(fc.constantFrom('收成', '园工'), fc.integer({ min: 1, max: 10 }))
            .map(([path, years]): Expression => ({
              kind: 'growth',
              word: '复合增长率',
              years,
              fact: factOf(path),
              type: ratio,
              span,
            })),
          ratioLiteral,
        ),
      ]),
];

/** A condition that reads a series, as every yearly condition must. */
const yearly = shared((depth, spot) => {
  const inside: Spot = { ...spot, eachYear: true };
  const reads = compare(ordering, singles(seriesOf.money), moneyOf(depth, inside));
  return fc.oneof(
    singles(seriesOf.boolean),
    reads,
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), reads, conditions(depth, inside))
      .map(([kind, first, second]): Expression => ({ kind, of: [first, second], type: truth, span })),
  );
});

const simpleTests = (depth: number, spot: Spot): readonly Drawn[] => [
  singles(singlesOf.boolean),
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, type: truth, span })),
  compare(
    equality,
    singles(singlesOf.boolean),
    fc.boolean().map((value): Expression => ({ kind: 'boolean', value, type: truth, span })),
  ),
  fc.constant<Expression>({ kind: 'holds', title: '金果', quoted: false, type: truth, span }),
  anyText.map((title): Expression => ({ kind: 'holds', title, quoted: true, type: truth, span })),
  fc
    .tuple(dateOfKind(depth, spot), durationLiteral)
    .map(([start, by]): Expression => ({ kind: 'aged', date: start, by, type: truth, span })),
  fc
    .oneof(moneyOf(depth, spot), dateOfKind(depth, spot), singles(['品鉴名次', '园名', '果类', '用途']))
    .map((of): Expression => ({ kind: 'known', of, type: truth, span })),
  ...(spot.eachYear
    ? []
    : [
        yearOf(seriesOf.boolean),
        fc
          .tuple(
            fc.constantFrom(2 as const, 3 as const, 5 as const),
            fc.constantFrom('每年' as const, '任一年' as const),
            yearly(depth, spot),
          )
          .map(([years, take, of]): Expression => ({ kind: 'each-year', years, take, of, type: truth, span })),
      ]),
];

const conditions = shared((depth, spot) => {
  const tests = fc.oneof(
    ...numberTests(depth, spot),
    ...choiceTests(spot),
    ...simpleTests(depth, spot),
    ...quantified(depth, spot),
  );
  if (depth === 0) return tests;
  const part = conditions(depth - 1, spot);
  return fc.oneof(
    { weight: 3, arbitrary: tests },
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(part, { minLength: 2, maxLength: 4 }))
      .map(([kind, of]): Expression => ({ kind, of, type: truth, span })),
    part.map((of): Expression => ({ kind: 'not', of, type: truth, span })),
    conditional(depth - 1, spot, part, truth),
  );
});

/** Conditions and values of every kind, at most this deep. */
export const drawnExpression = (depth: number): Drawn =>
  fc.oneof(
    { weight: 4, arbitrary: conditions(depth, openField) },
    moneyOf(depth, openField),
    ratioOf(depth, openField),
    ...counts.map((unit) => countOf(depth, openField, unit)),
    dateOfKind(depth, openField),
  );
