// Amounts as letters write them: in figures to the fen, and in Chinese capitals, which nobody can alter by a stroke.

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const places = ['', '拾', '佰', '仟'] as const;

/** 10^16 元: beyond it the groups of the capitals have no agreed names. */
const tooManyFen = 10n ** 18n;

const digit = (value: bigint): string => digits[Number(value)] ?? '';

/** Up to 9999: a run of zeros inside is one 零, zeros at the end are none. */
const ofFour = (value: bigint): string => {
  let text = '';
  let isGap = false;
  for (const [place, unit] of [...places.entries()].toReversed()) {
    const at = (value / 10n ** BigInt(place)) % 10n;
    if (at === 0n) {
      isGap = text !== '';
      continue;
    }
    text += `${isGap ? '零' : ''}${digit(at)}${unit}`;
    isGap = false;
  }
  return text;
};

/** What stands above a group's unit, then the rest; 零 where the rest does not fill the group's first place. */
const joined = (value: bigint, size: bigint, unit: string, ofPart: (part: bigint) => string): string => {
  const [above, rest] = [value / size, value % size];
  if (above === 0n) return ofPart(rest);
  const gap = rest > 0n && rest < size / 10n ? '零' : '';
  return `${ofPart(above)}${unit}${gap}${ofPart(rest)}`;
};

const ofEight = (value: bigint): string => joined(value, 10_000n, '万', ofFour);
const ofYuan = (value: bigint): string => joined(value, 100_000_000n, '亿', ofEight);

const ofParts = (jiao: bigint, fen: bigint, isAfterYuan: boolean): string => {
  if (jiao === 0n && fen === 0n) return '整';
  const gap = jiao === 0n && isAfterYuan ? '零' : '';
  return `${jiao === 0n ? gap : `${digit(jiao)}角`}${fen === 0n ? '整' : `${digit(fen)}分`}`;
};

const checked = (fen: bigint): bigint => {
  if (fen < 0n || fen >= tooManyFen) throw new RangeError(`${fen} fen cannot be written in capitals`);
  return fen;
};

/**
 * 人民币大写: 12345678901n → 人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分.
 *
 * 整 closes an amount that ends at 元 or 角, so that nothing can be added to it. Of the ways that the rule leaves open the shorter
 * one is taken: no 零 between a full 元 or 万 place of zero and a 角 or 仟 that is not.
 *
 * @param fen  whole fen, from 0 to less than 10^16 yuan
 * @throws RangeError outside of that: amounts of letters are checked before
 * @source 支付结算办法 附件一 正确填写票据和结算凭证的基本规定
 */
export const chineseCapitals = (fen: bigint): string => {
  const [yuan, rest] = [checked(fen) / 100n, fen % 100n];
  const whole = yuan > 0n ? `${ofYuan(yuan)}元` : rest === 0n ? '零元' : '';
  return `人民币${whole}${ofParts(rest / 10n, rest % 10n, yuan > 0n)}`;
};

/** 1234567.80 元 as 1,234,567.80元: always to the fen. @param fen  whole fen, from 0 */
export const printFigures = (fen: bigint): string => {
  const yuan = String(fen / 100n).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % 100n).padStart(2, '0')}元`;
};

/** 100,000.00元（人民币壹拾万元整） */
export const printAmountTwice = (fen: bigint): string => `${printFigures(fen)}（${chineseCapitals(fen)}）`;

/** Whether an amount can stand in a letter: above zero, and not beyond what capitals can say. */
export const isPayable = (fen: bigint): boolean => fen > 0n && fen < tooManyFen;
