// How well a clause is founded: 有据, 转述 or 待核. The full explanation stands in the clause card and in the legend.
import { evidenceOf, evidenceWords, gradeExplained } from '#web/data/words.ts';
import type { Grade } from '#contract/assessment.ts';
import css from './EvidenceMark.module.css';

export const EvidenceMark = ({ grade }: { readonly grade: Grade }) => {
  const evidence = evidenceOf[grade];
  return (
    <span className={`${css.mark} ${css[evidence]}`} title={gradeExplained[grade]}>
      {evidenceWords[evidence]}
    </span>
  );
};

/** On what is invented for demonstration, whatever it calls itself. */
export const DemoMark = () => (
  <span className={`${css.mark} ${css.unchecked}`} title="虚构，只供演示，不作依据">
    演示口径
  </span>
);
