// Sample firms as cards: the whole card is the link.
import { Link } from '@tanstack/react-router';
import type { SampleSummary } from '#contract/enterprise-file.ts';
import { Ribbon } from '#web/parts/Ribbon.tsx';
import { EmptyState } from '#web/parts/states.tsx';
import css from './FirmCards.module.css';

export const FirmCards = ({ firms }: { readonly firms: readonly SampleSummary[] }) =>
  firms.length === 0 ? (
    <EmptyState title="还没有样例企业">可以直接填自己的资料试算。</EmptyState>
  ) : (
    <ul className={css.cards}>
      {firms.map((firm) => (
        <li key={firm.id}>
          <Link to="/firms/$id" params={{ id: firm.id }} className={css.card}>
            <span className={css.name}>{firm.name}</span>
            {firm.invented ? <Ribbon /> : null}
            <span className={css.note}>{firm.note}</span>
            <span className={css.on}>按 {firm.on} 的规则测算</span>
          </Link>
        </li>
      ))}
    </ul>
  );
