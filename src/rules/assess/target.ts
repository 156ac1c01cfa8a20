// What must all be true for an item or a gate to be reached on a date: its conditions, taken apart where a plain "and" joins them.
import type { Case } from './overlay.ts';
import type { Setting } from './stacking.ts';
import { begin } from '#rules/evaluate/begin.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { isInForce, requirementOn } from '#rules/evaluate/gate.ts';
import { settledItem } from '#rules/evaluate/rulings.ts';
import { versionsOn } from '#rules/evaluate/versions.ts';
import { dateOf, readDate, yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
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

const yearlyFrom = (from: string, to: string, day: PlainDate): PlainDate | null => {
  const wraps = to < from;
  for (const year of [yearOf(day) - 1, yearOf(day), yearOf(day) + 1]) {
    const [start, end] = [
      readDate(`${dateOf(year, 1, 1).slice(0, 4)}-${from}`),
      readDate(`${dateOf(wraps ? year + 1 : year, 1, 1).slice(0, 4)}-${to}`),
    ];
    if (start !== null && end !== null && day <= end) return start > day ? start : day;
  }
  return null;
};

/** The first day on or after `day` on which the window is open. An unknown window is taken to be open. */
const openFrom = (window: Window | null, day: PlainDate): PlainDate | null => {
  if (window === null) return day;
  switch (window.kind) {
    case 'unknown':
    case 'always':
      return day;
    case 'yearly':
      return yearlyFrom(window.from, window.to, day);
    case 'dates':
      return day > window.to ? null : window.from > day ? window.from : day;
  }
};

const needed = (version: ItemVersion): readonly Condition[] =>
  [version.applies, version.eligible].flatMap((condition) => (condition === null ? [] : parts(condition, 'new')));

/** The date that picks an item's version, and its parameters; null when the fact that gives it is not known. */
const pickingDate = (item: Item, { firm, subject }: Case, at: PlainDate): PlainDate | null => {
  const by = item.versions[0]?.by ?? null;
  if (by === null) return at;
  const value = (by.subject === 'enterprise' ? firm.facts : subject?.facts)?.single.get(by.path);
  return value?.is === 'date' ? value.value : null;
};

/** An item for one of its subjects. */
export const itemTarget = ({ book, options }: Setting, item: Item, judged: Case): Target => ({
  conditionsOn: (at) => {
    const date = pickingDate(item, judged, at);
    const settled = settledItem(book, item, at).item;
    if (date === null) return settled.versions.flatMap(needed);
    const { versions, gap } = versionsOn(settled.versions, date);
    return versions.length === 0 || gap ? null : versions.flatMap(needed);
  },
  contextOf: ({ firm, subject }, at) =>
    begin({ book, firm, on: at, subject, parametersOn: pickingDate(item, judged, at) ?? at, options }),
  filingFrom: (day) => openFrom(settledItem(book, item, day).item.procedure?.window ?? null, day),
});

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
