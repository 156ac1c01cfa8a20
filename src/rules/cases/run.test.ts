// Worked cases on a toy village: every kind of case, what a difference says, and that a case that cannot be run has failed.
import { describe, expect, it } from 'vitest';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';
import { runAll, runCases } from './run.ts';
import { calendarCases, gateCases, itemCases } from './toy-cases.ts';
import { toyVillage } from './toy-village.ts';

const compiled = compilePacks(toyVillage, 'toy');
if (compiled.rulebook === null) throw new Error(compiled.problems.map(printProblem).join('\n'));
const book: Rulebook = compiled.rulebook;

const file = (text: string) => ({ path: 'bay/cases/toy.yaml', text: text.trimStart() });

/** The differences of each case, or the problems of the file. */
const differences = (text: string): readonly string[] => {
  const { results, problems } = runCases(book, file(text));
  return [...problems.map(printProblem), ...results.flatMap((result) => result.differences)];
};

describe('worked cases', () => {
  it.each([
    ['items', itemCases],
    ['gates, scores and derived facts', gateCases],
    ['deadlines', calendarCases],
  ])('of %s agree with the engine', (_, text) => {
    expect(differences(text)).toEqual([]);
  });

  it('are counted one by one, with their place', () => {
    const { results, problems } = runCases(book, file(calendarCases));
    expect(problems).toEqual([]);
    expect(results.map(({ title, place, passed }) => [title, place.line, passed])).toEqual([
      ['节前受理', 1, true],
      ['三个月后是假日，顺延', 2, true],
      ['十五天后是假日，顺延', 3, true],
      ['一年后还没有日历，暂定', 4, true],
    ]);
  });

  it('judge a whole firm, by its file or by its given', () => {
    const firm =
      '{ projects: [ { name: 一号, facts: { 船型: 机船, 造船款: 50万元, 下水日期: 2022-01-01 } } ], facts: { 培育层级: 熟手, 比赛名次: 1 } }';
    const expected = '{ take: [ bay/boat@一号, bay/prize ], leave: [], total: 8万元, level: 熟手, next: 船长 }';
    expect(
      differences(`- { title: 组合, assess: true, on: 2024-06-01, enterprise: ${firm}, expect: ${expected} }`),
    ).toEqual([]);
    const given = '{ 比赛名次: 1, 项目: [] }';
    expect(
      differences(
        `- { title: 组合, assess: true, on: 2024-06-01, given: ${given}, expect: { total: { cash: 3万元, tax: 0 }, could-add: [] } }`,
      ),
    ).toEqual([]);
  });

  it('expect of a score one number, or its two ends', () => {
    const score = (expected: string) =>
      `- { title: 分, score: bay/skill, on: 2024-01-01, given: { 网具支出: { 2023: 1万元 }, 渔获收入: { 2023: 10万元 }, 比赛名次: 1, 有灯塔: 否, 船员数: 1 }, expect: ${expected} }`;
    // 10 % of the catch for nets: 5; the first place: 4; nothing else.
    expect(differences(score('9'))).toEqual([]);
    expect(differences(score('{ low: 9, high: 9 }'))).toEqual([]);
    expect(differences(score('8'))).toEqual(['score：期望 8，得到 9']);
    expect(differences(score('8..9'))).toHaveLength(1);
  });

  it('say what the combination leaves out, and why', () => {
    const given = '{ 培育层级: 熟手, 项目: { 名称: 一号, 船型: 机船, 造船款: 50万元, 下水日期: 2022-01-01 } }';
    const assess = (leave: string) =>
      `- { title: 组合, assess: true, on: 2024-06-01, accept: draft, given: ${given}, expect: { take: [ bay/boat@一号 ], leave: ${leave}, total: 5万元 } }`;
    expect(differences(assess('[ bay/sail@一号 ]'))).toEqual([]);
    expect(differences(assess('[ { entry: bay/sail@一号, because: 同一条船从高 } ]'))).toEqual([]);
    expect(differences(assess('[ { entry: bay/sail@一号, because: 去年已经领过 } ]'))).toHaveLength(1);
    expect(differences(assess('[]'))).toHaveLength(1);
  });

  it('name an entry by its subject with or without the kind', () => {
    const given = '{ 培育层级: 熟手, 项目: { 名称: 一号, 船型: 机船, 造船款: 50万元, 下水日期: 2022-01-01 } }';
    const assess = (leave: string) =>
      `- { title: 组合, assess: true, on: 2024-06-01, accept: draft, given: ${given}, expect: { take: [ bay/boat@项目:一号 ], leave: ${leave} } }`;
    expect(differences(assess('[ bay/sail@项目:一号 ]'))).toEqual([]);
    expect(differences(assess('[ { entry: bay/sail@项目:一号, because: 同一条船从高 } ]'))).toEqual([]);
    expect(differences(assess('[ bay/sail@人员:一号 ]'))).toHaveLength(1);
    expect(differences(assess('[ bay/sayl@一号 ]')).join()).toContain('没有叫「bay/sayl」的事项');
    expect(differences(assess('[ { entry: bay/sayl@一号 } ]')).join()).toContain('没有叫「bay/sayl」的事项');
  });

  it('may give a derived fact outright: what is given goes before the derivation', () => {
    const fact =
      '- { title: 规模, fact: 船队规模, on: 2025-01-01, given: { 船队规模: 大, 船员数: 1 }, expect: { value: 大 } }';
    expect(differences(fact)).toEqual([]);
  });

  it('may stand under cases', () => {
    expect(
      differences(
        'cases:\n  - { title: 奖, item: bay/prize, on: 2024-01-01, given: { 比赛名次: 1 }, expect: { amount: 3万元 } }',
      ),
    ).toEqual([]);
  });

  it('take a series name for any of its years, and nothing more', () => {
    const gate = (missing: string) =>
      `- { title: 缺, gate: bay/skilled, on: 2025-06-01, given: { 比赛名次: 1, 船员数: 3, 有灯塔: 是 }, expect: { missing: ${missing} } }`;
    expect(differences(gate('[ 渔获收入, 网具支出 ]'))).toEqual([]);
    expect(differences(gate('[ 渔获收入@2024, nets@2024 ]'))).toEqual([]);
    expect(differences(gate('[ 渔获收入@2023, 网具支出 ]'))).toHaveLength(1);
    expect(differences(gate('[ 渔获收入 ]'))).toHaveLength(1);
    expect(differences(gate('[ 渔获收入, 网具支出, 船员数 ]'))).toHaveLength(1);
  });
});

describe('a difference', () => {
  const prize = (expected: string) =>
    `- { title: 奖, item: bay/prize, on: 2024-01-01, given: { 比赛名次: 2 }, expect: { ${expected} } }`;

  it.each([
    ['verdict: ineligible', 'verdict：期望 ineligible，得到 eligible'],
    ['amount: 3万元', 'amount：期望 3万元，得到 1万元'],
    ['amount: { low: 0, high: 无上限 }', 'amount：期望 0元 以上，得到 1万元'],
    ['amount: { low: 0, high: 10000.01元 }', 'amount：期望 0元 至 10,000.01元，得到 1万元'],
    ['applies: false', 'applies：期望 false，得到 true'],
    ['failing: [ prize-place ]', 'failing：期望 [ prize-place ]，得到 []'],
    ['missing: [ 船员数 ]', 'missing：期望 [ 船员数 ]，得到 []'],
    ['reasons: [ disputed ]', 'reasons：期望 [ disputed ]，得到 []'],
    ['evidence: seed', 'evidence：期望 seed，得到 primary'],
    ['unsettled: [ 发票 ]', 'unsettled：期望 [ 发票 ]，得到 []'],
    ['window: open', 'window.state：期望 open，得到 unknown'],
    ['steps: [ 2万元 ]', 'steps：期望 [ 2万元 ]，得到 [ 1万元 ]'],
  ])('in %s says what was expected and what came', (expected, line) => {
    expect(differences(prize(expected))).toEqual([line]);
  });

  it('is one line for each key, in one result', () => {
    const { results } = runCases(book, file(prize('verdict: ineligible, amount: 3万元')));
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      passed: false,
      generated: false,
      differences: [{}, {}].map(() => expect.any(String)),
    });
  });

  it.each([
    [
      '- { title: 评, gate: bay/skilled, on: 2025-06-01, given: { 比赛名次: 1 }, expect: { score: { low: 4, high: 12 } } }',
      'score：期望 4 至 12，得到 4 至 11',
    ],
    [
      '- { title: 评, gate: bay/skilled, on: 2021-06-01, given: {}, expect: { score: 4 } }',
      'score：期望 有评分，得到 没有评分',
    ],
    [
      '- { title: 评, score: bay/skill, on: 2025-06-01, given: {}, expect: { blocks: { 名气: 4 } } }',
      'score.名气：期望 4，得到 没有这一块',
    ],
    [
      '- { title: 评, indicator: bs-place, on: 2025-06-01, rows: [ [ { 比赛名次: 1 }, 4 ], [ { 比赛名次: 2 }, 2.5 ] ] }',
      '第 2 行：期望 2.5，得到 1',
    ],
    [
      '- { title: 规模, fact: 船队规模, on: 2025-06-01, given: { 船员数: 3 }, expect: { value: 大 } }',
      'value：期望 大，得到 中',
    ],
    [
      '- { title: 规模, fact: 船队规模, on: 2025-06-01, given: { 船员数: 3 }, expect: { value: unknown } }',
      'value：期望 未知，得到 中',
    ],
    [
      '- { title: 规模, fact: 船队规模, on: 2025-06-01, expect: { value: 中 } }',
      'value：期望 中，得到 未知（缺 [ 船员数 ]）',
    ],
    [
      '- { title: 期限, calendar: cn, from: 2026-09-30, add: 1个工作日, expect: { date: 2026-10-01, provisional: true } }',
      'date：期望 2026-10-01，得到 2026-10-08',
    ],
    [
      '- { title: 船, item: bay/boat, on: 2024-01-01, given: { 项目: [ { 名称: 一 }, { 名称: 二 } ] }, expect: { verdict: eligible } }',
      '有 2 个对象，请用 subject 写明是哪一个',
    ],
    [
      '- { title: 船, item: bay/boat, on: 2024-01-01, subject: 三, given: { 项目: [ { 名称: 一 } ] }, expect: { verdict: eligible } }',
      '没有叫「三」的对象；有 项目:一',
    ],
  ])('%s', (text, line) => {
    expect(differences(text)[0]).toBe(line);
  });
});

describe('a case that cannot be run has failed, and says why', () => {
  it.each([
    [
      '- { title: 奖, item: bay/prise, on: 2024-01-01, expect: { verdict: eligible } }',
      '没有叫「bay/prise」的事项',
      'bay/prize',
    ],
    [
      '- { title: 关, gate: bay/skiled, on: 2024-01-01, expect: { verdict: eligible } }',
      '没有叫「bay/skiled」的门槛',
      'bay/skilled',
    ],
    ['- { title: 实, fact: 船队规摸, on: 2024-01-01, expect: { value: 大 } }', '没有叫「船队规摸」的事实', '船队规模'],
    [
      '- { title: 指, indicator: bs-net, on: 2024-01-01, rows: [ [ {}, 1 ] ] }',
      '没有叫「bs-net」的评分指标',
      'bs-nets',
    ],
    [
      '- { title: 表, score: bay/skil, on: 2024-01-01, expect: { low: 1, high: 1 } }',
      '没有叫「bay/skil」的评分表',
      'bay/skill',
    ],
    [
      '- { title: 历, calendar: ch, from: 2024-01-01, add: 1日, expect: { provisional: true } }',
      '没有叫「ch」的工作日历',
      'cn',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, given: { 比赛名词: 1 }, expect: { verdict: eligible } }',
      '没有叫「比赛名词」的事实',
      '比赛名次',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { missing: [ 比赛名词 ] } }',
      '没有叫「比赛名词」的事实',
      '比赛名次',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { verdict: eligibel } }',
      'verdict 没有「eligibel」这个写法',
      'eligible',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { reasons: [ dispute ] } }',
      '没有「dispute」这个原因',
      'disputed',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { verdit: eligible } }',
      '这里没有「verdit」这个键',
      'verdict',
    ],
    [
      '- { title: 合, assess: true, on: 2024-01-01, expect: { take: [ bay/prise ] } }',
      '没有叫「bay/prise」的事项',
      'bay/prize',
    ],
    [
      '- { title: 合, assess: true, on: 2024-01-01, given: { 已获: [ { item: bay/bote, date: 2023-01-01, amount: 1元 } ] }, expect: { take: [] } }',
      '已获资金里没有叫「bay/bote」的事项',
      'bay/boat',
    ],
  ])('%s', (text, message, nearest) => {
    const [difference = ''] = differences(text);
    expect(difference).toContain(message);
    expect(difference).toContain(`是否想写「${nearest}」`);
    expect(difference).toMatch(/^bay\/cases\/toy\.yaml:1:\d+/);
    expect(runCases(book, file(text)).results[0]).toMatchObject({ passed: false });
  });

  it.each([
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, given: { 船员数: -1 }, expect: { verdict: eligible } }',
      '船员数不可能是这个数',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, given: { 项目: { 造船款: 5 } }, expect: { verdict: eligible } }',
      '金额要写单位',
    ],
    ['- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { amount: 3 } }', '金额要写单位'],
    ['- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { amount: { low: 3元 } } }', '没有写 low 和 high'],
    ['- { title: 奖, item: bay/prize, on: 2024-02-30, expect: { verdict: eligible } }', 'on 写法不对'],
    ['- { title: 奖, item: bay/prize, expect: { verdict: eligible } }', '没有写 on'],
    ['- { item: bay/prize, on: 2024-01-01, expect: { verdict: eligible } }', '没有写 title'],
    ['- { title: 奖, item: bay/prize, on: 2024-01-01 }', '没有写 expect'],
    ['- { title: 奖, item: bay/prize, on: 2024-01-01, expect: {} }', '没有写 expect'],
    ['- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { verdict: } }', '「verdict」没有写内容'],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, rows: [], expect: { verdict: eligible } }',
      '这里没有「rows」这个键',
    ],
    ['- { title: 指, indicator: bs-nets, on: 2024-01-01, rows: [] }', '没有写 rows'],
    ['- { title: 指, indicator: bs-nets, on: 2024-01-01, rows: [ [ {} ] ] }', 'rows 的一行写法不对'],
    ['- { title: 指, indicator: bs-nets, on: 2024-01-01, rows: [ [ {}, 多 ] ] }', '分数 写法不对'],
    ['- { title: 历, calendar: cn, from: 2026-01-01, add: 七天, expect: { provisional: true } }', 'add 要写一段时间'],
    [
      '- { title: 船, fact: 项目.造船款, on: 2024-01-01, given: {}, expect: { value: unknown } }',
      'given 里没有 项目.造船款 所属的对象',
    ],
    ['- { title: 什么也不检验, on: 2024-01-01 }', '案例没有写检验对象'],
    ['', '没有算例'],
    ['# 只有注释', '没有算例'],
    ['[]', '没有算例'],
    ['cases: []', '没有算例'],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { failing: [ prize-plase ] } }',
      '没有 id 是「prize-plase」的条件（发现 prize-plase；是否想写「prize-place」）',
    ],
    [
      '- { title: 熟, gate: bay/skilled, on: 2024-01-01, expect: { failing: [ sk-catsh ] } }',
      '没有 id 是「sk-catsh」的条件（发现 sk-catsh；是否想写「sk-catch」）',
    ],
    [
      '- { title: 奖, item: bay/prize, on: 2024-01-01, expect: { missing: [ 比赛名词 ] } }',
      '没有叫「比赛名词」的事实（发现 比赛名词；是否想写「比赛名次」）',
    ],
    ['- 一句话', '案例要写成映射'],
    ['一句话', '案例文件写法不对'],
    ['- { title: [', ''],
    ['- equivalent: { mutant: a }', 'equivalent 没有写全'],
  ])('%s', (text, message) => {
    const found = differences(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(message);
  });

  it('does not hide the other cases of the file', () => {
    const text =
      '- { title: 一, item: bay/prise, on: 2024-01-01, expect: { verdict: eligible } }\n- { title: 二, item: bay/prize, on: 2024-01-01, given: { 比赛名次: 1 }, expect: { verdict: eligible } }';
    expect(runCases(book, file(text)).results.map(({ title, passed }) => [title, passed])).toEqual([
      ['一', false],
      ['二', true],
    ]);
  });
});

describe('all cases together', () => {
  it('are counted apart by hand and by machine, and the problems of files are failures', () => {
    const report = runAll(book, [
      file(calendarCases),
      file('- 一句话'),
      file('- { title: 奖, item: bay/prise, on: 2024-01-01, expect: { verdict: eligible } }'),
    ]);
    expect(report.hand).toEqual({ passed: 4, failed: 2 });
    expect(report.generated.failed).toBe(0);
    expect(report.generated.passed).toBeGreaterThan(50);
    expect(report.failures.map(({ title }) => title)).toEqual(['奖']);
    expect(report.problems).toHaveLength(1);
    expect(report.mutation).toBeNull();
  });

  it('leave the generated ones out when asked', () => {
    expect(runAll(book, [file(calendarCases)], { generate: false }).generated).toEqual({ passed: 0, failed: 0 });
  });
});
