// What a page says when it has nothing, not yet, or an error.
import { inBoth } from '#contract/texts.ts';

export const stateWords = inBoth({
  zh: {
    broken: '页面出错了。',
    brokenTodo: '再试一次；如果还不行，请刷新页面。你填过的内容都还在。',
    again: '再试一次',
    notFound: '没有这个页面',
    notFoundTodo: '地址可能写错了，或者内容已经移走。',
    toHome: '回到首页',
    demoData: '演示数据',
    demoRuling: '演示口径',
    demoRulingHint: '虚构，只供演示，不作依据',
  },
  en: {
    broken: 'Something went wrong on this page.',
    brokenTodo: 'Try again; if that does not help, reload the page. Nothing you typed is lost.',
    again: 'Try again',
    notFound: 'There is no such page',
    notFoundTodo: 'The address may be mistyped, or the content has moved.',
    toHome: 'To the start page',
    demoData: 'Demonstration data',
    demoRuling: 'Demo ruling',
    demoRulingHint: 'Invented for demonstration; founds nothing',
  },
});
