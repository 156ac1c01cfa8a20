// The shape of indicators.yaml: defined, sourced, dated figures with what is stated of them and what is promised.
import { z } from 'zod';
import { subjectKinds } from '#rules/facts/dictionary.ts';
import { indicatorKinds } from '#rules/packs/nouns/nouns.ts';
import { cited } from './clauses.ts';
import { oneForm } from './forms.ts';
import { dateOrUnknown, mapping, partialDate, scalar, word } from './scalars.ts';
import { nounHead, statedKeys } from './stated.ts';

const windowForms = { since: {}, last: {}, year: {}, 'as-of': {} } as const;

const window = mapping({
  since: partialDate.optional(),
  last: scalar.optional(),
  year: partialDate.optional(),
  'as-of': partialDate.optional(),
}).superRefine(oneForm(windowForms, '期间'));

const population = mapping({ text: scalar, subject: word(subjectKinds).optional(), test: scalar.optional() });

const targetForms = ['at-least', 'more-than', 'exactly', 'full', 'above-best'] as const;

const target = mapping({
  form: word(targetForms),
  value: scalar.optional(),
  by: dateOrUnknown,
  clause: scalar.optional(),
});

const indicator = mapping({
  ...nounHead,
  kind: word(indicatorKinds),
  definition: scalar,
  unit: scalar.optional(),
  window: z.union([word(['on-date', 'none', 'unknown']), window]),
  distinct: scalar.optional(),
  population: z.union([word(['unknown']), population]),
  numerator: scalar.optional(),
  'measured-from': z.array(scalar).optional(),
  stated: z.array(mapping({ ...statedKeys, at: partialDate })).optional(),
  target: target.optional(),
  cautions: z.array(scalar).optional(),
});

export const indicatorsFile = z.union([z.array(indicator), mapping({ ...cited, indicators: z.array(indicator) })]);

export type IndicatorFileRow = z.output<typeof indicator>;
export type TargetShape = z.output<typeof target>;
