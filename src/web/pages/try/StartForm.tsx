// The short form: a few facts of the dictionary that most rules look at first. What is typed stays over a reload.
import { useQuery } from '@tanstack/react-query';
import { Button } from '#web/parts/Button.tsx';
import { Input } from '#web/parts/Input.tsx';
import { useState } from 'react';
import type { FactView } from '#contract/catalogue.ts';
import { asYaml } from '#web/data/as-yaml.ts';
import { factsQuery } from '#web/data/api.ts';
import { useFactLabel } from '#web/data/fact-label.ts';
import { useValueLabel } from '#web/data/value-label.ts';
import { saveFilled, useFilled, type Filled } from '#web/data/session.ts';
import { fieldsOf, fileOf, type Field } from '#web/data/start-form.ts';
import { ErrorState, Loading } from '#web/parts/states.tsx';
import { itemWords } from '#web/words/item.ts';
import { tryWords } from '#web/words/try.ts';
import { useWords } from '#web/words/use-words.ts';
import { Problems } from './Problems.tsx';
import css from './StartForm.module.css';
import { useCheck } from './use-check.ts';

const noCells: ReadonlyMap<number, string> = new Map();

type ControlProps = {
  readonly id: string;
  readonly fact: FactView;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const Control = ({ id, fact, value, onChange }: ControlProps) => {
  const words = useWords(tryWords);
  const item = useWords(itemWords);
  const valueLabel = useValueLabel();
  const values = fact.kind === 'boolean' ? [item.yes, item.no] : fact.values;
  if (fact.kind === 'boolean' || fact.kind === 'tree' || fact.kind === 'ordered' || fact.kind === 'choice')
    return (
      <select id={id} className={css.native} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.unknown}</option>
        {values.map((each, index) => (
          // The file says 是 and 否 in every language.
          <option key={each} value={fact.kind === 'boolean' ? ['是', '否'][index] : each}>
            {valueLabel(fact, each)}
          </option>
        ))}
      </select>
    );
  return (
    <span className={css.number}>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span>{item.unit(fact.kind, fact.unit)}</span>
    </span>
  );
};

const Row = ({
  field,
  filled,
  onFill,
}: {
  readonly field: Field;
  readonly filled: Filled;
  readonly onFill: (id: string, value: string) => void;
}) => {
  const words = useWords(tryWords);
  const label = useFactLabel();
  const { id, fact, year } = field;
  const name = label(fact.path);
  return (
    <div className={css.row}>
      <label htmlFor={`start ${id}`}>{year === null ? name : words.ofYear(name, year)}</label>
      <Control id={`start ${id}`} fact={fact} value={filled[id] ?? ''} onChange={(value) => onFill(id, value)} />
      {fact.note === null ? null : (
        <p className="quiet small aside" lang="zh-CN">
          {fact.note}
        </p>
      )}
    </div>
  );
};

const Form = ({ facts }: { readonly facts: readonly FactView[] }) => {
  const words = useWords(tryWords);
  const filled = useFilled();
  const check = useCheck();
  const [thisYear] = useState(() => new Date().getFullYear());
  const fields = fieldsOf(facts, thisYear);
  const fill = (id: string, value: string) => saveFilled({ ...filled, [id]: value });
  const about = [
    { id: 'name', label: words.name },
    { id: 'creditCode', label: words.code },
  ];
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(asYaml(fileOf(fields, filled)));
      }}
    >
      {about.map(({ id, label }) => (
        <div key={id} className={css.row}>
          <label htmlFor={`start ${id}`}>{label}</label>
          <Input
            id={`start ${id}`}
            autoComplete="off"
            value={filled[id] ?? ''}
            onChange={(event) => fill(id, event.target.value)}
          />
        </div>
      ))}
      {fields.map((field) => (
        <Row key={field.id} field={field} filled={filled} onFill={fill} />
      ))}
      <div>
        <Button look="primary" submits busy={check.isPending}>
          {words.submit}
        </Button>
        <p className="quiet small">{words.after}</p>
      </div>
      <Problems error={check.error} text="" cells={noCells} onGo={null} />
    </form>
  );
};

export const StartForm = () => {
  const facts = useQuery(factsQuery);
  const words = useWords(tryWords);
  if (facts.isPending) return <Loading what={words.form} rows={6} />;
  if (facts.isError) return <ErrorState error={facts.error} retry={() => void facts.refetch()} />;
  return <Form facts={facts.data} />;
};
