// What must all be true for an item or a gate to be reached on a date: its conditions, taken apart where a plain "and" joins them.
import type { Case } from './overlay.ts';
import type { Setting } from './stacking.ts';
import { begin } from '#rules/evaluate/begin.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { isInForce, requirementOn } from '#rules/evaluate/gate.ts';
import { pickDate, type Picked } from '#rules/evaluate/picked-date.ts';
import { settledItem } from '#rules/evaluate/rulings.ts';
import { mayFallOutside, versionsOn } from '#rules/evaluate/versions.ts';
import { showWindow } from '#rules/evaluate/window.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Condition, Gate, Item, ItemVersion, Mode, Window } from '#rules/packs/rulebook.ts';

/** An item or a gate as the search sees it. */
export type Target = {
  /** All of these must hold on that date; null when no rule is in force, or which one is not certain. */
  readonly conditionsOn: (at: PlainDate) => readonly Condition[] | null;
  readonly contextOf: (changed: Case, at: PlainDate) => Context;
  /** The first day on or after this one on which one may file; null when there is none any more. */
  readonly filingFrom: (day: PlainDate) => PlainDate | null;
};

const parts = (condition: Condition, mode: Mode): readonly Condition[] => {
  if (condition.onlyFor !== null && condition.onlyFor !== mode) return [];
  return condition.kind === 'all' ? condition.of.flatMap((part) => parts(part, mode)) : [condition];
};

/** The first day on or after `day` on which the window is open. An unknown window is taken to be open. */
const openFrom = (window: Window | null, day: PlainDate): PlainDate | null => {
  const shown = showWindow(window, day);
  if (shown.state === 'closed') return null;
  return shown.state === 'upcoming' && shown.from !== undefined ? readDate(shown.from) : day;
};

const needed = (version: ItemVersion): readonly Condition[] =>
  [version.applies, version.eligible].flatMap((condition) => (condition === null ? [] : parts(condition, 'new')));

/** The versions whose conditions must all hold for the entry to be certain; null when the date falls, or may fall, to none. */
const versionsAsked = (item: Item, picked: Picked): readonly ItemVersion[] | null => {
  if (picked.date === null)
    return picked.why === null || picked.maybeNone || mayFallOutside(item.versions) ? null : item.versions;
  const { versions, gap } = versionsOn(item.versions, picked.date);
  return versions.length === 0 || gap ? null : versions;
};

/** An item for one of its subjects. */
export const itemTarget = ({ book, options }: Setting, item: Item, judged: Case): Target => {
  const pick = ({ firm, subject }: Case, at: PlainDate): Picked =>
    pickDate(item, begin({ book, firm, on: at, subject, options }));
  return {
    conditionsOn: (at) => versionsAsked(settledItem(book, item, at).item, pick(judged, at))?.flatMap(needed) ?? null,
    contextOf: (changed, at) => {
      const { date, why } = pick(changed, at);
      const parametersOn = date ?? { from: null, to: null, why: why ?? { missing: [], reasons: [] } };
      return { ...begin({ book, firm: changed.firm, on: at, subject: changed.subject, options }), parametersOn };
    },
    filingFrom: (day) => openFrom(settledItem(book, item, day).item.procedure?.window ?? null, day),
  };
};

/** A gate in one mode. Gates have no window of their own: one may file any day. */
export const gateTarget = ({ book, options }: Setting, gate: Gate, mode: Mode): Target => ({
  conditionsOn: (at) => (isInForce(gate, mode, at) ? parts(requirementOn(book, gate, mode, at), mode) : null),
  contextOf: ({ firm }, at) => begin({ book, firm, on: at, mode, options }),
  filingFrom: (day) => day,
});

/** One condition of a gate by itself, as on one date. */
export const conditionTarget = (setting: Setting, condition: Condition, mode: Mode): Target => ({
  conditionsOn: () => parts(condition, mode),
  contextOf: ({ firm }, at) => begin({ book: setting.book, firm, on: at, mode, options: setting.options }),
  filingFrom: (day) => day,
});
