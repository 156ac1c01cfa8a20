import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '#rules/yaml/noted.ts';
import { dataOf } from '#server/samples.ts';
import { asYaml } from './as-yaml.ts';

/** Everything as text: whether 7 is a number or text is for the fact's type to say. */
const asText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
  return String(value);
};

const readBack = (text: string): unknown => {
  const read = readYaml(text, 'x.yaml');
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join('\n'));
  return read.value === null ? {} : dataOf(read.value);
};

describe('a file as YAML', () => {
  it('is written as a person would', () => {
    const file = {
      creditCode: '91320600138738315N',
      name: '四方科技',
      facts: {
        营业收入: { 2019: '1175301034.32元', 2020: '1万元' },
        从业人员: { 2019: 1406 },
        称号: [{ 名称: '小巨人' }],
      },
      projects: [],
      sources: [{ fact: '营业收入', from: '2020年 年报' }],
    };
    expect(asYaml(file)).toBe(`creditCode: 91320600138738315N
name: 四方科技
facts:
  营业收入: { 2019: 1175301034.32元, 2020: 1万元 }
  从业人员: { 2019: 1406 }
  称号:
    - { 名称: 小巨人 }
projects: []
sources:
  - { fact: 营业收入, from: "2020年 年报" }
`);
  });

  it('keeps an all-digit text text', () => {
    expect(readBack(asYaml({ name: '123456', facts: { x: 7 } }))).toEqual({ name: '123456', facts: { x: 7 } });
  });

  it('reads back as the same data, whatever the text holds', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 12, unit: 'binary' })
      .filter(
        (text) =>
          text !== '__proto__' &&
          text.normalize('NFKC') === text &&
          !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u2028\u2029\ufeff]/u.test(text),
      );
    const scalar = fc.oneof(
      word,
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('true', 'null', '~', '是', '- a', '# b', 'a: b', '1.50', '{', '“”'),
    );
    const row = fc.dictionary(word, scalar, { minKeys: 1, maxKeys: 3 });
    const file = fc.record({
      name: scalar,
      facts: fc.dictionary(
        word,
        fc.oneof(scalar, row, fc.array(row, { minLength: 1 }), fc.array(scalar, { minLength: 1 })),
        { minKeys: 1, maxKeys: 5 },
      ),
    });
    fc.assert(
      fc.property(file, (data) => {
        expect(asText(readBack(asYaml(data)))).toEqual(asText(data));
      }),
    );
  });
});
