// The red list: limits of a bureau that are broken while the case still waits for it.
import { holds } from '#casework/cases/holds.ts';
import { roleNames, type Role } from '#casework/cases/roles.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { waitingFor } from '#casework/cases/waiting.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import type { Instant } from '#casework/time/instant.ts';
import { caseLimits, endOf } from './case-limits.ts';
import { fromIso, toIso } from '#casework/time/iso.ts';
import type { Marks } from './marks.ts';
import { ruleOf, type DueTerms } from './terms.ts';
import { dueOf } from '#casework/time/due.ts';

export type Breach = {
  readonly case: string;
  /** 受理期限, 环节时限. */
  readonly limit: string;
  /** The stage, the phase or the hold that it stands in. */
  readonly what: string;
  readonly owner: Role;
  readonly ownerName: string;
  readonly since: string;
};

type Late = Omit<Breach, 'case' | 'ownerName' | 'since'> & { readonly end: Instant };

/** Limits for lifting a hold that are the bureau's own. */
const holdLimits = (state: CaseState, terms: DueTerms, version: CalendarVersion): readonly Late[] =>
  state.holds.flatMap(({ kind, since }) => {
    const { name, owner, clock } = holds[kind];
    const stated = 'none' in clock || clock.side !== 'bureau' ? undefined : terms.limits?.[clock.limit];
    if ('none' in clock || stated === undefined || !('days' in stated)) return [];
    const rule = ruleOf(clock.limit, stated.days, stated.clause, clock.side);
    if (rule === null) return [];
    const run = { rule, start: fromIso(since), length: rule.length, notBefore: null, stills: [] };
    return [{ limit: clock.limit, what: name, owner, end: dueOf(run, version).endsAt }];
  });

/**
 * Which limits of a bureau are broken now, with who answers for each; a limit that a hold stops is not.
 *
 * @param now  2026-09-23T01:00:00.000Z
 * @returns    the longest broken first
 * @source casework: legal time, breach is an event with owner
 */
export const breaches = (
  state: CaseState,
  marks: Marks,
  terms: DueTerms,
  version: CalendarVersion,
  now: string,
): readonly Breach[] => {
  if (waitingFor(state).is === 'ended') return [];
  const at = fromIso(now);
  const own = caseLimits(state, marks, terms)
    .filter(({ side }) => side === 'bureau')
    .map((each): Late => ({ limit: each.limit, what: each.what, owner: each.owner, end: endOf(each, version, at) }));
  return [...own, ...holdLimits(state, terms, version)]
    .filter(({ end }) => end <= at)
    .toSorted((a, b) => a.end - b.end)
    .map(({ end, ...rest }) => ({
      case: state.id,
      ...rest,
      ownerName: roleNames[rest.owner],
      since: toIso(end),
    }));
};
