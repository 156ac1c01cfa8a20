// The shape of glossary.yaml: the words of the sources; one without `means` is known by name only.
import { z } from 'zod';
import { cited } from './clauses.ts';
import { mapping, scalar } from './scalars.ts';
import { names } from './stated.ts';

const term = mapping({
  ...cited,
  term: scalar,
  en: scalar.optional(),
  means: scalar.optional(),
  'not-to-be-confused-with': names.optional(),
  see: names.optional(),
  unsettled: z.array(scalar).optional(),
});

export const glossaryFile = z.union([z.array(term), mapping({ ...cited, terms: z.array(term) })]);

export type TermShape = z.output<typeof term>;
