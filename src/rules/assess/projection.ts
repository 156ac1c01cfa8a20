// A firm at a later date, as far as it can be foreseen: years that are still open are taken to stay as the last known one was.
import type { Enterprise, Value } from '#rules/facts/enterprise.ts';
import { yearOf, type PlainDate } from '#rules/exact/plain-date.ts';

/** A value of an open year that is only assumed, and the year it is taken from. */
export type Assumed = { readonly path: string; readonly year: number; readonly from: number; readonly value: Value };

export type Projection = {
  readonly firm: Enterprise;
  /** By path@year. */
  readonly assumed: ReadonlyMap<string, Assumed>;
};

/** The last year before `year` whose value is known; null when the year before the filing date is not. */
const lastKnown = (series: ReadonlyMap<number, Value>, year: number, closed: number): number | null => {
  for (let each = year - 1; each >= closed; each--) if (series.has(each)) return each;
  return null;
};

/**
 * The firm as it stands at a later date: closed years stay as they are, and a year that is open on the filing date and has no
 * value yet takes the last known one (与上年持平), if that is no older than the year before the filing date.
 *
 * @param on  the filing date; years from its own on are open
 * @param at  the later date; in the same year nothing is assumed
 */
export const project = (firm: Enterprise, on: PlainDate, at: PlainDate): Projection => {
  const [open, last] = [yearOf(on), yearOf(at)];
  const assumed = new Map<string, Assumed>();
  if (last <= open) return { firm, assumed };
  const yearly = new Map(firm.facts.yearly);
  for (const [path, series] of firm.facts.yearly) {
    const filled = new Map(series);
    for (let year = open; year <= last; year++) {
      if (series.has(year)) continue;
      const from = lastKnown(series, year, open - 1);
      const value = from === null ? undefined : series.get(from);
      if (from === null || value === undefined) continue;
      filled.set(year, value);
      assumed.set(`${path}@${year}`, { path, year, from, value });
    }
    yearly.set(path, filled);
  }
  return { firm: { ...firm, facts: { ...firm.facts, yearly } }, assumed };
};
