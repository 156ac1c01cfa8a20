// The code words of the contract, and what is said of facts, windows and conditions on every page.
import type { ItemResult } from '#contract/assessment.ts';
import { spokenChinese } from '#contract/spoken.ts';
import { inBoth } from '#contract/texts.ts';

const listWords = ['项目', '人员', '专利', '贷款', '投标'];

type Window = ItemResult['window'];

/** What is missing may be a whole list of the file. */
const subjectLists: { readonly [name: string]: string } = {
  项目: 'projects',
  人员: 'persons',
  专利: 'patents',
  贷款: 'loans',
  投标: 'bids',
};

export const codeWords = inBoth({
  zh: {
    kinds: {
      award: '奖励',
      subsidy: '补助',
      allowance: '津贴',
      loan: '贷款',
      service: '服务',
      title: '称号',
      tax: '税收',
      priority: '优先',
    },
    /** What an amount is an amount of. Only 资金 and 税 are ever added up, apart. */
    measures: {
      cash: '资金',
      tax: '少缴税款',
      base: '扣除基数',
      credit: '融资额度',
      price: '价格扣除',
      service: '服务',
    },
    evidence: { stated: '有据', retold: '转述', unchecked: '待核' },
    grades: {
      primary: '见于官方原文或全文转载',
      ruling: '由事项主管部门签发并公布的口径',
      secondary: '见于新闻、办事指南或咨询机构的转述，以原文为准',
      seed: '见于南通市工信局 2024-08-29 对代表建议的答复',
      draft: '只见于征求意见稿，不参与判定',
      inferred: '由其他材料推断，不参与判定',
      recalled: '出自记忆而未查到来源，不参与判定',
      assumption: '本系统的工作假设，默认不启用',
      unknown: '来源没有写明，留空待核',
    },
    subjects: {
      enterprise: '企业',
      project: '项目',
      person: '人员',
      patent: '专利',
      loan: '贷款',
      bid: '投标',
    },
    standings: {
      can: '可享',
      'may-apply': '可申报',
      open: '待定',
      'not-yet': '暂不符合',
      'not-addressed': '不适用',
    },
    standingHints: {
      can: '条件都满足，而且条款没有留下选择的余地',
      'may-apply': '条件都满足，但要择优或评审，不能承诺',
      open: '缺资料或依据未定，补上以后才能判定',
      'not-yet': '有条件没有达到，差多少写在下面',
      'not-addressed': '这项政策不是给你的企业的，或者这一天没有施行',
    },
    verdicts: { eligible: '符合', undetermined: '待定', ineligible: '不符合' },
    modes: { new: '新认定', review: '复核' },
    amountOpen: '金额待定',
    listOf: (all: readonly string[]) => all.join('、'),
    /** The first few of a list, and how many there are. */
    some: (all: readonly string[], most: number) =>
      all.length <= most ? all.join('、') : `${all.slice(0, most).join('、')} 等 ${all.length} 项`,
    /** 研发费用@2024 → 2024 年研发费用; 项目 (a list of which nothing is known) → 有没有项目. `named` is for other languages. */
    fact: (fact: string, _named: (path: string) => string) => {
      if (listWords.includes(fact)) return `有没有${fact}`;
      const [path = fact, year] = fact.split('@');
      const name = path.includes('.') ? path.replace('.', '的') : path;
      return year === undefined ? name : `${year} 年${name}`;
    },
    /** The filing window in words; dates only where they are known. */
    window: (window: Window) => {
      switch (window.state) {
        case 'unknown':
          return '申报时间待核';
        case 'always':
          return '常年可办';
        case 'closed':
          return window.to === undefined ? '已过申报时间' : `${window.to} 已截止`;
        case 'open':
          return window.daysLeft === undefined ? '正在申报' : `正在申报，还有 ${window.daysLeft} 天`;
        case 'upcoming':
          return window.from === undefined ? '未到申报时间' : `${window.from} 开始申报`;
      }
    },
    /** A condition in the words of a person. Only for reading; what the rulebook parses is the text as the API gives it. */
    spoken: spokenChinese,
  },
  en: {
    kinds: {
      award: 'Award',
      subsidy: 'Subsidy',
      allowance: 'Allowance',
      loan: 'Loan',
      service: 'Service',
      title: 'Title',
      tax: 'Tax',
      priority: 'Priority',
    },
    measures: {
      cash: 'Cash',
      tax: 'Tax saved',
      base: 'Deduction base',
      credit: 'Credit',
      price: 'Price deduction',
      service: 'Service',
    },
    evidence: { stated: 'Stated', retold: 'Retold', unchecked: 'Unverified' },
    grades: {
      primary: 'Found in the official text or a full reprint of it',
      ruling: 'A ruling signed and published by the authority in charge',
      secondary: 'Retold by news, a service guide or a consultancy; the official text prevails',
      seed: 'Stated in the bureau’s reply to a deputy of 2024-08-29',
      draft: 'Found in a draft for comment only; decides nothing',
      inferred: 'Inferred from other material; decides nothing',
      recalled: 'Recalled, source not found; decides nothing',
      assumption: 'A working assumption of this system, off by default',
      unknown: 'The source does not say; left open',
    },
    subjects: {
      enterprise: 'enterprise',
      project: 'project',
      person: 'person',
      patent: 'patent',
      loan: 'loan',
      bid: 'bid',
    },
    standings: {
      can: 'Entitled',
      'may-apply': 'May apply',
      open: 'Undetermined',
      'not-yet': 'Not yet',
      'not-addressed': 'Not addressed',
    },
    standingHints: {
      can: 'Every condition is met, and the clause leaves no choice to anyone',
      'may-apply': 'Every condition is met, but there is a selection or review: no promise',
      open: 'Figures or grounds are missing; they decide',
      'not-yet': 'Some condition is not met; how far it is stands below',
      'not-addressed': 'This policy is not for your enterprise, or was not in force on that day',
    },
    verdicts: { eligible: 'met', undetermined: 'undetermined', ineligible: 'not met' },
    modes: { new: 'first recognition', review: 're-check' },
    amountOpen: 'Amount open',
    listOf: (all: readonly string[]) => all.join(', '),
    some: (all: readonly string[], most: number) =>
      all.length <= most ? all.join(', ') : `${all.slice(0, most).join(', ')} and ${all.length - most} more`,
    fact: (fact: string, named: (path: string) => string) => {
      const [path = fact, year] = fact.split('@');
      const name = subjectLists[path] ?? named(path);
      return year === undefined ? name : `${name} ${year}`;
    },
    window: (window: Window) => {
      switch (window.state) {
        case 'unknown':
          return 'Filing window not known';
        case 'always':
          return 'Open all year';
        case 'closed':
          return window.to === undefined ? 'Filing window is over' : `Closed on ${window.to}`;
        case 'open':
          return window.daysLeft === undefined ? 'Open for filing' : `Open for filing, ${window.daysLeft} days left`;
        case 'upcoming':
          return window.from === undefined ? 'Not yet open for filing' : `Opens on ${window.from}`;
      }
    },
    spoken: (text: string) => text,
  },
});

export type CodeWords = (typeof codeWords)['zh'];
