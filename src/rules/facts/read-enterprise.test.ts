// Enterprise files and the given of worked cases: what they may say, and that every mistake is reported at its place at once.
import { describe, expect, it } from 'vitest';
import type { Enterprise } from './enterprise.ts';
import { readEnterprise, readGiven } from './read-enterprise.ts';
import { toyDictionary } from './toy-dictionary.ts';
import { whole } from '#rules/exact/rational.ts';
import { printProblem, type Checked } from '#rules/problem.ts';
import { readYaml } from '#rules/yaml/noted.ts';

const check = (text: string, reader: typeof readEnterprise): Checked<Enterprise> => {
  const yaml = readYaml(text, 'firm.yaml');
  if (!yaml.ok || yaml.value === null) throw new Error(`not YAML: ${text}`);
  return reader(yaml.value, toyDictionary);
};

const firmOf = (text: string, reader: typeof readEnterprise = readEnterprise): Enterprise => {
  const checked = check(text, reader);
  if (!checked.ok) throw new Error(checked.problems.map(printProblem).join('\n'));
  return checked.value;
};

const problemsOf = (text: string, reader: typeof readEnterprise = readEnterprise) => {
  const checked = check(text, reader);
  if (checked.ok) throw new Error('no problem was found');
  return checked.problems;
};

const codesOf = (text: string, reader: typeof readEnterprise = readEnterprise): string[] =>
  problemsOf(text, reader).map((p) => `${p.code}@${p.place.line}`);

const full = `
creditCode: 91320600138738315N
name: 四方科技集团股份有限公司
facts:
  注册日期: 2012-06-15
  营收: { 2019: 1175301034.32元, 2020: '1,103,203,106.18元' }
  level: 金星
  I类排名: 无
projects:
  - name: 三号车间
    facts: { 设备额: 500万元, startedOn: 2024-01-15 }
  - facts: { 设备额: 1亿元 }
persons: []
received:
  - { item: toy/award, date: 2023-05-01, amount: 20万元 }
  - { item: toy/equipment, date: 2023-06-01, amount: 5万元, subject: 三号车间 }
sources:
  - { fact: 营收, from: 2020年年度报告 }
  - { fact: revenue@2019, from: 2019年年度报告, note: 合并口径 }
`;

describe('an enterprise file', () => {
  it('names facts by Chinese name or by key, series by year, and keeps amounts exact', () => {
    const firm = firmOf(full);
    expect(firm.creditCode).toBe('91320600138738315N');
    expect(firm.name).toBe('四方科技集团股份有限公司');
    expect(firm.facts.single.get('层级')).toEqual({ is: 'text', value: '金星' });
    expect(firm.facts.single.get('Ⅰ类排名')).toEqual({ is: 'none' });
    expect(firm.facts.yearly.get('营收')).toEqual(
      new Map([
        [2019, { is: 'number', value: whole(117_530_103_432n) }],
        [2020, { is: 'number', value: whole(110_320_310_618n) }],
      ]),
    );
  });

  it('keeps the code and the name as facts too, so that they are asked once', () => {
    const firm = firmOf(full);
    expect(firm.facts.single.get('统一社会信用代码')).toEqual({ is: 'text', value: '91320600138738315N' });
    expect(firm.facts.single.get('企业名称')).toEqual({ is: 'text', value: '四方科技集团股份有限公司' });
    expect(firmOf('facts: { name: 甲公司, creditCode: 91320600138738315n }')).toMatchObject({
      name: '甲公司',
      creditCode: '91320600138738315N',
    });
  });

  it('tells a list that is empty from one that is not there', () => {
    const { subjects, received } = firmOf(full);
    expect(subjects.person).toEqual([]);
    expect(subjects.patent).toBeUndefined();
    expect(received).toHaveLength(2);
    expect(firmOf('name: 甲公司').received).toBeNull();
    expect(firmOf('received: []').received).toEqual([]);
    expect(firmOf('projects: 无').subjects.project).toEqual([]);
  });

  it('calls a subject without a name by its place in the list', () => {
    const projects = firmOf(full).subjects.project ?? [];
    expect(projects.map((project) => project.name)).toEqual(['三号车间', '2']);
    expect(projects[0]?.facts.single.get('项目.设备额')).toEqual({ is: 'number', value: whole(500_000_000n) });
    expect(projects[0]?.facts.single.get('项目.开工日期')).toEqual({ is: 'date', value: '2024-01-15' });
  });

  it('keeps grants with their subject, and sources with their year', () => {
    const { received, sources } = firmOf(full);
    expect(received?.[1]).toEqual({
      item: 'toy/equipment',
      date: '2023-06-01',
      amount: whole(5_000_000n),
      subject: '三号车间',
    });
    expect(sources).toEqual([
      { fact: '营收', year: null, from: '2020年年度报告', note: null },
      { fact: '营收', year: 2019, from: '2019年年度报告', note: '合并口径' },
    ]);
  });

  it('may say that nothing is known', () => {
    expect(firmOf('facts: {}')).toMatchObject({ creditCode: null, name: null });
    expect(firmOf('facts:').facts.single.size).toBe(0);
  });

  it('may be JSON', () => {
    const json = JSON.stringify({
      creditCode: '91320600138738315N',
      facts: { 营收: { '2020': '5万元' }, 人数: 300, 高新企业: true, 领域: ['新材料'] },
      projects: [{ name: '一', facts: { 设备额: '1元' } }],
    });
    const firm = firmOf(json);
    expect(firm.facts.single.get('人数')).toEqual({ is: 'number', value: whole(300) });
    expect(firm.facts.single.get('高新企业')).toEqual({ is: 'boolean', value: true });
    expect(firm.subjects.project?.[0]?.name).toBe('一');
  });

  it('reports every mistake at once, each at its line', () => {
    const text = [
      'creditCode: 913206001387383151', // wrong check digit
      'nmae: 甲公司',
      'facts:',
      '  营收: 5000万元', // a series needs years
      '  人数: -3',
      '  份额: 120%',
      '  设备额: 1元', // a project's fact
      '  注册日期:', // no value
      '  利润: { 2024: 1元 }', // not a series
      'projects: { 设备额: 1元 }', // a list is needed
      'received: [ { item: toy/award } ]',
      'sources: [ { fact: 营受, from: 年报 } ]',
    ].join('\n');
    expect(codesOf(text).toSorted()).toEqual(
      [
        'bad-credit-code@1',
        'unknown-key@2',
        'bare-series@4',
        'out-of-bounds@5',
        'out-of-bounds@6',
        'unknown-name@7',
        'empty-value@8',
        'not-a-series@9',
        'wrong-shape@10',
        'missing-key@11',
        'unknown-name@12',
      ].toSorted(),
    );
  });

  it('says what the right check digit is', () => {
    expect(problemsOf('creditCode: 913206001387383151')[0]).toMatchObject({ found: '913206001387383151' });
    expect(problemsOf('creditCode: 913206001387383151')[0]?.message).toContain('应为 N');
    expect(problemsOf('facts: { 统一社会信用代码: 913206001387383151 }')[0]?.code).toBe('bad-credit-code');
  });

  it('says where a stray or misspelt name belongs', () => {
    expect(problemsOf('nmae: 甲公司')[0]?.nearest).toBe('name');
    expect(problemsOf('人数: 3')[0]?.remedy).toBe('人数是事实，请写到 facts 里');
    expect(problemsOf('facts: { 设备额: 1元 }')[0]?.remedy).toBe('这是项目的事实，请写到项目里');
    expect(problemsOf('projects: [ { facts: { 人数: 3 } } ]')[0]?.remedy).toBe('这是企业的事实，请写到企业的事实里');
    expect(problemsOf('facts: { 营收@2024: 5元 }')[0]?.remedy).toBe('写成 营收: { 2024: … }');
    expect(problemsOf('facts: { 营收: 5万元 }')[0]?.remedy).toBe('写成 营收: { 2025: 5万元 }');
    expect(problemsOf('facts: { 注册曰期: 2012-06-15 }')[0]?.nearest).toBe('注册日期');
  });

  it.each([
    ['facts: { 人数: 3, staff: 3 }', ['duplicate-name@1']],
    ['creditCode: 91320600138738315N\nfacts: { creditCode: 91320600000000000T }', ['bad-credit-code@2']],
    ['name: 甲公司\nfacts: { 企业名称: 乙公司 }', ['contradiction@1']],
    ['facts: { 营收: { 1899: 5元 } }', ['bad-year@1']],
    ['facts: { 营收: { 2201: 5元 } }', ['bad-year@1']],
    ['facts: { 营收: { 去年: 5元 } }', ['bad-year@1']],
    ['facts: { 营收: { 2024: } }', ['empty-value@1']],
    ['facts: [ 1 ]', ['wrong-shape@1']],
    ['projects:', ['empty-value@1']],
    ['projects: [ 一号 ]', ['wrong-shape@1']],
    ['projects: [ { 设备额: 1元 } ]', ['unknown-key@1']],
    ['projects: [ { name: 一 }, { name: 一 } ]', ['duplicate-name@1']],
    ['received: [ { item: a, date: 2024-01-01, amount: 5 } ]', ['bare-money@1']],
    ['received: [ { item: a, date: 2024-01-01, amount: -5元 } ]', ['out-of-bounds@1']],
    ['received: [ { item: a, date: 2024-01-01, amount: 5元, toString: 1 } ]', ['unknown-key@1']],
    ['sources: 年报', ['wrong-shape@1']],
    ['sources: [ { fact: 营收 } ]', ['missing-key@1']],
    ['sources: [ { fact: 营收, year: 去年, from: 年报 } ]', ['bad-year@1']],
    ['- 1', ['wrong-shape@1']],
  ])('%s is refused', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('keeps the years that belong to a series within 1900 to 2200', () => {
    expect([...(firmOf('facts: { 营收: { 1900: 1元, 2200: 2元 } }').facts.yearly.get('营收')?.keys() ?? [])]).toEqual([
      1900, 2200,
    ]);
  });
});

describe('the given of a worked case', () => {
  const given = (text: string): Enterprise => firmOf(text, readGiven);

  it('names enterprise facts directly and other subjects under their Chinese name, one or a list', () => {
    const firm = given(
      '{ 层级: 金星, 项目: { 设备额: 500万元 }, 人员: [ { 名称: 张三, 学历: 硕士 }, { degree: 博士 } ], 专利: [] }',
    );
    expect(firm.facts.single.get('层级')).toEqual({ is: 'text', value: '金星' });
    expect(firm.subjects.project?.map((project) => project.name)).toEqual(['1']);
    expect(firm.subjects.person?.map((person) => person.name)).toEqual(['张三', '2']);
    expect(firm.subjects.person?.[1]?.facts.single.get('人员.学历')).toEqual({ is: 'text', value: '博士' });
    expect(firm.subjects.patent).toEqual([]);
    expect(firm.subjects.loan).toBeUndefined();
  });

  it('names received grants under 已获', () => {
    expect(given('{ 已获: [ { 事项: toy/award, 日期: 2023-05-01, 金额: 20万元 } ] }').received).toEqual([
      { item: 'toy/award', date: '2023-05-01', amount: whole(20_000_000n), subject: null },
    ]);
    expect(given('{ 已获: [] }').received).toEqual([]);
    expect(given('{}').received).toBeNull();
  });

  it('checks the credit code like an enterprise file does', () => {
    expect(given('{ 统一社会信用代码: 91320600138738315N }').creditCode).toBe('91320600138738315N');
    expect(codesOf('{ 统一社会信用代码: 91320600138738315M }', readGiven)).toEqual(['bad-credit-code@1']);
  });

  it.each([
    ['{ 项目: { 设备额: 5 } }', ['bare-money@1']],
    ['{ 项目: 一号 }', ['wrong-shape@1']],
    ['{ 项目: { 名称: 一 }, projects: [] }', ['duplicate-name@1']],
    ['{ 项木: { 设备额: 5元 } }', ['unknown-name@1']],
    ['{ 已获: 20万元 }', ['wrong-shape@1']],
    ['{ 已获: }', ['empty-value@1']],
    ['5', ['wrong-shape@1']],
  ])('%s is refused', (text, codes) => {
    expect(codesOf(text, readGiven)).toEqual(codes);
  });
});
