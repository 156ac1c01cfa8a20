// Where an evaluation begins: the firm, the date and the rulebook become a context.
import { freshMemory, type Context, type FirmMemory } from './context.ts';
import { decide, derive, scoreOf } from './decide.ts';
import { gradeOfDerivation } from './derivation-grade.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import type { Grade, Mode, Rulebook } from '#rules/packs/rulebook.ts';

export type EvaluationOptions = {
  /** The weakest grade that still decides; `seed` unless said. */
  readonly accept?: Grade;
  /** What was derived of this very firm on this very date, to be shared by all that is asked of it. */
  readonly shared?: FirmMemory;
};

export type Beginning = {
  readonly book: Rulebook;
  readonly firm: Enterprise;
  readonly on: PlainDate;
  readonly subject?: Subject | null;
  readonly mode?: Mode;
  readonly parametersOn?: PlainDate;
  readonly options?: EvaluationOptions | undefined;
};

/** A fresh context. Contexts of one firm, subject and date may share work by `{ ...context }`. */
export const begin = (from: Beginning): Context => ({
  book: from.book,
  firm: from.firm,
  subject: from.subject ?? null,
  on: from.on,
  parametersOn: from.parametersOn ?? from.on,
  mode: from.mode ?? 'new',
  accept: from.options?.accept ?? 'seed',
  year: null,
  row: null,
  derive,
  decide,
  scoreOf,
  gradeOf: gradeOfDerivation,
  memory: freshMemory(null, from.options?.shared ?? null),
  footing: null,
});
