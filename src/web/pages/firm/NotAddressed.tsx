// What is not meant for this firm: folded away, but there, with the first reason.
import { Link } from '@tanstack/react-router';
import type { ItemResult } from '#contract/assessment.ts';
import { failingLeaves, shortfall, type ShortWords } from '#web/data/conditions.ts';
import { entryKey } from '#web/data/standing.ts';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './NotAddressed.module.css';

const reasonOf = (item: ItemResult, words: ShortWords): string => {
  const [first] = item.conditions === null ? [] : failingLeaves(item.conditions);
  if (first !== undefined) return shortfall(first, words);
  return item.reasons[0]?.text ?? words.firm.short.noSubject;
};

export const NotAddressed = ({ items }: { readonly items: readonly ItemResult[] }) => {
  const firm = useWords(firmWords);
  const codes = useWords(codeWords);
  const language = useLanguage();
  return items.length === 0 ? null : (
    <section aria-labelledby="not-addressed">
      <details className={css.details}>
        <summary>
          <h2 id="not-addressed" className={css.title}>
            <VerdictMark standing="not-addressed" size="large" />
            <span className={css.count}>{firm.count(items.length)}</span>
          </h2>
        </summary>
        <p className="quiet small">{codes.standingHints['not-addressed']}</p>
        <ul className={css.list}>
          {items.map((item) => {
            const [pack = '', name = ''] = item.id.split('/');
            return (
              <li key={entryKey(item)}>
                <Link to="/items/$pack/$name" params={{ pack, name }}>
                  {language === 'zh' ? item.name : (item.en ?? item.name)}
                </Link>
                <span className="quiet small">{reasonOf(item, { codes, firm })}</span>
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
};
