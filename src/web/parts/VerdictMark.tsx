// A verdict is a shape, a colour and a word: the word is always there, so that nobody depends on the other two.
import type { Verdict } from '#contract/assessment.ts';
import type { Standing } from '#web/data/standing.ts';
import { useWords } from '#web/words/use-words.ts';
import { codeWords } from '#web/words/codes.ts';
import css from './VerdictMark.module.css';

type Shape = 'full' | 'ring' | 'half' | 'empty' | 'dash';

const shapes: { readonly [standing in Standing]: Shape } = {
  can: 'full',
  'may-apply': 'ring',
  open: 'half',
  'not-yet': 'empty',
  'not-addressed': 'dash',
};

const paint: { readonly [shape in Shape]: React.JSX.Element } = {
  full: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="m5.8 10.3 2.9 2.9 5.5-6" className={css.tick} />
    </>
  ),
  ring: (
    <>
      <circle cx="10" cy="10" r="8" className={css.stroke} />
      <circle cx="10" cy="10" r="3.5" fill="currentColor" />
    </>
  ),
  half: (
    <>
      <circle cx="10" cy="10" r="8" className={css.stroke} />
      <path d="M10 2a8 8 0 0 1 0 16Z" fill="currentColor" />
    </>
  ),
  empty: <circle cx="10" cy="10" r="8" className={css.stroke} />,
  dash: <path d="M4 10h12" className={css.stroke} />,
};

const colours: { readonly [standing in Standing]: string | undefined } = {
  can: css.can,
  'may-apply': css.can,
  open: css.open,
  'not-yet': css.notYet,
  'not-addressed': css.grey,
};

type MarkProps = { readonly standing: Standing; readonly word?: string; readonly size?: 'small' | 'large' };

export const VerdictMark = ({ standing, word, size = 'small' }: MarkProps) => {
  const { standings } = useWords(codeWords);
  return (
    <span className={`${css.mark} ${colours[standing]} ${size === 'large' ? css.large : ''}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {paint[shapes[standing]]}
      </svg>
      <span>{word ?? standings[standing]}</span>
    </span>
  );
};

const ofVerdict: { readonly [verdict in Verdict]: Standing } = {
  eligible: 'can',
  undetermined: 'open',
  ineligible: 'not-yet',
};

/** The mark of one condition: 符合, 待定, 不符合, or a word of its own (豁免, 不考察). */
export const ConditionMark = ({ verdict, word }: { readonly verdict: Verdict; readonly word?: string }) => {
  const { verdicts } = useWords(codeWords);
  return <VerdictMark standing={ofVerdict[verdict]} word={word ?? verdicts[verdict]} />;
};
