// Files that are no YAML, of no known shape, or that cite what is not there.
import { expect, it } from 'vitest';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyAnd, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

const rows: readonly (readonly [what: string, files: readonly ToyFile[], problems: readonly string[]])[] = [
  [
    'broken yaml: a bracket that is not closed',
    toyWith(['willow/sets.yaml', 'in: [柳城南镇]', 'in: [柳城南镇']),
    ['willow/sets.yaml:4:70 broken-yaml', 'willow/sets.yaml:5:3 broken-yaml'],
  ],
  [
    'an ASCII comma inside an expression in flow YAML',
    toyWith([
      'guild/ladder/gates.yaml',
      '{ id: j20-growth, test: 复合增长率(营业额，2) ≥ 5%, only-for: new }',
      '{ id: j20-growth, test: 复合增长率(营业额, 2) ≥ 5% }',
    ]),
    ['guild/ladder/gates.yaml:17:35 ascii-comma'],
  ],
  [
    'a tab as indentation',
    toyWith(['willow/pack.yaml', 'division: "320000"', 'nested:\n\tdivision: x']),
    ['willow/pack.yaml:4:1 tab-indent'],
  ],
  ['an anchor', toyWith(['willow/pack.yaml', 'name: 柳城', 'name: &x 柳城']), ['willow/pack.yaml:2:10 yaml-anchor']],
  [
    'a duplicate key',
    toyWith(['willow/pack.yaml', 'name: 柳城', 'name: 柳城\nname: 柳']),
    ['willow/pack.yaml:3:1 duplicate-key'],
  ],
  [
    'an unknown key, with the nearest one',
    toyWith(['willow/items/tools.yaml', 'competition: selected', 'competion: selected']),
    ['willow/items/tools.yaml:33:1 unknown-key'],
  ],
  [
    'a key without a value',
    toyWith(['willow/items/tools.yaml', 'owner: 工坊司\n', 'owner:\n']),
    ['willow/items/tools.yaml:7:1 missing-value'],
  ],
  [
    'a missing key',
    toyWith(['willow/items/tools.yaml', 'theme: 兴匠\n', '']),
    ['willow/items/tools.yaml:1:1 missing-key'],
  ],
  [
    'a word outside its list',
    toyWith(['willow/items/tools.yaml', 'kind: subsidy', 'kind: subsidi']),
    ['willow/items/tools.yaml:4:7 unknown-word'],
  ],
  [
    'a full-width colon',
    toyWith([
      'guild/ladder/gates.yaml',
      'new: { from: 2020-01-01 }\n    review: { from: 2020-01-01, to: 2024-12-31 }',
      'new: from：2020-01-01\n    review: { from: 2020-01-01, to: 2024-12-31 }',
    ]),
    ['guild/ladder/gates.yaml:11:10 wrong-shape'],
  ],
  [
    'a list where a mapping belongs',
    toyWith(['willow/items/tools.yaml', 'window: { from: 03-15, to: 04-15 }', 'window: [03-15, 04-15]']),
    ['willow/items/tools.yaml:39:11 wrong-shape'],
  ],
  [
    'a condition of two forms',
    toyWith([
      'guild/ladder/gates.yaml',
      '{ id: j20-sales, test: 上年(营业额) ≥ 50万元 }',
      '{ id: j20-sales, test: 上年(营业额) ≥ 50万元, judged: 好 }',
    ]),
    ['guild/ladder/gates.yaml:16:58 two-forms'],
  ],
  [
    'a condition of no form',
    toyWith(['guild/ladder/gates.yaml', '{ id: j20-sales, test: 上年(营业额) ≥ 50万元 }', '{ id: j20-sales }']),
    ['guild/ladder/gates.yaml:16:11 no-form'],
  ],
  [
    'a score without a threshold',
    toyWith(['guild/ladder/gates.yaml', 'score: guild/score, at-least: 60', 'score: guild/score']),
    ['guild/ladder/gates.yaml:25:11 missing-key'],
  ],
  [
    'a key of another form',
    toyWith(['willow/items/more.yaml', 'benefit: { amount: 5万元 }', 'benefit: { amount: 5万元, of: 上年(营业额) }']),
    ['willow/items/more.yaml:12:93 stray-key'],
  ],
  ['an empty file', toyAnd('willow/sets.yaml', ''), ['willow/sets.yaml:1:1 empty-file']],
  ['a file of no kind', toyAnd('willow/item/extra.yaml', 'id: x'), ['willow/item/extra.yaml:1:1 unknown-file']],
  ['a file in the wrong place', toyAnd('guild/fact.yaml', 'enterprise: []'), ['guild/fact.yaml:1:1 unknown-file']],
  ['a folder without pack.yaml', toyAnd('elm/documents.yaml', '[]'), ['elm/pack.yaml:1:1 missing-pack-file']],
  [
    'a pack that is not there',
    toyWith(['willow/pack.yaml', '[guild]', '[guilt]']),
    ['willow/pack.yaml:4:13 missing-pack'],
  ],
  [
    'packs in a circle',
    toyWith(['guild/pack.yaml', 'name: 手艺行会', 'name: 手艺行会\nbuilds-on: [willow]']),
    ['guild/pack.yaml:1:5 pack-cycle'],
  ],
  [
    'a pack id that is not its folder',
    toyWith(['willow/pack.yaml', 'id: willow', 'id: willows']),
    ['willow/pack.yaml:1:5 pack-folder'],
  ],
  [
    'two documents of one id',
    toyWith(['guild/documents.yaml', 'id: rumour', 'id: almanac']),
    ['guild/documents.yaml:4:9 duplicate-id', 'willow/items/more.yaml:3:26 unknown-document'],
  ],
  [
    'a document out of force before it is in force',
    toyWith(['guild/documents.yaml', 'from: 2020-01-01, evidence', 'from: 2020-01-01, to: 2019-01-01, evidence']),
    ['guild/documents.yaml:1:100 from-after-to'],
  ],
  [
    'an unknown successor',
    toyWith(['guild/documents.yaml', 'successor: charter-2', 'successor: charter-3']),
    ['guild/documents.yaml:1:126 unknown-document'],
  ],
  [
    'a clause of an unknown document',
    toyWith(['willow/items/tools.yaml', 'document: edict', 'document: edikt']),
    ['willow/items/tools.yaml:9:26 unknown-document'],
  ],
  [
    'a document of a pack that this one does not build on',
    toyWith(['guild/parameters/dues.yaml', 'document: charter', 'document: edict']),
    ['guild/parameters/dues.yaml:2:28 unseen-document', 'guild/parameters/dues.yaml:2:53 grade-above-document'],
  ],
  [
    'a grade above the document',
    toyWith(['willow/items/tools.yaml', 'evidence: seed', 'evidence: primary']),
    ['willow/items/tools.yaml:9:52 grade-above-document'],
  ],
  [
    'two clauses of one key',
    toyWith(['willow/items/more.yaml', 'key: b2', 'key: b1']),
    ['willow/items/more.yaml:3:12 duplicate-clause', 'willow/items/more.yaml:24:94 unknown-clause'],
  ],
  [
    'an unknown clause',
    toyWith(['willow/items/tools.yaml', '≥ 5万元, clause: a6', '≥ 5万元, clause: a7']),
    ['willow/items/tools.yaml:19:52 unknown-clause'],
  ],
  [
    'a leaf without a clause',
    toyWith(['guild/ladder/gates.yaml', 'from: unknown }\n    clause: gates\n', 'from: unknown }\n']),
    ['guild/ladder/gates.yaml:47:37 no-clause'],
  ],
  [
    'a benefit without a clause',
    toyWith(['willow/items/more.yaml', 'theme: 融资\n    clause: b1\n', 'theme: 融资\n']),
    ['willow/items/more.yaml:43:38 no-clause'],
  ],
];

it.each(rows)('reports %s, at its place', (_, files, problems) => {
  expect(problemsOf(files)).toEqual(problems);
});
