// The shape of stacking.yaml: which entries exclude, cap or follow one another.
import { z } from 'zod';
import { scopes } from '#rules/packs/rulebook.ts';
import { cited, grade } from './clauses.ts';
import { oneForm } from './forms.ts';
import { mapping, scalar, word, yesNo } from './scalars.ts';

const rule = mapping({
  'sum-up-to': scalar.optional(),
  after: scalar.optional(),
  'per-year-cap': mapping({ amount: scalar, 'year-of': scalar.optional() }).optional(),
}).superRefine(oneForm({ 'sum-up-to': {}, after: {}, 'per-year-cap': {} }, '叠加规则'));

const stackingRule = mapping({
  id: scalar,
  name: scalar.optional(),
  scope: word(scopes),
  rule: z.union([word(['highest', 'choose-one', 'top-up', 'once']), rule]),
  evidence: grade.optional(),
  enabled: yesNo.optional(),
  clause: scalar.optional(),
  note: scalar.optional(),
});

export const stackingFile = z.union([z.array(stackingRule), mapping({ ...cited, rules: z.array(stackingRule) })]);

export type StackingShape = z.output<typeof stackingRule>;
export type StackingFileShape = z.output<typeof stackingFile>;
