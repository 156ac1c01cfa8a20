// How a reader wants the site: language, light or dark, large type. Kept in this browser; a link may ask for a language once.
import { useSyncExternalStore } from 'react';
import type { Language } from '#contract/texts.ts';

export type Appearance = 'system' | 'light' | 'dark';
export type Preferences = {
  readonly language: Language;
  readonly appearance: Appearance;
  /** 适老化: larger type, more space, nothing but the task. */
  readonly large: boolean;
};

const key = 'tihang.preferences';
const usual: Preferences = { language: 'zh', appearance: 'system', large: false };
const listeners = new Set<() => void>();

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | null =>
  known.find((each) => each === value) ?? null;

const read = (): Partial<Record<keyof Preferences, unknown>> => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {}; // storage is off, or holds what this version cannot read
  }
};

const start = (): Preferences => {
  const stored = read();
  const asked = oneOf(new URLSearchParams(location.search).get('lang'), ['zh', 'en']);
  return {
    language: asked ?? oneOf(stored.language, ['zh', 'en']) ?? usual.language,
    appearance: oneOf(stored.appearance, ['system', 'light', 'dark']) ?? usual.appearance,
    large: stored.large === true,
  };
};

let current = start();
const system = window.matchMedia('(prefers-color-scheme: dark)');

const isDarkNow = (): boolean => current.appearance === 'dark' || (current.appearance === 'system' && system.matches);

/** The page itself wears them: styles hang on `data-theme` and `data-type`, screen readers on `lang`. */
const wear = (): void => {
  const page = document.documentElement;
  page.lang = current.language === 'zh' ? 'zh-CN' : 'en';
  page.dataset['theme'] = isDarkNow() ? 'dark' : 'light';
  page.dataset['type'] = current.large ? 'large' : 'usual';
};

const tell = (): void => {
  wear();
  for (const listener of listeners) listener();
};

wear();
system.addEventListener('change', tell);

export const choose = (changed: Partial<Preferences>): void => {
  current = { ...current, ...changed };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Storage is off or full: the choice holds until the page is left.
  }
  tell();
};

export const currentLanguage = (): Language => current.language;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
