// What is chosen to compare, at the foot of the window while something is.
import { useNavigate } from '@tanstack/react-router';
import { Button } from '#web/parts/Button.tsx';
import { itemsWords } from '#web/words/items.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './Chosen.module.css';

type Props = { readonly ids: readonly string[]; readonly onClear: () => void };

export const Chosen = ({ ids, onClear }: Props) => {
  const words = useWords(itemsWords);
  const navigate = useNavigate();
  const [a, b] = ids;
  return (
    <div aria-live="polite" className={ids.length === 0 ? 'unseen' : `${css.bar} screen-only`}>
      {ids.length === 0 ? null : (
        <>
          <span>{words.chosen(ids.length)}</span>
          {a === undefined || b === undefined ? null : (
            <Button look="primary" onClick={() => void navigate({ to: '/compare', search: { a, b } })}>
              {words.compare}
            </Button>
          )}
          <Button onClick={onClear}>{words.unchoose}</Button>
        </>
      )}
    </div>
  );
};
