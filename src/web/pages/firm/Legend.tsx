// What the marks on this page mean, and which rulebook gave these answers.
import type { Assessment } from '#contract/assessment.ts';
import { standings } from '#web/data/standing.ts';
import { EvidenceMark } from '#web/parts/EvidenceMark.tsx';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './Legend.module.css';

const evidence = ['primary', 'secondary', 'draft'] as const;

export const Legend = ({ rulebook }: { readonly rulebook: Assessment['rulebook'] }) => {
  const words = useWords(firmWords);
  const { standingHints } = useWords(codeWords);
  return (
    <section className={css.legend} aria-labelledby="legend">
      <h2 id="legend" className={css.title}>
        {words.legend}
      </h2>
      <dl className={css.list}>
        {standings.map((standing) => (
          <div key={standing}>
            <dt>
              <VerdictMark standing={standing} />
            </dt>
            <dd>{standingHints[standing]}</dd>
          </div>
        ))}
        {evidence.map((grade) => (
          <div key={grade}>
            <dt>
              <EvidenceMark grade={grade} />
            </dt>
            <dd>{words.evidence[grade]}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">
        {words.rulebook(rulebook.packs)}
        <code>{rulebook.hash.slice(0, 19)}</code>
        {words.sums}
      </p>
    </section>
  );
};
