// An amount: short in prose, exact to the fen on hover. A range is shown as a range, never as its upper end.
import type { AmountRange } from '#contract/assessment.ts';
import { exactRange, rangeText } from '#web/data/money.ts';
import css from './Money.module.css';

export const Money = ({ range, unknown = '金额待定' }: { readonly range: AmountRange; readonly unknown?: string }) => {
  const text = rangeText(range);
  return text === null ? (
    <span className={css.unknown}>{unknown}</span>
  ) : (
    <span className={css.money} title={exactRange(range)}>
      {text}
    </span>
  );
};
