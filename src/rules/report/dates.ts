// Days without a rule: gaps between the versions of an item, between the gates of one level, and before a parameter's first value.
import type { Finding } from './finding.ts';
import { addDays, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Mode, Place, Rulebook, Term } from '#rules/packs/rulebook.ts';

type Span = { readonly term: Term; readonly place: Place; readonly name: string };

const startOf = (term: Term): string => term.from ?? term.seen ?? '';

/** The gaps between spans that follow one another; an end that is not known, or none, leaves no gap. */
const gapsIn = (
  spans: readonly Span[],
): readonly { readonly from: PlainDate; readonly to: PlainDate; readonly before: Span }[] =>
  spans
    .toSorted((a, b) => (startOf(a.term) < startOf(b.term) ? -1 : 1))
    .flatMap((one, index, sorted) => {
      const next = sorted[index + 1];
      const [end, start] = [one.term.to, next?.term.from ?? null];
      if (next === undefined || end === null || end === 'unknown' || start === null) return [];
      const first = addDays(end, 1);
      return first < start ? [{ from: first, to: addDays(start, -1), before: next }] : [];
    });

const gapFindings = (of: string, what: string, spans: readonly Span[]): readonly Finding[] =>
  gapsIn(spans).map(({ from, to, before }) => ({
    kind: 'uncovered-dates',
    of,
    place: before.place,
    text: `${what}在 ${from} 至 ${to} 之间没有规定`,
  }));

const modes = { new: '新认定', review: '复核' } as const satisfies Record<Mode, string>;

const gateGaps = (book: Rulebook): readonly Finding[] => {
  const gates = [...book.gates.values()];
  return [...new Set(gates.map(({ to }) => to))].flatMap((level) =>
    (['new', 'review'] as const).flatMap((mode) => {
      const spans = gates.flatMap(({ id, to, terms, place }): readonly Span[] => {
        const term = terms[mode];
        return to !== level || term === null ? [] : [{ term, place, name: id }];
      });
      return gapFindings(spans[0]?.name ?? level, `「${level}」${modes[mode]}的门槛`, spans);
    }),
  );
};

const calendarEnds = (book: Rulebook, on: PlainDate): readonly Finding[] =>
  [...book.calendars.values()].flatMap(({ id, years }) => {
    const last = Math.max(...years.keys());
    const next = Number(on.slice(0, 4)) + 1;
    return last >= next
      ? []
      : [
          {
            kind: 'uncovered-dates' as const,
            of: id,
            place: null,
            text: `工作日历只到 ${last} 年，${last + 1} 年起的期限都是暂定`,
          },
        ];
  });

/**
 * Days that no rule covers.
 *
 * @param on  today: a calendar that does not reach into the next year is told
 */
export const dateFindings = (book: Rulebook, on: PlainDate): readonly Finding[] => [
  ...[...book.items.values()].flatMap(({ id, name, versions }) =>
    gapFindings(
      id,
      `「${name}」`,
      versions.map(({ term, place }) => ({ term, place, name: id })),
    ),
  ),
  ...gateGaps(book),
  ...calendarEnds(book, on),
];
