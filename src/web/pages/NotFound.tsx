// An address that leads nowhere: said plainly, with three ways on.
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '#web/data/title.ts';
import { EmptyState } from '#web/parts/states.tsx';
import { itemsWords } from '#web/words/items.ts';
import { stateWords } from '#web/words/states.ts';
import { useWords } from '#web/words/use-words.ts';

export const NotFound = () => {
  const words = useWords(stateWords);
  const { toItems } = useWords(itemsWords);
  usePageTitle(words.notFound);
  return (
    <>
      <h1 className="unseen">{words.notFound}</h1>
      <EmptyState title={words.notFound}>
        {words.notFoundTodo} <Link to="/">{words.toHome}</Link> <Link to="/items">{toItems}</Link>
      </EmptyState>
    </>
  );
};
