// The ladder as a stair over water. Wide: steps rise to the right; narrow: they rise up the page. Gold is only for the top.
import { useWords } from '#web/words/use-words.ts';
import { traceWords } from '#web/words/trace.ts';
import css from './Ladder.module.css';

export type Step = {
  readonly name: string;
  readonly state: 'reached' | 'here' | 'next' | 'ahead';
  readonly children?: React.ReactNode;
};

const Sign = ({ state }: { readonly state: Step['state'] }) =>
  state === 'reached' || state === 'here' ? (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={css.sign}>
      <path d="m4 10.5 4 4 8-9" />
    </svg>
  ) : null;

export const Ladder = ({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) => {
  const words = useWords(traceWords).steps;
  return (
    <div className={css.scene}>
      <ol className={css.stair} aria-label={label}>
        {steps.map((step, index) => (
          <li
            key={step.name}
            className={`${css.step} ${css[step.state]}`}
            style={{ '--rise': index } as React.CSSProperties}
          >
            <div className={css.tread}>
              <p className={css.name}>
                <Sign state={step.state} />
                {step.name}
              </p>
              {words[step.state] === '' ? null : <p className={css.state}>{words[step.state]}</p>}
              {step.children}
            </div>
            <div className={css.riser} aria-hidden="true" />
          </li>
        ))}
      </ol>
      <svg className={css.water} viewBox="0 0 480 24" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 10q15-8 30 0t30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0V24H0Z" />
      </svg>
    </div>
  );
};
