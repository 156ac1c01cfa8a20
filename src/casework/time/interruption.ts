// Times in which a clock stands still: returned for correction, or a procedure that does not count. Each ends by itself.
import type { CalendarVersion, DayRule, Party } from './clock-rule.ts';
import { dueOf, type Due, type Span } from './due.ts';
import type { Instant } from './instant.ts';

/** Procedures whose time does not count towards the bureau's limit, if the firm was told beforehand. */
const exclusions = {
  panel: '专家评审',
  site: '现场核查',
  audit: '审计',
  notice: '公示',
  consultation: '征求意见',
  hearing: '听证',
  judicial: '司法',
} as const;
export type ExclusionKind = keyof typeof exclusions;
export const interruptionNames = { correction: '补正', ...exclusions } as const;
export type InterruptionKind = keyof typeof interruptionNames;

type AnyInterruption = {
  readonly from: Instant;
  /** null while it lasts. */
  readonly to: Instant | null;
  /** How long it may last; after that the clock runs again whatever happens. */
  readonly limit: DayRule;
};

/** Returned to the firm, until it is handed in again. */
export type Pause = AnyInterruption & { readonly kind: 'correction' };

export type Exclusion = AnyInterruption & {
  readonly kind: ExclusionKind;
  /** When the firm was told; null when it was not, and then the time counts after all. */
  readonly told: Instant | null;
};

export type Interruption = Pause | Exclusion;

/** A time in which the clock stands still, and whose time it is. */
export type Still = Span & { readonly kind: InterruptionKind; readonly party: Party };

/** When the limit of an interruption is over. It is a clock of its own that nothing stops. */
export const limitOf = ({ from, limit }: AnyInterruption, version: CalendarVersion): Due =>
  dueOf({ rule: limit, start: from, length: limit.length, notBefore: null, stills: [] }, version);

/** From when it stops the clock: an exclusion not before the firm was told. */
const stopsFrom = (interruption: Interruption): Instant | null => {
  if (interruption.kind === 'correction') return interruption.from;
  return interruption.told === null ? null : Math.max(interruption.from, interruption.told);
};

/** 24:00 of a limit's last day still belongs to that day: the next one is a full day of running again. */
const lastInstantOf = (interruption: Interruption, version: CalendarVersion): Instant =>
  limitOf(interruption, version).endsAt - 1;

/**
 * The times in which the clock stands still, in order and without overlap: where two overlap, the one that began first has the time.
 *
 * @param start  of the clock; what lies before it is cut off
 * @param until  one that still lasts is taken to end here
 */
export const stillsOf = (
  interruptions: readonly Interruption[],
  start: Instant,
  until: Instant,
  version: CalendarVersion,
): readonly Still[] => {
  const spans = interruptions.flatMap((each): readonly Still[] => {
    const from = stopsFrom(each);
    if (from === null) return [];
    const to = Math.min(each.to ?? until, lastInstantOf(each, version));
    return [{ kind: each.kind, party: each.kind === 'correction' ? 'firm' : 'outside', from, to }];
  });
  const stills: Still[] = [];
  let free = start;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(span.from, free);
    if (span.to <= from) continue;
    stills.push({ ...span, from });
    free = span.to;
  }
  return stills;
};

/** Why the clock stands still at this instant, the first of several; null when it runs. It stands from the very instant of a return. */
export const stillAt = (
  interruptions: readonly Interruption[],
  at: Instant,
  version: CalendarVersion,
): { readonly kind: InterruptionKind; readonly since: Instant } | null => {
  const standing = interruptions.flatMap((each) => {
    const since = stopsFrom(each);
    if (since === null || at < since || (each.to !== null && at >= each.to)) return [];
    return at > lastInstantOf(each, version) ? [] : [{ kind: each.kind, since }];
  });
  return standing.toSorted((a, b) => a.since - b.since)[0] ?? null;
};
