// One group of entries: a heading that says what its word means, and the entries as a list.
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { entryKey, type Standing } from '#web/data/standing.ts';
import { standingHints, standingWords } from '#web/data/words.ts';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { Entry } from './Entry.tsx';
import css from './Group.module.css';

const emptyWords: { readonly [standing in Standing]: string | null } = {
  can: '现在还没有可以直接享受的。先看待定的几项：补上资料也许就有。',
  'may-apply': null,
  open: null,
  'not-yet': null,
  'not-addressed': null,
};

type Props = {
  readonly standing: Standing;
  readonly items: readonly ItemResult[];
  readonly combination: Assessment['combination'];
  readonly opened: readonly string[];
  readonly onToggle: (key: string) => void;
};

export const Group = ({ standing, items, combination, opened, onToggle }: Props) => {
  const empty = emptyWords[standing];
  if (items.length === 0 && empty === null) return null;
  const left = new Map(combination.leave.map(({ entry, because }) => [entry, because]));
  return (
    <section aria-labelledby={standing} className={css.group}>
      <h2 id={standing} className={css.title}>
        <VerdictMark standing={standing} size="large" word={standingWords[standing]} />
        <span className={css.count}>{items.length} 项</span>
      </h2>
      <p className="quiet small">{items.length === 0 ? empty : standingHints[standing]}</p>
      <ul className={css.list}>
        {items.map((item) => {
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
