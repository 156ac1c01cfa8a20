// What a page shows when it has nothing, not yet, or an error: always with what to do next.
import { Button } from './Button.tsx';
import { ApiProblem } from '#web/data/api.ts';
import { useWords, useLanguage } from '#web/words/use-words.ts';
import { stateWords } from '#web/words/states.ts';
import css from './states.module.css';

type Said = { readonly title: string; readonly children?: React.ReactNode };

export const EmptyState = ({ title, children }: Said) => (
  <div className={css.state}>
    <svg viewBox="0 0 96 48" aria-hidden="true" className={css.drawing}>
      <path d="M4 38h20V30h20V22h20v-8h20" />
      <path d="M2 44q6-5 12 0t12 0 12 0 12 0 12 0 12 0 12 0" className={css.wave} />
    </svg>
    <p className={css.title}>{title}</p>
    {children === undefined ? null : <div className={css.todo}>{children}</div>}
  </div>
);

/** A problem of the API brings its own words, in both languages; anything else is said in ours. */
const useExplained = (
  error: Error,
): { readonly title: string; readonly detail: string | null; readonly todo: string } => {
  const language = useLanguage();
  const words = useWords(stateWords);
  if (!(error instanceof ApiProblem)) return { title: words.broken, detail: null, todo: words.brokenTodo };
  const { title, titleEn, detail, todo, todoEn } = error.problem;
  return language === 'zh' ? { title, detail, todo } : { title: titleEn, detail: null, todo: todoEn };
};

export const ErrorState = ({ error, retry }: { readonly error: Error; readonly retry?: () => void }) => {
  const { title, detail, todo } = useExplained(error);
  const { again } = useWords(stateWords);
  return (
    <div className={css.state} role="alert">
      <p className={`${css.title} ${css.broken}`}>{title}</p>
      {detail === null ? null : <p className="quiet">{detail}</p>}
      <p className={css.todo}>{todo}</p>
      {retry === undefined ? null : <Button onClick={retry}>{again}</Button>}
    </div>
  );
};

export const Loading = ({ what, rows = 6 }: { readonly what: string; readonly rows?: number }) => (
  <div role="status" aria-label={what} className={css.loading}>
    <span className="unseen">{what}</span>
    <div aria-hidden="true" className={css.bars}>
      {Array.from({ length: rows + 1 }, (_, index) => (
        <span key={index} className={css.bar} />
      ))}
    </div>
  </div>
);
