// What is not meant for this firm: folded away, but there, with the first reason.
import { Link } from '@tanstack/react-router';
import type { ItemResult } from '#contract/assessment.ts';
import { failingLeaves, shortfall } from '#web/data/conditions.ts';
import { entryKey } from '#web/data/standing.ts';
import { standingHints } from '#web/data/words.ts';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import css from './NotAddressed.module.css';

const reasonOf = (item: ItemResult): string => {
  const [first] = item.conditions === null ? [] : failingLeaves(item.conditions);
  if (first !== undefined) return shortfall(first);
  return item.reasons[0]?.text ?? '资料里没有这类项目、人员或贷款';
};

export const NotAddressed = ({ items }: { readonly items: readonly ItemResult[] }) =>
  items.length === 0 ? null : (
    <section aria-labelledby="not-addressed">
      <details className={css.details}>
        <summary>
          <h2 id="not-addressed" className={css.title}>
            <VerdictMark standing="not-addressed" size="large" />
            <span className={css.count}>{items.length} 项</span>
          </h2>
        </summary>
        <p className="quiet small">{standingHints['not-addressed']}</p>
        <ul className={css.list}>
          {items.map((item) => {
            const [pack = '', name = ''] = item.id.split('/');
            return (
              <li key={entryKey(item)}>
                <Link to="/items/$pack/$name" params={{ pack, name }}>
                  {item.name}
                </Link>
                <span className="quiet small">{reasonOf(item)}</span>
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
