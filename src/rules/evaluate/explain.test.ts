// The trace of a condition: every kind by example, its grade, what is missing, and which ids fail.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given, itemOf, villageClauses, villageWith } from '#test/support/toy-book.ts';
import { begin } from './begin.ts';
import { explain, failingIds, textOf } from './explain.ts';
import { evaluateItem } from './item.ts';
import type { ConditionResult } from './result.ts';
import type { Condition, Mode, Rulebook } from '#rules/packs/rulebook.ts';

const on = toyDay('2024-06-01');

const scores = `${villageClauses}scores:
  - id: harbour/score
    name: 评分
    clause: a
    blocks: { 人手: [ crew ], 资历: [ years ] }
    indicators:
      - { id: crew, max: 5, of: 船员, at-least: { 3: 5 } }
      - { id: years, max: 10, of: 入会年限, at-least: { 2年: 10 }, clause: b }
`;

type Read = { readonly book: Rulebook; readonly condition: Condition };

const read = (text: string): Read => {
  const book = villageWith(
    itemOf(`- from: 2024-01-01\n  clause: a\n  eligible: ${text}\n  benefit: none`, 'enterprise'),
    { 'harbour/scores/s.yaml': scores },
  );
  const condition = book.items.get('harbour/x')?.versions[0]?.eligible;
  if (!condition) throw new Error(text);
  return { book, condition };
};

const trace = (text: string, facts: string, mode: Mode = 'new'): ConditionResult => {
  const { book, condition } = read(text);
  return explain(begin({ book, firm: given(book, facts), on, mode }), condition);
};

const codes = (result: ConditionResult): readonly string[] => result.reasons.map(({ code }) => code);

describe('a leaf', () => {
  it('keeps its id, text, both sides and clause', () => {
    const result = trace('{ id: crew, test: 船员 ≥ 3, clause: b }', '{ 船员: 2 }');
    expect(result).toMatchObject({
      id: 'crew',
      op: 'test',
      verdict: 'ineligible',
      text: '船员 ≥ 3',
      values: { left: '2人', right: '3人', gap: '-1人' },
      evidence: 'seed',
      missing: [],
      reasons: [],
    });
    expect(result.clause).toMatchObject({
      key: 'b',
      document: 'rule-1',
      title: '海港村渔船补助办法',
      number: '海港〔2024〕1号',
      at: '第二条',
      says: '第二条',
    });
  });

  it('by a clause that is only a draft is undetermined for that reason, and still shows its values', () => {
    const result = trace('{ id: crew, test: 船员 ≥ 3, clause: d }', '{ 船员: 9 }');
    expect([result.verdict, result.evidence, codes(result), result.missing, result.values?.left]).toEqual([
      'undetermined',
      'draft',
      ['evidence'],
      [],
      '9人',
    ]);
  });

  it('that is judged is shown as yes or no', () => {
    const [yes, no, open] = ['{ 手艺过关: 是 }', '{ 手艺过关: 否 }', '{}'].map((facts) =>
      trace('{ id: j, judged: 手艺过关 }', facts),
    );
    expect([yes?.verdict, yes?.values]).toEqual(['eligible', { left: '是', right: '是', gap: null }]);
    expect([no?.verdict, no?.values?.left]).toEqual(['ineligible', '否']);
    expect([open?.verdict, open?.values?.left, open?.missing]).toEqual(['undetermined', null, ['手艺过关']]);
  });

  it('that is not published names what is not', () => {
    const result = trace('{ unpublished: 最低吨位 }', '{}');
    expect([result.op, result.verdict, result.text, codes(result), result.reasons[0]?.at]).toEqual([
      'unpublished',
      'undetermined',
      '最低吨位',
      ['unpublished'],
      '最低吨位',
    ]);
  });
});

describe('a score test', () => {
  it('shows the points, the mark and the gap, with the whole table', () => {
    const result = trace('{ id: s, score: harbour/score, at-least: 12 }', '{ 船员: 3, 入会年限: 2 }');
    expect([result.op, result.verdict, result.text, result.values]).toEqual([
      'score',
      'eligible',
      '评分总分 ≥ 12分',
      { left: '15分', right: '12分', gap: '+3分' },
    ]);
    expect([result.score?.low, result.score?.high, result.evidence]).toEqual([15, 15, 'seed']);
  });

  it('of a block or an indicator shows a range while it is open', () => {
    const block = trace('{ score: harbour/score, block: 资历, at-least: 4 }', '{ 船员: 3 }');
    expect([block.verdict, block.text, block.values, block.missing]).toEqual([
      'undetermined',
      '评分资历 ≥ 4分',
      { left: '0–10分', right: '4分', gap: null },
      ['入会年限'],
    ]);
    const indicator = trace('{ score: harbour/score, indicator: crew, at-least: 5 }', '{ 船员: 2 }');
    expect([indicator.verdict, indicator.values?.gap]).toEqual(['ineligible', '-5分']);
  });

  it('rests on its own clause as well as on its indicators', () => {
    const result = trace('{ score: harbour/score, indicator: crew, at-least: 5, clause: d }', '{ 船员: 3 }');
    expect([result.verdict, result.evidence, codes(result)]).toEqual(['undetermined', 'draft', ['evidence']]);
    expect(trace('{ score: harbour/score, indicator: crew, at-least: 5, clause: b }', '{ 船员: 3 }').evidence).toBe(
      'seed',
    );
  });
});

describe('all and any', () => {
  const all = '{ all: [ { test: 船员 ≥ 3 }, { test: 入会年限 ≥ 2年, clause: b }, 守规矩 ] }';
  const any = all.replace('all', 'any');

  it('miss only what their unknown parts miss, and nothing once they are known', () => {
    expect(trace(all, '{ 船员: 3 }').missing).toEqual(['入会年限', '守规矩']);
    expect(trace(all, '{ 船员: 2 }').missing).toEqual([]);
    expect(trace(any, '{ 船员: 2 }').missing).toEqual(['入会年限', '守规矩']);
    expect(trace(any, '{ 船员: 3 }').missing).toEqual([]);
  });

  it('rest on the weakest part where all are needed, on the strongest where one decides', () => {
    expect(trace(all, '{ 船员: 3, 入会年限: 2, 守规矩: 是 }').evidence).toBe('seed');
    expect(trace(all, '{ 船员: 2, 入会年限: 1, 守规矩: 是 }').evidence).toBe('primary');
    expect(trace(all, '{ 船员: 3, 入会年限: 1, 守规矩: 是 }').evidence).toBe('seed');
    expect(trace(any, '{ 船员: 3, 入会年限: 2, 守规矩: 是 }').evidence).toBe('primary');
    expect(trace(any, '{ 船员: 2, 入会年限: 2, 守规矩: 否 }').evidence).toBe('seed');
    expect(trace(any, '{ 船员: 2, 入会年限: 1, 守规矩: 否 }').evidence).toBe('seed');
  });
});

describe('not', () => {
  it('turns the verdict and keeps grade, missing facts and part', () => {
    const not = '{ id: n, not: { test: 船员 ≥ 3, clause: b } }';
    const result = trace(not, '{ 船员: 3 }');
    expect([result.op, result.verdict, result.evidence, result.of?.[0]?.verdict]).toEqual([
      'not',
      'ineligible',
      'seed',
      'eligible',
    ]);
    expect(trace(not, '{}').missing).toEqual(['船员']);
  });
});

describe('first', () => {
  const first = `{ id: f, first: [ { when: { test: 守规矩, clause: b }, test: 船员 ≥ 3 }, { when: 领头, test: 船员 ≥ 5 }, { test: 船员 ≥ 9 } ] }`;

  it('shows the row that decides, with its guard', () => {
    const result = trace(first, '{ 守规矩: 是, 船员: 4 }');
    expect([result.op, result.verdict, result.text, result.values?.right, result.of?.length]).toEqual([
      'first',
      'eligible',
      '船员 ≥ 3',
      '3人',
      1,
    ]);
    expect(result.of?.[0]?.when).toMatchObject({ text: '守规矩', verdict: 'eligible' });
  });

  it('rests on the guards that were decided, too', () => {
    expect(trace(first, '{ 守规矩: 是, 船员: 4 }').evidence).toBe('seed');
    expect(trace(first, '{ 守规矩: 否, 领头: 是, 船员: 9 }').evidence).toBe('seed');
    expect(
      trace(
        '{ first: [ { when: 领头, test: 船员 ≥ 3 }, { when: { test: 守规矩, clause: b }, test: 船员 ≥ 5 }, { test: 船员 ≥ 9 } ] }',
        '{ 领头: 是, 船员: 4 }',
      ).evidence,
    ).toBe('primary');
  });

  it('with an unknown guard stands where the rows that can be reached agree, whatever the guard rests on', () => {
    const result = trace(first, '{ 领头: 否, 船员: 9 }');
    expect([result.verdict, result.missing, result.evidence, result.text, result.of?.length]).toEqual([
      'eligible',
      [],
      'primary',
      null,
      2,
    ]);
    expect(trace(first, '{ 船员: 2 }').verdict).toBe('ineligible');
  });

  it('else misses the open guards up to the first certain row, and the open outcomes', () => {
    expect(trace(first, '{ 领头: 是, 船员: 4 }').missing).toEqual(['守规矩']);
    expect(trace(first, '{ 船员: 6 }').missing).toEqual(['守规矩', '领头']);
    expect(trace(first, '{ 领头: 是 }').missing).toEqual(['守规矩', '船员']);
    expect(trace(first, '{ 守规矩: 是 }').missing).toEqual(['船员']);
  });
});

describe('disputed', () => {
  const disputed = '{ id: d, disputed: [ { test: 船员 ≥ 3 }, { test: 船员 ≥ 5, clause: b } ] }';

  it('is what all sources say alike, and open for that reason where they differ', () => {
    expect(trace(disputed, '{ 船员: 5 }')).toMatchObject({ verdict: 'eligible', evidence: 'seed' });
    expect(trace(disputed, '{ 船员: 2 }').verdict).toBe('ineligible');
    const between = trace(disputed, '{ 船员: 4 }');
    expect([between.verdict, between.missing, codes(between), between.reasons[0]?.at]).toEqual([
      'undetermined',
      [],
      ['disputed'],
      'd',
    ]);
    expect(trace(disputed, '{}').missing).toEqual(['船员']);
    expect(trace('{ disputed: [ 守规矩, 船员 ≥ 3 ] }', '{ 船员: 3 }').missing).toEqual(['守规矩']);
  });
});

describe('only for one mode', () => {
  it('counts as true in the other, and says that it was not tested', () => {
    const only = '{ id: n, all: [ 船员 ≥ 3, 入会年限 ≥ 2年 ], only-for: new }';
    const review = trace(only, '{ 船员: 1 }', 'review');
    expect([review.op, review.verdict, review.text, review.missing]).toEqual([
      'not-tested',
      'eligible',
      '船员 ≥ 3 且 入会年限 ≥ 2年',
      [],
    ]);
    expect(trace(only, '{ 船员: 1 }', 'new').verdict).toBe('ineligible');
  });
});

describe('failing ids', () => {
  const failing = (text: string, facts: string): readonly string[] => failingIds(trace(text, facts));

  it('are those of the failing leaves, and of the nearest ancestor where a leaf has none', () => {
    const mixed =
      '{ id: top, all: [ { id: crew, test: 船员 ≥ 3 }, { id: group, any: [ 守规矩, { id: years, test: 入会年限 ≥ 2年 } ] }, 领头 ] }';
    expect(failing(mixed, '{ 船员: 2, 守规矩: 否, 入会年限: 1, 领头: 否 }')).toEqual(['crew', 'group', 'years', 'top']);
    expect(failing(mixed, '{ 船员: 2, 守规矩: 是, 领头: 是 }')).toEqual(['crew']);
    expect(failing(mixed, '{ 船员: 3, 守规矩: 是, 领头: 否 }')).toEqual(['top']);
    expect(failing(mixed, '{ 船员: 3 }')).toEqual([]);
  });

  it('of a not are its own, or else those of what holds there and must not', () => {
    expect(failing('{ id: n, not: { id: inner, test: 船员 ≥ 3 } }', '{ 船员: 3 }')).toEqual(['n']);
    expect(failing('{ not: { id: inner, test: 船员 ≥ 3 } }', '{ 船员: 3 }')).toEqual(['inner']);
    expect(failing('{ id: top, all: [ { not: { id: inner, test: 船员 ≥ 3 } } ] }', '{ 船员: 3 }')).toEqual(['inner']);
    expect(failing('{ id: top, all: [ { not: 守规矩 } ] }', '{ 守规矩: 是 }')).toEqual(['top']);
    const either = '{ not: { any: [ { id: crew, test: 船员 ≥ 3 }, { id: years, test: 入会年限 ≥ 2年 } ] } }';
    expect(failing(either, '{ 船员: 2, 入会年限: 2 }')).toEqual(['years']);
    expect(failing(either, '{ 船员: 2, 入会年限: 1 }')).toEqual([]);
    // What must not be missing: a not inside a not fails as it would alone.
    expect(failing('{ not: { not: { id: inner, test: 船员 ≥ 3 } } }', '{ 船员: 2 }')).toEqual(['inner']);
  });

  it('of a first are those of the row that was reached', () => {
    expect(
      failing(
        '{ first: [ { when: 守规矩, id: low, test: 船员 ≥ 3 }, { id: high, test: 船员 ≥ 9 } ] }',
        '{ 守规矩: 否, 船员: 4 }',
      ),
    ).toEqual(['high']);
  });
});

describe('an item’s whole trace', () => {
  it('rests on the strongest part that fails', () => {
    const book = villageWith(
      itemOf(
        '- from: 2024-01-01\n  clause: a\n  applies: { test: 守规矩, clause: b }\n  eligible: { test: 船员 ≥ 3 }\n  benefit: none',
        'enterprise',
      ),
    );
    const item = book.items.get('harbour/x');
    const evidence = (facts: string): unknown =>
      item ? evaluateItem(book, item, given(book, facts), on)[0]?.evidence : null;
    expect(evidence('{ 守规矩: 否, 船员: 1 }')).toBe('primary');
    expect(evidence('{ 守规矩: 否, 船员: 3 }')).toBe('seed');
    expect(evidence('{ 守规矩: 是, 船员: 3 }')).toBe('seed');
  });
});

describe('a condition in words', () => {
  it('joins its parts', () => {
    const words = (text: string): string => textOf(read(text).condition);
    expect(words('{ all: [ 守规矩, { any: [ 领头, 船员 ≥ 3 ] } ] }')).toBe('守规矩 且 （领头 或 船员 ≥ 3）');
    expect(words('{ not: 守规矩 }')).toBe('非 守规矩');
    expect(words('{ disputed: [ 守规矩, 领头 ] }')).toBe('守规矩；领头');
    expect(words('{ first: [ { when: 领头, judged: 手艺过关 }, { unpublished: 吨位 } ] }')).toBe('手艺过关 或 吨位');
    expect(words('{ score: harbour/score, at-least: 12 }')).toBe('评分达到 12分');
  });
});
