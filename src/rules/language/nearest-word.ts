// The known word that an unknown one most likely meant.
import { nearestName } from '#rules/facts/nearest.ts';
import { foldName } from './characters.ts';

const bigramsOf = (text: string): ReadonlySet<string> => {
  const letters = [...foldName(text)];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`));
};

/** Share of common neighbours, 0 to 1 (Dice). */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
};

/** A word that differs in few letters; else the one that shares at least half of its neighbouring pairs; else null. */
export const nearestWord = (text: string, candidates: readonly string[]): string | null => {
  const slip = nearestName(text, candidates);
  if (slip !== null) return slip;
  const wanted = bigramsOf(text);
  let best: { readonly word: string; readonly likeness: number } | null = null;
  for (const word of candidates) {
    const score = likeness(wanted, bigramsOf(word));
    if (score >= 0.5 && score > (best?.likeness ?? 0)) best = { word, likeness: score };
  }
  return best?.word ?? null;
};
