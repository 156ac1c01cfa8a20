// Short answers drawn from a trace: which leaves fail, and by how much.
import type { ConditionResult } from '#contract/assessment.ts';
import { spoken } from './words.ts';

/** The failing leaves of an unmet condition, those with a number first, for the one line under an entry's name. */
export const failingLeaves = (condition: ConditionResult): readonly ConditionResult[] => {
  if (condition.verdict !== 'ineligible') return [];
  const of = condition.op === 'not' ? [] : (condition.of ?? []);
  const below = of.flatMap(failingLeaves);
  return below.length > 0 ? below : [condition];
};

const negated = (condition: ConditionResult): string => `不得有：${spoken(condition.of?.[0]?.text ?? '所列情形')}`;

/** One failing leaf in a few words: what is required, what there is, how far. */
export const shortfall = (condition: ConditionResult): string => {
  const text = condition.op === 'not' ? negated(condition) : spoken(condition.text ?? '条件未满足');
  const left = condition.values?.left ?? null;
  const gap = condition.values?.gap ?? null;
  if (left === null) return `需 ${text}`;
  return gap === null || !gap.startsWith('-')
    ? `需 ${text}，现为 ${left}`
    : `需 ${text}，现为 ${left}，差 ${gap.slice(1)}`;
};
