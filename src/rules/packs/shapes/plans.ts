// The shape of plans.yaml: each document's list of measures, the known ones by name, with the count that the source states.
import { z } from 'zod';
import { cited } from './clauses.ts';
import { mapping, scalar } from './scalars.ts';
import { namedCount, nounHead, statedCount } from './stated.ts';

const measure = mapping({
  name: scalar,
  says: scalar.optional(),
  part: scalar.optional(),
  owner: scalar.optional(),
  items: z.array(scalar).optional(),
  indicators: z.array(scalar).optional(),
  clause: scalar.optional(),
});

const plan = mapping({
  ...nounHead,
  document: scalar,
  'stated-count': statedCount.optional(),
  'stated-parts': statedCount.optional(),
  parts: z.array(scalar).optional(),
  counts: z.array(namedCount).optional(),
  measures: z.array(measure).optional(),
});

export const plansFile = z.union([z.array(plan), mapping({ ...cited, plans: z.array(plan) })]);

export type PlanShape = z.output<typeof plan>;
export type PlanMeasureShape = z.output<typeof measure>;
