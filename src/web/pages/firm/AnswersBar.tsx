// What was answered on this page: said openly, each answer can be taken back, and a refused one says why.
import { Button } from '#web/parts/Button.tsx';
import { ApiProblem } from '#web/data/api.ts';
import type { Answers } from '#web/data/answers.ts';
import { saveAnswers } from '#web/data/session.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import css from './AnswersBar.module.css';
import { setAnswer, type Firm } from './use-firm.ts';

const Refused = ({ error }: { readonly error: Error }) => {
  const words = useWords(firmWords);
  const language = useLanguage();
  const findings = error instanceof ApiProblem ? error.problem.problems : [];
  return (
    <div role="alert" className={css.refused}>
      <p>{findings.length > 0 ? words.refused : words.notReached}</p>
      {findings.map((finding) => (
        <p key={`${finding.code} ${finding.message}`}>
          {finding.message}
          {finding.expected === null ? '' : words.expected(finding.expected)}
          {finding.remedy === null ? '' : words.remedy(finding.remedy)}
        </p>
      ))}
      {findings.length === 0 ? (
        <p>
          {error instanceof ApiProblem
            ? language === 'zh'
              ? error.problem.todo
              : error.problem.todoEn
            : error.message}
        </p>
      ) : null}
    </div>
  );
};

type Props = { readonly firm: Firm; readonly answers: Answers; readonly refused: Error | null };

export const AnswersBar = ({ firm, answers, refused }: Props) => {
  const words = useWords(firmWords);
  const { listOf } = useWords(codeWords);
  const factLabel = useFactLabel();
  const shown = (value: Answers[string]): string => (Array.isArray(value) ? listOf(value) : String(value));
  const given = Object.entries(answers);
  if (given.length === 0) return refused === null ? null : <Refused error={refused} />;
  return (
    <section className={css.bar} aria-label={words.given}>
      <p>{words.givenCount(given.length)}</p>
      <ul>
        {given.map(([fact, value]) => (
          <li key={fact}>
            {factLabel(fact)}
            {words.colon}
            <strong>{shown(value)}</strong>
            <Button look="text" className="screen-only" onClick={() => setAnswer(firm.id, answers, fact, null)}>
              {words.takeBack}
              <span className="unseen">{factLabel(fact)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {given.length > 1 ? (
        <Button look="text" className="screen-only" onClick={() => saveAnswers(firm.id, {})}>
          {words.takeAllBack}
        </Button>
      ) : null}
      {refused === null ? null : <Refused error={refused} />}
    </section>
  );
};
