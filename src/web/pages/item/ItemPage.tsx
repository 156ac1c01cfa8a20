// One item: what it is, how much it would be, its versions, how to file, its grounds, and its code.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ItemView } from '#contract/catalogue.ts';
import { itemQuery } from '#web/data/api.ts';
import { themeName } from '#web/data/theme-name.ts';
import { usePageTitle } from '#web/data/title.ts';
import { ClauseCard } from '#web/parts/Clause.tsx';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { Rulings } from '#web/parts/Rulings.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { codeWords } from '#web/words/codes.ts';
import { itemWords } from '#web/words/item.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import { Calculator } from './Calculator.tsx';
import { Cases } from './Cases.tsx';
import css from './ItemPage.module.css';
import { Procedure } from './Procedure.tsx';
import { Versions } from './Versions.tsx';

const route = getRouteApi('/items/$pack/$name');

const Head = ({ item }: { readonly item: ItemView }) => {
  const words = useWords(itemWords);
  const codes = useWords(codeWords);
  const language = useLanguage();
  const [title, other] = language === 'zh' ? [item.name, item.en] : [item.en ?? item.name, item.name];
  return (
    <header>
      <p className="quiet small">
        <Link to="/items" search={{ theme: item.theme }}>
          {themeName(item, language)}
        </Link>
      </p>
      <h1>{title}</h1>
      {other === null ? null : (
        <p className="quiet" lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {other}
        </p>
      )}
      <p className={css.says} lang="zh-CN">
        {item.says}
      </p>
      <p className={css.about}>
        <span>{codes.kinds[item.kind]}</span>
        <span>{words.per(codes.subjects[item.subject])}</span>
        <span>{item.owner ?? words.owner}</span>
        <span>{item.competition === 'selected' ? words.selected : words.entitled}</span>
        <EvidenceMark grade={item.evidence} />
      </p>
    </header>
  );
};

const Beside = ({ stacking }: Pick<ItemView, 'stacking'>) => {
  const words = useWords(itemWords);
  if (stacking.length === 0) return null;
  return (
    <section>
      <h2>{words.beside}</h2>
      <ul className={css.notes} lang="zh-CN">
        {stacking.map((rule) => (
          <li key={rule.id}>
            {rule.name} {rule.enabled ? '' : <span className="quiet">{words.disabled}</span>}{' '}
            <EvidenceMark grade={rule.evidence} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Code = ({ code }: Pick<ItemView, 'code'>) => {
  const words = useWords(itemWords);
  const language = useLanguage();
  return (
    <section className={css.code}>
      <img src={`/p/${code}/qr.svg`} alt={words.code(code)} width={144} height={144} />
      <div>
        <h2>{words.code(code)}</h2>
        <p className="quiet">{words.codeHint}</p>
        <p>
          <a href={`/p/${code}?lang=${language}`}>/p/{code}</a>{' '}
          <a href={`/p/${code}/poster?lang=${language}`} className={css.poster}>
            {words.poster}
          </a>
        </p>
      </div>
    </section>
  );
};

const Item = ({ item }: { readonly item: ItemView }) => {
  const words = useWords(itemWords);
  return (
    <article className={css.page}>
      <Head item={item} />
      <Calculator key={item.id} item={item} />
      <Versions versions={item.versions} />
      {item.procedure === null ? null : <Procedure procedure={item.procedure} />}
      {item.rulings.length === 0 ? null : (
        <section>
          <h2>{words.rulings(item.rulings.length)}</h2>
          <Rulings rulings={item.rulings} />
        </section>
      )}
      <Cases item={item} />
      <Beside stacking={item.stacking} />
      <section>
        <h2>{words.grounds(item.clauses.length)}</h2>
        <ul className={css.clauses}>
          {item.clauses.map((clause) => (
            <li key={clause.key}>
              <ClauseCard clause={clause} />
            </li>
          ))}
        </ul>
      </section>
      <Code code={item.code} />
      <p className="quiet small">
        {words.id} <code>{item.id}</code>, <a href={`/api/items/${item.id}`}>{words.json}</a>
      </p>
    </article>
  );
};

export const ItemPage = () => {
  const words = useWords(itemWords);
  const language = useLanguage();
  const { pack, name } = route.useParams();
  const item = useQuery(itemQuery(pack, name));
  const title = language === 'zh' ? item.data?.name : (item.data?.en ?? item.data?.name);
  usePageTitle(title ?? words.item);
  if (item.isPending) return <Loading what={words.loading} rows={10} />;
  if (item.isError) return <ErrorState error={item.error} retry={() => void item.refetch()} />;
  return <Item item={item.data} />;
};
