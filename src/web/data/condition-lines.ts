// A tree of conditions as lines to compare: one line a leaf, junctions as lines of their own, depth by indentation.
import type { ConditionView } from '#contract/catalogue.ts';
import type { CodeWords } from '#web/words/codes.ts';
import type { TraceWords } from '#web/words/trace.ts';

type Words = { readonly codes: CodeWords; readonly trace: TraceWords };

const junctionOf = (op: ConditionView['op'], { trace }: Words): string | null => {
  if (op === 'waived') return trace.waived;
  return op === 'all' || op === 'any' || op === 'not' || op === 'first' || op === 'disputed'
    ? trace.junctions[op]
    : null;
};

const inside = (condition: ConditionView, words: Words, depth: number): readonly string[] => {
  const indent = '　'.repeat(depth);
  if (condition.of === undefined) return [`${indent}${words.codes.spoken(condition.text ?? '')}`];
  const guarded = condition.of.flatMap((part) => [
    ...(typeof part.when === 'string' ? [`${indent}　${words.trace.when(words.codes.spoken(part.when))}`] : []),
    ...inside(part, words, depth + 1),
  ]);
  return [`${indent}${junctionOf(condition.op, words) ?? ''}`, ...guarded];
};

/** The outermost "all" needs no line: that everything listed must hold goes without saying. */
export const conditionLines = (condition: ConditionView, words: Words): readonly string[] =>
  condition.op === 'all' && condition.id === null
    ? (condition.of ?? []).flatMap((part) => inside(part, words, 0))
    : inside(condition, words, 0);
