// An invented fishing village for the tests of worked cases: one item for each form of benefit, a gate with a score, a notice.
import type { SourceFile } from '#rules/packs/compile.ts';

const pack = `
id: bay
name: 月牙湾
builds-on: []
`;

const documents = `
- { id: rule, title: 月牙湾渔船办法, number: 月牙〔2022〕1号, issuer: 月牙湾, issued: 2022-01-01, from: 2022-01-01, evidence: primary }
- { id: draft, title: 月牙湾渔船办法征求意见稿, number: unknown, issuer: 月牙湾, issued: 2023-01-01, from: 2023-01-01, evidence: draft }
`;

const facts = `
enterprise:
  - { name: 统一社会信用代码, key: creditCode, type: text, change: never }
  - { name: 注册日期, key: registeredOn, type: date, change: never }
  - { name: 培育层级, key: level, type: ordered, values: [ 新手, 熟手, 船长 ], change: effort }
  - { name: 渔获收入, key: catch, type: money, period: year, min: 0元, change: effort, grows: up }
  - { name: 网具支出, key: nets, type: money, period: year, min: 0元, change: effort }
  - { name: 船员数, key: crew, type: integer, unit: 人, min: 0, change: effort }
  - { name: 比赛名次, key: place, type: rank, none: true, change: effort }
  - { name: 有灯塔, key: hasLight, type: boolean, change: effort }
  - { name: 船队规模, key: fleet, type: ordered, values: [ 小, 中, 大 ], derived: true, change: effort }
project:
  - { name: 船型, key: kind, type: choice, values: [ 帆船, 机船 ] }
  - { name: 造船款, key: hull, type: money, min: 0元 }
  - { name: 下水日期, key: launched, type: date }
`;

const derivations = `
clauses:
  - { key: size, document: rule, at: 第二条, evidence: primary, says: 船员十人为大，三人为中，其余为小 }
derivations:
  - fact: 船队规模
    clause: size
    first: [ { when: 船员数 ≥ 10人, value: 大 }, { when: 船员数 ≥ 3人, value: 中 }, { value: 小 } ]
`;

const parameters = `
clauses:
  - { key: base, document: rule, at: 第三条, evidence: primary, says: 基准渔获 }
parameters:
  - { name: 基准渔获, type: money, values: [ { from: 2022-01-01, value: 10万元 }, { from: 2024-01-01, value: 12万元 } ], clause: base }
`;

const ladder = `
levels: [ 新手, 熟手, 船长 ]
clauses:
  - { key: g, document: rule, at: 第五条, evidence: primary, says: 熟手的条件 }
gates:
  - id: bay/skilled
    name: 熟手标准
    to: 熟手
    clause: g
    new: { from: 2022-01-01 }
    review: { from: 2023-01-01 }
    require:
      all:
        - { id: sk-catch, test: 上年(渔获收入) ≥ 基准渔获 }
        - { id: sk-light, any: [ 有灯塔, { id: sk-place, test: 比赛名次 ≤ 3 } ] }
        - { id: sk-crew, test: 船队规模 不低于 中, only-for: new }
        - { id: sk-score, score: bay/skill, at-least: 6 }
overlays:
  - { id: bay/waive-crew, gate: bay/skilled, mode: new, from: 2025-03-01, to: 2025-03-31, waive: sk-crew, clause: g }
`;

const scores = `
clauses:
  - { key: s, document: rule, at: 第六条, evidence: primary, says: 评分 }
scores:
  - id: bay/skill
    name: 手艺评分
    clause: s
    blocks: { 收获: [ bs-nets ], 名声: { of: [ bs-place, bs-extra ], max: 6 } }
    indicators:
      - { id: bs-nets, name: 网具占比, max: 5, of: 上年(网具支出) ÷ 上年(渔获收入), at-least: { 10%: 5, 5%: 3 } }
      - { id: bs-place, name: 名次, max: 4, first: [ { when: 比赛名次 ≤ 1, points: 4 }, { points: 1 } ] }
      - { id: bs-extra, name: 其他, max: 2, count: [ 有灯塔, 船员数 ≥ 5人 ], points: 1 }
`;

const items = `
clauses:
  - { key: a, document: rule, at: 第七条, evidence: primary, says: 造船补助 }
  - { key: d, document: draft, at: 第一条, evidence: draft, says: 征求意见稿的条件 }
items:
  - id: bay/boat
    name: 造船补助
    kind: subsidy
    subject: project
    theme: 渔船
    versions:
      - from: 2022-01-01
        by: 项目.下水日期
        applies: { test: 项目.船型 = 机船, clause: a }
        eligible:
          clause: a
          all: [ { id: boat-level, test: 培育层级 不低于 熟手 }, { id: boat-floor, test: 项目.造船款 ≥ 50万元 } ]
        benefit: { rate: 10%, of: 项目.造船款, cap: 100万元, round: { to: 元, mode: down }, clause: a }
      - from: 2025-01-01
        by: 项目.下水日期
        eligible: { id: boat-floor, test: 项目.造船款 ≥ 60万元, clause: a }
        benefit: { progressive: { 0元: 10%, 100万元: 5% }, of: 项目.造船款, clause: a }
    procedure: { kind: apply, window: { from: 03-15, to: 04-15 }, clause: a }
    stacking: [ bay/one-boat ]
  - id: bay/prize
    name: 比赛奖励
    kind: award
    subject: enterprise
    theme: 比赛
    versions:
      - from: 2022-01-01
        to: 2026-12-31
        eligible: { id: prize-place, test: 比赛名次 ≤ 3, clause: a }
        benefit: { first: [ { when: { test: 比赛名次 = 1, clause: a }, amount: 3万元 }, { amount: 1万元 } ], clause: a }
  - id: bay/sail
    name: 帆船补助
    kind: subsidy
    subject: project
    theme: 渔船
    versions:
      - from: 2022-01-01
        eligible: { id: sail-draft, test: 项目.造船款 ≥ 5万元, clause: d }
        benefit: { amount: 1万元, clause: a }
    stacking: [ bay/one-boat ]
`;

const stacking = `
clauses:
  - { key: t, document: rule, at: 第八条, evidence: primary, says: 同一条船从高 }
rules:
  - { id: bay/one-boat, name: 同一条船从高, scope: project, rule: highest, clause: t }
`;

const calendar = `
id: cn
clauses:
  - { key: c, document: rule, at: 附件, evidence: primary, says: 放假安排 }
years:
  2026: { off: [ 2026-01-01..2026-01-03, 2026-10-01..2026-10-07 ], worked: [ 2026-01-04, 2026-10-10 ], clause: c }
`;

/** The village's packs, without cases. */
export const toyVillage: readonly SourceFile[] = Object.entries({
  'pack.yaml': pack,
  'documents.yaml': documents,
  'facts/village.yaml': facts,
  'derivations/fleet.yaml': derivations,
  'parameters/base.yaml': parameters,
  'ladder/levels.yaml': ladder,
  'scores/skill.yaml': scores,
  'items/boats.yaml': items,
  'stacking.yaml': stacking,
  'calendars/cn.yaml': calendar,
}).map(([path, text]) => ({ path: `bay/${path}`, text: text.trimStart() }));
