// Random rules and firms over a small invented dictionary, for property tests. Nothing here is law.
import fc from 'fast-check';
import { begin } from '#rules/evaluate/begin.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { rational, whole, type Rational } from '#rules/exact/rational.ts';
import type { Dictionary, FactDefinition, ValueType } from '#rules/facts/dictionary.ts';
import type { Enterprise, Row, Value } from '#rules/facts/enterprise.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Clause, Condition, Grade, Rulebook, ScoreTable } from '#rules/packs/rulebook.ts';

const money: ValueType = { kind: 'money' };
const ratio: ValueType = { kind: 'ratio' };
const count: ValueType = { kind: 'integer', unit: '人' };
const truth: ValueType = { kind: 'boolean' };
const colour: ValueType = { kind: 'choice', values: ['红', '黄', '蓝'] };
const size: ValueType = { kind: 'ordered', values: ['小', '中', '大'] };
const rank: ValueType = { kind: 'rank' };
const columns = new Map<string, ValueType>([
  ['颜色', colour],
  ['重量', money],
]);

const define = (name: string, type: ValueType, more: Partial<FactDefinition> = {}): FactDefinition => ({
  name,
  key: name,
  subject: 'enterprise',
  path: name,
  type,
  yearly: false,
  none: false,
  min: null,
  max: null,
  change: 'effort',
  growsUp: false,
  derived: null,
  judged: false,
  note: null,
  order: 0,
  ...more,
});

export const toyFacts = {
  sales: define('销售', money, { yearly: true }),
  cost: define('成本', money, { yearly: true }),
  cash: define('现金', money),
  debt: define('借款', money),
  staff: define('人手', count),
  share: define('份额', ratio),
  open: define('开门', truth),
  colour: define('颜色', colour),
  size: define('个头', size),
  rank: define('名次', rank, { none: true }),
  boats: define('船只', { kind: 'list', fields: columns }),
};

const facts = Object.values(toyFacts);
const dictionary: Dictionary = {
  facts: new Map(facts.map((fact) => [fact.path, fact])),
  byKey: new Map(facts.map((fact) => [fact.key, fact])),
  trees: new Map(),
  sets: new Map(),
  parameters: new Map(),
};

const place = { file: 'toy', line: 1, column: 1 };
const span = { from: 0, to: 0 };

export const toyDay = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new Error(text);
  return date;
};

export const on = toyDay('2024-06-01');
export const years = [2020, 2021, 2022, 2023, 2024] as const;

export const bookOf = (scores: readonly ScoreTable[] = []): Rulebook => ({
  hash: 'sha256:toy',
  packs: [],
  dictionary,
  documents: new Map(),
  sets: new Map(),
  levels: [],
  gates: new Map(),
  overlays: [],
  scores: new Map(scores.map((score) => [score.id, score])),
  items: new Map(),
  stacking: new Map(),
  calendars: new Map(),
});

// ---- values: edges, zero, negatives and huge numbers are drawn often

const amount = fc.oneof(
  fc.constantFrom(0n, 1n, -1n, 100n, -100n, 300n, 2n ** 53n + 1n, -(10n ** 16n), 10n ** 16n),
  fc.bigInt({ min: -500n, max: 500n }),
);
const numberValue = (value: Rational): Value => ({ is: 'number', value });
const drawnMoney = amount.map((n) => numberValue(whole(n)));
const drawnRatio = fc.tuple(fc.bigInt({ min: -5n, max: 120n }), fc.constantFrom(1n, 2n, 100n)).map(([n, d]) => numberValue(rational(n, d)));
const maybe = <T>(drawn: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(drawn, { nil: undefined });
const text = (type: { values: readonly string[] }): fc.Arbitrary<Value> => fc.constantFrom(...type.values).map((value) => ({ is: 'text', value }));

const drawnRow: fc.Arbitrary<Row> = fc.tuple(maybe(text(colour)), maybe(drawnMoney)).map(([颜色, 重量]) => {
  const row = new Map<string, Value>();
  if (颜色) row.set('颜色', 颜色);
  if (重量) row.set('重量', 重量);
  return row;
});

const drawnValue: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  现金: drawnMoney,
  借款: drawnMoney,
  人手: fc.bigInt({ min: 0n, max: 400n }).map((n) => numberValue(whole(n))),
  份额: drawnRatio,
  开门: fc.boolean().map((value) => ({ is: 'boolean', value })),
  颜色: text(colour),
  个头: text(size),
  名次: fc.oneof(fc.constant<Value>({ is: 'none' }), fc.bigInt({ min: 1n, max: 6n }).map((n) => numberValue(whole(n)))),
  船只: fc.array(drawnRow, { maxLength: 3 }).map((value) => ({ is: 'rows', value })),
};

const drawnSeries = fc.tuple(...years.map(() => maybe(drawnMoney))).map((values) => {
  const series = new Map<number, Value>();
  values.forEach((value, index) => {
    const year = years[index];
    if (value && year !== undefined) series.set(year, value);
  });
  return series;
});

/** A firm that may lack any fact, and sometimes was founded too late for the earlier years. */
export const drawnFirm: fc.Arbitrary<Enterprise> = fc
  .record({
    single: fc.tuple(...Object.entries(drawnValue).map(([name, drawn]) => maybe(drawn).map((value) => [name, value] as const))),
    sales: drawnSeries,
    cost: drawnSeries,
    founded: fc.constantFrom(undefined, '2015-01-01', '2022-07-01'),
  })
  .map(({ single, sales, cost, founded }) => {
    const values = new Map(single.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
    if (founded) values.set('注册日期', { is: 'date', value: toyDay(founded) });
    return firmOf(values, new Map([['销售', sales], ['成本', cost]]));
  });

export const firmOf = (single: ReadonlyMap<string, Value>, yearly: ReadonlyMap<string, ReadonlyMap<number, Value>>): Enterprise => ({
  creditCode: null,
  name: null,
  facts: { single, yearly },
  subjects: {},
  received: null,
  sources: [],
});

const columnDefaults: Row = new Map<string, Value>([
  ['颜色', { is: 'text', value: '红' }],
  ['重量', { is: 'number', value: whole(100) }],
]);

/** Known rows keep what they have; columns they lack come from the other firm's rows. */
const fillRows = (rows: readonly Row[], others: readonly Row[], path: string, wanted: (path: string) => boolean): readonly Row[] =>
  rows.map((row, index) => {
    const filled = new Map(row);
    for (const column of columns.keys()) {
      const value = others[index]?.get(column) ?? columnDefaults.get(column);
      if (!filled.has(column) && value && wanted(`${path}.${column}`)) filled.set(column, value);
    }
    return filled;
  });

/** The firm with every unknown fact that `wanted` names taken from another firm, where the other knows it. */
export const fillIn = (firm: Enterprise, other: Enterprise, wanted: (path: string) => boolean): Enterprise => {
  const single = new Map(firm.facts.single);
  for (const [path, value] of other.facts.single) {
    const known = single.get(path);
    if (known === undefined && wanted(path)) single.set(path, value);
    if (known?.is === 'rows' && value.is === 'rows')
      single.set(path, { is: 'rows', value: fillRows(known.value, value.value, path, wanted) });
  }
  const yearly = new Map(firm.facts.yearly);
  for (const [path, series] of other.facts.yearly) {
    const merged = new Map(yearly.get(path));
    for (const [year, value] of series) if (!merged.has(year) && wanted(`${path}@${year}`)) merged.set(year, value);
    yearly.set(path, merged);
  }
  return { ...firm, facts: { single, yearly } };
};

/** A firm that knows everything. */
export const wholeFirm: fc.Arbitrary<Enterprise> = fc
  .record({
    single: fc.tuple(...Object.entries(drawnValue).map(([name, drawn]) => drawn.map((value) => [name, value] as const))),
    series: fc.tuple(...[0, 1].map(() => fc.tuple(...years.map(() => drawnMoney)))),
    rows: fc.array(
      fc.tuple(text(colour), drawnMoney).map(([颜色, 重量]): Row => new Map([['颜色', 颜色], ['重量', 重量]])),
      { maxLength: 3 },
    ),
  })
  .map(({ single, series, rows }) => {
    const values = new Map<string, Value>(single);
    values.set('船只', { is: 'rows', value: rows });
    values.set('注册日期', { is: 'date', value: toyDay('2015-01-01') });
    const seriesOf = (index: number): ReadonlyMap<number, Value> =>
      new Map(years.map((year, at) => [year, series[index]?.[at] ?? numberValue(whole(1))]));
    return firmOf(values, new Map([['销售', seriesOf(0)], ['成本', seriesOf(1)]]));
  });

// ---- expressions

const fact = (definition: FactDefinition): Expression => ({ kind: 'fact', fact: definition, type: definition.type, span });
const literal = (value: Rational, type: ValueType): Expression => ({ kind: 'number', digits: '?', unit: null, value, type, span });

const yearOfSeries = fc
  .tuple(fc.constantFrom(toyFacts.sales, toyFacts.cost), fc.constantFrom([0, '上年'] as const, [1, '前年'] as const))
  .map(([definition, [back, word]]): Expression => ({ kind: 'year', word, back, fact: definition, type: money, span }));

const moneyLeaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(fact(toyFacts.cash), fact(toyFacts.debt)),
  yearOfSeries,
  amount.map((n) => literal(whole(n), money)),
  fc.constantFrom('合计' as const, '均值' as const).map((take): Expression => ({ kind: 'window', years: 2, take, fact: toyFacts.sales, type: money, span })),
  fc.constantFrom<Expression>({
    kind: 'aggregate',
    word: '合计',
    rows: { kind: 'fact', fact: toyFacts.boats },
    field: '重量',
    where: { kind: 'comparison', operator: '=', left: { kind: 'field', field: '颜色', type: colour, span }, right: { kind: 'text', value: '红', quoted: false, type: colour, span }, type: truth, span },
    type: money,
    span,
  }),
);

const moneyOf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 3, arbitrary: moneyLeaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('+' as const, '-' as const), moneyLeaf, moneyLeaf)
      .map(([operator, left, right]): Expression => ({ kind: 'arithmetic', operator, left, right, type: money, span })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('最小' as const, '最大' as const), fc.array(moneyLeaf, { minLength: 2, maxLength: 3 }))
      .map(([word, of]): Expression => ({ kind: 'extreme', word, of, type: money, span })),
  },
);

const ratioOf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant(fact(toyFacts.share)),
  fc.tuple(moneyOf, moneyOf).map(([left, right]): Expression => ({ kind: 'arithmetic', operator: '÷', left, right, type: ratio, span })),
  fc.constantFrom('增长率' as const, '平均增长率' as const).map(
    (word): Expression => ({ kind: 'growth', word, years: word === '增长率' ? 1 : 2, fact: toyFacts.sales, type: ratio, span }),
  ),
);

const percent = fc.bigInt({ min: -20n, max: 150n }).map((n) => literal(rational(n, 100n), ratio));
const operator = fc.constantFrom('≥' as const, '>' as const, '≤' as const, '<' as const, '=' as const, '≠' as const);
const compare = (left: fc.Arbitrary<Expression>, right: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.tuple(operator, left, right).map(([op, a, b]): Expression => ({ kind: 'comparison', operator: op, left: a, right: b, type: truth, span }));

const textLiteral = (type: { kind: 'choice' | 'ordered'; values: readonly string[] }): fc.Arbitrary<Expression> =>
  fc.constantFrom(...type.values).map((value) => ({ kind: 'text', value, quoted: false, type, span }));

export const drawnTest: fc.Arbitrary<Expression> = fc.oneof(
  compare(moneyOf, moneyOf),
  compare(ratioOf, percent),
  compare(fc.constant(fact(toyFacts.staff)), fc.bigInt({ min: 0n, max: 400n }).map((n) => literal(whole(n), count))),
  compare(fc.constant(fact(toyFacts.size)), textLiteral({ kind: 'ordered', values: ['小', '中', '大'] })),
  fc.constantFrom(fact(toyFacts.open)),
  fc
    .tuple(fc.constantFrom('≤' as const, '<' as const, '=' as const, '≠' as const), fc.bigInt({ min: 1n, max: 5n }))
    .map(([op, n]): Expression => ({ kind: 'comparison', operator: op, left: fact(toyFacts.rank), right: literal(whole(n), rank), type: truth, span })),
  fc
    .tuple(fc.boolean(), fc.subarray(['红', '黄', '蓝'], { minLength: 1 }))
    .map(([negated, members]): Expression => ({ kind: 'membership', negated, left: fact(toyFacts.colour), set: { kind: 'listed', members }, type: truth, span })),
  fc.tuple(fc.constantFrom('每年' as const, '任一年' as const), percent).map(
    ([take, right]): Expression => ({
      kind: 'each-year',
      years: 2,
      take,
      of: { kind: 'comparison', operator: '≥', left: { kind: 'arithmetic', operator: '÷', left: fact(toyFacts.cost), right: fact(toyFacts.sales), type: ratio, span }, right, type: truth, span },
      type: truth,
      span,
    }),
  ),
  fc.constantFrom('任一' as const, '全部' as const).map(
    (word): Expression => ({
      kind: 'aggregate',
      word,
      rows: { kind: 'fact', fact: toyFacts.boats },
      field: null,
      where: { kind: 'comparison', operator: '≥', left: { kind: 'field', field: '重量', type: money, span }, right: literal(whole(100n), money), type: truth, span },
      type: truth,
      span,
    }),
  ),
);

// ---- conditions

const clauseOf = (evidence: Grade): Clause => ({
  key: evidence,
  document: { id: 'toy', title: '村规', number: null, issuer: null, issued: null, from: null, to: null, seen: null, evidence, successor: null, note: null },
  at: null,
  evidence,
  says: '村里这么说',
});

const grade = fc.constantFrom<Grade>('primary', 'primary', 'primary', 'secondary', 'seed', 'draft');
const bare = { clause: null, onlyFor: null, place };
let counter = 0;
const fresh = (): string => `c${counter++}`;

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(drawnTest, grade).map(([test, evidence]): Condition => ({ ...bare, kind: 'test', id: fresh(), clause: clauseOf(evidence), test, text: '村规' })),
  },
  { weight: 1, arbitrary: fc.constant<Condition>({ ...bare, kind: 'unpublished', id: 'u', what: '没写' }) },
  { weight: 1, arbitrary: fc.constant<Condition>({ ...bare, kind: 'judged', id: 'j', fact: toyFacts.open }) },
);

/** Trees of conditions up to three deep. */
export const drawnCondition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const, 'disputed' as const), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([kind, of]): Condition => ({ ...bare, kind, id: fresh(), of })),
    tie('tree').map((of): Condition => ({ ...bare, kind: 'not', id: null, of })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(
      ([when, then, last]): Condition => ({ ...bare, kind: 'first', id: fresh(), rows: [{ when, then }, { when: null, then: last }] }),
    ),
  ),
})).tree;

export const contextOf = (firm: Enterprise, book: Rulebook = bookOf()): Context => begin({ book, firm, on });
