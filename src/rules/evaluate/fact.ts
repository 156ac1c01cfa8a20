// One fact of a firm, asked or derived.
import { begin, type EvaluationOptions } from './begin.ts';
import { evaluate } from './expression.ts';
import { lastYear } from './context.ts';
import type { Outcome } from './outcome.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

/**
 * A fact's value as an outcome; a yearly fact gives the value of 上年.
 *
 * @param subject  the project, person … that the fact is of; null for the enterprise
 */
export const factValue = (
  book: Rulebook,
  fact: FactDefinition,
  firm: Enterprise,
  on: PlainDate,
  subject: Subject | null = null,
  options?: EvaluationOptions,
): Outcome => {
  const context = begin({ book, firm, on, subject, options });
  const year = fact.yearly ? lastYear(context) : null;
  return evaluate({ ...context, year }, { kind: 'fact', fact, type: fact.type, span: { from: 0, to: 0 } });
};
