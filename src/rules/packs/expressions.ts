// Reading the expressions of a pack: each is parsed with the dictionary of its own pack, and its problems get a place.
import { parseExpression, type ExpressionProblem, type Scope, type Wanted } from '#rules/language/parse.ts';
import type { Dictionary, ValueType } from '#rules/facts/dictionary.ts';
import type { Rational } from '#rules/exact/rational.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { placeInScalar, report, type Bench } from './bench.ts';

const reportExpression = (bench: Bench, scalar: NotedScalar, problem: ExpressionProblem): void => {
  const { code, message, span, found, expected, nearest, remedy } = problem;
  report(bench, placeInScalar(bench, scalar, span), code, message, { found, expected, nearest, remedy });
};

/** The expression of a scalar, or null with its problems reported. */
export const readExpression = (bench: Bench, scalar: NotedScalar, scope: Scope, wanted: Wanted): Expression | null => {
  if (isVoid(scalar.place)) return null;
  const parsed = parseExpression(scalar.text, scope, wanted);
  if (!parsed.ok) {
    for (const problem of parsed.problems) reportExpression(bench, scalar, problem);
    return null;
  }
  bench.spoken.push({ scalar, expression: parsed.expression });
  return parsed.expression;
};

/** A dictionary without names, for literals. */
const noNames: Dictionary = {
  facts: new Map(),
  byKey: new Map(),
  trees: new Map(),
  sets: new Map(),
  parameters: new Map(),
};

/** The value of a number literal of this type (500万元, 3%, 12); null with the problem reported when it is not one. */
export const readLiteral = (bench: Bench, scalar: NotedScalar, type: ValueType): Rational | null => {
  const expression = readExpression(
    bench,
    scalar,
    { dictionary: noNames, subject: 'enterprise', bareSeries: false },
    type,
  );
  if (expression === null || expression.kind === 'number') return expression?.value ?? null;
  report(bench, scalar.place, 'not-a-literal', '这里要写一个数，不能写算式', { found: scalar.text });
  return null;
};
