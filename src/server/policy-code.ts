// 政策码: six letters and digits for each item, the same for ever, with a sign that notices a slip of the pen.
import { createHash } from 'node:crypto';

/** Without I, L, O, 0 and 1, which are read for one another. 31 signs: a prime, so that the check notices any one wrong sign. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 5;

const checkOf = (body: string): string =>
  signs.charAt([...body].reduce((sum, sign, index) => sum + (index + 1) * signs.indexOf(sign), 0) % signs.length);

/** The code of an item: from its id alone, so that a printed one stays right whatever else changes. */
export const policyCode = (id: string): string => {
  const digest = createHash('sha256').update(`policy ${id}`).digest();
  const body = Array.from({ length }, (_, index) => signs.charAt(digest.readUInt32BE(index * 4) % signs.length)).join(
    '',
  );
  return body + checkOf(body);
};

/** As it was typed: small letters and spaces do not matter. */
export const readPolicyCode = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');

/** Whether a text can be a code at all; false after a slip of one sign or of two neighbours. */
export const isPolicyCode = (code: string): boolean =>
  code.length === length + 1 &&
  [...code].every((sign) => signs.includes(sign)) &&
  checkOf(code.slice(0, length)) === code.charAt(length);

/** In how many places two codes differ. */
export const slips = (a: string, b: string): number =>
  [...b].filter((sign, index) => sign !== a.charAt(index)).length + Math.abs(a.length - b.length);
