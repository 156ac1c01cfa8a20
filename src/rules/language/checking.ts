// What the checker carries along: the text, the words, where we are, and the problems found so far.
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Expression, Span } from './syntax.ts';
import type { Cst } from './tree.ts';
import type { Dictionary, FactDefinition, SubjectKind, ValueType } from '#rules/facts/dictionary.ts';
import { foldName } from './characters.ts';

/** What an expression may speak of. */
export type Scope = {
  readonly dictionary: Dictionary;
  /** 项目.x is allowed only where this is 'project' (null: not known); facts of the enterprise always are. */
  readonly subject: SubjectKind | null;
  /** True in derivations of yearly facts: a series stands bare and means the year at hand. Null: not known. */
  readonly bareSeries: boolean | null;
};

/** What is wrong with an expression, and where in its text. */
export type ExpressionProblem = {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly nearest: string | null;
  readonly remedy: string | null;
};

/** The columns of the row at hand, inside a 当 clause. */
export type RowScope = {
  /** As written before 当: 专利, 项目.发票. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, { readonly type: ValueType; readonly fact: FactDefinition | null }>;
};

export type Checking = {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly scope: Scope;
  readonly problems: ExpressionProblem[];
  readonly rows: RowScope | null;
  /** Inside 每年 or 任一年: a series stands bare. */
  readonly eachYear: boolean;
  /** Checks a part. `expected` says how a bare value word or a number is to be read; it is not enforced. */
  readonly check: (at: Checking, node: Cst, expected: ValueType | null) => Expression | null;
};

type Details = { readonly [key in 'found' | 'expected' | 'nearest' | 'remedy']?: string | null };

export const problemAt = (span: Span, code: string, message: string, details: Details = {}): ExpressionProblem => ({
  code,
  span: { from: span.from, to: span.to },
  message,
  found: details.found ?? null,
  expected: details.expected ?? null,
  nearest: details.nearest ?? null,
  remedy: details.remedy ?? null,
});

/** True for a name that is declared with a problem of its own, or a path (项目.x, 称号.x) with such a name in it. */
export const isUnsure = (at: Checking, name: string): boolean => {
  const { unsure } = at.lexicon.dictionary;
  if (unsure === undefined) return false;
  const meaning = at.lexicon.meanings.get(foldName(name));
  if (meaning) return meaning.unsure;
  return name.split('.').some((part) => at.lexicon.meanings.get(foldName(part))?.unsure === true);
};

/** Notes a problem and yields null, which a caller passes on without a further word. */
export const refuse = (at: Checking, span: Span, code: string, message: string, details: Details = {}): null => {
  if (isUnsure(at, textOf(at, span))) return null;
  at.problems.push(problemAt(span, code, message, details));
  return null;
};

export const textOf = (at: Checking, span: Span): string => at.text.slice(span.from, span.to);

export const spanOf = (node: Cst): Span => ({ from: node.from, to: node.to });

/** True when the word can be no mistake of the writer: what it stands for could not be read. */
export const isExcused = (at: Checking, word: string): boolean =>
  at.lexicon.dictionary.unsure?.open === true || isUnsure(at, word);

export const meaningOf = (at: Checking, node: Cst): Meaning | undefined =>
  at.lexicon.meanings.get(foldName(textOf(at, node)));
