// The facts that an expression reads.
import { expect, it } from 'vitest';
import { factsOf } from './facts-of.ts';
import { parseExpression } from './parse.ts';
import type { Expression } from './syntax.ts';
import { toyDictionary } from './toy-firm.ts';

const parse = (text: string): Expression => {
  const parsed = parseExpression(
    text,
    { dictionary: toyDictionary, subject: 'project', bareSeries: false },
    'condition',
  );
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return parsed.expression;
};

const read = (text: string): readonly string[] => factsOf(parse(text), toyDictionary).map((fact) => fact.path);

it.each<[text: string, facts: readonly string[]]>([
  ['注册资本 ≥ 5万元 且 非 高新技术企业', ['注册资本', '高新技术企业']],
  ['注册资本 ≥ 5万元 或 注册资本 ≥ 3万元', ['注册资本']],
  ['上年(营业收入) ≥ 近两年合计(研发费用)', ['营业收入', '研发费用']],
  ['近两年每年(研发费用 ÷ 营业收入 ≥ 3%)', ['研发费用', '营业收入']],
  ['复合增长率(营业收入，2) ≥ 5%', ['营业收入']],
  ['项目.开工日期 + 2年 ≤ 申报日', ['项目.开工日期']],
  ['满(注册日期，2年)', ['注册日期']],
  ['已知(主导产品国内排名)', ['主导产品国内排名']],
  ['注册地 属于 乙市市区', ['注册地']],
  ['主导产品领域 含 六基', ['主导产品领域']],
  ['(如果 高新技术企业 则 1 否则 上云星级) ≥ 3', ['高新技术企业', '上云星级']],
  ['上年(资产负债率) ≤ 60%', ['资产负债率', '负债总额', '资产总额']],
  ['企业规模 不低于 中型', ['企业规模', '划型行业', '从业人员']],
  ['数量(专利 当 类别 = 发明 且 权利人顺位 ≤ 1) ≥ 1', ['专利.类别', '专利.权利人顺位']],
  ['合计(贷款.本金 当 期限 ≥ 6) ≥ 1元', ['贷款.本金', '贷款.期限']],
  ['合计(项目.发票.不含税金额 当 状态 = 正常) ≥ 1元', ['项目.发票']],
  ['持有(小巨人)', ['称号']],
  ['自成立近三年合计(研发费用) ≥ 1元', ['研发费用', '注册日期']],
  ['申报日 ≥ 2024-01-01', []],
])('%s', (text, facts) => {
  expect(read(text)).toEqual(facts);
});

it('leaves out the columns of subject lists when no dictionary is at hand', () => {
  expect(factsOf(parse('数量(专利 当 类别 = 发明) ≥ 1'))).toEqual([]);
});
