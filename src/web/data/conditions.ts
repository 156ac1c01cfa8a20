// Short answers drawn from a trace: which leaves fail, and by how much.
import type { ConditionResult } from '#contract/assessment.ts';
import type { CodeWords } from '#web/words/codes.ts';
import type { FirmWords } from '#web/words/firm.ts';

/** The failing leaves of an unmet condition, those with a number first, for the one line under an entry's name. */
export const failingLeaves = (condition: ConditionResult): readonly ConditionResult[] => {
  if (condition.verdict !== 'ineligible') return [];
  const of = condition.op === 'not' ? [] : (condition.of ?? []);
  const below = of.flatMap(failingLeaves);
  return below.length > 0 ? below : [condition];
};

export type ShortWords = { readonly codes: CodeWords; readonly firm: FirmWords };

const negated = (condition: ConditionResult, { codes, firm: { short } }: ShortWords): string =>
  short.not(codes.spoken(condition.of?.[0]?.text ?? short.listed));

/** One failing leaf in a few words: what is required, what there is, how far. */
export const shortfall = (condition: ConditionResult, words: ShortWords): string => {
  const { short } = words.firm;
  const text = condition.op === 'not' ? negated(condition, words) : words.codes.spoken(condition.text ?? short.unmet);
  const left = condition.values?.left ?? null;
  const gap = condition.values?.gap ?? null;
  if (left === null) return short.needs(text);
  return gap === null || !gap.startsWith('-') ? short.has(text, left) : short.lacks(text, left, gap.slice(1));
};
