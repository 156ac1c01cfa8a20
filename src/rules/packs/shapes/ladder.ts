// The shape of ladder/*.yaml: levels and titles, the gates that lead to them, and dated overlays on gates.
import { z } from 'zod';
import { cited } from './clauses.ts';
import { condition } from './conditions.ts';
import { oneForm } from './forms.ts';
import { date, dateOrUnknown, mapping, scalar, word, yesNo } from './scalars.ts';

/** A span of dates, as a mapping of its own. */
const term = mapping({ from: dateOrUnknown, to: dateOrUnknown.optional(), seen: date.optional() });

const gate = mapping({
  ...cited,
  id: scalar,
  name: scalar,
  en: scalar.optional(),
  to: scalar,
  new: term.optional(),
  review: term.optional(),
  alternative: yesNo.optional(),
  require: condition,
  unsettled: z.array(scalar).optional(),
  note: scalar.optional(),
});

const overlay = mapping({
  ...cited,
  id: scalar,
  gate: scalar,
  mode: word(['new', 'review']).optional(),
  from: date,
  to: dateOrUnknown.optional(),
  seen: date.optional(),
  waive: scalar.optional(),
  replace: scalar.optional(),
  by: condition.optional(),
  add: condition.optional(),
  over: scalar.optional(),
  note: scalar.optional(),
}).superRefine(oneForm({ waive: {}, replace: { needs: ['by'] }, add: {} }, '叠加规则'));

export const ladderFile = mapping({
  ...cited,
  levels: z.array(scalar).min(1).optional(),
  titles: z.array(scalar).min(1).optional(),
  gates: z.array(gate).optional(),
  overlays: z.array(overlay).optional(),
});

export type GateShape = z.output<typeof gate>;
export type OverlayShape = z.output<typeof overlay>;
