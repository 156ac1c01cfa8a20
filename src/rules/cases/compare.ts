// What a case expects beside what the engine gives: one readable line for each difference, none when they agree.
import type { Outcome } from '#rules/evaluate/outcome.ts';
import type {
  AmountRange,
  AmountResult,
  Assessment,
  GateResult,
  ItemResult,
  Reason,
  ScoreResult,
} from '#rules/evaluate/result.ts';
import { showOutcome } from '#rules/evaluate/show.ts';
import { compare, fromDecimal, toDecimal, whole, type Rational } from '#rules/exact/rational.ts';
import { formatFen, formatValue } from '#rules/facts/format.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { Value } from '#rules/facts/enterprise.ts';
import type {
  AssessExpectation,
  FactExpectation,
  GateExpectation,
  ItemExpectation,
  PointsRange,
  ScoreExpectation,
  VerdictExpectation,
} from './case.ts';

type Differences = readonly string[];

const differs = (what: string, expected: string, found: string): string => `${what}：期望 ${expected}，得到 ${found}`;

type Word = string | number | boolean;

const word = (what: string, expected: Word | null | undefined, found: Word | null): Differences =>
  expected === null || expected === undefined || expected === found
    ? []
    : [differs(what, `${expected}`, `${found ?? '无'}`)];

const list = (words: readonly string[]): string => (words.length === 0 ? '[]' : `[ ${words.join('、')} ]`);

const missingFrom = (words: readonly string[], others: readonly string[]): readonly string[] =>
  words.filter((each) => !others.includes(each));

const set = (what: string, expected: readonly string[] | null, found: readonly string[]): Differences => {
  if (expected === null) return [];
  const same = missingFrom(expected, found).length === 0 && missingFrom(found, expected).length === 0;
  return same ? [] : [differs(what, list(expected), list(found))];
};

const sequence = (what: string, expected: readonly string[] | null, found: readonly string[]): Differences =>
  expected === null || (expected.length === found.length && expected.every((each, index) => each === found[index]))
    ? []
    : [differs(what, list(expected), list(found))];

/** 研发费用 stands for 研发费用@2024 and any other year. */
const namesFact = (expected: string, found: string): boolean =>
  expected === found || (!expected.includes('@') && found.startsWith(`${expected}@`));

const compareMissing = (expected: readonly string[] | null, found: readonly string[]): Differences => {
  if (expected === null) return [];
  const allNamed = found.every((path) => expected.some((name) => namesFact(name, path)));
  const allFound = expected.every((name) => found.some((path) => namesFact(name, path)));
  return allNamed && allFound ? [] : [differs('missing', list(expected), list(found))];
};

const codesOf = (reasons: readonly Reason[]): readonly string[] => [...new Set(reasons.map((reason) => reason.code))];

const compareVerdict = (expect: VerdictExpectation, found: ItemResult | GateResult): Differences => [
  ...word('verdict', expect.verdict, found.verdict),
  ...word('applies', expect.applies, found.applies ?? 'unknown'),
  ...compareMissing(expect.missing, found.missing),
  ...set('failing', expect.failing, found.failing),
  ...set('reasons', expect.reasons, codesOf(found.reasons)),
  ...set('unsettled', expect.unsettled, found.unsettled),
  ...set(
    'rulings',
    expect.rulings,
    found.rulings.map(({ id }) => id),
  ),
  ...word('evidence', expect.evidence, found.evidence),
];

const showAmount = ({ low, high }: AmountRange): string =>
  high === null ? `${formatFen(low)} 以上` : low === high ? formatFen(low) : `${formatFen(low)} 至 ${formatFen(high)}`;

const compareAmount = (
  what: string,
  expected: AmountRange | null,
  found: AmountRange | AmountResult | null,
): Differences => {
  if (expected === null) return [];
  const actual = found ?? { low: 0n, high: 0n };
  if (expected.low === actual.low && expected.high === actual.high) return [];
  return [differs(what, showAmount(expected), found === null ? '没有金额' : showAmount(found))];
};

export const compareItem = (expect: ItemExpectation, found: ItemResult): Differences => [
  ...compareVerdict(expect, found),
  ...compareAmount('amount', expect.amount, found.amount),
  ...sequence('steps', expect.steps, found.amount?.steps ?? []),
  ...word('window.state', expect.window?.state, found.window.state),
  ...word('window.from', expect.window?.from, found.window.from ?? null),
  ...word('window.to', expect.window?.to, found.window.to ?? null),
  ...word('window.daysLeft', expect.window?.daysLeft, found.window.daysLeft ?? null),
];

const showPoints = ({ low, high }: PointsRange): string =>
  compare(low, high) === 0 ? toDecimal(low) : `${toDecimal(low)} 至 ${toDecimal(high)}`;

export const comparePoints = (what: string, expected: PointsRange | null, found: PointsRange): Differences =>
  expected === null || (compare(expected.low, found.low) === 0 && compare(expected.high, found.high) === 0)
    ? []
    : [differs(what, showPoints(expected), showPoints(found))];

// Results carry points as numbers for JSON; their shortest printing is the decimal that was computed.
const decimal = (points: number): Rational => fromDecimal(String(points)) ?? whole(-1);
const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }): PointsRange => ({
  low: decimal(low),
  high: decimal(high),
});

export const compareScore = (expect: ScoreExpectation, found: ScoreResult | null): Differences => {
  if (found === null) return [differs('score', '有评分', '没有评分')];
  const blocks = [...expect.blocks].flatMap(([name, points]) => {
    const block = found.blocks[name];
    return block === undefined
      ? [differs(`score.${name}`, showPoints(points), '没有这一块')]
      : comparePoints(`score.${name}`, points, rangeOf(block));
  });
  return [...comparePoints('score', expect.total, rangeOf(found)), ...blocks];
};

export const compareGate = (expect: GateExpectation, found: GateResult): Differences => [
  ...compareVerdict(expect, found),
  ...(expect.score === null ? [] : compareScore(expect.score, found.score)),
];

const sameValue = (expected: Value, found: Outcome): boolean => {
  switch (expected.is) {
    case 'number':
      return (
        found.is === 'number' && compare(expected.value, found.low) === 0 && compare(expected.value, found.high) === 0
      );
    case 'none':
      return found.is === 'none';
    case 'set':
      return found.is === 'set' && set('', expected.value, found.value).length === 0;
    case 'rows':
      return found.is === 'rows' && found.value.length === expected.value.length;
    default:
      return found.is === expected.is && found.value === expected.value;
  }
};

export const compareFact = (expect: FactExpectation, found: Outcome, type: ValueType): Differences => {
  const why = found.is === 'unknown' ? found : { missing: [], reasons: [] };
  const shown = showOutcome(found, type) ?? `未知（缺 ${list(why.missing)}）`;
  const value =
    expect.value === null
      ? []
      : expect.value === 'unknown'
        ? found.is === 'unknown'
          ? []
          : [differs('value', '未知', shown)]
        : sameValue(expect.value, found)
          ? []
          : [differs('value', formatValue(expect.value, type), shown)];
  return [
    ...value,
    ...compareMissing(expect.missing, why.missing),
    ...set('reasons', expect.reasons, codesOf(why.reasons)),
  ];
};

const compareLeave = (expect: AssessExpectation['leave'], found: Assessment['combination']['leave']): Differences => {
  if (expect === null) return [];
  const entries = set(
    'leave',
    expect.map(({ entry }) => entry),
    found.map(({ entry }) => entry),
  );
  const reasons = expect.flatMap(({ entry, because }) => {
    const given = found.find((each) => each.entry === entry)?.because ?? null;
    return because === null || given === null || given.includes(because)
      ? []
      : [differs(`leave ${entry}`, because, given)];
  });
  return [...entries, ...reasons];
};

export const compareAssessment = (expect: AssessExpectation, found: Assessment): Differences => {
  const { combination, ladder } = found;
  return [
    ...set('take', expect.take, combination.take),
    ...compareLeave(expect.leave, combination.leave),
    ...set('could-add', expect.couldAdd, combination.couldAdd),
    ...compareAmount('total.cash', expect.total?.cash ?? null, combination.total.cash),
    ...compareAmount('total.tax', expect.total?.tax ?? null, combination.total.tax),
    ...word('level', expect.level, ladder.level),
    ...word('next', expect.next, ladder.next),
  ];
};
