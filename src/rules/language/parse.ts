// Text to typed expression: the only way into the language. Never throws; every problem has a span and says what to write.
import { checkNode } from './check.ts';
import { isExcused, problemAt, type Checking, type ExpressionProblem, type Scope } from './checking.ts';
import { childrenOf } from './children.ts';
import * as term from './expression-terms.ts';
import { lexiconOf } from './lexicon.ts';
import type { Expression } from './syntax.ts';
import { syntaxProblem, tokensOf } from './syntax-problems.ts';
import { treeOf, type Cst } from './tree.ts';
import { booleanType, isCount, isPlainNumber, moneyType, nameOfType, ratioType, sameValues } from './types.ts';
import type { ValueType } from '#rules/facts/dictionary.ts';

export type { ExpressionProblem, Scope } from './checking.ts';

/** What the expression must yield; 'number' takes any count, 'value' anything, 'unknown' even a bare value such as 大型. */
export type Wanted = 'condition' | 'value' | 'unknown' | 'money' | 'ratio' | 'number' | ValueType;

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  /** No problem is told when the only one is a name whose declaration has a problem of its own. */
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

const longest = 4000;
/** More would not be read. */
const mostProblems = 50;
const deepest = 40;
/** Terms of one sum or product, which nest to the left. */
const longestChain = 300;

const expectedOf = (wanted: Wanted): ValueType | null => {
  switch (wanted) {
    case 'condition':
      return booleanType;
    case 'money':
      return moneyType;
    case 'ratio':
      return ratioType;
    case 'unknown':
      return { kind: 'choice', values: [] };
    case 'number':
    case 'value':
      return null;
    default:
      return wanted;
  }
};

const yields = (e: Expression, wanted: Wanted): boolean => {
  const { type } = e;
  if (wanted === 'value' || wanted === 'unknown') return true;
  if (wanted === 'condition') return type.kind === 'boolean';
  if (wanted === 'number') return isCount(type);
  if (typeof wanted === 'string') return type.kind === wanted;
  if (isCount(wanted)) return isCount(type) && (wanted.unit === type.unit || isPlainNumber(e));
  if (e.kind === 'none') return true;
  if (wanted.kind === 'duration') return e.kind === 'duration';
  return type.kind === wanted.kind && (type.kind === 'tree' || 'values' in type ? sameValues(type, wanted) : true);
};

const wantedName = (wanted: Wanted): string => {
  if (wanted === 'condition') return '条件';
  const type = expectedOf(wanted);
  return type === null ? '数' : nameOfType(type);
};

/** How deep brackets, 非 and 如果 stand inside one another. */
const nestingProblem = (root: Cst): ExpressionProblem | null => {
  const nests = (kind: number): boolean =>
    kind === term.Parenthesised || kind === term.Call || kind === term.Conditional || kind === term.Negation;
  const open: { readonly node: Cst; readonly depth: number; readonly level: number }[] = [
    { node: root, depth: 0, level: 0 },
  ];
  for (let top = open.pop(); top; top = open.pop()) {
    const { node, level } = top;
    const depth = nests(node.term) ? top.depth + 1 : top.depth;
    if (depth > deepest || level > longestChain) {
      const what = depth > deepest ? `嵌套超过 ${deepest} 层` : `连着写了 ${longestChain} 个以上的运算`;
      return problemAt(node, 'too-deep', what, { remedy: '把一部分写成导出事实' });
    }
    for (const part of node.parts) open.push({ node: part, depth, level: level + 1 });
  }
  return null;
};

/** Compound growth is only ever compared with a literal: elsewhere its root would have to be computed. */
const compoundProblems = (root: Expression): readonly ExpressionProblem[] => {
  const problems: ExpressionProblem[] = [];
  const visit = (e: Expression, allowed: boolean): void => {
    if (e.kind === 'growth' && e.word === '复合增长率' && !allowed) {
      problems.push(
        problemAt(e.span, 'compound-growth', '复合增长率只能与写出的比例比较', { remedy: '写 复合增长率(…) ≥ 5%' }),
      );
    }
    for (const child of childrenOf(e)) visit(child, e.kind === 'comparison' || e.kind === 'known');
  };
  visit(root, true);
  return problems;
};

const firstError = (root: Cst): number => {
  const open: Cst[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.term < 0) return node.from;
    open.push(...node.parts.toReversed());
  }
  return root.from;
};

/** Unknown words and words to be written otherwise, in a text whose structure is broken. */
const wordProblems = (at: Checking): void => {
  for (const token of tokensOf(at.text, at.lexicon)) {
    const isWord = token.term === term.Unknown || token.term === term.Bad;
    if (isWord) checkNode(at, { ...token, parts: [] }, null);
  }
};

/** True when a word that could not be read where it is declared may be what breaks the structure. */
const isUnreadable = (at: Checking): boolean =>
  tokensOf(at.text, at.lexicon).some(
    ({ term: kind, from, to }) => kind === term.Unknown && isExcused(at, at.text.slice(from, to)),
  );

const parseSyntax = (text: string, scope: Scope): Cst | readonly ExpressionProblem[] => {
  if (text.length > longest) {
    const span = { from: longest, to: text.length };
    return [
      problemAt(span, 'too-long', `表达式超过 ${longest} 个字`, {
        found: `${text.length} 个字`,
        remedy: '分成几个条件',
      }),
    ];
  }
  const { root, broken } = treeOf(text, scope.dictionary);
  const deep = nestingProblem(root);
  if (deep) return [deep];
  if (broken) {
    const lexicon = lexiconOf(scope.dictionary);
    const at = checkingOf(text, scope);
    if (isUnreadable(at)) return [];
    wordProblems(at);
    const syntax = syntaxProblem(text, lexicon, firstError(root));
    // A word that cannot be read explains a place that cannot.
    return syntax.code === 'syntax' && at.problems.length > 0 ? at.problems : [...at.problems, syntax];
  }
  const [body] = root.parts;
  return body ?? [problemAt({ from: 0, to: text.length }, 'empty', '这里要写表达式', { found: '空' })];
};

const checkingOf = (text: string, scope: Scope): Checking => ({
  text,
  lexicon: lexiconOf(scope.dictionary),
  scope,
  problems: [],
  rows: null,
  eachYear: false,
  check: checkNode,
});

const isProblems = (body: Cst | readonly ExpressionProblem[]): body is readonly ExpressionProblem[] =>
  Array.isArray(body);

const refused = (problems: readonly ExpressionProblem[]): Parsed => ({
  ok: false,
  problems: problems.toSorted((a, b) => a.span.from - b.span.from).slice(0, mostProblems),
});

/**
 * Reads an expression.
 *
 * @param text    one expression; at most 4000 characters, at most 40 levels of brackets
 * @param scope   the dictionary whose words count, and whose facts are at hand
 * @param wanted  what the expression must yield
 * @returns       the typed tree, or every problem found, in the order of the text
 * @source        docs/pack-authors.md#expressions
 */
export const parseExpression = (text: string, scope: Scope, wanted: Wanted): Parsed => {
  const body = parseSyntax(text, scope);
  if (isProblems(body)) return refused(body);
  const at = checkingOf(text, scope);
  const expression = checkNode(at, body, expectedOf(wanted));
  if (expression === null || at.problems.length > 0) {
    return refused(at.problems);
  }
  const compound = compoundProblems(expression);
  if (compound.length > 0) return refused(compound);
  if (yields(expression, wanted)) return { ok: true, expression };
  const expected = wantedName(wanted);
  const problem = problemAt(
    expression.span,
    wanted === 'condition' ? 'condition-expected' : 'wrong-type',
    `这里要写${expected}，写的是${nameOfType(expression.type)}`,
    {
      found: text,
      expected,
      remedy: wanted === 'condition' ? `写 ${text.trim()} ≥ … 这样的比较` : null,
    },
  );
  return refused([problem]);
};
