// Names that would make an expression ambiguous are found; names that only look like it are not.
import { expect, it } from 'vitest';
import { checkNames, type NameClash } from './names.ts';
import { parseExpression } from './parse.ts';
import { toyDictionary } from './toy-firm.ts';
import type { Dictionary, FactDefinition, ValueType } from '#rules/facts/dictionary.ts';

const define = (name: string, type: ValueType = { kind: 'boolean' }): FactDefinition => ({
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
});

const dictionaryOf = (facts: readonly FactDefinition[], more: Partial<Dictionary> = {}): Dictionary => ({
  facts: new Map(facts.map((fact) => [fact.path, fact])),
  byKey: new Map(),
  trees: new Map(),
  sets: new Map(),
  parameters: new Map(),
  ...more,
});

const clashes = (...names: readonly string[]): readonly NameClash[] =>
  checkNames(dictionaryOf(names.map((name) => define(name))));

it('finds nothing in a dictionary whose names stand apart', () => {
  expect(checkNames(toyDictionary)).toEqual([]);
});

it.each(['且', '上年', '无', '是', '当', '近两年合计', '申报日', '达到'])(
  'refuses «%s», a word of the language',
  (name) => {
    expect(clashes(name)).toEqual([{ name, kind: 'keyword', reading: name }]);
  },
);

it.each([
  [['有船', '有网', '有船且有网'], '有船 且 有网'],
  [['产量', '定额', '产量达到定额'], '产量 达到 定额'],
  [['有船', '非有船'], '非 有船'],
  [['有船', '有网', '有船或非有网'], '有船 或 非有网'],
  [['甲', '乙', '丙', '甲且乙且丙'], '甲 且 乙且丙'],
])('refuses the last of %j, which reads as an expression', (names, reading) => {
  expect(clashes(...names)).toEqual([{ name: names.at(-1), kind: 'cut', reading }]);
});

it.each([
  [['主导产品为新产品']],
  [['有船且有网']],
  [['不含税金额', '税金额']],
  [['限额标准以上', '限额标准']],
  [['成交量超过去年', '成交量']],
])('lets %j stand: not all of it is words', (names) => {
  expect(clashes(...names)).toEqual([]);
});

it('refuses a choice value that reads as an expression', () => {
  const type: ValueType = { kind: 'choice', values: ['有船', '有网', '有船或有网'] };
  expect(checkNames(dictionaryOf([define('家当', type)]))).toEqual([
    { name: '有船或有网', kind: 'cut', reading: '有船 或 有网' },
  ]);
});

it('lets a value with marks in it stand, because it is written in quotation marks', () => {
  const type: ValueType = { kind: 'choice', values: ['农、林、牧、渔业', '5G工厂', '有船 或 有网'] };
  expect(checkNames(dictionaryOf([define('行业', type)]))).toEqual([]);
});

it('refuses a fact that no expression could name', () => {
  expect(clashes('产量(合并)')).toEqual([{ name: '产量(合并)', kind: 'cut', reading: '产量 ( 合并 )' }]);
  expect(clashes('5G工厂')).toEqual([{ name: '5G工厂', kind: 'cut', reading: '5G工厂' }]);
});

it('refuses the second of two names that are one word after NFKC', () => {
  expect(clashes('Ⅰ类专利', 'I类专利')).toEqual([{ name: 'I类专利', kind: 'twin', reading: 'Ⅰ类专利' }]);
});

it('refuses a set that bears the name of a value', () => {
  const set = { name: '东岸', of: null, members: ['东岸'], unsettled: [], clause: null };
  const fact = define('岸', { kind: 'choice', values: ['东岸', '西岸'] });
  expect(checkNames(dictionaryOf([fact], { sets: new Map([['东岸', set]]) }))).toEqual([
    { name: '东岸', kind: 'twin', reading: '选项 东岸' },
  ]);
});

it('leaves a name that is no clash readable without spaces', () => {
  const dictionary = dictionaryOf([define('主导产品为新产品'), define('有网')]);
  const parsed = parseExpression(
    '主导产品为新产品且有网',
    { dictionary, subject: 'enterprise', bareSeries: false },
    'condition',
  );
  expect(parsed.ok && parsed.expression.kind).toBe('and');
});
