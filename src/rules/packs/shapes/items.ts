// The shape of items/*.yaml: who gets what, since when, how it is applied for and with which papers.
import { z } from 'zod';
import { subjectKinds } from '#rules/facts/dictionary.ts';
import { itemKinds, procedureKinds, reserves } from '#rules/packs/rulebook.ts';
import { benefit } from './benefits.ts';
import { cited } from './clauses.ts';
import { condition } from './conditions.ts';
import { date, dateOrUnknown, mapping, scalar, word, yesNo } from './scalars.ts';

const version = mapping({
  from: dateOrUnknown,
  to: dateOrUnknown.optional(),
  seen: date.optional(),
  by: scalar.optional(),
  applies: condition.optional(),
  eligible: condition.optional(),
  benefit,
  unsettled: z.array(scalar).optional(),
  clause: scalar.optional(),
  note: scalar.optional(),
});

export const stage = mapping({
  kind: scalar,
  days: scalar.optional(),
  who: scalar.optional(),
  quorum: scalar.optional(),
  share: scalar.optional(),
  clause: scalar.optional(),
});

export const material = mapping({
  name: scalar,
  proves: z.array(scalar).optional(),
  held: yesNo.optional(),
  clause: scalar.optional(),
});

const clock = mapping({
  name: scalar,
  within: scalar,
  since: scalar.optional(),
  clause: scalar.optional(),
});

const procedure = mapping({
  kind: word([...procedureKinds, 'unknown']),
  window: z
    .union([word(['always', 'unknown']), mapping({ from: scalar, to: scalar, clause: scalar.optional() })])
    .optional(),
  stages: z.array(stage).optional(),
  clocks: z.array(clock).optional(),
  materials: z.array(material).optional(),
  channel: scalar.optional(),
  fund: scalar.optional(),
  reserve: word(reserves).optional(),
  clause: scalar.optional(),
});

const item = mapping({
  ...cited,
  id: scalar,
  name: scalar,
  en: scalar.optional(),
  kind: word(itemKinds),
  subject: word(subjectKinds),
  theme: scalar,
  owner: scalar.optional(),
  versions: z.array(version).min(1),
  competition: word(['none', 'selected']).optional(),
  stacking: z.array(scalar).optional(),
  helps: z.array(scalar).optional(),
  procedure: procedure.optional(),
  note: scalar.optional(),
});

/** One item, a list of items, or `{ clauses, items }`. */
export const itemsFile = z.union([z.array(item), mapping({ ...cited, items: z.array(item) }), item]);

export type VersionShape = z.output<typeof version>;
export type ClockShape = z.output<typeof clock>;
export type StageShape = z.output<typeof stage>;
export type MaterialShape = z.output<typeof material>;
export type ProcedureShape = z.output<typeof procedure>;
export type ItemShape = z.output<typeof item>;
export type ItemsShape = z.output<typeof itemsFile>;
