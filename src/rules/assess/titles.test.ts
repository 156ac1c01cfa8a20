// Titles outside the ladder: who holds one, which gate leads to it, and how the growth plan and the questions use it.
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import { date, day, firm, flag, number, text, toyBook, type ToyFacts } from './toy-city.ts';
import type { Value } from '#rules/facts/enterprise.ts';

const on = day('2026-05-06');

const gates = `
  - id: toy/silver
    name: 银星条件
    to: 银星
    clause: c
    new: { from: 2020-01-01 }
    require: { all: [ { id: years, test: 年限 ≥ 3年 }, { id: high-tech, test: 高企 } ] }
  - id: toy/high-tech
    name: 高企认定
    to: 高企
    clause: c
    new: { from: 2020-01-01 }
    review: { from: 2020-01-01, to: 2025-12-31 }
    require: { all: [ { id: patents, test: 专利数 ≥ 3 }, { id: software, test: 软著数 ≥ 1 } ] }
`;
const book = toyBook({ gates, titles: '[高企]' });
const assessed = (facts: ToyFacts, at = on) => assess(book, firm({ 培育层级: text('铜星'), ...facts }), at);

const title = (name: string, more: { readonly [field: string]: Value } = {}): Value => ({
  is: 'rows',
  value: [new Map<string, Value>([['名称', text(name)], ['认定日期', date('2024-01-01')], ...Object.entries(more)])],
});

describe('a title outside the ladder', () => {
  it('stands beside the ladder and not in it', () => {
    const { ladder, titles } = assessed({ 年限: number(3), 高企: flag(false), 专利数: number(3), 软著数: number(0) });
    expect(ladder.gates.map(({ id }) => id)).toEqual(['toy/silver']);
    expect(titles).toMatchObject([
      { id: 'toy/high-tech', to: '高企', mode: 'new', held: false, verdict: 'ineligible', failing: ['software'] },
    ]);
    expect(titles[0]?.change.map(({ facts }) => facts.map(({ fact, to }) => [fact, to]))).toEqual([
      [['软著数', '1项']],
    ]);
  });

  it.each<[string, ToyFacts, boolean | null]>([
    ['as the fact says', { 高企: flag(true) }, true],
    [
      'as the fact says before what the list says',
      { 高企: flag(false), 称号: title('高企', { 有效期至: { is: 'none' }, 撤销日期: { is: 'none' } }) },
      false,
    ],
    ['as the list says', { 称号: title('高企', { 有效期至: date('2027-01-01'), 撤销日期: { is: 'none' } }) }, true],
    [
      'until its last day in the list',
      { 称号: title('高企', { 有效期至: date('2026-05-05'), 撤销日期: { is: 'none' } }) },
      false,
    ],
    ['in nobody’s knowledge', {}, null],
  ])('is held %s', (_, facts, held) => {
    expect(assessed(facts).titles.map((each) => each.held)).toEqual([held]);
  });

  it('is reviewed where it is held and there is a review, else judged as new', () => {
    const modes = (facts: ToyFacts, at: string) => assessed(facts, day(at)).titles.map(({ mode }) => mode);
    expect(modes({ 高企: flag(true) }, '2025-12-31')).toEqual(['review']);
    expect(modes({ 高企: flag(true) }, '2026-01-01')).toEqual(['new']);
    expect(modes({ 高企: flag(false) }, '2025-12-31')).toEqual(['new']);
    expect(modes({}, '2019-12-31')).toEqual([]);
  });

  it('is asked after only where it is not held', () => {
    const asked = (facts: ToyFacts) => assessed(facts).questions.map(({ fact }) => fact);
    expect(asked({ 年限: number(3), 高企: flag(false) })).toEqual(['专利数', '软著数']);
    expect(asked({ 年限: number(3), 高企: flag(true) })).toEqual([]);
  });
});

describe('the growth plan', () => {
  const plan = (facts: ToyFacts) => assessed(facts).plan.map(({ goal, condition, gap }) => [goal, condition, gap]);

  it('goes on with a title that the next level asks for', () => {
    expect(plan({ 年限: number(3), 高企: flag(false), 专利数: number(1), 软著数: number(1) })).toEqual([
      ['银星', 'high-tech', expect.stringContaining('高企')],
      ['高企', 'patents', '专利数 ≥ 3：现为 1项，差 2项'],
    ]);
  });

  it('says when the title only has to be applied for', () => {
    expect(plan({ 年限: number(3), 高企: flag(false), 专利数: number(3), 软著数: number(1) })).toEqual([
      ['银星', 'high-tech', expect.stringContaining('高企')],
      ['高企', null, '条件都已达到，可以申报'],
    ]);
  });

  it('leaves out a title that is held, or that nothing in the way asks for', () => {
    expect(plan({ 年限: number(2), 高企: flag(true), 专利数: number(1) }).map(([goal]) => goal)).toEqual(['银星']);
    expect(plan({ 年限: number(3), 高企: flag(true) })).toEqual([]);
  });
});
