// One group of entries: a heading that says what its word means, and the entries as a list.
import { useDeferredValue } from 'react';
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { entryKey, type Standing } from '#web/data/standing.ts';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';
import { Entry } from './Entry.tsx';
import css from './Group.module.css';

const atOnce = 2;

type Props = {
  readonly standing: Standing;
  readonly items: readonly ItemResult[];
  readonly combination: Assessment['combination'];
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

export const Group = ({ standing, items, combination, opened, onToggle }: Props) => {
  const words = useWords(firmWords);
  const codes = useWords(codeWords);
  const empty = words.nothing[standing];
  // The first few are there at once; a slow phone puts the rest in while the page can already be used.
  const shown = useDeferredValue(items, items.slice(0, atOnce));
  if (items.length === 0 && empty === '') return null;
  const left = new Map(combination.leave.map(({ entry, because }) => [entry, because]));
  return (
    <section aria-labelledby={standing} className={css.group}>
      <h2 id={standing} className={css.title}>
        <VerdictMark standing={standing} size="large" word={codes.standings[standing]} />
        <span className={css.count}>{words.count(items.length)}</span>
      </h2>
      <p className="quiet small">{items.length === 0 ? empty : codes.standingHints[standing]}</p>
      <ul className={css.list}>
        {shown.map((item) => {
          const key = entryKey(item);
          return (
            <li key={key}>
              <Entry
                item={item}
                standing={standing}
                left={left.get(key) ?? null}
                open={opened.includes(key)}
                onToggle={() => onToggle(key)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
};
