// An address that leads nowhere: said plainly, with three ways on.
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '#web/data/title.ts';
import { EmptyState } from '#web/parts/states.tsx';

export const NotFound = () => {
  usePageTitle('没有这个页面');
  return (
    <>
      <h1 className="unseen">没有这个页面</h1>
      <EmptyState title="没有这个页面">
        地址可能写错了，或者页面已经搬走。可以<Link to="/">回首页测算</Link>，或者<Link to="/items">查事项</Link>。
      </EmptyState>
    </>
  );
};
