// 文件: the register of documents that the clauses stand on, with filters in the address.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { DocumentView } from '#contract/catalogue.ts';
import { documentsQuery } from '#web/data/api.ts';
import { evidenceOf } from '#web/data/evidence.ts';
import { usePageTitle } from '#web/data/title.ts';
import { Chips } from '#web/parts/Chips.tsx';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import { codeWords } from '#web/words/codes.ts';
import { documentWords } from '#web/words/documents.ts';
import { useWords } from '#web/words/use-words.ts';
import type { DocumentsSearch } from '#web/router.tsx';
import css from './DocumentsPage.module.css';

const route = getRouteApi('/documents');

const Row = ({ document }: { readonly document: DocumentView }) => {
  const words = useWords(documentWords);
  const term = words.term(document);
  return (
    <li id={document.id} className={css.row}>
      <h2 lang="zh-CN">
        <Link to="/documents/$id" params={{ id: document.id }}>
          《{document.title}》
        </Link>{' '}
        <EvidenceMark grade={document.evidence} />
      </h2>
      <p className={css.about}>
        <span lang="zh-CN">{document.number ?? words.number}</span>
        <span lang="zh-CN">{document.issuer ?? words.issuer}</span>
        <span>{document.issued ?? words.issued}</span>
        {term === '' ? null : <span>{term}</span>}
        {document.state === 'ended' || document.state === 'replaced' ? (
          <strong>{words.states[document.state]}</strong>
        ) : null}
        {document.items > 0 ? <span>{words.items(document.items)}</span> : null}
        {document.demo === true ? <span>{words.invented}</span> : null}
      </p>
      {document.note === null ? null : (
        <p className="quiet small aside" lang="zh-CN">
          {document.note}
        </p>
      )}
    </li>
  );
};

const holds = (text: string | null, q: string): boolean => text?.normalize('NFKC').toLowerCase().includes(q) ?? false;

const matches = (document: DocumentView, { q = '', state, grade }: DocumentsSearch): boolean => {
  const asked = q.normalize('NFKC').toLowerCase();
  return (
    (asked === '' || [document.title, document.number, document.issuer].some((text) => holds(text, asked))) &&
    (state === undefined || document.state === state) &&
    (grade === undefined || evidenceOf[document.evidence] === grade)
  );
};

const states = ['in-force', 'coming', 'ended', 'replaced', 'unknown'] as const;
const evidence = ['stated', 'retold', 'unchecked'] as const;

/** Each chip says how many there would be, the other filters kept. */
const Filters = ({ documents }: { readonly documents: readonly DocumentView[] }) => {
  const words = useWords(documentWords);
  const codes = useWords(codeWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const count = (changed: DocumentsSearch) =>
    documents.filter((each) => matches(each, { ...search, ...changed })).length;
  const go = (changed: { readonly [key in keyof DocumentsSearch]: string }) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  const { state: _state, ...withoutState } = search;
  const { grade: _grade, ...withoutGrade } = search;
  const all = (kept: DocumentsSearch) => documents.filter((each) => matches(each, kept)).length;
  return (
    <div className={`${css.filters} screen-only`}>
      <SearchInput
        id="q"
        label={words.search}
        placeholder={words.searchHint}
        value={search.q ?? ''}
        onChange={(q) => go({ q })}
      />
      <Chips
        label={words.state}
        value={search.state ?? ''}
        chips={[
          { value: '', word: words.all, count: all(withoutState) },
          ...states.map((state) => ({ value: state, word: words.states[state], count: count({ state }) })),
        ]}
        onChange={(state) => go({ state })}
      />
      <Chips
        label={words.grade}
        value={search.grade ?? ''}
        chips={[
          { value: '', word: words.all, count: all(withoutGrade) },
          ...evidence.map((grade) => ({ value: grade, word: codes.evidence[grade], count: count({ grade }) })),
        ]}
        onChange={(grade) => go({ grade })}
      />
    </div>
  );
};

const Register = ({ documents }: { readonly documents: readonly DocumentView[] }) => {
  const words = useWords(documentWords);
  const search = route.useSearch();
  const found = documents.filter((document) => matches(document, search));
  return (
    <>
      <p className="quiet small" role="status">
        {words.count(found.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState title={words.empty}>
          {words.emptyTodo} <Link to="/documents">{words.clear}</Link>
        </EmptyState>
      ) : (
        <ul className={css.list}>
          {found.map((document) => (
            <Row key={document.id} document={document} />
          ))}
        </ul>
      )}
    </>
  );
};

const Legend = () => {
  const words = useWords(documentWords);
  const { grades } = useWords(codeWords);
  return (
    <details className={`${css.legend} aside`}>
      <summary>{words.legend}</summary>
      <dl className={css.grades}>
        {(['primary', 'secondary', 'seed', 'draft', 'inferred', 'unknown'] as const).map((grade) => (
          <div key={grade}>
            <dt>
              <EvidenceMark grade={grade} />
            </dt>
            <dd>{grades[grade]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

export const DocumentsPage = () => {
  const words = useWords(documentWords);
  usePageTitle(words.title);
  const documents = useQuery(documentsQuery);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {documents.isPending ? (
        <Loading what={words.loading} rows={10} />
      ) : documents.isError ? (
        <ErrorState error={documents.error} retry={() => void documents.refetch()} />
      ) : (
        <>
          <Filters documents={documents.data} />
          <Register documents={documents.data} />
          <Legend />
        </>
      )}
    </>
  );
};
