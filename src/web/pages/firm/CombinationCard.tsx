// The best lawful combination: what is taken, what is left and why, what could be added.
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { isNothing } from '#web/data/money.ts';
import { entryKey, isPromised, subjectName } from '#web/data/standing.ts';
import { Money } from '#web/parts/Money.tsx';
import { firmWords, type FirmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import type { Language } from '#contract/texts.ts';
import css from './SideCard.module.css';

type Props = { readonly combination: Assessment['combination']; readonly items: readonly ItemResult[] };

const namesOf = (items: readonly ItemResult[], words: FirmWords, language: Language): ReadonlyMap<string, string> =>
  new Map(
    items.map((item) => {
      const name = language === 'zh' ? item.name : (item.en ?? item.name);
      return [entryKey(item), item.subject === null ? name : words.withSubject(name, subjectName(item.subject))];
    }),
  );

const Sums = ({ total }: { readonly total: Assessment['combination']['total'] }) => {
  const words = useWords(firmWords);
  return (
    <dl className={css.sums}>
      <div>
        <dt>{words.cash}</dt>
        <dd>
          <Money range={total.cash} />
        </dd>
      </div>
      {isNothing(total.tax) ? null : (
        <div>
          <dt>{words.tax}</dt>
          <dd>
            <Money range={total.tax} />
          </dd>
        </div>
      )}
    </dl>
  );
};

export const CombinationCard = ({ combination, items }: Props) => {
  const words = useWords(firmWords);
  const language = useLanguage();
  const { total, take, leave, assumes = [] } = combination;
  if (take.length === 0 && leave.length === 0) return null;
  const names = namesOf(items, words, language);
  const selected = new Set(items.filter((item) => !isPromised(item)).map(entryKey));
  return (
    <section className={css.card} aria-labelledby="combination">
      <h2 id="combination" className={css.title}>
        {words.combination}
      </h2>
      <Sums total={total} />
      <h3 className={css.sub}>{words.take}</h3>
      <ul className={css.plain}>
        {take.map((key) => (
          <li key={key}>
            {names.get(key) ?? key}
            {selected.has(key) ? <span className="quiet small">{words.selected}</span> : null}
          </li>
        ))}
      </ul>
      {leave.length === 0 ? null : (
        <>
          <h3 className={css.sub}>{words.leave}</h3>
          <ul className={css.plain}>
            {leave.map(({ entry, because }) => (
              <li key={entry}>
                {names.get(entry) ?? entry}
                <span className="quiet small">{because}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {assumes.map((each) => (
        <p key={each} className="quiet small">
          {each}
        </p>
      ))}
    </section>
  );
};
