// What a condition still lacks, in one Chinese sentence: the value beside the threshold, or what has to be supplied.
import type { ConditionResult, Reason } from '#rules/evaluate/result.ts';

const mostNamed = 4;

const listed = (names: readonly string[]): string =>
  names.length <= mostNamed ? names.join('、') : `${names.slice(0, mostNamed).join('、')}等 ${names.length} 项`;

const reasonsIn = (reasons: readonly Reason[]): string => [...new Set(reasons.map(({ text }) => text))].join('；');

/** A fact that is the whole condition is not named twice. */
const openPart = ({ text, missing, reasons }: ConditionResult): string =>
  missing.length === 1 && missing[0] === text
    ? '待补'
    : missing.length > 0
      ? `待补 ${listed(missing)}`
      : reasons.length > 0
        ? reasonsIn(reasons)
        : '待定';

const shortOf = (gap: string | null): string => (gap?.startsWith('-') ? `，差 ${gap.slice(1)}` : '');

const leafGap = (result: ConditionResult): string => {
  const what = result.text ?? '这一条';
  const { values } = result;
  if (result.verdict === 'undetermined') {
    const now = result.op === 'score' && values?.left ? `现为 ${values.left}，` : '';
    return `${what}：${now}${openPart(result)}`;
  }
  return values?.left ? `${what}：现为 ${values.left}${shortOf(values.gap)}` : `${what}：不符合`;
};

const open = (parts: readonly ConditionResult[]): readonly ConditionResult[] =>
  parts.filter(({ verdict }) => verdict !== 'eligible');

/** The sentence for a condition that is not met or not decided. */
export const gapOf = (result: ConditionResult): string => {
  const parts = result.of ?? [];
  switch (result.op) {
    case 'all':
      return open(parts).map(gapOf).join('，并且');
    case 'any':
      return open(parts).map(gapOf).join('；或者');
    case 'not': {
      const [part] = parts;
      const what = part?.text ?? '所列情形';
      return result.verdict === 'undetermined' ? `不得有：${what}：${openPart(result)}` : `不得有：${what}`;
    }
    case 'first': {
      const [only, another] = parts;
      if (only && !another) return gapOf(only);
      const what = parts.map(({ text }) => text).filter((text) => text !== null);
      return `${what.length > 0 ? what.join(' 或 ') : '分情形的条件'}：${result.verdict === 'undetermined' ? openPart(result) : '不符合'}`;
    }
    case 'disputed':
      return `${parts.map(({ text }) => text ?? '').join('；')}：${result.verdict === 'undetermined' ? openPart(result) : '都不符合'}`;
    default:
      return leafGap(result);
  }
};
