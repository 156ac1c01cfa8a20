// A fact that may change, and the values it may change to: which way, in what steps, and how far each value is.
import { criticalValues } from './critical.ts';
import { valueIn, type Case } from './overlay.ts';
import type { Projection } from './projection.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { addMonths, dateOf, yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  one,
  rational,
  subtract,
  whole,
  zero,
  type Rational,
} from '#rules/exact/rational.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Value } from '#rules/facts/enterprise.ts';
import type { Condition } from '#rules/packs/rulebook.ts';

type How = 'effort' | 'time' | 'choice' | 'declare';

export type Slot = {
  /** path, or path@year. */
  readonly id: string;
  readonly fact: FactDefinition;
  readonly year: number | null;
  readonly how: How;
  /** What is known now; null when nothing is. */
  readonly from: Value | null;
  /** What a change is measured from: the known value, or what an open year is assumed to be. */
  readonly base: Value | null;
};

/** A value a slot may take, its relative distance, and how much it asks for (only compared where distances are equal). */
export type Move = { readonly value: Value; readonly step: Rational; readonly reach: Rational };

const isNumeric = ({ type }: FactDefinition): boolean =>
  type.kind === 'money' ||
  type.kind === 'ratio' ||
  type.kind === 'number' ||
  type.kind === 'integer' ||
  type.kind === 'rank';

/** The smallest change: a fen, a person, a place; six decimals of a ratio or a plain number. */
const stepOf = ({ type }: FactDefinition): Rational =>
  type.kind === 'ratio' || type.kind === 'number' ? rational(1n, 1_000_000n) : one;

const isFalse = (value: Value | null): boolean => value?.is === 'boolean' && !value.value;

/** Whether effort can bring the fact further: more of what grows, a better rank or level, a yes instead of a no. */
const canImprove = (fact: FactDefinition, base: Value | null): boolean => {
  if (fact.type.kind === 'boolean') return isFalse(base);
  if (fact.type.kind === 'ordered') return base !== null;
  if (fact.type.kind === 'rank') return base !== null;
  return isNumeric(fact) && fact.growsUp;
};

const canChange = (fact: FactDefinition, base: Value | null, isOpen: boolean): How | null => {
  switch (fact.change) {
    case 'effort':
      return (base !== null || isOpen) && canImprove(fact, base) ? 'effort' : null;
    case 'choice':
      return base !== null || isOpen ? 'choice' : null;
    case 'declare':
      // Known, it is what it is.
      return base === null ? 'declare' : null;
    case 'time':
      return base?.is === 'number' && isTimed(fact) ? 'time' : null;
    case 'never':
      return null;
  }
};

const isTimed = ({ type }: FactDefinition): boolean =>
  (type.kind === 'number' || type.kind === 'integer') && (type.unit === '年' || type.unit === '月');

/**
 * The slot of a fact, or null when it cannot change: not by its kind, or because the year is closed or something unknown has to be
 * asked first.
 *
 * @param on  the filing date; years before its own are closed
 */
export const slotOf = (
  at: Case,
  { assumed }: Projection,
  on: PlainDate,
  fact: FactDefinition,
  year: number | null,
): Slot | null => {
  if (fact.derived !== null || (year !== null && year < yearOf(on))) return null;
  const id = year === null ? fact.path : `${fact.path}@${year}`;
  const base = valueIn(at, fact, year);
  const how = canChange(fact, base, year !== null);
  return how === null ? null : { id, fact, year, how, from: assumed.has(id) ? null : base, base };
};

/** How much a time fact has grown by a later date: a year at each year-end, a month at each month's end. */
const grownBy = (fact: FactDefinition, on: PlainDate, at: PlainDate): number => {
  const years = yearOf(at) - yearOf(on);
  if (fact.type.kind !== 'number' && fact.type.kind !== 'integer') return 0;
  if (fact.type.unit === '年') return years;
  let months = 0;
  while (addMonths(on, months + 1) <= at) months++;
  return months;
};

const numberOf = (value: Value | null): Rational | null => (value?.is === 'number' ? value.value : null);

const within = (fact: FactDefinition, value: Rational): boolean =>
  (fact.min === null || compare(value, fact.min) >= 0) &&
  (fact.max === null || compare(value, fact.max) <= 0) &&
  (fact.type.kind !== 'rank' || compare(value, one) >= 0) &&
  compare(value, whole(10n ** 16n)) <= 0;

const magnitude = (value: Rational): Rational => (value.n < 0n ? negate(value) : value);

/** |to − from| ÷ |from|; one whole step where there is nothing to measure from. */
const distance = (from: Rational | null, to: Rational): Rational =>
  from === null ? one : (divide(magnitude(subtract(to, from)), magnitude(from)) ?? one);

/** Whether a number lies in the direction in which the slot can move. */
const isAhead = (slot: Slot, from: Rational | null, to: Rational): boolean => {
  if (from === null) return true;
  const order = compare(to, from);
  if (slot.how === 'effort') return slot.fact.type.kind === 'rank' ? order < 0 : order > 0;
  return order !== 0;
};

/** A rank asks for more the smaller it is, everything else the greater. */
const reachOf = ({ fact }: Slot, value: Rational): Rational => (fact.type.kind === 'rank' ? negate(value) : value);

const numericMoves = (slot: Slot, numbers: ReadonlySet<bigint>): readonly Move[] => {
  const from = numberOf(slot.base);
  const step = stepOf(slot.fact);
  return [...numbers]
    .map((count) => multiply(whole(count), step))
    .filter((value) => within(slot.fact, value) && isAhead(slot, from, value))
    .map((value): Move => ({
      value: { is: 'number', value },
      step: distance(from, value),
      reach: reachOf(slot, value),
    }));
};

const levelMoves = (slot: Slot, levels: readonly string[]): readonly Move[] => {
  const from = slot.base?.is === 'text' ? levels.indexOf(slot.base.value) : -1;
  const all = levels.map((value, index): Move => {
    const apart = slot.base === null ? 1 : Math.abs(index - from);
    return { value: { is: 'text', value }, step: whole(apart), reach: whole(index) };
  });
  return slot.how === 'effort' ? all.slice(from + 1) : all.filter((_, index) => index !== from);
};

const flagMoves = (slot: Slot): readonly Move[] =>
  [true, false]
    .filter((value) => slot.base?.is !== 'boolean' || slot.base.value !== value)
    .map((value): Move => ({ value: { is: 'boolean', value }, step: one, reach: zero }));

const wordMoves = (slot: Slot, words: ReadonlySet<string>): readonly Move[] =>
  [...words]
    .filter((value) => slot.base?.is !== 'text' || slot.base.value !== value)
    .map((value): Move => ({ value: { is: 'text', value }, step: one, reach: zero }));

const timeMoves = (slot: Slot, on: PlainDate, at: PlainDate): readonly Move[] => {
  const from = numberOf(slot.base);
  const grown = grownBy(slot.fact, on, at);
  if (from === null || grown === 0) return [];
  const value = add(from, whole(grown));
  return within(slot.fact, value) ? [{ value: { is: 'number', value }, step: distance(from, value), reach: zero }] : [];
};

const nearest = (a: Move, b: Move): number => compare(a.step, b.step) || compare(a.reach, b.reach);

/**
 * The values at which something in these conditions can turn, nearest first; null when they cannot all be found.
 *
 * @param context  the firm at the date of the change, as it is otherwise
 * @param on       the filing date, from which time facts grow
 */
export const movesOf = (
  slot: Slot,
  context: Context,
  conditions: readonly Condition[],
  on: PlainDate,
): readonly Move[] | null => {
  const { type } = slot.fact;
  if (slot.how === 'time') return timeMoves(slot, on, context.on);
  if (type.kind === 'boolean') return flagMoves(slot);
  if (type.kind === 'ordered') return levelMoves(slot, type.values);
  if (!isNumeric(slot.fact) && type.kind !== 'choice' && type.kind !== 'tree') return [];
  const found = criticalValues(context, conditions, { fact: slot.fact, year: slot.year, step: stepOf(slot.fact) });
  if (!found.complete) return null;
  const moves = isNumeric(slot.fact) ? numericMoves(slot, found.numbers) : wordMoves(slot, found.words);
  return moves.toSorted(nearest);
};

/**
 * The first days on which a time fact reaches a value that matters, in years to come.
 *
 * @returns the years whose first day to look at
 */
export const yearsUntil = (
  slot: Slot,
  context: Context,
  conditions: readonly Condition[],
  on: PlainDate,
): readonly number[] => {
  const from = numberOf(slot.base);
  const { type } = slot.fact;
  if (from === null || slot.how !== 'time' || (type.kind !== 'number' && type.kind !== 'integer') || type.unit !== '年')
    return [];
  const found = criticalValues(context, conditions, { fact: slot.fact, year: null, step: stepOf(slot.fact) });
  const years = numericMoves({ ...slot, how: 'effort' }, found.numbers).flatMap(({ value }) => {
    const to = numberOf(value);
    if (to === null) return [];
    const wait = subtract(to, from);
    const whole = wait.n % wait.d === 0n ? wait.n / wait.d : wait.n / wait.d + 1n;
    return whole <= 10n ? [yearOf(on) + Number(whole)] : [];
  });
  return [...new Set(years)].toSorted((a, b) => a - b);
};

export const newYear = (year: number): PlainDate => dateOf(year, 1, 1);
