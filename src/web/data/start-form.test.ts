import { describe, expect, it } from 'vitest';
import type { FactView } from '#contract/catalogue.ts';
import { fieldsOf, fileOf } from './start-form.ts';

const fact = (path: string, kind: FactView['kind'], unit: string | null, yearly = false): FactView => ({
  path,
  name: path,
  key: path,
  en: path,
  subject: 'enterprise',
  kind,
  unit,
  values: [],
  labels: {},
  tree: null,
  yearly,
  none: false,
  derived: false,
  judged: false,
  note: null,
});

const facts = [
  fact('注册地', 'tree', null),
  fact('从事细分市场年限', 'number', '年'),
  fact('营业收入', 'money', null, true),
  fact('从业人员', 'integer', '人', true),
];

describe('the short form', () => {
  const fields = fieldsOf(facts, 2026);

  it('asks for the last complete years, and only for facts of the dictionary', () => {
    expect(fields.map(({ id }) => id)).toEqual([
      '注册地',
      '从事细分市场年限',
      '营业收入@2025',
      '营业收入@2024',
      '从业人员@2025',
    ]);
  });

  it('makes a file with units, and says nothing of what is left empty', () => {
    const filled = {
      name: ' 甲厂 ',
      creditCode: '',
      注册地: '南通市崇川区',
      从事细分市场年限: '3.5',
      '营业收入@2025': ' 6,000 ',
      '营业收入@2024': '',
      '从业人员@2025': '120',
    };
    expect(fileOf(fields, filled)).toEqual({
      name: '甲厂',
      facts: {
        注册地: '南通市崇川区',
        从事细分市场年限: '3.5年',
        营业收入: { 2025: '6000万元' },
        从业人员: { 2025: '120人' },
      },
    });
  });
});
