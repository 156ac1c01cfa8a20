// All items, narrowed by words, theme and kind; the filters stand in the address.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ItemSummary } from '#contract/catalogue.ts';
import { itemsQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { kindWords, subjectWord } from '#web/data/words.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import type { ItemsSearch } from '#web/router.tsx';
import css from './ItemsPage.module.css';

const route = getRouteApi('/items');

const matches = (item: ItemSummary, { q, theme, kind }: ItemsSearch): boolean =>
  (theme === undefined || item.theme === theme) &&
  (kind === undefined || item.kind === kind) &&
  (q === undefined ||
    [item.name, item.en, item.owner, item.theme, item.id].some((text) =>
      text?.toLowerCase().includes(q.toLowerCase()),
    ));

type ChipsProps = {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly word: string; readonly count: number }[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
};

const Chips = ({ label, values, chosen, onChoose }: ChipsProps) => (
  <fieldset className={css.chips}>
    <legend>{label}</legend>
    {values.map(({ value, word, count }) => (
      <button
        key={value}
        type="button"
        aria-pressed={chosen === value}
        onClick={() => onChoose(chosen === value ? undefined : value)}
      >
        {word} <span className="quiet">{count}</span>
      </button>
    ))}
  </fieldset>
);

const counted = <K extends string>(all: readonly K[], wordOf: (key: K) => string) =>
  [...new Set(all)].map((value) => ({
    value,
    word: wordOf(value),
    count: all.filter((each) => each === value).length,
  }));

const ItemRow = ({ item }: { readonly item: ItemSummary }) => {
  const [pack = '', name = ''] = item.id.split('/');
  return (
    <li className={css.row}>
      <h2>
        <Link to="/items/$pack/$name" params={{ pack, name }}>
          {item.name}
        </Link>
      </h2>
      <p className={css.about}>
        <span>{kindWords[item.kind]}</span>
        <span>{item.theme}</span>
        <span>按{subjectWord(item.subject)}</span>
        {item.competition === 'selected' ? <span>择优</span> : null}
        <span>{item.owner ?? '主管部门待核'}</span>
        <EvidenceMark grade={item.evidence} />
      </p>
    </li>
  );
};

const Catalogue = ({ items }: { readonly items: readonly ItemSummary[] }) => {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { readonly [key in keyof ItemsSearch]: ItemsSearch[key] | undefined }) => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ search: Object.fromEntries(next), replace: true, resetScroll: false });
  };
  const found = items.filter((item) => matches(item, search));
  return (
    <>
      <div className={css.filters}>
        <SearchInput
          id="q"
          label="按名称、主题、部门查找"
          placeholder="按名称、主题、部门查找"
          value={search.q ?? ''}
          onChange={(q) => change({ q })}
        />
        <Chips
          label="主题"
          values={counted(
            items.map((item) => item.theme),
            (theme) => theme,
          )}
          chosen={search.theme}
          onChoose={(theme) => change({ theme })}
        />
        <Chips
          label="类别"
          values={counted(
            items.map((item) => item.kind),
            (kind) => kindWords[kind],
          )}
          chosen={search.kind}
          onChoose={(kind) => change({ kind })}
        />
      </div>
      <p className="quiet small" role="status">
        共 {found.length} 个事项
      </p>
      {found.length === 0 ? (
        <EmptyState title="没有符合的事项">
          换一个词，或者
          <Link to="/items">去掉全部筛选</Link>。
        </EmptyState>
      ) : (
        <ul className={css.list}>
          {found.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </>
  );
};

export const ItemsPage = () => {
  usePageTitle('政策库');
  const items = useQuery(itemsQuery);
  return (
    <>
      <h1>政策库</h1>
      {items.isPending ? (
        <Loading what="正在取事项目录" rows={10} />
      ) : items.isError ? (
        <ErrorState error={items.error} retry={() => void items.refetch()} />
      ) : (
        <Catalogue items={items.data} />
      )}
    </>
  );
};
