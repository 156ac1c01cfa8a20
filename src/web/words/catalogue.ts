// Every text of the web app stands in src/web/words, in both languages side by side: a text that lacks one does not compile.

export type Language = 'zh' | 'en';

/** A text, a text made from values, or a group of texts. */
export type Text = string | ((...values: never[]) => string) | { readonly [name: string]: Text };

export type Catalogue<T> = { readonly zh: T; readonly en: T };

/** Pairs the two languages; the Chinese decides which texts there are, the English must have each of them. */
export const inBoth = <T extends { readonly [name: string]: Text }>(words: {
  readonly zh: T;
  readonly en: NoInfer<T>;
}): Catalogue<T> => words;
