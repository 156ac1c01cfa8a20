// The frame of every page: places to go, switches, the small print.
import { inBoth } from '#contract/texts.ts';

export const shellWords = inBoth({
  zh: {
    name: '梯航',
    home: '梯航首页',
    skip: '跳到正文',
    mainNavigation: '主导航',
    places: {
      home: '测算',
      items: '政策库',
      ladder: '梯度',
      documents: '文件',
      glossary: '术语',
      changes: '对比',
      api: '接口',
    },
    settings: '显示设置',
    language: '语言',
    otherLanguage: 'English',
    appearance: '明暗',
    appearances: { system: '跟随系统', light: '浅色', dark: '深色' },
    largeType: '大字',
    notADecision: '测算结果用来帮你找政策、备材料，不是审批决定；以主管部门的文件和决定为准。',
    restated: '条款都是转述，注明了出处和依据等级；不知道的写明不知道。',
  },
  en: {
    name: 'Tihang',
    home: 'Tihang, start page',
    skip: 'Skip to the content',
    mainNavigation: 'Main',
    places: {
      home: 'Assess',
      items: 'Policies',
      ladder: 'Ladder',
      documents: 'Documents',
      glossary: 'Terms',
      changes: 'Changes',
      api: 'API',
    },
    settings: 'Display',
    language: 'Language',
    otherLanguage: '中文',
    appearance: 'Appearance',
    appearances: { system: 'As the system', light: 'Light', dark: 'Dark' },
    largeType: 'Large type',
    notADecision:
      'An assessment helps you find policies and prepare files. It is not a decision; the documents and decisions of the authorities prevail.',
    restated:
      'Clauses are restated, with their source and how well each is founded. Official texts are Chinese only. What is not known is said to be unknown.',
  },
});
