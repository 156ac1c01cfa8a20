// The texts of a page in the language that its reader has chosen.
import { usePreferences } from '#web/data/preferences.ts';
import type { Catalogue, Language } from '#contract/texts.ts';

export const useWords = <T>(words: Catalogue<T>): T => words[usePreferences().language];

export const useLanguage = (): Language => usePreferences().language;
