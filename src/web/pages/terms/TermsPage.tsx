// 术语: the words of the sources, with what they mean and what they are easily mistaken for.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { TermView } from '#contract/register.ts';
import { termsQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { SubjectLink } from '#web/parts/SubjectLink.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { termWords } from '#web/words/terms.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './TermsPage.module.css';

const route = getRouteApi('/terms');

const matches = ({ term, en, means }: TermView, q: string): boolean =>
  [term, en, means].some((text) => text?.normalize('NFKC').toLowerCase().includes(q) ?? false);

const Entry = ({ term }: { readonly term: TermView }) => {
  const words = useWords(termWords);
  const language = useLanguage();
  return (
    <div className={css.entry} id={term.id}>
      <dt>
        <span lang="zh-CN">{term.term}</span>
        {term.en === null ? null : (
          <span lang="en" className={language === 'zh' ? css.en : css.own}>
            {term.en}
          </span>
        )}
      </dt>
      <dd>
        {term.means === null ? <p className="quiet">{words.onlyName}</p> : <p lang="zh-CN">{term.means}</p>}
        {term.confusedWith.length === 0 ? null : <p className="small">{words.notToConfuse(term.confusedWith)}</p>}
        {term.unsettled.length === 0 ? null : <p className="quiet small">{words.open(term.unsettled)}</p>}
        {term.see.length === 0 ? null : (
          <p className="small">
            <span className="quiet">{words.see}</span>
            {term.see.map((subject) => (
              <SubjectLink key={subject.id} subject={subject} className={css.see} />
            ))}
          </p>
        )}
        {term.source === null ? null : (
          <p className="quiet small">
            {words.from}
            <Link to="/documents/$id" params={{ id: term.source.document }} lang="zh-CN">
              《{term.source.title}》
            </Link>
            {term.source.at ?? ''} <EvidenceMark grade={term.source.evidence} />
          </p>
        )}
      </dd>
    </div>
  );
};

const Glossary = ({ terms }: { readonly terms: readonly TermView[] }) => {
  const words = useWords(termWords);
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = terms.filter((term) => matches(term, q.normalize('NFKC').toLowerCase()));
  return (
    <>
      <div className={`${css.search} screen-only`}>
        <SearchInput
          id="q"
          label={words.search}
          placeholder={words.searchHint}
          value={q}
          onChange={(text) => void navigate({ search: { q: text }, replace: true, resetScroll: false })}
        />
      </div>
      <p className="quiet small" role="status">
        {words.count(found.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState title={words.empty}>
          {words.emptyTodo} <Link to="/terms">{words.clear}</Link>
        </EmptyState>
      ) : (
        <dl className={css.list}>
          {found.map((term) => (
            <Entry key={term.id} term={term} />
          ))}
        </dl>
      )}
    </>
  );
};

export const TermsPage = () => {
  const words = useWords(termWords);
  usePageTitle(words.title);
  const terms = useQuery(termsQuery);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {terms.isPending ? (
        <Loading what={words.loading} rows={10} />
      ) : terms.isError ? (
        <ErrorState error={terms.error} retry={() => void terms.refetch()} />
      ) : (
        <Glossary terms={terms.data} />
      )}
    </>
  );
};
