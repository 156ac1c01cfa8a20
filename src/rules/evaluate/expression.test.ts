// Every operator and function by example: each case of cases/*.yaml is parsed, printed, parsed back and evaluated.
import { describe, expect, it } from 'vitest';
import { expressionCases, type ExpressionCase, type ValueCase } from '#test/support/expression-cases.ts';
import { dayOf, orchard } from '#test/support/orchard.ts';
import { begin } from './begin.ts';
import { lastYear } from './context.ts';
import { evaluate } from './expression.ts';
import { whyOf } from './outcome.ts';
import { showOutcome } from './show.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import { readGiven } from '#rules/facts/read-enterprise.ts';
import { parseExpression, type Scope, type Wanted } from '#rules/language/parse.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Expression } from '#rules/language/syntax.ts';
import { nameOfType } from '#rules/language/types.ts';
import { printProblem } from '#rules/problem.ts';

const { dictionary } = orchard;

const words = ['condition', 'value', 'money', 'ratio', 'number'] as const;

const wantedOf = (word: string): Wanted => {
  const known = words.find((each) => each === word) ?? dictionary.facts.get(word)?.type;
  if (known === undefined) throw new Error(`${word} is neither a kind nor a fact`);
  return known;
};

const treeOf = (one: ExpressionCase, text: string): Expression => {
  const scope: Scope = { dictionary, subject: one.subject, bareSeries: one.bareSeries };
  const parsed = parseExpression(text, scope, wantedOf(one.wants));
  if (parsed.ok) return parsed.expression;
  throw new Error(`${text}: ${parsed.problems.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
};

/** The tree without the places where it was written. */
const withoutSpans = (e: Expression): unknown =>
  JSON.parse(
    JSON.stringify(e, (key, value: unknown) =>
      key === 'span' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
    ),
  );

const firmOf = ({ given }: ValueCase): Enterprise => {
  const read = readGiven(given, dictionary);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return read.value;
};

const subjectOf = (one: ExpressionCase, firm: Enterprise): Subject | null =>
  one.subject === 'enterprise' ? null : (firm.subjects[one.subject]?.[0] ?? null);

const valueOf = (one: ExpressionCase, wanted: ValueCase): unknown => {
  const tree = treeOf(one, one.text);
  const firm = firmOf(wanted);
  const context = begin({ book: orchard, firm, on: dayOf(wanted.on), subject: subjectOf(one, firm) });
  const outcome = evaluate({ ...context, year: one.bareSeries ? lastYear(context) : null }, tree);
  const why = whyOf(outcome);
  return {
    value: showOutcome(outcome, tree.type) ?? '未知',
    missing: why?.missing ?? [],
    reasons: why?.reasons.map(({ code }) => code) ?? [],
  };
};

const files = Map.groupBy(expressionCases, ({ file }) => file);

describe.each([...files])('%s', (_, cases) => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const tree = treeOf(one, one.text);
    expect(printChinese(tree)).toBe(one.chinese);
    for (const other of [one.chinese, ...one.also]) {
      expect(withoutSpans(treeOf(one, other)), other).toEqual(withoutSpans(tree));
    }
    expect(nameOfType(tree.type)).toBe(one.type ?? nameOfType(tree.type));
  });

  const valued = cases.flatMap((one) => one.values.map((value) => [one, value] as const));
  const named = valued.map(([one, value], i) => [`${one.title}，第${i + 1}个值：${value.value}`, one, value] as const);
  it.each(named)('%s', (_title, one, value) => {
    const { missing, reasons } = value;
    expect(valueOf(one, value)).toEqual({ value: value.value, missing, reasons });
  });
});
