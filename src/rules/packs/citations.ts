// Which clauses a rule stands on. A file may put its clauses on top for all its entries; an entry keeps those it cites.
import type { Clause } from './rulebook.ts';

/** Facts and documents cite for themselves, and places cite nothing. */
const notEntered: ReadonlySet<string> = new Set(['fact', 'by', 'helps', 'feeds', 'result', 'document', 'place']);

const collect = (value: unknown, shelf: ReadonlySet<unknown>, found: Set<unknown>): void => {
  if (typeof value !== 'object' || value === null) return;
  if (shelf.has(value)) {
    found.add(value);
    return;
  }
  if (Array.isArray(value)) {
    for (const part of value) collect(part, shelf, found);
    return;
  }
  for (const [key, part] of Object.entries(value)) if (!notEntered.has(key)) collect(part, shelf, found);
};

type Shelved = ReadonlyMap<string, Clause>;

/**
 * The clauses of an entry: those it brings itself, and those of its file that some part of it cites.
 *
 * @param file   the clauses on top of the file
 * @param all    the clauses in reach of the entry, its own among them
 * @param parts  what the entry is made of
 */
export const clausesKept = (file: Shelved, all: Shelved, parts: unknown): Shelved => {
  const found = new Set<unknown>();
  collect(parts, new Set(all.values()), found);
  return new Map([...all].filter(([key, clause]) => file.get(key) !== clause || found.has(clause)));
};
