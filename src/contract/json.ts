// JSON in which whole numbers stay exact: bigint is printed as an integer, and an integer beyond 2^53 is read back as bigint.

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** Keys as JSON: a few hundred words that every answer repeats thousands of times. */
const keys = new Map<string, string>();
const keyOf = (key: string): string => {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  // Keys that come from outside (a file that is handed back) must not fill the memory.
  if (keys.size < 2000) keys.set(key, text);
  return text;
};

/** Clauses belong to the rulebook and never change: each is printed once, however many conditions cite it. */
const clauses = new WeakMap<object, string>();
const clauseOf = (clause: object): string => {
  const known = clauses.get(clause);
  if (known !== undefined) return known;
  const text = objectOf(clause);
  clauses.set(clause, text);
  return text;
};

const objectOf = (value: object): string => {
  let members = '';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    const text = key === 'clause' && typeof each === 'object' && each !== null ? clauseOf(each) : toJson(each);
    members += members === '' ? keyOf(key) + text : `,${keyOf(key)}${text}`;
  }
  return `{${members}}`;
};

const listOf = (value: readonly unknown[]): string => {
  let items = '';
  value.forEach((each, index) => {
    items += index === 0 ? toJson(each ?? null) : `,${toJson(each ?? null)}`;
  });
  return `[${items}]`;
};

/** Prints plain data as JSON. `undefined` members are left out, as JSON.stringify does; a bigint is a JSON integer. */
export const toJson = (value: unknown): string => {
  if (typeof value === 'bigint' || typeof value === 'boolean') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return Array.isArray(value) ? listOf(value) : objectOf(value);
};

const exactIntegers: Reviver = (_key, value, context) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? BigInt(context?.source ?? '')
    : value;

/** Reads JSON. An integer that a double cannot hold exactly comes back as bigint (where the engine passes the source text on). */
export const fromJson = (text: string): unknown => JSON.parse(text, exactIntegers);
