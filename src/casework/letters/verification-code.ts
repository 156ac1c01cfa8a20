// The code on a letter by which anybody can ask whether it is real: 128 random bits that a person can read out and type in.

/** Crockford's base 32: no I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomBytes = 16;
/** 26 symbols of 5 bits hold 128 bits; the two that are left over are zero. */
const symbols = 26;
const groupLength = 4;

/** Times x in the field of 32 elements, modulo x⁵ + x² + 1. */
const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

/**
 * Each symbol counts with a power of x of its own, and x has 31 of them: one wrong symbol, or any two that changed places, give
 * another sum.
 */
const checkOf = (values: readonly number[]): number =>
  timesX(values.reduceRight((sum, value) => timesX(sum) ^ value, 0));

const grouped = (values: readonly number[]): string =>
  values
    .map((value) => alphabet[value] ?? '')
    .join('')
    .replace(new RegExp(`.{${groupLength}}(?=.)`, 'g'), '$&-');

/**
 * The code of 128 random bits: 3Q7K-… , 26 symbols and the check character, in groups of four.
 *
 * @param random  16 random bytes
 * @throws RangeError for another number of bytes
 * @source casework: the log that outsiders can check
 */
export const verificationCode = (random: Uint8Array): string => {
  if (random.length !== randomBytes) throw new RangeError(`a code has 16 bytes, not ${random.length}`);
  const bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const values = Array.from({ length: symbols }, (_, at) => Number((bits >> BigInt(5 * (symbols - 1 - at))) & 31n));
  return grouped([...values, checkOf(values)]);
};

const codeRefusals = {
  'length-wrong': `核验码应有${symbols + 1}个字母和数字；请对照信函补齐或者删去多余的`,
  'unknown-character': '核验码里只有数字和英文字母，没有字母U；请对照信函改正',
  slip: '核验码有误，可能抄错或者抄反了字符；请对照信函逐组核对',
} as const satisfies Record<string, string>;

type CodeRefusal = {
  readonly ok: false;
  readonly code: keyof typeof codeRefusals;
  /** Why not, and what to do. */
  readonly sentence: string;
};

export type ReadCode = { readonly ok: true; readonly text: string } | CodeRefusal;

const refuseCode = (code: keyof typeof codeRefusals): CodeRefusal => ({
  ok: false,
  code,
  sentence: codeRefusals[code],
});

/** Capitals of any width; O is 0, I and L are 1; spaces and dashes are nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/**
 * Reads a code as somebody typed it.
 *
 * @returns  the code as letters print it; or why it is none: a slip is found before anybody is asked
 */
export const readCode = (text: string): ReadCode => {
  const values = [...plain(text)].map((symbol) => alphabet.indexOf(symbol));
  if (values.includes(-1)) return refuseCode('unknown-character');
  if (values.length !== symbols + 1) return refuseCode('length-wrong');
  const [body, check] = [values.slice(0, symbols), values[symbols]];
  // More than 128 bits were never given out.
  if ((body[0] ?? 0) > 7 || checkOf(body) !== check) return refuseCode('slip');
  return { ok: true, text: grouped(values) };
};
