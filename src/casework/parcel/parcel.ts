// Where a case is, as one follows a parcel: on which step, since when, whose time it is, how much of it has run, who can let it go.
import { holds } from '#casework/cases/holds.ts';
import { phaseRow } from '#casework/cases/procedures/procedures.ts';
import { roleNames } from '#casework/cases/roles.ts';
import { runningStage } from '#casework/cases/stage-home.ts';
import { stages } from '#casework/cases/stages.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { waitingFor } from '#casework/cases/waiting.ts';
import type { CalendarVersion, DayRule, Party } from '#casework/time/clock-rule.ts';
import type { Instant } from '#casework/time/instant.ts';
import { fromIso } from '#casework/time/iso.ts';
import { readLength } from '#casework/time/read-length.ts';
import { runClock, type ClockReading } from '#casework/time/run-clock.ts';
import { interruptionOf } from './interruptions.ts';

/** What the item's pack says of time beside the days of each stage. */
export type TimeTerms = {
  /** The firm's limit when a case is returned to it; the bureau's clock stands still meanwhile. */
  readonly correction: DayRule;
  /** The clause that the days of the stages stand in. */
  readonly clause: string;
};

/** `unsettled`: the source states no length. `none`: no clock runs, for the reason that is given. */
export type ParcelClock =
  | { readonly kind: 'running'; readonly limit: string; readonly reading: ClockReading }
  | { readonly kind: 'unsettled'; readonly name: string }
  | { readonly kind: 'none'; readonly reason: string };

export type Parcel =
  | { readonly is: 'ended'; readonly phase: string; readonly since: string; readonly remedy: string }
  | {
      readonly is: 'waiting';
      readonly phase: string;
      /** The step at hand, counted from 1. */
      readonly stage: { readonly name: string; readonly number: number; readonly of: number } | null;
      /** Every hold on the case, the one that it waits for first; who may release each. */
      readonly holds: readonly {
        readonly name: string;
        readonly reason: string;
        readonly since: string;
        readonly releasedBy: readonly string[];
      }[];
      readonly owner: string;
      /** Whose time it is; null where nobody's runs. */
      readonly side: Party | null;
      readonly since: string;
      readonly clock: ParcelClock;
      readonly silence: string;
    };

/** The clock of the stage at hand: from its first moment, standing still while it is the firm's turn or excluded. */
const stageClock = (
  state: CaseState,
  days: string,
  terms: TimeTerms,
  version: CalendarVersion,
  now: Instant,
): ParcelClock => {
  const length = readLength(days);
  const kind = runningStage(state);
  const intervals = state.intervals.filter(({ stage }) => stage !== null && stage === state.stage);
  const [first] = intervals;
  if (length === null || kind === null || first === undefined) return { kind: 'unsettled', name: days };
  const { clock, name } = stages[kind];
  const side = 'none' in clock ? 'bureau' : clock.side;
  const common = {
    name: `${name}时限`,
    owner: side,
    length: length.length,
    start: '进入本环节',
    silence: { effect: 'escalate' },
    extensionAtMost: null,
    clause: terms.clause,
  } as const;
  const rule =
    length.unit === 'hour'
      ? { ...common, unit: length.unit }
      : { ...common, unit: length.unit, endsAt: 'midnight' as const };
  const interruptions = intervals.flatMap((each) => interruptionOf(each, terms.correction) ?? []);
  const reading = runClock(
    {
      id: `${state.id}/${state.stage}`,
      rule,
      start: fromIso(first.from),
      stopped: null,
      interruptions,
      extension: null,
      notBefore: null,
    },
    version,
    now,
  );
  return { kind: 'running', limit: days, reading };
};

const clockOf = (
  state: CaseState,
  clock: { readonly none: string } | { readonly limit: string },
  terms: TimeTerms,
  version: CalendarVersion,
  now: Instant,
): ParcelClock => {
  if ('none' in clock) return { kind: 'none', reason: clock.none };
  const days = state.stage === null ? null : (state.stages[state.stage]?.days ?? null);
  return runningStage(state) !== null && days !== null
    ? stageClock(state, days, terms, version, now)
    : { kind: 'unsettled', name: clock.limit };
};

/**
 * Where a case is at this moment.
 *
 * @param version  the calendar that is known
 * @param now      2026-09-23T01:00:00.000Z
 * @source casework: the parcel view
 */
export const parcelOf = (state: CaseState, terms: TimeTerms, version: CalendarVersion, now: string): Parcel => {
  const phase = phaseRow(state.procedure, state.phase).name;
  const waiting = waitingFor(state);
  const last = state.intervals.at(-1);
  if (waiting.is === 'ended') return { is: 'ended', phase, since: last?.until ?? state.last, remedy: waiting.remedy };
  const kind = runningStage(state);
  return {
    is: 'waiting',
    phase,
    stage:
      kind === null || state.stage === null
        ? null
        : { name: stages[kind].name, number: state.stage + 1, of: state.stages.length },
    holds: state.holds
      .toSorted((a, b) => Number(b.kind === waiting.hold) - Number(a.kind === waiting.hold))
      .map(({ kind: hold, reason, since }) => ({
        name: holds[hold].name,
        reason,
        since,
        releasedBy: holds[hold].release.map((role) => roleNames[role]),
      })),
    owner: roleNames[waiting.owner],
    side: 'none' in waiting.clock ? null : waiting.clock.side,
    since: last?.from ?? state.last,
    clock: clockOf(state, waiting.clock, terms, version, fromIso(now)),
    silence: waiting.silence.text,
  };
};
