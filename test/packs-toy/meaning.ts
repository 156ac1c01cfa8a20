// What a rulebook says, without where and how exactly it was written: equal for two files that mean the same.
import type { Rulebook } from '#rules/packs/rulebook.ts';

/** The whole rulebook as text; places, spans and source texts left out. */
export const meaningOf = (book: Rulebook): string =>
  JSON.stringify(book, (key, value: unknown) => {
    if (key === 'place' || key === 'span' || key === 'text') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    if (value instanceof Map) return [...value.entries()];
    return value instanceof Set ? [...value.values()] : value;
  });
