import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { one, rational, whole } from '#rules/exact/rational.ts';
import {
  approveClaim,
  ceilingOf,
  holdBase,
  openLine,
  releaseBase,
  shareAward,
  type ClaimResult,
  type LineUse,
} from './claims.ts';
import { accountOf } from './legs.ts';
import { balanceOf, emptyBalances, identities, sumOf, type Balances } from './posting.ts';
import { freeSlots, takeSlot, type StackSlots } from './stack-slot.ts';
import { freeRecovered, settleRecovered, voidLine } from './voids.ts';

const line = { tenant: 'toy', invoiceLine: '发票1-1' } as const;
const groupA: LineUse = { ...line, exclusionGroup: 'A' };
const groupB: LineUse = { ...line, exclusionGroup: 'B' };
const twelve = rational(12n, 100n);
/** 1,000,000.00 */
const million = 100_000_000n;

const done = (result: ClaimResult): Balances => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.balances;
};

const opened = (): Balances =>
  done(openLine(done(openLine(emptyBalances, groupA, million, twelve)), groupB, million, twelve));

/** A case that holds base in a group and is granted support for all of it. */
const granted = (before: Balances, use: LineUse, caseId: string, base: bigint, support: bigint): ClaimResult =>
  approveClaim(done(holdBase(before, use, caseId, base)), caseId, support, [{ use, base, support }]);

describe('an invoice line of 1,000,000.00 net that two projects use', () => {
  const firstHolds = done(holdBase(opened(), groupA, '项目1', 60_000_000n));

  it('I10 lets the second project hold 400,000.00 in the same group, not 400,000.01', () => {
    expect(holdBase(firstHolds, groupA, '项目2', 40_000_001n)).toEqual({
      ok: false,
      refusal: { code: 'below-zero', account: accountOf('K11', groupA), available: 40_000_000n, asked: 40_000_001n },
    });
    expect(balanceOf(done(holdBase(firstHolds, groupA, '项目2', 40_000_000n)), accountOf('K11', groupA))).toBe(0n);
  });

  it('I31 refuses a second item of the group for the first project whatever is free', () => {
    const slot = { exclusionGroup: 'A', scope: '项目1', period: '2026' };
    const first = takeSlot(new Map(), slot, '案1');
    if (!first.ok) throw new Error(first.code);
    expect(takeSlot(first.slots, slot, '案2')).toEqual({ ok: false, code: 'slot-taken' });
    expect(takeSlot(first.slots, slot, '案1')).toEqual(first);
    expect(takeSlot(first.slots, { ...slot, scope: '项目2' }, '案2').ok).toBe(true);
    expect(takeSlot(first.slots, { ...slot, exclusionGroup: 'B' }, '案2').ok).toBe(true);
    expect(takeSlot(freeSlots(first.slots, '案1'), slot, '案2').ok).toBe(true);
    const others: StackSlots = freeSlots(first.slots, '案9');
    expect(takeSlot(others, slot, '案2').ok).toBe(false);
  });

  it('I10 lets a county item of another group use the full amount', () => {
    const both = done(holdBase(firstHolds, groupB, '县项目', million));
    expect(balanceOf(both, accountOf('K12', { ...groupB, case: '县项目' }))).toBe(million);
  });

  it('I11 lets the county grant 20,000.00 after the city granted 100,000.00 of a ceiling of 120,000.00', () => {
    // 12 % of 1,000,000.00 = 120,000.00
    expect(ceilingOf(million, twelve)).toBe(12_000_000n);
    const city = done(granted(opened(), groupA, '市', million, 10_000_000n));
    expect(granted(city, groupB, '县', million, 2_000_001n)).toEqual({
      ok: false,
      refusal: { code: 'below-zero', account: accountOf('S11', line), available: 2_000_000n, asked: 2_000_001n },
    });
    expect(balanceOf(done(granted(city, groupB, '县', million, 2_000_000n)), accountOf('S11', line))).toBe(0n);
  });
});

describe('an invoice line', () => {
  it('is opened once per group, and its ceiling once for all', () => {
    expect(openLine(opened(), groupA, million, twelve)).toEqual({ ok: false, refusal: { code: 'already-open' } });
    expect(balanceOf(opened(), accountOf('S10', line))).toBe(12_000_000n);
  });

  it('never carries more than its net amount, whatever intensity a pack states', () => {
    expect(ceilingOf(100n, whole(3))).toBe(100n);
    expect(ceilingOf(100n, one)).toBe(100n);
    expect(ceilingOf(99n, rational(1n, 2n))).toBe(49n);
  });

  it('gets back what a rejected claim held, and what an approval did not use', () => {
    const held = done(holdBase(opened(), groupA, '案', 100n));
    expect(done(releaseBase(held, groupA, '案'))).toEqual(opened());
    expect(releaseBase(opened(), groupA, '案')).toMatchObject({ ok: false, refusal: { code: 'not-positive' } });
    const approved = done(approveClaim(held, '案', 5n, [{ use: groupA, base: 70n, support: 5n }]));
    expect(balanceOf(approved, accountOf('K11', groupA))).toBe(million - 70n);
    expect(balanceOf(approved, accountOf('K13', { ...groupA, case: '案' }))).toBe(70n);
    expect(sumOf(approved, ['K12'], line)).toBe(0n);
    expect(identities(approved)).toEqual([]);
  });

  it('I5 shares an award over lines to the fen, all lines or none', () => {
    const second: LineUse = { ...groupA, invoiceLine: '发票1-2' };
    const two = done(openLine(opened(), second, 200n, one));
    const held = done(holdBase(done(holdBase(two, groupA, '案', 100n)), second, '案', 200n));
    // 100 over 100 : 200 is 33.33 : 66.67, so 33 and 67.
    const lines = shareAward(100n, [
      { use: groupA, base: 100n },
      { use: second, base: 200n },
    ]);
    expect(lines.map(({ support }) => support)).toEqual([33n, 67n]);
    expect(sumOf(done(approveClaim(held, '案', 100n, lines)), ['S12'], { tenant: 'toy' })).toBe(100n);
    expect(approveClaim(held, '案', 101n, lines)).toEqual({
      ok: false,
      refusal: { code: 'award-mismatch', award: 101n, shared: 100n },
    });
    const below = lines.map((each, at) => ({ ...each, support: at === 1 ? -1n : 101n }));
    expect(approveClaim(held, '案', 100n, below)).toMatchObject({
      ok: false,
      refusal: { code: 'not-positive', amount: 'support' },
    });
    const tooMuch = lines.map((each, at) => (at === 1 ? { ...each, base: 201n } : each));
    expect(approveClaim(held, '案', 100n, tooMuch)).toMatchObject({ ok: false, refusal: { code: 'below-zero' } });
  });
});

describe('a line that was red-flushed', () => {
  const used = done(granted(opened(), groupA, '已用', 60_000_000n, 6_000_000n));
  const held = done(holdBase(used, groupA, '审核中', 30_000_000n));

  it('loses its free base first, then what is held, then what is used, in every group', () => {
    // Group A: 10 free, 30 held, 60 used of 100; 50 void takes 10 + 30 + 10. Group B has all of it free.
    const voided = voidLine(held, line, 50_000_000n, twelve);
    if (!voided.ok) throw new Error(voided.refusal.code);
    const { balances, recover } = voided;
    expect(recover).toEqual(['已用']);
    expect(balanceOf(balances, accountOf('K11', groupA))).toBe(0n);
    expect(sumOf(balances, ['K12'], line)).toBe(0n);
    expect(sumOf(balances, ['K13'], line)).toBe(50_000_000n);
    expect(sumOf(balances, ['K14'], line)).toBe(100_000_000n);
    // The ceiling follows: 12 % of 500,000.00 = 60,000.00, and that was granted.
    expect([balanceOf(balances, accountOf('S10', line)), balanceOf(balances, accountOf('S11', line))]).toEqual([
      6_000_000n,
      0n,
    ]);
    expect(identities(balances)).toEqual([]);
  });

  it('loses nothing that is held or used while free base is left', () => {
    const voided = voidLine(held, line, 10_000_000n, twelve);
    if (!voided.ok) throw new Error(voided.refusal.code);
    expect(voided.recover).toEqual([]);
    expect([sumOf(voided.balances, ['K12'], line), sumOf(voided.balances, ['K13'], line)]).toEqual([
      30_000_000n,
      60_000_000n,
    ]);
    const alsoHeld = voidLine(held, line, 10_000_001n, twelve);
    if (!alsoHeld.ok) throw new Error(alsoHeld.refusal.code);
    expect(alsoHeld.recover).toEqual([]);
    expect(sumOf(alsoHeld.balances, ['K12'], line)).toBe(29_999_999n);
  });

  it('keeps under the ceiling what was granted, until it is recovered', () => {
    // 200,000.00 left carries 24,000.00; 60,000.00 was granted, so the ceiling stops there and falls with the recovery.
    const voided = voidLine(held, line, 80_000_000n, twelve);
    if (!voided.ok) throw new Error(voided.refusal.code);
    expect(balanceOf(voided.balances, accountOf('S10', line))).toBe(6_000_000n);
    const back = done(settleRecovered(voided.balances, groupA, '已用', 4_000_000n, twelve));
    expect(balanceOf(back, accountOf('S10', line))).toBe(2_400_000n);
    expect(balanceOf(back, accountOf('S12', { ...line, case: '已用' }))).toBe(2_000_000n);
    expect(identities(back)).toEqual([]);
  });

  it('cannot lose more than it has left', () => {
    expect(voidLine(held, line, million + 1n, twelve)).toEqual({
      ok: false,
      refusal: { code: 'over-capacity', left: million },
    });
    // A group that opened the line when less of it was left has less to lose.
    const small = done(openLine(done(openLine(emptyBalances, groupA, 100n, twelve)), groupB, 40n, twelve));
    expect(voidLine(small, line, 41n, twelve)).toEqual({ ok: false, refusal: { code: 'over-capacity', left: 40n } });
    expect(voidLine(emptyBalances, line, 1n, twelve)).toMatchObject({ ok: false, refusal: { left: 0n } });
  });

  it('is free again when support was recovered for another reason', () => {
    const back = done(freeRecovered(used, groupA, '已用', { base: 60_000_000n, support: 6_000_000n }));
    expect(back).toEqual(opened());
  });

  it('I10 and I11 hold whatever is opened, held, granted and voided', () => {
    const step = fc.record({
      kind: fc.constantFrom('hold', 'grant', 'void', 'release'),
      use: fc.constantFrom(groupA, groupB),
      caseId: fc.constantFrom('a', 'b'),
      amount: fc.bigInt({ min: 1n, max: 60n }),
    });
    const start = [groupA, groupB].reduce(
      (all, use) => done(openLine(all, use, 100n, rational(1n, 2n))),
      emptyBalances,
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let balances = start;
        for (const { kind, use, caseId, amount } of steps) {
          const result = {
            hold: () => holdBase(balances, use, caseId, amount),
            grant: () => granted(balances, use, caseId, amount, amount / 2n),
            void: () => voidLine(balances, line, amount, rational(1n, 2n)),
            release: () => releaseBase(balances, use, caseId),
          };
          if (kind === 'grant' && !holdBase(balances, use, caseId, amount).ok) continue;
          const made = result[kind]();
          if (made.ok) balances = made.balances;
          expect(identities(balances)).toEqual([]);
          for (const group of [groupA, groupB])
            expect(sumOf(balances, ['K12', 'K13'], group) <= 100n - balanceOf(balances, accountOf('K14', group))).toBe(
              true,
            );
          expect(sumOf(balances, ['S12'], line) <= 50n).toBe(true);
        }
      }),
    );
  });
});
