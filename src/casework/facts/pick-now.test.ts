// Whose word counts: every pair of origins by hand, and what must hold whatever the order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRecord, originCodes, origins, type Origin } from './origins.ts';
import { historyOf, pickNow } from './pick-now.ts';
import { keyOf, type FactRecord } from './record.ts';
import { said } from './toy-records.ts';

const now = (records: readonly FactRecord[]): string | null | undefined => pickNow(records).get(keyOf(said(0)))?.value;

describe('the record that counts', () => {
  // The earlier record is first; what counts is worked out from 更正 > 名录登记 > 批量导入 > 企业填报, then the later one.
  const table: readonly (readonly [Origin, Origin, 'first' | 'second'])[] = [
    ['firm', 'firm', 'second'],
    ['firm', 'import', 'second'],
    ['firm', 'register', 'second'],
    ['firm', 'correction', 'second'],
    ['import', 'firm', 'first'],
    ['import', 'import', 'second'],
    ['import', 'register', 'second'],
    ['import', 'correction', 'second'],
    ['register', 'firm', 'first'],
    ['register', 'import', 'first'],
    ['register', 'register', 'second'],
    ['register', 'correction', 'second'],
    ['correction', 'firm', 'first'],
    ['correction', 'import', 'first'],
    ['correction', 'register', 'first'],
    ['correction', 'correction', 'second'],
  ];

  it.each(table)('of %s and then %s is the %s', (first, second, counts) => {
    const records = [said(1, { origin: first, value: 'first' }), said(2, { origin: second, value: 'second' })];
    expect(now(records)).toBe(counts);
    expect(now(records.toReversed())).toBe(counts);
  });

  it('has a row for every pair of origins, which have four names', () => {
    expect(table).toHaveLength(originCodes.length ** 2);
    expect(originCodes.map((code) => origins[code].name)).toEqual(['企业填报', '批量导入', '名录登记', '更正']);
  });

  it('is the one that the database numbered later, of two of one moment', () => {
    const recordedAt = said(1).recordedAt;
    expect(now([said(7, { recordedAt, value: 'later' }), said(6, { recordedAt, value: 'earlier' })])).toBe('later');
  });

  it('is found for each enterprise, subject, fact and period by itself', () => {
    const records = [
      said(1),
      said(2, { enterprise: 'another' }),
      said(3, { about: { kind: 'project', name: '一号' } }),
      said(4, { about: { kind: 'project', name: '二号' } }),
      said(5, { fact: '营收', period: 2024 }),
      said(6, { fact: '营收', period: 2025 }),
      said(7, { fact: '营收', period: 2025, value: '2元' }),
    ];
    expect([...pickNow(records).values()].map(({ id }) => id)).toEqual([1n, 2n, 3n, 4n, 5n, 7n]);
  });

  it('leaves the others to be read, the newest first', () => {
    const records = [
      said(1),
      said(3, { origin: 'firm' }),
      said(2, { origin: 'correction' }),
      said(4, { fact: '年限' }),
    ];
    expect(historyOf(records, keyOf(said(0))).map(({ id }) => id)).toEqual([3n, 2n, 1n]);
  });
});

const values = fc.constantFrom('100人', '200人', '300人');
const some = (origin: fc.Arbitrary<Origin>) =>
  fc
    .array(fc.record({ origin, value: values, minute: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((drawn) =>
      drawn.map(({ origin: from, value, minute }, n) =>
        said(n, { origin: from, value, recordedAt: said(minute).recordedAt }),
      ),
    );
const anyOrigin = fc.constantFrom(...originCodes);

describe('whatever is recorded', () => {
  it('counts the same in every order in which it is given', () => {
    fc.assert(
      fc.property(
        some(anyOrigin).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(pickNow(shuffled)).toEqual(pickNow(all));
        },
      ),
    );
  });

  it('after a correction and is no correction changes nothing', () => {
    fc.assert(
      fc.property(some(anyOrigin), some(anyOrigin.filter((origin) => origin !== 'correction')), (before, after) => {
        const corrected = [...before, said(20, { origin: 'correction', value: '250人' })];
        const later = after.map((record, n) => said(30 + n, { origin: record.origin, value: record.value }));
        expect(now([...corrected, ...later])).toBe('250人');
      }),
    );
  });

  it('is outlived by the last correction', () => {
    fc.assert(
      fc.property(some(fc.constant('correction')), (all) => {
        const last = said(50, { origin: 'correction', value: '7人' });
        expect(now([last, ...all])).toBe('7人');
      }),
    );
  });
});

describe('who may record', () => {
  it('is the firm’s people for the firm, and officials for the rest', () => {
    expect(mayRecord('agent', 'firm', 'enterprise')).toBe(true);
    for (const origin of ['import', 'register', 'correction'] as const)
      for (const role of ['legal-person', 'agent', 'talent', 'partner', 'expert', 'public', 'system-admin'] as const)
        expect(mayRecord(role, origin, 'enterprise'), `${role} ${origin}`).toBe(false);
    expect(mayRecord('handler', 'correction', 'enterprise')).toBe(true);
    expect(mayRecord('handler', 'register', 'enterprise')).toBe(false);
    expect(mayRecord('handler', 'firm', 'enterprise')).toBe(false);
    expect(mayRecord('talent', 'firm', 'enterprise')).toBe(false);
    expect(mayRecord('talent', 'firm', 'person')).toBe(true);
  });
});
