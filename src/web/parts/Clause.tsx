// A clause as a person may check it: official title, number, issuer, date, article, and our own restatement.
import type { ClauseShown } from '#contract/assessment.ts';
import { codeWords } from '#web/words/codes.ts';
import { useWords } from '#web/words/use-words.ts';
import { traceWords } from '#web/words/trace.ts';
import css from './Clause.module.css';
import { DemoMark, EvidenceMark } from './EvidenceMark.tsx';

/** 《…》第六条: official titles stay as they are in every language. */
export const clauseName = (clause: Pick<ClauseShown, 'title' | 'at'>): string =>
  `《${clause.title}》${clause.at ?? ''}`;

const Mark = ({ clause }: { readonly clause: ClauseShown }) =>
  clause.demo === true ? <DemoMark /> : <EvidenceMark grade={clause.evidence} />;

export const ClauseCard = ({ clause }: { readonly clause: ClauseShown }) => {
  const words = useWords(traceWords);
  const { grades } = useWords(codeWords);
  return (
    <div className={css.card}>
      <p className={css.says} lang="zh-CN">
        {clause.says}
      </p>
      <p className={css.source} lang="zh-CN">
        <cite>{clauseName(clause)}</cite>
        <span>{clause.number ?? words.numberOpen}</span>
        {clause.issuer === null ? null : <span>{clause.issuer}</span>}
        {clause.issued === null ? null : <span>{clause.issued}</span>}
      </p>
      <p className={css.source}>
        <Mark clause={clause} />
        <span>{words.restated(clause.demo === true ? words.invented : grades[clause.evidence])}</span>
      </p>
    </div>
  );
};

/** One line that opens into the card. */
export const ClauseLine = ({ clause }: { readonly clause: ClauseShown }) => (
  <details className={css.line}>
    <summary>
      <span className={css.name} lang="zh-CN">
        {clauseName(clause)}
      </span>{' '}
      <Mark clause={clause} />
    </summary>
    <ClauseCard clause={clause} />
  </details>
);
