// Texts for people, in both languages side by side: one that lacks its English does not compile. The web's stand in src/web/words, those of
// pages that the server makes in src/server/words.

export type Language = 'zh' | 'en';

/** A text, a text made from values, or a group of texts. */
export type Text = string | ((...values: never[]) => string) | { readonly [name: string]: Text };

export type Catalogue<T> = { readonly zh: T; readonly en: T };

/** Pairs the two languages; the Chinese decides which texts there are, the English must have each of them. */
export const inBoth = <T extends { readonly [name: string]: Text }>(words: {
  readonly zh: T;
  readonly en: NoInfer<T>;
}): Catalogue<T> => words;
