// The question whose answer decides most, with a field of the right kind. 不知道 goes on to the next one.
import { Link } from '@tanstack/react-router';
import { Button } from '#web/parts/Button.tsx';
import { useState } from 'react';
import type { Assessment } from '#contract/assessment.ts';
import type { FactView } from '#contract/catalogue.ts';
import { canAnswer } from '#web/data/answers.ts';
import { shortMoney } from '#web/data/money.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { firmWords, type FirmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import type { Language } from '#contract/texts.ts';
import { AnswerField } from '#web/parts/AnswerField.tsx';
import { Loading } from '#web/parts/states.tsx';
import css from './NextQuestion.module.css';
import { setAnswer, type Firm, type FirmState } from './use-firm.ts';

type Question = Assessment['questions'][number];

const worth = ({ decides, alone, worth: { high } }: Question, words: FirmWords, language: Language): string => {
  const money =
    high === null ? words.worthOpen : BigInt(high) > 0n ? words.worthAtMost(shortMoney(high, language)) : null;
  return words.worth(decides, alone, money);
};

/** What the file says already, when that is not enough: a city where the clause asks for the district. */
const saidAlready = (file: Firm['file'], fact: FactView | undefined, year: string | undefined): string | null => {
  if (fact === undefined || fact.subject !== 'enterprise' || year !== undefined) return null;
  const value = file.facts[fact.name] ?? file.facts[fact.key];
  return typeof value === 'string' ? value : null;
};

type Props = { readonly state: Extract<FirmState, { kind: 'ready' }> };

export const NextQuestion = ({ state }: Props) => {
  const { firm, assessment, facts, answers } = state;
  const words = useWords(firmWords);
  const language = useLanguage();
  const label = useFactLabel();
  const [skipped, setSkipped] = useState(0);
  const askable = assessment.questions.filter(
    (question) => canAnswer(firm.file, question.fact.split('@')[0] ?? '') && !(question.fact in answers),
  );
  const question = askable[skipped];
  if (question === undefined) return null;
  const [path = '', year] = question.fact.split('@');
  const fact = facts?.find((each) => each.path === path);
  const said = saidAlready(firm.file, fact, year);
  return (
    <section className={`${css.card} screen-only`} aria-labelledby="next-question">
      <div className={css.ask}>
        <h2 id="next-question" className={css.title}>
          <span className={css.kicker}>{words.next}</span>
          {words.ask(label(question.fact), fact?.kind ?? null, fact?.tree ?? null)}
        </h2>
        <p className="quiet small">
          {worth(question, words, language)}
          {fact === undefined || fact.note === null ? '' : words.note(fact.note)}
          {said === null ? '' : words.said(said)}
        </p>
      </div>
      {facts === null ? (
        <Loading what={words.fieldLoading} rows={0} />
      ) : fact === undefined ? (
        <div className={css.field}>
          <Button onClick={() => setAnswer(firm.id, answers, question.fact, '无')}>{words.none}</Button>
          <Link to="/try" search={{ from: firm.id }} className={css.link}>
            {words.haveSome}
          </Link>
        </div>
      ) : (
        <AnswerField
          key={question.fact}
          fact={fact}
          year={year ?? null}
          onAnswer={(value) => setAnswer(firm.id, answers, question.fact, value)}
        />
      )}
      {askable.length > 1 ? (
        <Button look="text" onClick={() => setSkipped((skipped + 1) % askable.length)}>
          {words.skip}
        </Button>
      ) : null}
    </section>
  );
};
