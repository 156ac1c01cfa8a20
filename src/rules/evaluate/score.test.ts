import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, villageClauses, villageWith } from '#test/support/toy-book.ts';
import { begin } from './begin.ts';
import { evaluateScore, partOf, reaches } from './score.ts';
import { showScore } from './show.ts';
import type { IndicatorResult, ScoreResult } from './result.ts';
import { whole } from '#rules/exact/rational.ts';

const on = toyDay('2024-06-01');

const bookOf = (indicators: string, blocks = '') => ({
  book: villageWith(null, {
    'harbour/scores/s.yaml': `${villageClauses}scores:\n  - id: harbour/score\n    name: 评分\n    clause: a\n${blocks}    indicators:\n${indicators
      .trim()
      .split('\n')
      .map((line) => `      - ${line.trim()}`)
      .join('\n')}\n`,
  }),
});

const outcomeOf = (indicators: string, facts: string, blocks = '') => {
  const { book } = bookOf(indicators, blocks);
  const table = book.scores.get('harbour/score');
  if (!table) throw new Error('no table');
  return evaluateScore(begin({ book, firm: given(book, facts), on }), table);
};

const score = (indicators: string, facts: string, blocks = ''): ScoreResult =>
  showScore(outcomeOf(indicators, facts, blocks));

const only = (indicator: string, facts: string): IndicatorResult => {
  const [first] = score(indicator, facts).indicators;
  if (!first) throw new Error('no indicator');
  return first;
};

type Case = readonly [facts: string, low: number, high: number, missing: readonly string[]];

/** The cases that come out otherwise, as they came out. */
const mismatches = (indicator: string, cases: readonly Case[]): readonly Case[] =>
  cases.flatMap(([facts, low, high, missing]) => {
    const result = only(indicator, facts);
    const found: Case = [facts, result.low, result.high, result.missing];
    const isRight = result.low === low && result.high === high && result.missing.join() === missing.join();
    return isRight ? [] : [found];
  });

describe('bands', () => {
  it('give the better band on an edge, nothing below the last one, and zero to the maximum while the value is unknown', () => {
    expect(
      mismatches('{ id: i, max: 5, of: 上年(渔获收入), at-least: { 80万元: 5, 70万元: 3, 60万元: 1 } }', [
        ['{ 渔获收入: { 2023: 80万元 } }', 5, 5, []],
        ['{ 渔获收入: { 2023: 799999.99元 } }', 3, 3, []],
        ['{ 渔获收入: { 2023: 60万元 } }', 1, 1, []],
        ['{ 渔获收入: { 2023: 599999.99元 } }', 0, 0, []],
        ['{ 渔获收入: { 2022: 80万元 } }', 0, 5, ['渔获收入@2023']],
      ]),
    ).toEqual([]);
  });

  it('with at-most give the better band to the lower value', () => {
    expect(
      mismatches('{ id: i, max: 5, of: 船员, at-most: { 10: 5, 20: 3 } }', [
        ['{ 船员: 10 }', 5, 5, []],
        ['{ 船员: 11 }', 3, 3, []],
        ['{ 船员: 21 }', 0, 0, []],
      ]),
    ).toEqual([]);
  });

  it('go by the order of a choice', () => {
    expect(
      mismatches('{ id: i, max: 5, of: 等级, at-least: { 船长: 5, 熟手: 2 } }', [
        ['{ 等级: 船长 }', 5, 5, []],
        ['{ 等级: 熟手 }', 2, 2, []],
        ['{ 等级: 新手 }', 0, 0, []],
      ]),
    ).toEqual([]);
  });

  it('on a range give the hull of the bands that can be reached, and a point where it lies in one band', () => {
    const rows = '{ id: i, max: 5, of: 数量(网 当 完好 = 是), at-least: { 4: 5, 2: 3, 1: 1 } }';
    expect(
      mismatches(rows, [
        ['{ 网: [ { 完好: 是 }, {}, {} ] }', 1, 3, ['网.完好']],
        ['{ 网: [ {}, { 完好: 否 } ] }', 0, 1, ['网.完好']],
        ['{ 网: [ { 完好: 是 }, { 完好: 是 }, {} ] }', 3, 3, []],
        ['{ 网: [ { 完好: 是 }, { 完好: 是 }, {}, {} ] }', 3, 5, ['网.完好']],
      ]),
    ).toEqual([]);
  });

  it('compare compound growth by exact powers', () => {
    expect(
      mismatches('{ id: i, max: 5, of: 复合增长率(渔获收入，2), at-least: { 10%: 5, 0%: 2 } }', [
        ['{ 渔获收入: { 2021: 100元, 2023: 121元 } }', 5, 5, []],
        ['{ 渔获收入: { 2021: 100元, 2023: 120.99元 } }', 2, 2, []],
        ['{ 渔获收入: { 2021: 100元, 2023: 99元 } }', 0, 0, []],
      ]),
    ).toEqual([]);
  });

  it('whose points a person picks within a range stay open, for a reason and no missing fact', () => {
    const result = only('{ id: i, max: 8, of: 船员, at-least: { 10: 7..8 } }', '{ 船员: 10 }');
    expect([result.low, result.high, result.missing, result.reasons.map(({ code }) => code)]).toEqual([
      7,
      8,
      [],
      ['unpublished'],
    ]);
    expect(only('{ id: i, max: 8, of: 船员, at-least: { 10: 7..8 } }', '{ 船员: 9 }').high).toBe(0);
  });
});

describe('steps', () => {
  it('count only when they are full, up to the maximum, and never below zero', () => {
    expect(
      mismatches('{ id: i, max: 5, of: 入会年限, per: 2年, points: 1 }', [
        ['{ 入会年限: 1.999999 }', 0, 0, []],
        ['{ 入会年限: 2 }', 1, 1, []],
        ['{ 入会年限: 5.9 }', 2, 2, []],
        ['{ 入会年限: 100 }', 5, 5, []],
        ['{}', 0, 5, ['入会年限']],
      ]),
    ).toEqual([]);
    expect(
      mismatches('{ id: i, max: 5, of: 上年(渔获收入) - 10万元, per: 2万元, points: 1.5 }', [
        ['{ 渔获收入: { 2023: 5万元 } }', 0, 0, []],
        ['{ 渔获收入: { 2023: 14万元 } }', 3, 3, []],
        ['{ 渔获收入: { 2023: 18万元 } }', 5, 5, []],
      ]),
    ).toEqual([]);
  });

  it('on a range that stays within one step are a point with nothing missing', () => {
    expect(
      mismatches('{ id: i, max: 5, of: 数量(网 当 完好 = 是), per: 2, points: 1 }', [
        ['{ 网: [ { 完好: 是 }, { 完好: 是 }, {} ] }', 1, 1, []],
        ['{ 网: [ { 完好: 是 }, {} ] }', 0, 1, ['网.完好']],
      ]),
    ).toEqual([]);
  });
});

describe('a count', () => {
  it('is known true up to known true and unknown, capped', () => {
    const count = '{ id: i, max: 5, count: [ 守规矩, 船员 ≥ 3, 入会年限 ≥ 1年 ], points: 3 }';
    expect(
      mismatches(count, [
        ['{ 守规矩: 是, 船员: 3, 入会年限: 1 }', 5, 5, []],
        ['{ 守规矩: 是, 船员: 2, 入会年限: 0 }', 3, 3, []],
        ['{ 守规矩: 否, 船员: 2, 入会年限: 0 }', 0, 0, []],
        ['{ 守规矩: 是 }', 3, 5, ['船员', '入会年限']],
        ['{ 守规矩: 否, 船员: 2 }', 0, 3, ['入会年限']],
        ['{ 守规矩: 是, 船员: 3 }', 5, 5, []],
      ]),
    ).toEqual([]);
  });
});

describe('first', () => {
  const first =
    '{ id: i, max: 10, first: [ { when: 船员 ≥ 10, points: 10 }, { when: 守规矩, points: 8 }, { points: 1 } ] }';

  it('is the first true row', () => {
    expect(
      mismatches(first, [
        ['{ 船员: 10 }', 10, 10, []],
        ['{ 船员: 9, 守规矩: 是 }', 8, 8, []],
        ['{ 船员: 9, 守规矩: 否 }', 1, 1, []],
      ]),
    ).toEqual([]);
  });

  it('runs from the lowest to the highest points of the rows that can still be reached', () => {
    expect(
      mismatches(first, [
        ['{ 守规矩: 是 }', 8, 10, ['船员']],
        ['{ 守规矩: 否 }', 1, 10, ['船员']],
        ['{ 船员: 9 }', 1, 8, ['守规矩']],
        ['{}', 1, 10, ['船员', '守规矩']],
      ]),
    ).toEqual([]);
  });

  it('is a point where all that can be reached agree', () => {
    expect(
      mismatches(
        '{ id: i, max: 5, first: [ { when: 船员 ≥ 10, points: 5 }, { when: 守规矩, points: 5 }, { points: 0 } ] }',
        [['{ 守规矩: 是 }', 5, 5, []]],
      ),
    ).toEqual([]);
  });

  it('leaves a row without published points open to the maximum', () => {
    const result = only(
      '{ id: i, max: 9, first: [ { when: 守规矩, points: unknown }, { points: 0 } ] }',
      '{ 守规矩: 是 }',
    );
    expect([result.low, result.high, result.reasons.map(({ code }) => code)]).toEqual([0, 9, ['unpublished']]);
  });
});

describe('best', () => {
  const best =
    '{ id: i, max: 10, best: [ { of: 上年(渔获收入), at-least: { 50万元: 10, 20万元: 4 } }, { of: 船员, at-least: { 5: 6 } } ] }';

  it('is the greatest low and the greatest high', () => {
    expect(
      mismatches(best, [
        ['{ 渔获收入: { 2023: 50万元 }, 船员: 1 }', 10, 10, []],
        ['{ 渔获收入: { 2023: 20万元 }, 船员: 5 }', 6, 6, []],
        ['{ 船员: 5 }', 6, 10, ['渔获收入@2023']],
        ['{ 渔获收入: { 2023: 20万元 } }', 4, 10, ['船员']],
        ['{}', 0, 10, ['渔获收入@2023', '船员']],
      ]),
    ).toEqual([]);
  });

  it('does not ask for a way that cannot beat the sure points', () => {
    expect(mismatches(best, [['{ 渔获收入: { 2023: 50万元 } }', 10, 10, []]])).toEqual([]);
  });

  it('shows the value of the way that gives the points, with its unit', () => {
    expect(only(best, '{ 渔获收入: { 2023: 50万元 }, 船员: 1 }').value).toBe('50万元');
    expect(only(best, '{ 渔获收入: { 2023: 1万元 }, 船员: 5 }').value).toBe('5人');
  });
});

describe('what a person judges or nobody has published', () => {
  it('is from the least to the most of the points that may be given, until they are', () => {
    expect(
      mismatches('{ id: i, max: 5, judged: 手艺评价, points: [ 5, 3, 1 ] }', [
        ['{ 手艺评价: 3 }', 3, 3, []],
        ['{}', 1, 5, ['手艺评价']],
      ]),
    ).toEqual([]);
  });

  it('is zero to the maximum where the rule is not published', () => {
    const result = only('{ id: i, max: 15, points: unknown }', '{}');
    expect([result.low, result.high, result.missing, result.reasons.map(({ code }) => code)]).toEqual([
      0,
      15,
      [],
      ['unpublished'],
    ]);
  });

  it('is zero to the maximum where the clause is only a draft', () => {
    const result = only('{ id: i, max: 5, of: 船员, at-least: { 1: 5 }, clause: d }', '{ 船员: 3 }');
    expect([result.low, result.high, result.evidence, result.reasons.map(({ code }) => code)]).toEqual([
      0,
      5,
      'draft',
      ['evidence'],
    ]);
  });
});

describe('a table', () => {
  const two = `
    { id: crew, max: 5, of: 船员, at-least: { 3: 5 } }
    { id: years, max: 10, of: 入会年限, at-least: { 2年: 10, 1年: 4 }, clause: b }`;
  const blocks = '    blocks: { 人手: [ crew ], 资历: [ years ] }\n';

  it('adds up ranges, in all and by block, and rests on its weakest indicator', () => {
    const result = score(two, '{ 船员: 3 }', blocks);
    expect([result.low, result.high]).toEqual([5, 15]);
    expect(result.blocks).toEqual({ 人手: { low: 5, high: 5 }, 资历: { low: 0, high: 10 } });
    expect(result.evidence).toBe('seed');
  });

  it('decides a test when the whole range is on one side', () => {
    const verdict = (facts: string, points: number, strict = false): unknown => {
      const part = partOf(outcomeOf(two, facts, blocks), { kind: 'total' });
      const reached = reaches(part, { mark: whole(points), strict });
      return reached.is === 'unknown' ? reached.missing : reached.value;
    };
    expect(verdict('{ 船员: 3 }', 5)).toBe(true);
    expect(verdict('{ 船员: 3 }', 6)).toEqual(['入会年限']);
    expect(verdict('{ 船员: 3 }', 15)).toEqual(['入会年限']);
    expect(verdict('{ 船员: 3 }', 16)).toBe(false);
    expect(verdict('{}', 16)).toBe(false);
    expect(verdict('{}', 10)).toEqual(['船员', '入会年限']);
    expect(verdict('{ 船员: 3 }', 5, true)).toEqual(['入会年限']);
    expect(verdict('{ 船员: 3 }', 4, true)).toBe(true);
    expect(verdict('{ 船员: 3 }', 15, true)).toBe(false);
  });

  it('tests one block or one indicator by itself', () => {
    const outcome = outcomeOf(two, '{ 船员: 3 }', blocks);
    const [five, four] = [5, 4].map((points) => ({ mark: whole(points), strict: false }));
    expect(five && reaches(partOf(outcome, { kind: 'block', name: '人手' }), five)).toEqual({
      is: 'boolean',
      value: true,
    });
    expect(four && reaches(partOf(outcome, { kind: 'indicator', name: 'years' }), four).is).toBe('unknown');
  });

  it('cuts a block off at its mark, in the block and in the total, and asks nothing more of a block that is full', () => {
    const cut = (facts: string): unknown => {
      const {
        low,
        high,
        blocks: shown,
      } = score(two, facts, '    blocks: { 全部: { of: [ crew, years ], max: 12 } }\n');
      return [low, high, shown];
    };
    const outcome = (facts: string) =>
      partOf(outcomeOf(two, facts, '    blocks: { 全部: { of: [ crew, years ], max: 10 } }\n'), { kind: 'total' });
    expect(cut('{ 船员: 3, 入会年限: 2 }')).toEqual([12, 12, { 全部: { low: 12, high: 12, max: 12 } }]);
    expect(cut('{ 船员: 2, 入会年限: 2 }')).toEqual([10, 10, { 全部: { low: 10, high: 10, max: 12 } }]);
    expect(cut('{ 入会年限: 2 }')).toEqual([10, 12, { 全部: { low: 10, high: 12, max: 12 } }]);
    expect(outcome('{ 入会年限: 2 }').why).toBeNull();
    expect(outcome('{ 入会年限: 1 }').why?.missing).toEqual(['船员']);
  });

  it('cuts off one block and not what the others bring', () => {
    const result = score(
      two,
      '{ 船员: 3, 入会年限: 2 }',
      '    blocks: { 人手: { of: [ crew ], max: 4 }, 资历: [ years ] }\n',
    );
    expect([result.low, result.blocks]).toEqual([
      14,
      { 人手: { low: 4, high: 4, max: 4 }, 资历: { low: 10, high: 10 } },
    ]);
  });
});
