import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from './legs.ts';
import {
  deductMonths,
  dueMonth,
  extendTerm,
  forfeitMonths,
  grantTerm,
  payMonth,
  returnMonth,
  type Entitled,
  type MonthResult,
} from './months.ts';
import { balanceOf, emptyBalances, identities, sumOf, type Balances } from './posting.ts';

const who: Entitled = { tenant: 'toy', person: '张三', allowance: '生活补贴' };

const done = (result: MonthResult): Balances => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.balances;
};

const left = (balances: Balances): bigint => balanceOf(balances, accountOf('M11', who));

describe('months of an allowance', () => {
  it('are counted from the term: 36 granted, 7 used elsewhere, one paid, leave 28', () => {
    const term = done(deductMonths(done(grantTerm(emptyBalances, who, 36n)), who, 7n));
    const paid = done(payMonth(done(dueMonth(term, who, '2026-03')), who, '2026-03'));
    expect(left(paid)).toBe(28n);
    expect(identities(paid)).toEqual([]);
  });

  it('I12 one month is paid once per person and group, whoever employs her', () => {
    const due = done(dueMonth(done(grantTerm(emptyBalances, who, 2n)), who, '2026-03'));
    const taken = { ok: false, refusal: { code: 'month-taken', month: '2026-03' } };
    expect(dueMonth(due, who, '2026-03')).toEqual(taken);
    const paid = done(payMonth(due, who, '2026-03'));
    expect(dueMonth(paid, who, '2026-03')).toEqual(taken);
    expect(dueMonth(paid, who, '2026-04').ok).toBe(true);
    expect(payMonth(paid, who, '2026-03').ok).toBe(false);
  });

  it('a returned month is due again and is paid again, without a new month', () => {
    const paid = done(
      payMonth(done(dueMonth(done(grantTerm(emptyBalances, who, 1n)), who, '2026-03')), who, '2026-03'),
    );
    const back = done(returnMonth(paid, who, '2026-03'));
    expect(left(back)).toBe(0n);
    expect(done(payMonth(back, who, '2026-03'))).toEqual(paid);
  });

  it('end with the term, unless it is extended', () => {
    const one = done(dueMonth(done(grantTerm(emptyBalances, who, 1n)), who, '2026-03'));
    expect(dueMonth(one, who, '2026-04')).toMatchObject({ ok: false, refusal: { code: 'below-zero' } });
    expect(dueMonth(done(extendTerm(one, who, 1n)), who, '2026-04').ok).toBe(true);
    expect(forfeitMonths(one, who, 1n).ok).toBe(false);
    expect(left(done(forfeitMonths(done(extendTerm(one, who, 3n)), who, 2n)))).toBe(1n);
  });

  it('are months of the calendar', () => {
    const term = done(grantTerm(emptyBalances, who, 9n));
    for (const month of ['2026-13', '2026-00', '2026-3', '202603', '', '2026-03-01'])
      expect(dueMonth(term, who, month)).toEqual({ ok: false, refusal: { code: 'not-a-month', month } });
  });

  it('I12 no sequence of runs, payments and returns pays a month twice or more months than the term', () => {
    const step = fc.record({
      act: fc.constantFrom(dueMonth, payMonth, returnMonth),
      month: fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-04'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let balances = done(grantTerm(emptyBalances, who, 3n));
        for (const { act, month } of steps) {
          const made = act(balances, who, month);
          if (made.ok) balances = made.balances;
          expect(identities(balances)).toEqual([]);
          for (const each of ['2026-01', '2026-02', '2026-03', '2026-04'])
            expect(sumOf(balances, ['M13', 'M14'], { ...who, month: each }) <= 1n).toBe(true);
          expect(sumOf(balances, ['M13', 'M14'], who) <= 3n).toBe(true);
        }
      }),
    );
  });
});
