// Given values of derived facts that the rest of the file contradicts. What is given goes first, but not silently.
import { freshMemory, type Context } from './context.ts';
import { sameOutcome, whyOf, type Outcome } from './outcome.ts';
import { showOutcome } from './show.ts';
import type { FactDefinition, ValueType } from '#rules/facts/dictionary.ts';
import type { Value } from '#rules/facts/enterprise.ts';
import { formatValue } from '#rules/facts/format.ts';
import { compare, multiply, rational, subtract, toDecimal, whole, type Rational } from '#rules/exact/rational.ts';

const tenTo = (power: number): bigint => 10n ** BigInt(power);

const decimalsOf = (value: Rational): number => toDecimal(value).split('.')[1]?.length ?? 0;

/** Zeros at the end of whole fen, up to those of 万元. */
const zerosOf = (fen: bigint): number => {
  let zeros = 0;
  while (zeros < 6 && fen !== 0n && fen % tenTo(zeros + 1) === 0n) zeros++;
  return zeros;
};

/** One unit of the last digit that a value was written to: figures are published rounded or cut. */
const lastDigit = (value: Rational, type: ValueType): Rational => {
  if (type.kind === 'money') return whole(tenTo(zerosOf(value.n)));
  if (type.kind === 'ratio') return rational(1n, tenTo(2 + decimalsOf(multiply(value, whole(100n)))));
  return rational(1n, tenTo(decimalsOf(value)));
};

const agrees = (given: Value, derived: Outcome, type: ValueType): boolean => {
  if (given.is === 'number' && derived.is === 'number') {
    const apart = subtract(given.value, derived.low);
    const size = apart.n < 0n ? { n: -apart.n, d: apart.d } : apart;
    return compare(size, lastDigit(given.value, type)) < 0;
  }
  return given.is !== 'number' && given.is !== 'rows' && sameOutcome(given, derived);
};

const givenValue = ({ firm, subject }: Context, fact: FactDefinition, year: number | null): Value | undefined =>
  year !== null
    ? firm.facts.yearly.get(fact.path)?.get(year)
    : (fact.subject === 'enterprise' ? firm.facts : subject?.facts)?.single.get(fact.path);

/**
 * One sentence for each derived fact whose given value was used although all that it is derived from is known and says otherwise.
 *
 * @param context  the one that the entry was worked out in: its memory knows what was used
 */
export const contradictionsIn = (context: Context): readonly string[] =>
  [...context.memory.taken].toSorted().flatMap((key) => {
    const [path = '', suffix] = key.split('@');
    const year = suffix === undefined ? null : Number(suffix);
    const fact = context.book.dictionary.facts.get(path);
    const given = fact && givenValue(context, fact, year);
    if (!fact || !given) return [];
    const derived = context.derive({ ...context, year, row: null, memory: freshMemory() }, fact);
    if (whyOf(derived) !== null || agrees(given, derived, fact.type)) return [];
    const when = year === null ? '' : `${year}年`;
    return [
      `${when}${path}给出的是${formatValue(given, fact.type)}，按其他资料推导是${showOutcome(derived, fact.type) ?? '别的值'}；以给出的为准`,
    ];
  });
