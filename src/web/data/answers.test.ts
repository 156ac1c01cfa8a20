import { describe, expect, it } from 'vitest';
import type { FactView } from '#contract/catalogue.ts';
import { applyAnswers, canAnswer } from './answers.ts';

const fact = (path: string, key: string, part: Partial<FactView> = {}): FactView => ({
  path,
  name: path.split('.').at(-1) ?? path,
  key,
  en: key,
  subject: path.startsWith('项目.') ? 'project' : 'enterprise',
  kind: 'money',
  unit: null,
  values: [],
  labels: {},
  tree: null,
  yearly: false,
  none: false,
  derived: false,
  judged: false,
  note: null,
  ...part,
});

const facts = [
  fact('营业收入', 'revenue', { yearly: true }),
  fact('注册地', 'registeredIn'),
  fact('主导产品领域', 'productField', { kind: 'set' }),
  fact('项目.开工日期', 'startedOn'),
];

describe('answers put into a file', () => {
  it('stand beside the years that are there, under the key the file uses', () => {
    const file = { facts: { revenue: { 2022: '1万元' } } };
    expect(applyAnswers(file, { '营业收入@2023': '2万元' }, facts)).toEqual({
      facts: { revenue: { 2022: '1万元', 2023: '2万元' } },
    });
    expect(file).toEqual({ facts: { revenue: { 2022: '1万元' } } });
  });

  it('replace a value that was not exact enough, and keep several values as a list', () => {
    expect(
      applyAnswers(
        { facts: { 注册地: '南通市' } },
        { 注册地: '南通市崇川区', 主导产品领域: ['六基', '未来产业'] },
        facts,
      ),
    ).toEqual({
      facts: { 注册地: '南通市崇川区', 主导产品领域: ['六基', '未来产业'] },
    });
  });

  it('say that there are none of a kind', () => {
    expect(applyAnswers({ facts: {} }, { 项目: '无' }, facts)).toEqual({ facts: {}, projects: [] });
  });

  it('go to the only project, also under its Chinese key', () => {
    expect(
      applyAnswers({ facts: {}, projects: [{ name: '一', facts: {} }] }, { '项目.开工日期': '2024-01-15' }, facts),
    ).toEqual({
      facts: {},
      projects: [{ name: '一', facts: { 开工日期: '2024-01-15' } }],
    });
    const chinese = { facts: {}, 项目: [{ name: '一', facts: {} }] };
    expect(applyAnswers(chinese, { '项目.开工日期': '2024-01-15' }, facts)).toEqual({
      facts: {},
      项目: [{ name: '一', facts: { 开工日期: '2024-01-15' } }],
    });
  });

  it('are left out where it is not clear what they are about', () => {
    const two = {
      facts: {},
      projects: [
        { name: '一', facts: {} },
        { name: '二', facts: {} },
      ],
    };
    expect(canAnswer(two, '项目.开工日期')).toBe(false);
    expect(applyAnswers(two, { '项目.开工日期': '2024-01-15', 没有的事实: '1' }, facts)).toEqual(two);
  });

  it('can be given for a firm’s own facts and for lists of which nothing is known', () => {
    expect(canAnswer({ facts: {} }, '营业收入')).toBe(true);
    expect(canAnswer({ facts: {} }, '项目')).toBe(true);
    expect(canAnswer({ facts: {}, projects: [] }, '项目')).toBe(false);
  });
});
