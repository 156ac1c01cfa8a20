// The whole assessment of toy firms: ladder, plan, determinism, and what missing facts promise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import { date, day, firm, flag, number, percent, text, toyBook, wan, type ToyFacts } from './toy-city.ts';
import { overlay } from './overlay.ts';
import type { Assessment, GateResult, ItemResult } from '#rules/evaluate/result.ts';
import type { Enterprise, Row, Value } from '#rules/facts/enterprise.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

const on = day('2026-05-06');

const gates = `  - { id: toy/bronze, name: 铜星, to: 铜星, new: { from: 2020-01-01 }, review: { from: 2020-01-01 }, clause: c, require: { test: 专利数 ≥ 1 } }
  - id: toy/silver
    name: 银星
    to: 银星
    new: { from: 2020-01-01 }
    review: { from: 2020-01-01 }
    clause: c
    require:
      all:
        - { id: s-years, test: 年限 ≥ 10年 }
        - { id: s-ip, any: [ { test: 专利数 ≥ 4 }, { test: 软著数 ≥ 8 } ] }
        - { id: s-share, only-for: new, test: 份额 ≥ 10% }
        - { id: s-clean, test: 失信 = 否 }
  - { id: toy/gold-old, name: 金星旧, to: 金星, new: { from: 2020-01-01, to: 2023-12-31 }, clause: c, require: { test: 专利数 ≥ 9 } }
  - { id: toy/gold, name: 金星, to: 金星, new: { from: 2024-01-01 }, clause: c, require: { test: 专利数 ≥ 10 } }
`;
const items = `  - { id: toy/service, name: 专利辅导, kind: service, subject: enterprise, theme: 乙, helps: [专利数], versions: [ { from: 2020-01-01, clause: c, benefit: { none: 是 } } ] }
  - { id: toy/far, name: 南县辅导, kind: service, subject: enterprise, theme: 甲, helps: [专利数], versions: [ { from: 2020-01-01, clause: c, applies: { test: 注册地 属于 南县 }, benefit: { none: 是 } } ] }
`;

const title = (name: string, from: string, until: string, withdrawn?: string): Row =>
  new Map<string, Value>([
    ['名称', text(name)],
    ['认定日期', date(from)],
    ['有效期至', date(until)],
    ['撤销日期', withdrawn === undefined ? { is: 'none' } : date(withdrawn)],
  ]);
const titles = (...rows: readonly Row[]): Value => ({ is: 'rows', value: rows });

const assessed = (facts: ToyFacts): Assessment => assess(toyBook({ items, gates }), firm(facts), on);

describe('the ladder', () => {
  it('reviews the level held and offers the levels above, by the rules in force on the day', () => {
    const { ladder } = assessed({ 培育层级: text('铜星') });
    expect(ladder.level).toBe('铜星');
    expect(ladder.next).toBe('银星');
    expect(ladder.gates.map(({ id, mode }) => `${id} ${mode}`)).toEqual([
      'toy/bronze review',
      'toy/silver new',
      'toy/gold new',
    ]);
    expect(ladder.review).toEqual({ gate: 'toy/bronze', by: null, verdict: 'undetermined' });
  });

  it('reads the level and its last day from the titles when no level is given', () => {
    const held = titles(
      title('铜星', '2020-01-01', '2023-01-01'),
      title('银星', '2024-01-01', '2026-12-31'),
      title('金星', '2022-01-01', '2027-01-01', '2025-01-01'),
    );
    const { ladder } = assessed({ 称号: held });
    expect([ladder.level, ladder.until, ladder.next]).toEqual(['银星', '2026-12-31', '金星']);
    expect(assessed({ 称号: titles() }).ladder.level).toBe('未入库');
  });

  it('offers every gate as new when the level is not known', () => {
    const { ladder } = assessed({});
    expect([ladder.level, ladder.next, ladder.review]).toEqual([null, null, null]);
    expect(ladder.gates.every(({ mode }) => mode === 'new')).toBe(true);
  });
});

describe('the plan', () => {
  it('names each gap with what is lacking, what helps and when, failures first', () => {
    const { plan } = assessed({
      培育层级: text('铜星'),
      称号: titles(title('铜星', '2024-01-01', '2026-12-31')),
      注册地: text('东区'),
      年限: number(8),
      专利数: number(0),
      软著数: number(3),
      份额: percent('8'),
    });
    expect(plan).toEqual([
      {
        goal: '铜星复核',
        condition: null,
        gap: '专利数 ≥ 1：现为 0项，差 1项',
        measures: ['toy/service'],
        by: '2026-12-31',
      },
      { goal: '银星', condition: 's-years', gap: '年限 ≥ 10年：现为 8年，差 2年', measures: [], by: '2028-01-01' },
      {
        goal: '银星',
        condition: 's-ip',
        gap: '专利数 ≥ 4：现为 0项，差 4项；或者软著数 ≥ 8：现为 3项，差 5项',
        measures: ['toy/service'],
        by: null,
      },
      { goal: '银星', condition: 's-share', gap: '份额 ≥ 10%：现为 8%，差 2个百分点', measures: [], by: null },
      { goal: '银星', condition: 's-clean', gap: '失信 = 否：待补 失信', measures: [], by: null },
    ]);
  });

  it('is empty at the top of the ladder and where the next gate is passed already', () => {
    expect(assessed({ 培育层级: text('金星') }).plan).toEqual([]);
    const passed = assessed({ 培育层级: text('银星'), 专利数: number(12), 年限: number(11), 失信: flag(false) });
    expect(passed.plan).toEqual([]);
  });
});

it('puts the smallest change on what is ineligible, and nothing on what is not addressed', () => {
  const result = assessed({ 培育层级: text('铜星'), 注册地: text('东区'), 专利数: number(0) });
  // By theme, then id: 乙 comes before 甲 in code order.
  expect(result.items.map(({ id }) => id)).toEqual(['toy/service', 'toy/far']);
  expect(result.items.find(({ id }) => id === 'toy/far')).toMatchObject({ applies: false, change: [] });
  expect(result.ladder.gates[0]?.change).toEqual([
    { at: '2026-05-06', facts: [{ fact: '专利数', from: '0项', to: '1项', how: 'effort', date: null }] },
  ]);
});

const score = `  - { id: toy/s, name: 评分, clause: c, blocks: { 全部: [s1, s2, s3] }, indicators: [
      { id: s1, name: 专利, max: 10, of: 专利数, at-least: { 5: 10, 3: 6, 1: 2 } },
      { id: s2, name: 研发, max: 6, of: 上年(研发) ÷ 上年(营收), at-least: { 5%: 6, 2%: 3 } },
      { id: s3, name: 身份, max: 5, count: [ { test: 高企 }, { test: 失信 = 否 } ], points: 2 } ] }\n`;
const drawnItems = [
  '{ all: [ { test: 上年(营收) ≥ 500万元 }, { any: [ { test: 专利数 ≥ 3 }, { test: 高企 } ] } ] }',
  '{ first: [ { when: { test: 高企 }, test: 年限 ≥ 3年 }, { test: 年限 ≥ 5年 } ] }',
  '{ not: { any: [ { test: 失信 }, { test: 规模 = 大 } ] } }',
  '{ score: toy/s, at-least: 12 }',
  '{ disputed: [ { test: 专利数 ≥ 2 }, { test: 专利数 ≥ 4 } ] }',
  '{ test: 近两年每年(研发 ÷ 营收 ≥ 3%) }',
  '{ test: 排名 ≤ 3 或 份额 ≥ 10% }',
  '{ all: [ { test: 注册地 属于 市区 }, { test: 上年(负债率) ≤ 60% } ] }',
].map(
  (eligible, index) =>
    `  - { id: toy/i${index}, name: 事项${index}, kind: award, subject: enterprise, theme: 甲, versions: [ { from: 2020-01-01, clause: c, eligible: ${eligible}, benefit: { amount: 1万元 } } ] }\n`,
);
const drawnBook = toyBook({ items: drawnItems.join(''), scores: score, gates });

const money = fc.integer({ min: 0, max: 1000 }).map(wan);
const series = fc.dictionary(fc.constantFrom('2024', '2025'), money);
const single: { readonly [path: string]: fc.Arbitrary<Value> } = {
  专利数: fc.integer({ min: 0, max: 11 }).map(number),
  软著数: fc.integer({ min: 0, max: 9 }).map(number),
  年限: fc.integer({ min: 0, max: 12 }).map(number),
  高企: fc.boolean().map(flag),
  失信: fc.boolean().map(flag),
  排名: fc.oneof(fc.integer({ min: 1, max: 6 }).map(number), fc.constant<Value>({ is: 'none' })),
  份额: fc.integer({ min: 0, max: 20 }).map((n) => percent(String(n))),
  注册地: fc.constantFrom('东区', '南县', '玩具市').map(text),
  培育层级: fc.constantFrom('未入库', '铜星', '银星', '金星').map(text),
};
const drawnFirm: fc.Arbitrary<Enterprise> = fc
  .tuple(
    fc.record(single, { requiredKeys: [] }),
    fc.record({ 营收: series, 研发: series, 负债: series, 资产: series }, { requiredKeys: [] }),
  )
  .map(([one, yearly]) => firm({ ...one, ...yearly } as ToyFacts));

const everyFact = [
  ...Object.keys(single),
  ...['营收', '研发', '负债', '资产'].flatMap((path) => ['2024', '2025', '2026'].map((year) => `${path}@${year}`)),
];

const has = (who: Enterprise, fact: string): boolean => {
  const [path = '', year] = fact.split('@');
  return year === undefined ? who.facts.single.has(path) : who.facts.yearly.get(path)?.has(Number(year)) === true;
};

const withValue = (book: Rulebook, who: Enterprise, name: string, value: Value): Enterprise => {
  const [path = '', year] = name.split('@');
  const fact = book.dictionary.facts.get(path);
  return fact
    ? overlay({ firm: who, subject: null }, { fact, year: year === undefined ? null : Number(year), value }).firm
    : who;
};

const valueFor = (name: string): fc.Arbitrary<Value> => single[name.split('@')[0] ?? ''] ?? money;

type Judged = ItemResult | GateResult;
const judged = (who: Enterprise): readonly Judged[] => {
  const { items: all, ladder } = assess(drawnBook, who, on);
  return [...all, ...ladder.gates];
};
const labelOf = (each: Judged): string => `${each.id} ${'mode' in each ? each.mode : ''}`;

describe('what missing promises', () => {
  it('changes no verdict by a fact that is not missing', () => {
    fc.assert(
      fc.property(
        drawnFirm,
        fc.constantFrom(...everyFact).chain((fact) => valueFor(fact).map((value) => ({ fact, value }))),
        (who, { fact, value }) => {
          // The level picks the gates; it is not among what they miss.
          fc.pre(!has(who, fact) && fact !== '培育层级');
          const before = judged(who).filter(({ missing }) => !missing.includes(fact));
          const after = new Map(
            judged(withValue(drawnBook, who, fact, value)).map((each) => [labelOf(each), each.verdict]),
          );
          for (const each of before)
            expect([labelOf(each), after.get(labelOf(each))]).toEqual([labelOf(each), each.verdict]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('decides an entry once everything it misses is given, unless a reason is left', () => {
    fc.assert(
      fc.property(drawnFirm, fc.infiniteStream(fc.nat()), (who, seeds) => {
        for (const entry of judged(who).filter(({ verdict }) => verdict === 'undetermined')) {
          const full = entry.missing.reduce((now, fact) => {
            const value = fc.sample(valueFor(fact), { numRuns: 1, seed: seeds.next().value })[0];
            return value === undefined ? now : withValue(drawnBook, now, fact, value);
          }, who);
          const after = judged(full).find((each) => labelOf(each) === labelOf(entry));
          const settled =
            after === undefined ||
            after.verdict !== 'undetermined' ||
            after.reasons.length > 0 ||
            after.missing.includes('注册地');
          expect([labelOf(entry), settled]).toEqual([labelOf(entry), true]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('gives the same assessment for the same firm every time', () => {
  fc.assert(
    fc.property(drawnFirm, (who) => {
      expect(assess(drawnBook, who, on)).toEqual(assess(drawnBook, who, on));
    }),
    { numRuns: 30 },
  );
});
