// Why a text does not follow the grammar, said in terms of the words on either side of the place.
import { problemAt, type ExpressionProblem } from './checking.ts';
import { foldName, isSpace } from './characters.ts';
import { pieceAt, type Memo } from './cut.ts';
import * as term from './expression-terms.ts';
import type { Lexicon } from './lexicon.ts';
import { readText } from './tokenizer.ts';
import { writtenHere } from './words.ts';

type Token = { readonly term: number; readonly from: number; readonly to: number };

/** All tokens of a text, in order. */
export const tokensOf = (text: string, lexicon: Lexicon): readonly Token[] => {
  const read = readText(text);
  const memo: Memo = new Map();
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(read(at))) {
      at++;
      continue;
    }
    const piece = pieceAt(lexicon, read, at, memo);
    tokens.push({ term: piece.term, from: at, to: piece.end });
    at = piece.end;
  }
  return tokens;
};

const operands: ReadonlySet<number> = new Set([
  term.Numeral,
  term.Day,
  term.Text,
  term.Truth,
  term.None,
  term.FilingDate,
  term.Name,
  term.Unknown,
  term.FunctionWord,
  term.Open,
  term.HintCall,
]);
const ends: ReadonlySet<number> = new Set([
  term.Numeral,
  term.Day,
  term.Text,
  term.Truth,
  term.None,
  term.FilingDate,
  term.Name,
  term.Unknown,
  term.Close,
]);

const bracketProblem = (text: string, tokens: readonly Token[]): ExpressionProblem | null => {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.term === term.Open) open.push(token);
    if (token.term === term.Close && !open.pop()) {
      return problemAt(token, 'extra-bracket', '多了一个右括号', {
        found: text.slice(token.from, token.to),
        remedy: '去掉它，或补上左括号',
      });
    }
  }
  const last = open.at(-1);
  if (!last) return null;
  return problemAt(last, 'missing-bracket', '括号没有关上', { found: '(', expected: ')', remedy: '补上右括号' });
};

/** 收成(2023): a year is named by a function around the series. */
const notAFunction = (lexicon: Lexicon, span: Token, name: string): ExpressionProblem => {
  const fact = lexicon.meanings.get(foldName(name))?.fact;
  const remedy = fact?.yearly === true ? `写 上年(${name}) 或 往年(${name}，3)` : '去掉括号，或在中间写运算符';
  return problemAt(span, 'not-a-function', `「${name}」不是函数`, { found: name, remedy });
};

type Neighbours = { readonly before: Token; readonly token: Token; readonly after: Token | undefined };

const adjacent = (text: string, lexicon: Lexicon, { before, token, after }: Neighbours): ExpressionProblem => {
  const [left, right] = [text.slice(before.from, before.to), text.slice(token.from, token.to)];
  if (after?.term === term.HintSuffix) {
    const found = text.slice(after.from, after.to);
    const write = writtenHere(found) ?? '≥';
    return problemAt(after, 'write-instead', `不写「${found}」`, {
      found,
      expected: write,
      remedy: `写 ${before.term === term.Close ? '…' : left} ${write} ${right}`,
    });
  }
  if (token.term === term.Open && before.term === term.Name) return notAFunction(lexicon, before, left);
  if (right === '是') {
    return problemAt(token, 'write-instead', '不写「是」', { found: '是', expected: '=', remedy: '写 =' });
  }
  return problemAt(token, 'missing-operator', `「${left}」和「${right}」之间缺少运算符`, {
    found: right,
    expected: '≥、=、且 等',
    remedy: '写出比较或连接，如 ≥、=、且',
  });
};

/** The places where an operand follows an operand, or an operator has nothing to work on. */
const neighbourProblem = (text: string, lexicon: Lexicon, tokens: readonly Token[]): ExpressionProblem | null => {
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const follows = before !== undefined && ends.has(before.term);
    if (token.term === term.FunctionWord && tokens[i + 1]?.term !== term.Open) {
      const word = text.slice(token.from, token.to);
      return problemAt(token, 'missing-bracket', `「${word}」后面要有括号`, {
        found: word,
        expected: `${word}(…)`,
        remedy: `写 ${word}(…)`,
      });
    }
    if (follows && operands.has(token.term)) {
      // An unknown word has its own problem; what it joins cannot be told.
      if (before.term === term.Unknown || token.term === term.Unknown) continue;
      return adjacent(text, lexicon, { before, token, after: tokens[i + 1] });
    }
    const opens = token.term !== term.Not && token.term !== term.If && token.term !== term.Minus;
    const isSuffix = token.term === term.HintSuffix || token.term === term.Bad;
    if (!follows && opens && !isSuffix && !operands.has(token.term)) {
      const isEmpty = token.term === term.Close && before?.term === term.Open;
      // A call may be empty here: the number of its arguments is another matter.
      if (isEmpty && isCallee(tokens[i - 2])) continue;
      return isEmpty ? emptyBrackets(token) : missingOperand(text, token);
    }
  }
  const last = tokens.at(-1);
  return last && !ends.has(last.term) && last.term !== term.HintSuffix && last.term !== term.Bad
    ? unfinished(text, last)
    : null;
};

const isCallee = (token: Token | undefined): boolean =>
  token?.term === term.FunctionWord || token?.term === term.HintCall || token?.term === term.Unknown;

const emptyBrackets = (token: Token): ExpressionProblem =>
  problemAt(token, 'empty-brackets', '括号里没有内容', {
    found: '()',
    expected: '事实、数或条件',
    remedy: '写上内容，或去掉括号',
  });

const missingOperand = (text: string, token: Token): ExpressionProblem => {
  const word = text.slice(token.from, token.to);
  return problemAt(token, 'missing-value', `「${word}」前面缺少内容`, { found: word, expected: '事实、数或条件' });
};

const unfinished = (text: string, last: Token): ExpressionProblem => {
  const word = text.slice(last.from, last.to);
  return problemAt(last, 'unfinished', `「${word}」后面缺少内容`, { found: word, expected: '事实、数或条件' });
};

/** 以上 where an operator should stand: 收成 以上 500万元. */
const suffixProblem = (text: string, tokens: readonly Token[]): ExpressionProblem | null => {
  const suffix = tokens.find(({ term: kind }, i) => kind === term.HintSuffix && tokens[i - 1]?.term !== term.Numeral);
  if (!suffix) return null;
  const found = text.slice(suffix.from, suffix.to);
  const write = writtenHere(found) ?? '≥';
  return problemAt(suffix, 'write-instead', `不写「${found}」`, { found, expected: write, remedy: `写 ${write}` });
};

/** 5,000元 */
const groupedProblem = (text: string, tokens: readonly Token[]): ExpressionProblem | null => {
  const comma = tokens.findIndex(
    ({ term: kind }, i) =>
      kind === term.Comma && tokens[i - 1]?.term === term.Numeral && tokens[i + 1]?.term === term.Numeral,
  );
  const [before, sign, after] = tokens.slice(Math.max(0, comma - 1), comma + 2);
  if (comma < 1 || !before || !sign || !after || before.to !== sign.from || sign.to !== after.from) return null;
  const found = text.slice(before.from, after.to);
  if (!/^[0-9]{1,3}$/.test(text.slice(before.from, before.to)) || !/^[0-9]{3}/.test(text.slice(after.from, after.to)))
    return null;
  const span = { from: before.from, to: after.to };
  return problemAt(span, 'write-instead', '数里不写逗号', { found, remedy: `写 ${found.replace(/[,，]/u, '')}` });
};

const conditionalProblem = (text: string, tokens: readonly Token[]): ExpressionProblem | null => {
  const count = (kind: number): number => tokens.filter((token) => token.term === kind).length;
  const [ifs, thens, elses] = [count(term.If), count(term.Then), count(term.Else)];
  if (ifs === thens && thens === elses) return null;
  const first = tokens.find((token) => token.term === term.If || token.term === term.Then || token.term === term.Else);
  return first
    ? problemAt(first, 'bad-conditional', '「如果」要有「则」和「否则」', {
        found: text.slice(first.from, first.to),
        expected: '如果 … 则 … 否则 …',
      })
    : null;
};

const strayProblem = (text: string, tokens: readonly Token[]): ExpressionProblem | null => {
  const pause = tokens.find((token) => token.term === term.Pause);
  if (pause) {
    return problemAt(pause, 'stray-pause', '「、」只用在集合的成员之间', {
      found: '、',
      remedy: '写 属于 (甲、乙)；参数之间写 ，',
    });
  }
  const stray = tokens.find((token) => token.term === term.When || token.term === term.Comma);
  return stray
    ? problemAt(stray, 'stray-word', `「${text.slice(stray.from, stray.to)}」不能用在这里`, {
        found: text.slice(stray.from, stray.to),
      })
    : null;
};

/**
 * The problem of a text that does not follow the grammar.
 *
 * @param place  where the parser first stumbled
 */
export const syntaxProblem = (text: string, lexicon: Lexicon, place: number): ExpressionProblem => {
  const tokens = tokensOf(text, lexicon);
  const known =
    bracketProblem(text, tokens) ??
    neighbourProblem(text, lexicon, tokens) ??
    suffixProblem(text, tokens) ??
    groupedProblem(text, tokens) ??
    conditionalProblem(text, tokens) ??
    strayProblem(text, tokens);
  if (known) return known;
  const token = tokens.find((each) => each.to > place) ?? tokens.at(-1) ?? { from: 0, to: text.length };
  const found = text.slice(token.from, token.to);
  return problemAt(token, 'syntax', `这里读不懂「${found}」`, { found, remedy: '检查运算符和括号' });
};
