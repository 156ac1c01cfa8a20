// A new calendar version: what it changes for the clocks of a case that are open, as entries to append and to tell both sides.
import type { CaseState } from '#casework/cases/state.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { recompute, type DeadlineRevised } from '#casework/time/recompute.ts';
import { caseLimits } from './case-limits.ts';
import { fromIso } from '#casework/time/iso.ts';
import type { Marks } from './marks.ts';
import type { DueTerms } from './terms.ts';

/**
 * The deadlines of a case that a new calendar moves or makes certain. An ended case has no open clock, so nothing moves.
 *
 * @param from  the version that the case went by
 * @param to    the new one
 * @param now   2026-09-23T01:00:00.000Z
 * @returns     entries that name the clock; `marksOf` takes them, so that nobody becomes overdue backwards
 * @source casework: legal time, calendars are versions
 */
export const revisions = (
  state: CaseState,
  marks: Marks,
  terms: DueTerms,
  { from, to }: { readonly from: CalendarVersion; readonly to: CalendarVersion },
  now: string,
): readonly DeadlineRevised[] => {
  const clocks = caseLimits(state, marks, terms).flatMap(({ runs }) =>
    runs.by === 'clock' ? [{ clock: runs.clock, version: from }] : [],
  );
  return recompute(clocks, to, fromIso(now));
};
