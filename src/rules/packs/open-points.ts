// What a rule leaves open, and where: conditions known by name, disputed readings, numbers of a benefit that are not published.
import { conditionsIn } from './conditions.ts';
import { guardsOf } from './references.ts';
import type { Benefit, BenefitNumber, Condition, ItemVersion } from './rulebook.ts';
import type { OpenNumber } from './ruling.ts';

/** Whether a rule has such a point and leaves it open, states it, or knows nothing of it. */
export type PointState = 'open' | 'closed' | 'absent';

/** A number of a benefit. `row` counts the rows of tables from 1, depth first; null for the whole benefit. */
export type NumberAt = {
  readonly number: OpenNumber;
  readonly row: number | null;
  readonly value: BenefitNumber;
  readonly benefit: Benefit;
};

const numbersOfForm = (benefit: Benefit): readonly (readonly [OpenNumber, BenefitNumber])[] => {
  switch (benefit.kind) {
    case 'amount':
      return [['amount', benefit.amount]];
    case 'rate':
      return [['rate', benefit.rate]];
    case 'monthly':
      return [
        ['monthly', benefit.monthly],
        ['months', benefit.months],
      ];
    case 'up-to':
      return [['up-to', benefit.most]];
    case 'progressive':
    case 'between':
    case 'none':
    case 'case-by-case':
    case 'first':
      return [];
  }
};

const numbersOf = (benefit: Benefit, row: number | null): readonly NumberAt[] => {
  const { cap, floor } = benefit;
  const limits = [
    ...(cap === null ? [] : [['cap', cap] as const]),
    ...(floor === null ? [] : [['floor', floor] as const]),
  ];
  return [...numbersOfForm(benefit), ...limits].map(([number, value]) => ({ number, row, value, benefit }));
};

const rowsOf = (benefit: Benefit): readonly Benefit[] =>
  benefit.kind === 'first' ? benefit.rows.flatMap(({ then }) => [then, ...rowsOf(then)]) : [];

/** Every number of a benefit, those of its rows included. */
export const numbersIn = (benefit: Benefit): readonly NumberAt[] => [
  ...numbersOf(benefit, null),
  ...rowsOf(benefit).flatMap((row, index) => numbersOf(row, index + 1)),
];

/** The open numbers of this name; of one row only when a row is given. */
export const openNumbersIn = (benefit: Benefit, number: OpenNumber, row: number | null): readonly NumberAt[] =>
  numbersIn(benefit).filter(
    (each) => each.number === number && each.value === 'unknown' && (row === null || each.row === row),
  );

/** Every condition of a version: who is addressed, what is required, and the guards of its benefits. */
export const conditionsOfVersion = ({ applies, eligible, benefit }: ItemVersion): readonly Condition[] =>
  [applies, eligible, ...guardsOf(benefit)].flatMap(conditionsIn);

/** Whether a condition is the unpublished one of this name. */
export const isUnpublished = (condition: Condition, what: string): boolean =>
  condition.kind === 'unpublished' && condition.what === what;

/** Whether a condition is the disputed one of this id. */
export const isDisputed = (condition: Condition, id: string): boolean =>
  condition.kind === 'disputed' && condition.id === id;

/** An id that names a condition which is not open is a point that the clause has stated. */
export const conditionState = (
  conditions: readonly Condition[],
  name: string,
  isOpen: (condition: Condition, name: string) => boolean,
): PointState => {
  if (conditions.some((condition) => isOpen(condition, name))) return 'open';
  return conditions.some(({ id }) => id === name) ? 'closed' : 'absent';
};

export const numberState = (benefit: Benefit, number: OpenNumber, row: number | null): PointState => {
  if (openNumbersIn(benefit, number, row).length > 0) return 'open';
  return numbersIn(benefit).some((each) => each.number === number && (row === null || each.row === row))
    ? 'closed'
    : 'absent';
};
