// Where a clock stands: when it ends, whether it runs, stands still, was met or was broken, and whose time has passed.
import type { CalendarVersion, ClockRule, Party } from './clock-rule.ts';
import { dueOf, type Due } from './due.ts';
import { splitElapsed, type Elapsed } from './elapsed.ts';
import { beijingDay, type Instant } from './instant.ts';
import { stillAt, stillsOf, type Interruption, type InterruptionKind } from './interruption.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';

/** One longer limit, by a named approver. */
export type Extension = {
  /** In the rule's own unit. */
  readonly length: number;
  readonly approver: string;
  readonly reason: string;
  readonly at: Instant;
};

/** A clock as its actions have left it. */
export type Clock = {
  readonly id: string;
  readonly rule: ClockRule;
  readonly start: Instant;
  /** When what was waited for came; null while the clock is open. */
  readonly stopped: Instant | null;
  readonly interruptions: readonly Interruption[];
  readonly extension: Extension | null;
  /** The end does not lie before this instant, kept from a revision that would have made somebody overdue backwards. */
  readonly notBefore: Instant | null;
};

export type ClockState =
  | { readonly kind: 'running' }
  | { readonly kind: 'paused'; readonly by: InterruptionKind; readonly since: Instant }
  | { readonly kind: 'met'; readonly at: Instant }
  /** An event with an owner: the day it was broken is the one on which the end lies, so after 24:00 the next day. */
  | { readonly kind: 'breached'; readonly on: PlainDate; readonly owner: Party };

export type ClockReading = {
  /** While the clock stands still, the earliest end that is still possible. */
  readonly due: Due;
  readonly state: ClockState;
  readonly elapsed: Elapsed;
  /** The calendar version that was used. */
  readonly calendar: string;
};

/**
 * Reads a clock.
 *
 * @param now  what the only clock says; the reading is of this instant
 * @source     casework: legal time
 */
export const runClock = (clock: Clock, version: CalendarVersion, now: Instant): ClockReading => {
  const { rule, start, stopped } = clock;
  const until = stopped ?? now;
  const stills = stillsOf(clock.interruptions, start, until, version);
  const length = rule.length + (clock.extension?.length ?? 0);
  const due = dueOf({ rule, start, length, notBefore: clock.notBefore, stills }, version);
  const stateNow = (): ClockState => {
    if (until >= due.endsAt) return { kind: 'breached', on: beijingDay(due.endsAt), owner: rule.owner };
    if (stopped !== null) return { kind: 'met', at: stopped };
    const still = stillAt(clock.interruptions, now, version);
    return still === null ? { kind: 'running' } : { kind: 'paused', by: still.kind, since: still.since };
  };
  return {
    due,
    state: stateNow(),
    elapsed: splitElapsed({ start, until, unit: rule.unit, owner: rule.owner }, stills, version),
    calendar: version.id,
  };
};
