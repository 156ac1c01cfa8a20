// Facts, trees, sets, parameters and expressions that contradict themselves or name what is not there.
import { expect, it } from 'vitest';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyAnd, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

const rows: readonly (readonly [what: string, files: readonly ToyFile[], problems: readonly string[]])[] = [
  [
    'an unknown fact, inside its expression',
    toyWith(['guild/ladder/gates.yaml', '上年(营业额) ≥ 60万元', '上年(营业款) ≥ 60万元']),
    ['guild/ladder/gates.yaml:35:40 unknown-name'],
  ],
  [
    'an unknown fact in a quoted expression',
    toyWith(['guild/ladder/gates.yaml', 'test: 上年(营业额) ≥ 60万元', 'test: "上年(营业款) ≥ 60万元"']),
    ['guild/ladder/gates.yaml:35:41 unknown-name'],
  ],
  [
    'money without a unit',
    toyWith(['guild/ladder/gates.yaml', '上年(营业额) ≥ 60万元', '上年(营业额) ≥ 60']),
    ['guild/ladder/gates.yaml:35:47 bare-money'],
  ],
  [
    'a name that is a word of the language',
    toyWith(['guild/facts/workshop.yaml', 'name: 名号', 'name: 上年']),
    ['guild/facts/workshop.yaml:17:13 ambiguous-name'],
  ],
  [
    'a name that reads as two names with an operator between',
    toyWith(['guild/facts/workshop.yaml', 'name: 名号', 'name: 有字号且有行规牌']),
    ['guild/facts/workshop.yaml:17:13 ambiguous-name'],
  ],
  [
    'a judged name that reads as a negation',
    toyWith(['guild/ladder/gates.yaml', 'judged: 活计属上品', 'judged: 非有字号']),
    ['guild/ladder/gates.yaml:24:37 ambiguous-name'],
  ],
  [
    'two facts of one name',
    toyWith(['guild/facts/workshop.yaml', 'name: 有行规牌', 'name: 有字号']),
    [
      'guild/facts/workshop.yaml:16:13 duplicate-name',
      'guild/ladder/gates.yaml:53:105 unknown-name',
      'guild/scores/score.yaml:18:45 unknown-name',
    ],
  ],
  [
    'two facts of one key',
    toyWith(['guild/facts/workshop.yaml', 'key: hasPlaque', 'key: hasName']),
    ['guild/facts/workshop.yaml:16:24 duplicate-id'],
  ],
  [
    'a key that is no identifier',
    toyWith(['guild/facts/workshop.yaml', 'key: hasPlaque', 'key: 牌']),
    ['guild/facts/workshop.yaml:16:24 bad-key'],
  ],
  [
    'a minimum above the maximum',
    toyWith(['guild/facts/workshop.yaml', 'min: 0, max: 500', 'min: 600, max: 500']),
    ['guild/facts/workshop.yaml:12:65 min-above-max'],
  ],
  [
    'a bound of another type',
    toyWith(['guild/facts/workshop.yaml', 'min: 0, max: 500', 'min: 5%, max: 500']),
    ['guild/facts/workshop.yaml:12:55 wrong-type'],
  ],
  [
    'a bad unit',
    toyWith(['guild/facts/workshop.yaml', 'unit: 年', 'unit: years']),
    ['guild/facts/workshop.yaml:12:47 bad-unit'],
  ],
  [
    'a key that the type does not take',
    toyWith(['guild/facts/workshop.yaml', 'key: fairRank, type: rank', 'key: fairRank, type: rank, unit: 名']),
    ['guild/facts/workshop.yaml:14:46 stray-key'],
  ],
  [
    'an ordered fact without values',
    toyWith([
      'guild/facts/workshop.yaml',
      'key: rank, type: ordered, values: [学徒, 匠人, 大师]',
      'key: rank, type: ordered',
    ]),
    ['guild/facts/workshop.yaml:24:34 ordered-without-values'],
  ],
  [
    'a list without columns',
    toyWith([
      'guild/facts/workshop.yaml',
      'type: list, of: { 称谓: [老字号, 新字号], 授予日期: date, 件数: integer }',
      'type: list',
    ]),
    ['guild/facts/workshop.yaml:17:36 list-without-columns'],
  ],
  [
    'a column of no type',
    toyWith(['guild/facts/workshop.yaml', '件数: integer', '件数: intger']),
    ['guild/facts/workshop.yaml:17:80 unknown-word'],
  ],
  [
    'a column without a type',
    toyWith(['guild/facts/workshop.yaml', '授予日期: date', '授予日期:']),
    ['guild/facts/workshop.yaml:17:64 missing-value'],
  ],
  [
    'a name with a dot',
    toyWith(['guild/facts/workshop.yaml', 'name: 有行规牌', 'name: 行会.牌']),
    [
      'guild/facts/workshop.yaml:16:13 bad-name',
      'guild/ladder/gates.yaml:53:105 unknown-name',
      'guild/scores/score.yaml:18:45 unknown-name',
    ],
  ],
  [
    'a value written twice',
    toyWith(['guild/facts/workshop.yaml', '[雕, 镶, 漆]', '[雕, 镶, 漆, 雕]']),
    ['guild/facts/workshop.yaml:5:59 duplicate-value'],
  ],
  [
    'a tree fact that does not say which tree',
    toyWith(['guild/facts/workshop.yaml', 'type: tree, of: 地图', 'type: tree']),
    ['guild/facts/workshop.yaml:3:37 tree-without-name'],
  ],
  [
    'a bound that is a sum',
    toyWith(['guild/facts/workshop.yaml', 'min: 0, max: 500', 'min: 0, max: 250 + 250']),
    ['guild/facts/workshop.yaml:12:63 not-a-literal'],
  ],
  [
    'a yes-or-no that is neither',
    toyWith([
      'guild/facts/workshop.yaml',
      'key: fairRank, type: rank, none: true',
      'key: fairRank, type: rank, none: 有',
    ]),
    ['guild/facts/workshop.yaml:14:52 not-yes-no'],
  ],
  [
    'an unknown tree',
    toyWith(['guild/facts/workshop.yaml', 'type: tree, of: 地图', 'type: tree, of: 地理']),
    ['guild/facts/workshop.yaml:3:47 unknown-tree'],
  ],
  [
    'a tree node with two parents',
    toyWith(['guild/trees/map.yaml', '西州: {}', '西州: { 枫城: {} }']),
    ['guild/trees/map.yaml:8:9 duplicate-node'],
  ],
  [
    'a derived fact without a derivation',
    toyWith([
      'guild/facts/workshop.yaml',
      'key: hasPlaque, type: boolean, change: effort',
      'key: hasPlaque, type: boolean, derived: true',
    ]),
    ['guild/facts/workshop.yaml:16:59 no-derivation'],
  ],
  [
    'a derivation of a fact that is not derived',
    toyWith(['guild/derivations/size.yaml', 'fact: 规模', 'fact: 坊级']),
    ['guild/derivations/size.yaml:4:11 not-derived', 'guild/facts/workshop.yaml:7:74 no-derivation'],
  ],
  [
    'a fact derived twice',
    toyAnd('guild/derivations/more.yaml', '- { fact: 规模, value: 小坊 }'),
    ['guild/derivations/size.yaml:4:11 two-derivations'],
  ],
  [
    'derived facts in a circle',
    toyWith([
      'guild/facts/workshop.yaml',
      '{ name: 工料费, key: cost, type: money, period: year, min: 0元, change: effort }',
      '{ name: 工料费, key: cost, type: money, period: year, derived: 营业额 × 工料占比 }',
    ]),
    ['guild/facts/workshop.yaml:9:13 derivation-cycle'],
  ],
  [
    'a table of values that is not total',
    toyWith(['guild/derivations/size.yaml', '      - { value: 小坊 }\n', '']),
    ['guild/derivations/size.yaml:7:9 not-total'],
  ],
  [
    'a row after the last',
    toyWith(['guild/derivations/size.yaml', '{ when: 上年(学徒数) ≥ 10, value: 大坊 }', '{ value: 大坊 }']),
    ['guild/derivations/size.yaml:6:9 unreachable-row'],
  ],
  [
    'an unknown set member',
    toyWith(['willow/sets.yaml', 'in: [柳城南镇]', 'in: [柳城南阵]']),
    ['willow/sets.yaml:4:30 unknown-member'],
  ],
  [
    'a member both settled and not',
    toyWith(['willow/sets.yaml', 'unsettled: [东州柳城北镇]', 'unsettled: [东州柳城南镇]']),
    ['willow/sets.yaml:4:49 settled-and-unsettled'],
  ],
  [
    'a choice that no fact has',
    toyWith(['willow/sets.yaml', '[木作, 陶作]', '[木作, 瓦作]']),
    ['willow/sets.yaml:5:26 unknown-member'],
  ],
  [
    'a set without members',
    toyWith(['willow/sets.yaml', 'in: [柳城南镇]', 'in: 柳城南镇']),
    ['willow/sets.yaml:4:29 wrong-shape'],
  ],
  [
    'a set of the name that a pack below uses',
    toyAnd('guild/sets.yaml', '- { name: 细活, in: [木作] }'),
    ['willow/sets.yaml:5:13 duplicate-name'],
  ],
  [
    'two sets of one name',
    toyWith(['willow/sets.yaml', 'name: 细活', 'name: 城里']),
    ['willow/items/tools.yaml:21:43 unknown-value', 'willow/sets.yaml:5:13 duplicate-name'],
  ],
  [
    'parameter dates that do not ascend',
    toyWith(['guild/parameters/dues.yaml', 'from: 2024-01-01', 'from: unknown']),
    ['guild/parameters/dues.yaml:4:81 dates-not-ascending'],
  ],
  [
    'a parameter that starts after its reader',
    toyWith(['guild/parameters/dues.yaml', 'from: unknown', 'from: 2023-12-01']),
    ['willow/items/tools.yaml:25:5 parameter-too-late'],
  ],
  [
    'a parameter value without a clause',
    toyWith([
      'guild/parameters/dues.yaml',
      'clauses:\n  - { key: dues, document: charter, at: 附表, evidence: primary, says: 会费标准按年公布 }\n',
      '',
    ]),
    ['guild/parameters/dues.yaml:2:65 no-clause', 'guild/parameters/dues.yaml:2:100 no-clause'],
  ],
  [
    'a parameter that starts after the gate whose score reads it',
    toyWith(
      ['guild/scores/score.yaml', 'count: [有字号, 有行规牌]', 'count: [有字号, 上年(营业额) ≥ 会费标准]'],
      ['guild/parameters/dues.yaml', 'from: unknown', 'from: 2021-01-01'],
    ),
    ['guild/ladder/gates.yaml:7:5 parameter-too-late'],
  ],
];

it.each(rows)('reports %s, at its place', (_, files, problems) => {
  expect(problemsOf(files)).toEqual(problems);
});
