// The Chinese of the expression language as people say it.

const whole = [
  { form: /^任一\(([^()]+) 当 (.+)\)$/, say: (list: string, rest: string) => `至少有一项${list}：${rest}` },
  { form: /^全部\(([^()]+) 当 (.+)\)$/, say: (list: string, rest: string) => `每一项${list}都是：${rest}` },
];

/** True when no bracket closes before it opens: the text lies inside one pair of brackets. */
const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const sign of text) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/**
 * A condition in the words of a person. Only for reading; what the rulebook parses is the text as the API gives it.
 *
 * 上年(营业收入) is 上年营业收入, 项目.开工日期 is 项目开工日期, 任一(称号 当 …) is 至少有一项称号：….
 */
export const spokenChinese = (text: string): string => {
  const found = whole.map(({ form, say }) => ({ match: form.exec(text), say })).find(({ match }) => match !== null);
  const [list, rest] = [found?.match?.[1] ?? '', found?.match?.[2] ?? ''];
  const said = found !== undefined && isBalanced(rest) ? found.say(list, rest) : text;
  return said
    .replace(/(上年|前年|本年)\(([^()]+)\)/g, '$1$2')
    .replace(/持有\(([^()]+)\)/g, '持有「$1」称号')
    .replace(/(项目|人员|专利|贷款|投标)\.(?=\S)/g, '$1')
    .replace(/([\p{L}\p{N}]+)@(\d{4})/gu, '$2 年$1');
};
