// Figures of the rulebook, each counted from it; the fingerprint says which rulebook that is.
import { Link } from '@tanstack/react-router';
import type { RulebookSummary } from '#contract/catalogue.ts';
import { homeWords } from '#web/words/home.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './RulebookFigures.module.css';

export const RulebookFigures = ({ rulebook }: { readonly rulebook: RulebookSummary }) => {
  const words = useWords(homeWords);
  const { items, clauses, documents } = rulebook.counts;
  const figures = [
    { value: items, unit: words.items, to: '/items' as const, say: words.itemsSay },
    { value: clauses, unit: words.clauses, to: '/documents' as const, say: words.clausesSay },
    { value: documents, unit: words.documents, to: '/documents' as const, say: words.documentsSay },
  ];
  return (
    <section aria-labelledby="rulebook">
      <h2 id="rulebook">{words.figures}</h2>
      <ul className={css.figures}>
        {figures.map(({ value, unit, to, say }) => (
          <li key={unit}>
            <Link to={to} className={css.figure}>
              <span className={css.value}>{value}</span> {unit}
            </Link>
            <p className="quiet small">{say}</p>
          </li>
        ))}
      </ul>
      <p className={`quiet small ${css.source}`}>
        {words.source(rulebook)} <code>{rulebook.hash.slice(0, 19)}</code>
        {words.sameHash}
      </p>
    </section>
  );
};
