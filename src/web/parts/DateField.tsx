// A date to choose: the browser's own input, which speaks the reader's language and costs no script. A half-typed date is not sent.
import { useId } from 'react';
import css from './DateField.module.css';

type Props = { readonly label: string; readonly value: string; readonly onDate: (date: string) => void };

export const DateField = ({ label, value, onDate }: Props) => {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        key={value}
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        defaultValue={value}
        onChange={(event) => {
          if (event.target.validity.valid && event.target.value !== '') onDate(event.target.value);
        }}
      />
    </div>
  );
};
