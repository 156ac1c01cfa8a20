// Pinyin of a name, so that 设备 is found by shebei and by sb, from any syllable on.
import { pinyin } from 'pinyin-pro';

/** One character with how it is typed: its syllable, or itself where it is a letter or digit. */
export type Typed = { readonly at: number; readonly syllable: string; readonly initial: string };

/** The characters of a text that can be typed on a Latin keyboard; signs are left out. */
export const typedOf = (text: string): readonly Typed[] => {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
  let at = 0;
  return syllables.flatMap((syllable, index): readonly Typed[] => {
    const character = [...text][index] ?? '';
    const place = at;
    at += character.length;
    const written = syllable.normalize('NFKC').toLowerCase();
    return /^[a-z0-9]+$/.test(written) ? [{ at: place, syllable: written, initial: written.charAt(0) }] : [];
  });
};

const joinedFrom = (typed: readonly Typed[], start: number, part: 'syllable' | 'initial'): string =>
  typed
    .slice(start)
    .map((each) => each[part])
    .join('');

/** What may be typed to find a text by its sounds: whole syllables and initials, from each character on. */
export const typings = (typed: readonly Typed[]): readonly string[] => [
  ...new Set(typed.flatMap((_, start) => [joinedFrom(typed, start, 'syllable'), joinedFrom(typed, start, 'initial')])),
];

/** The characters that the typed letters stand for; null when they stand for none. */
export const spelled = (typed: readonly Typed[], letters: string): readonly [number, number] | null => {
  for (const part of ['syllable', 'initial'] as const)
    for (const [start, first] of typed.entries()) {
      let rest = letters;
      let end = start;
      while (rest !== '' && end < typed.length) {
        const sound = typed[end]?.[part] ?? '';
        if (!rest.startsWith(sound) && !sound.startsWith(rest)) break;
        rest = rest.slice(sound.length);
        end += 1;
      }
      if (rest === '') return [first.at, (typed[end - 1]?.at ?? first.at) + 1];
    }
  return null;
};
