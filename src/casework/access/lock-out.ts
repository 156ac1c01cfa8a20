// The lock-out for passwords, for each account and whatever address asks: guessing gets slower, and who is right starts afresh.
import { hourMs, minuteMs, type Instant } from '#casework/time/instant.ts';

/** A password that was tried on an account while it was not locked. */
export type Attempt = { readonly at: Instant; readonly isRight: boolean };

export type LockOut =
  | {
      readonly locked: false;
      /** How many wrong ones are left until it locks. */
      readonly left: number;
    }
  | {
      readonly locked: true;
      /** The first moment at which it is open again. */
      readonly until: Instant;
    };

const allowed = 5;
const windowMs = 15 * minuteMs;
const longestMs = hourMs;

type Count = {
  /** Wrong ones that still count before the first lock. */
  readonly wrong: readonly Instant[];
  /** Locks in a row. */
  readonly locks: number;
  readonly until: Instant;
};

const fresh: Count = { wrong: [], locks: 0, until: -Infinity };

const lockMs = (locks: number): number => Math.min(minuteMs * 2 ** (locks - 1), longestMs);

const locked = (at: Instant, locks: number): Count => ({ wrong: [], locks, until: at + lockMs(locks) });

/** A row of locks is over when nothing wrong came for a whole window after the last one. */
const calmed = (count: Count, at: Instant): Count =>
  count.locks > 0 && at >= count.until + windowMs
    ? fresh
    : { ...count, wrong: count.wrong.filter((each) => at - each < windowMs) };

const after = (count: Count, { at, isRight }: Attempt): Count => {
  // While it is locked nothing is tried: neither can a right one be let in nor a wrong one make it longer.
  if (at < count.until) return count;
  if (isRight) return fresh;
  const now = calmed(count, at);
  if (now.locks > 0) return locked(at, now.locks + 1);
  const wrong = [...now.wrong, at];
  return wrong.length < allowed ? { ...now, wrong } : locked(at, 1);
};

/**
 * Whether an account is locked now: the fifth wrong one within 15 minutes locks it for 1 minute, each further wrong one for
 * twice as long, up to an hour. A right one, or 15 minutes without a wrong one after a lock, starts afresh.
 *
 * @param attempts  of one account, in the order in which they came
 * @param now       milliseconds since 1970
 * @source          casework: people and access (the lock-out for passwords is ours, per account)
 */
export const lockOut = (attempts: readonly Attempt[], now: Instant): LockOut => {
  const count = attempts.reduce(after, fresh);
  if (now < count.until) return { locked: true, until: count.until };
  const { wrong, locks } = calmed(count, now);
  return { locked: false, left: locks > 0 ? 1 : allowed - wrong.length };
};
