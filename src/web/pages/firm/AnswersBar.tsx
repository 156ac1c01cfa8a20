// What was answered on this page: said openly, each answer can be taken back, and a refused one says why.
import { Button } from 'antd';
import { ApiProblem } from '#web/data/api.ts';
import type { Answers } from '#web/data/answers.ts';
import { saveAnswers } from '#web/data/session.ts';
import { factLabel } from '#web/data/words.ts';
import css from './AnswersBar.module.css';
import { setAnswer, type Firm } from './use-firm.ts';

const shown = (value: Answers[string]): string => (Array.isArray(value) ? value.join('、') : String(value));

const Refused = ({ error }: { readonly error: Error }) => {
  const findings = error instanceof ApiProblem ? error.problem.problems : [];
  return (
    <div role="alert" className={css.refused}>
      <p>{findings.length > 0 ? '刚才的回答没有被接受，下面仍是之前的结果。' : '没有取到新的结果，下面仍是之前的。'}</p>
      {findings.map((finding) => (
        <p key={`${finding.code} ${finding.message}`}>
          {finding.message}
          {finding.expected === null ? '' : `，应为 ${finding.expected}`}
          {finding.remedy === null ? '' : `。${finding.remedy}`}
        </p>
      ))}
      {findings.length === 0 ? <p>{error instanceof ApiProblem ? error.problem.todo : error.message}</p> : null}
    </div>
  );
};

type Props = { readonly firm: Firm; readonly answers: Answers; readonly refused: Error | null };

export const AnswersBar = ({ firm, answers, refused }: Props) => {
  const given = Object.entries(answers);
  if (given.length === 0) return refused === null ? null : <Refused error={refused} />;
  return (
    <section className={css.bar} aria-label="你补充的资料">
      <p>结果里含有你补充的 {given.length} 项资料，只留在这个标签页里：</p>
      <ul>
        {given.map(([fact, value]) => (
          <li key={fact}>
            {factLabel(fact)}：<strong>{shown(value)}</strong>
            <Button
              type="text"
              size="small"
              className="screen-only"
              onClick={() => setAnswer(firm.id, answers, fact, null)}
            >
              撤回<span className="unseen">{factLabel(fact)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {given.length > 1 ? (
        <Button type="text" size="small" className="screen-only" onClick={() => saveAnswers(firm.id, {})}>
          全部撤回
        </Button>
      ) : null}
      {refused === null ? null : <Refused error={refused} />}
    </section>
  );
};
