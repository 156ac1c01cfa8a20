// Random firms over a small invented dictionary, for property tests. Nothing here is law.
import fc from 'fast-check';
import { addDays, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { rational, whole, type Rational } from '#rules/exact/rational.ts';
import type { Dictionary, FactDefinition, ValueType } from '#rules/facts/dictionary.ts';
import type { Enterprise, Row, Value } from '#rules/facts/enterprise.ts';
import { noNouns } from '#rules/packs/nouns/nouns.ts';
import type { Rulebook, ScoreTable } from '#rules/packs/rulebook.ts';

export const money: ValueType = { kind: 'money' };
export const ratio: ValueType = { kind: 'ratio' };
export const count: ValueType = { kind: 'integer', unit: '人' };
export const truth: ValueType = { kind: 'boolean' };
export const colour = { kind: 'choice', values: ['红', '黄', '蓝'] } as const satisfies ValueType;
const size: ValueType = { kind: 'ordered', values: ['小', '中', '大'] };
export const rank: ValueType = { kind: 'rank' };
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
  launched: define('下水日', { kind: 'date' }),
  painted: define('上漆日', { kind: 'date' }, { none: true }),
  mark: define('手艺分', { kind: 'number', unit: null }),
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

export const place = { file: 'toy', line: 1, column: 1 };
export const span = { from: 0, to: 0 };

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
  titles: [],
  gates: new Map(),
  overlays: [],
  rulings: [],
  scores: new Map(scores.map((score) => [score.id, score])),
  items: new Map(),
  stacking: new Map(),
  calendars: new Map(),
  english: new Map(),
  ...noNouns,
});

// ---- values: edges, zero, negatives and huge numbers are drawn often

export const amount = fc.oneof(
  fc.constantFrom(0n, 1n, -1n, 100n, -100n, 300n, 2n ** 53n + 1n, -(10n ** 16n), 10n ** 16n),
  fc.bigInt({ min: -500n, max: 500n }),
);
const numberValue = (value: Rational): Value => ({ is: 'number', value });
const drawnMoney = amount.map((n) => numberValue(whole(n)));
const drawnRatio = fc
  .tuple(fc.bigInt({ min: -5n, max: 120n }), fc.constantFrom(1n, 2n, 100n))
  .map(([n, d]) => numberValue(rational(n, d)));
const maybe = <T>(drawn: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(drawn, { nil: undefined });
const text = (type: { values: readonly string[] }): fc.Arbitrary<Value> =>
  fc.constantFrom(...type.values).map((value) => ({ is: 'text', value }));

const drawnRow: fc.Arbitrary<Row> = fc.tuple(maybe(text(colour)), maybe(drawnMoney)).map(([颜色, 重量]) => {
  const row = new Map<string, Value>();
  if (颜色) row.set('颜色', 颜色);
  if (重量) row.set('重量', 重量);
  return row;
});

/** Days on which versions of drawn items begin and end, and a firm's days: these may lie before and after all of them. */
export const firstDay = toyDay('2020-01-01');
export const drawnDay = fc.integer({ min: 0, max: 1826 }).map((days) => addDays(firstDay, days));
const anyDay = fc
  .integer({ min: -400, max: 2226 })
  .map((days): Value => ({ is: 'date', value: addDays(firstDay, days) }));

const drawnValue: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  现金: drawnMoney,
  借款: drawnMoney,
  人手: fc.bigInt({ min: 0n, max: 400n }).map((n) => numberValue(whole(n))),
  份额: drawnRatio,
  开门: fc.boolean().map((value) => ({ is: 'boolean', value })),
  颜色: text(colour),
  个头: text(size),
  名次: fc.oneof(
    fc.constant<Value>({ is: 'none' }),
    fc.bigInt({ min: 1n, max: 6n }).map((n) => numberValue(whole(n))),
  ),
  手艺分: fc.constantFrom(0, 5).map((n) => numberValue(whole(n))),
  下水日: anyDay,
  上漆日: fc.oneof(anyDay, fc.constant<Value>({ is: 'none' })),
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
    single: fc.tuple(
      ...Object.entries(drawnValue).map(([name, drawn]) => maybe(drawn).map((value) => [name, value] as const)),
    ),
    sales: drawnSeries,
    cost: drawnSeries,
    founded: fc.constantFrom(undefined, '2015-01-01', '2022-07-01'),
  })
  .map(({ single, sales, cost, founded }) => {
    const values = new Map(single.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
    if (founded) values.set('注册日期', { is: 'date', value: toyDay(founded) });
    return firmOf(
      values,
      new Map([
        ['销售', sales],
        ['成本', cost],
      ]),
    );
  });

export const firmOf = (
  single: ReadonlyMap<string, Value>,
  yearly: ReadonlyMap<string, ReadonlyMap<number, Value>>,
): Enterprise => ({
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
const fillRows = (
  rows: readonly Row[],
  others: readonly Row[],
  path: string,
  wanted: (path: string) => boolean,
): readonly Row[] =>
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
    single: fc.tuple(
      ...Object.entries(drawnValue).map(([name, drawn]) => drawn.map((value) => [name, value] as const)),
    ),
    series: fc.tuple(...[0, 1].map(() => fc.tuple(...years.map(() => drawnMoney)))),
    rows: fc.array(
      fc.tuple(text(colour), drawnMoney).map(
        ([颜色, 重量]): Row =>
          new Map([
            ['颜色', 颜色],
            ['重量', 重量],
          ]),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ single, series, rows }) => {
    const values = new Map<string, Value>(single);
    values.set('船只', { is: 'rows', value: rows });
    values.set('注册日期', { is: 'date', value: toyDay('2015-01-01') });
    const seriesOf = (index: number): ReadonlyMap<number, Value> =>
      new Map(years.map((year, at) => [year, series[index]?.[at] ?? numberValue(whole(1))]));
    return firmOf(
      values,
      new Map([
        ['销售', seriesOf(0)],
        ['成本', seriesOf(1)],
      ]),
    );
  });
