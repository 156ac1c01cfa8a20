// Turns a noted YAML tree into plain data that zod can read, without losing where each thing stands.
import type { Noted, NotedMap } from '#rules/yaml/noted.ts';
import type { Place } from '#rules/packs/rulebook.ts';

/** Where a mapping and its keys stand; `lost` as in NotedMap. */
export type Origin = {
  readonly place: Place;
  readonly keys: ReadonlyMap<string, Place>;
  readonly lost: ReadonlySet<string>;
};

/** True when the author may have written the key, but it could not be read: its absence proves nothing. */
export const mayHave = ({ '@': origin }: { readonly '@'?: Origin }, key: string): boolean =>
  origin !== undefined && (origin.lost.has(key) || origin.lost.has('*'));

/** The hidden key under which a mapping carries its origin. Not enumerable, so strict shapes do not see an unknown key. */
export const originKey = '@';

const nothing: ReadonlySet<string> = new Set();

const mapData = (map: NotedMap): object => {
  const data: Record<string, unknown> = {};
  const keys = new Map<string, Place>();
  for (const entry of map.entries) {
    // A key without a value becomes null: no shape accepts null, so it is an error wherever it is read.
    data[entry.key] = entry.value === null ? null : toData(entry.value);
    keys.set(entry.key, entry.keyPlace);
  }
  const origin: Origin = { place: map.place, keys, lost: map.lost ?? nothing };
  Object.defineProperty(data, originKey, { value: origin, enumerable: false });
  return data;
};

/** Mappings become objects with a hidden origin, lists arrays; scalars stay as they are, with their source text and place. */
export const toData = (noted: Noted): unknown => {
  switch (noted.kind) {
    case 'scalar':
      return noted;
    case 'list':
      return noted.items.map(toData);
    case 'map':
      return mapData(noted);
  }
};
