// How far a rule can be computed: 可计算, 部分可计算, or only 目录. Read from its structure, so that nobody can claim more.
import { conditionsIn } from '#rules/packs/conditions.ts';
import { isGrounded } from '#rules/packs/evidence.ts';
import type { Benefit, Condition, Gate, Item, ItemVersion, Rulebook } from '#rules/packs/rulebook.ts';

export const readinessWords = {
  computable: '可计算',
  partial: '部分可计算',
  catalogue: '只列目录',
} as const satisfies Record<string, string>;
export type Readiness = keyof typeof readinessWords;

/** Whether some firm can be found to satisfy it: nothing that is not published stands in every way. */
const canHold = (condition: Condition | null): boolean => {
  if (condition === null) return true;
  switch (condition.kind) {
    case 'all':
      return condition.of.every(canHold);
    case 'any':
      return condition.of.some(canHold);
    case 'disputed':
      return condition.of.every(canHold);
    case 'first':
      return condition.rows.some(({ when, then }) => canHold(when) && canHold(then));
    case 'not':
      return canFail(condition.of);
    case 'unpublished':
      return false;
    case 'test':
    case 'judged':
    case 'score':
      return isGrounded(condition.clause);
    case 'waived':
      return true;
  }
};

/** Whether some firm can be found that does not satisfy it. */
const canFail = (condition: Condition): boolean => {
  switch (condition.kind) {
    case 'all':
      return condition.of.some(canFail);
    case 'any':
      return condition.of.every(canFail);
    case 'disputed':
      return condition.of.every(canFail);
    case 'first':
      return condition.rows.some(({ then }) => canFail(then));
    case 'not':
      return canHold(condition.of);
    case 'unpublished':
    case 'waived':
      return false;
    case 'test':
    case 'judged':
    case 'score':
      return isGrounded(condition.clause);
  }
};

const decides = (condition: Condition | null): boolean =>
  conditionsIn(condition).some(
    (one) => (one.kind === 'test' || one.kind === 'judged' || one.kind === 'score') && isGrounded(one.clause),
  );

const hasNumber = (benefit: Benefit): boolean => {
  if (benefit.kind === 'first') return benefit.rows.some(({ then }) => hasNumber(then));
  if (benefit.kind === 'none' || benefit.kind === 'case-by-case' || !isGrounded(benefit.clause)) return false;
  if (benefit.kind === 'amount') return benefit.amount !== 'unknown';
  if (benefit.kind === 'rate') return benefit.rate !== 'unknown';
  if (benefit.kind === 'monthly') return benefit.monthly !== 'unknown';
  return benefit.kind === 'up-to' ? benefit.most !== 'unknown' : true;
};

const ofVersion = ({ applies, eligible, benefit }: ItemVersion): Readiness => {
  const says = decides(applies) || decides(eligible) || hasNumber(benefit);
  if (canHold(applies) && canHold(eligible) && (decides(eligible) || hasNumber(benefit))) return 'computable';
  return says ? 'partial' : 'catalogue';
};

const best = (all: readonly Readiness[]): Readiness =>
  all.includes('computable') ? 'computable' : all.includes('partial') ? 'partial' : 'catalogue';

/** An item is as far as its furthest version. */
export const readinessOfItem = ({ versions }: Item): Readiness => best(versions.map(ofVersion));

export const readinessOfGate = ({ require }: Gate): Readiness =>
  canHold(require) ? 'computable' : decides(require) ? 'partial' : 'catalogue';

/** How many items and gates stand where. */
export const readinessCounts = (book: Rulebook): Readonly<Record<Readiness, number>> => {
  const all = [...[...book.items.values()].map(readinessOfItem), ...[...book.gates.values()].map(readinessOfGate)];
  const count = (which: Readiness): number => all.filter((one) => one === which).length;
  return { computable: count('computable'), partial: count('partial'), catalogue: count('catalogue') };
};
