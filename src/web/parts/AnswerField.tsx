// A field for one fact: the kind of the fact decides the kind of field, and the unit is written beside it.
import { Link } from '@tanstack/react-router';
import { Button } from './Button.tsx';
import { Input } from './Input.tsx';
import { useId, useState } from 'react';
import type { FactView } from '#contract/catalogue.ts';
import type { AnswerValue } from '#web/data/answers.ts';
import { asWritten } from '#web/data/written.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { useValueLabel } from '#web/data/value-label.ts';
import { itemWords } from '#web/words/item.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './AnswerField.module.css';

type Props = { readonly fact: FactView; readonly year: string | null; readonly onAnswer: (value: AnswerValue) => void };

const Form = ({
  ready,
  onSubmit,
  children,
}: {
  readonly ready: boolean;
  readonly onSubmit: () => void;
  readonly children: React.ReactNode;
}) => {
  const { answer } = useWords(itemWords);
  return (
    <form
      className={css.field}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit();
      }}
    >
      {children}
      <Button look="primary" submits>
        {answer}
      </Button>
    </form>
  );
};

const Written = ({ fact, onAnswer }: Props) => {
  const id = useId();
  const [text, setText] = useState('');
  const numeric = ['money', 'ratio', 'number', 'integer', 'rank'].includes(fact.kind);
  const words = useWords(itemWords);
  const label = useFactLabel();
  const unit = words.unit(fact.kind, fact.unit);
  const answer = text.trim();
  return (
    <Form ready={answer !== ''} onSubmit={() => onAnswer(asWritten(fact, answer))}>
      <label className="unseen" htmlFor={id}>
        {words.withUnit(label(fact.path), unit)}
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
      {fact.kind === 'rank' ? words.place : unit}
      {fact.none || fact.kind === 'rank' ? <Button onClick={() => onAnswer('无')}>{words.none}</Button> : null}
    </Form>
  );
};

const Day = ({ fact, onAnswer }: Props) => {
  const id = useId();
  const [day, setDay] = useState('');
  const words = useWords(itemWords);
  const label = useFactLabel();
  return (
    <Form ready={day !== ''} onSubmit={() => onAnswer(day)}>
      <label className="unseen" htmlFor={id}>
        {label(fact.path)}
      </label>
      <input id={id} type="date" className={css.native} value={day} onChange={(event) => setDay(event.target.value)} />
      {fact.none ? <Button onClick={() => onAnswer('无')}>{words.none}</Button> : null}
    </Form>
  );
};

const Choice = ({ fact, onAnswer }: Props) => {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const words = useWords(itemWords);
  const label = useFactLabel();
  const valueLabel = useValueLabel();
  return (
    <Form ready={chosen !== ''} onSubmit={() => onAnswer(chosen)}>
      <label className="unseen" htmlFor={id}>
        {label(fact.path)}
      </label>
      <select id={id} className={css.native} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{words.choose}</option>
        {fact.values.map((value) => (
          <option key={value} value={value}>
            {valueLabel(fact, value)}
          </option>
        ))}
      </select>
    </Form>
  );
};

const Several = ({ fact, onAnswer }: Props) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const label = useFactLabel();
  const valueLabel = useValueLabel();
  return (
    <Form ready={chosen.length > 0} onSubmit={() => onAnswer(chosen)}>
      <fieldset className={css.several}>
        <legend className="unseen">{label(fact.path)}</legend>
        {fact.values.map((value) => (
          <label key={value} className={css.check}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            {valueLabel(fact, value)}
          </label>
        ))}
      </fieldset>
    </Form>
  );
};

const YesNo = ({ onAnswer }: Props) => {
  const words = useWords(itemWords);
  return (
    <div className={css.field}>
      <Button onClick={() => onAnswer('是')}>{words.yes}</Button>
      <Button onClick={() => onAnswer('否')}>{words.no}</Button>
    </div>
  );
};

const Elsewhere = () => {
  const words = useWords(itemWords);
  return (
    <p className="small">
      {words.severalRows}
      <Link to="/try">{words.toForm}</Link>
    </p>
  );
};

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
