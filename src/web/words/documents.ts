// The register of documents and the page of one document.
import type { DocumentView } from '#contract/catalogue.ts';
import { inBoth } from '#contract/texts.ts';

type Term = Pick<DocumentView, 'from' | 'to' | 'seen'>;

export const documentWords = inBoth({
  zh: {
    title: '文件',
    lead: '条款的出处。文号、日期读不到的写明待核，不猜。',
    search: '按标题、文号或发文机关查找',
    searchHint: '标题、文号、发文机关',
    state: '状态',
    grade: '依据',
    all: '全部',
    states: { 'in-force': '施行中', coming: '将施行', ended: '已到期', replaced: '已被取代', unknown: '有效期待核' },
    loading: '正在取文件登记',
    count: (count: number) => `共 ${count} 份文件`,
    empty: '没有符合的文件',
    emptyTodo: '换一个词，或者去掉上面的筛选。',
    clear: '去掉全部筛选',
    number: '文号待核',
    issuer: '发文机关待核',
    issued: '日期待核',
    term: ({ from, to, seen }: Term) => {
      const end =
        to === null
          ? ''
          : to === 'unknown'
            ? `有效期待核${seen === null ? '' : `（${seen} 见其仍被引用）`}`
            : `至 ${to}`;
      return [from === null ? '' : `${from} 起施行`, end].filter((part) => part !== '').join('，');
    },
    items: (count: number) => `${count} 个事项引用`,
    invented: '虚构的文件，只供演示',
    legend: '依据等级说明',
    one: '文件',
    labels: {
      number: '文号',
      issuer: '发文机关',
      issued: '发文日期',
      term: '施行',
      state: '状态',
      evidence: '依据',
      note: '说明',
    },
    successor: '后来的文件',
    predecessors: '取代的文件',
    clauses: (count: number) => `引用到的条款（${count} 条，都是转述）`,
    noClauses: '规则库里还没有条款引用这份文件。',
    usedBy: '用在：',
    place: '全文',
    toRegister: '全部文件',
    kinds: {
      item: '事项',
      gate: '门槛',
      score: '评分表',
      register: '名录',
      fund: '资金',
      indicator: '指标',
      plan: '措施清单',
      assessment: '评测',
      stacking: '叠加规则',
    },
    named: (kind: string, name: string) => `${kind}「${name}」`,
  },
  en: {
    title: 'Documents',
    lead: 'Where the clauses come from. A number or a date that could not be read is said to be unverified, not guessed.',
    search: 'Find by title, number or issuer',
    searchHint: 'Title, number, issuer',
    state: 'State',
    grade: 'Evidence',
    all: 'All',
    states: {
      'in-force': 'In force',
      coming: 'To come',
      ended: 'Ended',
      replaced: 'Replaced',
      unknown: 'Term unverified',
    },
    loading: 'Loading the register of documents',
    count: (count: number) => `${count} documents`,
    empty: 'No document matches',
    emptyTodo: 'Try another word, or clear the filters above.',
    clear: 'Clear all filters',
    number: 'number unverified',
    issuer: 'issuer unverified',
    issued: 'date unverified',
    term: ({ from, to, seen }: Term) => {
      const end =
        to === null
          ? ''
          : to === 'unknown'
            ? `end unverified${seen === null ? '' : ` (still cited on ${seen})`}`
            : `until ${to}`;
      return [from === null ? '' : `in force from ${from}`, end].filter((part) => part !== '').join(', ');
    },
    items: (count: number) => `cited by ${count} items`,
    invented: 'An invented document, for demonstration only',
    legend: 'What the evidence marks mean',
    one: 'Document',
    labels: {
      number: 'Number',
      issuer: 'Issuer',
      issued: 'Issued',
      term: 'In force',
      state: 'State',
      evidence: 'Evidence',
      note: 'Note',
    },
    successor: 'Followed by',
    predecessors: 'Replaces',
    clauses: (count: number) => `Clauses cited (${count}, all restated by us in Chinese)`,
    noClauses: 'No clause of the rulebook cites this document yet.',
    usedBy: 'Used in: ',
    place: 'Whole text',
    toRegister: 'All documents',
    kinds: {
      item: 'item',
      gate: 'gate',
      score: 'score table',
      register: 'register',
      fund: 'fund',
      indicator: 'indicator',
      plan: 'list of measures',
      assessment: 'assessment',
      stacking: 'stacking rule',
    },
    named: (kind: string, name: string) => `${kind} “${name}”`,
  },
});
