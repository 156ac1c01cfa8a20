// Generated cases: each comparison of a fact with a literal is tried at the threshold, one step to either side, and unknown.
// What must come out follows from the operator alone; the rulebook only says which comparisons there are.
import { begin } from '#rules/evaluate/begin.ts';
import { lastYear, type Context } from '#rules/evaluate/context.ts';
import { truthOf } from '#rules/evaluate/expression.ts';
import type { Truth } from '#rules/evaluate/outcome.ts';
import { addDays, dateOf } from '#rules/exact/plain-date.ts';
import { add, compare, negate, rational, whole, type Rational } from '#rules/exact/rational.ts';
import { formatValue } from '#rules/facts/format.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Enterprise, Facts, Subject, Value } from '#rules/facts/enterprise.ts';
import { childrenOf } from '#rules/language/children.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { ComparisonNode, ComparisonOperator, Expression, FactNode, YearNode } from '#rules/language/syntax.ts';
import { conditionsIn } from '#rules/packs/conditions.ts';
import type { Benefit, Condition, IndicatorRule, Place, Rulebook } from '#rules/packs/rulebook.ts';
import { emptyFirm, type CaseResult } from './case.ts';

const conditionsOfBenefit = (benefit: Benefit): readonly (Condition | null)[] =>
  benefit.kind === 'first' ? benefit.rows.flatMap(({ when, then }) => [when, ...conditionsOfBenefit(then)]) : [];

const conditionsOfRule = (rule: IndicatorRule): readonly (Condition | null)[] => {
  switch (rule.kind) {
    case 'count':
      return rule.of;
    case 'first':
      return rule.rows.map(({ when }) => when);
    case 'best':
      return rule.of.flatMap(conditionsOfRule);
    default:
      return [];
  }
};

/** Every condition that stands at the top of something in the rulebook. */
const conditionsOfBook = (book: Rulebook): readonly (Condition | null)[] => [
  ...[...book.items.values()].flatMap(({ versions }) =>
    versions.flatMap(({ applies, eligible, benefit }) => [applies, eligible, ...conditionsOfBenefit(benefit)]),
  ),
  ...[...book.gates.values()].map(({ require }) => require),
  ...book.overlays.map(({ change }) =>
    change.kind === 'add' ? change.condition : change.kind === 'replace' ? change.by : null,
  ),
  ...[...book.scores.values()].flatMap(({ indicators }) => indicators.flatMap(({ rule }) => conditionsOfRule(rule))),
  ...[...book.dictionary.facts.values()].flatMap(({ derived }) =>
    derived?.kind === 'first' ? derived.rows.map(({ when }) => when) : [],
  ),
];

type Leaf = { readonly node: ComparisonNode & { readonly left: FactNode | YearNode }; readonly place: Place };

/** Comparisons of a fact, or of a series in one year, with a literal. Columns of rows are not facts of their own. */
const leavesIn = (node: Expression, place: Place): readonly Leaf[] => {
  if (node.kind === 'aggregate') return [];
  if (node.kind !== 'comparison') return childrenOf(node).flatMap((child) => leavesIn(child, place));
  const { left, right } = node;
  const literal = ['number', 'date', 'text', 'boolean', 'none'].includes(right.kind);
  return literal && (left.kind === 'fact' || left.kind === 'year') ? [{ node: { ...node, left }, place }] : [];
};

type Position = 'below' | 'at' | 'above' | 'other' | 'none';
type Trial = { readonly position: Position; readonly value: Value };

/** The smallest step that a fact of this type can make: one fen, one whole, 0.0001 of a per cent. */
const smallestStep = (fact: FactDefinition): Rational =>
  fact.type.kind === 'money' || fact.type.kind === 'integer' || fact.type.kind === 'rank'
    ? whole(1)
    : rational(1n, 1_000_000n);

const isPossible = (value: Rational, fact: FactDefinition): boolean => {
  if (fact.type.kind === 'rank' && compare(value, whole(1)) < 0) return false;
  if (smallestStep(fact).d === 1n && value.d !== 1n) return false;
  return (fact.min === null || compare(value, fact.min) >= 0) && (fact.max === null || compare(value, fact.max) <= 0);
};

const numbersAround = (fact: FactDefinition, threshold: Rational): readonly Trial[] => {
  const step = smallestStep(fact);
  const tries = [
    { position: 'below', value: add(threshold, negate(step)) },
    { position: 'at', value: threshold },
    { position: 'above', value: add(threshold, step) },
  ] as const;
  const numbers = tries.flatMap(({ position, value }): readonly Trial[] =>
    isPossible(value, fact) ? [{ position, value: { is: 'number', value } }] : [],
  );
  return fact.none || fact.type.kind === 'rank' ? [...numbers, { position: 'none', value: { is: 'none' } }] : numbers;
};

const wordsAround = (fact: FactDefinition, word: string): readonly Trial[] => {
  const values = 'values' in fact.type ? fact.type.values : [];
  const index = values.indexOf(word);
  const trial = (position: Position, value: string | undefined): readonly Trial[] =>
    value === undefined ? [] : [{ position, value: { is: 'text', value } }];
  if (fact.type.kind === 'ordered' && index >= 0)
    return [...trial('below', values[index - 1]), ...trial('at', word), ...trial('above', values[index + 1])];
  return [
    ...trial('at', word),
    ...trial('other', values.length === 0 ? `${word}以外` : values.find((value) => value !== word)),
  ];
};

const trialsOf = (fact: FactDefinition, literal: Expression): readonly Trial[] => {
  switch (literal.kind) {
    case 'number':
      return numbersAround(fact, literal.value);
    case 'date': {
      const [before, after] = [addDays(literal.value, -1), addDays(literal.value, 1)];
      const days = [before, literal.value, after] as const;
      return days.map((value, index) => ({
        position: (['below', 'at', 'above'] as const)[index] ?? 'at',
        value: { is: 'date', value },
      }));
    }
    case 'text':
      return wordsAround(fact, literal.value);
    case 'boolean':
      return [true, false].map((value) => ({
        position: value === literal.value ? 'at' : 'other',
        value: { is: 'boolean', value },
      }));
    case 'none':
      return [{ position: 'at', value: { is: 'none' } }];
    default:
      return [];
  }
};

/** What each operator says of a value below, at and above the threshold, of another word, and of 无 beside a number. */
const expected = {
  '≥': { below: false, at: true, above: true, other: false, none: false },
  '>': { below: false, at: false, above: true, other: false, none: false },
  '≤': { below: true, at: true, above: false, other: false, none: false },
  '<': { below: true, at: false, above: false, other: false, none: false },
  '=': { below: false, at: true, above: false, other: false, none: false },
  '≠': { below: true, at: false, above: true, other: true, none: true },
} as const satisfies Record<ComparisonOperator, Record<Position, boolean>>;

// Thresholds do not depend on the filing date; the year only places the series.
const on = dateOf(2026, 6, 1);

const emptyFacts: Facts = { single: new Map(), yearly: new Map() };

/** A firm (and its project, person …) of which one fact is known, or none. */
const firmWith = (
  fact: FactDefinition,
  year: number,
  value: Value | null,
): { firm: Enterprise; subject: Subject | null } => {
  const known: Facts =
    value === null
      ? emptyFacts
      : fact.yearly
        ? { single: new Map(), yearly: new Map([[fact.path, new Map([[year, value]])]]) }
        : { single: new Map([[fact.path, value]]), yearly: new Map() };
  const ofFirm = fact.subject === 'enterprise' || fact.yearly ? known : emptyFacts;
  const firm: Enterprise = { creditCode: null, name: null, facts: ofFirm, subjects: {}, received: null, sources: [] };
  return { firm, subject: fact.subject === 'enterprise' ? null : { kind: fact.subject, name: '1', facts: known } };
};

const shownTruth = (truth: Truth): string => (truth.is === 'unknown' ? '未知' : truth.value ? '是' : '否');

const run = (book: Rulebook, { node, place }: Leaf, value: Value | null, expect: boolean | null): CaseResult => {
  const { fact } = node.left;
  const begun = begin({ book, firm: emptyFirm, on });
  const year = lastYear(begun) - (node.left.kind === 'year' ? node.left.back : 0);
  const { firm, subject } = firmWith(fact, year, value);
  const context: Context = { ...begin({ book, firm, on, subject }), year: fact.yearly ? year : null };
  const wanted = expect === null ? '未知' : expect ? '是' : '否';
  const found = shownTruth(truthOf(context, node));
  const given = value === null ? '未知' : formatValue(value, fact.type);
  return {
    title: `${printChinese(node)}，当 ${fact.path} ${given}`,
    place,
    generated: true,
    passed: found === wanted,
    differences: found === wanted ? [] : [`结论：期望 ${wanted}，得到 ${found}`],
  };
};

const runLeaf = (book: Rulebook, leaf: Leaf): readonly CaseResult[] => {
  const { fact } = leaf.node.left;
  const known = trialsOf(fact, leaf.node.right).map(({ position, value }) =>
    run(book, leaf, value, expected[leaf.node.operator][position]),
  );
  // A derived fact that is not given may still be worked out from nothing but its table, so its absence proves nothing.
  return fact.derived === null ? [...known, run(book, leaf, null, null)] : known;
};

const leavesOfRulings = ({ rulings }: Rulebook): readonly Leaf[] =>
  rulings.flatMap(({ settles, place }) => (settles.kind === 'unpublished' ? leavesIn(settles.test, place) : []));

/** Runs the generated cases of every comparison in the conditions and rulings of a rulebook. */
export const runGenerated = (book: Rulebook): readonly CaseResult[] => {
  const leaves = conditionsOfBook(book)
    .flatMap(conditionsIn)
    .flatMap((condition) => (condition.kind === 'test' ? leavesIn(condition.test, condition.place) : []));
  return [...leaves, ...leavesOfRulings(book)].flatMap((leaf) => runLeaf(book, leaf));
};
