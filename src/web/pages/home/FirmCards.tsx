// Sample firms as cards: the whole card is the link.
import { Link } from '@tanstack/react-router';
import type { SampleSummary } from '#contract/enterprise-file.ts';
import { Ribbon } from '#web/parts/Ribbon.tsx';
import { EmptyState } from '#web/parts/states.tsx';
import { homeWords } from '#web/words/home.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './FirmCards.module.css';

export const FirmCards = ({ firms }: { readonly firms: readonly SampleSummary[] }) => {
  const words = useWords(homeWords);
  if (firms.length === 0) return <EmptyState title={words.noFirms}>{words.noFirmsTodo}</EmptyState>;
  return (
    <ul className={css.cards}>
      {firms.map((firm) => (
        <li key={firm.id}>
          <Link to="/firms/$id" params={{ id: firm.id }} className={css.card}>
            <span className={css.name} lang="zh-CN">
              {firm.name}
            </span>
            {firm.invented ? <Ribbon /> : null}
            <span className={css.note} lang="zh-CN">
              {firm.note}
            </span>
            <span className={css.on}>{words.byRulesOf(firm.on)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
