// JSON in which whole numbers stay exact: bigint is printed as an integer, and an integer beyond 2^53 is read back as bigint.

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/** Prints plain data as JSON. `undefined` members are left out, as JSON.stringify does; a bigint is a JSON integer. */
export const toJson = (value: unknown): string => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map((each) => (each === undefined ? 'null' : toJson(each))).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => `${JSON.stringify(key)}:${toJson(each)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

const exactIntegers: Reviver = (_key, value, context) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? BigInt(context?.source ?? '')
    : value;

/** Reads JSON. An integer that a double cannot hold exactly comes back as bigint (where the engine passes the source text on). */
export const fromJson = (text: string): unknown => JSON.parse(text, exactIntegers);
