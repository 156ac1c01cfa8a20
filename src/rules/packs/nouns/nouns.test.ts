// What the toy packs say of registers, funds, indicators, plans, assessments and terms must arrive in the rulebook, piece by piece.
import { describe, expect, it } from 'vitest';
import { printChinese } from '#rules/language/print-chinese.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import { catalogued } from './plans.ts';
import { toyFiles, toyWith } from '#test/packs-toy/read-toy.ts';

const compiled = compilePacks(toyFiles, 'sha256:toy').rulebook;
if (compiled === null) throw new Error('the toy packs have problems');
const book = compiled;

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not in the toy packs');
  return value;
};

const register = (id: string) => found(book.registers.get(id));
const fund = (id: string) => found(book.funds.get(id));
const indicator = (id: string) => found(book.indicators.get(id));

describe('registers', () => {
  it('say what an entry is, how one gets in, for how long, and what it answers', () => {
    expect(register('willow/masters')).toMatchObject({
      name: '匠人坊名册',
      owner: '工坊司',
      kind: 'title',
      holder: 'enterprise',
      tiers: ['铜牌', '银牌'],
      term: { value: { low: { n: 3n, d: 1n } }, bound: 'exactly', clause: { key: 'r1' } },
      public: true,
      entry: ['rule', 'recommendation'],
      level: '匠人坊',
      gates: ['guild/journeyman-2020'],
      items: ['willow/title-prize'],
      feeds: [{ name: '坊级' }],
      quoted: [{ name: '李记', says: '南镇的木作坊', clause: { key: 'r1' } }],
      unsettled: ['换牌的日子'],
      pack: 'willow',
    });
  });

  it('keep what is not known apart from what is not there', () => {
    expect(register('willow/quiet')).toMatchObject({
      tiers: 'unknown',
      term: { value: 'unknown' },
      public: false,
      entry: 'unknown',
    });
    expect(register('willow/guides')).toMatchObject({ tiers: null, term: null, public: 'unknown', level: null });
  });
});

describe('funds', () => {
  it('hold their budgets by year, in fen', () => {
    expect(fund('willow/craft-fund').budgets).toMatchObject([
      { year: 2022, value: { low: { n: 300_000_000n, d: 1n }, text: '300万元' }, clause: { key: 'f1' } },
      { year: 2023, value: 'unknown', clause: { key: 'f1' } },
    ]);
  });

  it('hold shares and terms with their bounds, and merged pools by name', () => {
    const pool = fund('willow/loan-pool');
    expect(pool.parent).toBe('willow/craft-fund');
    expect(
      pool.shares.map(({ party, for: when, value, bound }) => [
        party,
        when,
        value === 'unknown' ? value : value.text,
        bound,
      ]),
    ).toEqual([
      ['官署', '小坊', '60%', 'exactly'],
      ['行会', '小坊', '40%', 'exactly'],
      ['官署', '中坊', '50%', 'at-most'],
      ['行会', '大坊', 'unknown', 'exactly'],
    ]);
    expect(pool.terms).toMatchObject([
      { term: 'leverage', for: null, value: { low: { n: 5n, d: 1n } } },
      { term: 'single-limit', for: '小坊', value: { low: { n: 20_000_000n, d: 1n } }, bound: 'at-most' },
      { term: 'fee', value: 'unknown' },
    ]);
    expect(pool.mergedFrom).toMatchObject([
      { name: '旧借款池', opening: { value: 'unknown' } },
      { name: '南镇池', opening: null },
    ]);
  });

  it('are what the procedure of an item names', () => {
    expect(book.items.get('willow/tool-subsidy')?.procedure).toMatchObject({
      fund: 'willow/craft-fund',
      reserve: 'list',
    });
    expect(book.items.get('willow/visit')?.procedure).toMatchObject({ fund: null, reserve: null });
  });
});

describe('indicators', () => {
  it('say what is counted, over which time, and what a drill-down opens', () => {
    const listed = indicator('willow/newly-listed');
    expect(listed).toMatchObject({
      kind: 'flow',
      unit: '家',
      window: { kind: 'last', years: 2 },
      distinct: '工坊',
      measuredFrom: ['willow/masters', 'willow/title-prize'],
      stated: [{ at: '2022', value: { low: { n: 12n, d: 1n } }, bound: 'exactly' }],
      target: null,
      cautions: ['不是在册总数'],
    });
    const { population } = listed;
    const test = population === 'unknown' ? null : population.test;
    expect(test === null ? null : printChinese(test)).toBe('坊级 不低于 匠人坊');
  });

  it('take each value with the unit that the source gives it', () => {
    const valuesOf = (id: string) => indicator(`willow/${id}`).stated.map(({ value, bound }) => [value, bound]);
    expect(valuesOf('paid')).toMatchObject([[{ low: { n: 1_500_000n, d: 1n }, text: '1.5万元' }, 'more-than']]);
    expect(valuesOf('prize-size')).toMatchObject([
      [{ low: { n: 2_000_000n, d: 1n }, high: { n: 5_000_000n, d: 1n } }, 'exactly'],
    ]);
    expect(valuesOf('reply-time')).toMatchObject([[{ low: { n: 2n, d: 1n } }, 'exactly']]);
    expect(valuesOf('skill')).toEqual([['unknown', 'exactly']]);
  });

  it('know a target of every form, dated or not', () => {
    expect(indicator('willow/coverage').target).toMatchObject({ form: 'full', value: null, by: 'unknown' });
    expect(indicator('willow/visits').target).toMatchObject({ form: 'above-best', value: null });
    expect(indicator('willow/skill').target).toMatchObject({
      form: 'at-least',
      value: { low: { n: 70n, d: 1n } },
      by: '2025-12-31',
    });
  });

  it('leave a denominator open that nobody gives', () => {
    expect(indicator('willow/coverage')).toMatchObject({ population: 'unknown', numerator: '上门指点过的工坊' });
  });

  it('look back on a span, a year, a day, no time at all or an unknown one', () => {
    const ids = ['paid', 'skill', 'coverage', 'prize-size', 'visits'];
    expect(ids.map((id) => indicator(`willow/${id}`).window)).toEqual([
      { kind: 'since', date: '2022-01-01' },
      { kind: 'year', date: '2023' },
      { kind: 'as-of', date: '2023-06-30' },
      { kind: 'none' },
      { kind: 'unknown' },
    ]);
  });
});

it('an indicator may look at the day that is asked for', () => {
  const files = toyWith(['willow/indicators.yaml', 'window: unknown', 'window: on-date']);
  const visits = compilePacks(files, 'sha256:toy').rulebook?.indicators.get('willow/visits');
  expect(visits?.window).toEqual({ kind: 'on-date' });
});

describe('plans', () => {
  it('list the measures that are known, with what carries each out', () => {
    const plan = found(book.plans.get('willow/craft-plan'));
    expect(plan).toMatchObject({
      document: { id: 'edict' },
      statedParts: { value: { low: { n: 2n, d: 1n } }, unit: '章' },
      parts: ['添器', '引才'],
      counts: [{ name: '新增', value: { low: { n: 1n, d: 1n } }, unit: '条' }],
      measures: [
        {
          name: '添器补助',
          part: '添器',
          items: ['willow/tool-subsidy'],
          indicators: ['willow/paid'],
          says: '按器具款补',
        },
        { name: '学徒津贴', part: '引才', items: ['willow/living'], indicators: [], says: null },
      ],
      unsettled: ['第三条的内容'],
    });
  });

  it('say how many of the stated measures are catalogued, and never make up the rest', () => {
    expect(catalogued(found(book.plans.get('willow/craft-plan')))).toMatchObject({
      catalogued: 2,
      stated: { low: { n: 3n, d: 1n }, text: '3' },
      unit: '条',
    });
    expect(catalogued(found(book.plans.get('willow/old-plan')))).toEqual({ catalogued: 0, stated: null, unit: null });
  });
});

describe('assessments', () => {
  it('name their table, the fact that they answer, and from how many points each level starts', () => {
    expect(book.assessments.get('willow/workshop-score')).toMatchObject({
      kind: 'questionnaire',
      subject: 'enterprise',
      document: { id: 'charter' },
      score: 'guild/score',
      result: { name: '坊级' },
      levels: [
        { name: '铜牌', from: { value: { low: { n: 60n, d: 1n } } } },
        { name: '银牌', from: { value: { low: { n: 75n, d: 1n } }, clause: { key: 'm1' } } },
      ],
      dimensions: ['手上功夫', '坊务'],
      counts: [{ name: '指标', unit: '项' }],
    });
  });

  it('keep a rule that is not known apart from one that is not there', () => {
    expect(book.assessments.get('willow/lender-score')).toMatchObject({ score: null, levels: 'unknown' });
    expect(book.assessments.get('willow/skill-panel')).toMatchObject({ score: null, levels: [] });
  });
});

describe('terms', () => {
  it('stand by pack and term, with what they are not to be confused with', () => {
    expect([...book.glossary.keys()]).toEqual(['willow/木作“三样”', 'willow/陶作“三样”']);
    expect(book.glossary.get('willow/陶作“三样”')).toMatchObject({
      means: null,
      notToBeConfusedWith: ['木作“三样”'],
      see: ['willow/craft-plan', 'guild/score'],
      unsettled: ['是哪三样'],
      clause: { key: 'g1' },
    });
  });
});

describe('a stage', () => {
  it('carries the part of the money that it settles', () => {
    const files = toyWith(['willow/items/tools.yaml', '{ kind: pay }', '{ kind: pay, share: 40%, quorum: unknown }']);
    const stages = compilePacks(files, 'sha256:toy').rulebook?.items.get('willow/tool-subsidy')?.procedure?.stages;
    expect(stages?.at(-1)).toMatchObject({ kind: 'pay', share: { n: 2n, d: 5n }, quorum: null });
  });
});
