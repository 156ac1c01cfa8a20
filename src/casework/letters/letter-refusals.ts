// Why a letter is not made, and what would make it possible: one sentence each.

type Said = {
  /** The place of the letter, as it is called to people. */
  readonly field: string;
};

const letterRefusals = {
  'text-missing': ({ field }) => `信函缺少“${field}”；请补上后再制作`,
  'text-broken': ({ field }) => `“${field}”含有换行或者印不出的字符；请改正后再制作`,
  'number-wrong': ({ field }) => `“${field}”必须是大于零的整数；请核对后再制作`,
  'amount-wrong': ({ field }) => `“${field}”不是可以印出的金额（整数分）；请核对后再制作`,
  'remarks-missing': ({ field }) => `“${field}”一条也没有；请一次列明，每条对应一个栏目或者文件`,
  'not-the-firms-limit': ({ field }) => `“${field}”不是企业的期限；补正通知只能写企业的补正期限`,
  'end-past': ({ field }) => `“${field}”不在成文日期之后；请核对期限和成文日期`,
  'end-not-later': ({ field }) => `“${field}”不晚于原来的期限；请核对后再制作`,
  'dates-crossed': ({ field }) => `“${field}”的先后不对；请核对提交、受理和成文的日期`,
  'parts-do-not-add-up': ({ field }) => `“${field}”之和不等于本金加利息；请核对到分`,
} as const satisfies Record<string, (said: Said) => string>;

export type LetterRefusalCode = keyof typeof letterRefusals;

export type LetterRefusal = {
  readonly ok: false;
  readonly code: LetterRefusalCode;
  /** Which place of the letter, in Chinese. */
  readonly field: string;
  /** Why not, and what would make it possible. */
  readonly sentence: string;
};

export const refuseLetter = (code: LetterRefusalCode, field: string): LetterRefusal => ({
  ok: false,
  code,
  field,
  sentence: letterRefusals[code]({ field }),
});
