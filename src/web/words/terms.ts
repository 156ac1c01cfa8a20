// The glossary page.
import { inBoth } from '#contract/texts.ts';

export const termWords = inBoth({
  zh: {
    title: '术语',
    lead: '来源里的用词：是什么、不是什么、在哪里用到。只知道名称的，内容写待核。',
    search: '按用词或含义查找',
    searchHint: '用词或含义',
    loading: '正在取术语',
    count: (count: number) => `共 ${count} 条`,
    empty: '没有这个用词',
    emptyTodo: '换一个词试试。',
    clear: '看全部术语',
    onlyName: '只知道名称，内容待核',
    notToConfuse: (others: readonly string[]) => `不要和${others.map((other) => `「${other}」`).join('')}混淆`,
    open: (points: readonly string[]) => `待核：${points.join('；')}`,
    see: '见：',
    from: '出处：',
  },
  en: {
    title: 'Terms',
    lead: 'Words of the sources: what they mean, what they are not, where they are used. Where only the name is known, that is said.',
    search: 'Find by term or meaning',
    searchHint: 'Term or meaning',
    loading: 'Loading the terms',
    count: (count: number) => `${count} terms`,
    empty: 'There is no such term',
    emptyTodo: 'Try another word.',
    clear: 'Show all terms',
    onlyName: 'Known by name only; the content is not verified',
    notToConfuse: (others: readonly string[]) => `Not to be confused with ${others.join(', ')}`,
    open: (points: readonly string[]) => `Not verified: ${points.join('; ')}`,
    see: 'See: ',
    from: 'Source: ',
  },
});
