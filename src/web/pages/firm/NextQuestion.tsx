// The question whose answer decides most, with a field of the right kind. 不知道 goes on to the next one.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Assessment } from '#contract/assessment.ts';
import type { FactView } from '#contract/catalogue.ts';
import { canAnswer } from '#web/data/answers.ts';
import { shortMoney } from '#web/data/money.ts';
import { factLabel } from '#web/data/words.ts';
import { AnswerField } from '#web/parts/AnswerField.tsx';
import css from './NextQuestion.module.css';
import { setAnswer, type Firm, type FirmState } from './use-firm.ts';

type Question = Assessment['questions'][number];

const worth = ({ decides, alone, worth: { high } }: Question): string => {
  const money = high === null ? '涉及的金额还定不下来' : BigInt(high) > 0n ? `涉及资金至多 ${shortMoney(high)}` : null;
  const parts = [`关系到 ${decides} 项`, alone > 0 ? `答了也许就能定 ${alone} 项` : null, money];
  return parts.filter((part) => part !== null).join('，');
};

const askWords: { readonly [kind in FactView['kind']]: string } = {
  money: '是多少？',
  ratio: '是多少？',
  number: '是多少？',
  integer: '是多少？',
  duration: '是多长？',
  rank: '是第几？',
  date: '是哪一天？',
  boolean: '，是还是否？',
  choice: '是哪一种？',
  ordered: '到了哪一级？',
  set: '有哪些？',
  tree: '在哪里？',
  text: '是什么？',
  list: '有哪些？',
};

const titleOf = (question: string, fact: FactView | undefined): string => {
  const label = factLabel(question);
  if (fact === undefined) return `${label}？`;
  return `${label}${fact.kind === 'tree' && fact.tree !== '行政区划' ? '是哪一类？' : askWords[fact.kind]}`;
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
  const [skipped, setSkipped] = useState(0);
  const askable = assessment.questions.filter(
    (question) => canAnswer(firm.file, question.fact.split('@')[0] ?? '') && !(question.fact in answers),
  );
  const question = askable[skipped];
  if (question === undefined) return null;
  const [path = '', year] = question.fact.split('@');
  const fact = facts.find((each) => each.path === path);
  const said = saidAlready(firm.file, fact, year);
  return (
    <section className={`${css.card} screen-only`} aria-labelledby="next-question">
      <div className={css.ask}>
        <h2 id="next-question" className={css.title}>
          <span className={css.kicker}>下一问</span>
          {titleOf(question.fact, fact)}
        </h2>
        <p className="quiet small">
          {worth(question)}
          {fact === undefined || fact.note === null ? '' : `。${fact.note}`}
          {said === null ? '' : `。资料里写的是「${said}」，还不够具体`}
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
