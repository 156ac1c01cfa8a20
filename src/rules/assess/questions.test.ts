// The order of the next questions, on an assessment of the toy city.
import { expect, it } from 'vitest';
import { assess } from './assess.ts';
import { day, firm, toyBook } from './toy-city.ts';

const on = day('2026-05-06');

const item = (id: string, eligible: string, benefit: string): string =>
  `  - { id: toy/${id}, name: ${id}, kind: award, subject: enterprise, theme: 甲, versions: [ { from: 2020-01-01, clause: c, eligible: ${eligible}, benefit: ${benefit} } ] }\n`;

it('asks first what decides alone, then what is worth most, then what decides most, then by the dictionary', () => {
  const book = toyBook({
    items: [
      item('a', '{ test: 专利数 ≥ 1 }', '{ amount: 10万元 }'),
      item('b', '{ all: [ { test: 高企 }, { test: 软著数 ≥ 1 } ] }', '{ amount: 80万元 }'),
      item('c', '{ all: [ { test: 高企 }, { test: 份额 ≥ 1% } ] }', '{ amount: 5万元, measure: tax }'),
      item('d', '{ test: 近两年合计(研发) ≥ 1万元 }', '{ none: 是 }'),
    ].join(''),
    gates:
      '  - { id: toy/g, name: 门槛, to: 铜星, new: { from: 2020-01-01 }, clause: c, require: { test: 软著数 ≥ 5 } }\n',
  });
  const { questions } = assess(book, firm({}), on);
  expect(questions).toEqual([
    { fact: '软著数', decides: 2, alone: 1, worth: { high: 80_000_000n } },
    { fact: '专利数', decides: 1, alone: 1, worth: { high: 10_000_000n } },
    { fact: '高企', decides: 2, alone: 0, worth: { high: 80_000_000n } },
    { fact: '研发@2024', decides: 1, alone: 0, worth: { high: 0n } },
    { fact: '研发@2025', decides: 1, alone: 0, worth: { high: 0n } },
    { fact: '份额', decides: 1, alone: 0, worth: { high: 0n } },
  ]);
});

it('puts an entry without an upper bound above every sum', () => {
  const book = toyBook({
    items: [
      item('a', '{ test: 专利数 ≥ 1 }', '{ rate: 10%, of: 上年(营收) }'),
      item('b', '{ test: 软著数 ≥ 1 }', '{ amount: 80000万元 }'),
    ].join(''),
  });
  const { questions } = assess(book, firm({}), on);
  expect(questions.map(({ fact, worth }) => [fact, worth.high])).toEqual([
    ['专利数', null],
    ['软著数', 80_000_000_000n],
  ]);
});

it('asks nothing that nobody can answer yet', () => {
  const book = toyBook({ items: item('a', '{ unpublished: 最低投资额, clause: c }', '{ amount: 1万元 }') });
  expect(assess(book, firm({}), on).questions).toEqual([]);
});
