// The smallest change: by kind of fact, by date, and never a wrong one.
import { describe, expect, it } from 'vitest';
import { changesFor } from './change.ts';
import { gateTarget, itemTarget } from './target.ts';
import {
  date,
  day,
  firm,
  flag,
  number,
  percent,
  subject,
  text,
  toyBook,
  wan,
  type ToyFacts,
  type ToyParts,
} from './toy-city.ts';
import type { ChangeResult } from '#rules/evaluate/result.ts';
import { rational } from '#rules/exact/rational.ts';

const on = day('2026-05-06');

const itemWith = (eligible: string, rest = ''): string =>
  `  - { id: toy/x, name: 事项, kind: award, subject: enterprise, theme: 甲, versions: [ { from: 2020-01-01, clause: c, eligible: ${eligible}, benefit: { amount: 10万元 } } ]${rest} }\n`;

const found = (eligible: string, facts: ToyFacts, rest = '', parts: ToyParts = {}): readonly ChangeResult[] => {
  const book = toyBook({ ...parts, items: itemWith(eligible, rest) });
  const item = book.items.get('toy/x');
  if (!item) throw new Error('no item');
  const judged = { firm: firm(facts), subject: null };
  const setting = { book, firm: judged.firm, on, options: undefined };
  return changesFor(setting, itemTarget(setting, item, judged), judged);
};

const shown = (changes: readonly ChangeResult[]): readonly string[] =>
  changes.map(
    ({ at, facts }) => `${at} ${facts.map(({ fact, from, to }) => `${fact}:${from ?? '?'}→${to}`).join(' ')}`,
  );

const waysTo = (eligible: string, facts: ToyFacts, rest = '', parts: ToyParts = {}): readonly string[] =>
  shown(found(eligible, facts, rest, parts));

describe('what can change', () => {
  it('raises a level to the first that is enough', () => {
    expect(waysTo('{ test: 培育层级 ≥ 银星 }', { 培育层级: text('未入库') })).toEqual([
      '2026-05-06 培育层级:未入库→银星',
    ]);
  });

  it('never lowers what effort can only raise', () => {
    expect(waysTo('{ test: 培育层级 ≤ 铜星 }', { 培育层级: text('银星') })).toEqual([]);
    expect(waysTo('{ test: 专利数 ≤ 2 }', { 专利数: number(3) })).toEqual([]);
  });

  it('finds the exact threshold of a count, a ratio and money', () => {
    expect(waysTo('{ test: 专利数 ≥ 4 }', { 专利数: number(1) })).toEqual(['2026-05-06 专利数:1项→4项']);
    expect(waysTo('{ test: 专利数 > 4 }', { 专利数: number(1) })).toEqual(['2026-05-06 专利数:1项→5项']);
    expect(waysTo('{ test: 份额 > 10% }', { 份额: percent('8') })).toEqual(['2026-05-06 份额:8%→10.0001%']);
  });

  it('improves a rank downward, also from none', () => {
    expect(waysTo('{ test: 排名 ≤ 3 }', { 排名: number(7) })).toEqual(['2026-05-06 排名:第7名→第3名']);
    expect(waysTo('{ test: 排名 ≤ 3 }', { 排名: { is: 'none' } })).toEqual(['2026-05-06 排名:无→第3名']);
  });

  it('turns a no into a yes by effort, but never a known declaration', () => {
    expect(waysTo('{ test: 高企 }', { 高企: flag(false) })).toEqual(['2026-05-06 高企:否→是']);
    expect(waysTo('{ test: 失信 = 否 }', { 失信: flag(true) })).toEqual([]);
  });

  it('adds a declaration that is not known yet to what has to change', () => {
    expect(waysTo('{ all: [ { test: 高企 }, { test: 失信 = 否 } ] }', { 高企: flag(false) })).toEqual([
      '2026-05-06 高企:否→是 失信:?→否',
    ]);
  });

  it('changes nothing that would first have to be asked', () => {
    expect(waysTo('{ all: [ { test: 高企 }, { test: 专利数 ≥ 2 } ] }', { 高企: flag(false) })).toEqual([]);
  });

  it('moves to a place that the condition names, each place an alternative', () => {
    expect(waysTo('{ test: 注册地 属于 市区 }', { 注册地: text('南县') })).toEqual([
      '2026-05-06 注册地:南县→东区',
      '2026-05-06 注册地:南县→西区',
    ]);
  });

  it('gives nothing where a fact that never changes is in the way', () => {
    expect(
      waysTo('{ all: [ { test: 行业 = 制造 }, { test: 高企 } ] }', { 行业: text('采矿'), 高企: flag(false) }),
    ).toEqual([]);
  });

  it('gives every route of the fewest facts, the nearest first', () => {
    const routes =
      '{ any: [ { test: 专利数 ≥ 4 }, { test: 软著数 ≥ 6 }, { all: [ { test: 高企 }, { test: 专利数 ≥ 2 } ] } ] }';
    expect(waysTo(routes, { 专利数: number(2), 软著数: number(5), 高企: flag(false) })).toEqual([
      '2026-05-06 软著数:5项→6项',
      '2026-05-06 高企:否→是',
      '2026-05-06 专利数:2项→4项',
    ]);
  });

  it('changes up to three facts together, and never four', () => {
    const facts = { 培育层级: text('未入库'), 高企: flag(false), 专利数: number(1), 软著数: number(1) };
    const three = '{ test: 培育层级 ≥ 铜星 }, { test: 高企 }, { test: 专利数 ≥ 2 }';
    expect(waysTo(`{ all: [ ${three} ] }`, facts)).toEqual([
      '2026-05-06 培育层级:未入库→铜星 高企:否→是 专利数:1项→2项',
    ]);
    expect(waysTo(`{ all: [ ${three}, { test: 软著数 ≥ 2 } ] }`, facts)).toEqual([]);
  });

  it('keeps a value that another condition bounds above', () => {
    const both = '{ all: [ { test: 专利数 + 软著数 ≥ 10 }, { test: 专利数 ≤ 6 }, { test: 软著数 ≤ 7 } ] }';
    // Alone neither can: 8 is too many of either. Together any split of ten between 3 and 7 is as near; one is shown.
    expect(waysTo(both, { 专利数: number(2), 软著数: number(2) })).toEqual([
      '2026-05-06 专利数:2项→3项 软著数:2项→7项',
    ]);
    expect(waysTo(both, { 专利数: number(2), 软著数: number(1) })).toEqual([
      '2026-05-06 专利数:2项→6项 软著数:1项→4项',
    ]);
  });

  it('gives no answer rather than one it cannot be sure of, when there is too much to try', () => {
    const oneOf = (fact: string, count = 30): string =>
      `{ any: [ ${Array.from({ length: count }, (_, i) => `{ test: ${fact} = ${100 + 2 * i} }`).join(', ')} ] }`;
    const facts = { 专利数: number(1), 软著数: number(1) };
    // The last of 30 values each would do, but nothing says so before the other pairs are tried.
    const last = '{ test: 专利数 + 软著数 ≥ 316 }';
    expect(waysTo(`{ all: [ ${oneOf('专利数')}, ${oneOf('软著数')}, ${last} ] }`, facts)).toEqual([]);
    const few = `${oneOf('专利数', 3)}, ${oneOf('软著数', 3)}, { test: 专利数 + 软著数 ≥ 208 }`;
    expect(waysTo(`{ all: [ ${few} ] }`, facts)).toEqual(['2026-05-06 专利数:1项→104项 软著数:1项→104项']);
    expect(waysTo(`{ all: [ ${oneOf('专利数')}, { test: 软著数 ≥ 1 } ] }`, facts)).toEqual([
      '2026-05-06 专利数:1项→100项',
    ]);
  });

  it('reaches a score by the indicator that is nearest', () => {
    const scores = `  - { id: toy/s, name: 评分, clause: c, blocks: { 全部: [s1, s2] }, indicators: [
      { id: s1, name: 专利, max: 10, of: 专利数, at-least: { 5: 10, 3: 6, 1: 2 } },
      { id: s2, name: 软著, max: 6, of: 软著数, per: 2项, points: 2 } ] }\n`;
    const facts = { 专利数: number(2), 软著数: number(3) };
    expect(waysTo('{ score: toy/s, at-least: 8 }', facts, '', { scores })).toEqual([
      '2026-05-06 专利数:2项→3项',
      '2026-05-06 软著数:3项→6项',
    ]);
    expect(waysTo('{ score: toy/s, at-least: 13 }', facts, '', { scores })).toEqual([
      '2026-05-06 专利数:2项→5项 软著数:3项→4项',
    ]);
  });
});

describe('when it can change', () => {
  it('leaves closed years as they are: a series changes in the open year, for next year’s filing', () => {
    expect(waysTo('{ test: 上年(营收) ≥ 5000万元 }', { 营收: { 2025: wan(4000) } })).toEqual([
      '2027-01-01 营收@2026:?→5000万元',
    ]);
  });

  it('measures a change in an open year from the last known year', () => {
    const [change] = found('{ any: [ { test: 上年(营收) ≥ 5000万元 }, { test: 上年(研发) ≥ 300万元 } ] }', {
      营收: { 2025: wan(4000) },
      研发: { 2025: wan(200) },
    });
    expect(change?.facts[0]?.fact).toBe('营收@2026');
  });

  it('says what else it takes an open year to be', () => {
    const [change] = found('{ test: 上年(研发) ÷ 上年(营收) ≥ 3% }', {
      营收: { 2025: wan(4000) },
      研发: { 2025: wan(100) },
    });
    expect(change).toEqual({
      at: '2027-01-01',
      facts: [{ fact: '研发@2026', from: null, to: '120万元', how: 'effort', date: null }],
      assuming: [{ fact: '营收@2026', value: '4000万元', like: '营收@2025' }],
    });
  });

  it('keeps a known figure of the open year as what is changed', () => {
    expect(waysTo('{ test: 上年(营收) ≥ 5000万元 }', { 营收: { 2025: wan(4000), 2026: wan(4500) } })).toEqual([
      '2027-01-01 营收@2026:4500万元→5000万元',
    ]);
  });

  it('finds a growth rate to the fen', () => {
    // 5 % on 1,000,000.01 yuan is 1,050,000.0105 yuan: the next fen up.
    const facts = { 营收: { 2025: { is: 'number' as const, value: rational(100_000_001n, 1n) }, 2024: wan(100) } };
    expect(waysTo('{ test: 增长率(营收) ≥ 5% }', facts)).toEqual(['2027-01-01 营收@2026:?→1,050,000.02元']);
    // (v ÷ 100万)² … over two years from 2024: 1.05² × 100万 = 110.25万.
    expect(
      waysTo('{ test: 复合增长率(营收，2) ≥ 5% }', { 营收: { 2025: wan(90), 2024: wan(100), 2023: wan(100) } }),
    ).toEqual(['2027-01-01 营收@2026:?→110.25万元']);
  });

  it('looks at every year of a window', () => {
    const facts = { 营收: { 2025: wan(1000), 2024: wan(1000) }, 研发: { 2025: wan(40), 2024: wan(10) } };
    const [change] = found('{ test: 近两年每年(研发 ÷ 营收 ≥ 3%) }', facts);
    // 2024 fails, 2025 holds: in 2027 the window is 2025 and 2026, and it is enough to keep both up.
    expect(change?.at).toBe('2027-01-01');
    expect(change?.facts.map(({ fact, to }) => `${fact}→${to}`)).toEqual(['营收@2026→1000万元', '研发@2026→40万元']);
  });

  it('gives the date on which a time fact is far enough', () => {
    const [change] = found('{ test: 年限 ≥ 10年 }', { 年限: number(8) });
    expect(change).toEqual({
      at: '2028-01-01',
      facts: [{ fact: '年限', from: '8年', to: '10年', how: 'time', date: '2028-01-01' }],
    });
    expect(waysTo('{ test: 年限 ≥ 3年 }', { 年限: number(rational(5n, 2n)) })).toEqual(['2027-01-01 年限:2.5年→3.5年']);
  });

  it('does not promise what the passing of time takes away', () => {
    const both = '{ all: [ { test: 上年(营收) ≥ 5000万元 }, { test: 年限 ≤ 5年 } ] }';
    expect(waysTo(both, { 营收: { 2025: wan(4000) }, 年限: number(5) })).toEqual([]);
    expect(waysTo(both, { 营收: { 2025: wan(4000) }, 年限: number(4) })).toEqual(['2027-01-01 营收@2026:?→5000万元']);
  });

  it('waits for a date where only time has to pass', () => {
    const [change] = found('{ test: 满(注册日期，2年) }', { 注册日期: date('2024-08-01') });
    expect(change).toEqual({
      at: '2027-01-01',
      facts: [{ fact: '申报日', from: '2026-05-06', to: '2027-01-01', how: 'time', date: '2027-01-01' }],
    });
  });

  it('files in the next window', () => {
    const window = ', procedure: { kind: apply, window: { from: 03-15, to: 04-15 } }';
    expect(waysTo('{ test: 高企 }', { 高企: flag(false) }, window)).toEqual(['2027-03-15 高企:否→是']);
    const open = ', procedure: { kind: apply, window: { from: 05-01, to: 06-01 } }';
    expect(waysTo('{ test: 高企 }', { 高企: flag(false) }, open)).toEqual(['2026-05-06 高企:否→是']);
    expect(waysTo('{ test: 上年(营收) ≥ 5000万元 }', { 营收: { 2025: wan(4000) } }, open)).toEqual([
      '2027-05-01 营收@2026:?→5000万元',
    ]);
    // 2027 has no 29 February: the window opens on the last day of that month.
    const leap = ', procedure: { kind: apply, window: { from: 02-29, to: 03-31 } }';
    expect(waysTo('{ test: 高企 }', { 高企: flag(false) }, leap)).toEqual(['2027-02-28 高企:否→是']);
  });

  it('follows a derived fact to what it is computed from', () => {
    expect(waysTo('{ test: 规模 = 大 }', { 营收: { 2025: wan(20000) } })).toEqual(['2027-01-01 营收@2026:?→4亿元']);
    // A ratio of two figures that effort has no direction for cannot be planned.
    expect(waysTo('{ test: 上年(负债率) ≤ 50% }', { 负债: { 2025: wan(60) }, 资产: { 2025: wan(100) } })).toEqual([]);
  });
});

describe('subjects and gates', () => {
  it('changes a fact of the project that is judged', () => {
    const book = toyBook({
      items: `  - { id: toy/p, name: 补助, kind: subsidy, subject: project, theme: 甲, versions: [ { from: 2020-01-01, by: 项目.开工日期, clause: c, applies: { test: 项目.类型 = 改造 }, eligible: { test: 项目.设备额 ≥ 500万元 }, benefit: { rate: 10%, of: 项目.设备额 } } ] }\n`,
    });
    const item = book.items.get('toy/p');
    if (!item) throw new Error('no item');
    const project = subject('project', '三号', {
      '项目.类型': text('改造'),
      '项目.设备额': wan(400),
      '项目.开工日期': date('2025-01-01'),
    });
    const judged = { firm: firm({}, { subjects: { project: [project] } }), subject: project };
    const setting = { book, firm: judged.firm, on, options: undefined };
    expect(shown(changesFor(setting, itemTarget(setting, item, judged), judged))).toEqual([
      '2026-05-06 项目.设备额:400万元→500万元',
    ]);
  });

  it('goes by the version that the date picks, derived or not, and plans nothing where there may be none', () => {
    const versions = (by: string): string =>
      `[ { from: 2020-01-01, to: 2024-12-31, by: ${by}, clause: c, eligible: { test: 项目.设备额 ≥ 500万元 }, benefit: none }, { from: 2025-01-01, by: ${by}, clause: c, eligible: { test: 项目.设备额 ≥ 800万元 }, benefit: none } ]`;
    const planned = (by: string, facts: ToyFacts): readonly string[] => {
      const book = toyBook({
        items: `  - { id: toy/p, name: 补助, kind: subsidy, subject: project, theme: 甲, versions: ${versions(by)} }\n`,
      });
      const item = book.items.get('toy/p');
      if (!item) throw new Error('no item');
      const project = subject('project', '三号', { '项目.设备额': wan(400), ...facts });
      const judged = { firm: firm({}, { subjects: { project: [project] } }), subject: project };
      const setting = { book, firm: judged.firm, on, options: undefined };
      return shown(changesFor(setting, itemTarget(setting, item, judged), judged));
    };
    const first = ['2026-05-06 项目.设备额:400万元→500万元'];
    const second = ['2026-05-06 项目.设备额:400万元→800万元'];
    expect(planned('项目.开工日期', { '项目.开工日期': date('2024-06-30') })).toEqual(first);
    // Half a year on it is 2024-12-30 and 2025-01-01.
    expect(planned('项目.半年日', { '项目.开工日期': date('2024-06-30') })).toEqual(first);
    expect(planned('项目.半年日', { '项目.开工日期': date('2024-07-01') })).toEqual(second);
    expect(planned('项目.半年日', { '项目.开工日期': date('2019-06-30') })).toEqual([]);
    expect(planned('项目.半年日', {})).toEqual([]);
    expect(planned('项目.验收日期', { '项目.验收日期': { is: 'none' } })).toEqual([]);
    expect(planned('项目.验收日期', { '项目.验收日期': date('2025-01-01') })).toEqual(second);
  });

  it('plans for the rule that will be in force, and for none when it will not be', () => {
    const gates = (to: string): string =>
      `  - { id: toy/g, name: 门槛, to: 银星, new: { from: 2020-01-01, to: ${to} }, clause: c, require: { test: 上年(营收) ≥ 5000万元 } }\n`;
    const planned = (to: string): readonly string[] => {
      const book = toyBook({ gates: gates(to) });
      const gate = book.gates.get('toy/g');
      if (!gate) throw new Error('no gate');
      const judged = { firm: firm({ 营收: { 2025: wan(4000) } }), subject: null };
      const setting = { book, firm: judged.firm, on, options: undefined };
      return shown(changesFor(setting, gateTarget(setting, gate, 'new'), judged));
    };
    expect(planned('2026-12-31')).toEqual([]);
    expect(planned('2030-12-31')).toEqual(['2027-01-01 营收@2026:?→5000万元']);
  });
});
