// Two items side by side: the same matter in one row, and whether both may be had together.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Button } from '#web/parts/Button.tsx';
import type { ItemView, VersionView } from '#contract/catalogue.ts';
import { itemQuery } from '#web/data/api.ts';
import { themeName } from '#web/data/theme-name.ts';
import { usePageTitle } from '#web/data/title.ts';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { codeWords } from '#web/words/codes.ts';
import { itemsWords } from '#web/words/items.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './ComparePage.module.css';
import { ConditionTree } from '#web/parts/ConditionTree.tsx';

const route = getRouteApi('/compare');

type Row = { readonly label: string; readonly of: (item: ItemView, version: VersionView | null) => React.ReactNode };

const Lines = ({ lines }: { readonly lines: readonly string[] }) => {
  const words = useWords(itemsWords);
  if (lines.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};

const useRows = (): readonly Row[] => {
  const words = useWords(itemsWords);
  const codes = useWords(codeWords);
  const language = useLanguage();
  const { rows } = words;
  return [
    { label: rows.kind, of: (item) => codes.kinds[item.kind] },
    { label: rows.theme, of: (item) => themeName(item, language) },
    { label: rows.owner, of: (item) => item.owner ?? words.owner },
    { label: rows.subject, of: (item) => words.per(codes.subjects[item.subject]) },
    {
      label: rows.applies,
      of: (_, version) =>
        version?.applies === null || version === null ? words.noLimit : <ConditionTree condition={version.applies} />,
    },
    {
      label: rows.eligible,
      of: (_, version) =>
        version?.eligible === null || version === null ? (
          words.noCondition
        ) : (
          <ConditionTree condition={version.eligible} />
        ),
    },
    { label: rows.benefit, of: (_, version) => <Lines lines={(version?.benefit ?? []).map(codes.spoken)} /> },
    { label: rows.term, of: (_, version) => (version === null ? words.none : words.openEnd(version.from, version.to)) },
    { label: rows.window, of: (item) => item.procedure?.window ?? words.none },
    { label: rows.channel, of: (item) => item.procedure?.channel ?? words.none },
    {
      label: rows.materials,
      of: (item) => <Lines lines={(item.procedure?.materials ?? []).map(({ name }) => name)} />,
    },
    {
      label: rows.documents,
      of: (item) => <Lines lines={[...new Set(item.clauses.map(({ title }) => `《${title}》`))]} />,
    },
    { label: rows.open, of: (_, version) => <Lines lines={version?.unsettled ?? []} /> },
  ];
};

const Together = ({ items: [a, b] }: { readonly items: readonly [ItemView, ItemView] }) => {
  const words = useWords(itemsWords);
  const both = a.stacking.filter(({ id }) => b.stacking.some((rule) => rule.id === id));
  const names = both.map(({ name, enabled }) => `${name}${enabled ? '' : words.disabled}`);
  return (
    <section aria-labelledby="together" className={css.together}>
      <h2 id="together">{words.together}</h2>
      <p>{names.length === 0 ? words.noRule : words.sameRule(names)}</p>
    </section>
  );
};

const Table = ({ items }: { readonly items: readonly [ItemView, ItemView] }) => {
  const words = useWords(itemsWords);
  const language = useLanguage();
  const rows = useRows();
  const nameOf = (item: ItemView) => (language === 'zh' ? item.name : (item.en ?? item.name));
  return (
    <table className={css.table}>
      <caption className="unseen">{words.compareTitle}</caption>
      <thead>
        <tr>
          <th scope="col" className={css.corner}>
            {words.rowHead}
          </th>
          {items.map((item) => {
            const [pack = '', name = ''] = item.id.split('/');
            return (
              <th key={item.id} scope="col">
                <Link to="/items/$pack/$name" params={{ pack, name }}>
                  {nameOf(item)}
                </Link>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {items.map((item) => (
              <td key={item.id}>
                <span className={css.whose} aria-hidden="true">
                  {nameOf(item)}
                </span>
                {row.of(item, item.versions.at(-1) ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const itemOf = (id: string | undefined) => {
  const [pack = '', name = ''] = (id ?? '').split('/');
  return { ...itemQuery(pack, name), enabled: pack !== '' && name !== '' };
};

const Compared = ({ a, b }: { readonly a: string; readonly b: string }) => {
  const words = useWords(itemsWords);
  const left = useQuery(itemOf(a));
  const right = useQuery(itemOf(b));
  const navigate = route.useNavigate();
  const failed = [left, right].find((each) => each.isError);
  if (failed?.error) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (left.data === undefined || right.data === undefined) return <Loading what={words.loading} rows={12} />;
  return (
    <>
      <p className="screen-only">
        <Button onClick={() => void navigate({ search: { a: b, b: a }, replace: true })}>{words.swap}</Button>
      </p>
      <Table items={[left.data, right.data]} />
      <Together items={[left.data, right.data]} />
    </>
  );
};

export const ComparePage = () => {
  const words = useWords(itemsWords);
  usePageTitle(words.compareTitle);
  const { a, b } = route.useSearch();
  return (
    <>
      <h1>{words.compareTitle}</h1>
      <p className="quiet aside">{words.compareLead}</p>
      {a === undefined || b === undefined ? (
        <EmptyState title={words.comparePick}>
          {words.comparePickTodo} <Link to="/items">{words.toItems}</Link>
        </EmptyState>
      ) : (
        <Compared a={a} b={b} />
      )}
    </>
  );
};
