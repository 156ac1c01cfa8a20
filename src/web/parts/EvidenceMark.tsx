// How well a clause is founded: 有据, 转述 or 待核. The full explanation stands in the clause card and in the legend.
import type { Grade } from '#contract/assessment.ts';
import { evidenceOf } from '#web/data/evidence.ts';
import { useWords } from '#web/words/use-words.ts';
import { codeWords } from '#web/words/codes.ts';
import { stateWords } from '#web/words/states.ts';
import css from './EvidenceMark.module.css';

export const EvidenceMark = ({ grade }: { readonly grade: Grade }) => {
  const words = useWords(codeWords);
  const evidence = evidenceOf[grade];
  return (
    <span className={`${css.mark} ${css[evidence]}`} title={words.grades[grade]}>
      {words.evidence[evidence]}
    </span>
  );
};

/** On what is invented for demonstration, whatever it calls itself. */
export const DemoMark = () => {
  const words = useWords(stateWords);
  return (
    <span className={`${css.mark} ${css.unchecked}`} title={words.demoRulingHint}>
      {words.demoRuling}
    </span>
  );
};
