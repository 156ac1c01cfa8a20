// 同案同判: decisions on the same facts come out the same, or a reason says why not.
import type { ConditionResult } from '#rules/evaluate/result.ts';

/** Condition by condition: yes, no, or not known. Keys are ids, or places in the tree where a condition has none. */
export type TruthVector = ReadonlyMap<string, boolean | null>;

export type Decision = {
  readonly case: string;
  readonly item: string;
  /** Which version of the item: its position, as the rulebook counts. */
  readonly version: number;
  readonly truths: TruthVector;
  /** Ids of the rulings that the decision rests on. */
  readonly rulings: readonly string[];
  readonly supports: boolean;
  readonly amountFen: bigint | null;
  /** The approved base; amounts on different bases are not compared. */
  readonly baseFen: bigint | null;
};

/** What came out differently from an earlier decision on the same facts. */
export type Difference = {
  readonly with: string;
  readonly what: 'supports' | 'amount';
  readonly here: string;
  readonly there: string;
};

const truth = { eligible: true, ineligible: false, undetermined: null } as const;

/**
 * The truth vector of a traced condition: every node of the tree with what it came to.
 *
 * @param result  as `explain` gives it
 */
export const truthVectorOf = (result: ConditionResult): TruthVector => {
  const vector = new Map<string, boolean | null>();
  const walk = (each: ConditionResult, place: string): void => {
    vector.set(each.id === null ? place : `${place}#${each.id}`, truth[each.verdict]);
    if (each.when !== undefined) walk(each.when, `${place}.when`);
    for (const [index, part] of (each.of ?? []).entries()) walk(part, `${place}.${index}`);
  };
  walk(result, '');
  return vector;
};

const sameTruths = (a: TruthVector, b: TruthVector): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);

const sameRulings = (a: readonly string[], b: readonly string[]): boolean => {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((each) => right.has(each));
};

/** Same facts: the same version of the same item, the same truth vector, the same rulings. */
export const hasSameFacts = (a: Decision, b: Decision): boolean =>
  a.item === b.item && a.version === b.version && sameRulings(a.rulings, b.rulings) && sameTruths(a.truths, b.truths);

const said = (supports: boolean): string => (supports ? '支持' : '不予支持');
const fen = (amount: bigint | null): string => (amount === null ? '无金额' : `${amount} 分`);

const differences = (here: Decision, there: Decision): readonly Difference[] => {
  if (here.supports !== there.supports)
    return [{ with: there.case, what: 'supports', here: said(here.supports), there: said(there.supports) }];
  if (here.baseFen !== there.baseFen || here.amountFen === there.amountFen) return [];
  return [{ with: there.case, what: 'amount', here: fen(here.amountFen), there: fen(there.amountFen) }];
};

/**
 * How a decision differs from earlier ones on the same facts; not empty: a reason is required.
 *
 * @source casework: consistency
 */
export const differencesFrom = (decision: Decision, earlier: readonly Decision[]): readonly Difference[] =>
  earlier
    .filter((each) => each.case !== decision.case && hasSameFacts(each, decision))
    .flatMap((each) => differences(decision, each));

/**
 * Whether a decision may be signed: it agrees with the earlier ones, or says why it does not.
 *
 * @problem reason-required  the differences, for the person who signs
 */
export const checkConsistency = (
  decision: Decision,
  earlier: readonly Decision[],
  reason: string | null,
):
  | { readonly ok: true; readonly differences: readonly Difference[] }
  | { readonly ok: false; readonly code: 'reason-required'; readonly differences: readonly Difference[] } => {
  const found = differencesFrom(decision, earlier);
  if (found.length > 0 && (reason === null || reason.trim() === ''))
    return { ok: false, code: 'reason-required', differences: found };
  return { ok: true, differences: found };
};
