// The frame of every page: skip link, name, four places to go, footer. The main part gets the focus on a new page.
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import css from './Shell.module.css';

const places = [
  { to: '/', label: '测算' },
  { to: '/items', label: '事项' },
  { to: '/documents', label: '依据' },
] as const;

const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={css.logo}>
    <path d="M4 22h7v-5h7v-5h7V7h3" className={css.stair} />
    <path d="M2 27q3.5-3 7 0t7 0 7 0 7 0" className={css.wave} />
  </svg>
);

/** After a change of page the reader of a screen starts at its top, not where the old link was. */
const useFocusOnPage = () => {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(path);
  useEffect(() => {
    if (first.current === path) return;
    first.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
};

export const Shell = () => {
  const main = useFocusOnPage();
  return (
    <>
      <a className={css.skip} href="#main">
        跳到正文
      </a>
      <header className={`${css.header} screen-only`}>
        <div className={css.bar}>
          <Link to="/" className={css.name} aria-label="梯航首页">
            <Mark />
            梯航
          </Link>
          <nav aria-label="主导航">
            <ul className={css.places}>
              {places.map(({ to, label }) => (
                <li key={to}>
                  <Link
                    to={to}
                    activeOptions={{ exact: to === '/', includeSearch: false }}
                    activeProps={{ 'aria-current': 'page' }}
                  >
                    {label}
                  </Link>
                </li>
              ))}
              <li>
                <a href="/api">接口</a>
              </li>
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main} className={css.main}>
        <Outlet />
      </main>
      <footer className={css.footer}>
        <div>
          <p>测算结果用来帮你找政策、备材料，不是审批决定；以主管部门的文件和决定为准。</p>
          <p>条款都是转述，注明了出处和依据等级；不知道的写明不知道。</p>
        </div>
      </footer>
    </>
  );
};
