// Calls: which function, how many arguments, and the plain functions 最小 最大 已知.
import { refuse, spanOf, textOf, type Checking } from './checking.ts';
import { isCalculable } from './arithmetic.ts';
import { hasOwnType, refuseMixture } from './comparisons.ts';
import * as term from './expression-terms.ts';
import { checkAggregate, checkHolds } from './list-calls.ts';
import { nearestWord } from './nearest-word.ts';
import type { Expression } from './syntax.ts';
import {
  checkAged,
  checkEarlierYear,
  checkElapsed,
  checkGrowth,
  checkSinceFounded,
  checkWindow,
  checkYear,
  type Call,
} from './time-calls.ts';
import type { Cst } from './tree.ts';
import { booleanType, isCount, unitsFit } from './types.ts';
import { functionWords, windowWords, writtenHere } from './words.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

const joinTypes = (a: Expression, b: Expression): ValueType | null => {
  if (isCount(a.type) && isCount(b.type)) {
    const kind = a.type.kind === 'integer' && b.type.kind === 'integer' ? 'integer' : 'number';
    return unitsFit(a, b) ? { kind, unit: a.type.unit ?? b.type.unit } : null;
  }
  return a.type.kind === b.type.kind ? a.type : null;
};

/** 最小(a，b，…) 最大(a，b，…): numbers of one kind. */
const checkExtreme = (at: Checking, call: Call, word: '最小' | '最大'): Expression | null => {
  const [first] = call.args;
  if (!first) return null;
  const of: Expression[] = [];
  // A literal is read like the first part that has a type of its own.
  const probe = call.args.find((arg) => hasOwnType(at, arg)) ?? first;
  const model = at.check(at, probe, null);
  for (const arg of call.args) {
    const part = arg === probe ? model : model && at.check(at, arg, model.type);
    if (part && isCalculable(at, part)) of.push(part);
  }
  const [head, ...rest] = of;
  if (!head || of.length < call.args.length) return null;
  let type = head.type;
  for (const part of rest) {
    const joined = joinTypes(head, part);
    if (joined === null) return refuseMixture(at, head, part, { ...first, from: call.span.from, to: call.span.to });
    if (type.kind !== 'number') type = joined;
  }
  return { kind: 'extreme', span: call.span, type, word, of };
};

const checkKnown = (at: Checking, call: Call): Expression | null => {
  const [arg] = call.args;
  const of = arg ? at.check(at, arg, null) : null;
  return of && { kind: 'known', span: call.span, type: booleanType, of };
};

type Function = {
  readonly least: number;
  readonly most: number;
  readonly shape: string;
  readonly check: (at: Checking, call: Call) => Expression | null;
};

const exactly = (count: number, shape: string, check: Function['check']): Function => ({
  least: count,
  most: count,
  shape,
  check,
});

const functions: ReadonlyMap<string, Function> = new Map([
  ...(['上年', '前年', '本年'] as const).map((word): [string, Function] => [
    word,
    exactly(1, `${word}(营业收入)`, (at, call) => checkYear(at, call, word)),
  ]),
  ['往年', exactly(2, '往年(营业收入，3)', checkEarlierYear)],
  ...[...windowWords].map(([word, window]): [string, Function] => [
    word,
    exactly(1, window.take.endsWith('年') ? `${word}(营业收入 ≥ 500万元)` : `${word}(营业收入)`, (at, call) =>
      checkWindow(at, call, window),
    ),
  ]),
  ['增长率', exactly(1, '增长率(营业收入)', (at, call) => checkGrowth(at, call, '增长率'))],
  ...(['平均增长率', '复合增长率'] as const).map((word): [string, Function] => [
    word,
    exactly(2, `${word}(营业收入，2)`, (at, call) => checkGrowth(at, call, word)),
  ]),
  ['自成立近三年合计', exactly(1, '自成立近三年合计(研发费用)', checkSinceFounded)],
  ['满', exactly(2, '满(注册日期，2年)', checkAged)],
  ...(['天数', '月数'] as const).map((word): [string, Function] => [
    word,
    exactly(2, `${word}(注册日期，申报日)`, (at, call) => checkElapsed(at, call, word)),
  ]),
  ...(['数量', '合计', '任一', '全部'] as const).map((word): [string, Function] => [
    word,
    exactly(1, word === '合计' ? '合计(贷款.本金 当 …)' : `${word}(专利 当 …)`, (at, call) =>
      checkAggregate(at, call, word),
    ),
  ]),
  ['持有', exactly(1, '持有(小巨人)', checkHolds)],
  ...(['最小', '最大'] as const).map((word): [string, Function] => [
    word,
    { least: 2, most: 20, shape: `${word}(a，b)`, check: (at, call) => checkExtreme(at, call, word) },
  ]),
  ['已知', exactly(1, '已知(注册日期)', checkKnown)],
]);

const refuseName = (at: Checking, name: Cst): null => {
  const found = textOf(at, name);
  const write = writtenHere(found);
  if (write !== null) {
    return refuse(at, spanOf(name), 'write-instead', `不写「${found}」`, {
      found,
      expected: write,
      remedy: `写 ${write}(…)`,
    });
  }
  return refuse(at, spanOf(name), 'unknown-function', `没有函数「${found}」`, {
    found,
    nearest: nearestWord(found, functionWords),
  });
};

const isMark = (kind: number): boolean => kind === term.Open || kind === term.Close || kind === term.Comma;

export const checkCall = (at: Checking, node: Cst): Expression | null => {
  const [name, ...rest] = node.parts;
  if (!name) return null;
  if (name.term !== term.FunctionWord) return refuseName(at, name);
  const call: Call = {
    word: textOf(at, name).normalize('NFKC'),
    span: spanOf(node),
    name,
    args: rest.filter((part) => !isMark(part.term)),
  };
  const known = functions.get(call.word);
  if (!known) return refuseName(at, name);
  const given = call.args.length;
  if (given < known.least || given > known.most) {
    const expected = known.least === known.most ? `${known.least} 个` : `${known.least} 到 ${known.most} 个`;
    return refuse(at, call.span, 'wrong-arguments', `「${call.word}」要 ${expected}参数`, {
      found: `${given} 个`,
      expected,
      remedy: `写 ${known.shape}`,
    });
  }
  const stray = call.args.find((arg) => arg.term === term.Filtered);
  if (stray && !['数量', '合计', '任一', '全部'].includes(call.word)) {
    return refuse(at, spanOf(stray), 'stray-where', `「${call.word}」里不用 当`, {
      found: textOf(at, stray),
      remedy: '当 只用在 数量、合计、任一、全部 里',
    });
  }
  return known.check(at, call);
};
