// Files with several mistakes of different kinds: each is told in the same run, and no other.
import { expect, it } from 'vitest';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyAnd, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

const rows: readonly (readonly [what: string, files: readonly ToyFile[], problems: readonly string[]])[] = [
  [
    'an unknown key, a wrong unit, an unknown fact and overlapping versions in one items file',
    toyWith(
      ['willow/items/more.yaml', '    theme: 减负\n', '    theme: 减负\n    colour: red\n'],
      ['willow/items/more.yaml', 'eligible: 坊级 ≥ 匠人坊, benefit', 'eligible: 坊龄 ≥ 5件, benefit'],
      ['willow/items/more.yaml', '人员.身份 ≥ 匠人', '人员.身分 ≥ 匠人'],
      [
        'willow/items/more.yaml',
        '      - { from: 2022-01-01, benefit: case-by-case }\n',
        '      - { from: 2022-01-01, to: 2024-12-31, benefit: { amount: 5% } }\n      - { from: 2024-01-01, benefit: none }\n',
      ],
    ),
    [
      'willow/items/more.yaml:12:60 unit-mismatch',
      'willow/items/more.yaml:20:5 unknown-key',
      'willow/items/more.yaml:35:19 unknown-name',
      'willow/items/more.yaml:53:64 wrong-type',
      'willow/items/more.yaml:54:17 overlapping-versions',
    ],
  ],
  [
    'five rows of facts that are wrong in five ways, and a wrong expression in an items file',
    toyWith(
      ['guild/facts/workshop.yaml', 'key: craft, type: choice', 'key: craft, type: chose'],
      ['guild/facts/workshop.yaml', 'values: [未评, 学徒坊, 匠人坊, 大师坊], ', ''],
      ['guild/facts/workshop.yaml', '{ name: 有行规牌, key: hasPlaque,', '{ name: 有字号, key: hasPlaque,'],
      ['guild/facts/workshop.yaml', 'min: 0%, max: 100%', 'min: 一成, max: 100%'],
      ['guild/facts/workshop.yaml', 'key: fairRank, type: rank', 'key: fairRank, colour: red, type: rank'],
      ['guild/ladder/gates.yaml', '有行规牌 = 是', '有字号 = 是'],
      ['guild/scores/score.yaml', '[有字号, 有行规牌]', '[有字号, 坊龄 ≥ 3]'],
      ['willow/items/tools.yaml', '项目.器具款 ≥ 5万元', '项目.器具款 ≥ 5人'],
    ),
    [
      'guild/facts/workshop.yaml:4:35 unknown-word',
      'guild/facts/workshop.yaml:6:35 ordered-without-values',
      'guild/facts/workshop.yaml:13:48 unknown-name',
      'guild/facts/workshop.yaml:14:34 unknown-key',
      'guild/facts/workshop.yaml:16:13 duplicate-name',
      'willow/items/tools.yaml:19:39 type-mismatch',
    ],
  ],
  [
    'overlays that contradict one another beside a misshapen gate',
    toyWith(
      ['guild/ladder/gates.yaml', 'over: guild/soften-sales, ', ''],
      ['guild/ladder/gates.yaml', 'alternative: 是', 'alternative: 或许'],
      ['guild/ladder/gates.yaml', '    en: Journeyman workshop\n', '    en:\n'],
    ),
    [
      'guild/ladder/gates.yaml:9:5 missing-value',
      'guild/ladder/gates.yaml:40:18 not-yes-no',
      'guild/ladder/gates.yaml:52:5 overlay-clash',
    ],
  ],
  [
    'four bad stacking rules',
    toyAnd(
      'willow/stacking.yaml',
      `clauses:
  - { key: once, document: edict, at: 第九条, evidence: seed, says: 同一添置只补一次 }
rules:
  - { id: willow/one-per-project, scope: project, rule: hihgest, clause: once }
  - { id: willow/choose, scope: enterprise, rule: { after: willow/bigger }, clause: once }
  - { id: willow/together, scope: enterprise, rule: highest, clause: once }
  - { id: willow/later, scope: enterprise, rule: { after: willow/tax-relief }, clause: once }
  - { id: willow/yearly, scope: project, rule: { per-year-cap: { amount: 30万元, year-of: 项目.开工日期 } }, clause: once }
  - { id: willow/household, scope: household, rule: top-up, clause: once }
  - { id: willow/only-once, scope: enterprise, rule: choose-one, clause: once }
`,
    ).map((file) =>
      file.path === 'willow/items/more.yaml'
        ? { ...file, text: file.text.replace('willow/later]', 'willow/later, willow/only-once]') }
        : file,
    ),
    [
      'willow/stacking.yaml:4:57 unknown-word',
      'willow/stacking.yaml:5:60 unknown-item',
      'willow/stacking.yaml:7:11 after-cycle',
      'willow/stacking.yaml:10:11 two-exclusive-rules',
    ],
  ],
  [
    'a bad date, an id written twice and an unknown successor in the register of documents',
    toyWith(
      ['guild/documents.yaml', 'issued: 2019-12-20', 'issued: 2019-13-20'],
      ['guild/documents.yaml', 'successor: charter-2', 'successor: charter-3'],
      [
        'guild/documents.yaml',
        '- { id: rumour, title',
        '- { id: almanac, title: 又一份, evidence: draft }\n- { id: rumour, title',
      ],
    ),
    [
      'guild/documents.yaml:1:66 bad-date',
      'guild/documents.yaml:1:126 unknown-document',
      'guild/documents.yaml:4:9 duplicate-id',
    ],
  ],
  [
    'a parameter that cannot be read beside the wrong use of another one',
    toyWith(
      [
        'guild/parameters/dues.yaml',
        'parameters:\n',
        'parameters:\n  - { name: 束脩, type: monies, values: [{ from: unknown, value: 3元 }] }\n',
      ],
      ['willow/items/tools.yaml', '项目.器具款 ≥ 会费标准', '项目.器具款 ≥ 束脩 且 坊龄 ≥ 会费标准'],
    ),
    ['guild/parameters/dues.yaml:4:23 unknown-word', 'willow/items/tools.yaml:27:29 type-mismatch'],
  ],
  [
    'a key that objects cannot carry, a key twice and a wrong rate in one item',
    toyWith(
      ['willow/items/tools.yaml', 'owner: 工坊司\n', 'owner: 工坊司\n__proto__: x\nowner: 别处\n'],
      ['willow/items/tools.yaml', 'rate: 10%', 'rate: 110%'],
    ),
    [
      'willow/items/tools.yaml:8:1 unknown-key',
      'willow/items/tools.yaml:9:1 duplicate-key',
      'willow/items/tools.yaml:25:22 rate-out-of-range',
    ],
  ],
  [
    'a fact that is used everywhere without its name, and a wrong use of another one',
    toyWith(
      ['guild/facts/workshop.yaml', 'name: 营业额, ', ''],
      ['willow/items/more.yaml', '上年(工料占比) ≥ 10%', '上年(工料占比) ≥ 10元'],
    ),
    ['guild/facts/workshop.yaml:8:5 missing-key', 'willow/items/more.yaml:23:30 type-mismatch'],
  ],
  [
    'a pack file with a misspelt key, one that builds on a misspelt pack, and a wrong expression',
    toyWith(
      ['guild/pack.yaml', 'name: 手艺行会', 'nam: 手艺行会'],
      ['willow/pack.yaml', '[guild]', '[giuld]'],
      ['willow/items/more.yaml', '上年(工料占比) ≥ 10%', '上年(工料占比) ≥ 10元'],
      ['willow/items/more.yaml', '坊级 ≥ 匠人坊, benefit', '坊等 ≥ 匠人坊, benefit'],
    ),
    [
      'guild/pack.yaml:2:1 unknown-key',
      'willow/items/more.yaml:12:55 unknown-name',
      'willow/items/more.yaml:23:30 type-mismatch',
      'willow/pack.yaml:4:13 missing-pack',
    ],
  ],
  [
    'a file that is no YAML, and a wrong expression that uses none of its names',
    toyWith(
      ['guild/parameters/dues.yaml', 'parameters:\n', 'parameters: [\n'],
      ['willow/items/more.yaml', '上年(工料占比) ≥ 10%', '上年(工料占比) ≥ 10元'],
    ),
    [
      'guild/parameters/dues.yaml:4:3 broken-yaml',
      'guild/parameters/dues.yaml:5:1 broken-yaml',
      'willow/items/more.yaml:23:30 type-mismatch',
    ],
  ],
];

it.each(rows)('tells %s', (_, files, problems) => {
  expect(problemsOf(files)).toEqual(problems);
});
