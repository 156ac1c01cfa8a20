// The language specified in itself: every case of cases/*.yaml is parsed, printed three ways, parsed back and evaluated.
import { describe, expect, it } from 'vitest';
import { languageCases, type BadCase, type GoodCase, type LanguageCase, type ValueCase } from '#test/support/language-cases.ts';
import { dayOf, orchard } from '#test/support/orchard.ts';
import { begin } from '#rules/evaluate/begin.ts';
import { evaluate } from '#rules/evaluate/expression.ts';
import { whyOf } from '#rules/evaluate/outcome.ts';
import { showOutcome } from '#rules/evaluate/show.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import { readGiven } from '#rules/facts/read-enterprise.ts';
import { printProblem } from '#rules/problem.ts';
import { parseExpression, type Parsed, type Scope, type Wanted } from './parse.ts';
import { printChinese } from './print-chinese.ts';
import { printEnglish } from './print-english.ts';
import { printFeel } from './print-feel.ts';
import type { Expression } from './syntax.ts';
import { nameOfType } from './types.ts';

const { dictionary } = orchard;

const words = ['condition', 'value', 'money', 'ratio', 'number'] as const;

const wantedOf = (word: string): Wanted => {
  const known = words.find((each) => each === word) ?? dictionary.facts.get(word)?.type;
  if (known === undefined) throw new Error(`${word} is neither a kind nor a fact`);
  return known;
};

const parse = (one: LanguageCase, text: string): Parsed => {
  const scope: Scope = { dictionary, subject: one.subject, bareSeries: one.bareSeries };
  return parseExpression(text, scope, wantedOf(one.wants));
};

const treeOf = (one: LanguageCase, text: string): Expression => {
  const parsed = parse(one, text);
  if (parsed.ok) return parsed.expression;
  throw new Error(`${text}: ${parsed.problems.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
};

/** The tree without the places where it was written. */
const withoutSpans = (e: Expression): unknown =>
  JSON.parse(JSON.stringify(e, (key, value: unknown) => (key === 'span' ? undefined : typeof value === 'bigint' ? `${value}n` : value)));

const firmOf = ({ given }: ValueCase): Enterprise => {
  const read = readGiven(given, dictionary);
  if (!read.ok) throw new Error(read.problems.map(printProblem).join('\n'));
  return read.value;
};

const subjectOf = (one: LanguageCase, firm: Enterprise): Subject | null =>
  one.subject === 'enterprise' ? null : (firm.subjects[one.subject]?.[0] ?? null);

const valueOf = (one: LanguageCase, tree: Expression, wanted: ValueCase): Omit<ValueCase, 'given' | 'on'> => {
  const firm = firmOf(wanted);
  const outcome = evaluate(begin({ book: orchard, firm, on: dayOf(wanted.on), subject: subjectOf(one, firm) }), tree);
  const why = whyOf(outcome);
  return {
    value: showOutcome(outcome, tree.type) ?? '未知',
    missing: why?.missing ?? [],
    reasons: why?.reasons.map(({ code }) => code) ?? [],
  };
};

const checkGood = (one: LanguageCase, good: GoodCase): void => {
  const tree = treeOf(one, good.text);
  expect(printChinese(tree)).toBe(good.chinese);
  expect(withoutSpans(treeOf(one, good.chinese))).toEqual(withoutSpans(tree));
  for (const other of good.also) expect(withoutSpans(treeOf(one, other)), other).toEqual(withoutSpans(tree));
  if (good.english !== null) expect(printEnglish(tree)).toBe(good.english);
  if (good.feel !== null) expect(printFeel(tree)).toBe(good.feel);
  if (good.type !== null) expect(nameOfType(tree.type)).toBe(good.type);
};

const checkBad = (one: LanguageCase, bad: BadCase): void => {
  const parsed = parse(one, bad.text);
  const found = parsed.ok ? [] : parsed.problems;
  expect(found.map(({ code, span }) => [code, span.from, bad.text.slice(span.from, span.to)])).toEqual(
    bad.problems.map(({ code, from, at }) => [code, from, at]),
  );
  for (const [i, problem] of bad.problems.entries()) {
    expect(found[i]).toMatchObject({ nearest: problem.nearest });
    if (problem.expected !== null) expect(found[i]?.expected).toBe(problem.expected);
    if (problem.remedy !== null) expect(found[i]?.remedy).toBe(problem.remedy);
  }
};

const files = Map.groupBy(languageCases, ({ file }) => file);

describe.each([...files])('%s', (_, cases) => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    if (one.good) checkGood(one, one.good);
    if (one.bad) checkBad(one, one.bad);
  });

  const valued = cases.flatMap((one) => one.good?.values.map((value) => [one, value] as const) ?? []);
  it.each(valued.map(([one, value]) => [`${one.title}: ${value.value}`, one, value] as const))('%s', (_title, one, value) => {
    const { missing, reasons } = value;
    expect(valueOf(one, treeOf(one, one.good?.text ?? ''), value)).toEqual({ value: value.value, missing, reasons });
  });
});
