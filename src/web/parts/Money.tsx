// An amount: short in prose, exact to the fen on hover. A range is shown as a range, never as its upper end.
import type { AmountRange } from '#contract/assessment.ts';
import { exactRange, rangeText } from '#web/data/money.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import { codeWords } from '#web/words/codes.ts';
import css from './Money.module.css';

export const Money = ({ range, unknown }: { readonly range: AmountRange; readonly unknown?: string }) => {
  const language = useLanguage();
  const { amountOpen } = useWords(codeWords);
  const text = rangeText(range, language);
  return text === null ? (
    <span className={css.unknown}>{unknown ?? amountOpen}</span>
  ) : (
    <span className={css.money} title={exactRange(range, language)}>
      {text}
    </span>
  );
};
