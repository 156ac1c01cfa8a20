// The page that compares the rulebook of two days.
import type { RuleChangeView } from '#contract/on-a-day.ts';
import { inBoth } from '#contract/texts.ts';

const spellChinese = (term: { readonly from: string | null; readonly to: string | null }): string =>
  `${term.from ?? '起日待核'} 至 ${term.to === 'unknown' ? '待核' : (term.to ?? '未定期限')}`;
const spellEnglish = (term: { readonly from: string | null; readonly to: string | null }): string =>
  `${term.from ?? 'start unverified'} to ${term.to === 'unknown' ? 'unverified' : (term.to ?? 'open end')}`;

export const changeWords = inBoth({
  zh: {
    title: '对比',
    lead: '两天的规则差在哪里：哪些开始、哪些终止、哪些换了标准。',
    from: '从这一天',
    to: '到这一天',
    turns: '变化前后',
    around: (day: string) => `${day} 前后`,
    what: '看什么',
    all: '全部',
    loading: '正在比较两天的规则',
    swapped: '起日在止日之后。',
    swap: '对调',
    count: (count: number, from: string, to: string) => `${from} 到 ${to}：${count} 处变化`,
    empty: '这两天的规则一样',
    emptyTodo: '换一个日期，或从上面选一个变化的日子。',
    groups: { gate: '门槛', item: '事项', document: '文件' },
    changes: { begins: '开始', ends: '终止', replaced: '换版' } satisfies Record<RuleChangeView['change'], string>,
    term: spellChinese,
    gateOf: (level: string, mode: string) => `${level}（${mode}）`,
    versions: (before: string | null, after: string | null) => `${before ?? '没有规定'} → ${after ?? '没有规定'}`,
    aspect: '看什么',
    otherAspects: '评分和未公布的要求',
    before: (day: string) => `${day} 的要求`,
    after: (day: string) => `${day} 的要求`,
    nothing: '没有这项要求',
    sameRequirements: '要求一样，只是施行时间不同。',
    benefit: '待遇',
    conditions: '条件',
    who: '对象',
    showDifferences: '看差别',
    overlay: (name: string) => `对「${name}」的年度通知调整`,
  },
  en: {
    title: 'Changes',
    lead: 'How the rules of two days differ: what began, what ended, what was replaced.',
    from: 'From',
    to: 'To',
    turns: 'Around a change',
    around: (day: string) => `around ${day}`,
    what: 'Show',
    all: 'All',
    loading: 'Comparing the rules of the two days',
    swapped: 'The first day is after the second.',
    swap: 'Swap them',
    count: (count: number, from: string, to: string) => `${from} to ${to}: ${count} changes`,
    empty: 'The rules of these two days are the same',
    emptyTodo: 'Choose another date, or one of the days above.',
    groups: { gate: 'Gates', item: 'Items', document: 'Documents' },
    changes: { begins: 'begins', ends: 'ends', replaced: 'replaced' } satisfies Record<
      RuleChangeView['change'],
      string
    >,
    term: spellEnglish,
    gateOf: (level: string, mode: string) => `${level} (${mode})`,
    versions: (before: string | null, after: string | null) => `${before ?? 'no rule'} → ${after ?? 'no rule'}`,
    aspect: 'Matter',
    otherAspects: 'Scores and unpublished requirements',
    before: (day: string) => `Asked on ${day}`,
    after: (day: string) => `Asked on ${day}`,
    nothing: 'not asked',
    sameRequirements: 'The same requirements; only the time in force differs.',
    benefit: 'Benefit',
    conditions: 'Conditions',
    who: 'Addressed to',
    showDifferences: 'Show the differences',
    overlay: (name: string) => `Notice of the year for ${name}`,
  },
});
