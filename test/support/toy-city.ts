// A small invented city whose packs are right; tests break one line at a time.
export const toyCity = {
  'harbour/pack.yaml': 'id: harbour\nname: 海港村\ndivision: "999901"\nbuilds-on: []\n',
  'harbour/documents.yaml': [
    '- id: rule-1',
    '  title: 海港村渔船补助办法',
    '  number: 海港〔2024〕1号',
    '  issuer: 海港村',
    '  issued: 2024-01-01',
    '  from: 2024-01-01',
    '  evidence: primary',
    '',
  ].join('\n'),
  'harbour/facts/village.yaml': [
    'enterprise:',
    '  - { name: 渔获收入, key: catch, type: money, period: year, min: 0元, change: effort, grows: up }',
    '  - { name: 船员, key: crew, type: integer, unit: 人, min: 0, change: effort }',
    '  - { name: 入会年限, key: years, type: number, unit: 年, min: 0, change: time }',
    '  - { name: 等级, key: rank, type: ordered, values: [ 新手, 熟手, 船长 ], change: effort }',
    '  - { name: 人均渔获, key: share, type: money, derived: 上年(渔获收入) ÷ 10, change: never }',
    'project:',
    '  - { name: 造船款, key: hull, type: money, min: 0元 }',
    '',
  ].join('\n'),
  'harbour/ladder/levels.yaml': [
    'levels: [ 新手, 熟手, 船长 ]',
    'clauses:',
    '  - { key: g, document: rule-1, at: 第二条, evidence: primary, says: 入会满两年、上年渔获达到十万元的为熟手 }',
    'gates:',
    '  - id: harbour/skilled',
    '    name: 熟手标准',
    '    to: 熟手',
    '    new: { from: 2024-01-01 }',
    '    clause: g',
    '    require: { all: [ { id: years, test: 入会年限 ≥ 2年 }, { id: catch, test: 上年(渔获收入) ≥ 10万元 } ] }',
    'overlays:',
    '  - { id: harbour/waive-years, gate: harbour/skilled, mode: new, from: 2025-01-01, to: 2025-12-31, waive: years, clause: g }',
    '',
  ].join('\n'),
  'harbour/items/boats.yaml': [
    'clauses:',
    '  - { key: a3, document: rule-1, at: 第三条, evidence: primary, says: 造船款达到五万元的补两成，最高二十万元 }',
    'items:',
    '  - id: harbour/boat',
    '    name: 造船补助',
    '    kind: subsidy',
    '    subject: project',
    '    theme: 渔船',
    '    versions:',
    '      - from: 2024-01-01',
    '        eligible: { id: floor, test: 项目.造船款 ≥ 5万元, clause: a3 }',
    '        benefit: { rate: 20%, of: 项目.造船款, cap: 20万元, clause: a3 }',
    '    stacking: [ harbour/one-boat ]',
    '  - id: harbour/net',
    '    name: 渔网补助',
    '    kind: subsidy',
    '    subject: project',
    '    theme: 渔船',
    '    versions:',
    '      - from: 2024-01-01',
    '        eligible: { id: net-floor, test: 项目.造船款 ≥ 1万元, clause: a3 }',
    '        benefit: { amount: 1万元, clause: a3 }',
    '    stacking: [ harbour/one-boat ]',
    '',
  ].join('\n'),
  'harbour/stacking.yaml': [
    'clauses:',
    '  - { key: s, document: rule-1, at: 第四条, evidence: primary, says: 同一条船从高不重复 }',
    'rules:',
    '  - { id: harbour/one-boat, name: 同一条船从高, scope: project, rule: highest, clause: s }',
    '',
  ].join('\n'),
  'harbour/calendars/cn.yaml': [
    'id: cn',
    'clauses:',
    '  - { key: y, document: rule-1, at: 附, evidence: primary, says: 二〇二四年元旦放假 }',
    'years:',
    '  2024: { off: [ 2024-01-01 ], worked: [ 2024-01-06 ], clause: y }',
    '',
  ].join('\n'),
  'harbour/cases/boats.yaml': [
    '- title: 造船款恰为五万元,补一万元',
    '  item: harbour/boat',
    '  on: 2024-06-01',
    '  given: { 项目: { 造船款: 5万元 } }',
    '  expect: { verdict: eligible, amount: 1万元 }',
    '',
  ].join('\n'),
} as const;

export type ToyFile = keyof typeof toyCity;

/** The city with one piece of one file replaced; the piece must be there. */
export const brokenCity = (file: ToyFile, from: string, to: string): Readonly<Record<string, string>> => {
  const text: string = toyCity[file];
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...toyCity, [file]: text.replace(from, to) };
};
