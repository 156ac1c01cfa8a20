import { describe, expect, it } from 'vitest';
import { writtenFacts } from './written-facts.ts';

describe('what a file says, at a glance', () => {
  it('is each fact with its value as written: years, lists and rows too', () => {
    const file = {
      facts: {
        注册地: '南通市崇川区',
        营业收入: { 2023: '1亿元', 2024: '2亿元' },
        称号: [{ 名称: '小巨人', 撤销日期: '无' }],
        上市: false,
        处罚: [],
      },
      projects: [{ name: '1', facts: { 新设备购置额: '500万元' } }],
      received: [{ item: 'nantong/award', amount: '50万元' }],
    };
    expect(writtenFacts(file)).toEqual([
      { fact: '注册地', text: '南通市崇川区' },
      { fact: '营业收入', text: '2023 1亿元，2024 2亿元' },
      { fact: '称号', text: '名称 小巨人，撤销日期 无' },
      { fact: '上市', text: '否' },
      { fact: '处罚', text: '无' },
      { fact: '新设备购置额', text: '500万元' },
      { fact: '已经得到的支持', text: 'item nantong/award，amount 50万元' },
    ]);
  });

  it('is nothing where a file says nothing', () => {
    expect(writtenFacts({ facts: {} })).toEqual([]);
  });
});
