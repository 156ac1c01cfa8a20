// A field for one fact: the kind of the fact decides the kind of field, and the unit is written beside it.
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FactView } from '#contract/catalogue.ts';
import type { AnswerValue } from '#web/data/answers.ts';
import css from './AnswerField.module.css';

type Props = { readonly fact: FactView; readonly year: string | null; readonly onAnswer: (value: AnswerValue) => void };

const unitOf = (fact: FactView): string | null => {
  if (fact.kind === 'money') return '万元';
  if (fact.kind === 'ratio') return '%';
  return fact.unit === '月' ? '个月' : fact.unit;
};

const asWritten = (fact: FactView, text: string): string =>
  fact.kind === 'money' || fact.kind === 'ratio' ? `${text}${unitOf(fact)}` : text;

const Form = ({
  ready,
  onSubmit,
  children,
}: {
  readonly ready: boolean;
  readonly onSubmit: () => void;
  readonly children: React.ReactNode;
}) => (
  <form
    className={css.field}
    onSubmit={(event) => {
      event.preventDefault();
      if (ready) onSubmit();
    }}
  >
    {children}
    <Button type="primary" htmlType="submit">
      回答
    </Button>
  </form>
);

const Written = ({ fact, onAnswer }: Props) => {
  const id = useId();
  const [text, setText] = useState('');
  const numeric = ['money', 'ratio', 'number', 'integer', 'rank'].includes(fact.kind);
  const unit = unitOf(fact);
  const answer = text.trim().replaceAll(',', '');
  return (
    <Form ready={answer !== ''} onSubmit={() => onAnswer(asWritten(fact, answer))}>
      <label className="unseen" htmlFor={id}>
        {fact.name}
        {unit === null ? '' : `（${unit}）`}
      </label>
      <span className={css.input}>
        <Input
          id={id}
          value={text}
          inputMode={numeric ? 'decimal' : 'text'}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </span>
      {fact.kind === 'rank' ? '名' : unit}
      {fact.none || fact.kind === 'rank' ? <Button onClick={() => onAnswer('无')}>没有</Button> : null}
    </Form>
  );
};

const Day = ({ fact, onAnswer }: Props) => {
  const id = useId();
  const [day, setDay] = useState('');
  return (
    <Form ready={day !== ''} onSubmit={() => onAnswer(day)}>
      <label className="unseen" htmlFor={id}>
        {fact.name}
      </label>
      <input id={id} type="date" className={css.native} value={day} onChange={(event) => setDay(event.target.value)} />
      {fact.none ? <Button onClick={() => onAnswer('无')}>没有</Button> : null}
    </Form>
  );
};

const Choice = ({ fact, onAnswer }: Props) => {
  const id = useId();
  const [chosen, setChosen] = useState('');
  return (
    <Form ready={chosen !== ''} onSubmit={() => onAnswer(chosen)}>
      <label className="unseen" htmlFor={id}>
        {fact.name}
      </label>
      <select id={id} className={css.native} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">请选择</option>
        {fact.values.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </Form>
  );
};

const Several = ({ fact, onAnswer }: Props) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Form ready={chosen.length > 0} onSubmit={() => onAnswer(chosen)}>
      <fieldset className={css.several}>
        <legend className="unseen">{fact.name}</legend>
        {fact.values.map((value) => (
          <label key={value} className={css.check}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            {value}
          </label>
        ))}
      </fieldset>
    </Form>
  );
};

const YesNo = ({ onAnswer }: Props) => (
  <div className={css.field}>
    <Button onClick={() => onAnswer('是')}>是</Button>
    <Button onClick={() => onAnswer('否')}>否</Button>
  </div>
);

const Elsewhere = () => (
  <p className="small">
    这一项有多行，请在<Link to="/try">资料</Link>里补充。
  </p>
);

export const AnswerField = (props: Props) => {
  const { fact } = props;
  switch (fact.kind) {
    case 'boolean':
      return <YesNo {...props} />;
    case 'date':
      return <Day {...props} />;
    case 'choice':
    case 'ordered':
    case 'tree':
      return fact.values.length > 0 ? <Choice {...props} /> : <Written {...props} />;
    case 'set':
      return fact.values.length > 0 ? <Several {...props} /> : <Written {...props} />;
    case 'list':
      return <Elsewhere />;
    default:
      return <Written {...props} />;
  }
};
