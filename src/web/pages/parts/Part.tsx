// One part under its name.
import { useId } from 'react';
import css from './PartsPage.module.css';

type Props = { readonly name: string; readonly wide?: boolean; readonly children: React.ReactNode };

export const Part = ({ name, wide = false, children }: Props) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.part}>
      <h2 id={id}>{name}</h2>
      <div className={wide ? css.column : css.row}>{children}</div>
    </section>
  );
};
