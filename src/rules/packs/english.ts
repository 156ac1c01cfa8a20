// The English of names: values, places, indicators, authorities, points that are not published. Shown, never compared.
import { report, type Bench } from './bench.ts';
import type { Loaded } from './files.ts';

const han = /\p{Script=Han}/u;

/** Names and their English over all packs; what builds on another pack may say a name in its own way. */
export const readEnglish = (bench: Bench, files: readonly Loaded<'english'>[]): ReadonlyMap<string, string> => {
  const english = new Map<string, string>();
  for (const { key, value } of files.flatMap(({ shape }) => shape)) {
    if (han.test(value.text))
      report(bench, value.place, 'not-english', '英文里有汉字', { found: value.text, remedy: '请写英文' });
    else english.set(key.text, value.text);
  }
  return english;
};
