// A fact as it is called on the page: its own name in Chinese, the dictionary's English words in English.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { factsQuery } from './api.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import { codeWords } from '#web/words/codes.ts';

export type FactLabel = (fact: string) => string;

/** The dictionary is asked for only where names are not the ids themselves. */
export const useFactLabel = (): FactLabel => {
  const language = useLanguage();
  const words = useWords(codeWords);
  const { data } = useQuery({ ...factsQuery, enabled: language !== 'zh' });
  return useMemo(() => {
    const names = new Map((data ?? []).map((fact) => [fact.path, fact.en] as const));
    return (fact) => words.fact(fact, (path) => names.get(path) ?? path);
  }, [data, words]);
};
