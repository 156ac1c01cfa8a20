// The theme of an item as the page calls it; addresses keep the Chinese one in every language.
import type { ItemSummary } from '#contract/catalogue.ts';
import type { Language } from '#contract/texts.ts';

export const themeName = ({ theme, themeEn }: Pick<ItemSummary, 'theme' | 'themeEn'>, language: Language): string =>
  language === 'zh' ? theme : (themeEn ?? theme);
