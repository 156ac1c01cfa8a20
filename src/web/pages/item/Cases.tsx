// Worked cases of the item: what somebody worked out by hand, and beside it what the rules make of the same firm today.
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ItemView } from '#contract/catalogue.ts';
import type { WorkedCase } from '#contract/worked-cases.ts';
import { casesQuery, evaluationQuery } from '#web/data/api.ts';
import type { Standing } from '#web/data/standing.ts';
import { writtenFacts } from '#web/data/written-facts.ts';
import { Button } from '#web/parts/Button.tsx';
import { ItemDetail } from '#web/parts/ItemDetail.tsx';
import { Money } from '#web/parts/Money.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { VerdictMark } from '#web/parts/VerdictMark.tsx';
import { itemWords } from '#web/words/item.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './Cases.module.css';

/** As many as show what the item is about; the rest are there for who asks. */
const few = 5;

/** What the case says came out; null where it says neither. */
const standingIn = (each: WorkedCase, item: ItemView): Standing | null => {
  if (each.applies === false) return 'not-addressed';
  switch (each.verdict) {
    case 'eligible':
      return item.competition === 'none' ? 'can' : 'may-apply';
    case 'undetermined':
      return 'open';
    case 'ineligible':
      return 'not-yet';
    case null:
      return null;
  }
};

type OneProps = { readonly item: ItemView; readonly each: WorkedCase };

const Computed = ({ item, each }: OneProps) => {
  const words = useWords(itemWords);
  const [pack = '', name = ''] = item.id.split('/');
  const found = useQuery(evaluationQuery(pack, name, each.file, each.on));
  if (found.isPending) return <Loading what={words.calculating} rows={3} />;
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const result = found.data.find(({ subject }) => subject === each.subject) ?? found.data[0];
  return result === undefined ? null : <ItemDetail item={result} />;
};

const Given = ({ each }: Pick<OneProps, 'each'>) => {
  const words = useWords(itemWords);
  const facts = writtenFacts(each.file);
  return (
    <dl className={css.given} lang="zh-CN" aria-label={words.caseFacts}>
      {facts.map(({ fact, text }, index) => (
        <div key={`${index} ${fact}`}>
          <dt>{fact}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const One = ({ item, each }: OneProps) => {
  const words = useWords(itemWords);
  const id = useId();
  const [open, setOpen] = useState(false);
  const standing = standingIn(each, item);
  return (
    <li className={css.case}>
      <button type="button" className={css.head} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className={css.result}>
          {standing === null ? null : <VerdictMark standing={standing} />}
          {each.amount === null || standing === 'not-yet' || standing === 'not-addressed' ? null : (
            <strong>
              <Money range={each.amount} />
            </strong>
          )}
        </span>
        <span className={css.title} lang="zh-CN">
          {each.title}
        </span>
        <span className="quiet small">{words.caseDay(each.on)}</span>
      </button>
      <div id={id} hidden={!open} className={css.body}>
        {open ? (
          <>
            <Given each={each} />
            <h3>{words.caseComputed}</h3>
            <Computed item={item} each={each} />
            <p className="quiet small">
              {words.caseSource} <code>{each.source}</code>
            </p>
          </>
        ) : null}
      </div>
    </li>
  );
};

export const Cases = ({ item }: { readonly item: ItemView }) => {
  const words = useWords(itemWords);
  const [pack = '', name = ''] = item.id.split('/');
  const found = useQuery(casesQuery(pack, name));
  const [all, setAll] = useState(false);
  if (found.isPending) return <Loading what={words.loadingCases} rows={4} />;
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const cases = found.data;
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby="cases" className="screen-only">
      <h2 id="cases">{words.cases(cases.length)}</h2>
      <p className="quiet small">{words.casesLead}</p>
      <ul className={css.list}>
        {cases.slice(0, all ? cases.length : few).map((each) => (
          <One key={each.source} item={item} each={each} />
        ))}
      </ul>
      {all || cases.length <= few ? null : <Button onClick={() => setAll(true)}>{words.allCases(cases.length)}</Button>}
    </section>
  );
};
