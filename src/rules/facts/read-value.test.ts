// What may be written for a fact, what it is read as, and what a reader is told when it cannot be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from './format.ts';
import { readValue } from './read-value.ts';
import { toyDictionary } from './toy-dictionary.ts';
import type { Value } from './enterprise.ts';
import { rational, whole } from '#rules/exact/rational.ts';
import { printProblem, type Checked } from '#rules/problem.ts';
import { readYaml } from '#rules/yaml/noted.ts';

const factOf = (path: string) => {
  const fact = toyDictionary.facts.get(path);
  if (fact === undefined) throw new Error(`the toy dictionary has no ${path}`);
  return fact;
};

/** Reads `text` as the value of a key, so that it may be any YAML. */
const read = (path: string, text: string): Checked<Value> => {
  const yaml = readYaml(`key: ${text}`, 'toy.yaml');
  const entry = yaml.ok && yaml.value?.kind === 'map' ? yaml.value.entries[0] : undefined;
  if (!entry?.value) throw new Error(`not YAML: ${text}`);
  return readValue(entry.value, factOf(path), toyDictionary);
};

const valueOf = (path: string, text: string): unknown => {
  const checked = read(path, text);
  if (!checked.ok) throw new Error(checked.problems.map(printProblem).join('\n'));
  return checked.value.is === 'none' ? 'none' : checked.value.value;
};

const problemOf = (path: string, text: string) => {
  const checked = read(path, text);
  if (checked.ok) throw new Error(`${text} was read as ${formatValue(checked.value, factOf(path).type)}`);
  return checked.problems[0];
};

describe('money', () => {
  it.each([
    ['500万元', 500_000_000n],
    ['1.5亿元', 15_000_000_000n],
    ['1175301034.32元', 117_530_103_432n],
    ['1,175,301,034.32元', 117_530_103_432n],
    ['"１，１７５．３２元"', 117_532n],
    ['３００元', 30_000n],
    ['0.01元', 1n],
    ['-5万元', -5_000_000n],
    ['−5万元', -5_000_000n],
    ['12 千元', 1_200_000n],
    ['3百万元', 300_000_000n],
    ['1.2345678901亿元', 12_345_678_901n],
    ['0元', 0n],
    ['100000000000000元', 10_000_000_000_000_000n],
  ])('%s is exact in fen', (text, fen) => {
    expect(valueOf('利润', text)).toEqual(whole(fen));
  });

  it('without a unit is refused, and the message says what to write', () => {
    const problem = problemOf('利润', '5000000');
    expect(problem).toMatchObject({ code: 'bare-money', found: '5000000', remedy: '例如 500万元' });
    expect(problem?.message).toContain('金额要写单位');
    expect(problemOf('利润', '0')?.code).toBe('bare-money');
  });

  it.each([
    ['0.001元', 'too-many-decimals'],
    ['1.2345678万元', 'too-many-decimals'],
    ['100000000000000.01元', 'too-large'],
    ['-100000000000000.01元', 'too-large'],
    ['500美元', 'wrong-unit'],
    ['8%', 'wrong-unit'],
    ['1,17,5元', 'not-a-number'],
    ['1.2.3元', 'not-a-number'],
    ['五百万元', 'not-a-number'],
    ['1e6元', 'not-a-number'],
    ['无', 'none-not-allowed'],
    ['null', 'empty-value'],
    ['""', 'empty-value'],
    ['[ 1元 ]', 'wrong-shape'],
    ['{ a: 1元 }', 'wrong-shape'],
  ])('%s is refused', (text, code) => {
    expect(problemOf('利润', text)?.code).toBe(code);
  });

  it('in 万 without 元 is told what was probably meant', () => {
    expect(problemOf('利润', '500万')).toMatchObject({ code: 'wrong-unit', remedy: '写 500万元' });
  });

  it('that is 无 is told to write 0元 or to leave the line out', () => {
    expect(problemOf('利润', '无')?.remedy).toBe('没有发生就写 0元');
    expect(problemOf('利润', '~')?.remedy).toBe('不知道就删去这一行');
  });

  it('printed and read again is the same to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (fen) => {
        const value: Value = { is: 'number', value: whole(fen) };
        expect(valueOf('利润', formatValue(value, { kind: 'money' }))).toEqual(whole(fen));
      }),
    );
  });
});

describe('ratios', () => {
  it.each([
    ['8.6%', rational(86n, 1000n)],
    ['８．６％', rational(86n, 1000n)],
    ['100%', whole(1)],
    ['0.0001%', rational(1n, 1_000_000n)],
  ])('%s is exact', (text, value) => {
    expect(valueOf('份额', text)).toEqual(value);
  });

  it('without % is refused, and the message says what to write', () => {
    expect(problemOf('份额', '0.086')).toMatchObject({ code: 'bare-ratio', remedy: '写 8.6%' });
    expect(problemOf('份额', '8.6')).toMatchObject({ code: 'bare-ratio', remedy: '写 8.6%' });
    expect(problemOf('份额', '1')).toMatchObject({ code: 'bare-ratio', remedy: '写 100%' });
  });

  it('above 100 % are impossible for a share', () => {
    expect(problemOf('份额', '100.0001%')).toMatchObject({ code: 'out-of-bounds', expected: '0% 至 100%' });
    expect(problemOf('份额', '-1%')?.code).toBe('out-of-bounds');
  });

  it.each([
    ['8.6元', 'wrong-unit'],
    ['0.00001%', 'too-many-decimals'],
  ])('%s is refused', (text, code) => {
    expect(problemOf('份额', text)?.code).toBe(code);
  });
});

describe('counts and numbers', () => {
  it.each([
    ['人数', '300', whole(300)],
    ['人数', '300人', whole(300)],
    ['人数', '1,406人', whole(1406)],
    ['人数', '"300"', whole(300)],
    ['年限', '2.5年', rational(5n, 2n)],
    ['月数', '6个月', whole(6)],
    ['月数', '6月', whole(6)],
    ['指数', '99.999999', rational(99_999_999n, 1_000_000n)],
  ])('%s %s', (path, text, value) => {
    expect(valueOf(path, text)).toEqual(value);
  });

  it.each([
    ['人数', '300项', 'wrong-unit'],
    ['人数', '2.5', 'not-whole'],
    ['人数', '2.5人', 'not-whole'],
    ['人数', '-1', 'out-of-bounds'],
    ['人数', '无', 'none-not-allowed'],
    ['人数', '10000000000000001', 'too-large'],
    ['指数', '60分', 'wrong-unit'],
    ['指数', '80%', 'wrong-unit'],
    ['指数', '1.0000001', 'too-many-decimals'],
    ['指数', '100.000001', 'out-of-bounds'],
    ['年限', '10000000001', 'too-large'],
  ])('%s %s is refused', (path, text, code) => {
    expect(problemOf(path, text)?.code).toBe(code);
  });

  it('a negative headcount says what is possible', () => {
    expect(problemOf('人数', '-3')).toMatchObject({ found: '-3', expected: '不小于 0人' });
  });
});

describe('ranks', () => {
  it('are whole from 1, or 无', () => {
    expect(valueOf('Ⅰ类排名', '3')).toEqual(whole(3));
    expect(valueOf('Ⅰ类排名', '第3名')).toEqual(whole(3));
    expect(valueOf('Ⅰ类排名', '无')).toBe('none');
  });

  it.each(['0', '-1', '1.5', '前三', '03'])('%s is refused', (text) => {
    expect(problemOf('Ⅰ类排名', text)).toMatchObject({ code: 'bad-rank', expected: '从 1 起的整数，或 无' });
  });

  it('without a value say that 无 may be written', () => {
    expect(problemOf('Ⅰ类排名', 'null')?.remedy).toBe('不知道就删去这一行；没有就写 无');
  });
});

describe('dates', () => {
  it('are written year, month, day', () => {
    expect(valueOf('注册日期', '2024-01-15')).toBe('2024-01-15');
    expect(valueOf('注册日期', '２０２４-01-15')).toBe('2024-01-15');
    expect(valueOf('购房日', '无')).toBe('none');
  });

  it.each([
    ['2024/1/5', '写 2024-01-05'],
    ['2024年1月5日', '写 2024-01-05'],
    ['20240105', '写 2024-01-05'],
    ['2024-02-30', null],
    ['去年', null],
  ])('%s is refused with what was meant', (text, remedy) => {
    expect(problemOf('注册日期', text)).toMatchObject({ code: 'not-a-date', remedy });
  });

  it('of a fact that cannot be none refuse 无', () => {
    expect(problemOf('注册日期', '无')?.code).toBe('none-not-allowed');
  });
});

describe('words', () => {
  it.each([
    ['高新企业', '是', true],
    ['高新企业', '否', false],
    ['高新企业', 'true', true],
    ['行业', '制造业', '制造业'],
    ['简称', '随便什么', '随便什么'],
    ['层级', '无称号', '无称号'],
    ['注册地', '丙区', '丙区'],
    ['注册地', '甲省乙市丙区', '丙区'],
    ['企业名称', '无', '无'],
    ['企业名称', '"null"', 'null'],
  ])('%s %s', (path, text, value) => {
    expect(valueOf(path, text)).toBe(value);
  });

  it.each([
    ['高新企业', '有', 'not-a-boolean'],
    ['高新企业', '1', 'not-a-boolean'],
    ['高新企业', '无', 'none-not-allowed'],
    ['注册地', '丁区', 'unknown-value'],
  ])('%s %s is refused', (path, text, code) => {
    expect(problemOf(path, text)?.code).toBe(code);
  });

  it('that are slips come with the nearest word', () => {
    expect(problemOf('行业', '制照业')).toMatchObject({ nearest: '制造业', expected: '采矿业、制造业' });
    expect(problemOf('注册地', '甲省乙市内区')).toMatchObject({ nearest: '甲省乙市丙区' });
  });
});

describe('sets', () => {
  it.each([
    ['新材料', ['新材料']],
    ['[ 新材料, 其他 ]', ['新材料', '其他']],
    ['新材料、其他', ['新材料', '其他']],
    ['[]', []],
    ['无', []],
  ])('%s', (text, members) => {
    expect(valueOf('领域', text)).toEqual(members);
  });

  it.each([
    ['[ 新材料, 新才料 ]', 'unknown-value'],
    ['[ 新材料, 新材料 ]', 'duplicate-value'],
    ['[ [ 新材料 ] ]', 'wrong-shape'],
    ['{ 新材料: 是 }', 'wrong-shape'],
  ])('%s is refused', (text, code) => {
    expect(problemOf('领域', text)?.code).toBe(code);
  });
});

describe('lists of rows', () => {
  it('have typed columns; a column that is not there is unknown; a date may be 无', () => {
    const value = valueOf('称号', '[ { 名称: 银星, 撤销日期: 无 }, { 名称: 金星, 奖金: 5万元 } ]');
    expect(value).toEqual([
      new Map<string, Value>([
        ['名称', { is: 'text', value: '银星' }],
        ['撤销日期', { is: 'none' }],
      ]),
      new Map<string, Value>([
        ['名称', { is: 'text', value: '金星' }],
        ['奖金', { is: 'number', value: whole(5_000_000) }],
      ]),
    ]);
  });

  it('may be empty, or one row alone', () => {
    expect(valueOf('称号', '[]')).toEqual([]);
    expect(valueOf('称号', '无')).toEqual([]);
    expect(valueOf('称号', '{ 名称: 银星 }')).toHaveLength(1);
  });

  it('report every wrong cell at once, each at its place', () => {
    const checked = read('称号', '[ { 名称: 铜星, 奖金: 5 }, { 名子: 银星 }, 银星 ]');
    expect(checked.ok ? [] : checked.problems.map((p) => [p.code, p.place.column])).toEqual([
      ['unknown-value', 14],
      ['bare-money', 22],
      ['unknown-column', 29],
      ['wrong-shape', 39],
    ]);
  });

  it('name the column in the message and the nearest one', () => {
    expect(problemOf('称号', '[ { 奖金: 5 } ]')?.message).toContain('称号.奖金');
    expect(problemOf('称号', '[ { 名子: 银星 } ]')).toMatchObject({
      nearest: '名称',
      expected: '名称、撤销日期、奖金',
    });
    expect(problemOf('称号', '银星')?.code).toBe('wrong-shape');
  });
});

it('never throws, whatever is written', () => {
  const anything = fc.oneof(fc.string(), fc.constantFrom('1', '-', '%', '元', '1元', '无', '1,2', '.5%', '第名'));
  fc.assert(
    fc.property(fc.constantFrom(...toyDictionary.facts.keys()), anything, fc.boolean(), (path, text, quoted) => {
      const place = { file: 'toy.yaml', line: 1, column: 1 };
      const checked = readValue({ kind: 'scalar', text, quoted, place }, factOf(path), toyDictionary);
      expect(checked.ok || checked.problems.length > 0).toBe(true);
    }),
  );
});
