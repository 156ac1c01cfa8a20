// Writing a firm and reading it back gives the same firm; the text is the one that a person would write.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactDefinition, SubjectKind, ValueType } from './dictionary.ts';
import type { Enterprise, Facts, Row, Subject, Value } from './enterprise.ts';
import { readEnterprise } from './read-enterprise.ts';
import { toyDictionary } from './toy-dictionary.ts';
import { writeEnterprise } from './write-enterprise.ts';
import { fromDayNumber } from '#rules/exact/plain-date.ts';
import { rational, whole } from '#rules/exact/rational.ts';
import { printProblem } from '#rules/problem.ts';
import { readYaml } from '#rules/yaml/noted.ts';

const readBack = (text: string): Enterprise => {
  const yaml = readYaml(text, 'firm.yaml');
  if (!yaml.ok || yaml.value === null) throw new Error(`not YAML:\n${text}`);
  const firm = readEnterprise(yaml.value, toyDictionary);
  if (!firm.ok) throw new Error(`${firm.problems.map(printProblem).join('\n')}\n${text}`);
  return firm.value;
};

const dates = fc.integer({ min: 0, max: 30_000 }).map(fromDayNumber);
const words = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text && text !== ''),
  fc.constantFrom(
    '甲公司',
    '无',
    'null',
    '007',
    '2024-01-01',
    '是',
    'a: b',
    '# 号',
    '- 横',
    '"引"',
    '{',
    '5万元',
    '甲、乙',
  ),
);

const number = (value: fc.Arbitrary<bigint>, denominator = 1n): fc.Arbitrary<Value> =>
  value.map((n): Value => ({ is: 'number', value: rational(n, denominator) }));

const none = fc.constant<Value>({ is: 'none' });
const text = (values: readonly string[]): fc.Arbitrary<Value> =>
  (values.length === 0 ? words : fc.constantFrom(...values)).map((value): Value => ({ is: 'text', value }));

const valueOf = (type: ValueType): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case 'money':
      return number(fc.bigInt({ min: 0n, max: 10n ** 16n }));
    case 'ratio':
      return number(fc.bigInt({ min: 0n, max: 1_000_000n }), 1_000_000n);
    case 'number':
      return number(fc.bigInt({ min: 0n, max: 100_000_000n }), 1_000_000n);
    case 'integer':
      return number(fc.bigInt({ min: 0n, max: 10n ** 9n }));
    case 'rank':
      return fc.oneof(number(fc.bigInt({ min: 1n, max: 500n })), none);
    case 'date':
      return dates.map((value): Value => ({ is: 'date', value }));
    case 'boolean':
      return fc.boolean().map((value): Value => ({ is: 'boolean', value }));
    case 'choice':
    case 'ordered':
      // 无 alone means none, also where any text is a value.
      return text(type.values).filter((value) => value.is !== 'text' || value.value !== '无' || type.values.length > 0);
    case 'set':
      return fc.uniqueArray(fc.constantFrom(...type.values)).map((value): Value => ({ is: 'set', value }));
    case 'tree':
      return text(['甲省', '乙市', '丙区']);
    case 'text':
      return text([]);
    case 'list':
      return fc.array(rowOf(type.fields), { maxLength: 3 }).map((value): Value => ({ is: 'rows', value }));
    case 'duration':
      throw new Error('no fact is a duration');
  }
};

const rowOf = (fields: ReadonlyMap<string, ValueType>): fc.Arbitrary<Row> =>
  fc
    .tuple(...[...fields].map(([name, type]) => fc.option(valueOf(type).map((value) => [name, value] as const))))
    .map((cells) => new Map(cells.filter((cell) => cell !== null)));

const own = (kind: SubjectKind): readonly FactDefinition[] =>
  [...toyDictionary.facts.values()].filter(
    (fact) => fact.subject === kind && !['creditCode', 'name'].includes(fact.key),
  );

const factsOf = (kind: SubjectKind): fc.Arbitrary<Facts> => {
  const single = own(kind).filter((fact) => !fact.yearly);
  const yearly = own(kind).filter((fact) => fact.yearly);
  const years = (fact: FactDefinition) =>
    fc.dictionary(fc.integer({ min: 1900, max: 2200 }).map(String), valueOf(fact.type), { minKeys: 1, maxKeys: 3 });
  return fc
    .tuple(
      fc.tuple(...single.map((fact) => fc.option(valueOf(fact.type).map((value) => [fact.path, value] as const)))),
      fc.tuple(...yearly.map((fact) => fc.option(years(fact).map((all) => [fact.path, all] as const)))),
    )
    .map(([singles, series]) => ({
      single: new Map(singles.filter((each) => each !== null)),
      yearly: new Map(
        series.flatMap((each) =>
          each === null
            ? []
            : [[each[0], new Map(Object.entries(each[1]).map(([year, value]) => [Number(year), value]))]],
        ),
      ),
    }));
};

const projects = fc
  .uniqueArray(words, { maxLength: 2 })
  .chain((names) =>
    fc.tuple(...names.map((name) => factsOf('project').map((facts): Subject => ({ kind: 'project', name, facts })))),
  );

const received = fc.record({
  item: words,
  date: dates,
  amount: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(whole),
  subject: fc.option(words),
});

const firms: fc.Arbitrary<Enterprise> = fc.record({
  creditCode: fc.constant(null),
  name: fc.constant(null),
  facts: factsOf('enterprise'),
  subjects: fc.option(projects).map((project) => (project === null ? {} : { project })),
  received: fc.option(fc.array(received, { maxLength: 2 })),
  sources: fc.array(
    fc.record({
      fact: fc.constantFrom('营收', '项目.设备额'),
      year: fc.option(fc.integer({ min: 1900, max: 2200 })),
      from: words,
      note: fc.option(words),
    }),
    { maxLength: 2 },
  ),
});

describe('writing an enterprise', () => {
  it('and reading it gives the same firm', () => {
    fc.assert(
      fc.property(firms, (firm) => {
        expect(readBack(writeEnterprise(firm, toyDictionary))).toEqual(firm);
      }),
    );
  });

  it('and reading it keeps the code and the name', () => {
    const firm = readBack('creditCode: 91320600138738315N\nname: "甲公司: 一号"\n');
    expect(readBack(writeEnterprise(firm, toyDictionary))).toEqual(firm);
  });

  it('names facts in Chinese, in the order of the dictionary, and leaves out what is not known', () => {
    const firm = readBack(
      'name: 甲公司\nfacts: { staff: 1406, 营收: { 2020: "1,103,203,106.18元", 2019: 4亿元 }, 份额: 8.60%, I类排名: 无 }\nprojects: [ { name: 一号, facts: { 设备额: 500万元 } } ]\npersons: []\n',
    );
    expect(writeEnterprise(firm, toyDictionary)).toBe(
      [
        'name: 甲公司',
        'facts:',
        '  营收: { 2019: 4亿元, 2020: 1103203106.18元 }',
        '  人数: 1406人',
        '  份额: 8.6%',
        '  Ⅰ类排名: 无',
        'projects:',
        '  - { name: 一号, facts: { 设备额: 500万元 } }',
        'persons: []',
        '',
      ].join('\n'),
    );
  });
});
