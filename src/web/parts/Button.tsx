// A button, as the browser makes it: one way of looking for each weight, 44 px to touch, busy while its work is under way.
import css from './Button.module.css';

type Props = Omit<React.ComponentProps<'button'>, 'type'> & {
  /** primary: the one thing to do here; text: beside the point. */
  readonly look?: 'primary' | 'usual' | 'text';
  readonly submits?: boolean;
  /** Its work is under way: it cannot be pressed again, and says so. */
  readonly busy?: boolean;
};

export const Button = ({ look = 'usual', submits = false, busy = false, className, onClick, ...rest }: Props) => (
  <button
    {...rest}
    // eslint-disable-next-line react/button-has-type -- either of the two, never left out
    type={submits ? 'submit' : 'button'}
    className={[css.button, css[look], className].filter((each) => each !== undefined).join(' ')}
    aria-busy={busy}
    aria-disabled={busy}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.(event);
    }}
  />
);
