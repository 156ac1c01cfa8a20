// One text for one value, so that a hash over it means the value: keys in order, no spaces, no fractions, no undefined.

/** What an entry may hold. Amounts are bigint and stay exact; there is no floating number in the log. */
export type Plain = null | boolean | string | number | bigint | readonly Plain[] | { readonly [name: string]: Plain };

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How a bigint stands in JSON. No object of ours has this member for another reason: encoding refuses it. */
const mark = '$n';

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/**
 * The canonical JSON of a value.
 *
 * @throws Error for a number that is no safe integer and for a member that is named like our mark: both are bugs
 */
export const canonical = (value: Plain): string => {
  if (typeof value === 'bigint') return `{"${mark}":"${value}"}`;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new Error(`${value} is no whole number`);
    return String(value);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (mark in value) throw new Error(`a member may not be called ${mark}`);
  const members = Object.entries(value).toSorted(([a], [b]) => byCodeUnit(a, b));
  return `{${members.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
};

const revived = (value: unknown): Plain => {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value === 'object' && value !== null) {
    const entries: readonly [string, unknown][] = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first?.[0] === mark && typeof first[1] === 'string') return BigInt(first[1]);
    return Object.fromEntries(entries.map(([name, part]) => [name, revived(part)]));
  }
  // JSON has nothing else.
  return value as null | boolean | string | number;
};

/** The value of a canonical text. @throws SyntaxError where it is no JSON */
export const fromCanonical = (text: string): Plain => revived(JSON.parse(text));
