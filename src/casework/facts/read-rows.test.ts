// Rows that are to be recorded: each wrong one is told with its number, the field, what stands there and what should.
import { describe, expect, it } from 'vitest';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { readRows, type RowProblem } from './read-rows.ts';
import type { GivenFact } from './record.ts';
import { given, toyCode } from './toy-records.ts';

const isKnown = (code: string): boolean => code === toyCode;
const read = (...rows: readonly Partial<GivenFact>[]) => readRows(rows.map(given), toyDictionary, isKnown);

const project = { kind: 'project', name: '一号' } as const;

describe('a row that reads', () => {
  it('keeps the value as it was written, under the fact’s path, its year a number', () => {
    expect(
      read(
        { fact: 'revenue', period: '2025', value: ' 1,234.50元 ' },
        { about: project, fact: '项目.设备额', value: '5万元', enterprise: toyCode.toLowerCase() },
        { fact: '简称', value: '甲: [乙] # 丙' },
        { fact: '称号', value: '[{ 名称: 金星, 撤销日期: 无 }]' },
        { fact: 'Ⅰ类排名', value: '无' },
        { fact: '人员', value: '无' },
        { fact: '已获', value: '[{ item: x, date: 2024-01-15, amount: 50万元 }]' },
      ),
    ).toEqual({
      problems: [],
      good: [
        given({ fact: '营收', period: null, value: '1,234.50元' }),
        given({ about: project, fact: '项目.设备额', value: '5万元' }),
        given({ fact: '简称', value: '甲: [乙] # 丙' }),
        given({ fact: '称号', value: '[{ 名称: 金星, 撤销日期: 无 }]' }),
        given({ fact: 'Ⅰ类排名', value: '无' }),
        given({ fact: '人员', value: '无' }),
        given({ fact: '已获', value: '[{ item: x, date: 2024-01-15, amount: 50万元 }]' }),
      ].map((fact, n) => (n === 0 ? { ...fact, period: 2025 } : fact)),
    });
  });

  it('may leave the year of what is no series as an empty cell', () => {
    expect(read({ period: '  ' }).good).toMatchObject([{ period: null }]);
  });
});

describe('a row that does not read', () => {
  const cases: readonly (readonly [string, Partial<GivenFact>, Partial<RowProblem>])[] = [
    [
      'a code whose last character is wrong',
      { enterprise: toyCode.replace(/.$/, 'X') },
      { field: 'enterprise', code: 'bad-credit-code' },
    ],
    [
      'an enterprise that is not known',
      { enterprise: '91320600138738315N' },
      { field: 'enterprise', code: 'unknown-enterprise', found: '91320600138738315N' },
    ],
    ['a name that is no fact', { fact: '人头' }, { field: 'fact', code: 'unknown-name', found: '人头' }],
    [
      'a fact of another subject',
      { fact: '设备额' },
      { field: 'fact', code: 'unknown-name', remedy: '这是项目的事实，请写到项目里' },
    ],
    ['money without a unit', { fact: '利润', value: '50' }, { field: 'value', code: 'bare-money', found: '50' }],
    [
      'a number out of its bounds',
      { value: '-1人' },
      { field: 'value', code: 'out-of-bounds', found: '-1人', expected: '不小于 0人' },
    ],
    [
      'a choice that there is not',
      { fact: '行业', value: '教育' },
      { field: 'value', code: 'unknown-value', expected: '采矿业、制造业' },
    ],
    ['no value', { value: ' ' }, { field: 'value', code: 'empty-value' }],
    [
      'a series without a year',
      { fact: '营收', value: '1元' },
      { field: 'period', code: 'bare-series', expected: '四位年份' },
    ],
    [
      'a year that is none',
      { fact: '营收', value: '1元', period: '去年' },
      { field: 'period', code: 'bad-year', found: '去年' },
    ],
    ['a year for what has none', { period: '2025' }, { field: 'period', code: 'not-a-series' }],
    [
      'a list with a column that there is not',
      { fact: '称号', value: '[{ 名字: 金星 }]' },
      { field: 'value', code: 'unknown-column', found: '名字' },
    ],
    [
      'a list with a bracket too few',
      { fact: '称号', value: '[{ 名称: 金星' },
      { field: 'value', code: 'broken-yaml' },
    ],
    [
      'a project without a name',
      { about: { kind: 'project', name: ' ' }, fact: '设备额', value: '1元' },
      { field: 'about', code: 'wrong-subject' },
    ],
    [
      'an enterprise with one',
      { about: { kind: 'enterprise', name: '一号' } },
      { field: 'about', code: 'wrong-subject', found: '一号' },
    ],
    ['no source', { source: ' ' }, { field: 'source', code: 'empty-value' }],
    [
      'a character that no database keeps',
      { fact: '简称', value: '甲\u0000' },
      { field: 'value', code: 'control-character' },
    ],
    ['half a character', { source: '\ud800' }, { field: 'source', code: 'control-character' }],
    [
      'a text too long',
      { fact: '简称', value: '长'.repeat(20_001) },
      { field: 'value', code: 'too-long', found: '20001 字' },
    ],
    ['the name of the enterprise', { fact: 'name', value: '甲' }, { field: 'fact', code: 'kept-with-enterprise' }],
    [
      'the code of the enterprise',
      { fact: '统一社会信用代码', value: toyCode },
      { field: 'fact', code: 'kept-with-enterprise' },
    ],
    [
      'persons that are not none',
      { fact: '人员', value: '两个' },
      { field: 'value', code: 'wrong-shape', expected: '无' },
    ],
    [
      'a grant without its date',
      { fact: '已获', value: '[{ item: x, amount: 1元 }]' },
      { field: 'value', code: 'missing-key' },
    ],
  ];

  it.each(cases)('because of %s is told so', (_what, row, problem) => {
    const { good, problems } = read({}, row);
    // Row 1 is right; where row 2 speaks of the same, it is wrong by itself.
    expect(good).toHaveLength(1);
    expect(problems).toMatchObject([{ row: 2, ...problem }]);
  });

  it('for two reasons is told both', () => {
    expect(read({ enterprise: 'x', source: '' }).problems.map(({ field }) => field)).toEqual(['source', 'enterprise']);
  });

  it('because an earlier row says the same is the later one, by whatever name', () => {
    const { good, problems } = read(
      {},
      { fact: 'staff', value: '7人' },
      { fact: '年限', value: '3' },
      { value: '8人' },
    );
    expect(good.map(({ value }) => value)).toEqual(['100人', '3']);
    expect(problems).toMatchObject([
      { row: 2, code: 'duplicate-row', found: '7人', message: '与第 1 行说的是同一件事' },
      { row: 4, code: 'duplicate-row', found: '8人', message: '与第 1 行说的是同一件事' },
    ]);
  });
});
