import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockOut, type Attempt } from './lock-out.ts';

const minute = 60_000;
const wrong = (at: number): Attempt => ({ at, isRight: false });
const right = (at: number): Attempt => ({ at, isRight: true });
/** Wrong ones at these minutes. */
const wrongs = (...minutes: readonly number[]): readonly Attempt[] => minutes.map((n) => wrong(n * minute));
const five = wrongs(0, 1, 2, 3, 4);

describe('the lock-out', () => {
  it('counts down from five', () => {
    expect(lockOut([], 0)).toEqual({ locked: false, left: 5 });
    expect(lockOut(wrongs(0, 1, 2, 3), 3 * minute)).toEqual({ locked: false, left: 1 });
  });

  it('comes with the fifth wrong one within 15 minutes, for one minute', () => {
    expect(lockOut(five, 4 * minute)).toEqual({ locked: true, until: 5 * minute });
    expect(lockOut(five, 5 * minute - 1)).toEqual({ locked: true, until: 5 * minute });
    expect(lockOut(five, 5 * minute)).toEqual({ locked: false, left: 1 });
  });

  it('does not come when the five take longer', () => {
    expect(lockOut(wrongs(0, 1, 2, 3, 15), 15 * minute)).toEqual({ locked: false, left: 1 });
    expect(lockOut([...wrongs(0, 1, 2, 3), wrong(15 * minute - 1)], 15 * minute)).toMatchObject({ locked: true });
  });

  it('is twice as long with each further wrong one, up to an hour', () => {
    const attempts: Attempt[] = [...five];
    const lengths: number[] = [];
    for (;;) {
      const last = attempts.at(-1)?.at ?? 0;
      const lock = lockOut(attempts, last);
      if (!lock.locked) throw new Error('each of these locks');
      lengths.push((lock.until - last) / minute);
      if (lengths.length === 9) break;
      attempts.push(wrong(lock.until));
    }
    expect(lengths).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is not made longer, or shorter, by what comes while it lasts', () => {
    const during = [...five, wrong(4 * minute + 1), right(4 * minute + 2), wrong(5 * minute - 1)];
    expect(lockOut(during, 5 * minute - 1)).toEqual({ locked: true, until: 5 * minute });
    expect(lockOut(during, 5 * minute)).toEqual({ locked: false, left: 1 });
  });

  it('starts afresh after a right one', () => {
    expect(lockOut([...wrongs(0, 1, 2, 3), right(4 * minute)], 4 * minute)).toEqual({ locked: false, left: 5 });
    const after = [...five, right(6 * minute), ...wrongs(7, 8, 9, 10)];
    expect(lockOut(after, 10 * minute)).toEqual({ locked: false, left: 1 });
    // And its first lock is a minute again.
    expect(lockOut([...after, wrong(11 * minute)], 11 * minute)).toEqual({ locked: true, until: 12 * minute });
  });

  it('starts afresh when nothing wrong came for 15 minutes after a lock', () => {
    expect(lockOut(five, 20 * minute - 1)).toEqual({ locked: false, left: 1 });
    expect(lockOut(five, 20 * minute)).toEqual({ locked: false, left: 5 });
    expect(lockOut([...five, wrong(20 * minute - 1)], 20 * minute)).toMatchObject({ locked: true });
    expect(lockOut([...five, wrong(20 * minute)], 20 * minute)).toEqual({ locked: false, left: 4 });
  });

  it('lets nobody who only guesses try more than 8 in any 15 minutes, whatever the rhythm', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 * minute }), { maxLength: 200 }), (pauses) => {
        const attempts: Attempt[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          if (!lockOut(attempts, now).locked) attempts.push(wrong(now));
        }
        for (const { at } of attempts) {
          const inWindow = attempts.filter((each) => each.at >= at && each.at < at + 15 * minute);
          // Five at once, one more each after 1, 2 and 4 minutes; the next is 8 minutes later, when 15 have passed.
          expect(inWindow.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});
