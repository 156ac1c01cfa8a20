// A void: stands where something was written that could not be read, so that the rest can be. Its problem has been reported.
import type { Place } from '#rules/packs/rulebook.ts';
import type { Noted, NotedScalar } from './noted.ts';

/** True for a void's place: it stands nowhere, and nothing is reported there. */
export const isVoid = (place: Place): boolean => place.line === 0;

export const voidPlace = (file: string): Place => ({ file, line: 0, column: 0 });

export const voidScalar = (file: string): NotedScalar => ({
  kind: 'scalar',
  text: '',
  quoted: false,
  place: voidPlace(file),
});

/** Every scalar and key in it, voids left out. */
export const textsIn = (noted: Noted | null): readonly string[] => {
  if (noted === null) return [];
  if (noted.kind === 'scalar') return noted.text === '' ? [] : [noted.text];
  if (noted.kind === 'list') return noted.items.flatMap(textsIn);
  return noted.entries.flatMap(({ key, value }) => [key, ...textsIn(value)]);
};
