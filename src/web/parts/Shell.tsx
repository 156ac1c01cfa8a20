// The frame of every page: skip link, name, places to go, switches, footer. The main part gets the focus on a new page.
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '#web/words/use-words.ts';
import { shellWords } from '#web/words/shell.ts';
import { Settings } from './Settings.tsx';
import css from './Shell.module.css';

const places = [
  { to: '/', name: 'home' },
  { to: '/items', name: 'items' },
  { to: '/ladder', name: 'ladder' },
  { to: '/documents', name: 'documents' },
  { to: '/terms', name: 'glossary' },
  { to: '/changes', name: 'changes' },
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

const Navigation = () => {
  const words = useWords(shellWords);
  return (
    <nav aria-label={words.mainNavigation}>
      <ul className={css.places}>
        {places.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {words.places[name]}
            </Link>
          </li>
        ))}
        <li>
          <a href="/api">{words.places.api}</a>
        </li>
      </ul>
    </nav>
  );
};

export const Shell = () => {
  const main = useFocusOnPage();
  const words = useWords(shellWords);
  return (
    <>
      <a className={css.skip} href="#main">
        {words.skip}
      </a>
      <header className={`${css.header} screen-only`}>
        <div className={css.bar}>
          <Link to="/" className={css.name} aria-label={words.home}>
            <Mark />
            {words.name}
          </Link>
          <Navigation />
          <Settings />
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main} className={css.main}>
        <Outlet />
      </main>
      <footer className={css.footer}>
        <div>
          <p>{words.notADecision}</p>
          <p>{words.restated}</p>
        </div>
      </footer>
    </>
  );
};
