// One small change to a rule, and how to carry a change of a part into the whole. Everything that is not changed is shared.
import { addDays, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { add, negate, rational, toDecimal, type Rational } from '#rules/exact/rational.ts';

/** A changed T. `at` is the id or path of what was changed, `from` and `to` as a person would write them. */
export type Mutation<T> = {
  readonly value: T;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  /** Why no case can ever see this change, or null: such a mutant is counted but not run. */
  readonly unseen: string | null;
};

export type Mutations<T> = readonly Mutation<T>[];

/** Carries changes of a part into the whole. */
export const inWhole = <P, T>(mutations: Mutations<P>, rebuild: (part: P) => T): Mutations<T> =>
  mutations.map((mutation) => ({ ...mutation, value: rebuild(mutation.value) }));

const replaced = <P>(list: readonly P[], index: number, item: P): readonly P[] =>
  list.map((each, place) => (place === index ? item : each));

/** Every change of every item of a list. */
export const inList = <P>(
  list: readonly P[],
  mutate: (item: P, index: number) => Mutations<P>,
): Mutations<readonly P[]> =>
  list.flatMap((item, index) => inWhole(mutate(item, index), (changed) => replaced(list, index, changed)));

/** The list with one item left out, once for each item. `name` says what is left out. */
export const dropped = <P>(
  list: readonly P[],
  name: (item: P, index: number) => { readonly at: string; readonly from: string },
): Mutations<readonly P[]> =>
  list.map((item, index) => ({
    ...name(item, index),
    value: list.filter((_, place) => place !== index),
    to: '删去',
    unseen: null,
  }));

/** Says where changes are, for those of parts that have no name of their own. */
export const at = <T>(name: string, mutations: Mutations<T>): Mutations<T> =>
  mutations.map((mutation) => ({ ...mutation, at: name }));

/** Marks changes that no case can see. */
export const unseen = <T>(reason: string, mutations: Mutations<T>): Mutations<T> =>
  mutations.map((mutation) => ({ ...mutation, unseen: mutation.unseen ?? reason }));

/** One unit of the last digit that `digits` writes: 1 for 500, 0.1 for 1.5. */
const lastUnit = (digits: string): Rational => rational(1n, 10n ** BigInt((digits.split('.')[1] ?? '').length));

/** A number as it is written, one unit of its last written digit down and up. */
export const stepsOf = (
  digits: string,
  written: Rational,
): readonly { readonly value: Rational; readonly digits: string }[] => {
  const unit = lastUnit(digits);
  return [negate(unit), unit].map((step) => {
    const value = add(written, step);
    return { value, digits: toDecimal(value) };
  });
};

/** A plain number (points, marks) one unit of its last digit down and up. */
export const mutateNumber = (at: string, value: Rational): Mutations<Rational> => {
  const digits = toDecimal(value);
  return stepsOf(digits, value).map((step) => ({ value: step.value, at, from: digits, to: step.digits, unseen: null }));
};

/** A date one day earlier and later. */
export const mutateDate = (at: string, date: PlainDate): Mutations<PlainDate> =>
  [-1, 1].map((days) => {
    const value = addDays(date, days);
    return { value, at, from: date, to: value, unseen: null };
  });

/** A day of every year (03-15) one day earlier and later; counted in a leap year, so that 02-28 and 03-01 have 02-29 between. */
export const mutateYearDay = (at: string, day: string): Mutations<string> => {
  const date = readDate(`2024-${day}`);
  return date === null
    ? []
    : mutateDate(at, date).map((mutation) => {
        const value = mutation.value.slice(5);
        return { ...mutation, value, from: day, to: value };
      });
};

/** A whole count one down and up, never below `least`. */
export const mutateCount = (
  at: string,
  count: number,
  least: number,
  show: (count: number) => string,
): Mutations<number> =>
  [count - 1, count + 1]
    .filter((value) => value >= least)
    .map((value) => ({ value, at, from: show(count), to: show(value), unseen: null }));
