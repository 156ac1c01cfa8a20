// The register of documents that the clauses stand on.
import { useQuery } from '@tanstack/react-query';
import type { DocumentView } from '#contract/catalogue.ts';
import { documentsQuery } from '#web/data/api.ts';
import { usePageTitle } from '#web/data/title.ts';
import { gradeExplained } from '#web/data/words.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { EmptyState, ErrorState, Loading } from '#web/parts/states.tsx';
import css from './DocumentsPage.module.css';

const termText = ({ from, to, seen }: DocumentView): string | null => {
  if (from === null && to === null) return null;
  const start = from === null ? '' : `${from} 起施行`;
  const end =
    to === null ? '' : to === 'unknown' ? `有效期待核${seen === null ? '' : `（${seen} 见其仍被引用）`}` : `至 ${to}`;
  return [start, end].filter((part) => part !== '').join('，');
};

const Row = ({ document }: { readonly document: DocumentView }) => {
  const term = termText(document);
  return (
    <li id={document.id} className={css.row}>
      <h2>
        《{document.title}》 <EvidenceMark grade={document.evidence} />
      </h2>
      <p className={css.about}>
        <span>{document.number ?? '文号待核'}</span>
        <span>{document.issuer ?? '发文机关待核'}</span>
        <span>{document.issued ?? '日期待核'}</span>
        {term === null ? null : <span>{term}</span>}
        {document.items > 0 ? <span>{document.items} 个事项引用</span> : null}
      </p>
      {document.note === null ? null : <p className="quiet small">{document.note}</p>}
    </li>
  );
};

const Register = ({ documents }: { readonly documents: readonly DocumentView[] }) =>
  documents.length === 0 ? (
    <EmptyState title="还没有登记文件">政策包里的 documents.yaml 登记以后会出现在这里。</EmptyState>
  ) : (
    <>
      <p className="quiet small">共 {documents.length} 份，引用多的在前</p>
      <ul className={css.list}>
        {documents.map((document) => (
          <Row key={document.id} document={document} />
        ))}
      </ul>
    </>
  );

export const DocumentsPage = () => {
  usePageTitle('依据');
  const documents = useQuery(documentsQuery);
  return (
    <>
      <h1>依据</h1>
      <dl className={css.grades}>
        {(['primary', 'secondary', 'seed', 'draft', 'inferred', 'unknown'] as const).map((grade) => (
          <div key={grade}>
            <dt>
              <EvidenceMark grade={grade} />
            </dt>
            <dd>{gradeExplained[grade]}</dd>
          </div>
        ))}
      </dl>
      {documents.isPending ? (
        <Loading what="正在取文件登记" rows={10} />
      ) : documents.isError ? (
        <ErrorState error={documents.error} retry={() => void documents.refetch()} />
      ) : (
        <Register documents={documents.data} />
      )}
    </>
  );
};
