// What the actions of a case say of its time and its state does not keep: extensions, when each partner was asked, revisions.
import type { Action } from '#casework/cases/actions.ts';
import type { CaseState } from '#casework/cases/state.ts';
import type { DeadlineRevised } from '#casework/time/recompute.ts';
import type { Instant } from '#casework/time/instant.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { fromIso } from '#casework/time/iso.ts';

export type Marks = {
  /** Phase and stage, as `clockKey` writes them, with the day that the extension gives. */
  readonly extended: ReadonlyMap<string, PlainDate>;
  /** Each partner, since when it is its turn. */
  readonly asked: ReadonlyMap<string, Instant>;
  /** Clocks that a new calendar would have ended too early, with the instant before which they do not end. */
  readonly spared: ReadonlyMap<string, Instant>;
};

const extensions = (state: CaseState, actions: readonly Action[]): ReadonlyMap<string, PlainDate> =>
  new Map(
    actions.flatMap((action) => {
      if (action.kind !== 'extend') return [];
      const where = state.intervals.findLast(({ from }) => from <= action.at);
      return where === undefined ? [] : [[`${where.phase}/${where.stage ?? '-'}`, action.payload.until] as const];
    }),
  );

const withTurn = (asked: ReadonlyMap<string, Instant>, action: Action): ReadonlyMap<string, Instant> => {
  const at = fromIso(action.at);
  switch (action.kind) {
    case 'consent': {
      const fresh = action.payload.organisations.filter((each) => !asked.has(each));
      return new Map([...asked, ...fresh.map((each) => [each, at] as const)]);
    }
    // Nobody sees an intent before it is published.
    case 'publish':
      return new Map([...asked.keys()].map((each) => [each, at]));
    case 'answer':
      return new Map([...asked, [action.by.organisation, at]]);
    case 'give-materials':
      return new Map([...asked, [action.payload.organisation, at]]);
    case 'reopen':
      return new Map();
    default:
      return asked;
  }
};

/**
 * Reads the marks of a case.
 *
 * @param state      the fold of `actions`
 * @param revisions  what new calendars have changed, the newest last
 * @source casework: legal time, one extension; a partner's lapsed offer
 */
export const marksOf = (
  state: CaseState,
  actions: readonly Action[],
  revisions: readonly DeadlineRevised[] = [],
): Marks => ({
  extended: extensions(state, actions),
  asked: actions.reduce(withTurn, new Map<string, Instant>()),
  spared: new Map(revisions.flatMap(({ clock, spared, to }) => (spared === null ? [] : [[clock, to.endsAt]]))),
});
