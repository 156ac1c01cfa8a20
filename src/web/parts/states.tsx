// What a page shows when it has nothing, not yet, or an error: always with what to do next.
import { Button, Skeleton } from 'antd';
import { ApiProblem } from '#web/data/api.ts';
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

const explain = (error: Error): { readonly title: string; readonly detail: string | null; readonly todo: string } =>
  error instanceof ApiProblem
    ? { title: error.problem.title, detail: error.problem.detail, todo: error.problem.todo }
    : { title: '页面出错了。', detail: null, todo: '再试一次；如果还不行，请刷新页面。' };

export const ErrorState = ({ error, retry }: { readonly error: Error; readonly retry?: () => void }) => {
  const { title, detail, todo } = explain(error);
  return (
    <div className={css.state} role="alert">
      <p className={`${css.title} ${css.broken}`}>{title}</p>
      {detail === null ? null : <p className="quiet">{detail}</p>}
      <p className={css.todo}>{todo}</p>
      {retry === undefined ? null : <Button onClick={retry}>再试一次</Button>}
    </div>
  );
};

export const Loading = ({ what, rows = 6 }: { readonly what: string; readonly rows?: number }) => (
  <div role="status" aria-label={what} className={css.loading}>
    <span className="unseen">{what}</span>
    <Skeleton active title={{ width: '40%' }} paragraph={{ rows }} />
  </div>
);
