// A small invented harbour whose rules leave open every kind of point that a ruling may settle, and rulings on them as YAML.
import { compilePacks, type Compiled } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';

export const harbour = {
  'harbour/pack.yaml': 'id: harbour\nname: 海港村\n',
  'harbour/documents.yaml': `
- { id: rule-1, title: 海港村办法, issuer: 海港村、船务组, evidence: primary }
- { id: talk, title: 村民的说法, evidence: draft }
- { id: paper, title: 船务组口径, issuer: 船务组, issued: 2022-06-01, evidence: ruling }
`,
  'harbour/facts/village.yaml': `
enterprise:
  - { name: 船员, key: crew, type: integer, unit: 人, min: 0, change: effort }
  - { name: 入会年限, key: years, type: number, unit: 年, min: 0, change: time }
  - { name: 守规矩, key: honest, type: boolean, change: declare }
project:
  - { name: 造船款, key: hull, type: money, min: 0元 }
  - { name: 下水日期, key: launchedOn, type: date }
person:
  - { name: 出海月数, key: months, type: integer, unit: 月, min: 0 }
`,
  'harbour/items/items.yaml': `
clauses:
  - { key: a, document: rule-1, at: 第一条, evidence: primary, says: 第一条 }
  - { key: b, document: rule-1, at: 第二条, evidence: seed, says: 第二条 }
items:
  - id: harbour/boat
    name: 造船补助
    kind: subsidy
    subject: project
    theme: 渔船
    owner: 船务组
    versions:
      - from: 2022-01-01
        clause: a
        eligible:
          all:
            - { id: floor, test: 项目.造船款 ≥ 5万元 }
            - { id: secret, unpublished: 最少船员 }
            - { id: honest, disputed: [ { test: 入会年限 ≥ 5年, clause: a }, { test: 入会年限 ≥ 3年, clause: b }, 守规矩 ] }
        benefit: { rate: unknown, of: 项目.造船款, cap: unknown, floor: 1万元, clause: b }
        unsettled: [ 旧船怎么算, 发票 ]
      - from: 2024-01-01
        clause: a
        eligible: { id: floor, test: 项目.造船款 ≥ 5万元 }
        benefit: { rate: 20%, of: 项目.造船款, cap: 20万元 }
        unsettled: [ 旧船怎么算 ]
    procedure: { kind: unknown, window: unknown, clause: a, stages: [ { kind: notice, days: unknown }, { kind: pay, days: 5日 } ] }
  - id: harbour/net
    name: 渔网补助
    kind: subsidy
    subject: project
    theme: 渔船
    owner: 船务组
    clause: a
    versions:
      - from: 2022-01-01
        by: 项目.下水日期
        eligible: { id: mesh, unpublished: 网眼 }
        benefit:
          first:
            - { when: 船员 ≥ 5, amount: unknown }
            - { when: { unpublished: 是否老船 }, amount: unknown }
            - { amount: 1万元 }
      - from: 2024-01-01
        by: 项目.下水日期
        eligible: { id: mesh, unpublished: 网眼 }
        benefit: { amount: 2万元 }
    procedure: { kind: apply, window: { from: 03-01, to: 03-31 }, channel: 柜台 }
  - id: harbour/sailor
    name: 船员津贴
    kind: allowance
    subject: person
    theme: 船员
    owner: 船务组
    clause: a
    versions:
      - { from: 2022-01-01, benefit: { monthly: unknown, months: unknown, less: [ 人员.出海月数 ] } }
  - id: harbour/prize
    name: 村里的奖
    kind: award
    subject: enterprise
    theme: 渔船
    clause: a
    versions:
      - { from: 2022-01-01, benefit: { up-to: unknown }, unsettled: [ 谁来评 ] }
`,
  'harbour/ladder/levels.yaml': `
levels: [ 新手, 熟手 ]
clauses:
  - { key: g, document: rule-1, at: 第三条, evidence: primary, says: 第三条 }
gates:
  - id: harbour/skilled
    name: 熟手标准
    to: 熟手
    new: { from: 2022-01-01 }
    review: { from: 2024-01-01 }
    require:
      all:
        - { id: years, test: 入会年限 ≥ 2年 }
        - { id: fame, unpublished: 名声 }
        - { id: crew, disputed: [ 船员 ≥ 5, 船员 ≥ 3 ] }
    unsettled: [ 年检 ]
overlays:
  - { id: harbour/notice, gate: harbour/skilled, mode: new, from: 2025-01-01, to: 2025-12-31, replace: fame, by: { id: fame, test: 守规矩 }, clause: g }
`,
} as const;

export type Files = Readonly<Record<string, string>>;

/** A ruling on the boat subsidy of 2022; `edits` replace or add keys. */
export const rulingText = (edits: Files): string => {
  const keys: Files = {
    id: 'harbour/r',
    of: 'harbour/boat',
    versions: '[ 2022-01-01 ]',
    settles: '{ unpublished: 最少船员, test: 船员 ≥ 4 }',
    'signed-by': '船务组',
    'signed-on': '2022-06-01',
    from: '2022-07-01',
    public: '是',
    says: '按四人掌握',
    ...edits,
  };
  const pairs = Object.entries(keys).filter(([, value]) => value !== '');
  return `- ${pairs.map(([key, value]) => `${key}: ${value}`).join('\n  ')}\n`;
};

export const compileHarbour = (rulings: string, more: Files = {}): Compiled => {
  const files: Files = { ...harbour, ...(rulings === '' ? {} : { 'harbour/rulings/r.yaml': rulings }), ...more };
  return compilePacks(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'sha256:harbour',
  );
};

/** The harbour with these rulings; throws when anything is wrong. */
export const harbourWith = (rulings: string, more: Files = {}): Rulebook => {
  const { rulebook, problems } = compileHarbour(rulings, more);
  if (rulebook === null) throw new Error(problems.map(printProblem).join('\n'));
  return rulebook;
};
