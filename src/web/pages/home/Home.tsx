// The first page: one question with one box, firms to try it on, a way to bring your own, and what the rulebook holds.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { rulebookQuery, samplesQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { useOwnFirm, ownId } from '#web/data/session.ts';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { homeWords } from '#web/words/home.ts';
import { useWords } from '#web/words/use-words.ts';
import { FirmCards } from './FirmCards.tsx';
import css from './Home.module.css';
import { HomeLadder } from './HomeLadder.tsx';
import { RulebookFigures } from './RulebookFigures.tsx';
import { SearchResults } from './Search.tsx';
import { Windows } from './Windows.tsx';

const route = getRouteApi('/');

const Own = () => {
  const own = useOwnFirm();
  const words = useWords(homeWords);
  return (
    <p className={css.own}>
      <Link to="/try" className={css.ownLink}>
        {words.own}
      </Link>
      <span className="quiet small">{words.ownHint}</span>
      {own === null ? null : (
        <Link to="/firms/$id" params={{ id: ownId }} className="small">
          {words.back(own.file.name ?? words.ownName)}
        </Link>
      )}
    </p>
  );
};

const Samples = () => {
  const words = useWords(homeWords);
  const samples = useQuery(samplesQuery);
  if (samples.isPending) return <Loading what={words.firmsLoading} rows={3} />;
  if (samples.isError) return <ErrorState error={samples.error} retry={() => void samples.refetch()} />;
  const invented = samples.data.filter((firm) => firm.invented);
  return (
    <>
      <FirmCards firms={samples.data.filter((firm) => !firm.invented)} />
      {invented.length === 0 ? null : (
        <>
          <div className={css.firmsHead}>
            <h3>{words.demo}</h3>
            <p className="quiet small">{words.demoHint}</p>
          </div>
          <FirmCards firms={invented} />
        </>
      )}
    </>
  );
};

const Rulebook = () => {
  const words = useWords(homeWords);
  const rulebook = useQuery(rulebookQuery);
  if (rulebook.isPending) return <Loading what={words.rulebookLoading} rows={4} />;
  if (rulebook.isError) return <ErrorState error={rulebook.error} retry={() => void rulebook.refetch()} />;
  return (
    <>
      <HomeLadder rulebook={rulebook.data} />
      <Windows />
      <RulebookFigures rulebook={rulebook.data} />
    </>
  );
};

export const Home = () => {
  usePageTitle(null);
  const words = useWords(homeWords);
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const samples = useQuery(samplesQuery);
  const found = useRef<HTMLUListElement>(null);
  /** Enter goes where the first line goes, unless that line still answers an earlier text. */
  const openFirst = () => {
    if (found.current?.ariaBusy !== 'true') found.current?.querySelector('a')?.click();
  };
  return (
    <>
      <section className={css.hero}>
        <h1>{words.question}</h1>
        <p className={css.lead}>{words.lead}</p>
        <div className={css.box}>
          <SearchInput
            onEnter={openFirst}
            id="q"
            label={words.box}
            placeholder={words.boxHint}
            value={q}
            onChange={(text) =>
              void navigate({ search: text === '' ? {} : { q: text }, replace: true, resetScroll: false })
            }
          />
        </div>
        {q === '' ? null : <SearchResults ref={found} q={q} firms={samples.data ?? []} busy={samples.isPending} />}
        <Own />
      </section>
      <section className={css.firms} aria-labelledby="firms">
        <div className={css.firmsHead}>
          <h2 id="firms">{words.firms}</h2>
          <p className="quiet small">{words.firmsHint}</p>
        </div>
        <Samples />
      </section>
      <Rulebook />
    </>
  );
};
