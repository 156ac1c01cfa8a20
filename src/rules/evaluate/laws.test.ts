// The laws of three values, of what is missing, and of the trace, on drawn rules and firms.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnFirm, fillIn, wholeFirm } from '#test/support/drawn-firms.ts';
import { contextOf, drawnCondition } from '#test/support/drawn-rules.ts';
import { decide } from './decide.ts';
import { explain, failingIds, verdictOf } from './explain.ts';
import { conjunction, disjunction, missingFact, negation, no, yes, type Truth } from './outcome.ts';
import type { ConditionResult } from './result.ts';

const runs = { numRuns: 4000 };
const truths: readonly Truth[] = [yes, no, missingFact('a')];
const sign = (truth: Truth): boolean | null => (truth.is === 'unknown' ? null : truth.value);

/** Kleene's tables written out, true > unknown > false. */
const and = [
  [true, false, null],
  [false, false, false],
  [null, false, null],
];

describe('three values', () => {
  it('combine by Kleene’s tables', () => {
    truths.forEach((a, row) => {
      truths.forEach((b, column) => {
        const expected = and[row]?.[column];
        expect(sign(conjunction([a, b]))).toBe(expected);
        // De Morgan gives the table of or.
        expect(sign(disjunction([a, b]))).toBe(sign(negation(conjunction([negation(a), negation(b)]))));
      });
      expect(sign(negation(negation(a)))).toBe(sign(a));
      expect(sign(conjunction([a, a]))).toBe(sign(a));
    });
    expect(sign(conjunction([]))).toBe(true);
    expect(sign(disjunction([]))).toBe(false);
  });
});

describe('missing facts', () => {
  it('are empty for a known result, and never empty without a reason for an unknown one', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, (condition, firm) => {
        const result = decide(contextOf(firm), condition);
        const why = result.is === 'unknown' ? result.missing.length + result.reasons.length : 0;
        expect(why > 0).toBe(result.is === 'unknown');
        const traced = explain(contextOf(firm), condition);
        expect(traced.verdict === 'undetermined' || traced.missing.length === 0).toBe(true);
      }),
      runs,
    );
  });

  it('are all that can change a verdict: filling in anything else leaves it as it is', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, wholeFirm, (condition, firm, other) => {
        const before = decide(contextOf(firm), condition);
        const missing = before.is === 'unknown' ? before.missing : [];
        // The founding date is read by every year of a series: it stays as it is.
        const filled = fillIn(firm, other, (path) => !missing.includes(path) && path !== '注册日期');
        expect(sign(decide(contextOf(filled), condition))).toBe(sign(before));
      }),
      runs,
    );
  });

  it('decide it when all are given, unless a reason remains', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, wholeFirm, (condition, firm, other) => {
        const before = decide(contextOf(firm), condition);
        const missing = before.is === 'unknown' ? before.missing : [];
        const filled = fillIn(firm, other, (path) => missing.includes(path));
        const after = decide(contextOf(filled), condition);
        expect(after.is === 'boolean' || after.reasons.length > 0).toBe(true);
      }),
      runs,
    );
  });

  it('never turn a firm verdict when they are filled in', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, wholeFirm, (condition, firm, other) => {
        const before = decide(contextOf(firm), condition);
        if (before.is === 'unknown') return;
        expect(sign(decide(contextOf(fillIn(firm, other, (path) => path !== '注册日期')), condition))).toBe(
          before.value,
        );
      }),
      runs,
    );
  });
});

const every = (result: ConditionResult, visit: (each: ConditionResult) => void): void => {
  visit(result);
  if (result.when) every(result.when, visit);
  for (const part of result.of ?? []) every(part, visit);
};

describe('the trace', () => {
  it('gives the verdict, the missing facts and the reasons that the untraced evaluation gives', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, (condition, firm) => {
        const plain = decide(contextOf(firm), condition);
        const traced = explain(contextOf(firm), condition);
        expect(traced.verdict).toBe(verdictOf(plain));
        expect([...traced.missing].toSorted()).toEqual(plain.is === 'unknown' ? [...plain.missing].toSorted() : []);
        expect(traced.reasons).toEqual(plain.is === 'unknown' ? plain.reasons : []);
      }),
      runs,
    );
  });

  it('never decides by a clause that is only a draft', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, (condition, firm) => {
        every(explain(contextOf(firm), condition), (each) => {
          const draft = each.op === 'test' && each.evidence === 'draft';
          expect(draft && each.verdict !== 'undetermined').toBe(false);
        });
      }),
      runs,
    );
  });

  it('names failing conditions only for a failed result', () => {
    fc.assert(
      fc.property(drawnCondition, drawnFirm, (condition, firm) => {
        const traced = explain(contextOf(firm), condition);
        fc.pre(traced.id !== null);
        expect(failingIds(traced).length > 0).toBe(traced.verdict === 'ineligible');
      }),
      runs,
    );
  });
});
