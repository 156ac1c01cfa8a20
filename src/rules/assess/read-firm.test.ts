// What a firm's file must know of the rules: items that give grants, the filing date, and the levels of the ladder.
import { describe, expect, it } from 'vitest';
import { readFirmFor, readGivenFor } from './read-firm.ts';
import { day, toyBook } from './toy-city.ts';
import { readYaml } from '#rules/yaml/noted.ts';

const book = toyBook({
  items: `  - { id: toy/prize, name: 奖, kind: award, subject: enterprise, theme: 甲, versions: [ { from: 2020-01-01, clause: c, eligible: { test: 持有(「银星示范厂」) }, benefit: { amount: 10万元 } } ] }\n`,
});

const problems = (text: string, reader = readFirmFor, on: string | null = '2026-05-06'): readonly string[] => {
  const noted = readYaml(text, 'firm.yaml');
  if (!noted.ok || noted.value === null) throw new Error(text);
  const read = reader(noted.value, { book, on: on === null ? null : day(on) });
  return read.ok
    ? []
    : read.problems.map(
        ({ place, code, nearest }) => `${place.line}:${place.column} ${code}${nearest === null ? '' : ` ${nearest}`}`,
      );
};

describe('a grant that was received', () => {
  const grant = (item: string, date = '2026-05-06'): string =>
    `facts: {}\nreceived:\n  - { item: ${item}, date: ${date}, amount: 1万元 }`;

  it('names an item of these packs, or another programme by its name', () => {
    expect(problems(grant('toy/prize'))).toEqual([]);
    expect(problems(grant('toy/price'))).toEqual(['3:13 unknown-item toy/prize']);
    expect(problems(grant('toy/something-else'))).toEqual(['3:13 unknown-item']);
    expect(problems(grant('tyo/prize'))).toEqual(['3:13 unknown-item toy/prize']);
    expect(problems(grant('省级技术改造专项'))).toEqual([]);
    expect(problems(grant('other-city/aid'))).toEqual([]);
  });

  it('was not received after the filing date', () => {
    expect(problems(grant('toy/prize', '2026-05-07'))).toEqual(['3:30 received-later']);
    expect(problems(grant('toy/prize', '2026-05-07'), readFirmFor, null)).toEqual([]);
  });

  it('is read in a worked case in the same way', () => {
    const given = '已获: { 事项: toy/price, 日期: 2027-01-01, 金额: 1万元 }';
    expect(problems(given, readGivenFor)).toEqual(['1:11 unknown-item toy/prize', '1:26 received-later']);
  });
});

describe('a title', () => {
  const title = (name: string): readonly string[] => problems(`facts: { 称号: [ { 名称: ${name} } ] }`);

  it('is a level of the ladder, or one that the rules name', () => {
    for (const name of ['银星', '未入库', '银星示范厂', '高企']) expect(title(name)).toEqual([]);
  });

  it.each([
    ['银心', '银星'],
    ['国家级银星', '银星'],
    ['“银星”企业', '银星'],
    ['上海市银星', '银星'],
    ['未入', '未入库'],
  ])('like %s is taken for a slip of %s', (name, nearest) => {
    expect(title(name)).toEqual([`1:22 unknown-title ${nearest}`]);
  });

  it('of a lower level, or clearly different, is another title', () => {
    for (const name of ['县级银星', '玩具市银星', '绿色工厂', '隐形冠军']) expect(title(name)).toEqual([]);
  });

  it('is found under its key and in a worked case too', () => {
    expect(problems('{ facts: { titles: [ { 名称: 银心 } ] } }')).toEqual(['1:28 unknown-title 银星']);
    expect(problems('称号: [ { 名称: 银心 } ]', readGivenFor)).toEqual(['1:13 unknown-title 银星']);
  });

  it('stands beside the other mistakes of the file, in the order of their places', () => {
    const text = 'facts: { 称号: [ { 名称: 银心 } ], 没有这个: 1 }\nname: [ 1 ]';
    expect(problems(text).map((each) => each.split(' ')[1])).toEqual(['unknown-title', 'unknown-name', 'wrong-shape']);
  });
});
