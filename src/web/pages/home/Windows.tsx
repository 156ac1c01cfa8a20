// Filing windows of today: what is open and how many days are left, what opens next; what is not known is counted, not guessed.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WindowsOnDay } from '#contract/on-a-day.ts';
import { windowsQuery } from '#web/data/api.ts';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { codeWords } from '#web/words/codes.ts';
import { homeWords } from '#web/words/home.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './Windows.module.css';

type Shown = WindowsOnDay['list'][number];

const ItemLink = ({ item }: { readonly item: Shown }) => {
  const language = useLanguage();
  const [pack = '', name = ''] = item.id.split('/');
  return (
    <Link to="/items/$pack/$name" params={{ pack, name }}>
      {language === 'zh' ? item.name : (item.en ?? item.name)}
    </Link>
  );
};

const Found = ({ windows }: { readonly windows: WindowsOnDay }) => {
  const words = useWords(homeWords);
  const codes = useWords(codeWords);
  const dated = windows.list.filter(({ window }) => window.state === 'open' || window.state === 'upcoming');
  const always = windows.list.filter(({ window }) => window.state === 'always');
  return (
    <>
      <p className="quiet">{words.windowsOn(windows.on)}</p>
      {dated.length === 0 ? <EmptyState title={words.noWindows}>{words.noWindowsTodo}</EmptyState> : null}
      <ul className={css.list}>
        {dated.map((item) => (
          <li key={item.id}>
            <ItemLink item={item} />
            <span className={item.window.state === 'open' ? css.open : css.later}>{codes.window(item.window)}</span>
          </li>
        ))}
      </ul>
      {always.length === 0 ? null : (
        <details className={css.always}>
          <summary>{words.always(always.length)}</summary>
          <ul className={css.list}>
            {always.map((item) => (
              <li key={item.id}>
                <ItemLink item={item} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {windows.unknown === 0 ? null : (
        <p className="quiet small">
          {words.windowsUnknown(windows.unknown)} <Link to="/items">{words.toItems}</Link>
        </p>
      )}
    </>
  );
};

export const Windows = () => {
  const words = useWords(homeWords);
  const windows = useQuery(windowsQuery);
  return (
    <section className={css.section} aria-labelledby="windows">
      <h2 id="windows">{words.windows}</h2>
      {windows.isPending ? (
        <Loading what={words.windowsLoading} rows={3} />
      ) : windows.isError ? (
        <ErrorState error={windows.error} retry={() => void windows.refetch()} />
      ) : (
        <Found windows={windows.data} />
      )}
    </section>
  );
};
