import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawExperts, seedOf, type Attempt, type Conflict, type DrawRequest } from './expert-draw.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const digest = new Uint8Array(32).fill(7);
const cases = ['c2', 'c1', 'c3'].map((id) => ({ case: id, firm: `firm of ${id}` }));
const experts = ['王', '李', '张', '赵', '陈', '周'];
const request: DrawRequest = { digest, cases, experts, conflicts: [], perCase: 2 };

const drawn = (kept: readonly Attempt[], given: DrawRequest, reason: string | null): readonly Attempt[] => {
  const result = drawExperts(kept, given, reason, sha256);
  if (!result.ok) throw new Error(result.code);
  return result.attempts;
};

const burdens = (attempt: Attempt | undefined): ReadonlyMap<string, number> => {
  const count = new Map<string, number>();
  for (const { experts: names } of attempt?.assignments ?? [])
    for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
};

describe('the seed of a draw', () => {
  it('is SHA-256 over yesterday’s digest, the hash of the case list and the attempt, and over nothing else', () => {
    const list = createHash('sha256').update('c1\nc2\nc3').digest();
    const expected = createHash('sha256')
      .update(Buffer.concat([digest, list, Buffer.from([0, 0, 1, 2])]))
      .digest('hex');
    expect(Buffer.from(seedOf(digest, cases, 258, sha256)).toString('hex')).toBe(expected);
  });

  it('does not depend on the order on the screen, nor on the names of the experts', () => {
    const [one] = drawn([], request, null);
    const [other] = drawn([], { ...request, cases: cases.toReversed(), experts: ['别人'] }, null);
    expect(other?.seed).toBe(one?.seed);
  });

  it('is another for another day, another list and another attempt', () => {
    const seeds = [
      seedOf(digest, cases, 1, sha256),
      seedOf(new Uint8Array(32), cases, 1, sha256),
      seedOf(digest, cases.slice(1), 1, sha256),
      seedOf(digest, cases, 2, sha256),
    ].map((seed) => Buffer.from(seed).toString('hex'));
    expect(new Set(seeds).size).toBe(4);
  });
});

describe('a draw', () => {
  it('can be computed again by anyone, with the experts listed in any order', () => {
    expect(drawn([], { ...request, experts: experts.toReversed() }, null)).toEqual(drawn([], request, null));
  });

  it('never draws who has a conflict with the firm, and says whom it left out and why', () => {
    const conflict: Conflict = { expert: '王', firm: 'firm of c1', kind: 'former-employer' };
    const [attempt] = drawn([], { ...request, experts: ['王', '李', '张'], conflicts: [conflict] }, null);
    const first = attempt?.assignments.find((each) => each.case === 'c1');
    expect(first).toEqual({ case: 'c1', experts: expect.any(Array), excluded: [conflict], missing: 0 });
    expect([...(first?.experts ?? [])].toSorted()).toEqual(['张', '李']);
    // A tie to one firm is none to another.
    const second = attempt?.assignments.find((each) => each.case === 'c2');
    expect([second?.excluded, second?.missing]).toEqual([[], 0]);
    const [all] = drawn([], { ...request, experts: ['王', '李', '张'], perCase: 3, conflicts: [conflict] }, null);
    expect(all?.assignments.map(({ missing }) => missing)).toEqual([1, 0, 0]);
  });

  it('says how many are missing where too many have a conflict, instead of drawing them', () => {
    const conflicts = ['王', '李'].map((expert): Conflict => ({ expert, firm: 'firm of c1', kind: 'declared' }));
    const [attempt] = drawn([], { ...request, experts: ['王', '李', '张'], conflicts }, null);
    const first = attempt?.assignments.find((each) => each.case === 'c1');
    expect([first?.experts, first?.missing]).toEqual([['张'], 1]);
  });

  it('keeps every attempt, and a later one needs a reason', () => {
    const once = drawn([], request, null);
    expect(drawExperts(once, request, null, sha256)).toEqual({ ok: false, code: 'reason-missing' });
    expect(drawExperts(once, request, '  ', sha256)).toEqual({ ok: false, code: 'reason-missing' });
    const twice = drawn(once, request, '一位专家生病');
    expect(twice.map(({ number, reason }) => [number, reason])).toEqual([
      [1, null],
      [2, '一位专家生病'],
    ]);
    expect(twice[0]).toBe(once[0]);
    expect(twice[1]?.seed).not.toBe(once[0]?.seed);
  });

  it('burdens all alike: without conflicts nobody judges two cases more than anybody else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (count, many, perCase, day) => {
          const names = Array.from({ length: count }, (_, index) => `e${index}`);
          const list = Array.from({ length: many }, (_, index) => ({ case: `c${index}`, firm: `f${index}` }));
          const [attempt] = drawn([], { digest: day, cases: list, experts: names, conflicts: [], perCase }, null);
          const loads = names.map((name) => burdens(attempt).get(name) ?? 0);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          for (const { experts: chosen, missing } of attempt?.assignments ?? []) {
            expect(new Set(chosen).size).toBe(chosen.length);
            expect(chosen.length + missing).toBe(perCase);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('passes over numbers that would make the first names likelier', () => {
    // Words ffffffff, 1, 0, …: 2^32 is one more than a multiple of 3, so the first word is no fair choice among three.
    // By hand: 1 swaps the last with the middle (a c b), 0 swaps the middle with the first (c a b).
    const words = (): Uint8Array => Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 1, ...Array(24).fill(0)]);
    const three = { ...request, cases: cases.slice(0, 1), experts: ['a', 'b', 'c'] };
    const result = drawExperts([], three, null, words);
    expect(result.ok && result.attempts[0]?.assignments[0]?.experts).toEqual(['c', 'a']);
  });

  it('gives everybody the same chance: over 3000 days each of six is drawn for one case 500 times, give or take', () => {
    const count = new Map<string, number>();
    for (let day = 0; day < 3000; day++) {
      const lodged = sha256(new TextEncoder().encode(`day ${day}`));
      const [attempt] = drawn([], { ...request, digest: lodged, cases: cases.slice(0, 1), perCase: 1 }, null);
      const name = attempt?.assignments[0]?.experts[0] ?? '';
      count.set(name, (count.get(name) ?? 0) + 1);
    }
    expect([...count.keys()].toSorted()).toEqual(experts.toSorted());
    // Chi-square with 5 degrees of freedom: 20.5 is passed by chance once in a thousand; the days are fixed, so this never flickers.
    const chiSquare = [...count.values()].reduce((sum, found) => sum + (found - 500) ** 2 / 500, 0);
    expect(chiSquare).toBeLessThan(20.5);
  });
});
