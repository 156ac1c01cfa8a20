// A field for one line of text, as the browser makes it. Its label is the caller's.
import css from './Input.module.css';

export const Input = ({ className, ...rest }: React.ComponentProps<'input'>) => (
  <input {...rest} className={className === undefined ? css.input : `${css.input} ${className}`} />
);
