// Cases of the tests by the day: who does what on which day at ten in Beijing, and the clock that looks now and then.
import type { Action } from '#casework/cases/actions.ts';
import { fold } from '#casework/cases/fold.ts';
import type { ActionKind, Payloads, StageSpec } from '#casework/cases/payloads.ts';
import type { ProcedureKind } from '#casework/cases/procedures/shape.ts';
import type { Actor } from '#casework/cases/roles.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { city, roads, someone, stageSpecs } from '#casework/cases/toy-office.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { dueActions } from './due-actions.ts';
import { marksOf } from './marks.ts';
import type { DueTerms } from './terms.ts';

/** Ten in the morning in Beijing. */
export const ten = (day: string): string => `${day}T02:00:00.000Z`;

/** One action on a day; its id is made of what it is, so that a story reads the same each time. */
export const did = <K extends ActionKind>(by: Actor, day: string, kind: K, payload: Payloads[K]): Action =>
  // One action of one kind with its payload.
  ({ id: `${kind} ${day}`, case: 'c', kind, at: ten(day), by, payload, rulebook: 'sha256:toy' }) as unknown as Action;

type Opening = { readonly days?: Partial<Record<StageSpec['kind'], string>>; readonly silenceAcceptsBy?: string };

export const opens = (procedure: ProcedureKind, by: Actor, day: string, { days = {}, ...more }: Opening = {}): Action =>
  did(by, day, 'open', {
    procedure,
    matter: '设备补助',
    firm: someone('legal-person').organisation,
    jurisdiction: someone('legal-person').jurisdiction,
    decidedBy: city,
    stages: stageSpecs(roads[procedure]).map((each) => ({ ...each, days: days[each.kind] ?? null })),
    silenceAcceptsBy: more.silenceAcceptsBy ?? null,
  });

/** The state after actions that must all be let in. */
export const told = (actions: readonly Action[]): CaseState => {
  const folded = fold(actions);
  if (!folded.ok) throw new Error(`${folded.index}: ${folded.code}`);
  return folded.state;
};

/** What the clock finds to do at a moment. */
export const dueAt = (actions: readonly Action[], terms: DueTerms, version: CalendarVersion, now: string) => {
  const state = told(actions);
  return dueActions(state, marksOf(state, actions), terms, version, now);
};

/** The actions with those that the clock took at these moments. */
export const ticked = (
  actions: readonly Action[],
  terms: DueTerms,
  version: CalendarVersion,
  moments: readonly string[],
): readonly Action[] =>
  moments.reduce<readonly Action[]>(
    (sofar, now) => [
      ...sofar,
      ...dueAt(sofar, terms, version, now).map(
        // An action of this kind with its payload.
        (due) => ({ ...due, case: 'c', at: now, by: someone('clock'), rulebook: null }) as Action,
      ),
    ],
    actions,
  );
