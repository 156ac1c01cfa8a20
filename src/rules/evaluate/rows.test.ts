// Lists where a row leaves something open, beyond the examples in cases/lists.yaml.
import { describe, expect, it } from 'vitest';
import { dayOf, orchard } from '#test/support/orchard.ts';
import { given } from '#test/support/toy-book.ts';
import { begin } from './begin.ts';
import { evaluate } from './expression.ts';
import { whyOf } from './outcome.ts';
import { showOutcome } from './show.ts';
import type { Enterprise, Row, Value } from '#rules/facts/enterprise.ts';
import { whole } from '#rules/exact/rational.ts';
import { parseExpression } from '#rules/language/parse.ts';

const ofFirm = (text: string, firm: Enterprise): readonly [string, readonly string[]] => {
  const parsed = parseExpression(
    text,
    { dictionary: orchard.dictionary, subject: 'enterprise', bareSeries: false },
    'value',
  );
  if (!parsed.ok) throw new Error(text);
  const outcome = evaluate(begin({ book: orchard, firm, on: dayOf('2024-06-01') }), parsed.expression);
  return [showOutcome(outcome, parsed.expression.type) ?? '未知', whyOf(outcome)?.missing ?? []];
};

const valueOf = (text: string, facts: string): readonly [string, readonly string[]] =>
  ofFirm(text, given(orchard, facts));

const withCrates = (rows: readonly Row[]): Enterprise => {
  const firm = given(orchard, '{}');
  return { ...firm, facts: { ...firm.facts, single: new Map<string, Value>([['箱单', { is: 'rows', value: rows }]]) } };
};

describe('a sum over rows', () => {
  const sum = '合计(箱单.货款 当 品种 = 甜)';

  it('does not ask about a row that adds nothing', () => {
    expect(valueOf(sum, '{ 箱单: [ { 品种: 甜, 货款: 5元 }, { 货款: 0元 } ] }')).toEqual(['5元', []]);
    expect(valueOf(sum, '{ 箱单: [ { 货款: 0元 }, { 货款: 3元 } ] }')).toEqual(['0元–3元', ['箱单.品种']]);
  });

  it('takes a known none for nothing, and an unknown number for open', () => {
    const none: Row = new Map([['货款', { is: 'none' }]]);
    const two: Row = new Map<string, Value>([
      ['品种', { is: 'text', value: '甜' }],
      ['货款', { is: 'number', value: whole(200) }],
    ]);
    expect(ofFirm(sum, withCrates([none, two]))).toEqual(['2元', []]);
    expect(valueOf(sum, '{ 箱单: [ { 品种: 甜 } ] }')).toEqual(['未知', ['箱单.货款']]);
  });

  it('of positive and negative open rows runs from all the losses to all the gains', () => {
    expect(valueOf(sum, '{ 箱单: [ { 货款: 3元 }, { 货款: -2元 }, { 品种: 甜, 货款: 1元 } ] }')).toEqual([
      '-1元–4元',
      ['箱单.品种'],
    ]);
  });

  it('runs over the firm’s subjects too', () => {
    expect(valueOf('合计(贷款.本金)', '{ 贷款: [ { 本金: 3万元 }, { 本金: 4万元 } ] }')).toEqual(['7万元', []]);
    expect(valueOf('合计(贷款.本金)', '{ 贷款: [ { 本金: 3万元 }, {} ] }')).toEqual(['未知', ['贷款.本金']]);
    expect(valueOf('合计(贷款.本金)', '{ 贷款: [] }')).toEqual(['0元', []]);
    expect(valueOf('合计(贷款.本金)', '{}')).toEqual(['未知', ['贷款']]);
  });
});

describe('a title', () => {
  const held = (row: string): readonly [string, readonly string[]] => valueOf('持有(金果)', `{ 称号: [ ${row} ] }`);

  it('with unknown columns asks only for what could still decide', () => {
    expect(held('{ 名称: 金果, 认定日期: 2024-01-01 }')).toEqual(['未知', ['称号.有效期至', '称号.撤销日期']]);
    expect(held('{ 名称: 金果, 认定日期: 2024-06-02 }')).toEqual(['否', []]);
    expect(held('{ 名称: 金果, 有效期至: 2024-05-31 }')).toEqual(['否', []]);
    expect(held('{ 名称: 金果, 撤销日期: 2024-06-01 }')).toEqual(['否', []]);
    expect(held('{ 名称: 银果 }, { 名称: 金果, 认定日期: 无, 有效期至: 2030-01-01, 撤销日期: 无 }')).toEqual([
      '否',
      [],
    ]);
  });

  it('held twice is held when one of them is sure', () => {
    expect(held('{ 名称: 金果 }, { 名称: 金果, 认定日期: 2024-01-01, 有效期至: 2030-01-01, 撤销日期: 无 }')).toEqual([
      '是',
      [],
    ]);
  });
});

describe('a value that is too coarse for a set', () => {
  const asked = (text: string, facts: string): readonly [string, readonly string[]] => valueOf(text, facts);

  it('is asked for again by the fact that holds it', () => {
    expect(asked('所在地 属于 老园区', '{ 所在地: 果乡 }')).toEqual(['未知', ['所在地']]);
    expect(asked('(如果 有冷库 则 所在地 否则 南坡甲村) 属于 老园区', '{ 有冷库: 是, 所在地: 果乡 }')).toEqual([
      '未知',
      ['有冷库', '所在地'],
    ]);
  });
});
