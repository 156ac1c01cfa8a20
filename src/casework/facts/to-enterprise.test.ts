// The enterprise that the rules judge: what counts now, with origin, year and day of every value.
import { describe, expect, it } from 'vitest';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import type { FactRecord } from './record.ts';
import { toEnterprise } from './to-enterprise.ts';
import { said, toyCode } from './toy-records.ts';

const firm = { code: toyCode, name: '柳东机械' };
const made = (...records: readonly FactRecord[]) => toEnterprise(firm, records, toyDictionary);
const enterprise = (...records: readonly FactRecord[]) => made(...records).enterprise;

const number = (n: bigint) => ({ is: 'number', value: { n, d: 1n } });
const one = { kind: 'project', name: '一号' } as const;
const two = { kind: 'project', name: '二号' } as const;
const equipment = { fact: '项目.设备额', about: one } as const;
const noProjects = { fact: '项目', value: '无' } as const;

describe('an enterprise out of its records', () => {
  it('has code and name as registered, and nothing that nobody said', () => {
    const text = (value: string) => ({ is: 'text', value });
    expect(enterprise()).toEqual({
      creditCode: toyCode,
      name: '柳东机械',
      facts: {
        single: new Map([
          ['统一社会信用代码', text(toyCode)],
          ['企业名称', text('柳东机械')],
        ]),
        yearly: new Map(),
      },
      subjects: {},
      received: null,
      sources: [],
    });
  });

  it('has what counts, by year, with its origin and its day in Beijing', () => {
    const revenue = { fact: '营收', period: 2024 };
    const found = enterprise(
      said(1, { ...revenue, value: '4亿元' }),
      said(2, { ...revenue, period: 2025, value: '5亿元', origin: 'firm' }),
      said(3, {
        ...revenue,
        value: '3亿元',
        origin: 'correction',
        source: '审计报告',
        recordedAt: '2026-03-01T16:00:00.000Z',
      }),
      said(4, { enterprise: '另一家', fact: '利润', value: '1元' }),
    );
    expect(found.facts.yearly).toEqual(
      new Map([
        [
          '营收',
          new Map([
            [2024, number(30_000_000_000n)],
            [2025, number(50_000_000_000n)],
          ]),
        ],
      ]),
    );
    expect(found.sources).toEqual([
      { fact: '营收', year: 2025, from: '2025年年度报告', note: '企业填报，2026-03-01 记录' },
      // 16:00 in Greenwich is midnight in Beijing.
      { fact: '营收', year: 2024, from: '审计报告', note: '更正，2026-03-02 记录' },
    ]);
  });

  it('does not have what a correction took back', () => {
    const found = enterprise(said(1), said(2, { origin: 'correction', value: null }));
    expect(found.facts.single.has('人数')).toBe(false);
    expect(found.sources).toEqual([]);
  });

  it('has its projects in the order in which they became known, and says whose a source is', () => {
    const found = enterprise(
      said(1, { ...equipment, about: two, value: '1元' }),
      said(2, { ...equipment, value: '2元' }),
      said(3, { fact: '项目.开工日期', about: two, value: '2024-01-15' }),
    );
    expect(found.subjects.project?.map(({ name, facts }) => [name, facts.single.size])).toEqual([
      ['二号', 2],
      ['一号', 1],
    ]);
    expect(found.sources[1]?.note).toBe('一号：批量导入，2026-03-01 记录');
    expect(found.subjects.person).toBeUndefined();
  });

  it('has none where that was said, until something that weighs more says there is one', () => {
    const names = (...records: readonly FactRecord[]) =>
      enterprise(...records).subjects.project?.map(({ name }) => name);
    const imported = said(1, { ...equipment, value: '2元' });
    expect(names(said(1, noProjects))).toEqual([]);
    expect(names(imported, said(2, noProjects))).toEqual([]);
    expect(names(said(1, noProjects), said(2, { ...equipment, value: '2元' }))).toEqual(['一号']);
    const corrected = said(2, { ...noProjects, origin: 'correction' });
    expect(names(imported, corrected, said(3, { ...equipment, value: '3元' }))).toEqual([]);
    expect(
      names(imported, corrected, said(3, { ...equipment, about: two, value: '3元', origin: 'correction' })),
    ).toEqual(['二号']);
    expect(names(imported, said(2, { ...equipment, origin: 'correction', value: null }))).toBeUndefined();
  });

  it('has what was received, which may be nothing', () => {
    expect(enterprise(said(1, { fact: '已获', value: '无' })).received).toEqual([]);
    expect(
      enterprise(said(1, { fact: '已获', value: '[{ item: x, date: 2024-01-15, amount: 50万元 }]' })).received,
    ).toEqual([{ item: 'x', date: '2024-01-15', amount: { n: 50_000_000n, d: 1n }, subject: null }]);
  });

  it('does not know a value that no longer reads, and names it', () => {
    const old = said(1, { fact: '行业', value: '养蜂业' });
    const { enterprise: found, unread } = made(old, said(2));
    expect(found.facts.single.has('行业')).toBe(false);
    expect(found.facts.single.get('人数')).toEqual(number(100n));
    expect(unread.map(({ record, problems }) => [record.id, problems.map(({ code }) => code)])).toEqual([
      [1n, ['unknown-value']],
    ]);
  });
});
