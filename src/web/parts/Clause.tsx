// A clause as a person may check it: official title, number, issuer, date, article, and our own restatement.
import type { ClauseShown } from '#contract/assessment.ts';
import { gradeExplained } from '#web/data/words.ts';
import css from './Clause.module.css';
import { DemoMark, EvidenceMark } from './EvidenceMark.tsx';

/** 《…》第六条 */
export const clauseName = (clause: Pick<ClauseShown, 'title' | 'at'>): string =>
  `《${clause.title}》${clause.at ?? ''}`;

const Mark = ({ clause }: { readonly clause: ClauseShown }) =>
  clause.demo === true ? <DemoMark /> : <EvidenceMark grade={clause.evidence} />;

const explained = ({ demo, evidence }: ClauseShown): string =>
  demo === true ? '虚构的口径，只供演示，不作依据' : gradeExplained[evidence];

export const ClauseCard = ({ clause }: { readonly clause: ClauseShown }) => (
  <div className={css.card}>
    <p className={css.says}>{clause.says}</p>
    <p className={css.source}>
      <cite>{clauseName(clause)}</cite>
      <span>{clause.number ?? '文号待核'}</span>
      {clause.issuer === null ? null : <span>{clause.issuer}</span>}
      {clause.issued === null ? null : <span>{clause.issued}</span>}
    </p>
    <p className={css.source}>
      <Mark clause={clause} />
      <span>{explained(clause)}。以上是转述，不是原文。</span>
    </p>
  </div>
);

/** One line that opens into the card. */
export const ClauseLine = ({ clause }: { readonly clause: ClauseShown }) => (
  <details className={css.line}>
    <summary>
      <span className={css.name}>{clauseName(clause)}</span> <Mark clause={clause} />
    </summary>
    <ClauseCard clause={clause} />
  </details>
);
