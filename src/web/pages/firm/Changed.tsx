// What the last answer has changed, said once in a quiet voice: which items moved, and what that makes of the sum.
import { useState } from 'react';
import type { Assessment } from '#contract/assessment.ts';
import { movesBetween } from '#web/data/moves.ts';
import { rangeText } from '#web/data/money.ts';
import { codeWords } from '#web/words/codes.ts';
import { tryWords } from '#web/words/try.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './Changed.module.css';

type Pair = { readonly before: Assessment | null; readonly after: Assessment };

/** Only an answer changes a firm's assessment by the rules of one day; another day or firm begins anew. */
const follows = ({ after }: Pair, next: Assessment): boolean =>
  after.on === next.on &&
  after.rulebook.hash === next.rulebook.hash &&
  after.enterprise.name === next.enterprise.name &&
  after.enterprise.creditCode === next.enterprise.creditCode;

const most = 6;

const Said = ({ before, after }: { readonly before: Assessment; readonly after: Assessment }) => {
  const words = useWords(tryWords);
  const { standings } = useWords(codeWords);
  const language = useLanguage();
  const moves = movesBetween(before, after);
  if (moves.length === 0) return <p>{words.nothingChanged}</p>;
  const [old, fresh] = [before, after].map(
    ({ combination }) => rangeText(combination.total.cash, language) ?? words.none,
  );
  return (
    <>
      <p>{words.changed}</p>
      <ul>
        {moves.slice(0, most).map(({ key, item, from, to }) => (
          <li key={key}>
            {words.moved(language === 'zh' ? item.name : (item.en ?? item.name), standings[from], standings[to])}
          </li>
        ))}
        {moves.length > most ? <li>… {moves.length - most}</li> : null}
      </ul>
      {old === fresh ? null : <p>{words.sum(old ?? '', fresh ?? '')}</p>}
    </>
  );
};

export const Changed = ({ assessment }: { readonly assessment: Assessment }) => {
  const [pair, setPair] = useState<Pair>({ before: null, after: assessment });
  if (pair.after !== assessment) setPair({ before: follows(pair, assessment) ? pair.after : null, after: assessment });
  return (
    <div aria-live="polite" className={pair.before === null ? 'unseen' : `${css.changed} screen-only`}>
      {pair.before === null ? null : <Said before={pair.before} after={pair.after} />}
    </div>
  );
};
