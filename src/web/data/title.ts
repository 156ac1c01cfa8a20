// The title of the browser tab.
import { useEffect } from 'react';
import { shellWords } from '#web/words/shell.ts';
import { useWords } from '#web/words/use-words.ts';

export const usePageTitle = (title: string | null): void => {
  const { name } = useWords(shellWords);
  useEffect(() => {
    document.title = title === null ? name : `${title} · ${name}`;
  }, [title, name]);
};
