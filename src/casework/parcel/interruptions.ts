// Which stretches of a case do not count towards a bureau's limit: the firm's turn, and the holds under which days stand still.
import type { HoldKind } from '#casework/cases/holds.ts';
import type { ClockInterval } from '#casework/cases/state.ts';
import type { DayRule } from '#casework/time/clock-rule.ts';
import { fromIso } from '#casework/time/iso.ts';
import type { ExclusionKind, Interruption } from '#casework/time/interruption.ts';

/** Holds under which the bureau's days do not count; under the others they go on. */
const exclusionOf = {
  objection: 'consultation',
  audit: 'audit',
  judicial: 'judicial',
  credit: null,
  report: null,
  account: null,
  budget: null,
  'data-conflict': null,
  'subject-change': null,
} as const satisfies { readonly [K in HoldKind]: ExclusionKind | null };

/** What stops a bureau's days; null where they go on. `limit` is how long the firm may take. */
export const interruptionOf = (interval: ClockInterval, limit: DayRule): Interruption | null => {
  const [from, to] = [fromIso(interval.from), interval.until === null ? null : fromIso(interval.until)];
  const excluded = interval.hold === null ? null : exclusionOf[interval.hold];
  if (excluded !== null) return { kind: excluded, from, to, limit, told: from };
  return interval.side === 'firm' && interval.hold === null ? { kind: 'correction', from, to, limit } : null;
};
