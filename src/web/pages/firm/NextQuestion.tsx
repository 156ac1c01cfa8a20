// The question whose answer decides most, with a field of the right kind. 不知道 goes on to the next one.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Assessment } from '#contract/assessment.ts';
import { canAnswer } from '#web/data/answers.ts';
import { shortMoney } from '#web/data/money.ts';
import { factLabel } from '#web/data/words.ts';
import { AnswerField } from './AnswerField.tsx';
import css from './NextQuestion.module.css';
import { setAnswer, type FirmState } from './use-firm.ts';

type Question = Assessment['questions'][number];

const worth = ({ decides, alone, worth: { high } }: Question): string => {
  const money = high === null ? '金额没有上限' : BigInt(high) > 0n ? `涉及资金至多 ${shortMoney(high)}` : null;
  const parts = [`关系到 ${decides} 项`, alone > 0 ? `答了就能定 ${alone} 项` : null, money];
  return parts.filter((part) => part !== null).join('，');
};

type Props = { readonly state: Extract<FirmState, { kind: 'ready' }> };

export const NextQuestion = ({ state }: Props) => {
  const { firm, assessment, facts, answers } = state;
  const [skipped, setSkipped] = useState(0);
  const askable = assessment.questions.filter(
    (question) => canAnswer(firm.file, question.fact.split('@')[0] ?? '') && !(question.fact in answers),
  );
  const question = askable[skipped];
  if (question === undefined) return null;
  const [path = '', year] = question.fact.split('@');
  const fact = facts.find((each) => each.path === path);
  return (
    <section className={`${css.card} screen-only`} aria-labelledby="next-question">
      <div className={css.ask}>
        <h2 id="next-question" className={css.title}>
          <span className={css.kicker}>下一问</span>
          {fact === undefined
            ? `有没有${factLabel(question.fact)}？`
            : `${factLabel(question.fact)}${fact.kind === 'boolean' ? '，是还是否？' : '是多少？'}`}
        </h2>
        <p className="quiet small">
          {worth(question)}
          {fact === undefined || fact.note === null ? '' : `。${fact.note}`}
        </p>
      </div>
      {fact === undefined ? (
        <div className={css.field}>
          <Button onClick={() => setAnswer(firm.id, answers, question.fact, '无')}>没有</Button>
          <Link to="/try" search={{ from: firm.id }} className={css.link}>
            有，去补充资料
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
        <Button type="text" onClick={() => setSkipped((skipped + 1) % askable.length)}>
          不知道，换一问
        </Button>
      ) : null}
    </section>
  );
};
