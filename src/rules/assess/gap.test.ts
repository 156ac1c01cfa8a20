// How a gap reads, form by form.
import { expect, it } from 'vitest';
import { gapOf } from './gap.ts';
import { day, firm, flag, number, toyBook, type ToyFacts } from './toy-city.ts';
import { evaluateGate } from '#rules/evaluate/gate.ts';

const scores = `  - { id: toy/s, name: 评分, clause: c, blocks: { 全部: [s1, s2] }, indicators: [
      { id: s1, name: 专利, max: 10, of: 专利数, at-least: { 5: 10, 1: 2 } },
      { id: s2, name: 软著, max: 6, of: 软著数, at-least: { 3: 6 } } ] }\n`;

const gap = (require: string, facts: ToyFacts): string => {
  const gates = `  - { id: toy/g, name: 门槛, to: 铜星, new: { from: 2020-01-01 }, clause: c, require: ${require} }\n`;
  const book = toyBook({ gates, scores });
  const gate = book.gates.get('toy/g');
  const traced = gate ? evaluateGate(book, gate, 'new', firm(facts), day('2026-05-06')).conditions : null;
  return traced === null ? '' : gapOf(traced);
};

it.each([
  ['{ test: 高企 }', {}, '高企：待补'],
  ['{ test: 高企 }', { 高企: flag(false) }, '高企：现为 否'],
  [
    '{ all: [ { test: 高企 }, { test: 专利数 ≥ 3 } ] }',
    { 专利数: number(1) },
    '高企：待补，并且专利数 ≥ 3：现为 1项，差 2项',
  ],
  ['{ not: { test: 失信 } }', { 失信: flag(true) }, '不得有：失信'],
  ['{ not: { test: 失信 } }', {}, '不得有：失信：待补 失信'],
  [
    '{ first: [ { when: { test: 高企 }, test: 专利数 ≥ 3 }, { test: 专利数 ≥ 5 } ] }',
    { 高企: flag(true), 专利数: number(1) },
    '专利数 ≥ 3：现为 1项，差 2项',
  ],
  [
    '{ first: [ { when: { test: 高企 }, test: 专利数 ≥ 3 }, { test: 专利数 ≥ 5 } ] }',
    { 专利数: number(4) },
    '专利数 ≥ 3 或 专利数 ≥ 5：待补 高企',
  ],
  [
    '{ disputed: [ { test: 专利数 ≥ 2 }, { test: 专利数 ≥ 4 } ] }',
    { 专利数: number(3) },
    '专利数 ≥ 2；专利数 ≥ 4：口径不一:不同来源的说法给出不同结论',
  ],
  ['{ unpublished: 最低投资额 }', {}, '最低投资额：最低投资额未公开'],
  ['{ score: toy/s, at-least: 8 }', { 专利数: number(1), 软著数: number(1) }, '评分总分 ≥ 8分：现为 2分，差 6分'],
  ['{ score: toy/s, at-least: 8 }', { 专利数: number(1) }, '评分总分 ≥ 8分：现为 2–8分，待补 软著数'],
])('%s', (require, facts: ToyFacts, sentence) => {
  expect(gap(require, facts).replace('口径不一：', '口径不一:')).toBe(sentence);
});
