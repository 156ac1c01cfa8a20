// Gates, overlays and score tables that contradict one another.
import { expect, it } from 'vitest';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyAnd, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

/** The first block, cut off at a mark. */
const cut = (max: number) =>
  [
    'guild/scores/score.yaml',
    '[s-yield, s-skill, s-rank, s-taste]',
    `{ of: [s-yield, s-skill, s-rank, s-taste], max: ${max} }`,
  ] as const;

const rows: readonly (readonly [what: string, files: readonly ToyFile[], problems: readonly string[]])[] = [
  [
    'a second ladder',
    toyAnd('willow/ladder/more.yaml', 'levels: [甲, 乙]'),
    ['willow/ladder/more.yaml:1:10 two-ladders'],
  ],
  [
    'a gate to no level',
    toyWith(['guild/ladder/gates.yaml', 'to: 有字号', 'to: 老字辈']),
    ['guild/ladder/gates.yaml:45:9 unknown-level'],
  ],
  [
    'a title that no fact records',
    toyWith(['guild/ladder/gates.yaml', 'titles: [有字号]', 'titles: [有字号, 有名气]']),
    ['guild/ladder/gates.yaml:54:15 unknown-name'],
  ],
  [
    'a title that is no yes or no',
    toyWith(['guild/ladder/gates.yaml', 'titles: [有字号]', 'titles: [有字号, 规模]']),
    ['guild/ladder/gates.yaml:54:15 unknown-name'],
  ],
  [
    'a title written twice',
    toyWith(['guild/ladder/gates.yaml', 'titles: [有字号]', 'titles: [有字号, 有字号]']),
    ['guild/ladder/gates.yaml:54:15 duplicate-value'],
  ],
  [
    'a title that another pack has',
    toyAnd('willow/ladder/more.yaml', 'titles: [有字号]'),
    ['willow/ladder/more.yaml:1:10 duplicate-value'],
  ],
  [
    'a gate to a fact that is no title',
    toyWith(['guild/ladder/gates.yaml', 'to: 有字号', 'to: 有行规牌']),
    ['guild/ladder/gates.yaml:45:9 unknown-level'],
  ],
  [
    'gates of one level and mode on one day',
    toyWith(['guild/ladder/gates.yaml', 'alternative: 是\n', 'alternative: 否\n']),
    ['guild/ladder/gates.yaml:39:18 overlapping-versions'],
  ],
  [
    'a gate whose stated end reaches into the next one',
    toyWith([
      'guild/ladder/gates.yaml',
      'new: { from: 2020-01-01 }\n    review',
      'new: { from: 2020-01-01, to: 2024-01-01 }\n    review',
    ]),
    ['guild/ladder/gates.yaml:32:18 overlapping-versions'],
  ],
  [
    'an overlay in a mode that its gate does not have',
    toyWith([
      'guild/ladder/gates.yaml',
      'gate: guild/journeyman-2024, from',
      'gate: guild/journeyman-by-fair, mode: review, from',
    ]),
    ['guild/ladder/gates.yaml:53:67 unknown-mode'],
  ],
  [
    'a gate last seen before it started',
    toyWith(['guild/ladder/gates.yaml', 'seen: 2025-06-30', 'seen: 2023-06-30']),
    ['guild/ladder/gates.yaml:32:49 seen-before-from'],
  ],
  [
    'a level written twice',
    toyWith(['guild/ladder/gates.yaml', '[未评, 学徒坊, 匠人坊, 大师坊]', '[未评, 学徒坊, 匠人坊, 匠人坊]']),
    ['guild/ladder/gates.yaml:1:24 duplicate-value'],
  ],
  [
    'an empty all',
    toyWith(['guild/ladder/gates.yaml', 'any: [特长 含 雕, 特长 含 镶]', 'any: []']),
    ['guild/ladder/gates.yaml:18:33 too-few'],
  ],
  [
    'a gate in no mode',
    toyWith(['guild/ladder/gates.yaml', '    new: { from: unknown }\n', '']),
    ['guild/ladder/gates.yaml:43:9 missing-key'],
  ],
  [
    'an id without its pack',
    toyWith(['guild/ladder/gates.yaml', 'id: guild/named', 'id: named']),
    ['guild/ladder/gates.yaml:43:9 id-without-pack'],
  ],
  [
    'two gates of one id',
    toyWith(['guild/ladder/gates.yaml', 'id: guild/named', 'id: guild/journeyman-2024']),
    ['guild/ladder/gates.yaml:43:9 duplicate-id'],
  ],
  [
    'two conditions of one id',
    toyWith(['guild/ladder/gates.yaml', 'id: j20-craft', 'id: j20-sales']),
    ['guild/ladder/gates.yaml:18:11 duplicate-id'],
  ],
  [
    'an overlay on no gate',
    toyWith(['guild/ladder/gates.yaml', 'gate: guild/journeyman-2024, from', 'gate: guild/journeyman-2025, from']),
    ['guild/ladder/gates.yaml:53:35 unknown-gate'],
  ],
  [
    'an overlay on no condition',
    toyWith(['guild/ladder/gates.yaml', 'waive: j20-growth', 'waive: j20-growht']),
    ['guild/ladder/gates.yaml:50:112 unknown-condition'],
  ],
  [
    'two overlays on one condition and day',
    toyWith(['guild/ladder/gates.yaml', 'over: guild/soften-sales, ', '']),
    ['guild/ladder/gates.yaml:52:5 overlay-clash'],
  ],
  [
    'over an overlay that is not there',
    toyWith(['guild/ladder/gates.yaml', 'over: guild/soften-sales, ', 'over: guild/soften, ']),
    ['guild/ladder/gates.yaml:52:139 unknown-overlay'],
  ],
  [
    'an unknown score',
    toyWith(['guild/ladder/gates.yaml', 'score: guild/score, at-least: 60', 'score: guild/scores, at-least: 60']),
    ['guild/ladder/gates.yaml:25:11 unknown-score'],
  ],
  [
    'an unknown block',
    toyWith(['guild/ladder/gates.yaml', 'block: 手上功夫', 'block: 手上工夫']),
    ['guild/ladder/gates.yaml:26:11 unknown-block'],
  ],
  [
    'an unknown indicator',
    toyWith(['guild/ladder/gates.yaml', 'indicator: s-sales', 'indicator: s-sale']),
    ['guild/ladder/gates.yaml:27:11 unknown-indicator'],
  ],
  [
    'a score above the maximum',
    toyWith(['guild/ladder/gates.yaml', 'at-least: 60', 'at-least: 86']),
    ['guild/ladder/gates.yaml:25:11 score-unreachable'],
  ],
  [
    'a score to be passed that is the maximum itself',
    toyWith(['guild/ladder/gates.yaml', 'at-least: 60', 'more-than: 85']),
    ['guild/ladder/gates.yaml:25:11 score-unreachable'],
  ],
  [
    'a score above the mark of its block',
    toyWith(cut(19), ['guild/scores/score.yaml', 'total: 85', 'total: 69']),
    ['guild/ladder/gates.yaml:26:11 score-unreachable'],
  ],
  [
    'a score above what the marks of the blocks leave of the total',
    toyWith(
      cut(20),
      ['guild/scores/score.yaml', 'total: 85', 'total: 70'],
      ['guild/ladder/gates.yaml', 'at-least: 60', 'at-least: 71'],
    ),
    ['guild/ladder/gates.yaml:25:11 score-unreachable'],
  ],
  [
    'a total that the marks of the blocks do not give',
    toyWith(cut(30)),
    ['guild/scores/score.yaml:6:12 total-differs'],
  ],
  [
    'a block whose mark its indicators cannot reach',
    toyWith(cut(36)),
    ['guild/scores/score.yaml:8:61 block-max-unused'],
  ],
  [
    'a block that counts for nothing',
    toyWith(cut(0), ['guild/scores/score.yaml', '    total: 85\n', '']),
    [
      'guild/ladder/gates.yaml:25:11 score-unreachable',
      'guild/ladder/gates.yaml:26:11 score-unreachable',
      'guild/scores/score.yaml:7:61 points-below-zero',
    ],
  ],
  [
    'a score with two marks',
    toyWith(['guild/ladder/gates.yaml', 'at-least: 60', 'at-least: 60, more-than: 59']),
    ['guild/ladder/gates.yaml:25:73 two-forms'],
  ],
  [
    'points above the maximum',
    toyWith(['guild/scores/score.yaml', '95%: 10', '95%: 11']),
    ['guild/scores/score.yaml:11:69 points-above-max'],
  ],
  [
    'points below zero',
    toyWith(['guild/scores/score.yaml', 'points: [10, 6, 0]', 'points: [10, 6, -1]']),
    ['guild/scores/score.yaml:14:63 points-below-zero'],
  ],
  [
    'a threshold that is a sum',
    toyWith(['guild/scores/score.yaml', '{ 100万元: 10, 50万元: 5 }', '{ 50万元 + 50万元: 10, 50万元: 5 }']),
    ['guild/scores/score.yaml:15:58 not-a-literal'],
  ],
  [
    'a judged indicator about a project',
    toyWith(['guild/scores/score.yaml', 'judged: 花样新意', 'judged: 项目.花样新意']),
    ['guild/scores/score.yaml:14:41 wrong-subject'],
  ],
  [
    'bands out of order',
    toyWith(['guild/scores/score.yaml', '{ 95%: 10, 90%: 8, 80%: 5 }', '{ 95%: 10, 80%: 5, 90%: 8 }']),
    ['guild/scores/score.yaml:11:81 bands-not-monotonic', 'guild/scores/score.yaml:11:86 bands-not-monotonic'],
  ],
  [
    'bands whose points do not fall',
    toyWith(['guild/scores/score.yaml', '{ 100万元: 10, 50万元: 5 }', '{ 100万元: 10, 50万元: 10 }']),
    ['guild/scores/score.yaml:15:75 bands-not-monotonic'],
  ],
  [
    'a threshold of another type',
    toyWith(['guild/scores/score.yaml', '{ 100万元: 10, 50万元: 5 }', '{ 100万元: 10, 50%: 5 }']),
    ['guild/scores/score.yaml:15:69 wrong-type'],
  ],
  [
    'a total that the maxima do not give',
    toyWith(['guild/scores/score.yaml', 'total: 85', 'total: 100']),
    ['guild/scores/score.yaml:6:12 total-differs'],
  ],
  [
    'points that are no number',
    toyWith(['guild/scores/score.yaml', 'points: [10, 6, 0]', 'points: [10, 六, 0]']),
    ['guild/scores/score.yaml:14:60 not-a-number'],
  ],
  [
    'an indicator without a block',
    toyWith(['guild/scores/score.yaml', 's-hidden, s-level]', 's-level]']),
    ['guild/scores/score.yaml:20:15 indicator-without-block'],
  ],
  [
    'a block of an unknown indicator',
    toyWith(['guild/scores/score.yaml', '[s-yield, s-skill', '[s-yeild, s-skill']),
    ['guild/scores/score.yaml:8:14 unknown-indicator', 'guild/scores/score.yaml:11:15 indicator-without-block'],
  ],
  [
    'an indicator in two blocks',
    toyWith(['guild/scores/score.yaml', 's-hidden, s-level]', 's-hidden, s-level, s-taste]']),
    ['guild/scores/score.yaml:9:72 duplicate-id'],
  ],
  [
    'a score table that is not total',
    toyWith(['guild/scores/score.yaml', 'points: 5 }, { points: 0 }]', 'points: 5 }]']),
    ['guild/scores/score.yaml:13:39 not-total'],
  ],
  [
    'two indicators of one id',
    toyWith(['guild/scores/score.yaml', '{ id: s-marks', '{ id: s-age']),
    ['guild/scores/score.yaml:9:36 unknown-indicator', 'guild/scores/score.yaml:18:15 duplicate-id'],
  ],
];

it.each(rows)('reports %s, at its place', (_, files, problems) => {
  expect(problemsOf(files)).toEqual(problems);
});
