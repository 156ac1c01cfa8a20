// Compound growth as people read it: the root is never taken, only hemmed in between two hundredths of a per cent by exact powers.
import { orderOfRoot } from './compare.ts';
import type { CompoundOutcome } from './outcome.ts';
import { add, compare, one, power, rational, subtract, zero, type Rational } from '#rules/exact/rational.ts';

/** Hundredths of a percentage point in one. */
const scale = 10_000n;

/** How far the root of a quotient lies from a factor: whole steps toward zero, `exact` when nothing was cut off. */
type Distance = { readonly below: boolean; readonly steps: bigint; readonly exact: boolean };

/** The greatest m >= 0 that is reached; reached(0) holds, and beyond some m none is. `guess` only says where to begin. */
const greatest = (reached: (m: bigint) => boolean, guess: bigint): bigint => {
  let step = 1n;
  let low = guess > 0n && reached(guess) ? guess : 0n;
  while (reached(low + step)) {
    low += step;
    step *= 2n;
  }
  let high = low + step;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (reached(middle)) low = middle;
    else high = middle;
  }
  return low;
};

/** Where the search begins: a double is near enough, and decides nothing. */
const guessOf = ({ quotient, years }: CompoundOutcome, factor: Rational): bigint => {
  const root = (Number(quotient.n) / Number(quotient.d)) ** (1 / years);
  const steps = Math.floor(Math.abs(root - Number(factor.n) / Number(factor.d)) * Number(scale)) - 1;
  return Number.isFinite(steps) && steps > 0 ? BigInt(steps) : 0n;
};

/** null where the root does not exist: an even one of a negative quotient. */
const distanceFrom = (factor: Rational, growth: CompoundOutcome): Distance | null => {
  const { quotient, years } = growth;
  const isEven = years % 2 === 0;
  if (isEven && quotient.n < 0n) return null;
  const below = orderOfRoot(quotient, factor, years) < 0;
  const at = (m: bigint): Rational => (below ? subtract : add)(factor, rational(m, scale));
  const reached = (m: bigint): boolean => {
    if (below && isEven && compare(at(m), zero) < 0) return false;
    const order = compare(power(at(m), years), quotient);
    return below ? order >= 0 : order <= 0;
  };
  const steps = greatest(reached, guessOf(growth, factor));
  return { below, steps, exact: compare(power(at(steps), years), quotient) === 0 };
};

/** 41.42… or 10: percentage points, cut toward zero. */
const points = ({ steps, exact }: Distance): string => {
  const digits = String(steps % 100n).padStart(2, '0');
  const text = `${steps / 100n}.${digits}`;
  return exact ? text.replace(/\.?0+$/, '') : `${text}…`;
};

/** 10%, -5%, 41.42…%. */
export const showGrowth = (growth: CompoundOutcome): string => {
  const distance = distanceFrom(one, growth);
  return distance === null ? '低于 -100%' : `${distance.below ? '-' : ''}${points(distance)}%`;
};

/** How far the growth is above (+) or below (−) a rate, in 个百分点; null when it does not exist. */
export const showGrowthGap = (
  growth: CompoundOutcome,
  rate: Rational,
): { readonly sign: -1 | 0 | 1; readonly text: string } | null => {
  const distance = distanceFrom(add(one, rate), growth);
  if (distance === null) return null;
  const sign = distance.below ? -1 : distance.steps === 0n && distance.exact ? 0 : 1;
  return { sign, text: `${points(distance)}个百分点` };
};
