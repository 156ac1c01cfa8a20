// Items, benefits, procedures, stacking rules and calendars that cannot hold.
import { expect, it } from 'vitest';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyAnd, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

const manyItems = `items:
${Array.from({ length: 20 }, (_, i) => `  - { id: willow/m${i}, name: 甲, kind: award, subject: enterprise, theme: 乙, versions: [{ from: unknown, benefit: none }], stacking: [willow/together] }`).join('\n')}
`;

const rows: readonly (readonly [what: string, files: readonly ToyFile[], problems: readonly string[]])[] = [
  [
    'overlapping versions',
    toyWith(['willow/items/tools.yaml', 'to: 2023-06-30', 'to: 2023-07-15']),
    ['willow/items/tools.yaml:25:11 overlapping-versions'],
  ],
  [
    'a version that ends before it starts',
    toyWith(['willow/items/tools.yaml', 'to: 2023-06-30', 'to: 2021-06-30']),
    ['willow/items/tools.yaml:12:9 from-after-to'],
  ],
  [
    'a date that does not exist',
    toyWith(['willow/items/tools.yaml', 'to: 2023-06-30', 'to: 2023-06-31']),
    ['willow/items/tools.yaml:12:9 bad-date'],
  ],
  [
    'a version picked by what is no date',
    toyWith([
      'willow/items/tools.yaml',
      'to: 2023-06-30\n    by: 项目.开工日期',
      'to: 2023-06-30\n    by: 项目.器具款',
    ]),
    ['willow/items/tools.yaml:13:9 not-a-date', 'willow/items/tools.yaml:26:9 two-picking-dates'],
  ],
  [
    'versions picked by two dates',
    toyWith(['willow/items/tools.yaml', '2023-07-01\n    by: 项目.开工日期', '2023-07-01']),
    ['willow/items/tools.yaml:25:11 two-picking-dates'],
  ],
  [
    'a year that is of no date',
    toyWith(['willow/stacking.yaml', 'year-of: 项目.开工日期', 'year-of: 项目.器具款']),
    ['willow/stacking.yaml:8:89 not-a-date'],
  ],
  [
    'a rate above 100 %',
    toyWith(['willow/items/tools.yaml', 'rate: 10%', 'rate: 110%']),
    ['willow/items/tools.yaml:23:22 rate-out-of-range'],
  ],
  [
    'a cap below nothing',
    toyWith(['willow/items/tools.yaml', 'cap: 20万元', 'cap: -20万元']),
    ['willow/items/tools.yaml:23:44 negative-number', 'willow/items/tools.yaml:23:44 min-above-max'],
  ],
  [
    'a cap below the floor',
    toyWith(['willow/items/tools.yaml', 'cap: 20万元', 'cap: 1元']),
    ['willow/items/tools.yaml:23:44 min-above-max'],
  ],
  [
    'slices that do not start at 0',
    toyWith(['willow/items/more.yaml', '{ 0元: 100%, 10万元: 50% }', '{ 1元: 100%, 10万元: 50% }']),
    ['willow/items/more.yaml:24:35 slices-not-ascending'],
  ],
  [
    'a slice whose rate is not known',
    toyWith(['willow/items/more.yaml', '{ 0元: 100%, 10万元: 50% }', '{ 0元: 100%, 10万元: unknown }']),
    ['willow/items/more.yaml:24:45 not-a-literal'],
  ],
  [
    'a range of three ends',
    toyWith(['willow/items/more.yaml', '[1%, 2%]', '[1%, 2%, 3%]']),
    ['willow/items/more.yaml:44:49 too-many'],
  ],
  [
    'a judged condition about another subject',
    toyWith(['willow/items/more.yaml', 'eligible: 坊级 ≥ 匠人坊', 'eligible: { judged: 项目.图样清楚 }']),
    ['willow/items/more.yaml:12:65 wrong-subject'],
  ],
  [
    'slices out of order',
    toyWith(['willow/items/more.yaml', '{ 0元: 100%, 10万元: 50% }', '{ 0元: 100%, 10万元: 50%, 5万元: 20% }']),
    ['willow/items/more.yaml:24:56 slices-not-ascending'],
  ],
  [
    'a range whose low end is above its high end',
    toyWith(['willow/items/more.yaml', '[1%, 2%]', '[3%, 2%]']),
    ['willow/items/more.yaml:44:54 min-above-max'],
  ],
  [
    'an amount that is no money',
    toyWith(['willow/items/more.yaml', 'amount: 5万元', 'amount: 5%']),
    ['willow/items/more.yaml:12:84 wrong-type'],
  ],
  [
    'a benefit table that is not total',
    toyWith(['willow/items/tools.yaml', '        - none\n', '']),
    ['willow/items/tools.yaml:31:11 not-total'],
  ],
  [
    'an unknown fact in helps',
    toyWith(['willow/items/tools.yaml', 'helps: [良品率]', 'helps: [良品]']),
    ['willow/items/tools.yaml:35:9 unknown-name'],
  ],
  [
    'a fact of another subject',
    toyWith(['willow/items/more.yaml', 'eligible: 坊级 ≥ 匠人坊', 'eligible: 项目.器具款 ≥ 5元']),
    ['willow/items/more.yaml:12:55 other-subject'],
  ],
  [
    'an unknown stacking rule',
    toyWith(['willow/items/tools.yaml', 'willow/yearly]', 'willow/yearley]']),
    ['willow/items/tools.yaml:34:36 unknown-stacking', 'willow/stacking.yaml:8:11 unused-stacking'],
  ],
  [
    'a stacking rule of another scope',
    toyWith([
      'willow/items/more.yaml',
      '[willow/together, willow/only-once]',
      '[willow/together, willow/only-once, willow/one-per-project]',
    ]),
    ['willow/items/more.yaml:13:51 scope-mismatch'],
  ],
  [
    'a stacking rule that nobody uses',
    toyWith(['willow/items/more.yaml', '    stacking: [willow/choose]\n', '']),
    ['willow/stacking.yaml:5:11 unused-stacking'],
  ],
  [
    'after an unknown item',
    toyWith(['willow/stacking.yaml', 'after: willow/title-prize', 'after: willow/title-price']),
    ['willow/stacking.yaml:7:59 unknown-item'],
  ],
  [
    'after in a circle',
    toyWith(['willow/stacking.yaml', 'after: willow/title-prize', 'after: willow/tax-relief']),
    ['willow/stacking.yaml:7:11 after-cycle'],
  ],
  [
    'a pair under two exclusive rules',
    toyWith(
      ['willow/stacking.yaml', 'rule: { sum-up-to: 上年(营业额) × 10% }', 'rule: highest'],
      ['willow/stacking.yaml', 'rule: once', 'rule: choose-one'],
      [
        'willow/items/more.yaml',
        '[willow/together, willow/later]',
        '[willow/together, willow/later, willow/only-once]',
      ],
    ),
    ['willow/stacking.yaml:10:11 two-exclusive-rules'],
  ],
  [
    'a rule graded above its clause',
    toyWith(['willow/stacking.yaml', 'evidence: assumption, enabled: 否', 'evidence: primary, enabled: 否']),
    ['willow/stacking.yaml:5:73 grade-above-document'],
  ],
  [
    'a window that only a draft carries',
    toyWith(['willow/items/more.yaml', 'window: always', 'window: { from: 03-01, to: 04-01, clause: b2 }']),
    ['willow/items/more.yaml:14:41 weak-evidence'],
  ],
  [
    'a stage that only a draft carries',
    toyWith([
      'willow/items/more.yaml',
      'window: always',
      'window: always, stages: [{ kind: notice, days: 7日, clause: b2 }]',
    ]),
    ['willow/items/more.yaml:14:66 weak-evidence'],
  ],
  [
    'a clock that only a draft carries',
    toyWith([
      'willow/items/more.yaml',
      'window: always',
      'window: always, clocks: [{ name: 答复, within: 7日, clause: b2 }]',
    ]),
    ['willow/items/more.yaml:14:78 weak-evidence'],
  ],
  [
    'a window that is no date',
    toyWith(['willow/items/tools.yaml', '{ from: 03-15, to: 04-15 }', '{ from: 03-15, to: 04-31 }']),
    ['willow/items/tools.yaml:39:30 bad-date'],
  ],
  [
    'a stage of no kind',
    toyWith(['willow/items/tools.yaml', 'kind: formal', 'kind: formel']),
    ['willow/items/tools.yaml:41:15 unknown-stage'],
  ],
  [
    'stages out of order',
    toyWith([
      'willow/items/tools.yaml',
      '    - { kind: notice, days: 7日 }\n    - { kind: pay }',
      '    - { kind: pay }\n    - { kind: funding }',
    ]),
    ['willow/items/tools.yaml:43:15 stage-order'],
  ],
  [
    'a clock that is no length of time',
    toyWith(['willow/items/tools.yaml', 'within: 2个工作日', 'within: 两天']),
    ['willow/items/tools.yaml:52:27 bad-duration'],
  ],
  [
    'days that are no length of time',
    toyWith(['willow/items/tools.yaml', 'days: 7日', 'days: 七天']),
    ['willow/items/tools.yaml:43:29 bad-duration'],
  ],
  [
    'a material that proves an unknown fact',
    toyWith(['willow/items/tools.yaml', 'proves: [坊级]', 'proves: [坊等]']),
    ['willow/items/tools.yaml:47:30 unknown-name'],
  ],
  [
    'a calendar day outside its year',
    toyWith(['guild/calendars/cn.yaml', 'off: [2024-01-01', 'off: [2023-12-31']),
    ['guild/calendars/cn.yaml:6:11 date-outside-year'],
  ],
  [
    'a weekday among the worked weekend days',
    toyWith(['guild/calendars/cn.yaml', '[2024-02-04, 2024-02-18]', '[2024-02-05, 2024-02-18]']),
    ['guild/calendars/cn.yaml:7:14 not-a-weekend'],
  ],
  [
    'a day both off and worked',
    toyWith(['guild/calendars/cn.yaml', '[2024-02-04, 2024-02-18]', '[2024-02-04, 2024-02-17]']),
    ['guild/calendars/cn.yaml:7:26 off-and-worked'],
  ],
  [
    'a day that does not exist',
    toyWith(['guild/calendars/cn.yaml', '2024-02-10..2024-02-17', '2024-02-10..2024-02-30']),
    ['guild/calendars/cn.yaml:6:23 bad-date'],
  ],
  [
    'a judged name that another type has',
    toyWith(['guild/ladder/gates.yaml', 'judged: 活计属上品', 'judged: 良品率']),
    ['guild/ladder/gates.yaml:24:37 judged-type'],
  ],
  [
    'a score inside a score table',
    toyWith([
      'guild/scores/score.yaml',
      'count: [有字号, 有行规牌]',
      'count: [有字号, { score: guild/score, at-least: 5 }]',
    ]),
    ['guild/scores/score.yaml:18:45 score-not-here'],
  ],
  [
    'more than twenty linked items',
    toyAnd('willow/items/many.yaml', manyItems),
    ['willow/stacking.yaml:6:11 too-many-linked'],
  ],
  [
    'a file with mistakes of its own and every other one',
    toyWith(
      ['willow/pack.yaml', 'name: 柳城', 'nam: 柳城'],
      ['willow/items/tools.yaml', 'kind: subsidy', 'kind: subsidi'],
    ),
    ['willow/items/tools.yaml:4:7 unknown-word', 'willow/pack.yaml:2:1 unknown-key'],
  ],
  [
    'an item of an id that is taken',
    toyWith(['willow/items/more.yaml', 'id: willow/visit', 'id: willow/big']),
    ['willow/items/more.yaml:54:9 duplicate-id'],
  ],
];

it.each(rows)('reports %s, at its place', (_, files, problems) => {
  expect(problemsOf(files)).toEqual(problems);
});
