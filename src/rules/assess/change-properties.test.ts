// Properties of the change search: each alternative makes the entry eligible when applied, and no smaller change does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesFor } from './change.ts';
import { overlay } from './overlay.ts';
import { itemTarget } from './target.ts';
import { day, firm, flag, number, text, toyBook, wan, type ToyFacts } from './toy-city.ts';
import { evaluateItem } from '#rules/evaluate/item.ts';
import type { ChangeResult } from '#rules/evaluate/result.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import { fromDecimal, multiply, whole } from '#rules/exact/rational.ts';
import type { Enterprise, Value } from '#rules/facts/enterprise.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

const on = day('2026-05-06');

const bookOf = (condition: string): Rulebook =>
  toyBook({
    items: `  - { id: toy/x, name: 事项, kind: award, subject: enterprise, theme: 甲, versions: [ { from: 2020-01-01, clause: c, eligible: ${condition}, benefit: { amount: 10万元 } } ] }\n`,
  });

const verdictOn = (book: Rulebook, who: Enterprise, at: string): string | undefined => {
  const item = book.items.get('toy/x');
  const date = readDate(at);
  return item && date ? evaluateItem(book, item, who, date)[0]?.verdict : undefined;
};

const changesIn = (book: Rulebook, who: Enterprise): readonly ChangeResult[] => {
  const item = book.items.get('toy/x');
  if (!item) return [];
  const setting = { book, firm: who, on, options: undefined };
  const judged = { firm: who, subject: null };
  return changesFor(setting, itemTarget(setting, item, judged), judged);
};

/** Reads back what is shown: 4项, 银星, 是, 120万元, 1,050,000.02元, 4亿元. */
const readShown = (shown: string): Value => {
  if (shown === '是' || shown === '否') return flag(shown === '是');
  const [, digits = '', unit = ''] = /^([\d,.]+)(项|万元|亿元|元|年)$/.exec(shown) ?? [];
  const scale = { 项: 1, 年: 1, 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 }[unit];
  const value = fromDecimal(digits.replaceAll(',', ''));
  return value === null || scale === undefined ? text(shown) : number(multiply(value, whole(scale)));
};

const applied = (book: Rulebook, who: Enterprise, change: ChangeResult): Enterprise =>
  [...change.facts, ...(change.assuming ?? []).map(({ fact, value }) => ({ fact, to: value }))]
    .filter(({ fact }) => fact !== '申报日')
    .reduce((now, { fact, to }) => {
      const [path = '', year] = fact.split('@');
      const definition = book.dictionary.facts.get(path);
      if (!definition) throw new Error(`${path} is not a fact`);
      return overlay(
        { firm: now, subject: null },
        { fact: definition, year: year === undefined ? null : Number(year), value: readShown(to) },
      ).firm;
    }, who);

const levels = ['未入库', '铜星', '银星', '金星'];

const leaf = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('专利数', '软著数'),
      fc.constantFrom('≥', '>', '≤', '=', '≠'),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([f, o, n]) => `{ test: ${f} ${o} ${n} }`),
  fc.integer({ min: 2, max: 9 }).map((n) => `{ test: 专利数 + 软著数 ≥ ${n} }`),
  fc.integer({ min: 1, max: 3 }).map((n) => `{ test: 软著数 ≥ ${n} × 专利数 }`),
  fc.constantFrom(...levels).map((level) => `{ test: 培育层级 ≥ ${level} }`),
  fc.constantFrom('{ test: 高企 }', '{ test: 失信 = 否 }', '{ test: 行业 = 制造 }'),
);
const condition = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'c' },
    leaf,
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(tie('node'), { minLength: 1, maxLength: 3, depthIdentifier: 'c' }))
      .map(([op, of]) => `{ ${op}: [ ${of.join(', ')} ] }`),
    tie('node').map((of) => `{ not: ${of} }`),
  ),
})).node;

const state = fc.record({
  专利数: fc.integer({ min: 0, max: 4 }),
  软著数: fc.integer({ min: 0, max: 4 }),
  培育层级: fc.integer({ min: 0, max: 3 }),
  高企: fc.boolean(),
  失信: fc.option(fc.boolean()),
  行业: fc.constantFrom('采矿', '制造'),
});
type State = typeof state extends fc.Arbitrary<infer T> ? T : never;

const factsIn = (s: State): ToyFacts => ({
  专利数: number(s.专利数),
  软著数: number(s.软著数),
  培育层级: text(levels[s.培育层级] ?? ''),
  高企: flag(s.高企),
  行业: text(s.行业),
  ...(s.失信 === null ? {} : { 失信: flag(s.失信) }),
});

const upTo = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Every state that may be reached: numbers and levels only upward, a no may become a yes, an unknown declaration anything. */
const reachable = (s: State): readonly State[] =>
  upTo(s.专利数, 16).flatMap((专利数) =>
    upTo(s.软著数, 30).flatMap((软著数) =>
      upTo(s.培育层级, 3).flatMap((培育层级) =>
        (s.高企 ? [true] : [false, true]).flatMap((高企) =>
          (s.失信 === null ? [null, true, false] : [s.失信]).map((失信) => ({
            ...s,
            专利数,
            软著数,
            培育层级,
            高企,
            失信,
          })),
        ),
      ),
    ),
  );

const changedIn = (a: State, b: State): number =>
  [
    a.专利数 !== b.专利数,
    a.软著数 !== b.软著数,
    a.培育层级 !== b.培育层级,
    a.高企 !== b.高企,
    a.失信 !== b.失信,
  ].filter(Boolean).length;

const relative = (from: number, to: number): number => (from === to ? 0 : from === 0 ? 1 : (to - from) / from);
const distanceTo = (a: State, b: State): number =>
  relative(a.专利数, b.专利数) +
  relative(a.软著数, b.软著数) +
  (b.培育层级 - a.培育层级) +
  Number(a.高企 !== b.高企) +
  Number(a.失信 !== b.失信);

// The condition read by code of the test's own: true, false or null.
type Tri = boolean | null;
const holds = (source: string, s: State): Tri => {
  const numbers = { 专利数: s.专利数, 软著数: s.软著数 };
  const parse = (at: number): [Tri, number] => {
    const rest = source.slice(at);
    const junction = /^\{ (all|any): \[ /.exec(rest);
    if (junction) {
      let [position, parts]: [number, Tri[]] = [at + junction[0].length, []];
      for (;;) {
        const [part, end] = parse(position);
        parts = [...parts, part];
        if (!source.startsWith(', ', end)) return [join(junction[1] === 'all', parts), end + ' ] }'.length];
        position = end + 2;
      }
    }
    if (rest.startsWith('{ not: ')) {
      const [part, end] = parse(at + '{ not: '.length);
      return [part === null ? null : !part, end + ' }'.length];
    }
    const test = /^\{ test: (.*?) \}/.exec(rest);
    return [judge(test?.[1] ?? ''), at + (test?.[0].length ?? 0)];
  };
  const join = (all: boolean, parts: readonly Tri[]): Tri =>
    parts.includes(!all) ? !all : parts.includes(null) ? null : all;
  const judge = (test: string): Tri => {
    if (test === '高企') return s.高企;
    if (test === '失信 = 否') return s.失信 === null ? null : !s.失信;
    if (test === '行业 = 制造') return s.行业 === '制造';
    const level = /^培育层级 ≥ (.*)$/.exec(test);
    if (level) return s.培育层级 >= levels.indexOf(level[1] ?? '');
    const sum = /^专利数 \+ 软著数 ≥ (\d+)$/.exec(test);
    if (sum) return s.专利数 + s.软著数 >= Number(sum[1]);
    const times = /^软著数 ≥ (\d+) × 专利数$/.exec(test);
    if (times) return s.软著数 >= Number(times[1]) * s.专利数;
    const [, name = '', operator = '', count = ''] = /^(专利数|软著数) (≥|>|≤|=|≠) (\d+)$/.exec(test) ?? [];
    const [value, limit] = [name === '专利数' ? numbers.专利数 : numbers.软著数, Number(count)];
    return (
      { '≥': value >= limit, '>': value > limit, '≤': value <= limit, '=': value === limit, '≠': value !== limit }[
        operator
      ] ?? null
    );
  };
  return parse(0)[0];
};

const changedTo = (s: State, facts: ChangeResult['facts']): State => {
  const to = { ...s };
  for (const { fact, to: value } of facts) {
    if (fact === '专利数' || fact === '软著数') to[fact] = Number(value.replace('项', ''));
    if (fact === '培育层级') to.培育层级 = levels.indexOf(value);
    if (fact === '高企') to.高企 = true;
    if (fact === '失信') to.失信 = value === '是';
  }
  return to;
};

describe('the change search on drawn conditions', () => {
  it('finds a smallest change exactly when brute force does, and each alternative makes the entry eligible', () => {
    fc.assert(
      fc.property(condition, state, (source, s) => {
        fc.pre(holds(source, s) === false);
        const book = bookOf(source);
        const who = firm(factsIn(s));
        const found = changesIn(book, who);
        const ways = reachable(s).filter((to) => changedIn(s, to) <= 3 && holds(source, to) === true);
        const fewest = Math.min(...ways.map((to) => changedIn(s, to)));
        const nearest = Math.min(...ways.filter((to) => changedIn(s, to) === fewest).map((to) => distanceTo(s, to)));
        expect(found.length > 0).toBe(ways.length > 0);
        for (const change of found) {
          expect(change.facts.length).toBe(fewest);
          expect(verdictOn(book, applied(book, who, change), change.at)).toBe('eligible');
        }
        // From nothing every step counts as one, however large: where a leaf trades such a fact against another, the search stays
        // with the critical values of each, and a nearer pair between them may be left.
        const tradesNothing =
          (s.专利数 === 0 || s.软著数 === 0) && /软著数 [≥+] .*专利数|专利数 [≥+] .*软著数/.test(source);
        if (tradesNothing) return;
        const distances = found.slice(0, 1).map(({ facts }) => distanceTo(s, changedTo(s, facts)));
        expect(distances.map((each) => each.toFixed(9))).toEqual(found.slice(0, 1).map(() => nearest.toFixed(9)));
      }),
      { numRuns: 100 },
    );
  });
});

const series = fc.record({
  营收: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }),
  研发: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }),
  年限: fc.integer({ min: 0, max: 9 }),
});
const seriesLeaf = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((n) => `{ test: 上年(营收) ≥ ${n}万元 }`),
  fc.integer({ min: 1, max: 50 }).map((n) => `{ test: 近两年合计(研发) ≥ ${n}万元 }`),
  fc.integer({ min: 1, max: 99 }).map((n) => `{ test: 上年(研发) ÷ 上年(营收) ≥ ${n}% }`),
  fc.integer({ min: 1, max: 99 }).map((n) => `{ test: 近两年每年(研发 ÷ 营收 ≥ ${n}%) }`),
  fc.integer({ min: -50, max: 99 }).map((n) => `{ test: 增长率(营收) ≥ ${n}% }`),
  fc.integer({ min: 0, max: 60 }).map((n) => `{ test: 复合增长率(营收，2) ≥ ${n}% }`),
  fc.integer({ min: 0, max: 60 }).map((n) => `{ test: 平均增长率(营收，2) ≥ ${n}% }`),
  fc.integer({ min: 0, max: 14 }).map((n) => `{ test: 年限 ≥ ${n}年 }`),
  fc.integer({ min: 3, max: 14 }).map((n) => `{ test: 年限 ≤ ${n}年 }`),
  fc.integer({ min: 1, max: 90 }).map((n) => `{ test: 最小(上年(营收)，近两年均值(营收)) ≥ ${n}万元 }`),
);
const seriesCondition = fc.oneof(
  seriesLeaf,
  fc
    .tuple(fc.constantFrom('all', 'any'), fc.array(seriesLeaf, { minLength: 2, maxLength: 3 }))
    .map(([op, of]) => `{ ${op}: [ ${of.join(', ')} ] }`),
);

describe('the change search on series', () => {
  it('gives changes that the engine itself finds eligible at their filing, and never touches a closed year', () => {
    fc.assert(
      fc.property(seriesCondition, series, (source, { 营收, 研发, 年限 }) => {
        const byYear = (values: readonly number[]) =>
          Object.fromEntries(values.map((value, i) => [2023 + i, wan(value)]));
        const who = firm({ 营收: byYear(营收), 研发: byYear(研发), 年限: number(年限) });
        const book = bookOf(source);
        fc.pre(verdictOn(book, who, on) === 'ineligible');
        for (const change of changesIn(book, who)) {
          expect(verdictOn(book, applied(book, who, change), change.at)).toBe('eligible');
          expect(change.facts.length).toBeLessThanOrEqual(3);
          for (const { fact } of change.facts) expect(fact).not.toMatch(/@202[345]$/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('finds the least figure that is enough: a fen less is not', () => {
    fc.assert(
      fc.property(seriesLeaf, series, (source, { 营收, 研发, 年限 }) => {
        const byYear = (values: readonly number[]) =>
          Object.fromEntries(values.map((value, i) => [2023 + i, wan(value)]));
        const who = firm({ 营收: byYear(营收), 研发: byYear(研发), 年限: number(年限) });
        const book = bookOf(source);
        fc.pre(verdictOn(book, who, on) === 'ineligible');
        const [change] = changesIn(book, who);
        const [only, another] = change?.facts ?? [];
        fc.pre(change !== undefined && only !== undefined && another === undefined && only.how === 'effort');
        const held = change.assuming?.some(({ fact }) => fact === only.fact) ?? false;
        const definition = book.dictionary.facts.get(only.fact.split('@')[0] ?? '');
        const value = readShown(only.to);
        if (!definition || value.is !== 'number' || held) return;
        const base = definition.name === '营收' ? 营收[2] : 研发[2];
        const less = { is: 'number' as const, value: { n: value.value.n - 1n, d: 1n } };
        // What only has to be kept up is not the least that is enough.
        if (value.value.n === BigInt(base ?? 0) * 1_000_000n) return;
        const short = overlay(
          { firm: applied(book, who, change), subject: null },
          { fact: definition, year: 2026, value: less },
        ).firm;
        expect(verdictOn(book, short, change.at)).toBe('ineligible');
      }),
      { numRuns: 100 },
    );
  });
});
