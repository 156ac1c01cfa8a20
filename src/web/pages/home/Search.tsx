// What matches the text of the one box: firms first, then what the rulebook holds.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SampleSummary } from '#contract/enterprise-file.ts';
import type { Found } from '#contract/search.ts';
import { searchQuery } from '#web/data/api.ts';
import { Marked } from '#web/parts/Marked.tsx';
import { ErrorState } from '#web/parts/states.tsx';
import { itemsWords } from '#web/words/items.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './Search.module.css';

const has = (text: string | null, q: string): boolean =>
  text?.normalize('NFKC').toLowerCase().includes(q.normalize('NFKC').toLowerCase()) ?? false;
const shown = 8;

const FoundLink = ({ found }: { readonly found: Found }) => {
  const language = useLanguage();
  const name = language === 'zh' || found.en === null ? <Marked text={found.name} ranges={found.matches} /> : found.en;
  const [pack = '', id = ''] = found.id.split('/');
  switch (found.kind) {
    case 'item':
      return (
        <Link to="/items/$pack/$name" params={{ pack, name: id }}>
          {name}
        </Link>
      );
    case 'gate':
      return <Link to="/ladder">{name}</Link>;
    case 'document':
      return (
        <Link to="/documents/$id" params={{ id: found.id }}>
          {name}
        </Link>
      );
    case 'term':
      return (
        <Link to="/terms" search={{ q: found.name }}>
          {name}
        </Link>
      );
  }
};

type ResultProps = {
  readonly q: string;
  readonly firms: readonly SampleSummary[];
  readonly busy: boolean;
  readonly ref: React.Ref<HTMLUListElement>;
};

export const SearchResults = ({ q, firms, busy, ref }: ResultProps) => {
  const words = useWords(itemsWords);
  const search = useQuery({ ...searchQuery(q, undefined, 50), placeholderData: keepPreviousData });
  if (search.isError) return <ErrorState error={search.error} retry={() => void search.refetch()} />;
  const foundFirms = firms.filter((firm) => has(firm.name, q) || has(firm.creditCode, q) || has(firm.note, q));
  const found = search.data?.list ?? [];
  const count = search.data?.count ?? 0;
  const waiting = busy || search.isPending;
  const isNothing = !waiting && foundFirms.length + count === 0;
  return (
    <div className={css.results} aria-live="polite">
      <p className="quiet small">
        {waiting ? words.searching : isNothing ? words.nothing : words.found(foundFirms.length, count)}
      </p>
      {isNothing ? (
        <p>
          {words.another}
          <Link to="/items">{words.seeAll}</Link>
          {words.or}
          <Link to="/try">{words.ownFigures}</Link>
        </p>
      ) : null}
      <ul ref={ref} aria-busy={waiting || search.isPlaceholderData}>
        {foundFirms.map((firm) => (
          <li key={firm.id}>
            <Link to="/firms/$id" params={{ id: firm.id }}>
              {firm.name}
            </Link>
            <span className="quiet small">{firm.creditCode ?? words.noCode}</span>
          </li>
        ))}
        {found.slice(0, shown).map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            <FoundLink found={each} />
            <span className="quiet small">
              {words.kinds[each.kind]}
              {each.about === null ? '' : ` · ${each.about}`}
            </span>
          </li>
        ))}
      </ul>
      {count > shown ? (
        <Link to="/items" search={{ q }}>
          {words.seeAll}
        </Link>
      ) : null}
    </div>
  );
};
