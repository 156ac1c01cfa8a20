// A value of a choice as it is called on the page; the file keeps the Chinese one in every language.
import type { FactView } from '#contract/catalogue.ts';
import { useLanguage } from '#web/words/use-words.ts';

/** The label of a value of this fact. */
export const useValueLabel = (): ((fact: Pick<FactView, 'labels'>, value: string) => string) => {
  const language = useLanguage();
  return (fact, value) => (language === 'zh' ? value : (fact.labels[value] ?? value));
};
