// Which limits run on a case now: that of its stage, else of its phase, else of each partner that is asked.
import { clockKey } from '#casework/cases/checks-people.ts';
import { interruptionOf } from '#casework/parcel/interruptions.ts';
import { phaseRow } from '#casework/cases/procedures/procedures.ts';
import { isEnding, type Side } from '#casework/cases/procedures/shape.ts';
import type { Role } from '#casework/cases/roles.ts';
import { runningStage } from '#casework/cases/stage-home.ts';
import { stages } from '#casework/cases/stages.ts';
import type { CaseState, ClockInterval } from '#casework/cases/state.ts';
import type { CalendarVersion, ClockRule } from '#casework/time/clock-rule.ts';
import { endOfDay } from '#casework/time/due.ts';
import type { Instant } from '#casework/time/instant.ts';
import type { Interruption } from '#casework/time/interruption.ts';
import { runClock, type Clock } from '#casework/time/run-clock.ts';
import { fromIso, toIso } from '#casework/time/iso.ts';
import type { Marks } from './marks.ts';
import { ruleOf, untilLifted, type DueTerms } from './terms.ts';

export type CaseLimit = {
  /** 受理期限, 环节时限: as the tables of the procedure name it. */
  readonly limit: string;
  /** The stage or the phase that it stands in. */
  readonly what: string;
  readonly owner: Role;
  readonly side: Side;
  /** The partner whose limit it is; null where it is the case's. */
  readonly organisation: string | null;
  readonly start: Instant;
  /** A clock that is counted out, or an end that is written down. */
  readonly runs: { readonly by: 'clock'; readonly clock: Clock } | { readonly by: 'date'; readonly endsAt: Instant };
};

/** When the limit is over, by what is known now; while its clock stands still, the earliest end that is still possible. */
export const endOf = ({ runs }: CaseLimit, version: CalendarVersion, now: Instant): Instant =>
  runs.by === 'date' ? runs.endsAt : runClock(runs.clock, version, now).due.endsAt;

const isSideRoad = (state: CaseState, phase: string): boolean => {
  const row = phaseRow(state.procedure, phase);
  return !isEnding(row) && row.comesBack === true;
};

/** The stretches since the case came into its phase; side roads that led back into it belong to the same stay. */
const stayOf = (state: CaseState): readonly ClockInterval[] => {
  const { intervals, phase } = state;
  const onMain = !isSideRoad(state, phase);
  const breaks = intervals.findLastIndex((each, index) => {
    const isPart = each.phase === phase || (onMain && isSideRoad(state, each.phase));
    const next = intervals[index + 1];
    // In an ended case nothing runs: a gap is an end and a new beginning.
    return !isPart || (next !== undefined && each.until !== next.from);
  });
  const stay = intervals.slice(breaks + 1);
  return stay.slice(
    Math.max(
      0,
      stay.findIndex((each) => each.phase === phase),
    ),
  );
};

const spanOf = ({ from, until }: ClockInterval) => ({
  from: fromIso(from),
  to: until === null ? null : fromIso(until),
});

/** A firm or a partner cannot act while the case is held or is somebody else's turn: none of that time is theirs. */
const stopsOthers = (interval: ClockInterval, phase: string, terms: DueTerms): readonly Interruption[] => {
  if (interval.phase === phase && interval.hold === null) return [];
  const span = { ...spanOf(interval), limit: untilLifted(terms.clause) };
  return [{ ...span, kind: 'consultation', told: span.from }];
};

type Place = Omit<CaseLimit, 'start' | 'runs'>;

type RunOfClock = Pick<Clock, 'rule' | 'start' | 'interruptions'>;

const clocked = (
  state: CaseState,
  marks: Marks,
  place: Place,
  { rule, start, interruptions }: RunOfClock,
): CaseLimit => {
  const id = [
    state.id,
    clockKey(state),
    toIso(start),
    ...(place.organisation === null ? [] : [place.organisation]),
  ].join('/');
  const until = marks.extended.get(clockKey(state));
  const ends = [until === undefined ? null : endOfDay(until, 'midnight'), marks.spared.get(id) ?? null];
  const known = ends.filter((each) => each !== null);
  const notBefore = known.length === 0 ? null : Math.max(...known);
  const clock: Clock = { id, rule, start, stopped: null, interruptions, extension: null, notBefore };
  return { ...place, start, runs: { by: 'clock', clock } };
};

const stageLimit = (state: CaseState, marks: Marks, terms: DueTerms): CaseLimit | null => {
  const kind = runningStage(state);
  const intervals = state.intervals.filter(({ stage }) => stage !== null && stage === state.stage);
  const [first] = intervals;
  if (kind === null || state.stage === null || first === undefined) return null;
  const { name, owner, clock } = stages[kind];
  const place = { limit: clock.limit, what: name, owner, side: clock.side, organisation: null };
  const start = fromIso(first.from);
  // A notice ends when its own days are over, and before it is posted none have begun.
  if (kind === 'notice')
    return state.notice === null || state.notice.stage !== state.stage
      ? null
      : { ...place, start, runs: { by: 'date', endsAt: fromIso(state.notice.overAt) } };
  const rule = ruleOf(`${name}时限`, state.stages[state.stage]?.days ?? '', terms.clause, clock.side);
  if (rule === null) return null;
  const interruptions = intervals.flatMap((each) => interruptionOf(each, terms.correction) ?? []);
  return clocked(state, marks, place, { rule, start, interruptions });
};

/** The rule or the last day of a phase's limit; null where the source states none. */
const statedFor = (limit: string, side: Side, terms: DueTerms): ClockRule | { readonly endsAt: Instant } | null => {
  if (limit === '补正期限') return terms.correction;
  const stated = terms.limits?.[limit];
  if (stated === undefined) return null;
  if ('until' in stated) return { endsAt: endOfDay(stated.until, 'midnight') };
  return ruleOf(limit, stated.days, stated.clause, side);
};

/** A promise is late after the day that it names; one without a date has no end of its own. */
const promiseEnd = ({ phase, promises }: CaseState): { readonly endsAt: Instant } | null => {
  const open = [...promises.values()].filter(({ kept }) => phase === 'following' && !kept);
  const ends = open.flatMap(({ due }) => (due === '未定' ? [] : [endOfDay(due, 'midnight')]));
  return ends.length === 0 ? null : { endsAt: Math.min(...ends) };
};

/** Each partner has its own time, from when it was asked or answered last; one that waits for the firm has none. */
const partnerLimits = (state: CaseState, marks: Marks, place: Place, run: RunOfClock): readonly CaseLimit[] =>
  [...state.partners].flatMap(([organisation, standing]) => {
    const asked = marks.asked.get(organisation);
    if (asked === undefined || (standing !== 'awaiting' && standing !== 'offered')) return [];
    return [clocked(state, marks, { ...place, organisation }, { ...run, start: asked })];
  });

const phaseLimits = (state: CaseState, marks: Marks, terms: DueTerms): readonly CaseLimit[] => {
  const row = phaseRow(state.procedure, state.phase);
  const stay = stayOf(state);
  const [first] = stay;
  if (isEnding(row) || 'none' in row.clock || first === undefined) return [];
  const { limit, side } = row.clock;
  const stated = promiseEnd(state) ?? statedFor(limit, side, terms);
  if (stated === null) return [];
  const place = { limit, what: row.name, owner: row.owner, side, organisation: null };
  const start = fromIso(first.from);
  if (!('length' in stated)) {
    // A last day that was over before the case came here is over as soon as it comes.
    const endsAt = Math.max(stated.endsAt, start + 1);
    return [{ ...place, start, runs: { by: 'date', endsAt } }];
  }
  const interruptions = stay.flatMap((each) =>
    side === 'bureau' ? (interruptionOf(each, terms.correction) ?? []) : stopsOthers(each, state.phase, terms),
  );
  const run = { rule: stated, start, interruptions };
  return state.phase === 'published' ? partnerLimits(state, marks, place, run) : [clocked(state, marks, place, run)];
};

/** An intent is over with the last consent to it. */
const intentLimit = (state: CaseState): readonly CaseLimit[] => {
  const last = state.consents
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
  const first = stayOf(state)[0];
  if (state.procedure !== 'match' || state.phase !== 'published' || last === undefined || first === undefined)
    return [];
  const runs = { by: 'date', endsAt: fromIso(last) } as const;
  const place = { limit: '授权期限', what: '意向', owner: 'partner', side: 'outside', organisation: null } as const;
  return [{ ...place, start: fromIso(first.from), runs }];
};

/**
 * The limits of a case that run now. Where the source states no length there is none: nothing is invented.
 *
 * @source casework: silence; legal time
 */
export const caseLimits = (state: CaseState, marks: Marks, terms: DueTerms): readonly CaseLimit[] => {
  if (runningStage(state) === null) return [...phaseLimits(state, marks, terms), ...intentLimit(state)];
  const limit = stageLimit(state, marks, terms);
  return limit === null ? [] : [limit];
};
