// What a stacking rule is counted over: the enterprise, one project, one person, one household, one loan.
import { subjectNames } from '#rules/facts/dictionary.ts';
import type { Enterprise, Received, Subject } from '#rules/facts/enterprise.ts';
import { yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { ceiling } from '#rules/exact/rational.ts';
import type { Rulebook, StackingRule } from '#rules/packs/rulebook.ts';

export type Firm = Pick<Enterprise, 'received' | 'subjects'>;
type Scope = StackingRule['scope'];

export const scopeWords = {
  enterprise: '同一企业',
  project: '同一项目',
  person: '同一人',
  household: '同一家庭',
  loan: '同一笔贷款',
  patent: '同一专利',
  bid: '同一投标',
} as const satisfies Record<Scope, string>;

const household = '人员.家庭';

export type ScopeKey =
  | { readonly is: 'key'; readonly key: string }
  /** It has such a scope, but which one is not known. */
  | { readonly is: 'unknown' }
  /** The rule's scope is not one of this entry's: a project rule does not touch an award to the enterprise. */
  | { readonly is: 'elsewhere' };

/** Which project, person, household … an entry counts towards. */
export const scopeKeyOf = (scope: Scope, subject: Subject | null): ScopeKey => {
  if (scope === 'enterprise') return { is: 'key', key: '' };
  if (scope === 'household') {
    if (subject?.kind !== 'person') return { is: 'elsewhere' };
    const value = subject.facts.single.get(household);
    if (value?.is === 'text') return { is: 'key', key: value.value };
    // 无: lives in no household with anyone else.
    return value?.is === 'none' ? { is: 'key', key: `@${subject.name}` } : { is: 'unknown' };
  }
  return subject?.kind === scope ? { is: 'key', key: subject.name } : { is: 'elsewhere' };
};

const subjectOf = (firm: Firm, received: Received): Subject | null => {
  if (received.subject === null) return null;
  for (const kind of ['project', 'person', 'patent', 'loan', 'bid'] as const) {
    const found = firm.subjects[kind]?.find(
      ({ name }) => received.subject === name || received.subject === `${subjectNames[kind]}:${name}`,
    );
    if (found) return found;
  }
  return null;
};

/** Whether a grant was received in this very project, household, …. */
export const countsTowards = (firm: Firm, scope: Scope, key: string, received: Received): boolean => {
  const where = scopeKeyOf(scope, subjectOf(firm, received));
  if (where.is === 'key') return where.key === key;
  // A project that is finished need not be in the file any more: its name alone tells it apart.
  return scope !== 'household' && received.subject === key;
};

/** Grants of the rule's items that were received by the date, in this scope (and year). */
export const receivedUnder = (
  book: Rulebook,
  firm: Firm,
  rule: StackingRule,
  key: string,
  on: PlainDate,
  year: number | null,
): readonly Received[] =>
  (firm.received ?? []).filter(
    (received) =>
      received.date <= on &&
      (year === null || yearOf(received.date) === year) &&
      (book.items.get(received.item)?.stacking.includes(rule.id) ?? false) &&
      countsTowards(firm, rule.scope, key, received),
  );

/** Fen, a part of a fen counted whole. */
export const sumOfReceived = (received: readonly Received[]): bigint =>
  received.reduce((total, { amount }) => total + ceiling(amount), 0n);
