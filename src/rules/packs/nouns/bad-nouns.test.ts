// Registers, funds, indicators, plans, assessments and terms that name what is not there or contradict themselves.
import { expect, it } from 'vitest';
import { compilePacks } from '#rules/packs/compile.ts';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyAnd, toyWith, type Edit, type ToyFile } from '#test/packs-toy/read-toy.ts';

const edits: readonly (readonly [what: string, edit: Edit, problem: string])[] = [
  [
    'an item that does not exist',
    ['willow/registers.yaml', '[willow/title-prize]', '[willow/title-price]'],
    'willow/registers.yaml:16:13 unknown-reference',
  ],
  [
    'a level that the ladder does not have',
    ['willow/registers.yaml', 'level: 匠人坊', 'level: 工人坊'],
    'willow/registers.yaml:14:12 unknown-level',
  ],
  [
    'a fact that nobody declared',
    ['willow/registers.yaml', 'feeds: 坊级', 'feeds: 坊极'],
    'willow/registers.yaml:17:12 unknown-name',
  ],
  [
    'a term that is no number of years',
    ['willow/registers.yaml', 'term: 3年', 'term: 三年'],
    'willow/registers.yaml:11:11 bad-quantity',
  ],
  [
    'an openness that is no yes or no',
    ['willow/registers.yaml', 'public: 否', 'public: 不'],
    'willow/registers.yaml:27:15 unknown-word',
  ],
  [
    'a noun without a clause',
    [
      'willow/registers.yaml',
      'evidence: seed, says: 匠人坊入册，牌照三年；南镇李记在册 }',
      'evidence: seed, says: 一 }\n  - { key: r2, document: edict, evidence: seed, says: 二 }',
    ],
    'willow/registers.yaml:5:9 no-clause',
  ],
  [
    'a fund that does not exist',
    ['willow/items/tools.yaml', 'fund: willow/craft-fund', 'fund: willow/craft-found'],
    'willow/items/tools.yaml:49:9 unknown-reference',
  ],
  [
    'an item where a fund is wanted',
    ['willow/items/tools.yaml', 'fund: willow/craft-fund', 'fund: willow/visit'],
    'willow/items/tools.yaml:49:9 unknown-reference',
  ],
  [
    'shares that do not make up the whole',
    ['willow/funds.yaml', 'share: 40%', 'share: 30%'],
    'willow/funds.yaml:16:5 shares-not-whole',
  ],
  ['a year twice', ['willow/funds.yaml', 'year: 2023', 'year: 2022'], 'willow/funds.yaml:9:54 duplicate-year'],
  ['a year that is none', ['willow/funds.yaml', 'year: 2023', 'year: 23'], 'willow/funds.yaml:9:54 bad-year'],
  [
    'a budget without a unit',
    ['willow/funds.yaml', 'amount: 300万元', 'amount: 300'],
    'willow/funds.yaml:9:37 bad-quantity',
  ],
  [
    'a term in the wrong unit',
    ['willow/funds.yaml', 'value: 5倍', 'value: 5%'],
    'willow/funds.yaml:22:34 bad-quantity',
  ],
  [
    'a value in another unit than its indicator',
    ['willow/indicators.yaml', 'value: 12家', 'value: 12个'],
    'willow/indicators.yaml:14:33 bad-quantity',
  ],
  [
    'a population that is no condition',
    [
      'willow/indicators.yaml',
      'test: 坊级 不低于 匠人坊 }\n    measured-from: [willow/masters',
      'test: 上年(营业额) }\n    measured-from: [willow/masters',
    ],
    'willow/indicators.yaml:12:36 condition-expected',
  ],
  [
    'a population of another subject',
    ['willow/indicators.yaml', 'subject: person', 'subject: project'],
    'willow/indicators.yaml:40:53 other-subject',
  ],
  [
    'full coverage of what is no ratio',
    ['willow/indicators.yaml', 'form: above-best', 'form: full'],
    'willow/indicators.yaml:72:23 full-of-ratio',
  ],
  [
    'a target without a value',
    ['willow/indicators.yaml', 'form: at-least, value: 70', 'form: at-least'],
    'willow/indicators.yaml:43:21 missing-key',
  ],
  [
    'a value for full coverage',
    ['willow/indicators.yaml', 'form: full', 'form: full, value: 100%'],
    'willow/indicators.yaml:34:34 stray-key',
  ],
  [
    'a span that is no number of years',
    ['willow/indicators.yaml', 'last: 2年', 'last: 24个月'],
    'willow/indicators.yaml:10:21 bad-duration',
  ],
  [
    'a year with a month',
    ['willow/indicators.yaml', 'year: 2023', 'year: 2023-01'],
    'willow/indicators.yaml:39:21 bad-year',
  ],
  [
    'two windows',
    ['willow/indicators.yaml', '{ last: 2年 }', '{ last: 2年, year: 2023 }'],
    'willow/indicators.yaml:10:31 two-forms',
  ],
  [
    'more measures than the source says',
    ['willow/plans.yaml', 'value: 3, unit: 条', 'value: 1, unit: 条'],
    'willow/plans.yaml:4:5 more-than-stated',
  ],
  [
    'a measure twice',
    ['willow/plans.yaml', 'name: 学徒津贴', 'name: 添器补助'],
    'willow/plans.yaml:4:5 duplicate-name',
  ],
  [
    'a part that the plan does not have',
    ['willow/plans.yaml', 'part: 引才', 'part: 引材'],
    'willow/plans.yaml:21:29 unknown-part',
  ],
  [
    'a plan of a document that is not registered',
    ['willow/plans.yaml', 'document: edict\n', 'document: edikt\n'],
    'willow/plans.yaml:6:15 unknown-document',
  ],
  [
    'a score table that does not exist',
    ['willow/assessments/score.yaml', 'score: guild/score', 'score: guild/scores'],
    'willow/assessments/score.yaml:9:12 unknown-reference',
  ],
  [
    'levels that do not rise',
    ['willow/assessments/score.yaml', 'value: 75', 'value: 60'],
    'willow/assessments/score.yaml:11:23 levels-not-rising',
  ],
  [
    'a result that is no fact',
    ['willow/assessments/score.yaml', 'result: 坊级', 'result: 坊极'],
    'willow/assessments/score.yaml:10:13 unknown-name',
  ],
  [
    'a word confused with itself',
    ['willow/glossary.yaml', 'not-to-be-confused-with: 陶作“三样”', 'not-to-be-confused-with: 木作“三样”'],
    'willow/glossary.yaml:4:81 unknown-term',
  ],
  [
    'a word twice',
    ['willow/glossary.yaml', 'term: 陶作“三样”,', 'term: 木作“三样”,'],
    'willow/glossary.yaml:6:13 duplicate-name',
  ],
  [
    'an id that an item has',
    ['willow/funds.yaml', 'id: willow/loan-pool', 'id: willow/loan'],
    'willow/funds.yaml:11:5 duplicate-id',
  ],
  [
    'an id of another pack',
    ['willow/plans.yaml', 'id: willow/old-plan', 'id: guild/old-plan'],
    'willow/plans.yaml:23:11 id-without-pack',
  ],
  [
    'a quorum that is no number of people',
    ['willow/items/tools.yaml', 'quorum: 5', 'quorum: 五'],
    'willow/items/tools.yaml:42:45 bad-quorum',
  ],
  [
    'a share above the whole',
    ['willow/items/tools.yaml', '{ kind: pay }', '{ kind: pay, share: 110% }'],
    'willow/items/tools.yaml:44:27 bad-share',
  ],
];

it.each(edits)('%s is reported where it stands', (_, edit, problem) => {
  expect(problemsOf(toyWith(edit))).toContain(problem);
});

it('names what the writer most likely meant', () => {
  const files = toyWith(['willow/indicators.yaml', '[willow/masters, willow/title-prize]', '[willow/mastors]']);
  expect(compilePacks(files, 'sha256:toy').problems).toMatchObject([
    { code: 'unknown-reference', message: '没有这个名录、事项、资金、评测、文件措施台账', nearest: 'willow/masters' },
  ]);
});

it('does not report references into a file that cannot be read', () => {
  const files: readonly ToyFile[] = toyAnd('willow/funds.yaml', '- { id: willow/craft-fund');
  expect(problemsOf(files).filter((line) => line.includes('unknown-reference'))).toEqual([]);
});

it('refuses a reference into a pack that this one does not build on', () => {
  const files = toyAnd(
    'guild/plans.yaml',
    `- id: guild/plan
  name: 行会条款
  document: charter
  clauses: [{ key: c, document: charter, evidence: primary, says: 一 }]
  measures: [{ name: 名号奖, items: [willow/title-prize] }]
`,
  );
  expect(problemsOf(files)).toEqual(['guild/plans.yaml:5:35 unseen-reference']);
});
