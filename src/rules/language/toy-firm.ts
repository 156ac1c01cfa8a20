// Test support: an invented firm's dictionary with every type of fact, set, tree and parameter. Nothing here is real policy.
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';

const facts = `
enterprise:
  - { name: 企业名称, key: name, type: text, change: declare }
  - { name: 注册日期, key: registeredOn, type: date, change: never }
  - { name: 上市日期, key: listedOn, type: date, none: true, change: time }
  - { name: 注册地, key: registeredIn, type: tree, of: 行政区划, change: choice }
  - { name: 行业代码, key: industryCode, type: tree, of: 行业分类, change: never }
  - { name: 划型行业, key: sizeIndustry, type: choice, values: [工业, 建筑业, 零售业, 其他行业], change: never }
  - { name: 品类, key: product, type: choice, change: never }
  - { name: 培育层级, key: ladderLevel, type: ordered, values: [未入库, 创新型中小企业, 专精特新中小企业, 小巨人, 单项冠军], change: effort }
  - { name: 企业规模, key: sizeClass, type: ordered, values: [微型, 小型, 中型, 大型], derived: true }
  - { name: 主导产品领域, key: productField, type: set, values: [六基, 网络强国, 未来产业], change: never }
  - { name: 称号, key: titles, type: list, of: { 名称: [小巨人, 单项冠军, 瞪羚企业, 5G工厂], 方式: [新认定, 复核], 认定日期: date, 有效期至: date, 撤销日期: date } }
  - { name: 高新技术企业, key: isHighTech, type: boolean, change: effort }
  - { name: 主导产品为新产品, key: isNewProduct, type: boolean, change: declare }
  - { name: 年度更新完成, key: yearlyUpdateDone, type: boolean, period: year, change: choice }
  - { name: 注册资本, key: registeredCapital, type: money, min: 0元, change: effort }
  - { name: 营业收入, key: revenue, type: money, period: year, min: 0元, change: effort, grows: up }
  - { name: 研发费用, key: rdExpense, type: money, period: year, min: 0元, change: effort, grows: up }
  - { name: 净利润, key: netProfit, type: money, period: year, change: effort, grows: up }
  - { name: 资产总额, key: totalAssets, type: money, period: year, min: 0元, change: effort }
  - { name: 负债总额, key: totalLiabilities, type: money, period: year, min: 0元, change: effort }
  - { name: 资产负债率, key: debtRatio, type: ratio, period: year, derived: 负债总额 ÷ 资产总额 }
  - { name: 从业人员, key: employees, type: integer, unit: 人, period: year, min: 0, change: effort }
  - { name: 研发人员, key: rdStaff, type: integer, unit: 人, period: year, min: 0, change: effort, grows: up }
  - { name: 发展评价得分, key: evaluationScore, type: number, period: year, min: 0, max: 100, change: effort }
  - { name: 从事细分市场年限, key: nicheYears, type: number, unit: 年, min: 0, change: time }
  - { name: 停产月数, key: idleMonths, type: integer, unit: 月, min: 0, change: effort }
  - { name: 主导产品国内市场占有率, key: domesticShare, type: ratio, min: 0%, max: 100%, change: effort, grows: up }
  - { name: 主导产品国内排名, key: domesticRank, type: rank, none: true, change: effort }
  - { name: Ⅰ类知识产权数, key: ipClass1, type: integer, unit: 项, min: 0, change: effort, grows: up }
  - { name: 上云星级, key: cloudStars, type: integer, min: 0, max: 5, change: effort, grows: up }
project:
  - { name: 类型, key: type, type: choice, values: [新投项目, 技术改造] }
  - { name: 新设备购置额, key: newEquipment, type: money, min: 0元 }
  - { name: 开工日期, key: startedOn, type: date }
  - { name: 发票, key: invoices, type: list, of: { 号码: text, 不含税金额: money, 开票日期: date, 行号: integer, 状态: [正常, 红冲] } }
person:
  - { name: 学历学位, key: degree, type: ordered, values: [其他学历, 本科, 硕士, 博士] }
  - { name: 劳动合同年限, key: contractYears, type: number, unit: 年 }
patent:
  - { name: 类别, key: class, type: choice, values: [发明, 实用新型] }
  - { name: 状态, key: status, type: choice, values: [申请, 授权, 维持, 失效] }
  - { name: 权利人顺位, key: holderRank, type: rank }
loan:
  - { name: 本金, key: principal, type: money, min: 0元 }
  - { name: 期限, key: termMonths, type: integer, unit: 月 }
`;

const divisions = `
tree: 行政区划
nodes: { 甲省: { 乙市: { 乙市东区: {}, 乙市西区: {}, 乙市南区: {} }, 丙市: {} } }
`;

const industries = `
tree: 行业分类
nodes: { C: { C38: { "3821": {} } }, F: {} }
`;

const clauses =
  'clauses:\n  - { key: toy, document: toy-1, at: 第一条, evidence: primary, says: 试验用 }\nclause: toy\n';

const sets = `${clauses}sets:
  - { name: 乙市市区, of: 行政区划, in: [乙市东区], unsettled: [乙市西区] }
  - { name: 制造类行业, in: [工业, 建筑业], unsettled: [其他行业] }
`;

const parameters = `${clauses}parameters:
  - { name: 小额上限, type: money, values: [{ from: 2020-01-01, value: 100万元 }, { from: 2024-01-01, value: 120万元 }] }
  - { name: 优惠税率, type: ratio, values: [{ from: 2020-01-01, value: 15% }] }
`;

const derivations = `${clauses}derivations:
  - fact: 企业规模
    first:
      - { when: 划型行业 = 工业 且 上年(从业人员) ≥ 300人, value: 中型 }
      - { when: 划型行业 = 工业 且 上年(从业人员) ≥ 20人, value: 小型 }
      - { value: 微型 }
`;

const document =
  '- { id: toy-1, title: 试验办法, number: 试〔2024〕1号, issuer: 试验市, issued: 2024-01-01, from: 2020-01-01, evidence: primary }\n';

const compileToy = (): Rulebook => {
  const files = {
    'toy/pack.yaml': 'id: toy\nname: 试验市\ndivision: "999901"\nbuilds-on: []\n',
    'toy/documents.yaml': document,
    'toy/facts/firm.yaml': facts,
    'toy/trees/divisions.yaml': divisions,
    'toy/trees/industries.yaml': industries,
    'toy/sets.yaml': sets,
    'toy/parameters/toy.yaml': parameters,
    'toy/derivations/toy.yaml': derivations,
  };
  const { rulebook, problems } = compilePacks(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'sha256:toy',
  );
  if (rulebook === null) throw new Error(problems.map(printProblem).join('\n'));
  return rulebook;
};

/** The compiled toy pack. */
export const toyBook: Rulebook = compileToy();

/** Its dictionary. */
export const toyDictionary = toyBook.dictionary;
