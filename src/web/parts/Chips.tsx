// One choice of a few, each a button that shows whether it is the one. The choice itself lives in the address.
import css from './Chips.module.css';

export type Chip = { readonly value: string; readonly word: string; readonly count?: number };

type Props = {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export const Chips = ({ label, chips, value, onChange }: Props) => (
  <fieldset className={css.chips}>
    <legend>{label}</legend>
    {chips.map((chip) => (
      <button key={chip.value} type="button" aria-pressed={chip.value === value} onClick={() => onChange(chip.value)}>
        {chip.word}
        {chip.count === undefined ? null : <span className={css.count}> {chip.count}</span>}
      </button>
    ))}
  </fieldset>
);
