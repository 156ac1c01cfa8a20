// The laws of score tables and items on drawn rules and firms: what is said now is never taken back by what becomes known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf, drawnFirm, fillIn, on, wholeFirm } from '#test/support/drawn-firms.ts';
import { clauseOf, contextOf, drawnCondition } from '#test/support/drawn-rules.ts';
import { drawnItem, drawnTable } from '#test/support/drawn-tables.ts';
import { decide } from './decide.ts';
import { explain, verdictOf } from './explain.ts';
import { evaluateItem } from './item.ts';
import type { ItemResult } from './result.ts';
import { evaluateScore, partOf, reaches, type PartOutcome } from './score.ts';
import { compare, whole } from '#rules/exact/rational.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Condition, Item, ScoreCondition, ScoreTable } from '#rules/packs/rulebook.ts';

const runs = { numRuns: 2500 };
const place = { file: 'toy', line: 1, column: 1 };

/** The founding date is read by every year of a series: it stays as it is. */
const anything = (path: string): boolean => path !== '注册日期';
const within =
  (paths: readonly string[]) =>
  (path: string): boolean =>
    paths.includes(path);
const outside =
  (paths: readonly string[]) =>
  (path: string): boolean =>
    anything(path) && !paths.includes(path);

const parts = (table: ScoreTable): readonly ScoreCondition['part'][] => [
  { kind: 'total' },
  ...[...table.blocks.keys()].map((name) => ({ kind: 'block' as const, name })),
  ...table.indicators.map(({ id }) => ({ kind: 'indicator' as const, name: id })),
];

const partsFor = (table: ScoreTable, firm: Enterprise): readonly PartOutcome[] => {
  const score = evaluateScore(contextOf(firm), table);
  return parts(table).map((part) => partOf(score, part));
};

const mark = fc.record({ mark: fc.integer({ min: 0, max: 40 }).map((n) => whole(n)), strict: fc.boolean() });

describe('a score', () => {
  it('ranges over every completion: more facts only narrow it', () => {
    fc.assert(
      fc.property(drawnTable, drawnFirm, wholeFirm, (table, firm, other) => {
        const before = partsFor(table, firm);
        const after = partsFor(table, fillIn(firm, other, anything));
        before.forEach((part, index) => {
          const later = after[index];
          expect(later && compare(later.low, part.low) >= 0 && compare(later.high, part.high) <= 0).toBe(true);
        });
      }),
      runs,
    );
  });

  it('is a point exactly when nothing keeps it open', () => {
    fc.assert(
      fc.property(drawnTable, drawnFirm, (table, firm) => {
        for (const part of partsFor(table, firm)) {
          expect(part.why === null).toBe(compare(part.low, part.high) === 0);
          expect(part.why === null || part.why.missing.length + part.why.reasons.length > 0).toBe(true);
        }
      }),
      runs,
    );
  });

  it('test that is decided is never contradicted, and one that is open is settled by what it misses', () => {
    fc.assert(
      fc.property(drawnTable, mark, drawnFirm, wholeFirm, (table, wanted, firm, other) => {
        const truths = (each: Enterprise) => partsFor(table, each).map((part) => reaches(part, wanted));
        truths(firm).forEach((before, index) => {
          const missing = before.is === 'unknown' ? before.missing : [];
          const [all, given, rest] = [anything, within(missing), outside(missing)].map(
            (filled) => truths(fillIn(firm, other, filled))[index],
          );
          expect(before.is === 'unknown' || (all?.is === 'boolean' && all.value === before.value)).toBe(true);
          expect(given?.is === 'boolean' || (given?.reasons.length ?? 0) > 0).toBe(true);
          expect(rest && verdictOf(rest)).toBe(verdictOf(before));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('test inside a condition is traced as it is decided', () => {
    fc.assert(
      fc.property(drawnTable, mark, drawnCondition, drawnFirm, (table, wanted, beside, firm) => {
        const test: Condition = {
          kind: 'score',
          id: 's',
          clause: clauseOf('primary'),
          onlyFor: null,
          place,
          score: table.id,
          part: { kind: 'total' },
          ...wanted,
        };
        const condition: Condition = {
          kind: 'any',
          id: null,
          clause: null,
          onlyFor: null,
          place,
          of: [{ kind: 'all', id: null, clause: null, onlyFor: null, place, of: [test, beside] }, test],
        };
        const book = bookOf([table]);
        const plain = decide(contextOf(firm, book), condition);
        const traced = explain(contextOf(firm, book), condition);
        expect(traced.verdict).toBe(verdictOf(plain));
        expect(traced.missing).toEqual(plain.is === 'unknown' ? plain.missing : []);
      }),
      { numRuns: 1000 },
    );
  });
});

const entry = (item: Item, firm: Enterprise): ItemResult => {
  const [result] = evaluateItem(bookOf(), item, firm, on);
  if (!result) throw new Error('no entry');
  return result;
};

const isBelow = (a: bigint | null, b: bigint | null): boolean => b === null || (a !== null && a <= b);

describe('an entry', () => {
  it('with a firm verdict keeps it, whatever becomes known', () => {
    let firmly = 0;
    fc.assert(
      fc.property(drawnItem, drawnFirm, wholeFirm, (item, firm, other) => {
        const before = entry(item, firm);
        if (before.verdict === 'undetermined') return;
        firmly++;
        expect(entry(item, fillIn(firm, other, anything)).verdict).toBe(before.verdict);
      }),
      runs,
    );
    expect(firmly).toBeGreaterThan(300);
  });

  it('is changed by nothing outside what it misses, and decided by all of that unless a reason remains', () => {
    fc.assert(
      fc.property(drawnItem, drawnFirm, wholeFirm, (item, firm, other) => {
        const before = entry(item, firm);
        const open = before.missing.length + before.reasons.filter(({ code }) => code !== 'not-in-force').length;
        expect(before.verdict === 'undetermined').toBe(open > 0);
        expect(entry(item, fillIn(firm, other, outside(before.missing))).verdict).toBe(before.verdict);
        const after = entry(item, fillIn(firm, other, within(before.missing)));
        expect(after.verdict !== 'undetermined' || after.reasons.length > 0).toBe(true);
      }),
      runs,
    );
  });

  it('has an amount that holds every amount it may come to', () => {
    let ranges = 0;
    fc.assert(
      fc.property(drawnItem, drawnFirm, wholeFirm, (item, firm, other) => {
        const { amount: before } = entry(item, firm);
        const { amount: after } = entry(item, fillIn(firm, other, anything));
        // What turned out to be given in another measure, or not at all, is nothing of this one.
        const [low, high] = after === null || after.measure !== before?.measure ? [0n, 0n] : [after.low, after.high];
        const isNothing = before === null && (after === null || after.high === 0n);
        const isWithin = before !== null && before.low <= low && isBelow(high, before.high);
        if (before !== null && before.low !== before.high) ranges++;
        const lost = before !== null && after === null && before.low > 0n;
        expect(isNothing || isWithin || lost).toBe(true);
        expect(lost).toBe(false);
      }),
      runs,
    );
    expect(ranges).toBeGreaterThan(300);
  });

  it('has its ends in order, and misses nothing for an amount that is sure', () => {
    fc.assert(
      fc.property(drawnItem, drawnFirm, (item, firm) => {
        const { amount, verdict } = entry(item, firm);
        if (amount === null) return;
        expect(amount.high === null || amount.low <= amount.high).toBe(true);
        expect(verdict === 'eligible' && amount.low === amount.high && amount.missing.length > 0).toBe(false);
      }),
      runs,
    );
  });
});
