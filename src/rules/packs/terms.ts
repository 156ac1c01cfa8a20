// Spans of dates: reading them, ending each where the next one starts, and finding overlaps.
import { addDays, dateOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import type { Place, Term } from './rulebook.ts';
import type { Placed } from './shapes/scalars.ts';

export type WrittenTerm = {
  readonly from: Placed<PlainDate | 'unknown'>;
  readonly to?: Placed<PlainDate | 'unknown'> | undefined;
  readonly seen?: Placed<PlainDate> | undefined;
};

/** The term of what has one that could not be read: nothing is too late for it. */
export const unreadTerm: Term = { from: dateOf(9999, 12, 31), to: null, seen: null };

/** The term as written. A start that is not known is null. */
export const readTerm = (bench: Bench, shape: WrittenTerm): Term => {
  if (isVoid(shape.from.place)) return unreadTerm;
  const from = shape.from.value === 'unknown' ? null : shape.from.value;
  const to = shape.to?.value ?? null;
  if (from !== null && to !== null && to !== 'unknown' && from > to && shape.to !== undefined) {
    report(bench, shape.to.place, 'from-after-to', '结束日期早于开始日期', { found: to, expected: `不早于 ${from}` });
  }
  if (shape.seen !== undefined && from !== null && shape.seen.value < from) {
    report(bench, shape.seen.place, 'seen-before-from', '最后看到有效的日期早于开始日期', {
      found: shape.seen.value,
      expected: `不早于 ${from}`,
    });
  }
  return { from, to, seen: shape.seen?.value ?? null };
};

/** Something with a term and the place of its start; a void when that could not be read. */
export type Dated<T> = { readonly value: T; readonly term: Term; readonly place: Place };

const startOf = (term: Term): string => term.from ?? '';

/**
 * Sorts by start and ends every open term the day before the next one starts.
 * A term that reaches into the next one is reported at the next one's start; so are two that start on one day.
 * An end that is not known stays so: it also ends where the next one starts.
 */
export const succeed = <T>(bench: Bench, dated: readonly Dated<T>[], what: string): readonly Dated<T>[] => {
  const sorted = dated
    .filter(({ place }) => !isVoid(place))
    .toSorted((a, b) => (startOf(a.term) < startOf(b.term) ? -1 : startOf(a.term) > startOf(b.term) ? 1 : 0));
  const succeeded = sorted.map((one, index) => {
    const next = sorted[index + 1];
    if (next === undefined) return one;
    const start = next.term.from;
    if (
      start === null ||
      start === one.term.from ||
      (one.term.to !== null && one.term.to !== 'unknown' && one.term.to >= start)
    ) {
      report(bench, next.place, 'overlapping-versions', `${what}的期间重叠，同一天有两个`, {
        found: start ?? 'unknown',
        expected: one.term.to === null || one.term.to === 'unknown' ? '不同的开始日期' : `晚于 ${one.term.to}`,
      });
      return one;
    }
    return one.term.to === null ? { ...one, term: { ...one.term, to: addDays(start, -1) } } : one;
  });
  return [...succeeded, ...dated.filter(({ place }) => isVoid(place))];
};

/** Whether two terms share a day. An unknown start is before, an unknown or open end after every day. */
export const overlap = (a: Term, b: Term): boolean => {
  const end = (term: Term): string => (term.to === null || term.to === 'unknown' ? '9999-12-31' : term.to);
  return startOf(a) <= end(b) && startOf(b) <= end(a);
};
