// How often one address may ask for what costs computing: so many a minute, then 429 with when to come back. Reading what is
// cached costs little and is not counted.
import type { Context, MiddlewareHandler } from 'hono';
import { answerProblem } from './respond.ts';

export type RateLimit = {
  /** Requests that one address may send in a minute. */
  readonly perMinute: number;
  /** Who is asking; null where it is not known, and then nobody is counted. */
  readonly addressOf: (c: Context) => string | null;
};

const minute = 60_000;

/** @param elapsed  a clock that only runs forward, in milliseconds */
export const rateLimit = ({ perMinute, addressOf }: RateLimit, elapsed: () => number): MiddlewareHandler => {
  let began = elapsed();
  let counts = new Map<string, number>();
  return async (c, next) => {
    const now = elapsed();
    // Everyone starts anew each minute: the map never holds more than one minute's addresses.
    if (now - began >= minute) {
      began = now;
      counts = new Map();
    }
    const address = addressOf(c);
    if (address === null) return next();
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count <= perMinute) return next();
    c.header('retry-after', String(Math.ceil((minute - (now - began)) / 1000)));
    return answerProblem(c, 'too-many-requests', `每分钟最多 ${perMinute} 次`);
  };
};
