// Walks over rules as plain data. Derived facts and parameters are reached through the expressions that use them, at any depth;
// a walk by shape cannot forget a kind of node that is added later.

/** What explains or locates a rule and never decides anything. */
const passedOver = new Set(['clause', 'clauses', 'place', 'span', 'document']);

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

const partsOf = (value: Bag): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value.values()];
  return Object.entries(value).flatMap(([key, part]) => (passedOver.has(key) ? [] : [part]));
};

/** Visits every object below, itself first, each once. */
export const visitEverywhere = (root: unknown, visit: (found: Bag) => void, seen: Set<unknown> = new Set()): void => {
  if (!isBag(root) || seen.has(root)) return;
  seen.add(root);
  visit(root);
  for (const part of partsOf(root)) visitEverywhere(part, visit, seen);
};

/**
 * The same data with one object put in the place of another wherever it stands. What does not contain it is shared.
 *
 * @param replacements  what stands for what; grows with every changed object, so that shared parts stay shared
 */
export const replaceEverywhere = <T>(root: T, replacements: Map<unknown, unknown>): T => {
  if (!isBag(root)) return root;
  const known = replacements.get(root);
  // A replacement has the type of what it replaces: the caller's pair has, and every other one is a copy of its original.
  if (known !== undefined) return known as T;
  const copy = copyWith(root, replacements);
  replacements.set(root, copy);
  return copy as T; // a copy of root: the same shape with parts replaced by parts of their own type
};

const copyWith = (root: Bag, replacements: Map<unknown, unknown>): unknown => {
  if (Array.isArray(root)) {
    const items: readonly unknown[] = root;
    const copies = items.map((item) => replaceEverywhere(item, replacements));
    return copies.every((copy, index) => copy === items[index]) ? root : copies;
  }
  if (root instanceof Map) {
    const entries: readonly [unknown, unknown][] = [...root];
    const copies = entries.map(([key, part]) => [key, replaceEverywhere(part, replacements)] as const);
    return copies.every(([, copy], index) => copy === entries[index]?.[1]) ? root : new Map(copies);
  }
  let copy: Bag = root;
  for (const [key, part] of Object.entries(root)) {
    const changed = passedOver.has(key) ? part : replaceEverywhere(part, replacements);
    if (changed !== part) copy = { ...copy, [key]: changed };
  }
  return copy;
};
