// The city's table of data classes, once more as it is printed, and who looks in which column.
import { describe, expect, it } from 'vitest';
import { roles, seats } from '#casework/cases/roles.ts';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { dataClasses, views, type Cell, type DataClass } from './data-classes.ts';
import { classOf, defaultClassRules } from './fact-classes.ts';
import { viewOf } from './view-of.ts';

const print = ({ view, only, persons }: Cell): string =>
  `${view}${only === undefined ? '' : ` ${only}`}${persons === undefined ? '' : ` persons:${persons}`}`;

describe('the table of data classes', () => {
  it('says of every class what each column sees', () => {
    const lines = Object.entries(views).map(([name, row]) => `${name} | ${Object.values(row).map(print).join(' | ')}`);
    // firm · handler · bureau in 会审 · county · 财政 · expert · audit · partner · public · administrators
    expect(lines).toEqual([
      'registry | full | full | full | full | full | masked | full | full with-consent | full | none',
      'finances | full | full | asked | own | masked | extract | full | asked with-consent | none | none',
      'unpublished | full | full named-handler | none | none | none | none | full by-order | full named-partner | none | none',
      'account | masked | masked | none | masked | full at-release | none | masked | none | none | none',
      'person | own | asked | none | masked | full payee | none | masked | none | none | none',
      'scores | extract after-decision | full | own | own | none | own | full | none | none | none',
      'objector | none | full objection-handler | none | none | none | none | full by-order | none | none | none',
      'decisions | full | full | none | full | full | none | full | none | full persons:masked | none',
    ]);
    expect(Object.keys(views)).toEqual(Object.keys(dataClasses));
  });

  it('shows administrators and the clock nothing of any class, from any seat', () => {
    for (const role of ['system-admin', 'security-admin', 'audit-admin', 'clock'] as const)
      for (const seat of ['firm', 'county', 'city', 'either', 'anyone', 'nobody'] as const)
        for (const dataClass of Object.keys(views) as DataClass[])
          // the keys of the table
          expect(viewOf(role, seat, dataClass).view, `${role} ${seat} ${dataClass}`).toBe('none');
  });

  it('shows everybody without a seat at the enterprise what the public sees', () => {
    const strangers = roles.filter((role) => seats[role] !== 'nobody' && role !== 'clock');
    expect(strangers.length).toBeGreaterThan(20);
    for (const role of strangers)
      for (const dataClass of Object.keys(views) as DataClass[])
        // the keys of the table
        expect(viewOf(role, 'anyone', dataClass), `${role} ${dataClass}`).toEqual(views[dataClass].public);
  });

  it('shows a window what its seat is: the county’s in the county, the handler’s in the city', () => {
    expect(viewOf('window', 'county', 'finances').view).toBe('own');
    expect(viewOf('window', 'city', 'finances').view).toBe('full');
    expect(viewOf('agent', 'firm', 'finances').view).toBe('full');
    expect(viewOf('inspection', 'nobody', 'finances').view).toBe('full');
    expect(viewOf('city-treasury', 'city', 'account')).toEqual({ view: 'full', only: 'at-release' });
    expect(viewOf('auditor', 'city', 'finances').view).toBe('asked');
  });
});

describe('the class of a fact', () => {
  const classes = (...paths: readonly string[]) =>
    paths.map((path) => {
      const fact = toyDictionary.facts.get(path);
      return fact === undefined ? path : classOf(fact);
    });

  it('is registry for names, titles and places, finances for figures, person for persons', () => {
    expect(classes('企业名称', '称号', '注册地', '注册日期', '高新企业')).toEqual([
      'registry',
      'registry',
      'registry',
      'registry',
      'registry',
    ]);
    expect(classes('营收', '人数', '份额', '行业')).toEqual(['finances', 'finances', 'finances', 'finances']);
    expect(classes('人员.学历', '项目.设备额', '项目.开工日期')).toEqual(['person', 'finances', 'finances']);
  });

  it('is by the key only for the enterprise’s own facts, and unpublished for patents, loans and plans to list', () => {
    const text = { kind: 'text' } as const;
    expect(classOf({ subject: 'patent', key: 'titles', type: text })).toBe('unpublished');
    expect(classOf({ subject: 'loan', key: 'principal', type: { kind: 'money' } })).toBe('unpublished');
    expect(classOf({ subject: 'enterprise', key: 'listingStage', type: text })).toBe('unpublished');
  });

  it('follows the rules of a city that has others', () => {
    const rules = { ...defaultClassRules, keys: new Map<string, DataClass>([['revenue', 'registry']]) };
    const revenue = { subject: 'enterprise', key: 'revenue', type: { kind: 'money' } } as const;
    expect([classOf(revenue, rules), classOf(revenue)]).toEqual(['registry', 'finances']);
  });
});
