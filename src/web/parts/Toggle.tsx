// 依据: opens what stands behind a verdict, and says how well it is founded.
import type { Grade } from '#contract/assessment.ts';
import { useWords } from '#web/words/use-words.ts';
import { traceWords } from '#web/words/trace.ts';
import { EvidenceMark } from './EvidenceMark.tsx';
import css from './Toggle.module.css';

type Props = {
  /** The id of what it opens. */
  readonly controls: string;
  readonly open: boolean;
  /** Whose grounds they are, for who hears the page. */
  readonly about: string;
  readonly grade: Grade;
  readonly onToggle: () => void;
};

export const Toggle = ({ controls, open, about, grade, onToggle }: Props) => {
  const words = useWords(traceWords);
  return (
    <button
      type="button"
      className={`${css.toggle} screen-only`}
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
    >
      {words.grounds}
      <span className="unseen">{words.groundsOf(about)}</span>
      <EvidenceMark grade={grade} />
      <svg viewBox="0 0 12 12" aria-hidden="true" className={css.arrow}>
        <path d="m2 4 4 4 4-4" />
      </svg>
    </button>
  );
};
