// The smallest change that turns ineligible into eligible: which facts, from what to what, and at which filing.
import { byText } from './candidate.ts';
import { overlay, type Case } from './overlay.ts';
import { project, type Assumed } from './projection.ts';
import { readsOf } from './reads.ts';
import { bySlot, distanceOf, searchChange, type Limits, type Search, type Way } from './search-change.ts';
import { movesOf, newYear, slotOf, yearsUntil, type Slot } from './slot.ts';
import type { Setting } from './stacking.ts';
import type { Target } from './target.ts';
import { decide } from '#rules/evaluate/decide.ts';
import type { Truth } from '#rules/evaluate/outcome.ts';
import type { ChangeResult } from '#rules/evaluate/result.ts';
import { yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { add, compare, zero } from '#rules/exact/rational.ts';
import { formatValue } from '#rules/facts/format.ts';
import type { Condition, Rulebook } from '#rules/packs/rulebook.ts';

/** Evaluations of one condition that the search for one entry may spend. */
const mostEvaluations = 400;
const mostAlternatives = 5;
const mostYears = 3;

const isTrue = (truth: Truth): boolean => truth.is === 'boolean' && truth.value;

type Shown = ChangeResult['facts'][number];

const begunSearch = (setting: Setting, target: Target, judged: Case, at: PlainDate, limits: Limits): Search | null => {
  const conditions = target.conditionsOn(at);
  if (conditions === null) return null;
  const projection = project(judged.firm, setting.on, at);
  const start = { firm: projection.firm, subject: judged.subject };
  return { book: setting.book, target, on: setting.on, at, projection, start, conditions, limits };
};

/** The time facts that the conditions read. */
const timeSlots = (search: Search): readonly Slot[] => {
  const slots = new Map<string, Slot>();
  for (const condition of search.conditions) {
    for (const { fact, back } of readsOf(search.book, condition).facts) {
      const slot = back === null ? slotOf(search.start, search.projection, search.on, fact, null) : null;
      if (slot?.how === 'time') slots.set(slot.id, slot);
    }
  }
  return [...slots.values()];
};

/** The case with these facts changed. */
const after = (start: Case, way: Way): Case =>
  way.reduce((at, { slot, move }) => overlay(at, { fact: slot.fact, year: slot.year, value: move.value }), start);

/** Time passes for every time fact, whether the way needs it or not: the way must also hold then. */
const holdsInTime = (search: Search, way: Way): boolean => {
  const context = search.target.contextOf(search.start, search.at);
  const passed = timeSlots(search).flatMap((slot): Way => {
    const [move] = movesOf(slot, context, search.conditions, search.on) ?? [];
    return move === undefined ? [] : [{ slot, move }];
  });
  if (passed.length === 0) return true;
  const later = search.target.contextOf(after(after(search.start, way), passed), search.at);
  return search.conditions.every((condition) => isTrue(decide(later, condition)));
};

/** Dictionary order, then the year. */
const inOrder =
  ({ dictionary }: Rulebook) =>
  (a: Assumed, b: Assumed): number =>
    (dictionary.facts.get(a.path)?.order ?? 0) - (dictionary.facts.get(b.path)?.order ?? 0) || a.year - b.year;

/** The assumed values without which the way would leave something unknown. */
const assumedIn = (search: Search, judged: Case, way: Way): readonly Assumed[] => {
  const needed = new Map<string, Assumed>();
  if (search.projection.assumed.size === 0) return [];
  const changed = after(judged, way);
  for (;;) {
    let firm = changed.firm;
    for (const { path, year, value } of needed.values()) {
      const series = new Map(firm.facts.yearly.get(path)).set(year, value);
      firm = { ...firm, facts: { ...firm.facts, yearly: new Map(firm.facts.yearly).set(path, series) } };
    }
    const context = search.target.contextOf({ firm, subject: changed.subject }, search.at);
    const before = needed.size;
    for (const condition of search.conditions) {
      const truth = decide(context, condition);
      if (truth.is !== 'unknown') continue;
      for (const missing of truth.missing) {
        const assumed = search.projection.assumed.get(missing);
        if (assumed) needed.set(missing, assumed);
      }
    }
    if (needed.size === before) return [...needed.values()].toSorted(inOrder(search.book));
  }
};

const shownStep = (at: PlainDate, { slot, move }: Way[number]): Shown => ({
  fact: slot.id,
  from: slot.from === null ? null : formatValue(slot.from, slot.fact.type),
  to: formatValue(move.value, slot.fact.type),
  how: slot.how,
  date: slot.how === 'time' ? at : null,
});

/** Conditions that do not hold on the filing date: what has to be different later. */
const failingNow = (setting: Setting, search: Search, judged: Case): readonly Condition[] => {
  const now = search.target.contextOf(judged, setting.on);
  return (search.target.conditionsOn(setting.on) ?? []).filter((condition) => {
    const truth = decide(now, condition);
    return truth.is === 'boolean' && !truth.value;
  });
};

/** Nothing has to change but the date: what must be kept up until then, or else the date alone. */
const shownWait = (setting: Setting, search: Search, judged: Case, assumed: readonly Assumed[]): readonly Shown[] => {
  const read = new Set(
    failingNow(setting, search, judged).flatMap((condition) =>
      readsOf(search.book, condition).facts.map(({ fact }) => fact.path),
    ),
  );
  const kept = assumed.flatMap(({ path, year, value }): Shown[] => {
    const fact = setting.book.dictionary.facts.get(path);
    if (!fact || !read.has(path) || fact.change === 'never' || fact.change === 'time') return [];
    return [{ fact: `${path}@${year}`, from: null, to: formatValue(value, fact.type), how: fact.change, date: null }];
  });
  if (kept.length > 0) return kept;
  return [{ fact: '申报日', from: setting.on, to: search.at, how: 'time', date: search.at }];
};

const present = (setting: Setting, search: Search, judged: Case, way: Way): ChangeResult => {
  const assumed = assumedIn(search, judged, way);
  const facts =
    way.length > 0 ? way.map((step) => shownStep(search.at, step)) : shownWait(setting, search, judged, assumed);
  const assuming = assumed
    .filter(({ path, year }) => !facts.some(({ fact }) => fact === `${path}@${year}`))
    .map(({ path, year, from, value }) => {
      const type = setting.book.dictionary.facts.get(path)?.type ?? { kind: 'text' as const };
      return { fact: `${path}@${year}`, value: formatValue(value, type), like: `${path}@${from}` };
    });
  return { at: search.at, facts, ...(assuming.length > 0 ? { assuming } : {}) };
};

const labelOf = (way: Way): string =>
  way.map(({ slot, move }) => `${slot.id}=${formatValue(move.value, slot.fact.type)}`).join(' ');

/** Of equally distant ways over the same facts, the one that asks for less. */
const compareReach = (a: Way, b: Way): number => {
  if (routeOf(a) !== routeOf(b)) return 0;
  return compare(a.map(({ move }) => move.reach).reduce(add, zero), b.map(({ move }) => move.reach).reduce(add, zero));
};

const byDictionary = (a: Way, b: Way): number => {
  for (const [index, { slot }] of a.entries()) {
    const other = b[index]?.slot;
    const order = other === undefined ? 1 : bySlot(slot, other);
    if (order !== 0) return order;
  }
  return 0;
};

/** Which facts, and which places or choices: numbers and levels that differ are the same alternative, the nearest of which counts. */
const routeOf = (way: Way): string =>
  way
    .map(({ slot, move }) =>
      slot.fact.type.kind === 'tree' || slot.fact.type.kind === 'choice'
        ? `${slot.id}=${formatValue(move.value, slot.fact.type)}`
        : slot.id,
    )
    .join(' ');

const bestOf = (ways: readonly Way[]): readonly Way[] => {
  const ordered = ways.toSorted(
    (a, b) =>
      compare(distanceOf(a), distanceOf(b)) ||
      compareReach(a, b) ||
      byDictionary(a, b) ||
      byText(labelOf(a), labelOf(b)),
  );
  const best = new Map<string, Way>();
  for (const way of ordered) if (!best.has(routeOf(way))) best.set(routeOf(way), way);
  return [...best.values()];
};

const sameConditions = (a: readonly Condition[], b: readonly Condition[] | null): boolean =>
  b !== null && a.length === b.length && a.every((condition, index) => condition === b[index]);

/** Later years in which a time fact has grown far enough to turn a condition that is in the way. */
const waitingYears = (setting: Setting, search: Search): readonly number[] => {
  const context = search.target.contextOf(search.start, search.at);
  const years = timeSlots(search).flatMap((slot) => {
    const reading = search.conditions.filter(
      (condition) =>
        readsOf(search.book, condition).facts.some(({ fact }) => fact === slot.fact) &&
        !isTrue(decide(context, condition)),
    );
    return reading.length === 0 ? [] : yearsUntil(slot, context, reading, setting.on);
  });
  const later = [...new Set(years)].filter((year) => year > yearOf(setting.on) + 1);
  return later.toSorted((a, b) => a - b).slice(0, mostYears);
};

/**
 * The filings to look at, in order: the next one; the first of the next year, when the year that is open on the filing date has
 * become 上年; then the first of each year in which waiting brings a time fact far enough.
 */
function* filings(setting: Setting, target: Target, judged: Case, limits: Limits): Generator<Search> {
  const searchFrom = (day: PlainDate): Search | null => {
    const filing = target.filingFrom(day);
    return filing === null ? null : begunSearch(setting, target, judged, filing, limits);
  };
  const first = searchFrom(setting.on);
  if (first !== null) yield first;
  const next = searchFrom(newYear(yearOf(setting.on) + 1));
  if (next !== null && next.at !== first?.at) yield next;
  const earliest = first ?? next;
  if (earliest === null) return;
  for (const year of waitingYears(setting, earliest)) {
    const later = searchFrom(newYear(year));
    if (later !== null) yield later;
  }
}

/**
 * How an ineligible entry could be reached: up to five alternatives of the smallest number of changed facts, at the first filing at
 * which any is possible.
 *
 * - What is closed stays: the values of years before the filing date's own, known declarations, facts that never change.
 * - A yearly fact changes in a year that is open on the filing date, so at the first filing of a later year. What else that filing
 *   reads of open years is taken to stay as in the last known year, and listed under `assuming`.
 * - Time facts grow a year per year, and the date is given. Where only time has to pass, the fact is 申报日.
 * - Alternatives: fewest facts, then the sum of relative distances, then dictionary order. Applied together with what is assumed,
 *   each is eligible by the engine itself.
 *
 * @returns empty when no change of up to three facts is found, or when the search would be too large to be sure of the smallest
 */
export const changesFor = (setting: Setting, target: Target, judged: Case): readonly ChangeResult[] => {
  const limits: Limits = { left: mostEvaluations, givenUp: false };
  let stuck: Search | null = null;
  for (const search of filings(setting, target, judged, limits)) {
    if (stuck !== null && sameConditions(stuck.conditions, target.conditionsOn(search.at))) return [];
    const found = searchChange(search);
    if (limits.givenUp) return [];
    const ways = bestOf(found.ways.filter((way) => holdsInTime(search, way)));
    if (ways.length > 0) return ways.slice(0, mostAlternatives).map((way) => present(setting, search, judged, way));
    stuck = found.stuck ? search : null;
  }
  return [];
};
