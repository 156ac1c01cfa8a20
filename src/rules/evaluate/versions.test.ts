import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { itemOf, villageWith } from '#test/support/toy-book.ts';
import { mayFallOutside, outOfForce, standingOf, versionsOn } from './versions.ts';
import type { ItemVersion, Term } from '#rules/packs/rulebook.ts';

const term = (from: string | null, to: string | null, seen: string | null = null): Term => ({
  from: from === null ? null : toyDay(from),
  to: to === null || to === 'unknown' ? to : toyDay(to),
  seen: seen === null ? null : toyDay(seen),
});

const versionsOf = (terms: readonly string[]): readonly ItemVersion[] => {
  const text = terms
    .map((each, index) => `- ${each.replaceAll(', ', '\n  ')}\n  clause: a\n  benefit: { amount: ${index + 1}万元 }`)
    .join('\n');
  return villageWith(itemOf(text)).items.get('harbour/x')?.versions ?? [];
};

/** Which versions may cover the day, by their place from 1, and whether it may be none. */
const on = (versions: readonly ItemVersion[], day: string): string => {
  const { versions: found, gap } = versionsOn(versions, toyDay(day));
  return `${found.map((each) => versions.indexOf(each) + 1).join(' ')}${gap ? ' or none' : ''}`.trim();
};

describe('a term', () => {
  it.each([
    [term('2022-01-01', '2022-12-31'), '2021-12-31', 'before'],
    [term('2022-01-01', '2022-12-31'), '2022-01-01', 'in-force'],
    [term('2022-01-01', '2022-12-31'), '2022-12-31', 'in-force'],
    [term('2022-01-01', '2022-12-31'), '2023-01-01', 'after'],
    [term('2022-01-01', null), '2099-01-01', 'in-force'],
    [term('2022-01-01', 'unknown', '2023-01-01'), '2099-01-01', 'in-force'],
    [term(null, null, '2022-09-20'), '2022-09-19', 'possibly'],
    [term(null, null, '2022-09-20'), '2022-09-20', 'in-force'],
    [term(null, '2026-03-31', '2022-09-20'), '2026-04-01', 'after'],
    [term(null, null), '1990-01-01', 'in-force'],
  ] as const)('%j on %s: %s', (span, day, standing) => {
    expect(standingOf(span, toyDay(day))).toBe(standing);
  });
});

describe('versions', () => {
  it('follow one another, each ended by the next', () => {
    const versions = versionsOf(['from: 2022-01-01', 'from: 2024-01-01']);
    expect([on(versions, '2021-12-31'), on(versions, '2023-12-31'), on(versions, '2024-01-01')]).toEqual([
      '',
      '1',
      '2',
    ]);
  });

  it('leave a gap where one ended before the next', () => {
    const versions = versionsOf(['from: 2022-01-01, to: 2022-12-31', 'from: 2024-01-01, to: 2024-12-31']);
    expect([
      on(versions, '2022-12-31'),
      on(versions, '2023-06-01'),
      on(versions, '2024-01-01'),
      on(versions, '2025-01-01'),
    ]).toEqual(['1', '', '2', '']);
  });

  it('with an end that is not known end where the next one starts', () => {
    const versions = versionsOf(['from: 2022-01-01, to: unknown', 'from: 2024-01-01']);
    expect([on(versions, '2023-12-31'), on(versions, '2024-01-01')]).toEqual(['1', '2']);
  });

  it('with a start that is not known may or may not cover a day before they were seen', () => {
    const versions = versionsOf(['from: unknown, seen: 2023-06-01, to: 2023-12-31', 'from: 2024-01-01']);
    expect([on(versions, '2023-05-31'), on(versions, '2023-06-01'), on(versions, '2024-01-01')]).toEqual([
      '1 or none',
      '1',
      '2',
    ]);
  });
});

describe('a day that is not known', () => {
  it.each([
    [['from: 2022-01-01'], true],
    [['from: unknown'], false],
    [['from: unknown, seen: 2023-06-01'], true],
    [['from: unknown, to: unknown'], false],
    [['from: unknown, to: 2022-12-31'], true],
    [['from: unknown, to: 2022-12-31', 'from: 2023-01-01'], false],
    [['from: unknown, to: 2022-12-31', 'from: 2023-01-02'], true],
    [['from: unknown', 'from: 2023-01-01, to: unknown'], false],
    [['from: unknown', 'from: 2023-01-01, to: 2023-12-31'], true],
    [['from: 0001-01-01', 'from: 2023-01-01'], false],
  ] as const)('may fall outside %j: %s', (terms, outside) => {
    expect(mayFallOutside(versionsOf(terms))).toBe(outside);
  });
});

describe('the sentence for a day without a rule', () => {
  const said = (terms: readonly Term[], day: string): string =>
    outOfForce(
      terms.map((each) => ({ term: each })),
      toyDay(day),
    );
  const two = [term('2022-01-01', '2022-12-31'), term('2024-01-01', '2024-12-31')];

  it('says before, between or after', () => {
    expect(said(two, '2021-12-31')).toBe('未生效：2022-01-01 起施行');
    expect(said(two, '2023-06-01')).toBe('空档：2022-12-31 之后、2024-01-01 之前没有规定');
    expect(said(two, '2025-01-01')).toBe('已失效：有效期到 2024-12-31');
    expect(said([term(null, '2022-12-31', '2022-06-01')], '2023-01-01')).toBe('已失效：有效期到 2022-12-31');
  });
});
