// A small calculator for one item: it asks what is still missing, one fact at a time, and shows the verdict and the arithmetic.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '#web/parts/Button.tsx';
import { useState } from 'react';
import type { ItemResult } from '#contract/assessment.ts';
import type { FactView, ItemView } from '#contract/catalogue.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { applyAnswers, blankFor, type Answers } from '#web/data/answers.ts';
import { evaluationQuery, factsQuery } from '#web/data/api.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { exactRange, rangeText } from '#web/data/money.ts';
import { AnswerField } from '#web/parts/AnswerField.tsx';
import { Money } from '#web/parts/Money.tsx';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { ConditionMark } from '#web/parts/VerdictMark.tsx';
import { codeWords } from '#web/words/codes.ts';
import { itemWords } from '#web/words/item.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './Calculator.module.css';

const Outcome = ({ result }: { readonly result: ItemResult }) => {
  const words = useWords(itemWords);
  const { verdicts } = useWords(codeWords);
  const language = useLanguage();
  const { amount } = result;
  const word = result.applies === false ? words.notAddressed : verdicts[result.verdict];
  return (
    <div className={css.outcome} aria-live="polite">
      <p>
        <ConditionMark verdict={result.verdict} word={word} />
      </p>
      {amount === null || result.verdict === 'ineligible' ? null : (
        <>
          <p className={css.amount}>
            <span className="unseen">{words.amount}</span>
            <Money range={amount} />
          </p>
          {rangeText(amount) === null ? null : (
            <p className="quiet small">{words.exact(exactRange(amount, language))}</p>
          )}
          {/* While several versions are possible, their steps side by side would only confuse. */}
          {amount.steps.length === 0 || result.version === null ? null : (
            <ol className={css.steps} aria-label={words.steps}>
              {amount.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </>
      )}
      {result.reasons.map(({ text }) => (
        <p key={text} className="quiet small">
          {text}
        </p>
      ))}
    </div>
  );
};

type AskProps = {
  readonly missing: readonly string[];
  readonly facts: readonly FactView[];
  readonly onAnswer: (fact: string, value: Answers[string]) => void;
};

const Ask = ({ missing, facts, onAnswer }: AskProps) => {
  const words = useWords(itemWords);
  const label = useFactLabel();
  const [skipped, setSkipped] = useState(0);
  const question = missing[skipped % Math.max(1, missing.length)];
  if (question === undefined) return <p className="quiet">{words.noMore}</p>;
  const [path = '', year] = question.split('@');
  const fact = facts.find((each) => each.path === path);
  return (
    <div className={css.ask}>
      <h3>
        <span className={css.kicker}>{words.next}</span> {words.ask(label(question), fact?.kind ?? 'text')}
      </h3>
      {fact === undefined ? (
        <p>
          {words.inFile}
          <Link to="/try">{words.toForm}</Link>
        </p>
      ) : (
        <AnswerField key={question} fact={fact} year={year ?? null} onAnswer={(value) => onAnswer(question, value)} />
      )}
      {missing.length > 1 ? (
        <Button look="text" onClick={() => setSkipped(skipped + 1)}>
          {words.skip}
        </Button>
      ) : null}
    </div>
  );
};

type GivenProps = { readonly answers: Answers; readonly onRemove: (fact: string | null) => void };

const Given = ({ answers, onRemove }: GivenProps) => {
  const words = useWords(itemWords);
  const label = useFactLabel();
  const given = Object.entries(answers);
  if (given.length === 0) return null;
  return (
    <div className={css.given}>
      <h3>{words.answered}</h3>
      <ul>
        {given.map(([fact, value]) => (
          <li key={fact}>
            {label(fact)}: <strong>{Array.isArray(value) ? value.join('、') : String(value)}</strong>
            <Button look="text" aria-label={words.remove(label(fact))} onClick={() => onRemove(fact)}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => onRemove(null)}>{words.restart}</Button>
    </div>
  );
};

const missingOf = ({ missing, amount }: ItemResult): readonly string[] => [
  ...new Set([...missing, ...(amount?.missing ?? [])]),
];

type BodyProps = { readonly item: ItemView; readonly facts: readonly FactView[] };

const Body = ({ item, facts }: BodyProps) => {
  const words = useWords(itemWords);
  const [answers, setAnswers] = useState<Answers>({});
  const file: EnterpriseFile = applyAnswers(blankFor(item.subject), answers, facts);
  const [pack = '', name = ''] = item.id.split('/');
  const found = useQuery({ ...evaluationQuery(pack, name, file), placeholderData: keepPreviousData });
  if (found.isPending) return <Loading what={words.calculating} rows={3} />;
  const remove = (fact: string | null) =>
    setAnswers(fact === null ? {} : Object.fromEntries(Object.entries(answers).filter(([key]) => key !== fact)));
  const result = found.data?.[0];
  return (
    <div className={css.body}>
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {result === undefined || found.isError ? null : (
        <>
          {Object.keys(answers).length === 0 ? null : <Outcome result={result} />}
          <Ask
            missing={missingOf(result)}
            facts={facts}
            onAnswer={(fact, value) => setAnswers({ ...answers, [fact]: value })}
          />
        </>
      )}
      <Given answers={answers} onRemove={remove} />
    </div>
  );
};

export const Calculator = ({ item }: { readonly item: ItemView }) => {
  const words = useWords(itemWords);
  const facts = useQuery(factsQuery);
  return (
    <section aria-labelledby="calculator" className="screen-only">
      <h2 id="calculator">{words.calculator}</h2>
      <p className="quiet small">{words.calculatorHint}</p>
      {facts.isPending ? (
        <Loading what={words.calculating} rows={3} />
      ) : facts.isError ? (
        <ErrorState error={facts.error} retry={() => void facts.refetch()} />
      ) : (
        <Body item={item} facts={facts.data} />
      )}
    </section>
  );
};
