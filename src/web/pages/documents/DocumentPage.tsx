// One document: what is registered of it, which clauses are cited and where each is used.
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { DocumentDetail, Subject } from '#contract/register.ts';
import { documentQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { SubjectLink } from '#web/parts/SubjectLink.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { codeWords } from '#web/words/codes.ts';
import { documentWords } from '#web/words/documents.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './DocumentPage.module.css';

const route = getRouteApi('/documents/$id');

const About = ({ document }: { readonly document: DocumentDetail }) => {
  const words = useWords(documentWords);
  const { grades } = useWords(codeWords);
  const term = words.term(document);
  const rows: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [words.labels.number, document.number ?? words.number],
    [words.labels.issuer, document.issuer ?? words.issuer],
    [words.labels.issued, document.issued ?? words.issued],
    [words.labels.state, words.states[document.state]],
    ...(term === '' ? [] : [[words.labels.term, term] as const]),
    [
      words.labels.evidence,
      <>
        <EvidenceMark grade={document.evidence} /> {grades[document.evidence]}
      </>,
    ],
    ...(document.note === null ? [] : [[words.labels.note, document.note] as const]),
  ];
  return (
    <dl className={css.about}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Line = ({
  label,
  documents,
}: {
  readonly label: string;
  readonly documents: readonly { id: string; title: string }[];
}) =>
  documents.length === 0 ? null : (
    <p className={css.line}>
      <span className="quiet">{label}</span>{' '}
      {documents.map(({ id, title }) => (
        <Link key={id} to="/documents/$id" params={{ id }} lang="zh-CN">
          《{title}》
        </Link>
      ))}
    </p>
  );

const Uses = ({ subjects }: { readonly subjects: readonly Subject[] }) => {
  const words = useWords(documentWords);
  return (
    <p className="small">
      <span className="quiet">{words.usedBy}</span>
      {subjects.map((subject) => (
        <SubjectLink key={subject.id} subject={subject} className={css.use} />
      ))}
    </p>
  );
};

const Clauses = ({ document }: { readonly document: DocumentDetail }) => {
  const words = useWords(documentWords);
  if (document.clauses.length === 0) return <p className="quiet">{words.noClauses}</p>;
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">{words.clauses(document.clauses.length)}</h2>
      <ol className={css.clauses}>
        {document.clauses.map((clause) => (
          <li key={`${clause.at ?? ''} ${clause.says}`}>
            <p lang="zh-CN">
              <strong>{clause.at ?? words.place}</strong> {clause.says} <EvidenceMark grade={clause.evidence} />
            </p>
            <Uses subjects={clause.usedBy} />
          </li>
        ))}
      </ol>
    </section>
  );
};

export const DocumentPage = () => {
  const words = useWords(documentWords);
  const { id } = route.useParams();
  const document = useQuery(documentQuery(id));
  usePageTitle(document.data?.title ?? words.one);
  if (document.isPending) return <Loading what={words.loading} rows={8} />;
  if (document.isError)
    return (
      <>
        <h1>{words.one}</h1>
        <ErrorState error={document.error} retry={() => void document.refetch()} />
      </>
    );
  const { title, successor, successorTitle, predecessors } = document.data;
  return (
    <>
      <p className="screen-only small">
        <Link to="/documents">{words.toRegister}</Link>
      </p>
      <h1 lang="zh-CN">《{title}》</h1>
      <About document={document.data} />
      <Line
        label={words.successor}
        documents={successor === null ? [] : [{ id: successor, title: successorTitle ?? successor }]}
      />
      <Line label={words.predecessors} documents={predecessors} />
      <Clauses document={document.data} />
    </>
  );
};
