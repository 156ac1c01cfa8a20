// The border between the texts that a case keeps and the milliseconds that legal time counts in.
import { hourMs, printInstant, readInstant, type Instant } from './instant.ts';

/** Actions carry instants that were checked when they came in. */
export const fromIso = (text: string): Instant => {
  const at = readInstant(text);
  if (at === null) throw new RangeError(`not an instant: ${text}`);
  return at;
};

/** 2026-05-22T16:00:00.000Z, as actions carry it. Beijing time eight hours earlier reads like the time in UTC. */
export const toIso = (at: Instant): string => `${printInstant(at - 8 * hourMs).slice(0, -'+08:00'.length)}Z`;
