// Two origins that say different things: what is told, and what a correction has settled.
import { describe, expect, it } from 'vitest';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { conflictsOf } from './conflicts.ts';
import type { FactRecord } from './record.ts';
import { said } from './toy-records.ts';

describe('two origins that say different things', () => {
  const pairs = (records: readonly FactRecord[]): readonly (readonly [bigint, bigint])[] =>
    conflictsOf(records, toyDictionary).map(({ counts, other }) => [counts.id, other.id]);

  it('are told with what counts and with the newest word of each other origin', () => {
    const records = [
      said(1, { origin: 'firm', value: '90人' }),
      said(2, { origin: 'firm', value: '95人' }),
      said(3, { origin: 'import', value: '100人' }),
      said(4, { origin: 'register', value: '110人' }),
    ];
    expect(pairs(records)).toEqual([
      [4n, 2n],
      [4n, 3n],
    ]);
  });

  it('do not differ where they only write it differently, or speak of different things', () => {
    const revenue = { fact: '营收', period: 2025 };
    expect(
      pairs([
        said(1, { ...revenue, origin: 'firm', value: '50万元' }),
        said(2, { ...revenue, value: '500000.00元' }),
        said(3, { fact: '领域', origin: 'firm', value: '[新能源, 新材料]' }),
        said(4, { fact: '领域', value: '新材料、新能源' }),
        said(5, { fact: '营收', period: 2024, origin: 'firm', value: '1元' }),
      ]),
    ).toEqual([]);
  });

  it('do not differ from themselves: the earlier word of the same origin is history', () => {
    expect(pairs([said(1, { value: '90人' }), said(2, { value: '95人' })])).toEqual([]);
  });

  it('are settled by a correction, also when an import says the same again, until it says something new', () => {
    const before = [said(1, { value: '90人' }), said(2, { origin: 'firm', value: '80人' })];
    const corrected = [...before, said(3, { origin: 'correction', value: '100人' })];
    expect(pairs(before)).toEqual([[1n, 2n]]);
    expect(pairs(corrected)).toEqual([]);
    expect(pairs([...corrected, said(4, { value: '90人' })])).toEqual([]);
    expect(pairs([...corrected, said(4, { value: '91人' })])).toEqual([[3n, 4n]]);
    expect(pairs([...corrected, said(4, { value: '100人' })])).toEqual([]);
    // What the firm had said does not excuse what an import says.
    expect(pairs([...corrected, said(4, { value: '80人' })])).toEqual([[3n, 4n]]);
  });

  it('may be a value and its being taken back', () => {
    const records = [said(1), said(2, { origin: 'correction', value: null })];
    expect(pairs(records)).toEqual([]);
    expect(pairs([...records, said(3, { origin: 'register', value: '7人' })])).toEqual([[2n, 3n]]);
  });
});

describe('none of a kind, and one of it that another origin knows', () => {
  const none = { fact: '项目', value: '无' } as const;
  const one = { fact: '项目.设备额', about: { kind: 'project', name: '一号' }, value: '1元' } as const;
  const pairs = (...records: readonly FactRecord[]) =>
    conflictsOf(records, toyDictionary).map(({ counts, other }) => [counts.id, other.id]);

  it('differ; the heavier word counts', () => {
    expect(pairs(said(1, { ...none, origin: 'register' }), said(2, one))).toEqual([[1n, 2n]]);
    expect(pairs(said(1, { ...none, origin: 'firm' }), said(2, one))).toEqual([[2n, 1n]]);
  });

  it('do not where both are of one origin, where the one is taken back, or where it is of another firm or kind', () => {
    expect(pairs(said(1, none), said(2, one))).toEqual([]);
    const back = said(3, { ...one, origin: 'correction', value: null });
    expect(pairs(said(1, { ...none, origin: 'register' }), said(2, one), back)).toEqual([]);
    const register = said(1, { ...none, origin: 'register' });
    expect(pairs(register, said(2, { ...one, enterprise: 'another' }))).toEqual([]);
    expect(pairs(said(1, { ...none, fact: '人员', origin: 'register' }), said(2, one))).toEqual([]);
  });

  it('are settled by a correction until something new comes', () => {
    const corrected = said(3, { ...none, origin: 'correction' });
    expect(pairs(said(2, one), corrected)).toEqual([]);
    expect(pairs(corrected, said(4, one))).toEqual([[3n, 4n]]);
  });
});
