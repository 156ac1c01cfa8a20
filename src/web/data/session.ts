// What a person typed, kept for as long as the tab is open: the answers to questions and a file of their own. Never sent
// anywhere but to be assessed; a browser that refuses storage keeps it until the page is left.
import { useSyncExternalStore } from 'react';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import type { Answers } from './answers.ts';

const prefix = 'tihang.';
const memory = new Map<string, unknown>();
const listeners = new Set<() => void>();

const load = (key: string): unknown => {
  if (memory.has(key)) return memory.get(key);
  let value: unknown = null;
  try {
    value = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null');
  } catch {
    // Storage is off, or holds what this version cannot read: start empty.
  }
  memory.set(key, value);
  return value;
};

const save = (key: string, value: unknown): void => {
  memory.set(key, value);
  try {
    if (value === null) sessionStorage.removeItem(prefix + key);
    else sessionStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is off or full: the memory copy serves this page.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const useStored = (key: string): unknown => useSyncExternalStore(subscribe, () => load(key));

/** The id of the firm that the person brought along. */
export const ownId = 'own';

export type OwnFirm = { readonly text: string; readonly file: EnterpriseFile };

// Both kinds of value are written by this module only.
export const useOwnFirm = (): OwnFirm | null => useStored('own') as OwnFirm | null;
export const saveOwnFirm = (firm: OwnFirm): void => save('own', firm);

export const useDraft = (): string => (useStored('draft') as string | null) ?? '';
export const saveDraft = (text: string): void => save('draft', text === '' ? null : text);

/** What stands in the short form, by fact or fact@year. */
export type Filled = { readonly [field: string]: string };
const nothingFilled: Filled = {};
export const useFilled = (): Filled => (useStored('form') as Filled | null) ?? nothingFilled;
export const saveFilled = (filled: Filled): void => save('form', filled);

const noAnswers: Answers = {};
export const useAnswers = (firm: string): Answers => (useStored(`answers.${firm}`) as Answers | null) ?? noAnswers;
export const saveAnswers = (firm: string, answers: Answers): void =>
  save(`answers.${firm}`, Object.keys(answers).length === 0 ? null : answers);
