// An invented orchard country: the dictionary of the language's own cases, every kind of fact, set, tree and parameter once.
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';

const documents = `
- { id: custom, title: 果园乡约, number: 果乡〔2020〕1号, issuer: 果乡, issued: 2020-01-01, from: 2020-01-01, evidence: primary }
`;

const facts = `
enterprise:
  - { name: 注册日期, key: registeredOn, type: date, change: never }
  - { name: 园名, key: name, type: text, change: declare }
  - { name: 所在地, key: place, type: tree, of: 地界, change: choice }
  - { name: 果类, key: fruit, type: choice, values: [ 苹果, 梨, 桃 ], change: choice }
  - { name: 砧木, key: rootstock, type: choice, change: never }
  - { name: 等级, key: grade, type: ordered, values: [ 未评, 铜果, 银果, 金果 ], change: effort }
  - { name: 用途, key: uses, type: set, values: [ 鲜食, 酿造, 制干 ], change: choice }
  - { name: 有冷库, key: hasCellar, type: boolean, change: effort }
  - { name: 收成, key: harvest, type: money, period: year, change: effort, grows: up }
  - { name: 肥料费, key: fertiliser, type: money, period: year, change: effort }
  - { name: 肥料占比, key: fertiliserShare, type: ratio, period: year, derived: 肥料费 ÷ 收成 }
  - { name: 糖度, key: sugar, type: ratio, period: year, change: effort }
  - { name: 园工, key: workers, type: integer, unit: 人, period: year, change: effort }
  - { name: 评分, key: marks, type: number, period: year, change: effort }
  - { name: 年报完成, key: reported, type: boolean, period: year, change: choice }
  - { name: 存款, key: savings, type: money, change: effort }
  - { name: 欠款, key: debt, type: money, change: effort }
  - { name: 净存款, key: netSavings, type: money, derived: 存款 - 欠款 }
  - { name: 果树, key: trees, type: integer, unit: 棵, change: effort }
  - { name: Ⅰ类果树, key: firstClassTrees, type: integer, unit: 棵, change: effort }
  - { name: 地块, key: plots, type: integer, unit: 块, change: effort }
  - { name: 树龄, key: age, type: number, unit: 年, change: time }
  - { name: 休耕期, key: fallow, type: integer, unit: 月, change: choice }
  - { name: 星数, key: stars, type: integer, change: effort }
  - { name: 出口份额, key: exportShare, type: ratio, change: effort }
  - { name: 品鉴名次, key: tasting, type: rank, none: true, change: declare }
  - { name: 购地日, key: boughtOn, type: date, none: true, change: never }
  - { name: 称号, key: titles, type: list, of: { 名称: choice, 认定日期: date, 有效期至: date, 撤销日期: date } }
  - { name: 箱单, key: crates, type: list, of: { 品种: [ 甜, 酸 ], 箱数: integer, 货款: money, 装箱日: date } }
project:
  - { name: 棚型, key: kind, type: choice, values: [ 拱棚, 暖棚 ] }
  - { name: 棚款, key: cost, type: money }
  - { name: 自筹额, key: own, type: money, derived: 项目.棚款 × 40% }
  - { name: 动工日, key: startedOn, type: date }
  - { name: 单据, key: bills, type: list, of: { 金额: money, 开单日: date } }
person:
  - { name: 手艺, key: craft, type: ordered, values: [ 生手, 熟手, 师傅 ] }
  - { name: 到园日, key: arrivedOn, type: date }
patent:
  - { name: 类别, key: class, type: choice, values: [ 嫁接, 灌溉 ] }
  - { name: 状态, key: status, type: choice, values: [ 授权, 维持, 失效 ] }
loan:
  - { name: 本金, key: principal, type: money }
`;

const tree = `
tree: 地界
nodes:
  果乡:
    北岭: { 北岭甲村: {}, 北岭乙村: {}, 北岭丙村: {} }
    南坡: { 南坡甲村: {} }
`;

const sets = `
clauses:
  - { key: old, document: custom, at: 第一条, evidence: primary, says: 老园区和核果的范围 }
sets:
  - { name: 老园区, of: 地界, in: [ 北岭甲村, 南坡 ], unsettled: [ 北岭乙村 ], clause: old }
  - { name: 核果, in: [ 桃 ], unsettled: [ 梨 ], clause: old }
`;

const parameters = `
clauses:
  - { key: bar, document: custom, at: 第二条, evidence: primary, says: 起评收成按年公布 }
parameters:
  - { name: 起评收成, type: money, values: [ { from: 2021-01-01, value: 10万元 }, { from: 2024-01-01, value: 12万元 }, { from: 2026-01-01, value: unknown } ], clause: bar }
`;

const compile = (): Rulebook => {
  const files = {
    'orchard/pack.yaml': 'id: orchard\nname: 果乡\nbuilds-on: []\n',
    'orchard/documents.yaml': documents,
    'orchard/facts/orchard.yaml': facts,
    'orchard/trees/land.yaml': tree,
    'orchard/sets.yaml': sets,
    'orchard/parameters/bar.yaml': parameters,
  };
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { rulebook, problems } = compilePacks(sources, 'sha256:orchard');
  if (rulebook === null) throw new Error(problems.map(printProblem).join('\n'));
  return rulebook;
};

/** The compiled orchard. */
export const orchard: Rulebook = compile();

/** A date that a test writes as text. */
export const dayOf = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
};
