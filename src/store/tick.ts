// The clock's own work in a city: what is due on each case, and the roots of the days that are over. Safe to run at any time,
// by several at once: whoever comes second finds nothing left to do.
import { sql } from 'kysely';
import { fold } from '#casework/cases/fold.ts';
import type { RefusalCode } from '#casework/cases/refusals.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { dueActions, type DueAction } from '#casework/due/due-actions.ts';
import { fromIso } from '#casework/time/iso.ts';
import { marksOf } from '#casework/due/marks.ts';
import type { DueTerms } from '#casework/due/terms.ts';
import { admitInstant } from '#casework/time/admit-instant.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { beijingDay, minuteMs } from '#casework/time/instant.ts';
import { addDays, type PlainDate } from '#rules/exact/plain-date.ts';
import type { StoreActor } from './actor.ts';
import { act, CaseRefused, readActions } from './cases.ts';
import { closeDay, lockChain, nowIn } from './log.ts';
import { onOpenCases } from './open-cases.ts';
import type { Store, Tx } from './open.ts';
import { readRevisions } from './revise-deadlines.ts';

export type TickTerms = {
  /** What the pack of the case's item says of time. */
  readonly termsOf: (state: CaseState) => DueTerms;
  /** The calendar that is known. */
  readonly calendar: CalendarVersion;
};

type TickRefusal = { readonly case: string; readonly code: RefusalCode | 'broken-log'; readonly sentence: string };

export type Ticked = {
  /** The database's clock is behind what is written already: nothing was done, and somebody has to look. */
  readonly alarm: { readonly message: string; readonly behindMs: number } | null;
  /** Open cases that were looked at. */
  readonly cases: number;
  readonly reminders: number;
  readonly silences: number;
  readonly refused: readonly TickRefusal[];
  /** Days whose root was made. */
  readonly roots: readonly string[];
};

const nothing: Ticked = { alarm: null, cases: 0, reminders: 0, silences: 0, refused: [], roots: [] };

type Looked = { readonly done: readonly DueAction[]; readonly refused: readonly TickRefusal[] };

const lookAt = async (tx: Tx, actor: StoreActor, id: string, { termsOf, calendar }: TickTerms): Promise<Looked> => {
  const actions = await readActions(tx, id);
  const folded = fold(actions);
  if (!folded.ok) return { done: [], refused: [{ case: id, code: 'broken-log', sentence: folded.sentence }] };
  const { state } = folded;
  const marks = marksOf(state, actions, await readRevisions(tx, id));
  const due = dueActions(state, marks, termsOf(state), calendar, await nowIn(tx));
  const done: DueAction[] = [];
  for (const each of due) {
    try {
      await act(tx, actor, { ...each, case: id, rulebook: null });
      done.push(each);
    } catch (error) {
      // A refused action has written nothing; a reminder before it stands. What comes after it rests on it.
      if (!(error instanceof CaseRefused)) throw error;
      const { code, sentence } = error.refusal;
      return { done, refused: [{ case: id, code, sentence }] };
    }
  }
  return { done, refused: [] };
};

const lookAtAll = async (
  store: Store,
  actor: StoreActor,
  terms: TickTerms,
): Promise<Omit<Ticked, 'alarm' | 'roots'>> => {
  const looked = await onOpenCases(store, actor, (tx, id) => lookAt(tx, actor, id, terms));
  const done = looked.flatMap((each) => each.done);
  return {
    cases: looked.length,
    reminders: done.filter(({ kind }) => kind === 'remind').length,
    silences: done.filter(({ kind }) => kind === 'silence').length,
    refused: looked.flatMap((each) => each.refused),
  };
};

/** An action of the last second of a day is committed by then, so that no entry comes under a root that was made without it. */
const settlingMs = 10 * minuteMs;

/** Days of the log that are over and have no root, the oldest first. */
const daysWithoutRoot = async (tx: Tx): Promise<readonly PlainDate[]> => {
  const { rows } = await sql<{ first: Date | null }>`select min(at) as first from log_entry`.execute(tx);
  const first = rows[0]?.first ?? null;
  if (first === null) return [];
  const today = beijingDay(fromIso(await nowIn(tx)) - settlingMs);
  const made = await tx.selectFrom('log_root').select('day').execute();
  const closed = new Set(made.map(({ day }) => day));
  const days: PlainDate[] = [];
  for (let day = beijingDay(first.getTime()); day < today; day = addDays(day, 1)) if (!closed.has(day)) days.push(day);
  return days;
};

const closeDays = async (store: Store, actor: StoreActor): Promise<readonly string[]> => {
  const closed: string[] = [];
  for (const day of await store.as(actor, daysWithoutRoot)) {
    const isMade = await store.as(actor, async (tx) => {
      await lockChain(tx, actor, `root/${day}`);
      const found = await tx.selectFrom('log_root').select('day').where('day', '=', day).executeTakeFirst();
      if (found === undefined) await closeDay(tx, actor, day);
      return found === undefined;
    });
    if (isMade) closed.push(day);
  }
  return closed;
};

/** How far the clock is behind the newest entry of the log; null when it is not. */
const alarmIn = async (tx: Tx): Promise<Ticked['alarm']> => {
  const { rows } = await sql<{ last: Date | null }>`select max(at) as last from log_entry`.execute(tx);
  const admitted = admitInstant(rows[0]?.last?.getTime() ?? null, fromIso(await nowIn(tx)));
  return admitted.ok ? null : { message: admitted.message, behindMs: admitted.behindMs };
};

/**
 * Does what is due in the actor's city: reminders and ends of limits on every open case, then the roots of days that are over.
 *
 * @param actor  of the role `clock`
 */
export const tick = async (store: Store, actor: StoreActor, terms: TickTerms): Promise<Ticked> => {
  if (actor.role !== 'clock') throw new Error(`the clock ticks, not ${actor.role}`);
  const alarm = await store.as(actor, alarmIn);
  if (alarm !== null) return { ...nothing, alarm };
  const looked = await lookAtAll(store, actor, terms);
  return { alarm, ...looked, roots: await closeDays(store, actor) };
};
