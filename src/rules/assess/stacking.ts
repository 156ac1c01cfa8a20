// From the stacking rules of a rulebook and a firm's eligible entries to candidates and the bonds between them.
import { byText, nothing, type Bond, type Candidate, type Stacked } from './candidate.ts';
import { keyOf, type Entry } from './entry.ts';
import {
  countsTowards,
  receivedUnder,
  scopeKeyOf,
  scopeWords,
  sumOfReceived,
  type ScopeKey,
} from './stacking-scope.ts';
import { begin, type EvaluationOptions } from '#rules/evaluate/begin.ts';
import { decides } from '#rules/evaluate/context.ts';
import { evaluate } from '#rules/evaluate/expression.ts';
import { factValue } from '#rules/evaluate/fact.ts';
import type { AmountRange } from '#rules/evaluate/result.ts';
import { yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { floor } from '#rules/exact/rational.ts';
import type { Enterprise, Received, Subject } from '#rules/facts/enterprise.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Rulebook, StackingRule } from '#rules/packs/rulebook.ts';

export type Setting = {
  readonly book: Rulebook;
  readonly firm: Enterprise;
  readonly on: PlainDate;
  readonly options: EvaluationOptions | undefined;
};

const toCandidate = (entry: Entry): Candidate => {
  const { amount } = entry.result;
  return {
    key: keyOf(entry),
    item: entry.item.id,
    name: entry.subject === null ? entry.item.name : `${entry.item.name}（${entry.subject.name}）`,
    subject: entry.subject,
    range: amount === null ? nothing : { low: amount.low, high: amount.high },
    measure: amount?.measure ?? null,
    promised: entry.item.competition === 'none' && amount?.discretion !== true,
  };
};

/** Rules that are switched on and well enough founded to be applied; a working rule of our own counts once it is switched on. */
const rulesInForce = ({ book, options }: Pick<Setting, 'book' | 'options'>): readonly StackingRule[] =>
  [...book.stacking.values()].filter(
    (rule) => rule.enabled && (rule.evidence === 'assumption' || decides(rule.evidence, options?.accept ?? 'seed')),
  );

const atLeastZero = (value: bigint): bigint => (value < 0n ? 0n : value);

/** A money expression as fen; an unknown one may be anything from nothing upward. */
const moneyOf = (setting: Setting, subject: Subject | null, expression: Expression): AmountRange => {
  const context = begin({ book: setting.book, firm: setting.firm, on: setting.on, subject, options: setting.options });
  const outcome = evaluate(context, expression);
  if (outcome.is !== 'number') return { low: 0n, high: null };
  return { low: atLeastZero(floor(outcome.low)), high: atLeastZero(floor(outcome.high)) };
};

type Building = {
  readonly setting: Setting;
  readonly candidates: Candidate[];
  readonly bonds: Bond[];
  readonly barred: Map<number, string>;
  readonly assumes: Set<string>;
  readonly names: (item: string) => string;
};

const bar = (building: Building, index: number, reason: string): void => {
  if (!building.barred.has(index)) building.barred.set(index, reason);
};

/** One scope of a rule: its members, and the grants already received there. */
type Group = { readonly members: readonly number[]; readonly received: readonly Received[] };

const groupOnce = (building: Building, rule: StackingRule, group: Group): void => {
  for (const item of new Set(group.members.map((index) => building.candidates[index]?.item))) {
    const members = group.members.filter((index) => building.candidates[index]?.item === item);
    const before = group.received.find((received) => received.item === item);
    if (before)
      for (const index of members)
        bar(building, index, `已于 ${before.date} 获得，${scopeWords[rule.scope]}只能享受一次`);
    else if (members.length > 1) building.bonds.push({ kind: 'one-of', rule: rule.name, members });
  }
};

const groupChooseOne = (building: Building, rule: StackingRule, group: Group): void => {
  for (const index of group.members) {
    const other = group.received.find((received) => received.item !== building.candidates[index]?.item);
    if (other) bar(building, index, `已获「${building.names(other.item)}」，与本项只能择一`);
  }
  if (group.members.length > 1) building.bonds.push({ kind: 'one-of', rule: rule.name, members: group.members });
};

const groupHighest = (building: Building, rule: StackingRule, group: Group): void => {
  const amounts = group.received.map((received) => sumOfReceived([received]));
  const received =
    rule.rule.kind === 'top-up' ? sumOfReceived(group.received) : amounts.reduce((a, b) => (a > b ? a : b), 0n);
  building.bonds.push({
    kind: 'highest',
    rule: rule.name,
    scope: scopeWords[rule.scope],
    members: group.members,
    received,
  });
};

const groupCap = (building: Building, rule: StackingRule, group: Group, limit: Expression): void => {
  const [first = -1] = group.members;
  const most = moneyOf(building.setting, building.candidates[first]?.subject ?? null, limit);
  const used = sumOfReceived(group.received);
  const room = { low: atLeastZero(most.low - used), high: most.high === null ? null : atLeastZero(most.high - used) };
  building.bonds.push({ kind: 'cap', rule: rule.name, members: group.members, room });
};

/** A rule that says what must come first: the entry stands beside one of `needs`, or after a grant already received. */
const bindAfter = (building: Building, rule: StackingRule, prior: string, index: number): void => {
  const { setting, candidates } = building;
  const own = scopeKeyOf(rule.scope, candidates[index]?.subject ?? null);
  const isHere = (subject: Subject | null): boolean => {
    const other = scopeKeyOf(rule.scope, subject);
    return other.is === 'elsewhere' || (own.is === 'key' && other.is === 'key' && own.key === other.key);
  };
  const had = (setting.firm.received ?? []).some(
    (received) =>
      received.item === prior && received.date <= setting.on && isReceivedHere(setting, rule, own, received),
  );
  if (had) return;
  const needs = candidates.flatMap((each, at) => (each.item === prior && isHere(each.subject) ? [at] : []));
  if (needs.length === 0) bar(building, index, `须先取得「${building.names(prior)}」`);
  else
    building.bonds.push({
      kind: 'after',
      rule: rule.name,
      member: index,
      needs,
      prior: building.names(prior),
      members: [index, ...needs],
    });
};

const isReceivedHere = (setting: Setting, rule: StackingRule, own: ScopeKey, received: Received): boolean =>
  rule.scope === 'enterprise' ||
  received.subject === null ||
  (own.is === 'key' && countsTowards(setting.firm, rule.scope, own.key, received));

/** The year an entry's cap is counted in: of its date fact, or of the filing date. null when the date is not known. */
const yearFor = ({ book, firm, on, options }: Setting, rule: StackingRule, subject: Subject | null): number | null => {
  if (rule.rule.kind !== 'per-year-cap' || rule.rule.yearOf === null) return yearOf(on);
  const value = factValue(book, rule.rule.yearOf, firm, on, subject, options);
  return value.is === 'date' ? yearOf(value.value) : null;
};

/** An entry whose scope is not known may share it with any other: its least is nothing, its most stays. */
const loosen = (building: Building, rule: StackingRule, index: number, what: string): void => {
  const candidate = building.candidates[index];
  if (!candidate) return;
  building.candidates[index] = { ...candidate, range: { low: 0n, high: candidate.range.high } };
  building.assumes.add(`「${candidate.name}」的${what}未知，按「${rule.name}」最少为0元`);
};

type Keyed = { readonly key: string; readonly year: number | null; readonly members: number[] };

const groupsOf = (building: Building, rule: StackingRule, members: readonly number[]): readonly Keyed[] => {
  const groups = new Map<string, Keyed>();
  for (const index of members) {
    const subject = building.candidates[index]?.subject ?? null;
    const scope = scopeKeyOf(rule.scope, subject);
    const perYear = rule.rule.kind === 'per-year-cap';
    const year = perYear ? yearFor(building.setting, rule, subject) : null;
    if (scope.is === 'elsewhere') continue;
    const unknown = scope.is === 'unknown' ? '家庭' : perYear && year === null ? '年度' : null;
    if (unknown !== null && members.length > 1) loosen(building, rule, index, unknown);
    const key = scope.is === 'key' ? scope.key : '';
    const id = unknown === null ? `${key}@${year ?? ''}` : `?${index}`;
    const group = groups.get(id) ?? { key, year, members: [] };
    group.members.push(index);
    groups.set(id, group);
  }
  return [...groups.values()];
};

const bind = (building: Building, rule: StackingRule, members: readonly number[]): void => {
  const { setting } = building;
  const { rule: how } = rule;
  if (how.kind === 'after') {
    for (const index of members) bindAfter(building, rule, how.item, index);
    return;
  }
  for (const { key, year, members: own } of groupsOf(building, rule, members)) {
    const group = { members: own, received: receivedUnder(setting.book, setting.firm, rule, key, setting.on, year) };
    switch (how.kind) {
      case 'once':
        groupOnce(building, rule, group);
        break;
      case 'choose-one':
        groupChooseOne(building, rule, group);
        break;
      case 'highest':
      case 'top-up':
        groupHighest(building, rule, group);
        break;
      case 'sum-up-to':
        groupCap(building, rule, group, how.limit);
        break;
      case 'per-year-cap':
        groupCap(building, rule, group, how.amount);
        break;
    }
  }
};

/**
 * Candidates and bonds of a firm's eligible entries.
 *
 * @param entries  eligible entries only
 */
export const stack = (setting: Setting, entries: readonly Entry[]): Stacked => {
  const ordered = entries.toSorted((a, b) => byText(keyOf(a), keyOf(b)));
  const building: Building = {
    setting,
    candidates: ordered.map(toCandidate),
    bonds: [],
    barred: new Map(),
    assumes: new Set(),
    names: (item) => setting.book.items.get(item)?.name ?? item,
  };
  for (const rule of rulesInForce(setting)) {
    const members = ordered.flatMap(({ item }, index) => (item.stacking.includes(rule.id) ? [index] : []));
    if (members.length === 0) continue;
    if (setting.firm.received === null) building.assumes.add('没有已获资助的记录，按尚未获得计算');
    bind(building, rule, members);
  }
  const { candidates, bonds, barred } = building;
  return { candidates, bonds, barred, assumes: [...building.assumes] };
};
