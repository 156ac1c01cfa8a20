// The shape of assessments/*.yaml: questionnaires, panels and platform scores, and what their points mean.
import { z } from 'zod';
import { assessed, assessmentKinds } from '#rules/packs/nouns/nouns.ts';
import { cited } from './clauses.ts';
import { entriesOf, mapping, scalar, word } from './scalars.ts';
import { namedCount, nounHead, stated } from './stated.ts';

const assessment = mapping({
  ...nounHead,
  kind: word(assessmentKinds),
  subject: word(assessed),
  document: scalar,
  score: scalar,
  result: scalar.optional(),
  levels: z.union([word(['unknown', 'none']), entriesOf(stated)]),
  dimensions: z.array(scalar).optional(),
  counts: z.array(namedCount).optional(),
});

/** One assessment, a list, or `{ clauses, assessments }`. */
export const assessmentsFile = z.union([
  z.array(assessment),
  mapping({ ...cited, assessments: z.array(assessment) }),
  assessment,
]);

export type AssessmentShape = z.output<typeof assessment>;
