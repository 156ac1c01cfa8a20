// Generated cases: what is tried around each threshold, and that a wrong engine would be noticed.
import { describe, expect, it } from 'vitest';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';
import { replaceEverywhere } from './everywhere.ts';
import { runGenerated } from './generate.ts';
import { toyVillage } from './toy-village.ts';

/** The village with one condition of the prize in the place of its own. */
const generatedFor = (test: string): readonly string[] => {
  const files = toyVillage.map((file) => ({
    ...file,
    text: file.text.replace('test: 比赛名次 ≤ 3, clause: a', `test: "${test}", clause: a`),
  }));
  const { rulebook, problems } = compilePacks(files, 'toy');
  if (rulebook === null) throw new Error(problems.map(printProblem).join('\n'));
  const book: Rulebook = rulebook;
  const results = runGenerated(book).filter(
    ({ place }) => place.line === book.items.get('bay/prize')?.versions[0]?.eligible?.place.line,
  );
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(results.every(({ generated }) => generated)).toBe(true);
  return results.map(({ title }) => title);
};

describe('generated cases', () => {
  it.each([
    ['比赛名次 ≤ 3', ['第2名', '第3名', '第4名', '无', '未知']],
    ['比赛名次 = 1', ['第1名', '第2名', '无', '未知']],
    ['比赛名次 = 无', ['无', '未知']],
    ['船员数 > 0', ['0人', '1人', '未知']],
    ['上年(渔获收入) ≥ 10万元', ['99,999.99元', '10万元', '100,000.01元', '未知']],
    ['前年(渔获收入) < 0.01元', ['0元', '0.01元', '0.02元', '未知']],
    ['注册日期 ≥ 2024-03-01', ['2024-02-29', '2024-03-01', '2024-03-02', '未知']],
    ['培育层级 低于 熟手', ['新手', '熟手', '船长', '未知']],
    ['有灯塔 = 否', ['是', '否', '未知']],
    ['船队规模 = 大', ['中', '大']],
    ['近两年每年(渔获收入 ≥ 1元)', ['0.99元', '1元', '1.01元', '未知']],
  ])('of %s', (test, values) => {
    expect(generatedFor(test).map((title) => title.split(' ').at(-1))).toEqual(values);
  });

  it('are made for each comparison of a condition, and for none that has no literal', () => {
    expect(generatedFor('船员数 ≥ 2人 且 有灯塔 = 是')).toHaveLength(7);
    expect(generatedFor('上年(渔获收入) ≥ 上年(网具支出)')).toEqual([]);
    expect(generatedFor('有灯塔')).toEqual([]);
  });

  it('fail when the engine compares in another order than the dictionary says', () => {
    const { rulebook } = compilePacks(toyVillage, 'toy');
    const gate = rulebook?.gates.get('bay/skilled');
    const levels = rulebook?.dictionary.facts.get('船队规模')?.type;
    if (!rulebook || !gate || levels?.kind !== 'ordered') throw new Error('the village has a gate and ordered sizes');
    const upsideDown = new Map<unknown, unknown>([[levels, { ...levels, values: levels.values.toReversed() }]]);
    const fact = rulebook.dictionary.facts.get('船队规模');
    // The fact itself keeps its order; only the type that the comparison carries is turned over.
    const broken = replaceEverywhere(gate, new Map([...upsideDown, [fact, fact]]));
    const book: Rulebook = { ...rulebook, gates: new Map([[gate.id, broken]]) };
    expect(runGenerated(rulebook).filter(({ passed }) => !passed)).toEqual([]);
    expect(
      runGenerated(book)
        .filter(({ passed }) => !passed)
        .map(({ title }) => title),
    ).toEqual(['船队规模 不低于 中，当 船队规模 小', '船队规模 不低于 中，当 船队规模 大']);
  });
});
