// The best next questions: of the facts that leave something undetermined, those that decide most for the firm.
import { byText, compareAmounts, plus, type Amount } from './candidate.ts';
import type { GateResult, ItemResult, Question } from '#rules/evaluate/result.ts';
import type { Dictionary } from '#rules/facts/dictionary.ts';

type Open = { readonly missing: readonly string[]; readonly worth: Amount };

/** The path of a missing fact, its year left out: 研发费用@2024 → 研发费用. */
const pathOfMissing = (missing: string): string => missing.split('@')[0] ?? missing;

const worthOf = ({ amount }: ItemResult): Amount => (amount === null || amount.measure !== 'cash' ? 0n : amount.high);

const openOf = (items: readonly ItemResult[], gates: readonly GateResult[]): readonly Open[] => [
  ...items
    .filter(({ verdict }) => verdict === 'undetermined')
    .map((item) => ({ missing: item.missing, worth: worthOf(item) })),
  ...gates.filter(({ verdict }) => verdict === 'undetermined').map((gate) => ({ missing: gate.missing, worth: 0n })),
];

/** Place in the dictionary; what is not a fact of it (项目: whether there are any) comes last. */
const orderOf = (dictionary: Dictionary, fact: string): number =>
  dictionary.facts.get(pathOfMissing(fact))?.order ?? Number.MAX_SAFE_INTEGER;

/** A list of subjects (人员, 贷款) is no fact: that there are some decides nothing before their own facts are given. */
const isFact = (dictionary: Dictionary, fact: string): boolean => dictionary.facts.has(pathOfMissing(fact));

/**
 * Questions in the order in which they help: those whose answer alone may decide an entry first, then by the cash at stake, then
 * by how many entries list them, then in dictionary order.
 *
 * - `decides`: undetermined entries and gates that list the fact as missing
 * - `alone`: those of them that list nothing else; none for a list of subjects
 * - `worth.high`: the cash that those entries could bring at most; null when one has no upper bound
 */
export const questionsFor = (
  dictionary: Dictionary,
  items: readonly ItemResult[],
  gates: readonly GateResult[],
): readonly Question[] => {
  const tallies = new Map<string, { decides: number; alone: number; high: Amount }>();
  for (const { missing, worth } of openOf(items, gates)) {
    for (const fact of new Set(missing)) {
      const tally = tallies.get(fact) ?? { decides: 0, alone: 0, high: 0n };
      tallies.set(fact, {
        decides: tally.decides + 1,
        alone: tally.alone + (missing.length === 1 && isFact(dictionary, fact) ? 1 : 0),
        high: plus(tally.high, worth),
      });
    }
  }
  return [...tallies]
    .map(([fact, { decides, alone, high }]) => ({ fact, decides, alone, worth: { high } }))
    .toSorted(
      (a, b) =>
        b.alone - a.alone ||
        compareAmounts(b.worth.high, a.worth.high) ||
        b.decides - a.decides ||
        orderOf(dictionary, a.fact) - orderOf(dictionary, b.fact) ||
        byText(a.fact, b.fact),
    );
};
