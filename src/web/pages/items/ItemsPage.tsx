// 政策库: all items, narrowed by a search and filters that stand in the address; two of them may be chosen to compare.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ItemSummary } from '#contract/catalogue.ts';
import type { Found } from '#contract/search.ts';
import { itemsQuery, searchQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { itemsWords } from '#web/words/items.ts';
import { useWords } from '#web/words/use-words.ts';
import type { ItemsSearch } from '#web/router.tsx';
import { Chosen } from './Chosen.tsx';
import { Filters, isKept, isNarrowed } from './Filters.tsx';
import { ItemRow } from './ItemRow.tsx';
import css from './ItemsPage.module.css';

const route = getRouteApi('/items');

type Ranked = { readonly item: ItemSummary; readonly matches: Found['matches'] };

/** The items that the search found, in its order; all of them where nothing is asked. */
const rank = (items: readonly ItemSummary[], found: readonly Found[] | null): readonly Ranked[] => {
  if (found === null) return items.map((item) => ({ item, matches: [] }));
  const byId = new Map(items.map((item) => [item.id, item] as const));
  return found.flatMap(({ id, matches }) => {
    const item = byId.get(id);
    return item === undefined ? [] : [{ item, matches }];
  });
};

/** On a phone the filters would push the list off the page: they are folded until one is used. */
const isRoomy = window.matchMedia('(min-width: 40rem)').matches;

const List = ({ ranked }: { readonly ranked: readonly Ranked[] }) => {
  const words = useWords(itemsWords);
  const { a, b } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = [a, b].filter((id) => id !== undefined);
  const choose = ([first = '', second = '']: readonly string[]) =>
    void navigate({ search: (before) => ({ ...before, a: first, b: second }), replace: true, resetScroll: false });
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen.slice(-1), id]);
  if (ranked.length === 0)
    return (
      <EmptyState title={words.empty}>
        {words.emptyTodo}
        <Link to="/items">{words.clear}</Link>
      </EmptyState>
    );
  return (
    <>
      <ul className={css.list}>
        {ranked.map(({ item, matches }) => (
          <ItemRow
            key={item.id}
            item={item}
            matches={matches}
            chosen={chosen.includes(item.id)}
            onChoose={() => toggle(item.id)}
          />
        ))}
      </ul>
      <Chosen ids={chosen} onClear={() => choose([])} />
    </>
  );
};

const Catalogue = ({ items }: { readonly items: readonly ItemSummary[] }) => {
  const words = useWords(itemsWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const q = search.q ?? '';
  const found = useQuery({ ...searchQuery(q, 'item'), enabled: q !== '', placeholderData: keepPreviousData });
  const change = (part: { readonly [key in keyof ItemsSearch]: string }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const all = rank(items, q === '' ? null : (found.data?.list ?? []));
  const kept = all.filter(({ item }) => isKept(item, search));
  return (
    <>
      <div className={`${css.filters} screen-only`}>
        <SearchInput
          id="q"
          label={words.search}
          placeholder={words.searchHint}
          value={q}
          onChange={(text) => change({ q: text })}
        />
        <details className={css.folded} open={isRoomy || isNarrowed(search)}>
          <summary>{words.filters}</summary>
          <Filters items={all.map(({ item }) => item)} search={search} onChange={change} />
        </details>
      </div>
      <p className="quiet small" role="status">
        {q !== '' && found.isPending ? words.searching : words.count(kept.length)}
      </p>
      {q !== '' && found.isPending ? <Loading what={words.searching} rows={6} /> : <List ranked={kept} />}
    </>
  );
};

export const ItemsPage = () => {
  const words = useWords(itemsWords);
  usePageTitle(words.title);
  const items = useQuery(itemsQuery);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet aside">{words.lead}</p>
      {items.isPending ? (
        <Loading what={words.loading} rows={10} />
      ) : items.isError ? (
        <ErrorState error={items.error} retry={() => void items.refetch()} />
      ) : (
        <Catalogue items={items.data} />
      )}
    </>
  );
};
