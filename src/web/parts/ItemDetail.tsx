// What stands behind an entry: the amount's arithmetic and clause, the trace of every condition, ways to change it, open notes.
import type { ChangeResult, ItemResult } from '#contract/assessment.ts';
import { exactRange, rangeText } from '#web/data/money.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { ClauseLine } from './Clause.tsx';
import { Notes } from './Notes.tsx';
import { Rulings } from './Rulings.tsx';
import { Trace } from './Trace.tsx';
import { codeWords, type CodeWords } from '#web/words/codes.ts';
import { firmWords, type FirmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './ItemDetail.module.css';

const Amount = ({ amount }: { readonly amount: NonNullable<ItemResult['amount']> }) => {
  const words = useWords(firmWords);
  const { measures, listOf } = useWords(codeWords);
  const factLabel = useFactLabel();
  const language = useLanguage();
  return (
    <section>
      <h4>{words.howMuch(measures[amount.measure])}</h4>
      {amount.steps.length > 0 ? (
        <ol className={css.steps}>
          {amount.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
      {rangeText(amount) === null ? null : <p className="quiet small">{words.exact(exactRange(amount, language))}</p>}
      {amount.missing.length > 0 ? (
        <p className={css.open}>{words.amountMissing(listOf(amount.missing.map(factLabel)))}</p>
      ) : null}
      {amount.clause === null ? null : <ClauseLine clause={amount.clause} />}
      {(amount.rulings ?? []).map((clause) => (
        <ClauseLine key={clause.key} clause={clause} />
      ))}
    </section>
  );
};

const Change = ({ change }: { readonly change: ChangeResult }) => {
  const words = useWords(firmWords);
  const factLabel = useFactLabel();
  return (
    <li>
      {change.facts.map(({ fact, from, to, how, date }) => (
        <p key={fact}>
          {words.change(words.hows[how], factLabel(fact), from)}
          <strong>{to}</strong>
          {date === null ? '' : words.onDay(date)}
        </p>
      ))}
    </li>
  );
};

const versionText = (version: NonNullable<ItemResult['version']>, words: FirmWords, { spoken }: CodeWords): string =>
  words.version(version.from, version.to) +
  (version.date === null ? '' : words.picked(spoken(version.by), version.date));

export const ItemDetail = ({ item }: { readonly item: ItemResult }) => {
  const words = useWords(firmWords);
  const codes = useWords(codeWords);
  return (
    <div className={css.detail}>
      {item.amount === null ? null : <Amount amount={item.amount} />}
      {item.conditions === null ? null : (
        <section>
          <h4>{words.conditions}</h4>
          <Trace condition={item.conditions} />
        </section>
      )}
      {item.change.length > 0 ? (
        <section>
          <h4>{words.changes}</h4>
          <ul className={css.changes}>
            {item.change.map((change, index) => (
              <Change key={`${index} ${change.at}`} change={change} />
            ))}
          </ul>
        </section>
      ) : null}
      <dl className={css.about}>
        {item.version === null ? null : (
          <div>
            <dt>{words.versionTerm}</dt>
            <dd>{versionText(item.version, words, codes)}</dd>
          </div>
        )}
        <div>
          <dt>{words.window}</dt>
          <dd>{codes.window(item.window)}</dd>
        </div>
        {item.owner === null ? null : (
          <div>
            <dt>{words.owner}</dt>
            <dd>{item.owner}</dd>
          </div>
        )}
        {item.rulings.length > 0 ? (
          <div>
            <dt>{words.rulings}</dt>
            <dd>
              <Rulings rulings={item.rulings} />
            </dd>
          </div>
        ) : null}
        {item.unsettled.length > 0 ? (
          <div>
            <dt>{words.open}</dt>
            <dd>
              <Notes notes={item.unsettled} />
            </dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
};
