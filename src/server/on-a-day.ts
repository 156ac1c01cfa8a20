// Answers that hold for a day: gates side by side, filing windows, what changed from one day to another.
import type { ChangesBetweenDays, GateOnDay, GatesOnDay, Requirement, WindowsOnDay } from '#contract/on-a-day.ts';
import { requirementOn } from '#rules/evaluate/overlays.ts';
import { standingOf, versionsOn } from '#rules/evaluate/versions.ts';
import { showWindow } from '#rules/evaluate/window.ts';
import { addDays, type PlainDate } from '#rules/exact/plain-date.ts';
import { factsOf } from '#rules/language/facts-of.ts';
import type { Clause, Condition, Gate, Item, Mode, Overlay, Rulebook, Term } from '#rules/packs/rulebook.ts';
import { changesBetween } from '#rules/report/changes.ts';
import { conditionView } from './describe.ts';
import { clauseView, versionView } from './item-views.ts';
import { termView } from './views.ts';

const isUp = (term: Term | null, on: PlainDate): term is Term =>
  term !== null && ['in-force', 'possibly'].includes(standingOf(term, on));

/** The parts that must all hold, whatever the nesting; those of the other mode are not asked. */
const partsOf = (condition: Condition, mode: Mode): readonly Condition[] => {
  if (condition.onlyFor !== null && condition.onlyFor !== mode) return [];
  return condition.kind === 'all' ? condition.of.flatMap((part) => partsOf(part, mode)) : [condition];
};

const clausesIn = (condition: Condition): readonly Clause[] => {
  const own = condition.clause === null ? [] : [condition.clause];
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'disputed':
      return [...own, ...condition.of.flatMap(clausesIn)];
    case 'not':
      return [...own, ...clausesIn(condition.of)];
    case 'waived':
      return [...own, ...clausesIn(condition.was)];
    case 'first':
      return [
        ...own,
        ...condition.rows.flatMap(({ when, then }) => [...(when ? clausesIn(when) : []), ...clausesIn(then)]),
      ];
    default:
      return own;
  }
};

/** The fact that a condition looks at first, by which conditions of different gates are set side by side. */
const leadOf = (condition: Condition): string | null => {
  switch (condition.kind) {
    case 'test':
      return factsOf(condition.test)[0]?.path ?? null;
    case 'judged':
      return condition.fact.path;
    case 'all':
    case 'disputed':
      return condition.of.map(leadOf).find((fact) => fact !== null) ?? null;
    case 'any':
      // The first way is the usual one; where that is a score, the others only go around it.
      return condition.of[0] === undefined ? null : leadOf(condition.of[0]);
    case 'not':
      return leadOf(condition.of);
    case 'waived':
      return leadOf(condition.was);
    case 'first':
      return condition.rows.map(({ then }) => leadOf(then)).find((fact) => fact !== null) ?? null;
    default:
      return null;
  }
};

const requirement = (part: Condition): Requirement => ({ fact: leadOf(part), condition: conditionView(part) });

const overlaysIn = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): readonly Overlay[] =>
  book.overlays.filter(
    (each) => each.gate === gate.id && (each.mode === null || each.mode === mode) && isUp(each.term, on),
  );

const gateOnDay = (book: Rulebook, gate: Gate, mode: Mode, term: Term, on: PlainDate): GateOnDay => {
  const parts = partsOf(requirementOn(book, gate, mode, on), mode);
  const notices = overlaysIn(book, gate, mode, on);
  return {
    id: gate.id,
    name: gate.name,
    en: gate.en,
    level: gate.to,
    mode,
    ...termView(term),
    begun: standingOf(term, on) === 'in-force',
    requires: parts.map(requirement),
    overlays: notices.flatMap(({ clause, term: of }) =>
      clause === null ? [] : [{ says: clause.says, title: clause.document.title, ...termView(of) }],
    ),
    clauses: [...new Set(parts.flatMap(clausesIn))].map(clauseView),
    unsettled: [...gate.unsettled],
  };
};

const modes: readonly Mode[] = ['new', 'review'];

/** Every first day of a difference: a term begins, or the day after it ends. */
const turnsOf = (book: Rulebook): readonly PlainDate[] => {
  const terms = [
    ...[...book.gates.values()].flatMap((gate) => modes.map((mode) => gate.terms[mode])),
    ...book.overlays.map(({ term }) => term),
  ].filter((term) => term !== null);
  const days = terms.flatMap(({ from, to }) => [
    ...(from === null ? [] : [from]),
    ...(to === null || to === 'unknown' ? [] : [addDays(to, 1)]),
  ]);
  return [...new Set(days)].toSorted();
};

/** The gates in force on a day, lowest level first and titles last; each with what it requires as one flat list. */
export const gatesOnDay = (book: Rulebook, on: PlainDate): GatesOnDay => {
  const rank = ({ to }: Gate): number => (book.levels.includes(to) ? book.levels.indexOf(to) : book.levels.length);
  const gates = [...book.gates.values()]
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((gate) =>
      modes.flatMap((mode) => {
        const term = gate.terms[mode];
        return isUp(term, on) ? [gateOnDay(book, gate, mode, term, on)] : [];
      }),
    );
  return { on, levels: [...book.levels], gates, turns: [...turnsOf(book)] };
};

const states = ['open', 'upcoming', 'always', 'closed', 'unknown'];

const windowOf = (item: Item, on: PlainDate): WindowsOnDay['list'][number] => ({
  id: item.id,
  name: item.name,
  en: item.en,
  kind: item.kind,
  window: showWindow(item.procedure?.window ?? null, on),
});

/** The filing windows of the items that have a version on the day: open ones first, the nearest end first. */
export const windowsOnDay = (book: Rulebook, on: PlainDate): WindowsOnDay => {
  const all = [...book.items.values()]
    .filter((item) => versionsOn(item.versions, on).versions.length > 0)
    .map((item) => windowOf(item, on));
  const list = all
    .filter(({ window }) => window.state !== 'unknown' && window.state !== 'closed')
    .toSorted(
      (a, b) =>
        states.indexOf(a.window.state) - states.indexOf(b.window.state) ||
        (a.window.daysLeft ?? 0) - (b.window.daysLeft ?? 0),
    );
  return { on, unknown: all.filter(({ window }) => window.state === 'unknown').length, list };
};

/** What is different on `to`; an item brings the versions of both days. */
export const changesView = (book: Rulebook, from: PlainDate, to: PlainDate): ChangesBetweenDays => {
  const versionOn = (item: Item, on: PlainDate) => {
    const version = versionsOn(item.versions, on).versions.at(-1);
    return version === undefined ? null : versionView(version);
  };
  const list = changesBetween(book, from, to).map(({ kind, id, name, change, before, after }) => {
    const item = kind === 'item' ? book.items.get(id) : undefined;
    return {
      what: kind,
      id,
      name,
      en: item?.en ?? book.gates.get(id)?.en ?? null,
      change,
      before: before === null ? null : termView(before),
      after: after === null ? null : termView(after),
      ...(item === undefined ? {} : { versions: { before: versionOn(item, from), after: versionOn(item, to) } }),
    };
  });
  return { from, to, count: list.length, list };
};
