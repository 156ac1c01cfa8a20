// What counts as one small change of an expression: shown by printing every changed expression.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '#rules/exact/rational.ts';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { parseExpression } from '#rules/language/parse.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Expression } from '#rules/language/syntax.ts';
import { mutateExpression } from './mutate-expression.ts';

const scope = { dictionary: toyDictionary, subject: 'project', bareSeries: false } as const;

const parse = (text: string): Expression => {
  for (const wanted of ['condition', 'value'] as const) {
    const read = parseExpression(text, scope, wanted);
    if (read.ok) return read.expression;
    if (wanted === 'value') throw new Error(read.problems.map(({ message }) => message).join('\n'));
  }
  throw new Error('not reached');
};

const changed = (text: string): readonly string[] =>
  mutateExpression(parse(text)).map(({ value }) => printChinese(value));

describe('a comparison', () => {
  it.each([
    ['利润 ≥ 500万元', ['利润 > 500万元', '利润 ≥ 499万元', '利润 ≥ 501万元']],
    ['利润 < 1.5亿元', ['利润 ≤ 1.5亿元', '利润 < 1.4亿元', '利润 < 1.6亿元']],
    ['份额 > 3%', ['份额 ≥ 3%', '份额 > 2%', '份额 > 4%']],
    ['份额 ≤ 3.0%', ['份额 < 3.0%', '份额 ≤ 2.9%', '份额 ≤ 3.1%']],
    ['人数 = 300人', ['人数 ≠ 300人', '人数 = 299人', '人数 = 301人']],
    ['Ⅰ类排名 ≠ 9', ['Ⅰ类排名 = 9', 'Ⅰ类排名 ≠ 8', 'Ⅰ类排名 ≠ 10']],
    ['注册日期 < 2024-03-01', ['注册日期 ≤ 2024-03-01', '注册日期 < 2024-02-29', '注册日期 < 2024-03-02']],
    ['层级 不低于 银星', ['层级 高于 银星', '层级 不低于 无称号', '层级 不低于 金星']],
    ['层级 不低于 金星', ['层级 高于 金星', '层级 不低于 银星']],
    ['行业 = 制造业', ['行业 ≠ 制造业']],
    ['高新企业 = 是', ['高新企业 ≠ 是']],
    ['购房日 = 无', ['购房日 ≠ 无']],
  ])('%s', (text, expected) => {
    expect(changed(text)).toEqual(expected);
  });
});

describe('other expressions', () => {
  it.each([
    ['行业 属于 (制造业、采矿业)', ['行业 不属于 (制造业、采矿业)']],
    [
      '非 (高新企业 且 利润 > 0元)',
      [
        '高新企业 且 利润 > 0元',
        '非 (高新企业 且 利润 ≥ 0元)',
        '非 (高新企业 且 利润 > -1元)',
        '非 (高新企业 且 利润 > 1元)',
        '非 (利润 > 0元)',
        '非 (高新企业)',
      ],
    ],
    ['高新企业 或 领域 含 新材料', ['领域 含 新材料', '高新企业']],
    [
      '复合增长率(营收，2) ≥ 5%',
      [
        '复合增长率(营收，2) > 5%',
        '复合增长率(营收，1) ≥ 5%',
        '复合增长率(营收，3) ≥ 5%',
        '复合增长率(营收，2) ≥ 4%',
        '复合增长率(营收，2) ≥ 6%',
      ],
    ],
    ['增长率(营收) > 0%', ['增长率(营收) ≥ 0%', '增长率(营收) > -1%', '增长率(营收) > 1%']],
    [
      '往年(营收，3) > 0元',
      [
        '往年(营收，3) ≥ 0元',
        '往年(营收，2) > 0元',
        '往年(营收，4) > 0元',
        '往年(营收，3) > -1元',
        '往年(营收，3) > 1元',
      ],
    ],
    ['近两年每年(营收 ≥ 5元)', ['近两年每年(营收 > 5元)', '近两年每年(营收 ≥ 4元)', '近两年每年(营收 ≥ 6元)']],
    ['满(注册日期，2年)', ['满(注册日期，1年)', '满(注册日期，3年)']],
    ['申报日 ≥ 注册日期 + 45日', ['申报日 > 注册日期 + 45日', '申报日 ≥ 注册日期 + 44日', '申报日 ≥ 注册日期 + 46日']],
    ['最小(项目.设备额，5元)', ['最小(项目.设备额，4元)', '最小(项目.设备额，6元)']],
    [
      '如果 高新企业 则 2元 否则 1元',
      [
        '如果 高新企业 则 1元 否则 1元',
        '如果 高新企业 则 3元 否则 1元',
        '如果 高新企业 则 2元 否则 0元',
        '如果 高新企业 则 2元 否则 2元',
      ],
    ],
    [
      '数量(称号 当 名称 = 金星 且 奖金 ≥ 5元)',
      [
        '数量(称号 当 名称 ≠ 金星 且 奖金 ≥ 5元)',
        '数量(称号 当 名称 = 金星 且 奖金 > 5元)',
        '数量(称号 当 名称 = 金星 且 奖金 ≥ 4元)',
        '数量(称号 当 名称 = 金星 且 奖金 ≥ 6元)',
        '数量(称号 当 奖金 ≥ 5元)',
        '数量(称号 当 名称 = 金星)',
      ],
    ],
    ['上年(营收) × 10%', ['上年(营收) × 9%', '上年(营收) × 11%']],
    ['上年(营收)', []],
    ['已知(利润)', []],
  ])('%s', (text, expected) => {
    expect(changed(text)).toEqual(expected);
  });

  it('name what was written and what it became', () => {
    expect(mutateExpression(parse('利润 ≥ 1.5亿元')).map(({ from, to }) => `${from}→${to}`)).toEqual([
      '≥→>',
      '1.5亿元→1.4亿元',
      '1.5亿元→1.6亿元',
    ]);
  });

  it('keep the value in step with the digits', () => {
    const values = mutateExpression(parse('利润 ≥ 0万元')).flatMap(({ value }) =>
      value.kind === 'comparison' && value.right.kind === 'number' ? [value.right.value.n] : [],
    );
    expect(values).toEqual([0n, -1_000_000n, 1_000_000n]);
  });

  it('move a literal by one unit of its last written digit, whatever it is', () => {
    const units = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n } as const;
    const unit = fc.constantFrom('元', '万元', '亿元' as const);
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(2), unit, (number, decimals, name) => {
        const digits = (number / 10 ** decimals).toFixed(decimals);
        const node = parse(`利润 ≥ ${digits}${name}`);
        const steps = mutateExpression(node).flatMap(({ value }) =>
          value.kind === 'comparison' && value.operator === '≥' && value.right.kind === 'number'
            ? [value.right.value]
            : [],
        );
        const fen = (last: bigint) => rational(last * units[name], 10n ** BigInt(decimals));
        expect(steps).toEqual([fen(BigInt(number) - 1n), fen(BigInt(number) + 1n)]);
      }),
    );
  });
});
