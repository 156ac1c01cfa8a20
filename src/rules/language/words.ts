// The closed vocabulary of the language: operators, functions, time words, units, and words that people write instead.
import * as term from './expression-terms.ts';
import { foldSymbols } from './characters.ts';
import type { ComparisonOperator } from './syntax.ts';

/** Spoken and written forms of a comparison. The first of each is the canonical one. */
export const comparisonWords: ReadonlyMap<string, ComparisonOperator> = new Map([
  ['≥', '≥'],
  ['>=', '≥'],
  ['不低于', '≥'],
  ['达到', '≥'],
  ['>', '>'],
  ['超过', '>'],
  ['高于', '>'],
  ['≤', '≤'],
  ['<=', '≤'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['<', '<'],
  ['不足', '<'],
  ['低于', '<'],
  ['=', '='],
  ['为', '='],
  ['≠', '≠'],
  ['!=', '≠'],
  ['不为', '≠'],
]);

const windowYears = { 两: 2, 三: 3, 五: 5 } as const;
const windowTakes = ['合计', '均值', '每年', '任一年'] as const;
export type WindowWord = { readonly years: 2 | 3 | 5; readonly take: (typeof windowTakes)[number] };

/** 近两年合计 … 近五年任一年. */
export const windowWords: ReadonlyMap<string, WindowWord> = new Map(
  Object.entries(windowYears).flatMap(([digit, years]) =>
    windowTakes.map((take): [string, WindowWord] => [`近${digit}年${take}`, { years, take }]),
  ),
);

const yearWords = ['上年', '前年', '往年', '本年'] as const;
const growthWords = ['增长率', '平均增长率', '复合增长率'] as const;
const aggregateWords = ['数量', '合计', '任一', '全部'] as const;

export const functionWords: readonly string[] = [
  ...yearWords,
  ...windowWords.keys(),
  ...growthWords,
  '自成立近三年合计',
  '满',
  '天数',
  '月数',
  ...aggregateWords,
  '持有',
  '最小',
  '最大',
  '已知',
];

/** The words of the language and their tokens; the symbols are read in scan.ts. */
export const keywords: ReadonlyMap<string, number> = new Map([
  ...[...comparisonWords.keys()]
    .filter((word) => /\p{L}/u.test(word))
    .map((word): [string, number] => [word, term.Compare]),
  ['且', term.And],
  ['and', term.And],
  ['或', term.Or],
  ['or', term.Or],
  ['非', term.Not],
  ['not', term.Not],
  ['属于', term.In],
  ['in', term.In],
  ['不属于', term.NotIn],
  ['含', term.Contains],
  ['当', term.When],
  ['如果', term.If],
  ['则', term.Then],
  ['否则', term.Else],
  ['是', term.Truth],
  ['否', term.Truth],
  ['无', term.None],
  ['申报日', term.FilingDate],
  ...functionWords.map((word): [string, number] => [word, term.FunctionWord]),
]);

/** Tokens at which a run of letters may be parted when it makes no sense as a whole. */
export const partingTerms: ReadonlySet<number> = new Set([
  term.Compare,
  term.And,
  term.Or,
  term.Not,
  term.In,
  term.NotIn,
  term.Contains,
  term.When,
  term.If,
  term.Then,
  term.Else,
  term.HintCompare,
  term.HintAnd,
  term.HintOr,
  term.HintSuffix,
]);

/** A word that is not in the language: what to write instead. */
type Hint = { readonly term: number; readonly write: string };

const hintsOf = (kind: number, pairs: Readonly<Record<string, string>>): [string, Hint][] =>
  Object.entries(pairs).map(([word, write]) => [word, { term: kind, write }]);

const windowHints = Object.fromEntries(
  Object.entries({ 2: '两', 二: '两', 3: '三', 5: '五' }).flatMap(([digit, spoken]) =>
    windowTakes.map((take) => [`近${digit}年${take}`, `近${spoken}年${take}`]),
  ),
);

export const hints: ReadonlyMap<string, Hint> = new Map([
  ...hintsOf(term.HintCompare, {
    大于: '>',
    多于: '>',
    大于等于: '≥',
    大于或等于: '≥',
    不小于: '≥',
    不少于: '≥',
    至少: '≥',
    小于: '<',
    少于: '<',
    小于等于: '≤',
    小于或等于: '≤',
    不大于: '≤',
    不多于: '≤',
    至多: '≤',
    等于: '=',
    不等于: '≠',
    不是: '≠',
  }),
  ...hintsOf(term.HintAnd, { 并且: '且', 同时: '且', 以及: '且', AND: '且' }),
  ...hintsOf(term.HintOr, { 或者: '或', OR: '或' }),
  ...hintsOf(term.HintSuffix, { 以上: '≥', 及以上: '≥', 以下: '≤', 及以下: '≤', 以内: '≤' }),
  ...hintsOf(term.HintCall, {
    上年度: '上年',
    上一年: '上年',
    上一年度: '上年',
    去年: '上年',
    前年度: '前年',
    本年度: '本年',
    今年: '本年',
    求和: '合计',
    总和: '合计',
    个数: '数量',
    max: '最大',
    min: '最小',
    sum: '合计',
    count: '数量',
    近两年平均: '近两年均值',
    近三年平均: '近三年均值',
    近五年平均: '近五年均值',
    ...windowHints,
  }),
]);

/** Signs of programming languages. */
export const signHints: ReadonlyMap<string, Hint> = new Map([
  ...hintsOf(term.HintCompare, { '==': '=', '=>': '≥', '=<': '≤', '<>': '≠' }),
  ...hintsOf(term.HintAnd, { '&&': '且', '&': '且' }),
  ...hintsOf(term.HintOr, { '||': '或', '|': '或' }),
]);

/** What to write instead of this word or sign; null when nothing is known. */
export const writtenHere = (text: string): string | null =>
  (hints.get(text) ?? signHints.get(foldSymbols(text)))?.write ?? null;

/** Words that stand for nothing here, and what says it. */
export const foreignWords: ReadonlyMap<string, string> = new Map([
  ...['NOT', '不', '没有'].map((word): [string, string] => [word, '写 非 …，或 不属于']),
  ...['if', 'IF', 'then', 'else', 'IIF'].map((word): [string, string] => [word, '写 如果 … 则 … 否则 …']),
  ...['true', 'TRUE', 'True'].map((word): [string, string] => [word, '写 是']),
  ...['false', 'FALSE', 'False'].map((word): [string, string] => [word, '写 否']),
  ...['null', 'NULL', 'None', '空'].map((word): [string, string] => [word, '写 已知(…)，或 无']),
  ...['万', '亿'].map((word): [string, string] => [word, `写 500${word}元 这样的金额`]),
]);

/** Signs that stand for nothing here, and what says it. */
export const foreignSigns: ReadonlyMap<string, string> = new Map([
  ['!', '写 非 …'],
  ...['[', '{', '【'].map((sign): [string, string] => [sign, '写 (']),
  ...[']', '}', '】'].map((sign): [string, string] => [sign, '写 )']),
  ...["'", '‘', '’', '『', '』'].map((sign): [string, string] => [sign, '文字写在 「…」 里']),
  ...[';', '。'].map((sign): [string, string] => [sign, '用 且 连接，或分成几个条件']),
  ...['¥', '￥', '$'].map((sign): [string, string] => [sign, '写 500元 这样的金额']),
  ['%', '百分号前面要有数，如 5%'],
]);

/** Fen in one of the unit. */
export const moneyUnits: ReadonlyMap<string, bigint> = new Map([
  ['元', 100n],
  ['万元', 1_000_000n],
  ['亿元', 10_000_000_000n],
]);
export const ratioUnits: ReadonlySet<string> = new Set(['%', '个百分点']);
export const durationUnits = ['年', '个月', '日', '个工作日'] as const;

/** The unit that a count has when it is written so: 6个月 is six of 月. */
export const countUnit = (unit: string): string => (unit === '个月' ? '月' : unit);
