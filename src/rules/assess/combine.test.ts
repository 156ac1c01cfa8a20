// The combination of a firm's entries: stacking rules of a rulebook applied to real results of the engine.
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import { date, day, firm, number, subject, text, toyBook, wan, type ToyFacts } from './toy-city.ts';
import type { Combination } from '#rules/evaluate/result.ts';
import type { Enterprise, Received } from '#rules/facts/enterprise.ts';
import { whole } from '#rules/exact/rational.ts';

const on = day('2026-05-06');
const fen = (amount: number): bigint => BigInt(amount) * 1_000_000n;

type Draft = {
  id: string;
  benefit: string;
  subject?: string;
  stacking?: string;
  competition?: string;
  eligible?: string;
};

const item = ({ id, benefit, subject: kind = 'enterprise', stacking, competition, eligible }: Draft): string =>
  `  - { id: toy/${id}, name: ${id}奖, kind: award, subject: ${kind}, theme: 甲, versions: [ { from: 2020-01-01, clause: c, ${eligible === undefined ? '' : `eligible: { test: ${eligible} }, `}benefit: ${benefit} } ]${stacking === undefined ? '' : `, stacking: [toy/${stacking}]`}${competition === undefined ? '' : `, competition: ${competition}`} }\n`;

const rule = (id: string, scope: string, how: string, rest = 'evidence: primary, enabled: 是, clause: c'): string =>
  `  - { id: toy/${id}, name: ${id}规则, scope: ${scope}, rule: ${how}, ${rest} }\n`;

const combination = (items: readonly Draft[], stacking: string, who: Enterprise): Combination =>
  assess(toyBook({ items: items.map(item).join(''), stacking }), who, on).combination;

const project = (name: string, facts: ToyFacts = {}) => subject('project', name, facts);
const person = (name: string, facts: ToyFacts = {}) => subject('person', name, facts);
const grant = (id: string, when: string, amount: number, who: string | null = null): Received => ({
  item: `toy/${id}`,
  date: day(when),
  amount: whole(fen(amount)),
  subject: who,
});

describe('stacking', () => {
  it('takes the higher of two subsidies for one project, project by project, and says why', () => {
    const found = combination(
      [
        { id: '甲', subject: 'project', benefit: '{ rate: 10%, of: 项目.设备额 }', stacking: '从高' },
        { id: '乙', subject: 'project', benefit: '{ amount: 30万元 }', stacking: '从高' },
      ],
      rule('从高', 'project', 'highest'),
      firm(
        {},
        {
          subjects: {
            project: [project('一号', { '项目.设备额': wan(200) }), project('二号', { '项目.设备额': wan(900) })],
          },
        },
      ),
    );
    expect(found.take).toEqual(['toy/乙@项目:一号', 'toy/甲@项目:二号']);
    expect(found.total.cash).toEqual({ low: fen(120), high: fen(120) });
    expect(found.leave).toEqual([
      { entry: 'toy/乙@项目:二号', because: '与「甲奖（二号）」同一项目从高，取 90万元（从高规则）' },
      { entry: 'toy/甲@项目:一号', because: '与「乙奖（一号）」同一项目从高，取 30万元（从高规则）' },
    ]);
  });

  it('applies no rule that is switched off, and a working rule of our own only when it is switched on', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', benefit: '{ amount: 20万元 }', stacking: '择一' },
      { id: '乙', benefit: '{ amount: 30万元 }', stacking: '择一' },
    ];
    const off = combination(
      drafts,
      rule('择一', 'enterprise', 'choose-one', 'evidence: primary, enabled: 否, clause: c'),
      firm({}),
    );
    expect(off.total.cash.low).toBe(fen(50));
    const assumed = rule('择一', 'enterprise', 'choose-one', 'evidence: assumption');
    expect(combination(drafts, assumed, firm({})).total.cash.low).toBe(fen(50));
    const switchedOn = rule('择一', 'enterprise', 'choose-one', 'evidence: assumption, enabled: 是');
    expect(combination(drafts, switchedOn, firm({})).take).toEqual(['toy/乙']);
  });

  it('takes no title or service, which exclude nothing, and leaves competitive entries out of the total', () => {
    const found = combination(
      [
        { id: '甲', benefit: '{ amount: 20万元 }' },
        { id: '乙', benefit: '{ none: 是 }' },
        { id: '丙', benefit: '{ amount: 70万元 }', competition: 'selected' },
        { id: '丁', benefit: '{ amount: 9万元, measure: tax }' },
      ],
      '  []\n',
      firm({}),
    );
    expect(found.take).toEqual(['toy/丁', 'toy/丙', 'toy/甲']);
    expect(found.total).toEqual({ cash: { low: fen(20), high: fen(20) }, tax: { low: fen(9), high: fen(9) } });
    expect(found.competition.cash).toEqual({ low: fen(70), high: fen(70) });
  });

  it('keeps what is not known out of the total and beside it', () => {
    const found = combination(
      [
        { id: '甲', benefit: '{ amount: 20万元 }', eligible: '专利数 ≥ 1' },
        { id: '乙', benefit: '{ amount: 30万元 }' },
      ],
      '  []\n',
      firm({}),
    );
    expect(found.take).toEqual(['toy/乙']);
    expect(found.couldAdd).toEqual(['toy/甲']);
    expect(found.potential.cash).toEqual({ low: 0n, high: fen(20) });
  });

  it('pays only the difference to earlier grants under top-up', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', benefit: '{ amount: 50万元 }', stacking: '补差' },
      { id: '乙', benefit: '{ amount: 20万元 }', stacking: '补差' },
    ];
    const topUp = rule('补差', 'enterprise', 'top-up');
    const before = [grant('乙', '2024-03-01', 20)];
    const found = combination(drafts, topUp, firm({}, { received: before }));
    expect(found.take).toEqual(['toy/甲']);
    expect(found.total.cash.low).toBe(fen(30));
    expect(found.leave[0]?.entry).toBe('toy/乙');
    // A grant that will only be received later does not count yet.
    const later = combination(drafts, topUp, firm({}, { received: [grant('乙', '2026-06-01', 20)] }));
    expect(later.total.cash.low).toBe(fen(50));
  });

  it('pays a thing only once', () => {
    const found = combination(
      [{ id: '甲', benefit: '{ amount: 50万元 }', stacking: '一次' }],
      rule('一次', 'enterprise', 'once'),
      firm({}, { received: [grant('甲', '2024-03-01', 50)] }),
    );
    expect(found.take).toEqual([]);
    expect(found.leave).toEqual([{ entry: 'toy/甲', because: '已于 2024-03-01 获得，同一企业只能享受一次' }]);
  });

  it('cuts a sum at a share of the project, less what was received for it', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', subject: 'project', benefit: '{ amount: 60万元 }', stacking: '封顶' },
      { id: '乙', subject: 'project', benefit: '{ amount: 50万元 }', stacking: '封顶' },
    ];
    const cap = rule('封顶', 'project', '{ sum-up-to: 项目.设备额 × 30% }');
    const who = (received: readonly Received[]): Enterprise =>
      firm({}, { subjects: { project: [project('一号', { '项目.设备额': wan(300) })] }, received });
    expect(combination(drafts, cap, who([])).total.cash).toEqual({ low: fen(90), high: fen(90) });
    const less = combination(drafts, cap, who([grant('甲', '2024-01-01', 40, '项目:一号')]));
    expect(less.total.cash.low).toBe(fen(50));
    expect(less.take).toHaveLength(1);
  });

  it('caps a year by the date that the rule names', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', subject: 'project', benefit: '{ amount: 60万元 }', stacking: '年封顶' },
    ];
    const cap = rule('年封顶', 'enterprise', '{ per-year-cap: { amount: 100万元, year-of: 项目.开工日期 } }');
    const started = (name: string, when: string) => project(name, { '项目.开工日期': date(when) });
    const found = combination(
      drafts,
      cap,
      firm(
        {},
        {
          subjects: {
            project: [started('一', '2024-02-01'), started('二', '2024-03-01'), started('三', '2025-01-01')],
          },
        },
      ),
    );
    expect(found.total.cash.low).toBe(fen(160));
  });

  it('caps the filing year where the rule names no date, less what was received in it', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', subject: 'project', benefit: '{ amount: 60万元 }', stacking: '年封顶' },
    ];
    const cap = rule('年封顶', 'enterprise', '{ per-year-cap: { amount: 100万元 } }');
    const who = (received: readonly Received[]): Enterprise =>
      firm({}, { subjects: { project: [project('一', {}), project('二', {})] }, received });
    expect(combination(drafts, cap, who([])).total.cash.low).toBe(fen(100));
    expect(combination(drafts, cap, who([grant('甲', '2026-01-01', 70)])).total.cash.low).toBe(fen(30));
    expect(combination(drafts, cap, who([grant('甲', '2025-12-31', 70)])).total.cash.low).toBe(fen(100));
  });

  it('caps a year by the filing date, and by a date that is derived', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', subject: 'project', benefit: '{ amount: 60万元 }', stacking: '年封顶' },
    ];
    const started = (name: string, when: string) => project(name, { '项目.开工日期': date(when) });
    const totalBy = (by: string): bigint => {
      const cap = rule('年封顶', 'enterprise', `{ per-year-cap: { amount: 100万元, year-of: ${by} } }`);
      const projects = [started('一', '2024-02-01'), started('二', '2024-07-01'), started('三', '2025-01-01')];
      return combination(drafts, cap, firm({}, { subjects: { project: projects } })).total.cash.low;
    };
    expect(totalBy('申报日')).toBe(fen(100));
    // Half a year on: 2024, 2025, 2025.
    expect(totalBy('项目.半年日')).toBe(fen(160));
    expect(totalBy('项目.开工日期')).toBe(fen(160));
    const cap = rule('年封顶', 'enterprise', '{ per-year-cap: { amount: 100万元, year-of: 项目.半年日 } }');
    const two = [started('一', '2024-02-01'), started('二', '2024-07-01')];
    expect(combination(drafts, cap, firm({}, { subjects: { project: two } })).total.cash.low).toBe(fen(120));
  });

  it('gives a household one allowance, and is careful where the household is not known', () => {
    const drafts: readonly Draft[] = [{ id: '甲', subject: 'person', benefit: '{ amount: 15万元 }', stacking: '一户' }];
    const one = rule('一户', 'household', 'choose-one');
    const home = (name: string, household: string) => person(name, { '人员.家庭': text(household) });
    const married = combination(
      drafts,
      one,
      firm({}, { subjects: { person: [home('张', 'A'), home('李', 'A'), home('王', 'B')] } }),
    );
    expect(married.total.cash).toEqual({ low: fen(30), high: fen(30) });
    expect(married.leave).toEqual([
      { entry: 'toy/甲@人员:李', because: '同类事项只能享受一次，已取「甲奖（张）」（一户规则）' },
    ]);
    const open = combination(drafts, one, firm({}, { subjects: { person: [home('张', 'A'), person('李')] } }));
    expect(open.total.cash).toEqual({ low: fen(15), high: fen(30) });
    expect(open.assumes).toEqual(['「甲奖（李）」的家庭未知，按「一户规则」最少为0元']);
  });

  it('takes what comes after only beside what comes first, or when that was received', () => {
    const drafts: readonly Draft[] = [
      { id: '甲', benefit: '{ amount: 5万元 }', eligible: '专利数 ≥ 1' },
      { id: '乙', benefit: '{ amount: 30万元 }', stacking: '先后' },
    ];
    const after = rule('先后', 'enterprise', '{ after: toy/甲 }');
    expect(combination(drafts, after, firm({ 专利数: number(1) })).take).toEqual(['toy/乙', 'toy/甲']);
    const without = combination(drafts, after, firm({ 专利数: number(0) }));
    expect(without.take).toEqual([]);
    expect(without.leave).toEqual([{ entry: 'toy/乙', because: '须先取得「甲奖」' }]);
    const had = combination(drafts, after, firm({ 专利数: number(0) }, { received: [grant('甲', '2023-01-01', 5)] }));
    expect(had.take).toEqual(['toy/乙']);
  });

  it('says that it knows of no earlier grants when the file does not say', () => {
    const drafts: readonly Draft[] = [{ id: '甲', benefit: '{ amount: 50万元 }', stacking: '一次' }];
    const found = combination(drafts, rule('一次', 'enterprise', 'once'), { ...firm({}), received: null });
    expect(found.assumes).toEqual(['没有已获资助的记录，按尚未获得计算']);
  });
});
