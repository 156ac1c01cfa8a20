// The smallest set of changed facts that makes conditions true on one date: one fact, then two, then three, judged by the engine.
import { byText } from './candidate.ts';
import { overlay, type Case } from './overlay.ts';
import type { Projection } from './projection.ts';
import { indicatorsOf, readsOf, readsOfIndicator } from './reads.ts';
import { movesOf, slotOf, type Move, type Slot } from './slot.ts';
import type { Target } from './target.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { decide } from '#rules/evaluate/decide.ts';
import { partOf } from '#rules/evaluate/score.ts';
import { yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { add, compare, maximum, subtract, zero, type Rational } from '#rules/exact/rational.ts';
import type { Condition, Rulebook, ScoreCondition } from '#rules/packs/rulebook.ts';

type Step = { readonly slot: Slot; readonly move: Move };
/** Facts to change together, in dictionary order. */
export type Way = readonly Step[];

export type Search = {
  readonly book: Rulebook;
  readonly target: Target;
  readonly on: PlainDate;
  readonly at: PlainDate;
  readonly projection: Projection;
  readonly start: Case;
  readonly conditions: readonly Condition[];
  readonly limits: Limits;
};

/** Shared by the searches of one entry. */
export type Limits = {
  /** Evaluations of a condition that are left. */
  left: number;
  /** Set when they ran out, or when a condition is too bent to solve: then no answer, rather than one that may not be the smallest. */
  givenUp: boolean;
};

type Truth = 'true' | 'false' | 'open';

type State = {
  readonly case: Case;
  readonly context: Context;
  readonly truths: readonly Truth[];
  readonly steps: readonly Step[];
};

const judge = (search: Search, context: Context, condition: Condition): Truth => {
  if (search.limits.left <= 0) search.limits.givenUp = true;
  if (search.limits.givenUp) return 'open';
  search.limits.left--;
  const truth = decide(context, condition);
  return truth.is === 'unknown' ? 'open' : truth.value ? 'true' : 'false';
};

const readsSlot = (search: Search, condition: Condition, { fact }: Slot): boolean => {
  const reads = readsOf(search.book, condition);
  return reads.facts.some((read) => read.fact === fact) || reads.lists.includes(fact.subject);
};

const begunAt = (search: Search): State => {
  const context = search.target.contextOf(search.start, search.at);
  return {
    case: search.start,
    context,
    truths: search.conditions.map((each) => judge(search, context, each)),
    steps: [],
  };
};

/** The state with one more fact changed; only the conditions that read it are judged again. */
const moved = (search: Search, state: State, step: Step): State => {
  const { slot, move } = step;
  const changed = overlay(state.case, { fact: slot.fact, year: slot.year, value: move.value });
  const context = search.target.contextOf(changed, search.at);
  const truths = search.conditions.map((condition, index) =>
    readsSlot(search, condition, slot) ? judge(search, context, condition) : (state.truths[index] ?? 'open'),
  );
  return { case: changed, context, truths, steps: [...state.steps, step] };
};

const isDone = (state: State): boolean => state.truths.every((truth) => truth === 'true');

/** The slots of the facts that a condition reads, in dictionary order. */
const slotsIn = (search: Search, state: State, condition: Condition): readonly Slot[] => {
  const slots = new Map<string, Slot>();
  const last = yearOf(search.at) - 1;
  for (const { fact, back } of readsOf(search.book, condition).facts) {
    const slot = slotOf(search.start, search.projection, search.on, fact, back === null ? null : last - back);
    if (slot !== null && !state.steps.some((step) => step.slot.id === slot.id)) slots.set(slot.id, slot);
  }
  return [...slots.values()].toSorted(bySlot);
};

export const bySlot = (a: Slot, b: Slot): number => a.fact.order - b.fact.order || byText(a.id, b.id);

type Blocking = { readonly condition: Condition; readonly slots: readonly Slot[] };

/** How many conditions with no slot in common there are at least: each takes a fact of its own. */
const apart = (blocking: readonly Blocking[]): number => {
  const seen = new Set<string>();
  let count = 0;
  for (const { slots } of blocking.toSorted((a, b) => a.slots.length - b.slots.length)) {
    if (slots.some(({ id }) => seen.has(id))) continue;
    count++;
    for (const { id } of slots) seen.add(id);
  }
  return count;
};

/** Points that each slot could bring at most (a block's mark may cut some of them off), and the points that are lacking. */
const scoreGains = (search: Search, state: State, condition: ScoreCondition, slots: readonly Slot[]) => {
  const outcome = state.context.scoreOf(state.context, condition.score);
  const lacking = subtract(condition.mark, partOf(outcome, condition.part).low);
  const counted = indicatorsOf(search.book, condition);
  const gains = slots.map((slot) => {
    let gain = zero;
    for (const { indicator, low } of outcome.indicators) {
      if (!counted.includes(indicator)) continue;
      const reads = readsOfIndicator(search.book, indicator);
      if (reads.facts.some(({ fact }) => fact === slot.fact)) gain = add(gain, subtract(indicator.max, low));
    }
    return gain;
  });
  return { lacking, gains };
};

/** Drops slots that cannot bring a score up to its mark even with the best others beside them. */
const promising = (search: Search, state: State, { condition, slots }: Blocking, left: number): readonly Slot[] => {
  if (condition.kind !== 'score') return slots;
  const { lacking, gains } = scoreGains(search, state, condition, slots);
  return slots.filter((_, index) => {
    const others = gains.filter((__, other) => other !== index).toSorted((a, b) => compare(b, a));
    const most = others.slice(0, left - 1).reduce(add, gains[index] ?? zero);
    return compare(maximum(most, zero), lacking) >= 0;
  });
};

const movesAt = (search: Search, state: State, slot: Slot): readonly Move[] => {
  const reading = search.conditions.filter((condition) => readsSlot(search, condition, slot));
  const moves = movesOf(slot, state.context, reading, search.on);
  if (moves === null) search.limits.givenUp = true;
  return moves ?? [];
};

const explore = (search: Search, state: State, left: number, found: Way[]): void => {
  const blocking = search.conditions
    .filter((_, index) => state.truths[index] !== 'true')
    .map((condition) => ({ condition, slots: slotsIn(search, state, condition) }));
  if (apart(blocking) > left) return;
  const [narrowest] = blocking.toSorted((a, b) => a.slots.length - b.slots.length);
  if (narrowest === undefined) return;
  for (const slot of promising(search, state, narrowest, left)) {
    // The last fact has to settle every condition that is still in the way.
    if (left === 1 && !blocking.every(({ slots }) => slots.some(({ id }) => id === slot.id))) continue;
    for (const move of movesAt(search, state, slot)) {
      if (search.limits.givenUp) return;
      const next = moved(search, state, { slot, move });
      if (isDone(next)) {
        found.push(next.steps.toSorted((a, b) => bySlot(a.slot, b.slot)));
        // Farther values of a number or a level are never smaller changes; another place or choice is as near.
        if (left === 1 && slot.fact.type.kind !== 'tree' && slot.fact.type.kind !== 'choice') break;
      } else if (left > 1) explore(search, next, left - 1, found);
    }
  }
};

/**
 * Ways of the smallest size; none when there is none of up to three facts, or when the search gave up. `stuck`: a condition is in
 * the way whose facts cannot change, not even by waiting.
 */
export type Found = { readonly ways: readonly Way[]; readonly stuck: boolean };

/** Whether a condition that fails could be met later although none of its facts changes: time passes, years close. */
const isTimely = (search: Search, condition: Condition): boolean => {
  const { facts, dated } = readsOf(search.book, condition);
  return dated || facts.some(({ fact, back }) => back !== null || fact.change === 'time' || fact.type.kind === 'date');
};

/**
 * Every way of the smallest number of facts, at most three, that makes all conditions true on the date; a way of no facts when
 * they are true already.
 *
 * A fact's values are those at which something can turn (see movesOf), the facts that are changed before it already changed; each
 * is tried by the engine itself.
 */
export const searchChange = (search: Search): Found => {
  const start = begunAt(search);
  if (isDone(start)) return { ways: [[]], stuck: false };
  for (const left of [1, 2, 3]) {
    const ways: Way[] = [];
    explore(search, start, left, ways);
    if (search.limits.givenUp) return { ways: [], stuck: false };
    if (ways.length > 0) return { ways, stuck: false };
  }
  const stuck = search.conditions.some(
    (condition, index) =>
      start.truths[index] !== 'true' && slotsIn(search, start, condition).length === 0 && !isTimely(search, condition),
  );
  return { ways: [], stuck };
};

/** The sum of the relative distances. */
export const distanceOf = (way: Way): Rational => way.map(({ move }) => move.step).reduce(add, zero);
