// The few code words of the contract in Chinese.
import type { Grade, ItemResult } from '#contract/assessment.ts';

export const kindWords: { readonly [kind in ItemResult['kind']]: string } = {
  award: '奖励',
  subsidy: '补助',
  allowance: '津贴',
  loan: '贷款',
  service: '服务',
  title: '称号',
  tax: '税收',
  priority: '优先',
};

type Measure = NonNullable<ItemResult['amount']>['measure'];

/** What an amount is an amount of. Only 资金 and 税 are ever added up, apart. */
export const measureWords: { readonly [measure in Measure]: string } = {
  cash: '资金',
  tax: '少缴税款',
  base: '扣除基数',
  credit: '融资额度',
  price: '价格扣除',
  service: '服务',
};

export type Evidence = 'stated' | 'retold' | 'unchecked';

export const evidenceOf: { readonly [grade in Grade]: Evidence } = {
  primary: 'stated',
  ruling: 'stated',
  secondary: 'retold',
  seed: 'retold',
  draft: 'unchecked',
  inferred: 'unchecked',
  recalled: 'unchecked',
  assumption: 'unchecked',
  unknown: 'unchecked',
};

export const evidenceWords: { readonly [evidence in Evidence]: string } = {
  stated: '有据',
  retold: '转述',
  unchecked: '待核',
};

export const gradeExplained: { readonly [grade in Grade]: string } = {
  primary: '见于官方原文或全文转载',
  ruling: '由事项主管部门签发并公布的口径',
  secondary: '见于新闻、办事指南或咨询机构的转述，以原文为准',
  seed: '见于南通市工信局 2024-08-29 对代表建议的答复',
  draft: '只见于征求意见稿，不参与判定',
  inferred: '由其他材料推断，不参与判定',
  recalled: '出自记忆而未查到来源，不参与判定',
  assumption: '本系统的工作假设，默认不启用',
  unknown: '来源没有写明，留空待核',
};

const subjectWords: { readonly [kind: string]: string } = {
  enterprise: '企业',
  project: '项目',
  person: '人员',
  patent: '专利',
  loan: '贷款',
  bid: '投标',
};
export const subjectWord = (kind: string): string => subjectWords[kind] ?? kind;

const listWords = ['项目', '人员', '专利', '贷款', '投标'];

/** A fact as a question's subject: 研发费用@2024 → 2024 年研发费用; 项目 (a list of which nothing is known) → 有没有项目. */
export const factLabel = (fact: string): string => {
  if (listWords.includes(fact)) return `有没有${fact}`;
  const [path = fact, year] = fact.split('@');
  const name = path.includes('.') ? path.replace('.', '的') : path;
  return year === undefined ? name : `${year} 年${name}`;
};

const windowWords = { unknown: '申报时间待核', always: '常年可办', closed: '已过申报时间' } as const;

/** The filing window in words; dates only where they are known. */
export const windowText = (window: ItemResult['window']): string => {
  switch (window.state) {
    case 'unknown':
    case 'always':
      return windowWords[window.state];
    case 'closed':
      return window.to === undefined ? windowWords.closed : `${window.to} 已截止`;
    case 'open':
      return window.daysLeft === undefined ? '正在申报' : `正在申报，还有 ${window.daysLeft} 天`;
    case 'upcoming':
      return window.from === undefined ? '未到申报时间' : `${window.from} 开始申报`;
  }
};

/** The first few of a list, and how many there are. */
export const some = (all: readonly string[], most: number): string =>
  all.length <= most ? all.join('、') : `${all.slice(0, most).join('、')} 等 ${all.length} 项`;

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
 * A condition in the words of a person: 上年(营业收入) is 上年营业收入, 项目.开工日期 is 项目开工日期, 任一(称号 当 …) is 至少有一项称号：….
 * Only for reading; what the rulebook parses is the text as the API gives it.
 */
export const spoken = (text: string): string => {
  const found = whole.map(({ form, say }) => ({ match: form.exec(text), say })).find(({ match }) => match !== null);
  const [list, rest] = [found?.match?.[1] ?? '', found?.match?.[2] ?? ''];
  const said = found !== undefined && isBalanced(rest) ? found.say(list, rest) : text;
  return said
    .replace(/(上年|前年|本年)\(([^()]+)\)/g, '$1$2')
    .replace(/持有\(([^()]+)\)/g, '持有「$1」称号')
    .replace(/(项目|人员|专利|贷款|投标)\.(?=\S)/g, '$1')
    .replace(/([\p{L}\p{N}]+)@(\d{4})/gu, '$2 年$1');
};
