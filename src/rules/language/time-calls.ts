// 上年 and its like, windows, growth, and lengths of time.
import { meaningOf, refuse, spanOf, textOf, type Checking } from './checking.ts';
import * as term from './expression-terms.ts';
import { checkDuration } from './literals.ts';
import { isAtHand, refuseUnknown } from './resolve.ts';
import type { EachYearNode, Expression, GrowthNode, Span, WindowNode, YearNode } from './syntax.ts';
import type { Cst } from './tree.ts';
import { booleanType, dateType, isCount, nameOfType, ratioType } from './types.ts';
import type { WindowWord } from './words.ts';
import type { FactDefinition, ValueType } from '#rules/facts/dictionary.ts';

/** A call with its name and its arguments, commas and brackets left out. */
export type Call = { readonly word: string; readonly span: Span; readonly name: Cst; readonly args: readonly Cst[] };

/** A series is named, not computed: years are read from the fact itself. */
const seriesAt = (at: Checking, call: Call, node: Cst): FactDefinition | null => {
  if (node.term === term.Unknown) return refuseUnknown(at, node);
  const fact = node.term === term.Name ? meaningOf(at, node)?.fact : null;
  const found = textOf(at, node);
  if (!fact) {
    const remedy = `分开写，如 ${call.word}(营业收入) ÷ ${call.word}(成本费用总额)`;
    return refuse(at, spanOf(node), 'not-a-series', `「${call.word}」的括号里只写一个每年有值的事实`, {
      found,
      expected: '每年有值的事实',
      remedy,
    });
  }
  if (!isAtHand(at, spanOf(node), fact)) return null;
  if (fact.yearly) return fact;
  return refuse(at, spanOf(node), 'not-a-series', `「${fact.path}」不是每年一个值`, {
    found,
    expected: '每年有值的事实',
    remedy: `直接写 ${fact.path}`,
  });
};

/** Notes a call whose meaning would not follow the year at hand. */
const isOutsideYears = (at: Checking, call: Call): boolean => {
  if (!at.eachYear && at.scope.bareSeries !== true) return true;
  refuse(at, call.span, 'year-in-year', `逐年判断里不写「${call.word}」：它总是从申报日算起`, {
    found: call.word,
    remedy: '直接写事实的名称',
  });
  return false;
};

const isAdditive = (type: ValueType): boolean => type.kind === 'money' || isCount(type);

const refuseKind = (at: Checking, call: Call, node: Cst, fact: FactDefinition): null =>
  refuse(at, spanOf(node), 'not-a-number', `「${call.word}」只用于金额和数，${fact.path}是${nameOfType(fact.type)}`, {
    found: fact.path,
  });

/** A whole number written out, within bounds. */
const wholeAt = (at: Checking, call: Call, node: Cst, least: number, most: number): number | null => {
  const text = textOf(at, node).normalize('NFKC');
  const value = node.term === term.Numeral && /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  return refuse(at, spanOf(node), 'bad-years', `「${call.word}」的年数是 ${least} 到 ${most} 的整数`, {
    found: textOf(at, node),
    expected: `${least} 到 ${most}`,
  });
};

const back = { 上年: 0, 前年: 1, 本年: -1 } as const;

/** 上年(x) 前年(x) 本年(x) */
export const checkYear = (at: Checking, call: Call, word: keyof typeof back): Expression | null => {
  const [arg] = call.args;
  const fact = arg && isOutsideYears(at, call) ? seriesAt(at, call, arg) : null;
  return fact && { kind: 'year', span: call.span, type: fact.type, word, back: back[word], fact };
};

/** 往年(x，k): k = 1 is the same as 上年. */
export const checkEarlierYear = (at: Checking, call: Call): YearNode | null => {
  const [arg, count] = call.args;
  if (!arg || !count || !isOutsideYears(at, call)) return null;
  const fact = seriesAt(at, call, arg);
  const k = wholeAt(at, call, count, 1, 20);
  return fact && k !== null
    ? { kind: 'year', span: call.span, type: fact.type, word: '往年', back: k - 1, fact }
    : null;
};

const eachYear = (
  at: Checking,
  call: Call,
  arg: Cst,
  window: WindowWord,
  take: EachYearNode['take'],
): Expression | null => {
  const before = at.problems.length;
  const of = at.check({ ...at, eachYear: true }, arg, booleanType);
  if (of === null) return null;
  if (of.type.kind !== 'boolean') {
    return refuse(at, of.span, 'condition-expected', `「${call.word}」的括号里是条件`, {
      found: textOf(at, of.span),
      remedy: `写 ${call.word}(… ≥ …)`,
    });
  }
  if (at.problems.length === before && !readsSeries(at, arg)) {
    return refuse(at, spanOf(arg), 'no-series', `「${call.word}」里没有每年有值的事实`, { found: textOf(at, arg) });
  }
  return { kind: 'each-year', span: call.span, type: booleanType, years: window.years, take, of };
};

const readsSeries = (at: Checking, node: Cst): boolean =>
  (node.term === term.Name && meaningOf(at, node)?.fact?.yearly === true) ||
  node.parts.some((part) => readsSeries(at, part));

const total = (at: Checking, call: Call, arg: Cst, window: WindowWord, take: WindowNode['take']): Expression | null => {
  const fact = seriesAt(at, call, arg);
  if (fact === null) return null;
  // A mean of ratios or scores is meant as written; a sum of ratios is not.
  if (!isAdditive(fact.type) && !(take === '均值' && fact.type.kind === 'ratio'))
    return refuseKind(at, call, arg, fact);
  const type: ValueType =
    take === '均值' && fact.type.kind === 'integer' ? { kind: 'number', unit: fact.type.unit } : fact.type;
  return { kind: 'window', span: call.span, type, years: window.years, take, fact };
};

/** 近两年合计(x) 近三年均值(x) 近两年每年(…) 近三年任一年(…) */
export const checkWindow = (at: Checking, call: Call, window: WindowWord): Expression | null => {
  const [arg] = call.args;
  if (!arg || !isOutsideYears(at, call)) return null;
  const { take } = window;
  return take === '每年' || take === '任一年'
    ? eachYear(at, call, arg, window, take)
    : total(at, call, arg, window, take);
};

/** 增长率(x) 平均增长率(x，n) 复合增长率(x，n) */
export const checkGrowth = (at: Checking, call: Call, word: GrowthNode['word']): Expression | null => {
  const [arg, count] = call.args;
  if (!arg || !isOutsideYears(at, call)) return null;
  const fact = seriesAt(at, call, arg);
  const years = count ? wholeAt(at, call, count, 1, 10) : 1;
  if (fact === null || years === null) return null;
  if (!isAdditive(fact.type)) return refuseKind(at, call, arg, fact);
  return { kind: 'growth', span: call.span, type: ratioType, word, years, fact };
};

/** 自成立近三年合计(x) */
export const checkSinceFounded = (at: Checking, call: Call): Expression | null => {
  const [arg] = call.args;
  const fact = arg && isOutsideYears(at, call) ? seriesAt(at, call, arg) : null;
  if (!arg || !fact) return null;
  if (!isAdditive(fact.type)) return refuseKind(at, call, arg, fact);
  return { kind: 'since-founded', span: call.span, type: fact.type, years: 3, fact };
};

const dateAt = (at: Checking, node: Cst): Expression | null => {
  const date = at.check(at, node, dateType);
  if (date === null || date.type.kind === 'date') return date;
  return refuse(at, date.span, 'date-expected', '这里要写日期', { found: textOf(at, date.span), expected: '日期' });
};

/** 满(d，n) */
export const checkAged = (at: Checking, call: Call): Expression | null => {
  const [from, length] = call.args;
  if (!from || !length) return null;
  const [date, by] = [dateAt(at, from), checkDuration(at, length)];
  return date && by && { kind: 'aged', span: call.span, type: booleanType, date, by };
};

/** 天数(a，b) 月数(a，b) */
export const checkElapsed = (at: Checking, call: Call, word: '天数' | '月数'): Expression | null => {
  const [first, last] = call.args;
  if (!first || !last) return null;
  const [from, until] = [dateAt(at, first), dateAt(at, last)];
  const type: ValueType = { kind: 'integer', unit: word === '天数' ? '日' : '月' };
  return from && until && { kind: 'elapsed', span: call.span, type, word, from, until };
};
